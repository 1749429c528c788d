"""How far a person has come, as a therapist notes it by hand.

What docs/decisions/0039 and docs/profiles.md say of steps, breaks and answers is said here a second time, and shares
nothing with the firmware.
"""

import datetime

DAY = datetime.timedelta(days=1)
FIRST_DEG, STEP_DEG = 15.0, 5.0
FIRST_S, STEP_S = 60, 30
# What an interrupted, a whole and a doubtful session is called until somebody has said how it felt.
SHORT, WHOLE, PERHAPS = "short", "whole", "perhaps"
# A time is told by two clocks whose days begin at other hours: so much is in doubt.
DOUBT_DAYS = 1
DOUBT_S = 2.0

# A moment by the real time and by the table's clock.
Moment = tuple[datetime.datetime, datetime.datetime]


def deg(step: int) -> float:
    return FIRST_DEG + STEP_DEG * step


def days_between(one: Moment, two: Moment) -> tuple[int, int]:
    """Days by the real time, whole ones, and by the date of the table's clock."""
    return (two[0] - one[0]).days, (two[1].date() - one[1].date()).days


class Steps:
    """One person's. `step` and `good` are what the record has; a break counts from `last` on until the next session."""

    def __init__(self, step: int = 0):
        self.step = step
        self.good = 0  # whole sessions at this step that felt no worse
        self.first_good: Moment | None = None
        self.worse_in_a_row = 0
        self.last: Moment | None = None  # the end of the last session
        self.unsaid = ""  # a session of which nobody has said how it felt
        self.pain_before: int | None = None

    def half_s(self, step: int) -> float:
        """So long at the step's angle makes a session whole."""
        return (FIRST_S + STEP_S * step) / 2

    def read(self, now: Moment, told: int, done: int) -> None:
        """The table tells which step counts now and what is done: it may be in doubt only by where a day begins."""
        if self.good == 3 and self.first_good is not None:
            real, clock = days_between(self.first_good, now)
            if min(real, clock) >= 7 or (min(real, clock) + DOUBT_DAYS >= 7 and done == 0):
                self._taken()
        least, most = self._counting(now)
        assert least <= told <= most, f"step {told}, and it is {least} to {most}: {vars(self)} at {now}"
        assert done == self.good, f"{done} sessions count, and {self.good} do: {vars(self)} at {now}"

    def _taken(self) -> None:
        self.step += 1
        self._hold()

    def _counting(self, now: Moment) -> tuple[int, int]:
        """The fewest and the most steps after a break: one back for each two weeks, all after eight weeks."""
        if self.last is None:
            return self.step, self.step
        days = max(days_between(self.last, now))
        return self._after(days + DOUBT_DAYS), self._after(days)

    def _after(self, days: int) -> int:
        return 0 if days >= 56 else self.step - min(self.step, max(0, days) // 14)

    def ended(self, now: Moment, counted: int, held_s: float, cut_short: bool) -> None:
        """A session is over that began at the step that counted then; held_s: within 1.5 degrees of its angle."""
        assert not self.unsaid, f"went down though nobody said how the last session felt: {vars(self)}"
        if counted < self.step:
            self.step = counted
            self._hold()
        self.last = now
        needed_s = self.half_s(self.step)
        doubtful = abs(held_s - needed_s) < DOUBT_S
        self.unsaid = SHORT if cut_short or held_s < needed_s else WHOLE
        self.unsaid = PERHAPS if doubtful and not cut_short else self.unsaid

    def said(self, how: str, dizzy: bool, pain_after: int | None, done: int) -> None:
        """How the last session felt: worse holds the step, and twice in a row takes one back; dizzy holds it."""
        assert self.unsaid, "asked how a session felt of which it was said already"
        unsaid, self.unsaid = self.unsaid, ""
        hurts = None not in (self.pain_before, pain_after) and pain_after - self.pain_before >= 2
        if how == "worse" or hurts:
            self._hold()
            self.worse_in_a_row += 1
            if self.worse_in_a_row == 2:
                self.worse_in_a_row, self.step = 0, max(0, self.step - 1)
        elif dizzy:
            self._hold()
        else:
            self.worse_in_a_row = 0
            if unsaid == WHOLE or (unsaid == PERHAPS and done > self.good):
                self.first_good = self.first_good or self.last
                self.good = min(3, self.good + 1)

    def _hold(self) -> None:
        self.good, self.first_good = 0, None
