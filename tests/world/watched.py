"""A world that a test moves by hand, and the invariants that look at it after each step."""

import math

from hal.world.faults.desk import Desk
from hal.world.invariants import Invariants
from hal.world.table import WorldTable

NO_FAULT, REFUSES, RETURNS, HALTS, CREEPS, CUTS = range(6)  # codes, each with the response of its own number


class Scene(Desk, WorldTable):
    """Upright at first, with nothing pressed, locks and STOP closed, and a profile of `limit_deg`.

    hung: whether something is broken. Nothing moves by itself: at() says where the table is and how fast it moves.
    """

    interpreter = "no"

    def __init__(self, limit_deg: float = 25.0, hung: bool = False, benign: bool = False):
        super().__init__()
        if hung:
            self.hung.append((0.0, "something"))
        self.judge = Invariants(self, limit_deg, range(6), benign)
        self._drive = 0
        self._heard = None

    def at(self, deg: float, rate_dps: float = 0.0) -> "Scene":
        """The table stands there, or passes it."""
        self.world.plant.place(deg)
        self.world.plant.rate_radps = math.radians(rate_dps)
        return self

    def drives(self, permille: int) -> "Scene":
        """The motor is driven through a closed contactor, alive for the dead-man."""
        self._drive = permille
        self.world.wiring.contactor_closed = True
        return self

    def sounds(self, on: bool = True) -> "Scene":
        self.world.wiring.buzzer = on
        return self

    def says(self, code: int | None) -> "Scene":
        """The table says this fault, ten times a second from now on; None: it says nothing any more."""
        self._heard = code
        if code is not None:
            self.judge.listener.fault = code
        return self

    def go(self, seconds: float, step_s: float = 0.02) -> "Scene":
        """Time passes."""
        world = self.world
        for _ in range(round(seconds / step_s)):
            world.clock.now_us += round(step_s * 1e6)
            world.wiring.commanded_permille = self._drive
            if self._drive:
                world.wiring.kick()
            if self._heard is not None:
                self.judge.listener.at_s = world.now_s
            self.judge.look()
        return self

    @property
    def broken(self) -> list[str]:
        """The rules that were violated, in order."""
        return [violation.rule for violation in self.judge.violations]
