"""An emulated table with a fault desk: all faults of the world, and of the system those that a chip can have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hal.emulated.table import EmulatedTable
from hal.world.errors import FaultError
from hal.world.faults.desk import Desk


class EmulatedRig(Desk, EmulatedTable):
    """root is the folder whose files are in the flash at the first power-up."""

    def __init__(self, image: Path, root: Path, **options: Any) -> None:
        root.mkdir(parents=True, exist_ok=True)
        self.root = root
        super().__init__(image, root, **options)

    @property
    def lag_us(self) -> int:
        """The chip's time is its own."""
        return 0

    @lag_us.setter
    def lag_us(self, _: int) -> None:
        raise FaultError("the emulated chip takes the time that its instructions take: it cannot be told to take more")

    def restart(self, cause: int) -> None:
        """The watchdog bites, whatever the cause that is asked for; nothing happens while the power is off."""
        if self.chip is not None:
            self.chip.bite()
