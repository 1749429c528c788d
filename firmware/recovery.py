"""Stands in for profiles and calendar when the board keeps restarting: locked, and able to say so and to return."""

from firmware.screening.conditions import TABLE_RATING_CDEG, reason
from firmware.screening.rules import Screened


class Bare:
    """No stored profile is read and none is taken: what is on flash may be what made the board restart."""

    def __init__(self):
        self.screened = Screened([(TABLE_RATING_CDEG, "table_rating")], [reason("RECOVERY")], 0)
        self.changed = 0
        self.blob = b""
        self.revision = 0
        self.push_reasons = []

    def push(self, blob):
        """Nothing is stored."""
        return "NOT_STORED"

    def rescreen(self, today):
        """Nothing to judge."""

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
