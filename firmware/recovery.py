"""Stands in for link, screening and calendar when the board keeps restarting: locked, silent, able to return."""

from firmware.screening.rules import screen


class Bare:
    """No profile, no link, no date. Whatever of them made the board restart is not started again."""

    def __init__(self):
        self.screened = screen(None, 0)
        self.changed = 0

    def today(self, now_ms):
        """No valid date."""
        return 0

    def rescreen(self, today):
        """Nothing to judge."""

    def step(self, now_ms):
        """Nothing to say."""
