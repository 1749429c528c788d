"""The verdict on a person now: what the profile allows, and what the person's own sessions so far allow."""

from firmware.screening import dose
from firmware.screening.rules import Screened, screen


def judge(profile, today, minutes, person) -> Screened:
    """Screening of `profile` on day `today` together with the dose of `person` (dose.Person) at `minutes`.

    today is YYYYMMDD and minutes count from 2000-01-01; both are 0 without a valid clock, which locks.
    """
    changed_day = today if person.undated else person.changed_day
    screened = screen(profile, today, changed_day)
    reasons = screened.reasons + (dose.locks(person, minutes) if minutes else [])
    caps = screened.caps + [(dose.allowed_cdeg(person), "progression")]
    session_ms = min(screened.session_ms, dose.allowed_s(person) * 1000)
    return Screened(caps, reasons, session_ms, screened.warnings)
