"""What day it is: told by the laptop, carried on by the ticks, never before the newest day that was ever seen."""

import struct

from firmware.safety.ticks import elapsed_ms, later_ms
from firmware.screening.rules import day_number
from firmware.store.slot import Slot

_DAY_MS = 24 * 3600 * 1000
_FORMAT = "<I"
# Before this firmware existed: a clock that was never set.
_EARLIEST = 20260101
# A day further off than ten years is a clock that is wrong; taken as newest it would void every day to come.
_LEAP_DAYS = 3660


class Calendar:
    """Days are YYYYMMDD; 0 is no valid date, which is how every start begins: no clock runs without power."""

    def __init__(self, root):
        self._slot = Slot(root + "/newest_day.bin")
        self._day = 0
        self._since_ms = 0
        content, _ = self._slot.load()
        self._newest = self._kept = struct.unpack(_FORMAT, content)[0] if content else 0
        self._unsaved = False

    def set(self, day, now_ms) -> str:
        """Take `day` as today: empty when taken, else an error code of the link.

        A day before the newest one leaves the table without a valid date: one of the two clocks is wrong, and an
        expired clearance must not come back to life.
        """
        if day_number(day) == 0 or day < _EARLIEST:
            return "BAD_DAY"
        if day < self._newest:
            self._day = 0
            return "CLOCK_BACKWARDS"
        if day_number(day) - day_number(max(self._newest, _EARLIEST)) > _LEAP_DAYS:
            return "CLOCK_LEAP"
        self._since_ms = now_ms
        self._begin(day)
        return ""

    def forget(self):
        """Forget the newest day, which a wrong clock may have told. Only for somebody at the table."""
        self._newest = self._kept = self._day = 0
        self._slot.save(struct.pack(_FORMAT, 0))

    def today(self, now_ms) -> int:
        """Today, or 0. Call it at rest only, where a new day may be written to flash, and once in 6 days at least.

        Where flash takes no new day there is no valid date: after a restart an older one could pass for it.
        """
        passed_ms = elapsed_ms(now_ms, self._since_ms)
        if passed_ms < 0:
            self._day = 0
        while self._day and passed_ms >= _DAY_MS:
            passed_ms -= _DAY_MS
            self._since_ms = later_ms(self._since_ms, _DAY_MS)
            self._begin(_next(self._day))
        if self._unsaved:
            self._unsaved = False
            if self._slot.save(struct.pack(_FORMAT, self._newest)):
                self._kept = self._newest
            else:
                self._day = 0
        return self._day

    def _begin(self, day):
        self._day = self._newest = day
        self._unsaved = day > self._kept


def _next(day):
    for date in (day + 1, day - day % 100 + 101):
        if day_number(date):
            return date
    return (day // 10000 + 1) * 10000 + 101
