"""The screening result of a person now: what the profile allows, and what the person's own sessions so far allow."""

from firmware.screening import dose
from firmware.screening.rules import Screened, screen


def judge(profile, today, minutes, record) -> Screened:
    """Screening of `profile` on day `today` together with the dose of `record` (dose.PersonRecord) at `minutes`.

    today is YYYYMMDD and minutes count from 2000-01-01; both are 0 without a valid clock, which locks.
    """
    changed_day = today if record.undated else record.changed_day
    screened = screen(profile, today, changed_day)
    reasons = screened.reasons + (dose.locks(record, minutes) if minutes else [])
    caps = screened.caps + [(dose.allowed_cdeg(record), "progression", "")]
    session_ms = min(screened.session_ms, dose.allowed_s(record) * 1000)
    return Screened(caps, reasons, session_ms, screened.warnings)
