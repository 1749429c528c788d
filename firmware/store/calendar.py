"""What time it is: kept by the clock chip, checked against the ticks, never before the newest time that was logged."""

import struct

from firmware.dates import DAY_MIN, day_number, minutes_of
from firmware.store.moment import Moment
from firmware.store.slot import NEWER, Slot

_FORMAT = "<I"
# One for each layout before today's, as Slot takes them.
_STEPS = ()
# Before this firmware existed: a clock that was never set.
_EARLIEST = 20260101
_EARLIEST_MIN = minutes_of(_EARLIEST, 0)
# A time more than ten years ahead is a wrong clock; logged as the newest it would make every real date invalid.
_LEAP_MIN = 3660 * DAY_MIN
# On one day a clock may be put back by so much behind the newest minute: the hour at the end of summer time, and the
# drift of two clocks in a year. Never into the day before, so that nothing that ends with a day lives longer.
_BACK_MIN = 65
# Chip and ticks may differ by so much between two readings: one by rounding, one by a month of ticks 20 ppm off.
_APART_MIN = 2
# So many failures in a row end the trust in the chip: the bus has no checksum, so a single reading may be disturbed.
_MOST_MISSES = 3
# What a forgotten clock is set to: a time that nobody believes, with or without power.
_NEVER = 20000101


class Calendar:
    """Times are of the laptop's own zone. There is no valid time while the chip is silent, says that it stood still or
    holds no date, differs from the ticks, or is behind the newest minute: logged on flash, or valid since the start.
    Nor is there one from a start with a newest minute that cannot be read, until the time is told anew; and where the
    chip has no time either, only somebody at the table may say that a told one is right. newer: a newer firmware logged
    it, and then no time is taken.

    `rtc`: read() -> bool and set(day, minute), both raise OSError; day, minute, second.
    """

    def __init__(self, root, rtc, now_ms):
        self._rtc = rtc
        self._slot = Slot(root + "/newest_minute.bin", _STEPS)
        content, wrong = self._slot.load()
        self.newer = wrong == NEWER
        self._newest_min = struct.unpack(_FORMAT, content)[0] if content else 0  # on flash
        self._seen_min = 0  # the newest that was valid since the start
        self._last = Moment()
        self._told = Moment()
        self._read_min = 0  # what the chip said when the ticks of _last began
        self._valid = False
        # Two clocks differ, or flash cannot remember: no valid time until a laptop tells it anew.
        self._doubted = False
        self._misses = 0
        # A first reading can be confirmed only by a second one.
        self._look(now_ms)
        self._look(now_ms)
        if wrong:
            # The chip cannot be held against what was logged; a time that is told can be held against the chip.
            self.minutes(now_ms)
            self._doubted = True
        # Then nothing is left that a time could be held against: an expired clearance must not come back to life.
        self._lost = bool(wrong) and not self.newer and not self._seen_min

    def today(self, now_ms) -> int:
        """Today as YYYYMMDD, or 0."""
        self._carry(now_ms)
        return self._last.day if self._valid and not self._doubted else 0

    def minutes(self, now_ms) -> int:
        """Minutes since 2000-01-01 00:00, under 2**26, or 0."""
        minutes = self._last.minutes() if self.today(now_ms) else 0
        self._seen_min = max(self._seen_min, minutes)
        return minutes

    def tend(self, now_ms, at_rest):
        """About once a second. Only at rest is the chip read or set, and a new day written to flash."""
        self._carry(now_ms)
        if not at_rest:
            return
        if self._told.day:
            self._adopt(now_ms)
        else:
            self._look(now_ms)
        minutes = self.minutes(now_ms)
        if minutes // DAY_MIN > self._newest_min // DAY_MIN:
            self.note(minutes)

    def set(self, day, minute, now_ms) -> str:
        """Take this as the time, from the next tend() at rest on: empty when taken, else an error code of the link.

        A time behind the newest one takes the valid time away: one of the two clocks is wrong, and an expired
        clearance must not come back to life.
        """
        if self.newer:
            return "STORED_NEWER"
        if self._lost:
            return "CLOCK_LOST"
        if day_number(day) == 0 or day < _EARLIEST or not 0 <= minute < DAY_MIN:
            return "BAD_DAY"
        told_min = minutes_of(day, minute)
        self.minutes(now_ms)  # what the chip says now counts too: after days without power flash is far behind
        if _behind(told_min, max(self._newest_min, self._seen_min)):
            self._told.day = 0
            self._doubted = True
            return "CLOCK_BACKWARDS"
        if self._leaps(told_min):
            return "CLOCK_LEAP"
        self._told.put(day, minute, 0, now_ms)
        return ""

    def note(self, minutes):
        """Log this minute as the newest. Only at rest: it is written to flash.

        Where flash does not take it there is no valid time: after a restart an older one could pass for it.
        """
        if minutes <= self._newest_min:
            return
        if self._slot.save(struct.pack(_FORMAT, minutes)):
            self._newest_min = minutes
        else:
            self._doubted = True

    def forget(self):
        """Forget the newest minute, even a newer firmware's, and the chip's time, which a wrong clock may have told.
        Only for somebody at the table."""
        self._newest_min = self._seen_min = 0
        self._lost = False
        if self._slot.save(struct.pack(_FORMAT, 0), True):
            self.newer = False
        self._doubted = True
        try:
            self._rtc.set(_NEVER, 0)
        except OSError:
            return

    def _carry(self, now_ms):
        self._last.carry(now_ms)
        self._told.carry(now_ms)
        self._valid = self._valid and self._last.day != 0

    def _adopt(self, now_ms):
        """Set the chip to what was told, and read it back."""
        rtc = self._rtc
        told = self._told
        try:
            rtc.set(told.day, told.minute)
            self._valid = rtc.read() and rtc.day == told.day and rtc.minute == told.minute
        except OSError:
            self._valid = False
        self._last.put(told.day, told.minute, 0, now_ms)
        self._doubted = not self._valid
        self._misses = 0
        told.day = 0

    def _look(self, now_ms):
        """Read the chip. A reading counts when it is where the ticks carry the one before.

        The ticks start anew with each minute of the chip and not with each reading, so that a chip that stands still
        falls behind them.
        """
        rtc = self._rtc
        last = self._last
        try:
            good = rtc.read()
        except OSError:
            good = False
        read_min = minutes_of(rtc.day, rtc.minute) if good else 0
        agrees = read_min and last.day and abs(read_min - last.minutes()) <= _APART_MIN
        self._misses = 0 if agrees else self._misses + 1
        if self._valid and not agrees:
            if self._misses < _MOST_MISSES:
                return
            self._valid = False
            self._doubted = self._doubted or good
        if read_min != self._read_min or not agrees:
            last.put(rtc.day if good else 0, rtc.minute, rtc.second, now_ms)
            self._read_min = read_min
        if agrees and not self._valid:
            self._believe()

    def _believe(self):
        """Two readings agree. A chip that is behind is wrong, and stays wrong however much time passes."""
        minutes = self._last.minutes()
        behind = minutes < _EARLIEST_MIN or _behind(minutes, self._newest_min)
        self._valid = not behind and not self._leaps(minutes)
        self._doubted = self._doubted or not self._valid

    def _leaps(self, minutes):
        return minutes - max(self._newest_min, _EARLIEST_MIN) > _LEAP_MIN


def _behind(minutes, newest):
    """Whether a clock that says `minutes` is wrong, because it was `newest` before."""
    return minutes < newest and (minutes < newest - _BACK_MIN or minutes // DAY_MIN < newest // DAY_MIN)
