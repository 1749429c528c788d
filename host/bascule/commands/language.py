"""`bascule language`: which language a table's panel speaks, and another one."""

from __future__ import annotations

from bascule import output
from bascule.speech.names import NAMES
from bascule.speech.spoken import said, say
from bascule.table import language
from bascule.table.client import connected


def run(port: str | None, as_json: bool, wanted: str | None) -> None:
    """Change it if one is named, and say which one it is."""
    with connected(port) as table:
        found = language.choose(table, wanted) if wanted else language.read(table)
    output.facts(found, as_json, lines(found))


def lines(found: language.Language) -> list[str]:
    """The same for a person."""
    wrong = language.wrong(found)
    speaks = say("the panel speaks {language}", language=say(NAMES[found.language]))
    return [speaks, *([said(wrong)] if wrong else [])]
