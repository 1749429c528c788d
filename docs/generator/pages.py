"""The generated pages of docs/safety: functions from data to Markdown."""

from docs.generator.hazards import text
from firmware.safety import faults
from firmware.states import STATE_NAMES

_RESPONSE = dict(zip(faults.RESPONSE_NAMES, range(len(faults.RESPONSE_NAMES)), strict=True))

_HAZARDS_HEAD = """\
Every hazard of the table that is known. S is the severity: 5 death, 4 serious injury, 3 injury, 2 discomfort. Responses
are explained in [safe-states.md](safe-states.md); what each hazard asks for, sentence by sentence, stands in
[requirements.md](requirements.md)."""

_EVIDENCE_HEAD = """\
Situations run the whole table, firmware and world, on MicroPython and on CPython; tests run a part of it."""

_STATES_HEAD = """\
Power-off is not the safe state: a person strapped in head-down cannot leave. Safe is at level or above it. Each fault
has one response. When two stand at once the stronger counts, in this order; of two alike the one with the lower code is
named:"""

_STATES_BESIDE = """\
STOP stands beside these: it makes the drive zero both ways. It never takes the way up from a person who presses UP, nor
for good from one who presses nothing. Lockout stands beside them too: with a limit of zero nothing goes head-down, and
everything goes head-up as ever."""

_REQUIREMENTS_HEAD = """\
What each hazard asks of firmware and board, as sentences that can be checked. What shows them stands with the hazard of
the same number in [hazards.md](hazards.md). Numbers are read from the code."""


def made_from(*names):
    """The one line that says where a page comes from."""
    return f"<!-- Made by `make docs` from {', '.join(names)}. Do not edit. -->"


def hazards_page(hazards, situations):
    """docs/safety/hazards.md."""
    rows = [
        f"| {one.number} | **{one.title}**<br>{text(one.cause)} | {one.severity} | {text(one.detection)} "
        f"| {_response(one)} | {_counts(one)} |"
        for one in hazards
    ]
    open_rows = [
        f"| {one.number} | {one.title} | {text(f'{one.reason} {one.gap}'.strip())} | {text(one.hardware)} |"
        for one in hazards
        if one.reason or one.gap or one.hardware
    ]
    return "\n".join(
        [
            made_from("hazards.toml", "the firmware's own numbers", "tests/situations"),
            "# Hazards",
            "",
            _HAZARDS_HEAD,
            "",
            "| | hazard | S | how it is noticed | what the table does | shown by |",
            "|---|---|---|---|---|---|",
            *rows,
            "",
            "## What software on this board does not answer",
            "",
            "| | hazard | what is open | what must answer |",
            "|---|---|---|---|",
            *open_rows,
            "",
            "## Shown by",
            "",
            _EVIDENCE_HEAD,
            *_evidence(hazards, situations),
            "",
        ]
    )


def _response(hazard):
    codes = ", ".join(f"`{code}`" for code in hazard.faults)
    parts = ["" if hazard.response == "NONE" else f"**{hazard.response}**", codes, text(hazard.words)]
    return "<br>".join(part for part in parts if part)


def _counts(hazard):
    """How much shows a hazard, leading to the list of it."""
    parts = [
        f"{len(listed)} {word}{'' if len(listed) == 1 else 's'}"
        for listed, word in ((hazard.situations, "situation"), (hazard.tests, "test"))
        if listed
    ]
    if not parts:
        return "hardware" if hazard.reason else "nothing yet"
    return f"[{', '.join(parts)}](#{_anchor(_heading(hazard))})"


def _heading(hazard):
    return f"{hazard.number}. {hazard.title}"


def _anchor(heading):
    kept = "".join(char for char in heading.lower() if char.isalnum() or char in " -")
    return kept.replace(" ", "-")


def _evidence(hazards, situations):
    """For each hazard its situations by title, and its tests by what they say."""
    by_stem = {one.stem: one for one in situations}
    lines = []
    for one in hazards:
        listed = [_situation(by_stem[stem]) for stem in one.situations if stem in by_stem]
        listed += [f"test: [{_sentence(test)}](../../{test.partition('::')[0]})" for test in one.tests]
        if listed:
            lines += ["", f"### {_heading(one)}", "", *[f"- {line}" for line in listed]]
    return lines


def _situation(one):
    calm = " (no fault, no alarm)" if one.benign else ""
    return f"[{one.title}](../../tests/situations/{one.stem}.toml){calm}"


def _sentence(test):
    """What a test says: its name in words, without the number of its hazard."""
    name, _, case = test.rpartition("::")[2].removeprefix("test_").partition("[")
    words = [word for word in name.split("_") if not (word[0] == "h" and word[1:].isdigit())]
    return " ".join(words) + (f" ({case.rstrip(']').replace('_', ' ')})" if case else "")


def safe_states_page(words):
    """docs/safety/safe-states.md."""
    order = sorted(words["response"], key=lambda one: -_RESPONSE[one["name"]])
    latches = {one["name"]: one["words"] for one in words["latch"]}
    return "\n".join(
        [
            made_from("states.toml", "firmware/safety/faults.py", "firmware/status.py"),
            "# Safe states",
            "",
            _STATES_HEAD,
            "",
            "| response | what the table does | why there |",
            "|---|---|---|",
            *[f"| **{one['name']}** | {text(one['words'])} | {text(one.get('why', ''))} |" for one in order],
            "",
            _STATES_BESIDE,
            "",
            "## States",
            "",
            "The state is what control believes; it decides what is asked for, never what is allowed.",
            "",
            "| state | meaning | motor |",
            "|---|---|---|",
            *[f"| `{one['name']}` | {text(one['words'])} | {text(one['motor'])} |" for one in words["state"]],
            "",
            "## Faults",
            "",
            "Code as it stands on the wire; how long the cause must last; how the fault ends: "
            + "; ".join(f"{name} {what}" for name, what in latches.items())
            + ".",
            "",
            "| code | fault | response | lasts | ends | what it says | what to do |",
            "|---|---|---|---|---|---|---|",
            *[_fault_row(code, list(latches)) for code in range(1, faults.COUNT)],
            "",
        ]
    )


def _fault_row(code, latches):
    row = faults.FAULTS[code]
    name, sentence, remedy = row[faults.NAME], row[faults.SENTENCE], row[faults.REMEDY]
    response, latch = faults.RESPONSE_NAMES[faults.RESPONSE[code]], latches[faults.LATCH[code]]
    held = text("{hold." + name + "_MS}") if faults.HOLD_MS[code] else "at once"
    return f"| {code} | `{name}` | {response} | {held} | {latch} | {sentence} | {remedy} |"


def requirements_page(hazards):
    """docs/safety/requirements.md."""
    parts = [
        made_from("hazards.toml", "the firmware's own numbers"),
        "# Requirements",
        "",
        _REQUIREMENTS_HEAD,
    ]
    for one in hazards:
        parts += ["", f"## {one.number}. {one.title}", ""]
        parts += [f"- **{label}** {text(sentence)}" for label, sentence in one.requirement_ids()]
    return "\n".join([*parts, ""])


def names_differ(words):
    """Which of states.toml's lists do not carry the code's names in the code's order."""
    expected = {
        "response": faults.RESPONSE_NAMES,
        "state": STATE_NAMES,
        "latch": ("SELF", "UPRIGHT", "ACK", "POWER"),
    }
    return [kind for kind, names in expected.items() if tuple(one["name"] for one in words[kind]) != tuple(names)]
