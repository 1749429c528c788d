"""`bascule devices`: which tables are there."""

from __future__ import annotations

from bascule import output
from bascule.table import ports


def run(as_json: bool) -> None:
    """List them, USB first."""
    tables = ports.found()
    lines = [table.words() for table in tables] or ["no table was found"]
    output.facts([table._asdict() for table in tables], as_json, lines)
