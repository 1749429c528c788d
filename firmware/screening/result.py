"""The screening result of a person now: what the profile allows, and what the person's own sessions so far allow."""

from firmware.screening import dose
from firmware.screening.rules import Screened, screen


def judge(profile, when, record) -> Screened:
    """Screening of `profile` at the moment `when` (firmware/when.py) together with the dose of `record`
    (dose.PersonRecord). Without a valid clock it is locked."""
    changed_day = when.late_day if record.undated else record.changed_day
    screened = screen(profile, when.day, changed_day, when.early_day, when.late_day)
    reasons = screened.reasons + (dose.locks(record, when) if when.minutes else [])
    note = when.note
    if note and not when.minutes:
        reasons = [note if one[0] == note[0] else one for one in reasons]
    elif note and (dose.held(record, when) or _less_by_clock(profile, when, changed_day, screened)):
        reasons.append(note)
    caps = screened.caps + [(dose.allowed_cdeg(record), "progression", "")]
    session_ms = min(screened.session_ms, dose.allowed_s(record) * 1000)
    return Screened(caps, reasons, session_ms, screened.warnings)


def _less_by_clock(profile, when, changed_day, screened):
    """Whether there would be fewer reasons, had the clock been right all along."""
    by_clock = screen(profile, when.day, min(changed_day, when.day))
    return bool(screened.reasons[len(by_clock.reasons) :])
