"""Faults of the bus as a whole, and those that hold for one chip on it."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Protocol

from hal.world.faults.breakable import Breakable
from hal.world.hooks import Call, Undo


class Supplied(Protocol):
    """A chip that can lose its supply."""

    @property
    def address(self) -> int: ...

    def reset(self) -> None: ...


def held(rig: Breakable, clocks: float) -> Undo:
    """A chip that was left in the middle of a byte holds the data line for so many clocks, 0: for ever."""
    bus = rig.world.bus
    bus.held_clocks = clocks or math.inf

    def undo() -> None:
        bus.held_clocks = 0.0

    return undo


def unpowered(rig: Breakable, chip: Supplied) -> Undo:
    """No acknowledge, and what the chip held is lost when the supply comes back."""
    undo = refusing(rig, chip.address, lambda: True)

    def back() -> None:
        undo()
        chip.reset()

    return back


def refusing(rig: Breakable, address: int, refuse: Callable[[], bool]) -> Undo:
    """The chip at this address acknowledges no transfer for which refuse() holds; it is asked once for each.

    Where a board's bus shows the address by itself, it is asked for that too.
    """

    def reading(read: Call) -> Call:
        return lambda addr, reg, n: None if addr == address and refuse() else read(addr, reg, n)

    def writing(write: Call) -> Call:
        return lambda addr, reg, data: False if addr == address and refuse() else write(addr, reg, data)

    def answering(answers: Call) -> Call:
        return lambda addr: not (addr == address and refuse()) and answers(addr)

    wrappers = (("read", reading), ("write", writing), ("answers", answering))
    undos = [rig.hooks.wrap(rig.world.bus, method, wrapper) for method, wrapper in wrappers]

    def undo() -> None:
        for each in undos:
            each()

    return undo
