"""One answer to `bascule profile new`: what was typed as a value of the file, and what is wrong with it."""

from __future__ import annotations

import datetime
import math
import re
from decimal import Decimal
from typing import Any

from bascule.facts import Reason
from bascule.profile import checked, reader
from bascule.profile.measures import CM_PER_INCH, KG_PER_POUND
from bascule.speech.spoken import said, say
from bascule.speech.told import Told, later
from firmware.profile import form
from firmware.screening import conditions as table

_WHOLE = re.compile(r"[+-]?[0-9]{1,15}")
_FRACTION = re.compile(r"[+-]?[0-9]{1,15}\.[0-9]{1,15}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INCHES = re.compile(
    r"(?:(?P<feet>[0-9])\s*(?:ft|feet|')\s*(?:(?P<inches>[0-9]{1,2}(?:\.[0-9])?)\s*(?:in|inches|\")?)?)"
    r"|(?:(?P<alone>[0-9]{2,3}(?:\.[0-9])?)\s*(?:in|inches|\"))"
)
_POUNDS = re.compile(r"([0-9]{1,4}(?:\.[0-9])?)\s*(?:lb|lbs|pounds)")
_EXAMPLE = re.compile(r"as \w+ = (?:'([^']*)'|([\w-]+))")
# What the sentences of the form begin with, by field of the file.
_SPOKEN = {
    "name": later("The name"),
    "id": later("The short name"),
    "born": later("The year of birth"),
    "height_cm": later("The height"),
    "weight_kg": later("The weight"),
    "max_inversion_deg": later("The angle"),
    "session_s": later("The time"),
    "hold_deg": later("The angle"),
    "days_per_step": later("The number of days"),
    "down_s": later("The time at the limit"),
    "level_s": later("The time at level"),
    "times": later("The number of times"),
    "clinician": later("The name"),
    "issued": later("The date"),
    "expires": later("The date"),
}
_LIGHTEST_KG = max(int(gate[table.LEAST]) for gate in table.GATES if gate[table.MEASURE] == "weight_kg")
SOME_CONDITION = "sciatica"
FIXED = {"schema": form.SCHEMA, "angle_ref": table.ANGLE_REF}
# In form, so that whatever is said of a profile made from it is about what was put into it.
_CLEARANCE = {
    "condition": SOME_CONDITION,
    "clinician": "A. Example",
    "role": "orthopaedic_surgeon",
    "issued": datetime.date(2000, 1, 1),
    "expires": datetime.date(2099, 12, 31),
    "max_inversion_deg": 1,
}
SUPPOSED = {
    **FIXED,
    "id": "x",
    "name": "x",
    "max_inversion_deg": 1,
    "session_s": 30,
    "born": 1980,
    "height_cm": 170,
    "weight_kg": 70,
    "nothing_to_declare": False,
    "conditions": [SOME_CONDITION],
}


def value(typed: str) -> Any:
    """What `typed` would be in the file: a number, a day, or text."""
    typed = typed.strip()
    if _WHOLE.fullmatch(typed):
        return int(typed)
    if _FRACTION.fullmatch(typed):
        return Decimal(typed)
    return day(typed)


def day(typed: str) -> Any:
    """A day, or `typed` itself when it is none."""
    typed = typed.strip()
    try:
        return datetime.date.fromisoformat(typed) if _DAY.fullmatch(typed) else typed
    except ValueError:
        return typed


def measure(field: str, typed: str) -> Any:
    """`value`, of a height or weight in whole centimetres or kilograms, whatever unit was typed.

    A part of a kilogram counts as a whole one, because the table carries no less than it is told; but whoever is too
    light for the table stays so.
    """
    inches = _INCHES.fullmatch(typed.strip()) if field == "height_cm" else None
    pounds = _POUNDS.fullmatch(typed.strip()) if field == "weight_kg" else None
    if inches and (inches["feet"] or inches["alone"]):
        return round((int(inches["feet"] or 0) * 12 + float(inches["inches"] or inches["alone"] or 0)) * CM_PER_INCH)
    if pounds:
        return _whole_kg(float(pounds[1]) * KG_PER_POUND)
    found = value(typed)
    return _whole_kg(float(found)) if field == "weight_kg" and isinstance(found, Decimal) else found


def _whole_kg(weight_kg: float) -> int:
    return math.floor(weight_kg) if weight_kg < _LIGHTEST_KG else math.ceil(weight_kg)


def spoken(sentence: str) -> str:
    """A sentence of the check of a file, in the language, for somebody who answers a question and sees no file."""
    if sentence.startswith("beyond_60 "):
        return say("Give at most 60 degrees. If more is meant, stop and begin again with --beyond-60.")
    if isinstance(sentence, Told):
        return said(sentence)
    sentence = _EXAMPLE.sub(r"as \1\2", sentence).replace("write it without quotes or time, as", "write it as")
    field, space, rest = sentence.partition(" ")
    return said(_SPOKEN.get(field, field) + space + rest)


def objections(today: datetime.date, **fields: Any) -> tuple[Reason, ...]:
    """What the check of a file says of these fields, all others being right."""
    return checked.check(reader.from_fields({**SUPPOSED, **fields}), today).objections


def wrong(today: datetime.date, **fields: Any) -> list[str]:
    """The same in sentences."""
    return [one.text for one in objections(today, **fields)]


def wrong_in_clearance(today: datetime.date, **fields: Any) -> list[str]:
    """The same for fields of a clearance, without their place in the list."""
    said = wrong(today, clearances=[{**_CLEARANCE, **fields}])
    return [text.removeprefix("clearances[0].") for text in said]


def wrong_day(found: Any) -> list[Told]:
    """Why `found`, made by `day` or `value`, is no date."""
    if isinstance(found, datetime.date):
        return []
    if isinstance(found, str) and _DAY.fullmatch(found):
        return [later("There is no {day}: write the date as year-month-day, as 2026-11-01.", day=found)]
    return [later("This is not a date: write year-month-day, as 2026-11-01.")]


def wrong_in_since(today: datetime.date, key: str, typed: Any) -> list[str]:
    """The same for the day of an operation or event."""
    return wrong(today, conditions=[key], since={key: typed})
