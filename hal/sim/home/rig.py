"""A simulated table that can be broken by any fault of the vocabulary."""

from __future__ import annotations

from typing import Any

from hal.sim.home.table import SimTable
from hal.world.faults.desk import Desk


class Rig(Desk, SimTable):
    """A SimTable with a fault desk.

    lag_us is what the next awaited call takes longer; upset is the codec's UPSET code while a call of the board raises.
    """

    def __init__(self, interpreter: str = "micropython", **options: Any) -> None:
        super().__init__(interpreter, **options)
        self.lag_us = 0
        self.upset = 0
        self._fresh = False

    def restart(self, cause: int) -> None:
        """The microcontroller restarts, for this reason; nothing happens while its power is off."""
        if self._peer is not None:
            self._boot(cause)

    def _tick(self) -> None:
        self._fresh = True
        super()._tick()

    def _trade(self, reply: bytearray | None) -> bytes | bytearray:
        if self._fresh and reply is not None:
            # Only a WAIT's answer has a status to spare.
            reply[0] = self.upset
        self._fresh = False
        request = super()._trade(reply)
        if self.lag_us and self._device is not None:
            self._device.lag_us += self.lag_us
            self.lag_us = 0
        return request
