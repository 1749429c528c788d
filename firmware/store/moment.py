"""A minute of a day, and a count of minutes, carried on by the ticks."""

from firmware.dates import DAY_MIN, minutes_of, next_day
from firmware.safety.ticks import MASK, elapsed_ms, later_ms

_MINUTE_MS = 60000


class Moment:
    """day is YYYYMMDD, 0 for no moment; minute is of that day."""

    def __init__(self):
        self.day = 0
        self.minute = 0
        self._since_ms = 0

    def put(self, day, minute, second, now_ms):
        """At tick now_ms it is this second of this minute."""
        self.day = day
        self.minute = minute
        self._since_ms = (now_ms - second * 1000) & MASK

    def carry(self, now_ms):
        """Go on to now_ms. More than 6 days after the last call the ticks do not tell how long it was: no moment."""
        passed_ms = elapsed_ms(now_ms, self._since_ms)
        if not self.day or passed_ms < 0:
            self.day = 0
            return
        passed_min = passed_ms // _MINUTE_MS
        self._since_ms = later_ms(self._since_ms, passed_min * _MINUTE_MS)
        self.minute += passed_min
        while self.minute >= DAY_MIN:
            self.minute -= DAY_MIN
            self.day = next_day(self.day)

    def minutes(self):
        """Minutes since 2000-01-01 00:00; 0 for no moment."""
        return minutes_of(self.day, self.minute)

    def second(self, now_ms):
        """The second of the minute at now_ms, after a carry() to it."""
        return elapsed_ms(now_ms, self._since_ms) // 1000

    def ahead_ms(self, count):
        """How far into its minute it is, less how far a Count is into its own, after a carry() of both to one tick."""
        return elapsed_ms(count.since_ms, self._since_ms)


class Count:
    """minutes; since_ms: the tick at which the last of them began."""

    def __init__(self):
        self.minutes = 0
        self.since_ms = 0

    def put(self, minutes, second, now_ms):
        """At tick now_ms it is this second of this minute."""
        self.minutes = minutes
        self.since_ms = (now_ms - second * 1000) & MASK

    def carry(self, now_ms):
        """Go on to now_ms. More than 6 days after the last call the ticks do not tell how long it was: none of it
        counts."""
        passed_ms = elapsed_ms(now_ms, self.since_ms)
        if passed_ms < 0:
            self.since_ms = now_ms
        elif self.minutes:
            passed_min = passed_ms // _MINUTE_MS
            self.minutes += passed_min
            self.since_ms = later_ms(self.since_ms, passed_min * _MINUTE_MS)
