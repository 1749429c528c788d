"""`bascule panel`: what the table's panel shows, once or for as long as somebody watches."""

from __future__ import annotations

import time
from typing import Any

from bascule import output
from bascule.client import Table

_WIDTH = 21
_EVERY_S = 0.5


def read(table: Table) -> dict[str, Any]:
    """Page and lines."""
    now = table.ask("panel")
    return {"page": now["page"], "lines": [now[key] for key in ("l1", "l2", "l3", "l4")]}


def watch(table: Table, as_json: bool) -> None:
    """Print the panel each time it has changed, until Ctrl-C."""
    before: dict[str, Any] = {}
    while True:
        now = read(table)
        if now != before:
            output.facts(now, as_json, lines(now))
        before = now
        time.sleep(_EVERY_S)


def lines(found: dict[str, Any]) -> list[str]:
    """The panel in a frame."""
    edge = "+" + "-" * (_WIDTH + 2) + "+"
    return [edge, *(f"| {line:<{_WIDTH}} |" for line in found["lines"]), edge]
