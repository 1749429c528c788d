"""What the sheet says: from a profile and its screening result, without any layout."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from bascule.conditions import catalogue, explained, meaning
from bascule.facts import USABLE, ScreeningResult
from bascule.profile.laptop_only import IMPERIAL, NOTHING_KEPT, Kept
from bascule.profile.measures import height, weight
from bascule.sheet.validity import Valid
from firmware.screening import dose

PLAIN, WARNING = "plain", "warning"
_STOP = (
    "Stop and come up (hold UP) at dizziness, headache, pressure in eyes or ears, blurred sight, nausea, new or "
    "stronger pain, fear.",
    "Call emergency services at chest pain, trouble breathing, a drooping face, weakness of one side, or fainting.",
    "Go to an emergency department now at numbness between the legs, new weakness of a leg, or trouble with bladder or "
    "bowel.",
)
_CLEARABLE = "The table stays locked until the profile has a valid clearance for each of these. Ask who may give it."
_LASTING = "A clearance alone does not open the table. Do not use it. Ask a physician what else may help."
_ASK = (
    "Before the first session, if the hip itself hurts: inversion pulls at the spine more than at the hip, and any "
    "benefit to the hip is indirect.",
    "After any new diagnosis, operation, medicine or pregnancy. The profile must be renewed first.",
    "When pain is worse after a session, or no better after some weeks.",
)
DISCLAIMER = (
    "Bascule is not a medical device. This page is not medical advice and does not say that inversion is safe or "
    "helps. Its angles and times are the project's own proposals. The table itself decides what is allowed each day."
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with sentences, and rows of a small table where it has one."""

    title: str
    sentences: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    tone: str = PLAIN


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole page, from top to bottom."""

    name: str
    made: str
    person: str
    headline: str
    begins: str
    usable: bool
    sections: tuple[Section, ...]
    disclaimer: str = DISCLAIMER


def of(
    fields: dict[str, Any],
    result: ScreeningResult,
    today: datetime.date,
    step: int = 0,
    kept: Kept = NOTHING_KEPT,
    valid: tuple[Valid, ...] = (),
) -> Sheet:
    """The sheet of a profile (fields as a file has them) that is usable or locked.

    result: the laptop's own, which knows nothing of sessions; step: how many steps a table has counted; valid:
    what is cleared, and until when.
    """
    usable = result.verdict == USABLE
    most = result.limit_deg
    headline, begins = _head_locked(result)
    first_deg, first_s = _at(step, most, result.session_s)
    sections = [_begin(first_deg, first_s, step), _why(most, result, valid)] if usable else [_locked(result)]
    sections.append(Section("Stop signs", _STOP, tone=WARNING))
    sections += [_next(most, step, result, valid, today)] if usable else []
    sections.append(Section("When to ask a professional", _ASK))
    if kept.goal or kept.notes:
        sections.append(Section("Goal and notes", tuple(text for text in (kept.goal, kept.notes) if text)))
    return Sheet(
        name=fields["name"],
        made=today.isoformat(),
        person=_person(fields, kept.units),
        headline=f"At most {most:g}° past horizontal" if usable else headline,
        begins=f"{'Begins' if step == 0 else 'Next'} at {first_deg:g}° for {first_s} s" if usable else begins,
        usable=usable,
        sections=tuple(sections),
    )


def _person(fields: dict[str, Any], units: str) -> str:
    first = units == IMPERIAL
    return f"born {fields['born']} · {height(fields['height_cm'], first)} · {weight(fields['weight_kg'], first)}"


def _at(step: int, most: float, session_s: int) -> tuple[float, int]:
    """Angle and time of a step."""
    record = dose.PersonRecord()
    record.step = step
    seconds = min(dose.allowed_s(record), session_s)
    return min(dose.allowed_cdeg(record) / 100, most), seconds


def _begin(deg: float, seconds: int, step: int) -> Section:
    return Section(
        "How to begin" if step == 0 else "The next session",
        (
            f"Go to {deg:g}° for at most {seconds} s, never alone at home. 0° is lying flat, 90° is upside down.",
            f"At most {dose.DAY_SESSIONS} sessions a day, {dose.BETWEEN_MIN} minutes apart. Do not eat for two hours "
            "before, and do not invert after alcohol or sedatives.",
            "15° to 30° is the useful band. At 15° friction may hold all of the pull. More is not better.",
            "Come up slowly, and rest a minute at level before standing.",
        ),
    )


def _why(most: float, result: ScreeningResult, valid: tuple[Valid, ...]) -> Section:
    binding = [cap for cap in result.caps if cap.limit_deg <= most]
    said = [f"{cap.limit_deg:g}°: {explained.cap(cap.origin) or cap.origin}" for cap in binding]
    said += [f"{one.condition}: valid until {one.until} by the clearance of {one.clinician}." for one in valid]
    said += [f"To be acknowledged at the table: {one.text}" for one in result.warnings]
    return Section("The limit, and why", tuple(said))


def _head_locked(result: ScreeningResult) -> tuple[str, str]:
    if any(map(explained.urgent, result.reasons)):
        return "Seek care now: do not invert", "Go to an emergency department today."
    return "Locked: do not invert", "The table does not go head-down."


def _locked(result: ScreeningResult) -> Section:
    clearable = [one is not None and one.clearable for one in (catalogue.find(why.condition) for why in result.reasons)]
    last = _CLEARABLE if all(clearable) else _LASTING
    if any(map(explained.urgent, result.reasons)):
        last = meaning.SEEK_CARE
    said = [one.text for one in explained.urgent_first(result.reasons)]
    return Section("Why it is locked", (*said, last), tone=WARNING)


def _next(most: float, step: int, result: ScreeningResult, valid: tuple[Valid, ...], today: datetime.date) -> Section:
    """Each step up to the limit of angle and time, and the earliest day; it ends where a clearance does. A trend of the
    person's own sessions belongs below it."""
    rows, last = [], min((one.until for one in valid), default=datetime.date.max)
    said = [
        f"A step takes at least {dose.STEP_SESSIONS} completed sessions and {dose.STEP_DAYS} days. Nobody has to go on."
    ]
    for later in range(step, dose.MOST_STEP + 1):
        deg, seconds = _at(later, most, result.session_s)
        days = (later - step) * dose.STEP_DAYS
        if today + datetime.timedelta(days) > last:
            said.append(f"On {last} a clearance ends, and the plan with it. Past that day the table is locked.")
            break
        rows.append(("now" if not days else f"from day {days + 1}", f"{deg:g}°", f"{seconds} s"))
        if deg >= most and seconds >= min(result.session_s, dose.MOST_S):
            break
    return Section("What comes next", tuple(said), (("when, at the earliest", "angle", "time"), *rows))
