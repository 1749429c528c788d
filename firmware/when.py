"""A moment by the two times of a table: its clock, which laptops set, and its own count, which no laptop moves."""

from firmware.dates import day_of

NOBODY = (0, 0)


class When:
    """day (YYYYMMDD) and minutes (since 2000-01-01) are the clock's, 0 without a valid time; own_min is the own count.

    By all that was told the moment lies from earliest_min to latest_min; both are `minutes` where nothing speaks
    against the clock. asked: what somebody at the panel may choose from, as minutes of the clock and of the own count,
    0 for none. note: what there is to say of the two times, as a reason of a lock; None for nothing.
    """

    def __init__(self, day=0, minutes=0, own_min=0, earliest_min=0, latest_min=0, asked=NOBODY, note=None):
        self.day = day
        self.minutes = minutes
        self.own_min = own_min
        self.earliest_min = earliest_min
        self.latest_min = latest_min
        self.asked = asked
        self.note = note

    @property
    def early_day(self):
        """The earliest day that it may be, as YYYYMMDD; 0 without a date."""
        return day_of(self.earliest_min) if self.day else 0

    @property
    def late_day(self):
        """The latest day that it may be, as YYYYMMDD; 0 without a date."""
        return day_of(self.latest_min) if self.day else 0

    def same(self, other):
        """Whether everything that is judged or shown is as in `other`."""
        return (
            self.minutes == other.minutes
            and self.own_min == other.own_min
            and self.earliest_min == other.earliest_min
            and self.latest_min == other.latest_min
            and self.asked == other.asked
            and self.note == other.note
        )


# Of a table that has had no time yet.
UNKNOWN = When()
