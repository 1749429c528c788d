"""Wraps a program as the UF2 file that a Pico's boot ROM takes: the program, and the trailer that proves it."""

from __future__ import annotations

import hashlib
import struct

from hal.rp2.flash import trailer
from image.fetch import ImageError

_HEAD = struct.Struct("<8I")
_START = (0x0A324655, 0x9E5D5157)
_END = 0x0AB16F30
_HAS_FAMILY = 0x2000
_RP2040 = 0xE48BFF56
_ERASED = b"\xff"
_FILLING = bytes(476 - trailer.BYTES)


def wrapped(binary: bytes) -> tuple[bytes, str]:
    """The UF2 file, and the SHA-256 of the program as it lies in the flash. ImageError when there is no room for it.

    Every sector that is touched is filled: the boot ROM may drop a part of one that is not (RP2040-E14).
    """
    program = binary + _ERASED * (-len(binary) % trailer.SECTOR)
    if len(program) > trailer.MOST:
        raise ImageError(f"the program has {len(binary)} bytes, and its part of the flash holds {trailer.MOST}")
    digest = hashlib.sha256(program)
    last = trailer.page(len(program), digest.digest()).rjust(trailer.SECTOR, _ERASED)
    pages = [*_pages(trailer.FLASH, program), *_pages(trailer.END - trailer.SECTOR, last)]
    return b"".join(_block(number, len(pages), *page) for number, page in enumerate(pages)), digest.hexdigest()


def _pages(address: int, data: bytes) -> list[tuple[int, bytes]]:
    return [(address + at, data[at : at + trailer.BYTES]) for at in range(0, len(data), trailer.BYTES)]


def _block(number: int, count: int, address: int, page: bytes) -> bytes:
    head = _HEAD.pack(*_START, _HAS_FAMILY, address, trailer.BYTES, number, count, _RP2040)
    return head + page + _FILLING + _END.to_bytes(4, "little")
