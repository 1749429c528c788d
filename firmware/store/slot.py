"""One small file that is either whole or not there: written beside, read back, then renamed over the one before.

It begins with the number of the layout that its content has (docs/decisions/0018-a-layout-number-in-every-file.md).
"""

import binascii
import os
import struct

# magic, layout of the content, length of the content, CRC-32 of all that stands before it and of the content
_HEADER = "<4sBII"
_MAGIC = b"BSCL"
_FIRST_LAYOUT = 1
_START = struct.calcsize(_HEADER)
_CRC_AT = _START - 4
_LAYOUT_AT = len(_MAGIC)
_NEW = ".new"
# The longest content of any layout known here: a profile and its revision.
_MAX_BYTES = 4100
_PIECE_BYTES = 256

# What load() may find wrong.
DAMAGED = 1  # a copy was to be expected, and none is whole
NEWER = 2  # whole, and of a layout that only a newer firmware knows

_ENOENT = 2
_ENOSPC = 28
# Replaces the file of that name on the table's filesystems; a laptop's rename may refuse to.
_rename = getattr(os, "replace", os.rename)


class Slot:
    """A file at `path`, and `path`.new while it is being written.

    steps: for each layout before today's, in order, a function from its content to that of the next one. So each adds
    one to the number of today's layout. They run when an older file is loaded; today's layout is the one that is saved.
    full: the last save() found no room.
    """

    def __init__(self, path, steps=()):
        self._path = path
        self._steps = steps
        self.full = False

    def load(self):
        """(content in today's layout, 0); (None, 0) where nothing was stored; (None, DAMAGED or NEWER).

        A whole `.new` counts only when the file itself is not whole: it is newer than whatever the file held.
        """
        today = _FIRST_LAYOUT + len(self._steps)
        content, found = _read(self._path, today)
        if content is None and found != NEWER:
            after, kind = _read(self._path + _NEW, today)
            if after is not None or kind == NEWER:
                content, found = after, kind
        return (None, found) if content is None else (self._migrate(content, found), 0)

    def save(self, content, over_newer=False) -> bool:
        """Write `content`. True once it is in place; False if flash refuses, and the previous content is then kept.

        What a newer firmware wrote stays as it is, and this is False, unless over_newer gives it up.
        """
        today = _FIRST_LAYOUT + len(self._steps)
        new = self._path + _NEW
        # A file of a layout that is known is not read for this.
        if not over_newer and max(_layout(self._path), _layout(new)) > today and self.load()[1] == NEWER:
            return False
        head = struct.pack(_HEADER, _MAGIC, today, len(content), 0)[:_CRC_AT]
        head += struct.pack("<I", binascii.crc32(content, binascii.crc32(head)))
        self.full = False
        try:
            with open(new, "wb") as file:
                file.write(head)
                file.write(content)
            if _read(new, today)[0] != content:
                return False
            _rename(new, self._path)
        except OSError as failure:
            self.full = failure.args[0] == _ENOSPC
            return False
        return True

    def _migrate(self, content, layout):
        """`content` of this layout in today's."""
        for step in self._steps[layout - _FIRST_LAYOUT :]:
            content = step(content)
        return content


def _layout(path):
    """The layout that the file claims to have; 0 where there is none to read."""
    try:
        os.stat(path)  # as _read does
        with open(path, "rb") as file:
            head = file.read(_START)
    except OSError:
        return 0
    return head[_LAYOUT_AT] if len(head) == _START else 0


def _read(path, today):
    """(content, its layout), or (None, 0) without a file, (None, DAMAGED), and (None, NEWER) past layout `today`."""
    try:
        # Most are not there, and opening takes a buffer from the heap before it is seen that there is nothing to open.
        os.stat(path)
        with open(path, "rb") as file:
            head = file.read(_START)
            if len(head) < _START:
                return None, DAMAGED
            magic, layout, length, crc = struct.unpack(_HEADER, head)
            if magic != _MAGIC or layout < _FIRST_LAYOUT:
                return None, DAMAGED
            begun = binascii.crc32(head[:_CRC_AT])
            if layout > today:
                return None, NEWER if _sum(file, begun) == (length, crc) else DAMAGED
            # A read takes as much of the heap in one piece as it asks for. One byte more shows a file that is too long.
            content = file.read(min(length, _MAX_BYTES) + 1)
    except OSError as failure:
        return None, 0 if failure.args[0] == _ENOENT else DAMAGED
    if len(content) != length or binascii.crc32(content, begun) != crc:
        return None, DAMAGED
    return content, layout


def _sum(file, crc):
    """(length, CRC-32) of what is left of a file that may be longer than any that is known here."""
    length = 0
    piece = file.read(_PIECE_BYTES)
    while piece:
        length += len(piece)
        crc = binascii.crc32(piece, crc)
        piece = file.read(_PIECE_BYTES)
    return length, crc
