"""The last page of the program's half of the flash: how long the program is, and its SHA-256.

The image is wrapped with it, the board proves itself by it, and the laptop judges an image by it.
"""

import struct

FLASH = 0x10000000  # as the processor sees it
END = 0x10100000  # here the people's files begin (MICROPY_HW_FLASH_STORAGE_BYTES)
BYTES = 256  # what the flash writes at once
SECTOR = 4096  # and what it erases at once
ADDRESS = END - BYTES
MOST = END - SECTOR - FLASH  # of a program: the trailer has a sector of its own

_MAGIC = b"BASCULE\n"
_LAYOUT = 1
_FORM = "<8sII32s"  # magic, layout, length of the program in bytes, its SHA-256
_ERASED = b"\xff"


def page(length, digest):
    """The trailer of a program."""
    told = struct.pack(_FORM, _MAGIC, _LAYOUT, length, digest)
    return told + _ERASED * (BYTES - len(told))


def read(data):
    """(length, digest) as a page tells them; None when it is no trailer."""
    magic, layout, length, digest = struct.unpack_from(_FORM, data)
    if magic != _MAGIC or layout != _LAYOUT or not 0 < length <= MOST or length % SECTOR:
        return None
    return length, digest
