"""`bascule panel`: what the table's panel shows, once or for as long as somebody watches."""

from __future__ import annotations

import time
from typing import Any

from bascule import output
from bascule.table import stored
from bascule.table.client import Table

_WIDTH = 21
_EVERY_S = 0.5


def read(table: Table) -> dict[str, Any]:
    """Page and lines."""
    now = table.ask("panel")
    return {"page": now["page"], "lines": [now[key] for key in ("l1", "l2", "l3", "l4")]}


def read_with_warnings(table: Table) -> dict[str, Any]:
    """The same, and the warnings that the chosen person has to acknowledge there."""
    return {**read(table), "warnings": stored.verdict(table)["warnings"]}


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
    """The panel in a frame, and below it the warnings if they were asked for."""
    edge = "+" + "-" * (_WIDTH + 2) + "+"
    framed = [edge, *(f"| {line:<{_WIDTH}} |" for line in found["lines"]), edge]
    return framed + [f"warning {one['code']}: {one['text']}" for one in found.get("warnings", ())]
