"""The fault desk of a table: faults hung at their moment and lifted again, and watchers that look at every step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from hal.world.errors import FaultError
from hal.world.faults.fault import Fault, hang
from hal.world.hooks import Hooks, Undo
from hal.world.table import WorldTable

_SAID_BYTES = 4096  # what a replay gives again, at most


class Desk(WorldTable):
    """What a table that can be broken adds to one that cannot: `class Rig(Desk, SimTable)`.

    laptop_said is the end of all that the laptop has sent. Of a home's own, which are the last five calls, each is
    refused with FaultError until that home can do it.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.hooks = Hooks()
        self.laptop_said = bytearray()
        self.hung: list[tuple[float, Fault]] = []  # when each fault was hung, in the order of hanging
        self._each: list[Callable[[], None]] = []

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

    def serial_in(self, data: bytes) -> None:
        self.laptop_said += data
        del self.laptop_said[:-_SAID_BYTES]
        super().serial_in(data)

    def _step(self, end_us: int) -> bool:
        more = super()._step(end_us)
        for call in tuple(self._each):
            call()
        return more

    def restart(self, cause: int) -> None:
        """The microcontroller restarts, for this reason; nothing happens while its power is off."""
        raise self._cannot("be restarted")

    def delay(self, us: int) -> None:
        """The next call of the board that waits for the world takes so much longer."""
        raise self._cannot("be told to take longer for a call")

    def upset(self, part: str, no_memory: bool) -> Undo:
        """From now on a call of this part of the board raises what its contract does not know, or MemoryError."""
        raise self._cannot("be made to raise an error in a call")

    def jump_clock(self, ms: int) -> None:
        """What the board believes of the time moves by so much, once."""
        raise self._cannot("have the time of its board moved")

    def flash_folder(self) -> Path:
        """The folder that is the board's flash, for as long as it runs."""
        raise self._cannot("have the files of its flash changed while it runs")

    def _cannot(self, what: str) -> FaultError:
        return FaultError(f"the {self.interpreter} table cannot {what}")
