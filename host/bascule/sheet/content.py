"""What the sheet says: from a profile and its screening result, without any layout."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from bascule.conditions import catalogue, explained, meaning
from bascule.facts import USABLE, ScreeningResult
from bascule.profile import words
from bascule.profile.laptop_only import IMPERIAL, NOTHING_KEPT, Kept
from bascule.profile.measures import height, weight
from bascule.sheet.validity import Valid
from bascule.speech import spoken
from bascule.speech.spoken import language, number, say
from bascule.speech.told import later
from firmware.screening import advice, dose

PLAIN, WARNING = "plain", "warning"
_STOP = (
    later(
        "Stop and come up (hold UP) at dizziness, headache, pressure in eyes or ears, blurred sight, nausea, new or "
        "stronger pain, fear."
    ),
    later(
        "Call emergency services at chest pain, trouble breathing, a drooping face, weakness of one side, or fainting."
    ),
    later(
        "Go to an emergency department now at numbness between the legs, new weakness of a leg, or trouble with "
        "bladder or bowel."
    ),
)
_CLEARABLE = later(
    "The table stays locked until the profile has a valid clearance for each of these. Ask who may give it."
)
_LASTING = later("A clearance alone does not open the table. Do not use it. Ask a physician what else may help.")
_ASK = (
    advice.HIP,
    later("After any new diagnosis, operation, medicine or pregnancy. The profile must be renewed first."),
    later("When pain is worse after a session, or no better after some weeks."),
)
_HELD = later("The profile holds it there, at {deg}°, until it is changed.")
_PLAN_ENDS = later("On {day} a clearance ends, and the plan with it. Past that day the table is locked.")
DISCLAIMER = later(
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
    kind: str
    disclaimer: str
    language: str


def of(
    fields: dict[str, Any],
    result: ScreeningResult,
    today: datetime.date,
    step: int = 0,
    kept: Kept = NOTHING_KEPT,
    valid: tuple[Valid, ...] = (),
) -> Sheet:
    """The sheet of a profile (fields as a file has them) that is usable or locked.

    result: the laptop's own, its texts in the language, which knows nothing of sessions; step: how many steps a table
    has counted; valid: what is cleared, and until when.
    """
    usable = result.verdict == USABLE
    most = result.limit_deg
    headline, begins = _head_locked(result)
    first_deg, first_s = _at(step, most, result.session_s)
    sections = [_begin(first_deg, first_s, step), _why(most, result, valid)] if usable else [_locked(result)]
    sections.append(Section(say("Stop signs"), tuple(map(say, _STOP)), tone=WARNING))
    days = fields.get("days_per_step", dose.STEP_DAYS)
    sections += [_next(most, step, days, result, valid, today)] if usable else []
    sections.append(Section(say("When to ask a professional"), tuple(map(say, _ASK))))
    if kept.goal or kept.notes:
        sections.append(Section(say("Goal and notes"), tuple(text for text in (kept.goal, kept.notes) if text)))
    return Sheet(
        name=fields["name"],
        made=today.isoformat(),
        person=_person(fields, kept.units),
        headline=say("At most {deg}° past horizontal", deg=number(most)) if usable else headline,
        begins=_first(step, first_deg, first_s) if usable else begins,
        usable=usable,
        sections=tuple(sections),
        kind=say("Inversion table"),
        disclaimer=say(DISCLAIMER),
        language=language(),
    )


def _person(fields: dict[str, Any], units: str) -> str:
    first = units == IMPERIAL
    born = say("born {year}", year=fields["born"])
    return f"{born} · {height(fields['height_cm'], first)} · {weight(fields['weight_kg'], first)}"


def _first(step: int, deg: float, seconds: int) -> str:
    if step == 0:
        return say("Begins at {deg}° for {seconds} s", deg=number(deg), seconds=seconds)
    return say("Next at {deg}° for {seconds} s", deg=number(deg), seconds=seconds)


def _at(step: int, most: float, session_s: int) -> tuple[float, int]:
    """Angle and time of a step."""
    return min(dose.angle_cdeg(step) / 100, most), min(dose.time_s(step), session_s)


def _begin(deg: float, seconds: int, step: int) -> Section:
    return Section(
        say("How to begin") if step == 0 else say("The next session"),
        (
            say(
                "Go to {deg}° for at most {seconds} s, never alone at home. 0° is lying flat, 90° is upside down.",
                deg=number(deg),
                seconds=seconds,
            ),
            say(
                "At most {count} sessions a day, {minutes} minutes apart. Do not eat for two hours before, and do not "
                "invert after alcohol or sedatives.",
                count=dose.DAY_SESSIONS,
                minutes=dose.BETWEEN_MIN,
            ),
            say(advice.USEFUL),
            say("Come up slowly, and rest a minute at level before standing."),
        ),
    )


def _why(most: float, result: ScreeningResult, valid: tuple[Valid, ...]) -> Section:
    binding = [cap for cap in result.caps if cap.limit_deg <= most]
    said = [f"{number(cap.limit_deg)}°: {explained.cap(cap.origin) or cap.origin}" for cap in binding]
    said += [
        say(
            "{condition}: valid until {day} by the clearance of {clinician}.",
            condition=say(one.condition),
            day=one.until,
            clinician=one.clinician,
        )
        for one in valid
    ]
    said += [say("To be acknowledged at the table: {text}", text=spoken.said(one.text)) for one in result.warnings]
    marked = [say("{mark} means: {meaning}.", mark=mark, meaning=what) for mark, what in meaning.marks(*said).items()]
    return Section(say("The limit, and why"), (*said, *([" ".join(marked)] if marked else [])))


def _head_locked(result: ScreeningResult) -> tuple[str, str]:
    if any(map(explained.urgent, result.reasons)):
        return say("Seek care now: do not invert"), say("Go to an emergency department today.")
    return say("Locked: do not invert"), say("The table does not go head-down.")


def _locked(result: ScreeningResult) -> Section:
    clearable = [one is not None and one.clearable for one in (catalogue.find(why.condition) for why in result.reasons)]
    last = _CLEARABLE if all(clearable) else _LASTING
    if any(map(explained.urgent, result.reasons)):
        last = meaning.SEEK_CARE
    told = [spoken.said(one.text) for one in explained.urgent_first(result.reasons)]
    return Section(say("Why it is locked"), (*told, say(last)), tone=WARNING)


def _next(
    most: float, step: int, step_days: int, result: ScreeningResult, valid: tuple[Valid, ...], today: datetime.date
) -> Section:
    """Each step up to the limit of angle and time, and the earliest day; it ends where a clearance does. A trend of the
    person's own sessions belongs below it."""
    rows, last = [], min((one.until for one in valid), default=datetime.date.max)
    held = [cap for cap in result.caps if cap.origin == words.HOLD]
    said = [
        say(
            "A step takes at least {count} completed sessions and {days} days. Nobody has to go on.",
            count=dose.STEP_SESSIONS,
            days=step_days,
        ),
        say("After a break it goes back, by a step for each {days} days.", days=dose.BREAK_DAYS),
    ]
    for at in range(step, words.last_step(result) + 1):
        deg, seconds = _at(at, most, result.session_s)
        days = (at - step) * step_days
        if today + datetime.timedelta(days) > last:
            said.append(say(_PLAN_ENDS, day=last))
            break
        when = say("from day {day}", day=days + 1) if days else say("now")
        rows.append((when, f"{number(deg)}°", f"{seconds} s"))
        if deg >= most and seconds >= min(result.session_s, dose.MOST_S):
            break
    else:
        said += [say(_HELD, deg=number(one.limit_deg)) for one in held]
    head = (say("when, at the earliest"), say("angle"), say("time"))
    return Section(say("What comes next"), tuple(said), (head, *rows))
