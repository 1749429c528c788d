"""`bascule ui`: the page on a table at its port, which other programs go on using meanwhile."""

from __future__ import annotations

import contextlib
import datetime
from dataclasses import dataclass
from typing import Annotated, Any

from bascule import output
from bascule.broker.door import shared_port
from bascule.broker.hub import Hub
from bascule.broker.owner import Owner
from bascule.commands import page_edit, page_open, page_push
from bascule.doctor import table_check
from bascule.errors import BAD_INPUT, Problem
from bascule.facts import as_json
from bascule.speech.spoken import in_english, say
from bascule.speech.told import later
from bascule.table import ports
from bascule.table.cable import Cable
from bascule.table.client import Table
from bascule.table.telemetry import Telemetry
from bascule.table.words import STATES
from bascule.ui import server
from bascule.ui.laptop import Laptop
from bascule.ui.shown import Shown
from firmware.version import VERSION

# Telemetry further apart than this says nothing of the speed between.
_APART_S = 0.5


@dataclass(frozen=True, slots=True)
class Served:
    """A page that is served."""

    port: Annotated[str, "Port of the table."]
    page: Annotated[str, "Address of the page."]


class _Watched:
    """Telemetry, as the page shows it. Called in the laptop's thread."""

    def __init__(self, shown: Shown) -> None:
        self._shown = shown
        self._last: Telemetry | None = None

    def heard(self, said: Telemetry) -> None:
        last, self._last = self._last, said
        passed_s = said.time_s - last.time_s if last else 0.0
        moved_deg = said.inversion_deg - last.inversion_deg if last else 0.0
        rate_dps = moved_deg / passed_s if 0.0 < passed_s < _APART_S else 0.0
        self._shown.said(said.state, said.limit_deg, said.fault)
        self._shown.moment(said.time_s, said.inversion_deg, rate_dps, said.drive_percent)
        if last is None or last.state != said.state:
            self._shown.event(said.time_s, "state", STATES.get(said.state, said.state))
        if said.fault and (last is None or last.fault != said.fault):
            self._shown.event(said.time_s, "fault", said.fault)


def run(port: str | None, as_json: bool, browser: bool) -> None:
    """Serve it until Ctrl-C."""
    missing = server.missing()
    if missing:
        text = later("the page is not installed here: {listed} missing", listed=" and ".join(missing))
        raise Problem(BAD_INPUT, "NOT_INSTALLED", text, page_open.INSTALL)
    chosen = ports.choose(port)
    shown = Shown({"kind": "table", "port": chosen, "version": VERSION, "states": STATES, **_names()})
    told = [say("the table on {port}: {page}"), say("Ctrl-C ends it.")]
    with contextlib.ExitStack() as opened:
        # The page is English, whatever is spoken here.
        opened.enter_context(in_english())
        hub = Hub()
        door = opened.enter_context(shared_port(hub, chosen))
        first = Cable(chosen)
        owner = Owner(chosen, hub, door)
        laptop = Laptop(owner.line, chosen, shown, datetime.datetime.now)
        laptop.hears = _Watched(shown).heard
        laptop.checks = _checks

        def act(number: int, said: dict[str, Any]) -> None:
            if said["do"] == "push":
                laptop.soon(lambda table: page_push.pushed(table, shown, number, said, laptop.time_s))
            elif said["do"] == "look":
                laptop.look_again()
            else:
                page_edit.answered(shown, number, said)

        page = opened.enter_context(server.opened(shown, act, lambda _number: None))
        laptop.start()
        opened.callback(laptop.close)
        output.facts(Served(chosen, page), as_json, [one.format(port=chosen, page=page) for one in told])
        page_open.show(page, browser and not as_json)
        owner.run(first, laptop.lost)


def _checks(table: Table) -> list[dict[str, Any]]:
    """What `bascule doctor` finds at this table."""
    return [as_json(one) for one in (table_check.versions(table), *table_check.checked(table))]


def _names() -> dict[str, Any]:
    """A real table gets no example: what is pushed there is somebody's."""
    return {"conditions": page_edit.conditions(), "examples": []}
