"""The tables of docs/protocol.md, made from the table of messages: `python -m tests.link.protocol_page` writes them."""

from pathlib import Path

from firmware.link import errors, messages
from firmware.states import STATE_NAMES

PAGE = Path(__file__).parents[2] / "docs" / "protocol.md"
BEGIN, END = "<!-- from firmware/link/messages.py: begin -->", "<!-- from firmware/link/messages.py: end -->"


def tables() -> str:
    """Commands, telemetry, states and errors in Markdown."""
    parts = ["## Commands"]
    for name, (changes, fields, answer, what) in messages.COMMANDS.items():
        need = " Needs a hello first." if changes else ""
        parts += [f"### {name}", what + need, _fields("field", fields), _fields("answer", answer)]
    parts += ["## Telemetry", _fields("field", messages.TELEMETRY), "## States", _states()]
    parts += ["## Errors", _errors()]
    return "\n\n".join(part for part in parts if part)


def page(text: str) -> str:
    """`text` of the page with the tables of today."""
    head, rest = text.split(BEGIN)
    _, tail = rest.split(END)
    return f"{head}{BEGIN}\n\n{tables()}\n\n{END}{tail}"


def _fields(title, fields):
    if not fields:
        return f"No {title}s." if title == "field" else ""
    rows = [f"| `{name}` | {_kind(kind, bounds)} | {meaning} |" for name, kind, bounds, meaning in fields]
    return "\n".join([f"| {title} | kind | meaning |", "|---|---|---|", *rows])


def _kind(kind, bounds):
    if kind == messages.INT:
        return f"whole number, {bounds[0]} to {bounds[1]}"
    if kind == messages.TEXT:
        return f"text, {bounds[0]} to {bounds[1]} characters"
    if kind == messages.CHOICE:
        return "one of " + ", ".join(f"`{word}`" for word in bounds)
    if kind == messages.BASE64:
        return f"base64 of {bounds[0]} to {bounds[1]} bytes"
    return "64 lowercase hex digits"


def _states():
    return ", ".join(f"`{name}`" for name in STATE_NAMES) + "."


def _errors():
    rows = [f"| `{code}` | {sentence} | {hint} |" for code, (sentence, hint) in errors.ERRORS.items()]
    return "\n".join(["| code | what happened | what to do |", "|---|---|---|", *rows])


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
