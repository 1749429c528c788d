"""A simulated table that can be broken by any fault of the vocabulary."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hal.sim import codec
from hal.sim.home.table import SimTable
from hal.world.faults.desk import Desk
from hal.world.hooks import Undo

_UPSETS = {
    "i2c": codec.UPSET_I2C,
    "adc": codec.UPSET_ADC,
    "inputs": codec.UPSET_INPUTS,
    "outputs": codec.UPSET_OUTPUTS,
    "watchdog": codec.UPSET_WATCHDOG,
    "uart": codec.UPSET_UART,
    "clock": codec.UPSET_CLOCK,
}


class Rig(Desk, SimTable):
    """A SimTable with a fault desk. lag_us is what the next awaited call takes longer."""

    def __init__(self, interpreter: str = "micropython", **options: Any) -> None:
        super().__init__(interpreter, **options)
        self.lag_us = 0
        self._upset = 0  # the codec's UPSET code while a call of the board raises
        self._fresh = False

    def restart(self, cause: int) -> None:
        if self._peer is not None:
            self._boot(cause)

    def delay(self, us: int) -> None:
        self.lag_us += us

    def upset(self, part: str, no_memory: bool) -> Undo:
        self._upset = _UPSETS[part] | (codec.UPSET_OOM if no_memory else 0)

        def undo() -> None:
            self._upset = 0

        return undo

    def jump_clock(self, ms: int) -> None:
        self.world.clock.jump(ms)

    def flash_folder(self) -> Path:
        return self.root

    def _tick(self) -> None:
        self._fresh = True
        super()._tick()

    def _trade(self, reply: bytearray | None) -> bytes | bytearray:
        if self._fresh and reply is not None:
            # Only a WAIT's answer has a status to spare.
            reply[0] = self._upset
        self._fresh = False
        request = super()._trade(reply)
        if self.lag_us and self._device is not None:
            self._device.lag_us += self.lag_us
            self.lag_us = 0
        return request
