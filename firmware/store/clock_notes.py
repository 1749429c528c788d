"""What there is to say of the table's two times, and what somebody at the panel is asked about them."""

from firmware.dates import time_shown
from firmware.screening.conditions import NO_CLOCK_WORDS, REFUSED_WORDS, WORDS, reason
from firmware.when import NOBODY

# Clock and own count may differ by an hour of summer time and the drift of years without a word: nobody waits longer
# than that for it.
_ASK_MIN = 90


def asked(told_min, counted_min, latest_min, refused):
    """(a told time, the own count) that somebody may choose from, as minutes; 0 for none, NOBODY for nothing to ask.

    counted_min: 0 where the own count has lost its beginning. latest_min: the latest that the table was ever told.
    refused: the told time was not taken.
    """
    apart = abs(told_min - counted_min) > _ASK_MIN
    if not (refused or apart or latest_min - told_min > _ASK_MIN):
        return NOBODY
    return told_min, counted_min if apart else 0


def apart(minutes, counted_min, latest_min):
    """What there is to say of a clock at `minutes`, as a reason of a lock; None for nothing."""
    if not counted_min:
        return reason("CLOCK_ANEW", time_shown(minutes))
    if abs(minutes - counted_min) > _ASK_MIN:
        return reason("CLOCK_APART", time_shown(minutes), time_shown(counted_min))
    return (
        reason("CLOCK_LATER", time_shown(latest_min), time_shown(minutes)) if latest_min - minutes > _ASK_MIN else None
    )


def unknown(refused_min, why):
    """Why there is no valid time, as a reason of a lock; None for no more than that. why: the error code for which the
    last told time was not taken. refused_min: the last of those that could be one, 0 for none."""
    if refused_min and why in REFUSED_WORDS:
        return "NO_CLOCK", (WORDS["CLOCK_REFUSED"], (REFUSED_WORDS[why],), time_shown(refused_min)), ""
    return ("NO_CLOCK", NO_CLOCK_WORDS[why], "") if why in NO_CLOCK_WORDS else None
