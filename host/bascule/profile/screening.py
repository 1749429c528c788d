"""The laptop's own screening of a profile: the same rules the table runs, on the same fields."""

from __future__ import annotations

import datetime

from bascule import facts
from bascule.conditions import catalogue
from bascule.facts import LOCKED, REFUSED, USABLE, ScreeningResult
from bascule.profile.checked import Checked
from bascule.speech import spoken
from firmware.screening import dose
from firmware.screening.rules import screen


def result(checked: Checked, today: datetime.date) -> ScreeningResult:
    """What comes of it on that day, to somebody new to a table: how far a person has come, only a table knows."""
    if checked.profile is None:
        return ScreeningResult(REFUSED, 0.0, 0.0, 0, REFUSED, (), checked.objections, 0, ())
    fields = checked.profile.fields
    screened = screen(fields, today.year * 10000 + today.month * 100 + today.day)
    return ScreeningResult(
        verdict=LOCKED if screened.locked else USABLE,
        limit_deg=screened.limit_cdeg / 100,
        first_limit_deg=min(screened.limit_cdeg, dose.FIRST_CDEG) / 100,
        first_session_s=min(screened.session_ms // 1000, dose.FIRST_S),
        bound_by=screened.bound_by,
        caps=tuple(facts.cap(*one) for one in screened.caps),
        reasons=tuple(facts.reason(code, spoken.text(text), key) for code, text, key in screened.locks),
        session_s=screened.session_ms // 1000,
        warnings=tuple(facts.reason(code, spoken.text(text), key) for code, text, key in screened.cautions),
        notes=tuple(catalogue.notes(fields["conditions"])),
    )
