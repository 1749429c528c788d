"""What the table keeps on flash of its two times: the newest minute of the clock, and its own count of minutes."""

import struct

from firmware.store.slot import NEWER, Slot

_FORMAT = "<IIiI"
_OLD_FORMAT = "<I"

NO_MARK = 0  # no chip is known to have gone on since
ANY_MARK = 1 << 24  # no chip was ever marked: the one that is there is the one that was


def _with_own_count(content):
    """Layout 1 had only the newest minute: the own count begins with it."""
    if len(content) != struct.calcsize(_OLD_FORMAT):
        return b""
    newest_min = struct.unpack(_OLD_FORMAT, content)[0]
    return struct.pack(_FORMAT, newest_min, newest_min, 0, ANY_MARK)


# One for each layout before today's, as Slot takes them.
_STEPS = (_with_own_count,)


class Newest:
    """newest_min: the newest minute of the clock that was valid. own_min: the own count as this was written.
    skew_s: how many seconds the clock chip was ahead of the own count then. mark: what that chip was marked with, under
    2**24, or one of those above. All are 0 where nothing was stored, or nothing can be read.

    newer: a newer firmware wrote it. damaged: what was written cannot be read.
    """

    def __init__(self, root):
        self._slot = Slot(root + "/newest_minute.bin", _STEPS)
        content, wrong = self._slot.load()
        whole = content is not None and len(content) == struct.calcsize(_FORMAT)
        self.newer = wrong == NEWER
        self.damaged = not (whole or self.newer or (content is None and not wrong))
        kept = struct.unpack(_FORMAT, content) if whole else (0, 0, 0, NO_MARK)
        self.newest_min, self.own_min, self.skew_s, self.mark = kept

    def save(self, over_newer=False) -> bool:
        """Write it as it is now. False if flash refuses, or a newer firmware's is there and is not given up."""
        content = struct.pack(_FORMAT, self.newest_min, self.own_min, self.skew_s, self.mark)
        if not self._slot.save(content, over_newer):
            return False
        self.newer = self.damaged = False
        return True
