"""A stored profile: its bytes as they were pushed, and its revision, which counts the commits of the whole table."""

import struct

from firmware.store.slot import NEWER, Slot

_REVISION = "<I"
_START = struct.calcsize(_REVISION)
# One for each layout before today's, as Slot takes them.
_STEPS = ()


class ProfileStore:
    """The profile in the file at `path`. Empty bytes with a revision are a place whose profile was taken away."""

    def __init__(self, path):
        self._slot = Slot(path, _STEPS)
        self.blob = b""
        self.revision = 0
        self.damaged = False
        self.newer = False

    @property
    def full(self):
        """Whether the last save or clear found no room."""
        return self._slot.full

    def load(self):
        """Read blob (empty: none), revision (0: none), damaged (a profile was there and cannot be read), and newer (a
        newer firmware stored it, which alone can read it)."""
        content, wrong = self._slot.load()
        self.newer = wrong == NEWER
        self.damaged = wrong != 0
        self.blob, self.revision = b"", 0
        if content is not None:
            self.blob = content[_START:]
            (self.revision,) = struct.unpack(_REVISION, content[:_START])

    def save(self, blob, revision) -> bool:
        """Store `blob` as `revision`. False, and nothing changed, when it cannot be written, or is newer."""
        return self._put(blob, revision, False)

    def clear(self, revision) -> bool:
        """Take the profile away, as `revision`, whatever it was."""
        return self._put(b"", revision, True)

    def _put(self, blob, revision, over_newer):
        if not self._slot.save(struct.pack(_REVISION, revision) + blob, over_newer):
            return False
        self.blob, self.revision, self.damaged, self.newer = blob, revision, False, False
        return True
