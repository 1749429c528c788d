"""What must hold at every step of the world, whatever happens: judged by the truth and the wires.

Each rule is a method of its own that calls _broken() with its facts.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from hal import contract
from hal.world.faults.breakable import Breakable
from hal.world.listener import Listener

OVERSHOOT_DEG = 0.5  # past the limit while nothing is broken
OVERSHOOT_BROKEN_DEG = 1.0
ZERO_S = 0.040  # from STOP, or from a condition that goes, to drive zero
ZERO_BROKEN_S = 0.060  # the dead-man's 40 ms after the last kick, and the period in which that kick came
# One and a half times the rates that control may ask for (docs/sources.md#rates: 2 deg/s down, 3 up to level, 2 from
# there to upright), and what the noise of the sensors may hide.
_UNSEEN_DPS = 0.15
DOWN_DPS = 3.0 + _UNSEEN_DPS
UP_DPS = 4.5 + _UNSEEN_DPS
UP_ABOVE_LEVEL_DPS = 3.0 + _UNSEEN_DPS
# A trip takes 0.3 s by intent, then one tick to see it, one to act, and three times the motor's 26 ms.
EXCESS_S = 0.42
# When something is broken the only witness may be the position sensor, whose rate follows in twice eight ticks; and the
# trip is one for all ways up, 1.5 times the cap of the way to level.
EXCESS_BROKEN_S = 0.74
HOME_S = 90.0
LEVEL_DEG = 2.0  # the band of the level switch
SAY_S = 0.3  # telemetry comes ten times a second
HOLDS_S = 59.5
LOOSE_OPENINGS = 3  # a STOP loop that opens more often than this in so short a time is a loose wire
LOOSE_S = 10.0
PROMPT_S = 29.5  # silence after which the table may sound without a fault
RETURN = 2  # the weakest response that an alarm goes with
HALT, CREEP_UP = 3, 4  # no trusted angle: head-up at 1 deg/s at most
CREEP_DPS = 1.5

_INSTANT_S = 1e-6
_DEG = 180.0 / math.pi
_STOP = 1 << contract.STOP_CLOSED
_DOWN = 1 << contract.DOWN
_UP = 1 << contract.UP
_BUTTONS = _DOWN | _UP | 1 << contract.OK
_LOCKS = 1 << contract.LOCK_LEFT | 1 << contract.LOCK_RIGHT
_UPRIGHT = 1 << contract.AT_UPRIGHT


class Violation(NamedTuple):
    """One rule, the first time that it was broken."""

    at_s: float
    rule: str
    facts: str

    def __str__(self) -> str:
        return f"{self.rule} at {self.at_s:.2f} s: {self.facts}"


class Invariants:
    """Looks after every step; violations has each broken rule once.

    limit_deg is what the pushed profile allows (0: nothing); whoever pushes another one sets it. responses gives the
    strength of the response to each fault code. benign holds a disturbed table to the bounds of a healthy one.
    """

    def __init__(self, rig: Breakable, limit_deg: float, responses: Sequence[int], benign: bool = False) -> None:
        self.limit_deg = limit_deg
        self.violations: list[Violation] = []
        self.listener = Listener(rig)
        self.home_by_s: float | None = None  # at or above level by then, or cut off and sounding
        self._rig = rig
        self._world = rig.world
        self._responses = responses
        self._benign = benign
        self._now_s = self._before_s = rig.world.now_s
        self._reach_deg = rig.world.plant.inv_deg
        self._bits = 0
        self._gone_s = {_DOWN: -1.0, _LOCKS: -1.0, _STOP: -1.0}  # when each was last in order, while it is not
        self._up_since_stop = False
        self._openings_s: list[float] = []  # of the STOP loop, the last few
        self._slow_s = self._slow_creep_s = self._now_s
        self._button_s = self._now_s
        self._first_opening_s = math.inf  # of the STOP loop, since a button changed
        self._named_s = self._quiet_s = self._now_s
        rig.each_step(self.look)

    def placed(self) -> None:
        """The table was carried to another angle, which does not count as motion."""
        self._reach_deg = self._world.plant.inv_deg

    def look(self) -> None:
        """Judge the world as it is now."""
        world = self._world
        plant = world.plant
        wiring = world.wiring
        self._now_s = world.clock.now_us / 1e6
        bits = world.input_bits()
        if bits != self._bits:
            self._follow(bits)
        inv_deg = plant.inv_rad * _DEG
        if inv_deg > self.limit_deg:
            self._limit(inv_deg)
        else:
            self._reach_deg = self.limit_deg
        rate_dps = plant.rate_radps * _DEG
        if -CREEP_DPS <= rate_dps <= DOWN_DPS:
            self._slow_s = self._slow_creep_s = self._now_s
        else:
            self._rate(inv_deg, rate_dps)
        if wiring.commanded_permille and wiring.contactor_closed:
            self._drive(bits, wiring.drive_permille)
        if inv_deg > LEVEL_DEG:
            self._home(inv_deg, bits)
        else:
            self.home_by_s = None
        if wiring.buzzer or self.listener.fault:
            self._reports(inv_deg, bits)
        else:
            self._quiet_s = self._named_s = self._now_s
        self._before_s = self._now_s

    def _follow(self, bits: int) -> None:
        """Some input changed. It may have gone at any moment since the step before; a script acts exactly there."""
        gone = self._bits & ~bits
        for mask in (_DOWN, _LOCKS, _STOP):
            if gone & mask and self._bits & mask == mask:
                self._gone_s[mask] = self._before_s
        if gone & _STOP:
            self._first_opening_s = min(self._first_opening_s, self._now_s)
            self._openings_s = [at_s for at_s in self._openings_s if self._now_s - at_s < LOOSE_S] + [self._now_s]
        if (bits ^ self._bits) & _BUTTONS:
            self._button_s = self._now_s
            self._first_opening_s = max(self._first_opening_s, self._now_s)
        if bits & _STOP:
            self._up_since_stop = False
        elif bits & ~self._bits & _UP:
            self._up_since_stop = True
        self._bits = bits

    def _limit(self, inv_deg: float) -> None:
        """Never further down than the limit allows; from beyond it, only back."""
        self._reach_deg = max(self.limit_deg, min(self._reach_deg, inv_deg))
        bound_deg = OVERSHOOT_DEG if self._benign or not self._rig.hung else OVERSHOOT_BROKEN_DEG
        if inv_deg > self._reach_deg + bound_deg:
            self._broken("limit", f"{inv_deg:.2f} deg, {bound_deg} past {self._reach_deg:.2f} allowed")

    def _rate(self, inv_deg: float, rate_dps: float) -> None:
        """Neither faster than the caps allow, nor faster than a creep where no angle is trusted."""
        broken = self._rig.hung and not self._benign
        excess_s = EXCESS_BROKEN_S if broken else EXCESS_S
        if rate_dps >= -CREEP_DPS or self._response() not in (HALT, CREEP_UP) or not self._world.drive_permille:
            self._slow_creep_s = self._now_s
        elif self._now_s - self._slow_creep_s > excess_s:
            self._broken("creep", f"{rate_dps:.2f} deg/s at {inv_deg:.1f} deg without a trusted angle")
        up_dps = UP_DPS if inv_deg > 0.0 or broken else UP_ABOVE_LEVEL_DPS
        if -up_dps <= rate_dps <= DOWN_DPS:
            self._slow_s = self._now_s
        elif self._now_s - self._slow_s > excess_s:
            self._broken("rate", f"{rate_dps:.2f} deg/s at {inv_deg:.1f} deg for {self._now_s - self._slow_s:.2f} s")

    def _drive(self, bits: int, permille: int) -> None:
        """Drive that the firmware asks for and the dead-man lets through."""
        if permille > 0:
            for name, mask in (("DOWN", _DOWN), ("locks", _LOCKS), ("STOP", _STOP)):
                if bits & mask != mask and self._gone_long(mask):
                    self._broken("head-down", f"{permille} permille, {name} went at {self._gone_s[mask]:.2f} s")
            if self.limit_deg <= 0.0:
                self._broken("locked", f"{permille} permille head-down without a usable profile")
        elif permille and not (bits & _STOP or self._stop_let_go()) and self._gone_long(_STOP):
            self._broken("stop", f"{permille} permille, STOP was pressed at {self._gone_s[_STOP]:.2f} s")
        elif permille and self.limit_deg <= 0.0 and bits & _UPRIGHT:
            self._broken("locked", f"{permille} permille upright without a usable profile")

    def _gone_long(self, mask: int) -> bool:
        return self._now_s - self._gone_s[mask] > (ZERO_BROKEN_S if self._rig.hung else ZERO_S) + _INSTANT_S

    def _home(self, inv_deg: float, bits: int) -> None:
        """After a fault at or above level within 90 s, or cut off and sounding.

        An open STOP loop, by hand or by a cut wire, holds the table until somebody presses UP or a minute has passed in
        silence since it first opened: until then the clock stands, but after half of it the table must sound.
        """
        world = self._world
        if not world.contactor_closed and world.buzzer:
            self.home_by_s = None
        elif self.home_by_s is None:
            if self._response() >= RETURN:
                self.home_by_s = self._now_s + HOME_S
        elif not (bits & _STOP or self._stop_let_go()):
            self.home_by_s += self._now_s - self._before_s
            if self._now_s - self._button_s > PROMPT_S + 1.0 and not world.buzzer:
                self._broken("prompt", f"held by STOP at {inv_deg:.1f} deg, and it does not sound")
        elif self._now_s > self.home_by_s:
            self._broken("home", f"still at {inv_deg:.1f} deg, {HOME_S:.0f} s after the fault")

    def _reports(self, inv_deg: float, bits: int) -> None:
        """Every fault is reported: its code on the wire, and a sound unless the table only refuses.

        What the panel shows is judged by tests that know its font. An event log has no place in the world yet.
        """
        fresh = self._now_s - self.listener.at_s < SAY_S
        response = self._response()
        buzzer = self._world.buzzer
        if not fresh or buzzer or response < RETURN or bits & _UPRIGHT:
            self._quiet_s = self._now_s
        elif self._now_s - self._quiet_s > SAY_S:
            self._broken("silent", f"fault {self.listener.fault} on the wire and no sound")
        prompt = inv_deg > 0.0 and self._now_s - self._button_s > PROMPT_S
        if not fresh or not buzzer or self.listener.fault or prompt:
            self._named_s = self._now_s
        elif self._now_s - self._named_s > SAY_S:
            self._broken("nameless", "it sounds and the wire names no fault")

    def _stop_let_go(self) -> bool:
        """Whether an open STOP loop no longer holds: UP came after it, a minute of silence in which it first opened a
        minute ago, or it is a loose wire."""
        silent = self._now_s - max(self._button_s, self._first_opening_s) > HOLDS_S
        return self._up_since_stop or silent or len(self._openings_s) > LOOSE_OPENINGS

    def _response(self) -> int:
        code = self.listener.fault
        return self._responses[code] if code < len(self._responses) else 0

    def _broken(self, rule: str, facts: str) -> None:
        if any(violation.rule == rule for violation in self.violations):
            return
        hung = "; ".join(f"{fault} since {at_s:.2f} s" for at_s, fault in self._rig.hung)
        self.violations.append(Violation(self._now_s, rule, f"{facts}{' [' + hung + ']' if hung else ''}"))
