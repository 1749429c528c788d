"""Stand-ins for a Pico: a folder that behaves as the BOOTSEL drive does, and a real MicroPython prompt on a pty.

The drive of the chip's boot ROM cannot be had without the chip. The folder does what is known of it: it shows
INFO_UF2.TXT, takes one UF2 file, and is gone when the last block has come.
"""

import os
import pty
import select
import shutil
import struct
import subprocess
import threading
import tty

from hal.boards import PICO
from image.wrap import wrapped

INFO = "UF2 Bootloader v3.0\nModel: Raspberry Pi RP2\nBoard-ID: {board}\n"
MARKS = b"Bascule table\0firmware/executive.py\0"


def uf2(blocks=4, family=PICO.uf2_family, at=PICO.flash.start, total=None, marks=MARKS):
    """A UF2 file of some blocks, each number its own content; the first begins with what tells a table's image."""
    data = b""
    for number in range(blocks):
        where = at + 256 * number
        total_blocks = blocks if total is None else total
        head = struct.pack("<8I", 0x0A324655, 0x9E5D5157, 0x2000, where, 256, number, total_blocks, family)
        content = bytes([number % 256]) * 256 if number else marks.ljust(256, b"\0")
        data += head + content + bytes(220) + struct.pack("<I", 0x0AB16F30)
    return data


def proven(blocks=4):
    """The same as an image is made today, with its trailer; and the digest of its program."""
    plain = uf2(blocks)
    return wrapped(b"".join(plain[at + 32 : at + 288] for at in range(0, len(plain), 512)), PICO)


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


class Prompt:
    """MicroPython's own prompt behind a port that pyserial opens; its files are those of this machine."""

    def __init__(self, interpreter):
        self._ends = [pty.openpty(), pty.openpty()]
        for _, slave in self._ends:
            tty.setraw(slave)
        (self._board, far), (self._laptop, near) = self._ends
        self.port = os.ttyname(near)
        self._process = subprocess.Popen([interpreter], stdin=far, stdout=far, stderr=far, start_new_session=True)
        self._over = threading.Event()
        self._unplug_after = None
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def unplug_after(self, words):
        """The cable is pulled when the laptop has said this."""
        self._unplug_after = words

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._over.set()
        self._thread.join()
        self._process.kill()
        self._process.wait()
        for end in self._ends:
            for number in end:
                os.close(number)

    def _serve(self):
        said = b""
        while not self._over.is_set():
            ready, _, _ = select.select([self._board, self._laptop], [], [], 0.05)
            if self._board in ready:
                os.write(self._laptop, os.read(self._board, 4096))
            if self._laptop in ready:
                data = os.read(self._laptop, 4096)
                said = said[-200:] + data
                if self._unplug_after and self._unplug_after in said:
                    self._hang_up()
                    return
                os.write(self._board, data)

    def _hang_up(self):
        self._process.kill()
        for number in self._ends.pop():
            os.close(number)
