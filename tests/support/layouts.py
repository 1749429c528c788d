"""Stored files of other layouts, put together by hand as docs/decisions/0018 describes a file."""

import struct
import zlib
from pathlib import Path

FORM = "<4sBI"
NEXT = 50  # layouts from one that any of today's files has to one that none has
HEAD_BYTES = struct.calcsize(FORM) + 4


def whole(content: bytes, layout: int) -> bytes:
    """A whole file of this layout."""
    head = struct.pack(FORM, b"BSCL", layout, len(content))
    return head + struct.pack("<I", zlib.crc32(head + content)) + content


def layout_of(path: Path) -> int:
    """The layout that a whole file says it has. AssertionError when it is not whole."""
    data = path.read_bytes()
    layout: int = struct.unpack_from(FORM, data)[1]
    assert data == whole(data[HEAD_BYTES:], layout), path
    return layout


def age(path: Path) -> bytes:
    """Make a stored file one of a layout to come, a little longer; its new bytes."""
    newer = whole(path.read_bytes()[HEAD_BYTES:] + b"!", layout_of(path) + NEXT)
    path.write_bytes(newer)
    return newer
