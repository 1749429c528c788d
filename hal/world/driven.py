"""What a table in a simulated world offers to whoever drives it, whatever runs its firmware."""

from __future__ import annotations

from typing import Protocol

from hal.world.world import World


class Driven(Protocol):
    """SimTable and EmulatedTable; their docstrings say what each call does."""

    world: World

    def press(self, name: str) -> None: ...

    def release(self, name: str) -> None: ...

    def set_switch(self, name: str, closed: bool) -> None: ...

    def serial_in(self, data: bytes) -> None: ...

    def serial_out(self) -> bytes: ...

    def run(self, seconds: float) -> None: ...
