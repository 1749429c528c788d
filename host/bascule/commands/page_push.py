"""A push from the page: the same checks and the same commands as `bascule profile push`."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from bascule.commands.profile import push
from bascule.errors import Problem
from bascule.facts import USABLE, ScreeningResult
from bascule.profile import checked, reader, screening, words
from bascule.profile.reader import Read
from bascule.table.client import Table
from bascule.ui.shown import Shown

_EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def examples() -> list[dict[str, str]]:
    """The profiles that come with the tool, and what its first lines say of each."""
    found = []
    for file in sorted(_EXAMPLES.glob("*.toml")):
        said = [line[1:].strip() for line in file.read_text("utf-8").splitlines() if line.startswith("# ")]
        name, _, rest = file.stem.partition("_")
        label = ", ".join(part for part in (name.capitalize(), rest.replace("_", " ")) if part)
        found.append({"name": file.stem, "label": label, "words": " ".join(said)})
    return found


def read(said: dict[str, Any]) -> Read:
    """The profile that a page means: an example by its name, or the text of a file."""
    names = [one["name"] for one in examples()]
    if said.get("example") in names:
        return reader.read(_EXAMPLES / f"{said['example']}.toml")
    return reader.from_toml(str(said.get("text", "")).encode())


def pushed(table: Table, shown: Shown, number: int, said: dict[str, Any], now_s: float) -> None:
    """Push it and tell what came of it; a refusal is told to the browser that asked."""
    today = datetime.date.today()
    source = "editor" if said.get("from") == "editor" else "file"
    found = checked.check(read(said), today)
    ours = screening.result(found, today)
    if found.profile is None:
        shown.answer(number, "push", source=source, ok=False, lines=words.lines(ours))
        return
    try:
        stored = push.send(table, found.profile, ours)
    except Problem as problem:
        shown.answer(number, "push", source=source, ok=False, lines=[f"{problem.text}. {problem.hint}".strip()])
        return
    name = found.profile.fields.get("name", found.profile.id)
    shown.event(now_s, "laptop", f"The laptop pushed {name}'s profile: {_verdict(stored.result)}")
    shown.answer(number, "push", source=source, ok=True, lines=_told(name, stored, ours))


def _told(name: str, stored: push.Pushed, ours: ScreeningResult) -> list[str]:
    """The table's verdict beside the laptop's."""
    lines = [f"{name}: stored as revision {stored.revision}.", f"The table says: {_verdict(stored.result)}."]
    if stored.laptop_agrees:
        return [*lines, f"This computer, from the profile alone: {_verdict(ours)}."]
    return [*lines, f"This computer says: {_verdict(ours)}. The table's verdict is the one in force."]


def _verdict(result: ScreeningResult) -> str:
    return f"up to {result.limit_deg:g} degrees" if result.verdict == USABLE else "locked"
