"""How often the board has restarted by itself since it last ran well."""

from firmware.store.slot import NEWER, Slot

# One for each layout before today's, as Slot takes them.
_STEPS = ()
# A count that cannot be read may be any.
_MOST = 255


class Restarts:
    """count is 0 after power-on. It grows with every restart of another cause until clear() is called.

    A count that cannot be read is the most there is. newer: a newer firmware keeps it, and nothing here is counted.
    """

    def __init__(self, root, by_power):
        self._slot = Slot(root + "/restarts.bin", _STEPS)
        content, wrong = self._slot.load()
        self.newer = wrong == NEWER
        before = content[0] if content else _MOST if wrong else 0
        self.count = 0 if by_power else min(before + 1, _MOST)
        if self.count != before:
            self._slot.save(bytes([self.count]))

    def clear(self):
        """The board has run long enough to be trusted again. Writes flash at most once: call it at rest."""
        if self.count:
            self.count = 0
            self._slot.save(bytes([0]))
