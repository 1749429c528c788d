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
the same number in [hazards.md](hazards.md). Numbers are read from the code.

*Proven* means that `make proof` proves the theorems that follow, for every state and every input of the core, or of the
part of control that they name; [proof.md](proof.md) says under which assumptions, and [theorems.md](theorems.md) what
each theorem says. *Shown* means that situations or tests show it. *Both* is both: the theorems speak of what the core
decides, the situations of the whole table."""

_THEOREMS_HEAD = """\
What `make proof` proves, in the words of the code; [proof.md](proof.md) says what that means. Behind each theorem stand
the requirements that it belongs to, and the mistakes that were planted and that refute it."""


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
        made_from("hazards.toml", "theorems.toml", "the firmware's own numbers"),
        "# Requirements",
        "",
        _REQUIREMENTS_HEAD,
    ]
    for one in hazards:
        parts += ["", f"## {one.number}. {one.title}", ""]
        for number, (label, sentence) in enumerate(one.requirement_ids(), 1):
            parts.append(f"- **{label}** {text(sentence)}{_how(one, one.proof.get(str(number), ()))}")
    return "\n".join([*parts, ""])


def _how(hazard, proof):
    """What shows a requirement, behind its sentence."""
    shown = bool(hazard.situations or hazard.tests)
    if isinstance(proof, str):
        return f" *Shown; not proven: {text(proof)}*"
    if not proof:
        return " *Shown.*" if shown else " *By hardware.*"
    links = ", ".join(f"[{name.replace('_', ' ')}](theorems.md#{name})" for name in proof)
    return f" *{'Both' if shown else 'Proven'}:* {links}."


def proven_counts(hazards):
    """(requirements, those that are proven, those that are shown, both), of all hazards."""
    rows = [
        (bool(proof) and not isinstance(proof, str), bool(one.situations or one.tests))
        for one in hazards
        for number in range(1, len(one.requirements) + 1)
        for proof in [one.proof.get(str(number), ())]
    ]
    return len(rows), sum(p for p, _ in rows), sum(s for _, s in rows), sum(p and s for p, s in rows)


def theorems_page(hazards, theorems):
    """docs/safety/theorems.md."""
    belongs = {name: [] for name in theorems}
    for one in hazards:
        labels = [label for label, _ in one.requirement_ids()]
        for number, proof in one.proof.items():
            for name in proof if not isinstance(proof, str) else ():
                belongs[name].append(labels[int(number) - 1])
    parts = [made_from("theorems.toml", "hazards.toml"), "# Theorems", "", _THEOREMS_HEAD]
    about = None
    for name, row in sorted(theorems.items(), key=lambda one: _ABOUT.index(one[1]["about"])):
        if row["about"] != about:
            about = row["about"]
            parts += ["", f"## About {about}"]
        parts += ["", f"### {name}", "", row["words"]]
        refuted = "; ".join(row["mistakes"])
        of = f"For {', '.join(belongs[name])}. " if belongs[name] else ""
        parts += ["", f"{of}Refuted by: {refuted}."]
    return "\n".join([*parts, ""])


_ABOUT = (
    "one tick of the core, from any state, with any input",
    "some ticks of the core, one after another or side by side, from any state",
    "the table's motion, in real numbers",
    "one part of control, from any state, with any input",
)


def names_differ(words):
    """Which of states.toml's lists do not carry the code's names in the code's order."""
    expected = {
        "response": faults.RESPONSE_NAMES,
        "state": STATE_NAMES,
        "latch": ("SELF", "UPRIGHT", "ACK", "POWER"),
    }
    return [kind for kind, names in expected.items() if tuple(one["name"] for one in words[kind]) != tuple(names)]
