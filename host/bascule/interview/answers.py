"""One answer to `bascule profile new`: what was typed as a value of the file, and what is wrong with it."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Any

from bascule.facts import Reason
from bascule.profile import checked, reader
from firmware.profile import form
from firmware.screening.conditions import ANGLE_REF

_WHOLE = re.compile(r"[+-]?[0-9]{1,15}")
_FRACTION = re.compile(r"[+-]?[0-9]{1,15}\.[0-9]{1,15}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SOME_CONDITION = "sciatica"
FIXED = {"schema": form.SCHEMA, "angle_ref": ANGLE_REF}
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


def wrong_in_since(today: datetime.date, key: str, typed: Any) -> list[str]:
    """The same for the day of an operation or event."""
    return wrong(today, conditions=[key], since={key: typed})
