"""What a person is told on the first page of the day: what happens now and why, what comes next, and what to know."""

from firmware.screening import advice, dose
from firmware.when import When

NOW = "Now %s for %d s: %s."
WHY = {
    "table_rating": "the table goes no further",
    "profile": "the profile asks for no more",
    "hold": "the profile holds it there for now",
    "progression": "your sessions so far allow no more",
    "age": "at your age no more is allowed",
}
BY_CONDITION = "a condition in the profile allows no more"
RENEW = "Renew the profile within %d days."
LAST = "The angle grows no further."
NEXT = "Next: %s, after %s."
AND = "%s and %s"
AT_ONCE = "this one"
SESSION, SESSIONS = "%d more good session", "%d more good sessions"
DAY, DAYS = "%d day", "%d days"
DEGREES, TENTHS = "%d degrees", "%d.%d degrees"
# From so many days on it is told that the profile will have to be renewed.
_AHEAD_DAYS = 21


def text(screened, record, when: When):
    """For somebody who is not locked: a text of firmware/texts.py."""
    why = WHY.get(screened.bound_by, BY_CONDITION)
    now = (NOW, degrees(screened.limit_cdeg), screened.session_ms // 1000, (why,))
    left_days = dose.DECLARED_DAYS - dose.declared_days(record, when)
    renew = ((RENEW, left_days),) if left_days <= _AHEAD_DAYS else ()
    return ("", now, _next(screened, record, when)) + renew + ((advice.USEFUL,), (advice.HIP,))


def _next(screened, record, when):
    """What comes next, and when at the earliest."""
    others = [cdeg for cdeg, origin, _ in screened.caps if origin != "progression"]
    next_cdeg = min(others + [dose.angle_cdeg(dose.step_now(record, when) + 1)])
    if next_cdeg <= screened.limit_cdeg:
        return (LAST,)
    more, days = dose.STEP_SESSIONS - record.done, dose.days_left(record, when)
    sessions = (SESSION if more == 1 else SESSIONS, more) if more else ()
    waited = (DAY if days == 1 else DAYS, days) if days else ()
    both = (AND, sessions, waited) if sessions and waited else sessions or waited
    return NEXT, degrees(next_cdeg), both or (AT_ONCE,)


def degrees(cdeg):
    """An angle below level in words: a text of firmware/texts.py."""
    return (TENTHS, cdeg // 100, cdeg // 10 % 10) if cdeg % 100 else (DEGREES, cdeg // 100)
