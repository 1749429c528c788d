"""An emulated table with a fault desk: all faults of the world, and of the system those that a chip can have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hal import contract
from hal.emulated.table import EmulatedTable
from hal.world.errors import FaultError
from hal.world.faults.desk import Desk


class EmulatedRig(Desk, EmulatedTable):
    """root is the folder whose files are in the flash at the first power-up."""

    def __init__(self, image: Path, root: Path, **options: Any) -> None:
        root.mkdir(parents=True, exist_ok=True)
        self.root = root
        super().__init__(image, root, **options)

    def restart(self, cause: int) -> None:
        """By the watchdog, which bites at this instant. FaultError for any other cause."""
        if cause != contract.WATCHDOG:
            raise FaultError("the emulated chip is restarted by its watchdog, or by power_off and power_on")
        if self.chip is not None:
            self.chip.bite()

    def delay(self, us: int) -> None:
        raise FaultError("the emulated chip takes the time that its instructions take: it cannot be told to take more")
