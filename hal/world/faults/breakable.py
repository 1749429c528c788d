"""What a fault, and whoever judges a table with faults, may know of it: nothing of what runs its firmware."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from hal.world.hooks import Hooks, Undo
from hal.world.world import World


class Breakable(Protocol):
    """A table that can be broken; Desk says what each call does. What a home cannot do it refuses with FaultError."""

    world: World
    hooks: Hooks
    laptop_said: bytearray

    @property
    def hung(self) -> Sequence[tuple[float, object]]: ...

    def power_on(self) -> None: ...

    def power_off(self) -> None: ...

    def set_switch(self, name: str, closed: bool) -> None: ...

    def each_step(self, call: Callable[[], None]) -> Undo: ...

    def later(self, seconds: float, call: Callable[[], None]) -> None: ...

    def restart(self, cause: int) -> None: ...

    def delay(self, us: int) -> None: ...

    def upset(self, part: str, no_memory: bool) -> Undo: ...

    def jump_clock(self, ms: int) -> None: ...

    def flash_folder(self) -> Path: ...
