"""The table's own count of minutes, which nothing that a laptop tells can move."""

import binascii
import struct

from firmware.dates import minutes_of
from firmware.store.moment import Count
from firmware.store.newest import ANY_MARK, NO_MARK, Newest

# Before this firmware existed: a clock that was never set, and an own count that has lost its beginning.
EARLIEST_MIN = minutes_of(20260101, 0)
# A time more than ten years ahead is a wrong clock.
LEAP_MIN = 3660 * 24 * 60
# Chip and ticks may differ by so much between two readings: one by rounding, one by a month of ticks 20 ppm off.
APART_MIN = 2
# Where a count begins anew whose beginning is lost: its second day, because day 0 stands for never.
_ANEW_MIN = 24 * 60


class OwnCount:
    """It goes on with the ticks, and without power with the clock chip, as long as that carries the mark that was left
    in it when it was last set. Else it stands still until the power is back. It never runs ahead of the time that has
    passed.

    kept: what is on flash. `chip` stands for a clock chip whose last read() was True, `last` for its Moment.
    """

    def __init__(self, root, now_ms):
        self.kept = kept = Newest(root)
        self._count = Count()
        self._count.put(_ANEW_MIN if kept.newer or kept.damaged else kept.own_min, 0, now_ms)
        self._agreed_min = self._count.minutes  # when chip and ticks last agreed
        self._off = True  # no chip has told yet how long the power was off

    @property
    def minutes(self):
        """After the last carry(), under 2**26; 0 before any time was valid."""
        return self._count.minutes

    @property
    def known_min(self):
        """The same, 0 where its beginning is lost: then it is no time of any clock."""
        return self._count.minutes if self._count.minutes >= EARLIEST_MIN else 0

    def carry(self, now_ms):
        """Go on to now_ms."""
        self._count.carry(now_ms)

    def put(self, minutes, second, now_ms):
        """Somebody at the table says that it is this second of this minute."""
        self._count.put(minutes, second, now_ms)

    def begin(self, minutes, second, now_ms):
        """Begin with this, where it has never begun."""
        if not self._count.minutes:
            self._count.put(minutes, second, now_ms)

    def agreed(self):
        """Chip and ticks agree, or are of one time from now on."""
        self._agreed_min = self._count.minutes

    def give_up(self):
        """Chip or ticks have leapt: neither of them has counted anything since they last agreed."""
        self._count.minutes = min(self._count.minutes, self._agreed_min)
        self.kept.mark = NO_MARK

    def begin_anew(self):
        """Its beginning is lost: all waits begin anew."""
        self._count.minutes = self._agreed_min = self.kept.own_min = _ANEW_MIN
        self.kept.newest_min = self.kept.skew_s = 0
        self.kept.mark = NO_MARK

    def ours(self, chip):
        """Whether the chip has gone on since this table marked it."""
        return self.kept.mark == chip.mark != NO_MARK

    def fits(self, minutes):
        """Whether a chip of ours that says this has gone as far as the ticks: many small leaps are a large one."""
        return -APART_MIN <= self._ahead_min(minutes) <= APART_MIN

    def gone_on(self, minutes):
        """Whether a chip of ours that says this may have: while the power was off it alone has counted."""
        return -APART_MIN <= self._ahead_min(minutes) <= (LEAP_MIN if self._off else APART_MIN)

    def follow(self, chip, minutes, second, now_ms):
        """The chip is believed: what it has counted without power counts, if it is ours."""
        if self._off and (self.ours(chip) or self.kept.mark == ANY_MARK):
            counted_s = minutes * 60 + second - self.kept.skew_s
            if counted_s // 60 > self._count.minutes:
                self._count.put(counted_s // 60, counted_s % 60, now_ms)
        self.begin(minutes, second, now_ms)
        self.powered()

    def powered(self):
        """From now on the ticks count."""
        self._off = False

    def new_mark(self, chip, minutes):
        """One that neither the chip has, nor any that another table has set. No multiple of 7, so that it is seen where
        somebody else has set the day of the week."""
        kept = self.kept
        mark = binascii.crc32(struct.pack("<IIiI", minutes, self._count.minutes, kept.skew_s, kept.mark)) & 0x7FFFFF
        while not mark % 7 or mark in (kept.mark, chip.mark):
            mark += 1
        return mark

    def keep(self, newest_min, last) -> bool:
        """Log it, and the newest minute. last: the chip's time when that is valid, else None."""
        kept = self.kept
        kept.newest_min = max(kept.newest_min, newest_min)
        kept.own_min = self._count.minutes
        if last:
            # Rounded up, so that the chip never brings the count ahead of what it was.
            kept.skew_s = (last.minutes() - self._count.minutes) * 60 - (-last.ahead_ms(self._count) // 1000)
        return kept.save()

    def _ahead_min(self, minutes):
        """By so much the chip would bring the count forward, to a minute."""
        return minutes - self._count.minutes - self.kept.skew_s // 60
