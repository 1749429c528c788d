"""The book-keeping of sessions: their beginning and end in a person's record, and what waits there for a date."""

from firmware.dates import DAY_MIN, day_number, next_day
from firmware.screening import conditions, dose
from firmware.when import UNKNOWN


class Bookkeeping:
    """when: now, by both times (firmware/when.py).

    A record is of class dose.PersonRecord, its place that of the person among `people`, -1 for nobody. What writes a
    record writes flash, and is to be called only upright and at rest.
    """

    def __init__(self, people):
        self._people = people
        self.when = UNKNOWN

    def keep(self, place, record) -> bool:
        """Write the record: False when flash refuses."""
        return place < 0 or self._people.remember(place, record)

    def begin(self, place, record) -> bool:
        """A session may begin: without an end it counts as cut short. False, and it may not, when flash refuses."""
        record.open = True
        record.open = self.keep(place, record)
        return record.open

    def call_off(self, place, record):
        """The session that might have begun has not: it costs nothing."""
        record.open = False
        self.keep(place, record)

    def end(self, place, record, completed):
        """The session is over; completed: it was tolerated. Without a date it stays open, and counts as cut short."""
        if record.open and self.when.minutes:
            dose.ended(record, self.when, completed)
            self.keep(place, record)

    def answer(self, place, record, answers, pain):
        """The answers before a session: bit n is a yes to question n. pain: as in a record."""
        dose.take(record, self.when, answers)
        record.pain_before, record.pain_after = pain, 0  # both are of one session
        self.keep(place, record)

    def felt(self, place, record, how, dizzy, pain):
        """How they felt after the last session: what dose.felt() takes."""
        dose.felt(record, how, dizzy, pain)
        self.keep(place, record)

    def catch_up(self, record, cut_short):
        """Whatever waited for a date. True when the record has changed; a lost one stays what it is.

        cut_short: a session is open, and it is not the one that may begin or go on now.
        """
        when = self.when
        if record.lost or not when.minutes:
            return False
        first_day = self._first_to_count(record)
        # Later than that only where a clock was ahead, and somebody at the table has said so since.
        moved = record.undated or record.changed_day > first_day
        if moved:
            record.changed_day = first_day
            record.undated = False
        if cut_short:
            dose.ended(record, when, False)
        # A profile that was pushed without a date was pushed today.
        undated = not record.told_day
        if undated:
            record.told_day, record.own_told_day = when.minutes // DAY_MIN, when.own_min // DAY_MIN
        return dose.advance(record, when) or cut_short or moved or undated

    def catch_up_others(self, chosen):
        """Power or a restart cuts short the session of whoever was chosen then, who may be another than now."""
        for place, who in enumerate(self._people.ids):
            if who and place != chosen:
                record = self._people.record(place)
                if self.catch_up(record, record.open):
                    self.keep(place, record)

    def _first_to_count(self, record):
        """After a change today, clearances of today count, unless one of today or of a later day was there before.
        Today is the latest day that it may be."""
        today = self.when.late_day
        ahead = day_number(record.void_day) - day_number(today)
        return next_day(record.void_day) if 0 <= ahead <= conditions.CLEARANCE_DAYS else today
