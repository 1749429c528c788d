"""EmulatedTable: the image on an emulated chip in the simulated world, driven like a SimTable."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

from hal import contract
from hal.emulated import files
from hal.emulated.chip import Chip, image_flash
from hal.emulated.flash import TYPICAL, Flash, FlashTimes
from hal.emulated.i2c import I2c
from hal.emulated.usb import Usb
from hal.emulated.wires import Wires
from hal.world.table import OFF_STEP_US, Surroundings, WorldTable

STEP_US = 10_000  # how long the world runs between two looks of whoever watches


class EmulatedTable(WorldTable):
    """The image on an emulated chip.

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
        keep: bool = False,
        **surroundings: Unpack[Surroundings],
    ) -> None:
        super().__init__(0, **surroundings)
        self._kept = folder if keep else None
        self.flash = image_flash(image)
        if folder is not None and any(folder.iterdir()):
            files.put(self.flash, folder)
        self.flash_times: FlashTimes = TYPICAL
        self.select_cut = False  # the wire from ANALOG_SELECT to the multiplexer
        self.chip: Chip | None = None
        self.usb: Usb | None = None
        self._began_us = 0

    def __exit__(self, *_: object) -> None:
        super().__exit__()
        if self._kept is not None:
            files.take(self.flash, self._kept)

    @property
    def powered(self) -> bool:
        return self.chip is not None

    def power_on(self) -> None:
        if self.chip is None:
            self.world.power_board()
            self._began_us = self.world.clock.now_us
            self.boots.append(contract.POWER_ON)
            self.chip = Chip(self.flash, self._restarted)
            wires = Wires(self.chip, self.world, self._began_us, lambda: self.select_cut)
            I2c(self.chip, self.world.bus, wires)
            Flash(self.chip, self.flash_times)
            self.usb = Usb(self.chip, self.world.cable)

    def power_off(self) -> None:
        if self.chip is not None:
            self.flash = self.chip.flash()
            self.chip = self.usb = None
            self.world.cut_board()

    def _restarted(self) -> None:
        self.boots.append(contract.WATCHDOG)
        self.world.reset_board()
        if self.usb is not None:
            self.usb.lost()

    def _step(self, end_us: int) -> bool:
        clock = self.world.clock
        if clock.now_us >= end_us:
            return False
        if self.chip is None:
            self.world.wiring.advance(min(end_us, clock.now_us + OFF_STEP_US))
        else:
            to_us = min(end_us, clock.now_us + STEP_US)
            self.chip.run_until(to_us - self._began_us)
            self.world.wiring.advance(to_us)
        return True
