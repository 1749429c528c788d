"""Moments of a table whose clock and own count are one, as on most tables at most times."""

from firmware.when import When


def at(day: int, minutes: int) -> When:
    """This minute since 2000-01-01 by both times, on this day as YYYYMMDD; 0 and 0 for a table without a date."""
    return When(day, minutes, minutes, minutes, minutes)


def moment(minutes: int) -> When:
    """The same, where the date does not matter."""
    return at(0, minutes)
