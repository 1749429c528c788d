"""What a session was: how long and how far head-down, and whether anything cut it short."""

from firmware.safety import faults
from firmware.safety.ticks import elapsed_ms

_COMPLETED_MS = 30000  # head-down for less, nothing was tolerated yet
_COMPLETED_CDEG = 500  # within this of its limit
_BELOW_CDEG = 100
_GAP_MOST_MS = 60


class Tally:
    """step() once per tick. away: the table has left upright, until settle()."""

    def __init__(self, now_ms):
        self._last_ms = now_ms
        self.away = False
        self._below_ms = 0
        self._peak_cdeg = 0
        self._limit_cdeg = 0
        self._cut_short = False

    @property
    def completed(self):
        """Tolerated: long enough and far enough head-down, without STOP and without a fault that moved or held it."""
        far = self._peak_cdeg >= self._limit_cdeg - _COMPLETED_CDEG
        return not self._cut_short and far and self._below_ms >= _COMPLETED_MS

    def step(self, now_ms, obs, verdict, limit_cdeg):
        """Take one tick."""
        passed_ms = max(0, min(_GAP_MOST_MS, elapsed_ms(now_ms, self._last_ms)))
        self._last_ms = now_ms
        if obs.at_upright:
            return
        if not self.away:
            self.away = True
            self._begin()
        self._limit_cdeg = max(self._limit_cdeg, limit_cdeg)
        self._peak_cdeg = max(self._peak_cdeg, obs.inv_cdeg)
        if obs.inv_cdeg > _BELOW_CDEG:
            self._below_ms += passed_ms
        # The end of the session's own time is no mishap.
        mishap = verdict.response > faults.REFUSE and verdict.fault != faults.SESSION_TIME
        self._cut_short = self._cut_short or obs.stop or mishap

    def settle(self):
        """The session was counted: the next one begins from nothing."""
        self.away = False

    def _begin(self):
        self._below_ms = 0
        self._peak_cdeg = -9000
        self._limit_cdeg = 0
        self._cut_short = False
