"""The screening result of a person now: what the profile allows, and what the person's own sessions so far allow."""

from firmware.screening import dose
from firmware.screening.rules import Screened, screen


def judge(profile, when, record) -> Screened:
    """Screening of `profile` at the moment `when` (firmware/when.py) together with the dose of `record`
    (dose.PersonRecord). Without a valid clock it is locked."""
    changed_day = when.late_day if record.undated else record.changed_day
    screened = screen(profile, when.day, changed_day, when.early_day, when.late_day)
    locks = screened.locks + (dose.locks(record, when) if when.minutes else [])
    note = when.note
    if note and not when.minutes:
        locks = [note if one[0] == note[0] else one for one in locks]
    elif note and (dose.held(record, when) or _less_by_clock(profile, when, changed_day, screened)):
        locks.append(note)
    step = dose.step_now(record, when)
    caps = screened.caps + [(dose.angle_cdeg(step), "progression", "")]
    session_ms = min(screened.session_ms, dose.time_s(step) * 1000)
    return Screened(caps, locks, session_ms, screened.cautions)


def _less_by_clock(profile, when, changed_day, screened):
    """Whether there would be fewer reasons, had the clock been right all along."""
    by_clock = screen(profile, when.day, min(changed_day, when.day))
    return bool(screened.locks[len(by_clock.locks) :])
