"""Wraps a program as the UF2 file that a board's boot ROM takes: the program, and the trailer that proves it."""

from __future__ import annotations

import hashlib
import struct

from hal.boards import Board
from hal.rp2.flash import trailer
from image.fetch import ImageError

_HEAD = struct.Struct("<8I")
_START = (0x0A324655, 0x9E5D5157)
_END = 0x0AB16F30
_HAS_FAMILY = 0x2000
_ERASED = b"\xff"
_PAYLOAD = 476  # room of a block


def wrapped(binary: bytes, board: Board) -> tuple[bytes, str]:
    """The UF2 file, and the SHA-256 of the program as it lies in the flash. ImageError when there is no room for it.

    Every sector that is touched is filled: the boot ROM may drop a part of one that is not (RP2040-E14).
    """
    flash = board.flash
    program = binary + _ERASED * (-len(binary) % flash.sector)
    if len(program) > flash.program_most:
        raise ImageError(f"the program has {len(binary)} bytes, and its part of the flash holds {flash.program_most}")
    digest = hashlib.sha256(program)
    last = trailer.page(len(program), digest.digest()).rjust(flash.sector, _ERASED)
    parts = ((flash.start, program), (flash.program_end - flash.sector, last))
    pages = [(to + at, data[at : at + flash.page]) for to, data in parts for at in range(0, len(data), flash.page)]
    blocks = [_block(number, len(pages), address, page, board) for number, (address, page) in enumerate(pages)]
    return b"".join(blocks), digest.hexdigest()


def _block(number: int, count: int, address: int, page: bytes, board: Board) -> bytes:
    head = _HEAD.pack(*_START, _HAS_FAMILY, address, len(page), number, count, board.uf2_family)
    return head + page.ljust(_PAYLOAD, b"\0") + _END.to_bytes(4, "little")
