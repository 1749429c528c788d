"""`bascule panel`: what the table's panel shows, once or for as long as somebody watches."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Annotated

from bascule import output
from bascule.facts import INLINED, Reason
from bascule.speech.spoken import said, say
from bascule.speech.told import later
from bascule.table import panel, why
from bascule.table.client import Table, connected
from bascule.table.panel import Page
from bascule.terminal import drawing

_EVERY_S = 0.5
_COUNTS = later("It has stood for a second: a press counts.")
_DARK = later("The display does not answer, so nothing can be confirmed. Check its plug at the panel.")


@dataclass(frozen=True, slots=True)
class Panel:
    """What the panel shows, and what it will show."""

    page: Annotated[Page, INLINED]
    warnings: Annotated[tuple[Reason, ...], "What the chosen person has to acknowledge there before a session."]


def run(port: str | None, as_json: bool, goes_on: bool) -> None:
    """Print it once, with the warnings that the chosen person has to acknowledge there; or each time it changes."""
    with connected(port) as table:
        if goes_on:
            _watch(table, as_json)
        found = Panel(panel.read(table), why.screening_result(table).warnings)
    output.facts(found, as_json, lines(found.page, found.warnings))


def _watch(table: Table, as_json: bool) -> None:
    """Print the panel each time it has changed, and when a press counts, until Ctrl-C."""
    before: Page | None = None
    while True:
        now = panel.read(table)
        if now != before:
            same = before is not None and before.lines == now.lines and now.shown == panel.STANDS
            output.facts(now, as_json, [say(_COUNTS)] if same else lines(now))
        before = now
        time.sleep(_EVERY_S)


def lines(page: Page, warnings: tuple[Reason, ...] = ()) -> list[str]:
    """The panel in a frame, and below it the warnings if they were asked for."""
    framed = drawing.framed(page.lines)
    if page.shown == panel.DARK:
        framed.append(say(_DARK))
    return framed + [say("warning {code}: {text}", code=one.code, text=said(one.text)) for one in warnings]
