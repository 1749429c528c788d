"""EmulatedTable: the image on an emulated chip in the simulated world, driven like a SimTable."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from hal.emulated import files
from hal.emulated.chip import Chip, image_flash
from hal.emulated.flash import TYPICAL, Flash, FlashTimes
from hal.emulated.i2c import I2c
from hal.emulated.usb import Usb
from hal.emulated.wires import Wires
from hal.world.errors import WorldTimeout
from hal.world.mechanics.person import Person
from hal.world.world import World

STEP_US = 10_000  # how long the world runs between two looks of whoever watches
_OFF_STEP_US = 20_000
POWER_ON, WATCHDOG = 1, 2


class EmulatedTable:
    """A table with power on, as a context manager. Time moves only inside run and run_until.

    image is the UF2; folder holds the files of the flash at the first power-up, and with keep those of the end. boots
    has one cause for each start: by power or by the watchdog, which is also how the firmware restarts itself.
    flash_times is taken at each power-up.
    """

    interpreter = "emulated"

    def __init__(
        self,
        image: Path,
        folder: Path | None = None,
        *,
        person: Person | None = None,
        start_deg: float = -70.0,
        seed: int = 1,
        wall: datetime.datetime | None = None,
        imu: str = "lsm6dsox",
        keep: bool = False,
    ) -> None:
        self._kept = folder if keep else None
        self.flash = image_flash(image)
        if folder is not None and any(folder.iterdir()):
            files.put(self.flash, folder)
        self.world = World(person or Person(), start_deg, 0, seed, wall, imu)
        self.boots: list[int] = []
        self.flash_times: FlashTimes = TYPICAL
        self.select_cut = False  # the wire from ANALOG_SELECT to the multiplexer
        self.chip: Chip | None = None
        self.usb: Usb | None = None
        self._began_us = 0

    def __enter__(self) -> EmulatedTable:
        self.power_on()
        return self

    def __exit__(self, *_: object) -> None:
        self.power_off()
        if self._kept is not None:
            files.take(self.flash, self._kept)

    def power_on(self) -> None:
        """Give the board power; nothing happens if it has it."""
        if self.chip is None:
            self.world.power_board()
            self._began_us = self.world.clock.now_us
            self.boots.append(POWER_ON)
            self.chip = Chip(self.flash, self._restarted)
            wires = Wires(self.chip, self.world, self._began_us, lambda: self.select_cut)
            I2c(self.chip, self.world.bus, wires)
            Flash(self.chip, self.flash_times)
            self.usb = Usb(self.chip, self.world.cable)

    def power_off(self) -> None:
        """Take all power away at this instant; the world goes on, and so does what is in the flash."""
        if self.chip is not None:
            self.flash = self.chip.flash()
            self.chip = self.usb = None
            self.world.cut_board()

    def _restarted(self) -> None:
        self.boots.append(WATCHDOG)
        self.world.reset_board()
        if self.usb is not None:
            self.usb.lost()

    def press(self, name: str) -> None:
        """Hold a button: down, up, ok or stop."""
        self.world.switches.press(name, True)

    def release(self, name: str) -> None:
        self.world.switches.press(name, False)

    def set_switch(self, name: str, closed: bool) -> None:
        """lock_left, lock_right or mains."""
        self.world.set_switch(name, closed)

    def serial_in(self, data: bytes) -> None:
        """The laptop sends."""
        self.world.cable.send(data)

    def serial_out(self) -> bytes:
        """What the laptop has received since the last call."""
        return self.world.cable.take()

    def run(self, seconds: float) -> None:
        """Let time pass, on the chip and around it."""
        end_us = self.world.clock.now_us + round(seconds * 1e6)
        while self._step(end_us):
            pass

    def run_until(self, predicate: Callable[[], bool], timeout_s: float) -> float:
        """Run until the predicate holds, looking every 10 ms; seconds waited. WorldTimeout when it never does."""
        clock = self.world.clock
        start_us = clock.now_us
        end_us = start_us + round(timeout_s * 1e6)
        while not predicate():
            if not self._step(end_us):
                raise WorldTimeout(f"not within {timeout_s} s")
        return (clock.now_us - start_us) / 1e6

    def _step(self, end_us: int) -> bool:
        """One step of the world; False when it is at end_us already."""
        clock = self.world.clock
        if clock.now_us >= end_us:
            return False
        if self.chip is None:
            self.world.wiring.advance(min(end_us, clock.now_us + _OFF_STEP_US))
        else:
            to_us = min(end_us, clock.now_us + STEP_US)
            self.chip.run_until(to_us - self._began_us)
            self.world.wiring.advance(to_us)
        return True
