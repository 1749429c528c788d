"""Faults of the bus that hold for one chip on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from hal.sim.world.hooks import Call, Undo

if TYPE_CHECKING:
    from hal.sim.world.rig import Rig


def refusing(rig: Rig, address: int, refuse: Callable[[], bool]) -> Undo:
    """The chip at this address acknowledges no transfer for which refuse() holds; it is asked once for each."""

    def reading(read: Call) -> Call:
        return lambda addr, reg, n: None if addr == address and refuse() else read(addr, reg, n)

    def writing(write: Call) -> Call:
        return lambda addr, reg, data: False if addr == address and refuse() else write(addr, reg, data)

    undo_read = rig.hooks.wrap(rig.world.bus, "read", reading)
    undo_write = rig.hooks.wrap(rig.world.bus, "write", writing)

    def undo() -> None:
        undo_read()
        undo_write()

    return undo
