"""What time it is: kept by the clock chip, which laptops set, and held against the table's own count of minutes."""

from firmware.dates import DAY_MIN, day_number, day_of, minutes_of
from firmware.store import clock_notes
from firmware.store.moment import Moment
from firmware.store.newest import NO_MARK
from firmware.store.own_count import APART_MIN, EARLIEST_MIN, LEAP_MIN, OwnCount
from firmware.when import NOBODY, When

# Laptops tell their own zone's time, and no two zones that a person goes between differ by a whole day. A time that is
# behind the own count by more than this is wrong: the count never runs ahead of the time that has passed.
_BACK_MIN = 23 * 60 + 5
# A chip that the table has not marked may be behind the newest minute by the hour at the end of summer time and the
# drift of two clocks in a year.
_BEHIND_MIN = 65
# A told time that differs from the chip's by no more is the same one: both are known to the minute only.
_SAME_MIN = 1
# So many failures in a row end the trust in the chip: the bus has no checksum, so a single reading may be disturbed.
_MOST_MISSES = 3
# What a forgotten clock is set to: a time that nobody believes, with or without power.
_NEVER = 20000101


class Calendar:
    """Times are of the laptop's own zone. There is no valid time while the chip is silent, says that it stood still or
    holds no date, differs from the ticks, is behind what was logged, or after a told time was refused as too early. Nor
    is there one from a start with a log that cannot be read, until the time is told anew; and where the chip has no
    time either, only somebody at the table may say that a told one is right. newer: a newer firmware logged it, and
    then no time is taken.

    `rtc`: read() -> bool, set(day, minute, mark) and leave(mark), all raise OSError; day, minute, second, mark.
    """

    def __init__(self, root, rtc, now_ms):
        self._rtc = rtc
        self._own = OwnCount(root, now_ms)
        self._kept = kept = self._own.kept
        self.newer = kept.newer
        self._seen_min = 0  # the newest that was valid since the start
        self._last = Moment()
        self._told = Moment()
        self._refused = Moment()
        # Why the last time that was told was not taken, as an error code of the link.
        self._why = "STORED_NEWER" if kept.newer else ""
        self._read_min = 0  # what the chip said when the ticks of _last began
        self._valid = False
        # Two clocks differ, or flash cannot remember: no valid time until a laptop tells it anew.
        self._doubted = False
        self._misses = 0
        self._marking = True  # whether the chip that is there may still be marked
        # A first reading can be confirmed only by a second one.
        self._look(now_ms)
        self._look(now_ms)
        if kept.newer or kept.damaged:
            # The chip cannot be held against what was logged; a time that is told can be held against the chip.
            self.minutes(now_ms)
            self._doubted = True
        # Then nothing is left that a time could be held against: an expired clearance must not come back to life.
        self._lost = kept.damaged and not self._seen_min

    def today(self, now_ms) -> int:
        """Today by the clock as YYYYMMDD, or 0."""
        self._carry(now_ms)
        return self._last.day if self._valid and not self._doubted else 0

    def minutes(self, now_ms) -> int:
        """Minutes of the clock since 2000-01-01 00:00, under 2**26, or 0."""
        minutes = self._last.minutes() if self.today(now_ms) else 0
        self._seen_min = max(self._seen_min, minutes)
        return minutes

    def when(self, now_ms) -> When:
        """Now, by both times."""
        minutes = self.minutes(now_ms)
        own = self._own
        own.carry(now_ms)
        known_min = own.known_min
        latest_min = max(self._kept.newest_min, self._seen_min, known_min)
        self._refused.carry(now_ms)
        refused_min = self._refused.minutes()
        told_min = refused_min or minutes
        asked = clock_notes.asked(told_min, known_min, latest_min, refused_min) if told_min else NOBODY
        if minutes:
            note = clock_notes.apart(minutes, known_min, latest_min)
        else:
            note = clock_notes.unknown(refused_min, self._why)
        earliest_min = min(minutes, known_min or minutes)
        return When(self._last.day if minutes else 0, minutes, own.minutes, earliest_min, latest_min, asked, note)

    def tend(self, now_ms, at_rest):
        """About once a second. Only at rest is the chip read or set, and a new day written to flash."""
        self._carry(now_ms)
        if not at_rest:
            return
        if self._told.day:
            self._adopt(now_ms)
        else:
            self._look(now_ms)
        kept = self._kept
        minutes = self.minutes(now_ms)
        if minutes and self._marking and not self._own.ours(self._rtc):
            self._mark(minutes)
        if minutes // DAY_MIN > kept.newest_min // DAY_MIN or self._own.minutes // DAY_MIN > kept.own_min // DAY_MIN:
            self.note(now_ms)

    def set(self, day, minute, now_ms) -> str:
        """Take this as the clock's time, from the next tend() at rest on: empty when taken, else an error code of the
        link. A time too early takes the valid time away: one of the two clocks is wrong."""
        code = self._against(day, minute, now_ms)
        self.refused(code)
        if not code:
            self._told.put(day, minute, 0, now_ms)
            self._refused.day = 0
        elif code not in ("BAD_DAY", "STORED_NEWER"):
            self._refused.put(day, minute, 0, now_ms)
        if code == "CLOCK_BACKWARDS":
            self._told.day = 0
            self._doubted = True
        return code

    def refused(self, code):
        """A told time was not taken, for this error code of the link. Until one is, that is why there is none."""
        self._why = code

    def vouch(self, for_own, now_ms):
        """Somebody at the panel says which of the two times is right that are asked for, the own count or the other:
        from then on clock and count are one. Only at rest: it is written to flash."""
        told_min, known_min = self.when(now_ms).asked
        minutes = known_min if for_own else told_min
        if not minutes:
            return
        self._lost = self._valid = False  # the chip is set anew, whatever it says
        self._kept.newest_min = self._seen_min = minutes
        self._own.put(minutes, 0, now_ms)
        self._told.put(day_of(minutes), minutes % DAY_MIN, 0, now_ms)
        self._refused.day = 0
        self.refused("")
        self._adopt(now_ms)

    def note(self, now_ms):
        """Log the newest minute and the own count. Only at rest: it is written to flash.

        Where flash does not take it there is no valid time: after a restart an older one could pass for it.
        """
        minutes = self.minutes(now_ms)
        self._own.carry(now_ms)
        if minutes > self._kept.newest_min or self._own.minutes > self._kept.own_min:
            self._keep()

    def forget(self):
        """Forget both times, even a newer firmware's, and the chip's, which a wrong clock may have told: everybody
        waits anew. Only for somebody at the table."""
        self._own.begin_anew()
        self._seen_min = 0
        self._refused.day = 0
        self._lost = False
        if self._kept.save(True):
            self.newer = False
            self.refused("")
        self._doubted = True
        try:
            self._rtc.set(_NEVER, 0)
        except OSError:
            return

    def _against(self, day, minute, now_ms):
        """What speaks against this time, as an error code of the link; empty for nothing."""
        if self.newer:
            return "STORED_NEWER"
        if self._lost:
            return "CLOCK_LOST"
        told_min = minutes_of(day, minute) if day_number(day) and 0 <= minute < DAY_MIN else 0
        if told_min < EARLIEST_MIN:
            return "BAD_DAY"
        self.minutes(now_ms)  # what the chip says now counts too: after days without power flash is far behind
        self._own.carry(now_ms)
        base_min = self._base_min()
        if told_min < base_min - _BACK_MIN:
            return "CLOCK_BACKWARDS"
        return "CLOCK_LEAP" if told_min - max(base_min, EARLIEST_MIN) > LEAP_MIN else ""

    def _base_min(self):
        """What a time is held against: the own count; where its beginning is lost, the newest minute."""
        return self._own.known_min or max(self._kept.newest_min, self._seen_min)

    def _carry(self, now_ms):
        self._last.carry(now_ms)
        self._told.carry(now_ms)
        self._valid = self._valid and self._last.day != 0

    def _adopt(self, now_ms):
        """Set the chip to what was told, and read it back. The own count stays what it is."""
        rtc, own, told, last = self._rtc, self._own, self._told, self._last
        told_min = told.minutes()
        own.carry(now_ms)
        sure = self._valid and not self._doubted and own.ours(rtc)
        if sure and abs(told_min - last.minutes()) <= _SAME_MIN:
            self._look(now_ms)
            if not self._misses:
                told.day = 0
                return
        mark = own.new_mark(rtc, told_min)
        try:
            rtc.set(told.day, told.minute, mark)
            self._valid = rtc.read() and rtc.day == told.day and rtc.minute == told.minute
        except OSError:
            self._valid = False
        last.put(told.day, told.minute, 0, now_ms)
        told.day = 0
        own.powered()
        self._doubted = not self._valid
        self._misses = 0
        if not self._valid:
            self.refused("CLOCK_FAILED")
            return
        own.begin(told_min, 0, now_ms)
        own.agreed()
        self._kept.mark = mark if rtc.mark == mark else NO_MARK
        self._seen_min = max(self._seen_min, told_min)
        self._keep()

    def _look(self, now_ms):
        """Read the chip. A reading counts when it is where the ticks carry the one before.

        The ticks start anew with each minute of the chip and not with each reading, so that a chip that stands still
        falls behind them.
        """
        rtc, own, last = self._rtc, self._own, self._last
        own.carry(now_ms)
        try:
            good = rtc.read()
        except OSError:
            good = False
        read_min = minutes_of(rtc.day, rtc.minute) if good else 0
        agrees = read_min and last.day and abs(read_min - last.minutes()) <= APART_MIN
        agrees = agrees and not (self._valid and own.ours(rtc) and not own.fits(read_min))
        self._misses = 0 if agrees else self._misses + 1
        if self._valid and not agrees:
            if self._misses < _MOST_MISSES:
                return
            self._valid = False
            if good:
                self._doubted = True
                own.give_up()
                self._keep()
        if read_min != self._read_min or not agrees:
            last.put(rtc.day if good else 0, rtc.minute, rtc.second, now_ms)
            self._read_min = read_min
        if agrees and not self._valid:
            self._believe(now_ms)
        if agrees:
            own.agreed()

    def _believe(self, now_ms):
        """Two readings agree. A chip that is behind is wrong, and stays wrong however much time passes."""
        own = self._own
        minutes = self._last.minutes()
        if own.ours(self._rtc):
            self._valid = own.gone_on(minutes)
        else:
            leaps = minutes - max(self._base_min(), EARLIEST_MIN) > LEAP_MIN
            self._valid = minutes >= EARLIEST_MIN and not leaps and not _behind(minutes, self._kept.newest_min)
        self._doubted = self._doubted or not self._valid
        if self._valid:
            own.follow(self._rtc, minutes, self._last.second(now_ms), now_ms)
            self._marking = True

    def _mark(self, minutes):
        """Mark a chip that was set elsewhere: from now on it counts for this table. One that keeps no mark is tried
        once; without power nothing is counted by it."""
        rtc = self._rtc
        mark = self._own.new_mark(rtc, minutes)
        try:
            rtc.leave(mark)
            held = rtc.read() and rtc.mark == mark
        except OSError:
            return
        self._marking = False
        if held:
            self._kept.mark = mark
            self._keep()

    def _keep(self):
        """Log both times as they are now. A log that cannot be read stays until a time is taken again."""
        if self._doubted and (self._kept.newer or self._kept.damaged):
            return
        if not self._own.keep(self._seen_min, self._last if self._valid else None):
            self._doubted = True


def _behind(minutes, newest):
    """Whether an unmarked chip that says `minutes` is wrong, because it was `newest` before."""
    return minutes < newest - _BEHIND_MIN or minutes // DAY_MIN < newest // DAY_MIN
