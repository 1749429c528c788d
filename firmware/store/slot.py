"""One small file that is either whole or not there: written beside, read back, then renamed over the one before."""

import binascii
import os
import struct

# magic, version, length of the content, CRC-32 of all that stands before it and of the content
_HEADER = "<4sBI"
_CRC = "<I"
_MAGIC = b"BSCL"
_VERSION = 1
_SKIP = struct.calcsize(_HEADER)
_START = _SKIP + struct.calcsize(_CRC)
# The longest content: a profile and its revision.
_MAX_BYTES = 4100

_ENOENT = 2
# Replaces the file of that name on the table's filesystems; a laptop's rename may refuse to.
_rename = getattr(os, "replace", os.rename)


class Slot:
    """A file at `path`, and `path`.new while it is being written."""

    def __init__(self, path):
        self._path = path
        self._new = path + ".new"

    def load(self):
        """(content, damaged): content None when there is no whole copy, damaged when there was one to expect.

        A whole `.new` counts only when the file itself is not whole: it is newer than whatever the file held.
        """
        content, there = _read(self._path)
        if content is None:
            newer, _ = _read(self._new)
            if newer is not None:
                return newer, False
        return content, there and content is None

    def save(self, content) -> bool:
        """Write `content`. True once it is in place; False if flash refuses, and the previous content is then kept."""
        head = struct.pack(_HEADER, _MAGIC, _VERSION, len(content))
        head += struct.pack(_CRC, binascii.crc32(content, binascii.crc32(head)))
        try:
            with open(self._new, "wb") as file:
                file.write(head)
                file.write(content)
            if _read(self._new)[0] != content:
                return False
            _rename(self._new, self._path)
        except OSError:
            return False
        return True


def _read(path):
    """(content or None, whether there was a file)."""
    try:
        # A read that asks for the most takes so much of the heap in one piece, however short the file.
        most = min(os.stat(path)[6], _START + _MAX_BYTES + 1)
        with open(path, "rb") as file:
            data = file.read(most)
    except OSError as failure:
        return None, failure.args[0] != _ENOENT
    if len(data) < _START:
        return None, True
    magic, version, length = struct.unpack_from(_HEADER, data)
    (crc,) = struct.unpack_from(_CRC, data, _SKIP)
    content = data[_START:]
    if magic != _MAGIC or version != _VERSION or length != len(content):
        return None, True
    if crc != binascii.crc32(content, binascii.crc32(data[:_SKIP])):
        return None, True
    return content, True
