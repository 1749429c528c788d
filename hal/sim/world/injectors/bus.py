"""Faults of the bus that hold for one chip on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from hal.sim.world.hooks import Call, Undo

if TYPE_CHECKING:
    from hal.sim.world.rig import Rig


class Supplied(Protocol):
    """A chip that can lose its supply."""

    @property
    def address(self) -> int: ...

    def reset(self) -> None: ...


def unpowered(rig: Rig, chip: Supplied) -> Undo:
    """No acknowledge, and what the chip held is lost when the supply comes back."""
    undo = refusing(rig, chip.address, lambda: True)

    def back() -> None:
        undo()
        chip.reset()

    return back


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
