"""Stands in for people and calendar when the board is not well: locked, and able to say so and to return."""

from firmware.screening.conditions import TABLE_RATING_CDEG
from firmware.screening.dose import PersonRecord
from firmware.screening.rules import Screened


class Nobody:
    """No stored profile is read: what is on flash may be what made the board restart."""

    def __init__(self):
        self.ids = []
        self.revision = 0

    def find(self, who):
        """Nobody is found."""
        return -1


class Bare:
    """Locked, and none of its records is read or written."""

    def __init__(self, reasons):
        self.screened = Screened([(TABLE_RATING_CDEG, "table_rating")], reasons, 0)
        self.people = Nobody()
        self.record = PersonRecord()
        self.changed = 0
        self.blob = b""
        self.who = self.name = ""
        self.place = -1
        self.push_reasons = []
        self.confirmed = self.answered = False
        self.day = 0
        self.limit_cdeg = self.session_ms = self.goal_cdeg = self.tolerated_ms = 0
        self.programme = (0, 0, 0)

    def push(self, blob):
        """Nothing is stored."""
        return "NOT_STORED"

    def screening_of(self, place):
        """The same for all."""
        return self.screened

    def record_of(self, place):
        """Nothing is remembered."""
        return self.record

    def blob_of(self, place):
        """Nothing is read."""
        return self.blob

    def choose(self, step):
        """Nobody can be chosen."""

    def take_back(self):
        """Nothing was confirmed."""

    def begin(self):
        """Nothing was confirmed."""

    def expire(self):
        """Nothing was confirmed."""

    def rescreen(self, today, minutes):
        """Nothing to judge."""

    def end(self, completed):
        """Nothing is counted."""

    def set(self, day, minute, now_ms):
        """No date is kept."""
        return ""

    def tend(self, now_ms, at_rest):
        """The clock chip is left alone."""

    def today(self, now_ms):
        """No valid date."""
        return 0

    def minutes(self, now_ms):
        """No valid time."""
        return 0

    def note(self, minutes):
        """Nothing is kept."""
