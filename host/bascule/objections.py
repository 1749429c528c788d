"""Everything that is wrong with the fields of a profile, in words: where, what it says, and what to write."""

from __future__ import annotations

import datetime
import re
from typing import Any

from bascule import catalogue, file_form
from bascule.profile_file import Read, Reason, short
from firmware.link import profile_form
from firmware.link.fields import KEY_SIGNS, MAX_ITEMS, made_of

# Of a condition's key, as in the form.
_LONGEST = 40
# Of the conditions that may have been meant.
_NEAREST = 5
_ALL = "`bascule profile explain --all` lists those that are."
_PLACE = re.compile(r"[^.\[\]]+")


def to(read: Read, today: datetime.date) -> list[Reason]:
    """All reasons at once; none when the table would take the profile and a person can have meant it."""
    profile, reasons = read
    if profile is None:
        return reasons
    reasons = reasons + [(code, _with_value(profile, field, text)) for code, field, text in _form(profile)]
    return reasons + _unknown(profile.get("conditions")) + _unborn(profile.get("born"), today)


def _form(profile: dict[str, Any]) -> list[tuple[str, str, str]]:
    """What the table's own form says. The length is judged last: until all else is right, it says nothing."""
    found: list[tuple[str, str, str]] = profile_form.check(profile)
    try:
        return found or list(profile_form.parse(profile_form.to_wire(profile))[1])
    except ValueError:
        return [("NOT_TEXT", "", "A text of the profile has signs that are no characters: type it again.")]


def _with_value(profile: dict[str, Any], field: str, text: str) -> str:
    # What is wrong with a day under [since] is its key, or told with its value already.
    value = None if field.startswith("since") else _value(file_form.from_wire(profile), field)
    said = "" if value is None else short(value)
    return f"{text} It says {said}." if said and said.strip("'") not in text else text


def _value(fields: Any, place: str) -> Any:
    for part in _PLACE.findall(place):
        if isinstance(fields, dict):
            fields = fields.get(part)
        elif isinstance(fields, list) and part.isdecimal() and int(part) < len(fields):
            fields = fields[int(part)]
        else:
            return None
    return fields


def _unknown(keys: Any) -> list[Reason]:
    """A reason for each condition that is not in the table of conditions, with the names it may have meant."""
    reasons = []
    listed = keys if isinstance(keys, list) and len(keys) <= MAX_ITEMS else []
    for at, key in enumerate(listed):
        if made_of(key, KEY_SIGNS, _LONGEST) and catalogue.find(key) is None and key not in listed[:at]:
            near = [one.key for one in catalogue.meant(key)[:_NEAREST]]
            what = f"Write the one that is meant: {', '.join(near)}." if near else _ALL
            reasons.append(("UNKNOWN_CONDITION", f"conditions[{at}]: {key!r} is not known here. {what}"))
    return reasons


def _unborn(born: Any, today: datetime.date) -> list[Reason]:
    """A year of birth to come. The table's form has no date to see it by; there it locks as too young."""
    if type(born) is not int or not today.year < born <= 2099:
        return []
    return [("OUT_OF_RANGE", f"born must not be after {today.year}, but says {born}: write the year of birth.")]
