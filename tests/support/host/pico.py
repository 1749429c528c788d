"""Stand-ins for a Pico: images for it, and a folder that behaves as its BOOTSEL drive does.

The drive of the chip's boot ROM cannot be had without the chip. The folder does what is known of it: it shows
INFO_UF2.TXT, takes one UF2 file, and is gone when the last block has come.
"""

import shutil
import struct
import threading

from hal.boards import PICO
from image.wrap import wrapped

INFO = "UF2 Bootloader v3.0\nModel: Raspberry Pi RP2\nBoard-ID: {board}\n"
MARKS = b"Bascule table\0firmware/executive.py\0"


def image(marks=MARKS):
    """A table's image, its program beginning with what tells one; and the digest of that program."""
    return wrapped(marks.ljust(1024, b"\1"), PICO)


def plain(pages, family=PICO.uf2_family, at=PICO.flash.start):
    """A UF2 file of these pages alone, one behind the other."""
    heads = (
        struct.pack("<8I", 0x0A324655, 0x9E5D5157, 0x2000, at + 256 * number, 256, number, len(pages), family)
        for number in range(len(pages))
    )
    end = bytes(220) + struct.pack("<I", 0x0AB16F30)
    return b"".join(head + page.ljust(256, b"\0") + end for head, page in zip(heads, pages, strict=True))


def drive(folder, board=PICO.board_id):
    """A mounted BOOTSEL drive."""
    folder.mkdir(parents=True)
    (folder / "INFO_UF2.TXT").write_text(INFO.format(board=board))
    return folder


class BootRom:
    """While it holds, the drive goes as soon as it has `size` bytes; `then` is called after that."""

    def __init__(self, folder, size, then=lambda: None):
        self.got = b""
        self._folder, self._size, self._then = folder, size, then
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._over.set()
        self._thread.join()

    def _serve(self):
        while not self._over.wait(0.005):
            for file in self._folder.glob("*.uf2"):
                if file.stat().st_size >= self._size:
                    self.got = file.read_bytes()
                    shutil.rmtree(self._folder)
                    self._then()
                    return
