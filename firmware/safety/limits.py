"""The limits in force, in memory that may be disturbed."""

from firmware.safety.ticks import MASK


class Limits:
    """Each value with its complement: a flipped bit is noticed before it widens anything."""

    def __init__(self):
        self.load(0, 0)

    def load(self, limit_cdeg, session_ms):
        """Take 0 to 9000 cdeg (0 locks) and 0 to 600,000 ms below level per session. Only upright and idle."""
        self.limit_cdeg = limit_cdeg
        self.session_ms = session_ms
        self._limit_check = limit_cdeg ^ MASK
        self._session_check = session_ms ^ MASK

    def corrupt(self):
        """True when a value and its complement no longer fit together."""
        return self.limit_cdeg ^ self._limit_check != MASK or self.session_ms ^ self._session_check != MASK
