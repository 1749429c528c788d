"""The last page before the people's files: how long the program is, and its SHA-256.

The image is wrapped with it, the board proves itself by it, and the laptop judges an image by it. Where it lies is each
board's own.
"""

import struct

BYTES = 256

_MAGIC = b"BASCULE\n"
_LAYOUT = 1
_FORM = "<8sII32s"  # magic, layout, length of the program in bytes, its SHA-256
_ERASED = b"\xff"


def page(length, digest):
    """The trailer of a program."""
    told = struct.pack(_FORM, _MAGIC, _LAYOUT, length, digest)
    return told + _ERASED * (BYTES - len(told))


def read(data, most, sector):
    """(length, digest) as a page tells them; None when it is no trailer of whole sectors, of `most` bytes at most."""
    magic, layout, length, digest = struct.unpack_from(_FORM, data)
    if magic != _MAGIC or layout != _LAYOUT or not 0 < length <= most or length % sector:
        return None
    return length, digest
