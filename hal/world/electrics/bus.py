"""The I2C bus between board and chips: the one place where a transfer can fail or change."""

from __future__ import annotations

from typing import Protocol


class Chip(Protocol):
    """A register file with an address on the bus."""

    def reset(self) -> None:
        """Supply has come: the power-on state, or what a battery kept."""

    def read(self, reg: int, n: int) -> bytes:
        """A burst; changes nothing on the chip."""

    def after_read(self, reg: int, n: int) -> None:
        """What having read does to the chip."""

    def write(self, reg: int, data: bytes) -> None: ...


class Bus:
    """Chips by address; an address nobody answers to gives no bytes."""

    def __init__(self, chips: dict[int, Chip]) -> None:
        self.chips = chips
        self.held_clocks = 0.0  # for so many clocks a chip still holds the data line low, and nothing gets through

    def clock(self, count: int) -> None:
        """The board sends clocks to whoever holds the data line."""
        self.held_clocks = max(self.held_clocks - count, 0.0)

    def answers(self, addr: int) -> bool:
        """Whether a chip acknowledges its address: for a board whose bus shows that apart from the transfer."""
        return self._chip(addr) is not None

    def read(self, addr: int, reg: int, n: int) -> bytes | None:
        """n bytes, or None for a NACK."""
        chip = self._chip(addr)
        return chip.read(reg, n) if chip is not None else None

    def after_read(self, addr: int, reg: int, n: int) -> None:
        """The bytes of a read have reached the board."""
        chip = self.chips.get(addr)
        if chip is not None:
            chip.after_read(reg, n)

    def write(self, addr: int, reg: int, data: bytes) -> bool:
        """False for a NACK."""
        chip = self._chip(addr)
        if chip is None:
            return False
        chip.write(reg, data)
        return True

    def _chip(self, addr: int) -> Chip | None:
        return None if self.held_clocks else self.chips.get(addr)

    def power_up(self) -> None:
        for chip in self.chips.values():
            chip.reset()
