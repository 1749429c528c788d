"""A profile that has been checked: the fields of a file as a table takes them, or all that is wrong with them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from bascule.conditions import catalogue
from bascule.facts import Reason
from bascule.profile import objections
from bascule.profile.reader import Read
from firmware.profile import form
from firmware.profile.fields import KEY_SIGNS, MAX_ITEMS, made_of

# Of the conditions that may have been meant.
_NEAREST = 5
_ALL = "`bascule profile explain --all` lists the known ones."
_NO_TEXT = "A text in the profile has invalid characters: type it again."
_LONG = f"The profile is over {form.MAX_BYTES} bytes for the table: make it shorter."


@dataclass(frozen=True, slots=True)
class Profile:
    """A well-formed profile: its fields in the table's units, and the bytes that go over the cable."""

    id: str
    fields: dict[str, Any]
    blob: bytes


@dataclass(frozen=True, slots=True)
class Checked:
    """A profile, or None and everything that is wrong."""

    profile: Profile | None
    objections: tuple[Reason, ...]


def check(read: Read, today: datetime.date) -> Checked:
    """Check what was read by the table's own form, and for what a person cannot have meant."""
    fields = read.profile
    if fields is None:
        return Checked(None, read.reasons)
    blob, told = _formed(fields)
    reasons = objections.worded(read, told) if told or read.reasons else ()
    reasons = (*reasons, *_unknown(fields.get("conditions")), *_unborn(fields.get("born"), today))
    return Checked(None if reasons else Profile(fields["id"], fields, blob), reasons)


def _formed(fields: dict[str, Any]) -> tuple[bytes, list[objections.Told]]:
    """The bytes, and what the form says. Whether they can be written is judged last: until all else is right, never."""
    told: list[objections.Told] = form.check(fields)
    if told:
        return b"", told
    try:
        blob = form.to_wire(fields)
    except ValueError:
        return b"", [("NOT_TEXT", "", _NO_TEXT)]
    return blob, [("TOO_LONG", "", _LONG)] if len(blob) > form.MAX_BYTES else []


def _unknown(keys: Any) -> list[Reason]:
    """A reason for each condition that is not in the table of conditions, with the names it may have meant."""
    reasons = []
    listed = keys[:MAX_ITEMS] if isinstance(keys, list) else []
    for at, key in enumerate(listed):
        if made_of(key, KEY_SIGNS, objections.LONGEST_KEY) and catalogue.find(key) is None and key not in listed[:at]:
            near = [one.key for one in catalogue.meant(key)[:_NEAREST]]
            what = f"Write the one that you mean: {', '.join(near)}." if near else _ALL
            reasons.append(Reason("UNKNOWN_CONDITION", f"conditions[{at}]: {key!r} is not known here. {what}", key))
    return reasons


def _unborn(born: Any, today: datetime.date) -> list[Reason]:
    """A year of birth to come. The table's form has no date to see it by; there it locks as too young."""
    if type(born) is not int or not today.year < born <= 2099:
        return []
    return [Reason("OUT_OF_RANGE", f"born must not be after {today.year}, but says {born}: write the year of birth.")]
