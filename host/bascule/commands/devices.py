"""`bascule devices`: which tables are there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bascule import output
from bascule.speech.spoken import say
from bascule.table import ports


@dataclass(frozen=True, slots=True)
class Devices:
    """The tables that are there."""

    tables: Annotated[tuple[ports.Found, ...], "Each of them, USB first."]


def run(as_json: bool) -> None:
    """List them, USB first."""
    tables = ports.found()
    lines = [table.words() for table in tables] or [say("no table was found")]
    output.facts(Devices(tuple(tables)), as_json, lines)
