"""What is wrong with the fields of a profile, in words: where, what stands there, and what to write."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from bascule.facts import Reason
from bascule.profile import file_form
from bascule.profile.reader import Read, short
from firmware.profile.fields import KEY_SIGNS, clipped, made_of

# What the table's form says of one thing: code, place in the profile, text.
Told = tuple[str, str, str]
# Of a condition's key, as in the form.
LONGEST_KEY = 40
_IN_A_LIST = re.compile(r"(conditions|clearances)\[([0-9]+)\]")
_NOWHERE = object()


def worded(read: Read, told: list[Told]) -> tuple[Reason, ...]:
    """What the reading and the form say, with what the file says there and the condition that it is about."""
    profile = read.profile or {}
    reasons = [replace(one, condition=_condition(profile, _place(one.text))) for one in read.reasons]
    # Where the reading has told a value already, another stands in for it.
    before = [one.text for one in read.reasons]
    fields = file_form.from_wire(profile)
    for code, place, text in told:
        is_told = any(one.startswith(f"{place} ") for one in before)
        said = text if is_told else _with_value(fields, place, text)
        reasons.append(Reason(code, said, _condition(profile, place)))
    return tuple(reasons)


def _place(text: str) -> str:
    """The place that a sentence of the reading begins with."""
    return text.partition(" ")[0]


def _condition(profile: dict[str, Any], place: str) -> str:
    """The condition that a place of the profile is about: one declared, one cleared, or one with a day."""
    key: Any = ""
    at = _IN_A_LIST.match(place)
    listed = profile.get(at[1]) if at else None
    if at and isinstance(listed, list) and int(at[2]) < len(listed):
        one = listed[int(at[2])]
        key = one.get("condition") if isinstance(one, dict) else one
    elif place.startswith("since."):
        key = place.removeprefix("since.")
    return key if made_of(key, KEY_SIGNS, LONGEST_KEY) else ""


def _with_value(fields: dict[str, Any], field: str, text: str) -> str:
    """The text with what the file says there. Nothing is said of what is missing, nor twice of one number."""
    value = _value(fields, field) if field else _NOWHERE
    if value is _NOWHERE or f"not {short(value)}:" in text:
        return text
    return f"{text} It says {short(value)}."


def _value(fields: Any, place: str) -> Any:
    """What stands at a place as the form names it: keys clipped and joined by points, places of lists in brackets."""
    if not place:
        return fields
    if isinstance(fields, dict):
        # What is no number has kept its name of the wire.
        named = {wire: name for name, wire in file_form.ANGLES.items()}
        inside = [(named.get(key, clipped(key)), one) for key, one in fields.items()]
    elif isinstance(fields, list):
        inside = [(f"[{at}]", one) for at, one in enumerate(fields)]
    else:
        return _NOWHERE
    for name, one in inside:
        rest = place.removeprefix(name)
        if rest != place and (not rest or rest[0] in ".["):
            found = _value(one, rest.removeprefix("."))
            if found is not _NOWHERE:
                return found
    return _NOWHERE
