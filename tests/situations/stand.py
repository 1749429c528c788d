"""A simulated table with its laptop, a profile in force, and the invariants watching: how every run here begins."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from firmware.link import wire
from firmware.safety import faults
from hal.sim.home.rig import Rig
from hal.world.errors import WorldTimeout
from hal.world.faults.fault import Fault
from hal.world.invariants import LEVEL_DEG, Invariants
from hal.world.mechanics.person import Person
from tests.support.laptop import TODAY, Laptop

UPRIGHT_DEG = -68.9  # the upright switch closes at -69
_SETTLED_S = 3.5  # the slowest board has its first tick after 1.1 s, and the tilt sensor's bias is learnt for 2
_CONNECT_S = 1.5  # after a restart, until a laptop has found the table again


class Stand:
    """Call set_up() with the rig switched on, then let things happen."""

    def __init__(self, home: str, folder: Path, person: Person | None = None, start_ms: int = 0, **options: Any):
        self.rig = self.make_rig(home, folder, person=person, start_ms=start_ms, **options)
        self.world = self.rig.world
        self.laptop = Laptop(self.rig)
        self.answers: list[dict] = []
        self._boots = 0
        self._connect_s = 0.0
        self.laptop_gone = False

    def make_rig(self, home: str, folder: Path, **options: Any) -> Rig:
        """The table that everything happens on."""
        return Rig(home, state_dir=folder, **options)

    def set_up(self, profile: bytes | None, limit_deg: float, benign: bool = False) -> None:
        """Push the profile and turn telemetry on; from here the invariants watch."""
        rig = self.rig
        rig.run(_SETTLED_S)
        self.laptop.hello()
        if profile is not None:
            self.answers.append(self.laptop.ready(profile))
            rig.run(1.5)
        self.invariants = Invariants(rig, limit_deg, faults.RESPONSE, benign)
        self.laptop.ask("watch", on=1)
        self._boots = len(rig.boots)
        rig.each_step(self._reconnect)

    def start_again(self, early: list[tuple[Fault, float | None]], at_deg: float | None = None) -> None:
        """Power off, the faults hung, the table carried to at_deg, and power on.

        Upright a confirmation is given up first: power lost behind one counts as a session cut short.
        """
        rig = self.rig
        if at_deg is None:
            self.laptop.tap("ok")
            rig.run(0.2)
        rig.power_off()
        if at_deg is not None:
            self.world.plant.place(at_deg)
            self.invariants.placed()
        for fault, for_s in early:
            undo = rig.break_(fault)
            if for_s is not None:
                rig.later(for_s, undo)
        rig.power_on()

    def confirm(self) -> None:
        """Confirm a session, as far as a table with a fault lets anybody."""
        with contextlib.suppress(WorldTimeout):
            self.laptop.confirm()

    def upright(self) -> bool:
        return self.world.plant.inv_deg <= UPRIGHT_DEG and not self.world.contactor_closed

    def level(self) -> bool:
        return self.world.plant.inv_deg <= LEVEL_DEG

    def wait_until(self, what: Callable[[], bool], seconds: float, words: str) -> None:
        try:
            self.rig.run_until(what, seconds)
        except WorldTimeout:
            raise TimeoutError(f"not {words} within {seconds:g} s: {self.where()}") from None

    def where(self) -> str:
        listener = self.invariants.listener
        return (
            f"{self.world.plant.inv_deg:.2f} deg, {listener.state}, fault {faults.FAULTS[listener.fault][faults.NAME]}"
        )

    def tap(self, button: str, seconds: float = 0.2) -> None:
        self.rig.press(button)
        self.rig.run(seconds)
        self.rig.release(button)

    def _reconnect(self) -> None:
        """A laptop that finds the table restarted says hello again, without waiting for an answer."""
        boots = len(self.rig.boots)
        if boots != self._boots:
            self._boots = boots
            self._connect_s = self.world.now_s + _CONNECT_S
        elif self._connect_s and self.world.now_s >= self._connect_s and not self.laptop_gone:
            self._connect_s = 0.0
            hello = [("c", "hello"), ("p", 1)]
            clock = [("c", "clock.set"), ("day", TODAY), ("min", self.laptop.minute)]
            for command in (hello, clock, [("c", "watch"), ("on", 1)]):
                self.rig.serial_in(wire.frame([("i", 9000), *command]))
