"""`bascule panel`: what the table's panel shows, once or for as long as somebody watches."""

from __future__ import annotations

import time
from typing import Any

from bascule import output
from bascule.table import panel, stored
from bascule.table.client import Table, connected

_WIDTH = 21
_EVERY_S = 0.5


def run(port: str | None, as_json: bool, goes_on: bool) -> None:
    """Print it once, with the warnings that the chosen person has to acknowledge there; or each time it changes."""
    with connected(port) as table:
        if goes_on:
            _watch(table, as_json)
        found = {**panel.read(table), "warnings": stored.verdict(table)["warnings"]}
    output.facts(found, as_json, lines(found))


def _watch(table: Table, as_json: bool) -> None:
    """Print the panel each time it has changed, until Ctrl-C."""
    before: dict[str, Any] = {}
    while True:
        now = panel.read(table)
        if now != before:
            output.facts(now, as_json, lines(now))
        before = now
        time.sleep(_EVERY_S)


def lines(found: dict[str, Any]) -> list[str]:
    """The panel in a frame, and below it the warnings if they were asked for."""
    edge = "+" + "-" * (_WIDTH + 2) + "+"
    framed = [edge, *(f"| {line:<{_WIDTH}} |" for line in found["lines"]), edge]
    return framed + [f"warning {one['code']}: {one['text']}" for one in found.get("warnings", ())]
