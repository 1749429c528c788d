"""`bascule sim` with its page: the table, its hands, a laptop at it, and whoever looks on in a browser."""

from __future__ import annotations

import contextlib
import datetime
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bascule import output
from bascule.broker.door import Door, shared_port
from bascule.broker.hub import Hub
from bascule.commands import page_edit, page_open, page_push
from bascule.simulator import playing
from bascule.simulator.breaking import vocabulary
from bascule.simulator.life import SPEEDS, Life
from bascule.simulator.stage import Stage
from bascule.table.words import STATES
from bascule.ui import server
from bascule.ui.laptop import Laptop
from bascule.ui.shown import Shown
from firmware.version import VERSION
from hal.world.faults.desk import Desk
from hal.world.port import Port
from hal.world.table import WorldTable

_MISSING = "note: the page in the browser is not installed here ({} missing). {}"
Make = Callable[[str], WorldTable]


def wanted(headless: bool) -> bool:
    """Whether there is to be a page. Without its packages everything else goes on, and a line says how to get it."""
    if headless:
        return False
    missing = server.missing()
    if missing:
        output.note(_MISSING.format(" and ".join(missing), page_open.INSTALL))
    return not missing


class _Tables:
    """One table after another, each in a folder of its own below `place`; the first of them in `place` itself."""

    def __init__(self, make: Make, place: str) -> None:
        self._make = make
        self._place = place
        self._count = 0
        self.began = datetime.datetime.now()
        self.table = make(place)

    def __enter__(self) -> _Tables:
        self.table.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self.table.__exit__()

    def renewed(self) -> WorldTable:
        """Another table, upright and switched on, in place of this one."""
        self.table.__exit__()
        shutil.rmtree(Path(self._place) / str(self._count), ignore_errors=True)
        self._count += 1
        self.began = datetime.datetime.now()
        place = Path(self._place) / str(self._count)
        place.mkdir()
        self.table = self._make(str(place))
        self.table.__enter__()
        return self.table

    def now(self) -> datetime.datetime:
        """The time of day in the table's world, which may run faster than ours."""
        return self.began + datetime.timedelta(seconds=self.table.world.now_s)


@contextlib.contextmanager
def opened(make: Make, place: str, keep: bool, port: Port, speed: float) -> Iterator[tuple[Life, str]]:
    """A running table and the address of its page. `keep`: its folder is somebody's, and it is never made anew."""
    with contextlib.ExitStack() as stack:
        hub = Hub()
        door = stack.enter_context(shared_port(hub, port.name))
        yield stack.enter_context(_played(_Tables(make, place), keep, port, speed, hub, door))


@contextlib.contextmanager
def _played(tables: _Tables, keep: bool, port: Port, speed: float, hub: Hub, door: Door) -> Iterator[tuple[Life, str]]:
    life = Life(tables.table, port, speed, hub, door)
    shown = Shown(_fixed(tables.table, keep))
    laptop = Laptop(life.line, port.name, shown, tables.now)
    stage = Stage(life, shown, lambda: laptop.page)
    laptop.hears = stage.heard

    def renewed() -> WorldTable:
        laptop.anew()
        return tables.renewed()

    def push(number: int, said: dict[str, Any]) -> None:
        laptop.soon(lambda table: page_push.pushed(table, shown, number, said, life.table.world.now_s))

    if not keep:
        stage.renew = renewed
    stage.push = lambda example: push(0, {"example": example})

    def act(number: int, said: dict[str, Any]) -> None:
        if said["do"] == "push":
            push(number, said)
        elif not page_edit.answered(shown, number, said):
            stage.act(number, said)

    def look() -> None:
        (laptop.waits.set if life.paused or not life.table.powered else laptop.waits.clear)()

    life.looks.append(look)
    # The table keeps its thread on one core, and so every thread that is begun after it: the others come first.
    with server.opened(shown, act, stage.gone) as address:
        laptop.start()
        try:
            with tables:
                yield life, address
        finally:
            laptop.close()


def _fixed(table: WorldTable, keep: bool) -> dict[str, Any]:
    """What stays the same while the page is open."""
    return {
        "kind": "simulated",
        "version": VERSION,
        "interpreter": table.interpreter,
        "states": STATES,
        "conditions": page_edit.conditions(),
        "speeds": SPEEDS,
        "renew": not keep,
        "faults": vocabulary() if isinstance(table, Desk) else [],
        "situations": [] if keep or not isinstance(table, Desk) else playing.told(),
        "examples": page_push.examples(),
    }
