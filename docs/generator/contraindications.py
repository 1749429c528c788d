"""The generated page of contraindications: docs/contraindications.md, from the table that the firmware screens by."""

from docs.generator.hazards import ROOT
from docs.generator.pages import made_from
from firmware.screening import conditions as table
from firmware.screening import dose, questions

PAGE = ROOT / "docs" / "contraindications.md"

_HEAD = """\
What the table does about each condition that a [profile](profiles.md) may declare. Firmware and laptop tool judge by
these same rows. **The categories are this project's own: no manufacturer's list was found that grades conditions.**
Angles and waits are proposals that a clinician must set. Nothing here is medical advice. That a condition is missing
here does not make it safe: ask a physician. A name that the table does not know locks it.

Angles are degrees past horizontal. The mark behind a source says how sure it is: [F] it was read there; [R] general
knowledge, no source was read; [D] this project's own judgment. [Sources](sources.md#where-the-rows-come-from) tells
which they are."""

# Category, heading, what it does.
_CONDITIONS = (
    (table.ABSOLUTE, "Absolute", "The table stays locked, even with a clearance."),
    (
        table.UNTIL_CLEARED,
        "Until cleared",
        f"Locked until a clearance counts. It is valid for {table.CLEARANCE_DAYS} days at most, and only when it was "
        "given after the last change of the declared conditions. A wait is counted from the day of the operation or "
        "event, the profile's `since`: a clearance that was given earlier does not count.",
    ),
    (table.CAPPED, "Capped", "Allowed up to the angle."),
    (table.WARN, "Warnings", "Allowed after the person acknowledges a warning at the table."),
    (
        table.TODAY,
        "Of the day",
        "Asked at the table each day, as below. A profile that declares one is locked until it is taken out.",
    ),
    (table.NOTE, "Noted", "Noted, without any effect on the table."),
)
_GATES = """\
Decided by the numbers of the profile, not declared. Age is known by the year of birth alone, so each gate takes the
side that protects: 18 is certain once the year of the 18th birthday is over, and 60 is possible from the year of the
60th birthday on. A body mass index is whole kilograms by square metre; who declares `extreme_obesity` is judged by that
row instead."""
_QUESTIONS = (
    "The panel asks these. UP is yes, DOWN is no, and OK leaves the questions for later. What changes within hours is "
    "asked before every session, the rest before the first one of a day. A yes locks until tomorrow; after a meal it "
    f"is a wait of {dose.MEAL_MIN} minutes. What was answered counts for {questions.GOOD_MIN} minutes and one session."
)
_NEWS = (
    "A yes to the first leads to the others, and any yes locks until the profile has been pushed again and somebody at "
    "the panel has confirmed that a physician has seen it and that the profile is renewed. A declaration is good for "
    f"{dose.DECLARED_DAYS} days from the push; then it locks, too."
)


def page():
    """docs/contraindications.md."""
    lines = [made_from("firmware/screening/conditions.py"), "# Contraindications", "", _HEAD]
    for category, heading, what in _CONDITIONS:
        lines += ["", f"## {heading}", "", what, "", *_conditions(category)]
    lines += ["", "## Gates", "", _GATES, "", *_table(("gate", "what it does", "reason", "source"), _gates())]
    lines += ["", "## What is asked at the panel", "", _QUESTIONS, ""]
    when = ["each session" if at in questions.EACH_SESSION else "each day" for at in range(len(table.TODAY_QUESTIONS))]
    lines += _table(
        ("question", "asked", "reason", "source"),
        [(row[1], when[at], *row[2:]) for at, row in enumerate(table.TODAY_QUESTIONS)],
    )
    lines += ["", "## Anything new or worse", "", _NEWS, ""]
    lines += _table(("question", "what to do", "source"), [row[1:] for row in questions.NEWS_QUESTIONS])
    return "\n".join([*lines, ""])


def _conditions(category):
    """The rows of one category, with the columns that it has anything to say in."""
    columns = {
        "condition": lambda row: f"{row[table.NAME]}<br>`{row[table.KEY]}`",
        "most": lambda row: _angle(row[table.CAP_CDEG]),
        "session": lambda row: _seconds(table.WARN_SESSION_S.get(row[table.KEY], 0)),
        "who may clear": lambda row: table.ROLE_WORDS.get(row[table.ROLE], ""),
        "wait": lambda row: f"{row[table.WAIT_DAYS]} days" if row[table.WAIT_DAYS] else "",
        "reason": lambda row: row[table.REASON],
        "source": lambda row: row[table.SOURCE],
    }
    rows = [row for row in table.CONDITIONS if row[table.CATEGORY] == category]
    used = {name: cell for name, cell in columns.items() if any(cell(row) for row in rows)}
    return _table(tuple(used), [[cell(row) for cell in used.values()] for row in rows])


def _gates():
    does = {table.GATE: lambda _: "locks", table.WARN: lambda _: "warns", table.CAPPED: _angle}
    return [
        (
            f"{gate[table.GATE_NAME]}<br>`{gate[table.CODE]}`",
            does[gate[table.GATE_CATEGORY]](gate[table.GATE_CAP_CDEG]),
            gate[table.GATE_REASON],
            gate[table.GATE_SOURCE],
        )
        for gate in table.GATES
    ]


def _angle(cap_cdeg):
    return f"{cap_cdeg / 100:g} degrees" if cap_cdeg else ""


def _seconds(session_s):
    return f"{session_s} s" if session_s else ""


def _table(heads, rows):
    """A Markdown table."""
    return [_line(heads), "|" + "---|" * len(heads), *[_line(row) for row in rows]]


def _line(cells):
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
