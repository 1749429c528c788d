"""The simulated table for the page: what it shows of itself, and what a browser may do with it.

Whatever is done here is done to the simulated surroundings: buttons, locks, plugs, faults, the speed of time.
"""

from __future__ import annotations

import base64
import time
from collections.abc import Callable
from typing import Any

from bascule.simulator import situations
from bascule.simulator.agreeing import Agreeing
from bascule.simulator.breaking import Breaking
from bascule.simulator.grips import BUTTONS
from bascule.simulator.life import SPEEDS, Life
from bascule.simulator.playing import HOLDER, Playing
from bascule.table.panel import Page
from bascule.table.telemetry import Telemetry
from bascule.table.words import STATES
from bascule.ui.shown import Shown
from hal import contract
from hal.world.table import WorldTable

_MOMENT_S = 0.05
_LATE_S = 5.0
_SWITCHES = {"lock_left": "The left ankle lock", "lock_right": "The right ankle lock", "mains": "The mains plug"}
_BITS = {"lock_left": contract.LOCK_LEFT, "lock_right": contract.LOCK_RIGHT, "mains": contract.MAINS}


class Stage:
    """act() and gone() are for the server's thread, heard() for the laptop's; all else happens in that of the table."""

    def __init__(self, life: Life, shown: Shown, page: Callable[[], Page | None]) -> None:
        self.renew: Callable[[], WorldTable] | None = None  # gives another table; None where this one is to be kept
        self.push: Callable[[str], None] = lambda _example: None  # pushes one of the tool's examples, soon
        self._life = life
        self._shown = shown
        self._playing = Playing(self)
        self._usual = life.speed
        self._agreeing = Agreeing(life.grips, page)
        self._breaking = Breaking(life, shown)
        self._said: Telemetry | None = None
        self._next_s = 0.0
        self._memory = b""
        life.looks += [self._expire, self._agreeing.look, self._playing.look, self._look]

    def act(self, number: int, said: dict[str, Any]) -> None:
        """Something that the browser of this number asks for. What makes no sense changes nothing."""
        doing = getattr(self, f"_do_{said['do']}", None)
        if doing is not None:
            self._life.soon(lambda: doing(number, said))

    def gone(self, number: int) -> None:
        """That browser is not there any more: it holds nothing."""
        self._life.soon(lambda: self._gone(number))

    def heard(self, said: Telemetry) -> None:
        """The table has said this of itself."""
        before, self._said = self._said, said
        self._shown.said(said.state, said.limit_deg, said.fault)
        # Its own clock says when, unless a fault has moved that.
        at_s = said.time_s if abs(self.now_s - said.time_s) < _LATE_S else self.now_s
        self._breaking.heard(said, at_s)
        if before is None or before.state != said.state:
            self._shown.event(at_s, "state", STATES.get(said.state, said.state))

    @property
    def now_s(self) -> float:
        """The time in the table's world."""
        return self._life.table.world.now_s

    @property
    def inv_deg(self) -> float:
        """Where the table truly is."""
        return self._life.table.world.plant.inv_deg

    @property
    def state(self) -> str:
        """What the table last said; empty before it has said anything."""
        return self._said.state if self._said else ""

    @property
    def fault(self) -> str | None:
        """The fault that the table last said."""
        return self._said.fault if self._said else None

    def tell(self, kind: str, text: str) -> None:
        """Something happened."""
        self._shown.event(self.now_s, kind, text)

    def do(self, what: str, which: str) -> None:
        """What a situation does at the table, as somebody would who looks at the page."""
        hand: dict[str, Callable[[], Any]] = {
            situations.HOLD: lambda: self._life.grips.hold(which, HOLDER),
            situations.LET_GO: lambda: self._life.grips.let_go(which, HOLDER),
            situations.STOP: lambda: self._do_stop(0, {"on": True}),
            situations.OPEN: lambda: self._do_switch(0, {"name": which, "on": False}),
            situations.BREAK: lambda: self._breaking.hang(0, which),
            "renew": lambda: self._do_renew(0, {}),
            "push": lambda: self.push(which),
            "agree": self._agreeing.begin,
            "hurry": lambda: self._life.play(max(self._life.speed, float(which)), False),
            "as usual": lambda: self._life.play(self._usual, self._life.paused),
            "hands off": self._hands_off,
        }
        hand[what]()

    def _hands_off(self) -> None:
        self._life.grips.gone(HOLDER)
        self._agreeing.end()
        self._life.play(self._usual, self._life.paused)

    def _do_hold(self, number: int, said: dict[str, Any]) -> None:
        name = said.get("button")
        if name in BUTTONS:
            fresh = name not in self._life.grips.held()
            self._life.grips.hold(name, f"page {number}", leased=True)
            if fresh:
                self._shown.event(self.now_s, "hand", f"{name.upper()} is pressed")

    def _do_still(self, number: int, said: dict[str, Any]) -> None:
        name = said.get("button")
        if name in BUTTONS:
            self._life.grips.still(name, f"page {number}")

    def _do_let_go(self, number: int, said: dict[str, Any]) -> None:
        name = said.get("button")
        if name in self._life.grips.held():
            self._life.grips.let_go(name, f"page {number}")
            if name not in self._life.grips.held():
                self._shown.event(self.now_s, "hand", f"{name.upper()} is let go")

    def _do_stop(self, _number: int, said: dict[str, Any]) -> None:
        pressed = said.get("on") is True
        if pressed != self._life.grips.stopped:
            self._life.grips.stop(pressed)
            self._shown.event(self.now_s, "hand", "STOP is pressed" if pressed else "STOP is turned free")

    def _do_switch(self, _number: int, said: dict[str, Any]) -> None:
        name, closed = said.get("name"), said.get("on") is True
        if isinstance(name, str) and name in _SWITCHES:
            self._life.table.set_switch(name, closed)
            words = ("is in" if closed else "is pulled") if name == "mains" else ("is closed" if closed else "is open")
            self._shown.event(self.now_s, "hand", f"{_SWITCHES[name]} {words}")
            if closed:
                self._breaking.undone()
            else:
                self._breaking.done(f"{_SWITCHES[name]} {words}")

    def _do_play(self, _number: int, said: dict[str, Any]) -> None:
        if said.get("speed") in SPEEDS:
            self._life.play(float(said["speed"]), said.get("paused") is True)

    def _do_agree(self, _number: int, _said: dict[str, Any]) -> None:
        self._agreeing.begin()

    def _do_break(self, number: int, said: dict[str, Any]) -> None:
        self._breaking.hang(number, str(said.get("fault", "")))

    def _do_heal(self, _number: int, said: dict[str, Any]) -> None:
        self._breaking.heal(said.get("at"))

    def _do_power(self, _number: int, said: dict[str, Any]) -> None:
        on = said.get("on") is True
        if on != self._life.table.powered:
            (self._life.table.power_on if on else self._life.table.power_off)()
            self._shown.event(self.now_s, "hand", "All power is on" if on else "All power is off")

    def _do_renew(self, _number: int, _said: dict[str, Any]) -> None:
        if self.renew is not None:
            self._playing.end()
            self._breaking.forget()
            self._agreeing.end()
            self._life.renew(self.renew())
            self._said = None
            self._shown.forget()
            self._shown.event(self.now_s, "hand", "A new table, which knows nobody")

    def _do_situation(self, _number: int, said: dict[str, Any]) -> None:
        if self.renew is not None:
            self._usual = self._life.speed
            self._playing.begin(said.get("key"))

    def _do_end(self, _number: int, _said: dict[str, Any]) -> None:
        self._playing.end()

    def _gone(self, number: int) -> None:
        self._lost(self._life.grips.gone(f"page {number}"))

    def _expire(self) -> None:
        self._lost(self._life.grips.expire())

    def _lost(self, names: list[str]) -> None:
        for name in names:
            self._shown.event(self.now_s, "hand", f"{name.upper()} is let go: the page that held it is gone")

    def _look(self) -> None:
        now_s = time.monotonic()
        if now_s < self._next_s:
            return
        self._next_s = max(self._next_s + _MOMENT_S, now_s)
        world = self._life.table.world
        display = world.display
        memory = bytes(display.memory) + bytes((display.on and display.pump, display.inverse, display.start_line))
        if memory != self._memory:
            self._memory = memory
            self._shown.display(dots(display.rows()))
        held = world.switches.held
        self._shown.moment(
            world.now_s,
            world.plant.inv_deg,
            world.plant.rate_dps,
            world.drive_permille / 10,
            contactor=world.contactor_closed,
            buzzer=world.buzzer,
            held=self._life.grips.held(),
            stop=not held & 1 << contract.STOP_CLOSED,
            switches={name: bool(held & 1 << bit) for name, bit in _BITS.items()},
            battery_v=round(world.analog.battery_v(), 1),
            motor_a=round(abs(world.plant.current_a), 1),
            speed=self._life.speed,
            paused=self._life.paused,
            powered=self._life.table.powered,
            agreeing=self._agreeing.busy,
            broken=self._breaking.listed(),
            playing=self._playing.title,
        )


def dots(rows: list[list[bool]]) -> str:
    """A display's dots as base64: row by row from the top, eight dots a byte, the left one first."""
    found = bytearray()
    for row in rows:
        for at in range(0, len(row), 8):
            found.append(sum(128 >> bit for bit in range(8) if row[at + bit]))
    return base64.b64encode(found).decode()
