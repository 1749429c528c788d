"""The limits in force, in memory that may be disturbed."""

from firmware.safety.ticks import MASK

LIMIT_MOST_CDEG, SESSION_MOST_MS = 9000, 600000  # upside down; the longest that a profile may ask for


class Limits:
    """Each value with its complement: a flipped bit is noticed before it widens anything."""

    def __init__(self):
        self.load(0, 0)

    def load(self, limit_cdeg, session_ms):
        """Take a limit (0 locks) and the time below level of a session; both are 0 where either is out of range."""
        if not (0 <= limit_cdeg <= LIMIT_MOST_CDEG and 0 <= session_ms <= SESSION_MOST_MS):
            limit_cdeg = session_ms = 0
        self.limit_cdeg = limit_cdeg
        self.session_ms = session_ms
        self._limit_check = limit_cdeg ^ MASK
        self._session_check = session_ms ^ MASK

    def corrupt(self):
        """True when a value and its complement no longer fit together."""
        return self.limit_cdeg ^ self._limit_check != MASK or self.session_ms ^ self._session_check != MASK
