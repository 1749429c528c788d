"""A stored profile: its bytes as they were pushed, and its revision, which counts the commits of the whole table."""

import struct

from firmware.store.slot import Slot

_REVISION = "<I"
_START = struct.calcsize(_REVISION)


class ProfileStore:
    """The profile in the file at `path`. Empty bytes with a revision are a place whose profile was taken away."""

    def __init__(self, path):
        self._slot = Slot(path)
        self.blob = b""
        self.revision = 0
        self.damaged = False

    def load(self):
        """Read blob (empty: none), revision (0: none) and damaged (a profile was there and cannot be read)."""
        content, self.damaged = self._slot.load()
        self.blob, self.revision = b"", 0
        if content is not None:
            self.blob = content[_START:]
            (self.revision,) = struct.unpack(_REVISION, content[:_START])

    def save(self, blob, revision) -> bool:
        """Store `blob` as `revision`. False, and nothing changed, when it cannot be written."""
        if not self._slot.save(struct.pack(_REVISION, revision) + blob):
            return False
        self.blob, self.revision, self.damaged = blob, revision, False
        return True
