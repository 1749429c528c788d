"""Plays a situation on one simulated table: sets it up, lets the script and the faults happen, keeps what it saw."""

import math
from pathlib import Path
from typing import NamedTuple

from firmware.safety import faults
from hal.world.errors import WorldError
from tests.situations import tolerances
from tests.situations.situation import Situation
from tests.situations.stand import Stand


class Moment(NamedTuple):
    """The world after one step."""

    at_s: float
    inv_deg: float
    contactor: bool
    buzzer: bool


def _moment(now_us: int, inv_rad: float, contactor: bool, buzzer: bool) -> Moment:
    return Moment(now_us / 1e6, math.degrees(inv_rad), contactor, buzzer)


class Play(Stand):
    """run() plays everything; steps, moments and expectations are functions of this object."""

    def __init__(self, situation: Situation, home: str, folder: Path, start_ms: int = 0):
        super().__init__(home, folder, situation.person(), start_ms, imu=situation.imu)
        self.situation = situation
        self._past: list[tuple[int, float, bool, bool]] = []
        self.began_s = 0.0
        self.ended_s = 0.0

    def run(self) -> list[str]:
        """Everything that did not hold, in words; empty when the situation holds."""
        with self.rig:
            return self._play()

    @property
    def past(self) -> list[Moment]:
        """Every step since the script began."""
        return [_moment(*step) for step in self._past]

    @property
    def now(self) -> Moment:
        return _moment(*self._past[-1])

    def all_hung(self) -> bool:
        return len(self.rig.hung) >= len(self.situation.faults)

    @property
    def fault_s(self) -> float:
        """When the first fault was hung; without one, when the script ended."""
        hung = [at_s for at_s, _ in self.rig.hung]
        return max(hung[0], self.began_s) if hung else self.ended_s

    def _play(self) -> list[str]:
        doing = "power on"
        try:
            self._begin()
            at = 0
            while self._turn(at):
                doing, step, arguments = self.situation.script[at]
                step(self, *arguments)
                at += 1
        except (TimeoutError, WorldError) as exc:
            return [f"script: {doing}: {exc}", *self._broken()]
        self.ended_s = self.world.now_s
        self.rig.run(0.5)
        return self._expected() + self._broken()

    def _turn(self, at: int) -> bool:
        """Whether there is another line to do."""
        return at < len(self.situation.script)

    def _begin(self) -> None:
        """Power on, the profile pushed; then anything that was there from the start, and the script's clock."""
        situation = self.situation
        if situation.worst_sensor:
            # Three times the typical densities, and the zero rate of a part at the far end of its kind.
            chip = self.world.imu
            chip.noise_factor = 3.0
            chip.zero_rate_dps = [chip.worst_zero_rate_dps * sign for sign in (1, -1, 1)]
        if situation.benign:
            tolerances.draw(self.rig, situation.title)
        self.set_up(situation.profile, situation.limit_deg, situation.benign)
        if situation.start_deg is not None or situation.early:
            self.start_again([(trigger.fault, trigger.for_s) for trigger in situation.early], situation.start_deg)
        self.began_s = self.world.now_s
        self.rig.each_step(self._note)
        self._plan()

    def _plan(self) -> None:
        for trigger in self.situation.faults:
            if trigger.when is not None:
                self.rig.plan(trigger.when(self), trigger.fault, trigger.for_s)

    def _note(self) -> None:
        world = self.world
        wiring = world.wiring
        self._past.append((world.clock.now_us, world.plant.inv_rad, wiring.contactor_closed, wiring.buzzer))

    def _expected(self) -> list[str]:
        """What is not met.

        First those about the end of the script, then those with a time, as they let time pass, then all others.
        """

        def turn(line: str) -> int:
            return 0 if line.startswith("ends ") or line.endswith("at the end") else 1 if " within " in line else 2

        problems = []
        for line, expectation, arguments in sorted(self.situation.expect, key=lambda entry: turn(entry[0])):
            try:
                seen = expectation(self, *arguments)
            except (TimeoutError, WorldError) as exc:
                seen = str(exc)
            if seen:
                problems.append(f"not met: {line}: {seen}")
        if not self.all_hung():
            problems.append("not every fault was hung: its moment never came")
        if self._stood_still():
            problems.append("DOWN was held and the table never moved, which is not what is expected: nothing was shown")
        return problems

    def _stood_still(self) -> bool:
        """Whether a table that was to go down did not, without a word, unnoticed by any expectation."""
        script = self.situation.script
        held = any(line.startswith("hold DOWN") for line, *_ in script)
        expected = any(line == "no motion" for line, *_ in self.situation.expect)
        expected = expected or any(faults.RESPONSE[code] == faults.REFUSE for code in self.invariants.listener.codes)
        first_rad = self._past[0][1]
        return held and not expected and all(inv_rad == first_rad for _, inv_rad, *_ in self._past)

    def _broken(self) -> list[str]:
        watching = getattr(self, "invariants", None)
        return [f"invariant {violation}" for violation in watching.violations] if watching else []
