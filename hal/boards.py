"""What the project knows of each board: image, deploy, ports, emulator and tests take it from here. CPython only.

What a board's own program needs as well is a file of plain numbers in its binding, read here.
"""

from __future__ import annotations

from typing import NamedTuple

from hal.rp2.flash import pico


class Flash(NamedTuple):
    """The program from start on, the filesystem from program_end to the end. Addresses as the processor sees them."""

    start: int
    size: int  # in bytes, as all that follow
    program_end: int
    page: int  # what is written at once
    sector: int  # what is erased at once

    @property
    def files_bytes(self) -> int:
        """The filesystem's share, at the end."""
        return self.start + self.size - self.program_end

    @property
    def trailer(self) -> int:
        """Where the program's trailer lies: in the last page before the files, with a sector of its own."""
        return self.program_end - self.page

    @property
    def program_most(self) -> int:
        """The longest program."""
        return self.program_end - self.sector - self.start


class Board(NamedTuple):
    """One kind of board. Folders are paths from the repository's root."""

    name: str
    chip: str
    usb: tuple[int, int]  # vendor and product while the firmware runs
    drive: str  # the label of its boot ROM's drive
    board_id: str  # in INFO_UF2.TXT on that drive
    uf2_family: int
    flash: Flash
    heap_bytes: int  # what the image leaves to Python
    march: str  # mpy-cross -march
    port: str  # MicroPython's folder under ports/
    binding: str
    definition: str  # what the image changes in that port


PICO = Board(
    name="Raspberry Pi Pico",
    chip="RP2040",
    usb=(0x2E8A, 0x0005),  # MicroPython's own on this chip, which the table keeps
    drive="RPI-RP2",
    board_id="RPI-RP2",
    uf2_family=0xE48BFF56,
    flash=Flash(pico.START, pico.BYTES, pico.PROGRAM_END, pico.PAGE, pico.SECTOR),
    heap_bytes=252_456,
    march="armv6m",
    port="rp2",
    binding="hal/rp2",
    definition="image/boards/rp2",
)
BOARDS = (PICO,)
