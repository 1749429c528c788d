"""What every table in a simulated world is and does, whatever runs its firmware."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Self, TypedDict

from hal.world.errors import WorldTimeout
from hal.world.mechanics.person import Person
from hal.world.world import World

OFF_STEP_US = 20_000  # how long the world runs between two looks of whoever waits, while the board has no power


class Surroundings(TypedDict, total=False):
    """What a WorldTable may be told of its world, for the signature of each home.

    person: who lies there. start_deg: where the table stands at first. seed: of all noise. wall: what the clock chip
    was set to, None for one that never was. imu: the tilt sensor that is fitted, "lsm6dsox" or "mpu6050".
    """

    person: Person | None
    start_deg: float
    seed: int
    wall: datetime.datetime | None
    imu: str


class WorldTable:
    """A table with power on, as a context manager. Time moves only inside run and run_until.

    interpreter says what runs the firmware; boots has one cause for each start. A home gives power_on, power_off,
    powered and _step.
    """

    interpreter: str

    def __init__(
        self,
        start_ms: int = 0,
        *,
        person: Person | None = None,
        start_deg: float = -70.0,
        seed: int = 1,
        wall: datetime.datetime | None = None,
        imu: str = "lsm6dsox",
    ) -> None:
        self.world = World(person or Person(), start_deg, start_ms, seed, wall, imu)
        self.boots: list[int] = []

    def __enter__(self) -> Self:
        self.power_on()
        return self

    def __exit__(self, *_: object) -> None:
        self.power_off()

    @property
    def powered(self) -> bool:
        """Whether the board has power."""
        raise NotImplementedError

    def power_on(self) -> None:
        """Give the board power; nothing happens if it has it."""
        raise NotImplementedError

    def power_off(self) -> None:
        """Take all power away at this instant; the world goes on."""
        raise NotImplementedError

    def press(self, name: str) -> None:
        """Hold a button: down, up, ok or stop. KeyError for any other."""
        self.world.switches.press(name, True)

    def release(self, name: str) -> None:
        """Let go of a button."""
        self.world.switches.press(name, False)

    def set_switch(self, name: str, closed: bool) -> None:
        """lock_left, lock_right or mains. KeyError for any other."""
        self.world.set_switch(name, closed)

    def serial_in(self, data: bytes) -> None:
        """The laptop sends."""
        self.world.cable.send(data)

    def serial_out(self) -> bytes:
        """What the laptop has received since the last call."""
        return self.world.cable.take()

    def laptop_reads(self, reads: bool) -> None:
        """Whether the laptop takes what the board says; while it does not, that stays in the board's buffer."""
        self.world.cable.reading = reads

    def run(self, seconds: float) -> None:
        """Let time pass, on the board and around it."""
        end_us = self.world.clock.now_us + round(seconds * 1e6)
        while self._step(end_us):
            pass

    def run_until(self, predicate: Callable[[], bool], timeout_s: float) -> float:
        """Run until the predicate holds, looking after each step; seconds waited. WorldTimeout when it never does."""
        clock = self.world.clock
        start_us = clock.now_us
        end_us = start_us + round(timeout_s * 1e6)
        while not predicate():
            to_us = end_us if self.powered else min(end_us, clock.now_us + OFF_STEP_US)
            if not self._step(to_us) and clock.now_us >= end_us and not predicate():
                raise WorldTimeout(f"not within {timeout_s} s{self._last_words()}")
        return (clock.now_us - start_us) / 1e6

    def _step(self, end_us: int) -> bool:
        """One step of board and world, to end_us at most; False when end_us was reached without one."""
        raise NotImplementedError

    def _last_words(self) -> str:
        """What a timeout tells beside the time, on lines of its own."""
        return ""
