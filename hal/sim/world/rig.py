"""A simulated table that can be broken: the fault desk on it, and watchers that look at every step of its world."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

from hal.sim.world.faults import Fault, hang
from hal.sim.world.hooks import Hooks, Undo
from hal.sim.world.table import SimTable

_COST = struct.Struct("<I")
_AT_COST = 4
# What a replay gives again, at most.
_SAID_BYTES = 4096


class Rig(SimTable):
    """A SimTable plus break_(), plan() and watch().

    lag_us is added to the cost of the next exchange; upset is the codec's UPSET code while a call of the board raises.
    """

    def __init__(self, interpreter: str = "micropython", **options: Any) -> None:
        super().__init__(interpreter, **options)
        self.hooks = Hooks()
        self.lag_us = 0
        self.upset = 0
        self.said = bytearray()
        self.hung: list[tuple[float, Fault]] = []  # when each fault was hung, in the order of hanging
        self._each: list[Callable[[], None]] = []
        self._fresh = False

    def break_(self, fault: Fault) -> Undo:
        """Hang a fault now; the returned call lifts it. Raises FaultError when this world has no such thing."""
        undo = hang(self, fault)
        self.hung.append((self.world.now_s, fault))
        return undo

    def plan(self, when: Callable[[], bool], fault: Fault, for_s: float | None = None) -> None:
        """Hang the fault after the first step at which when() holds, and lift it for_s later."""

        def look() -> None:
            if when():
                undo_look()
                undo = self.break_(fault)
                if for_s is not None:
                    self.later(for_s, undo)

        undo_look = self.each_step(look)

    def later(self, seconds: float, call: Callable[[], None]) -> None:
        """Call once, after the first step that ends this much later."""
        due_us = self.world.clock.now_us + round(seconds * 1e6)

        def look() -> None:
            if self.world.clock.now_us >= due_us:
                undo()
                call()

        undo = self.each_step(look)

    def each_step(self, call: Callable[[], None]) -> Undo:
        """Call after every step of the world, which is a tick of the firmware or shorter."""
        self._each.append(call)
        return lambda: self._each.remove(call)

    def restart(self, cause: int) -> None:
        """The microcontroller restarts, for this reason; nothing happens while its power is off."""
        if self._peer is not None:
            self._boot(cause)

    def serial_in(self, data: bytes) -> None:
        self.said += data
        del self.said[:-_SAID_BYTES]
        super().serial_in(data)

    def _step(self, end_us: int) -> bool:
        more = super()._step(end_us)
        for call in tuple(self._each):
            call()
        return more

    def _tick(self) -> None:
        self._fresh = True
        super()._tick()

    def _trade(self, reply: bytearray | None) -> bytes | bytearray:
        if self._fresh and reply is not None:
            # Only a WAIT's answer has a status to spare.
            reply[0] = self.upset
        self._fresh = False
        request = super()._trade(reply)
        if self.lag_us:
            request = bytearray(request)
            _COST.pack_into(request, _AT_COST, _COST.unpack_from(request, _AT_COST)[0] + self.lag_us)
            self.lag_us = 0
        return request
