"""A profile that has been checked: the fields of a file as a table takes them, or all that is wrong with them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from bascule.conditions import catalogue, lookup
from bascule.facts import Reason
from bascule.profile import objections
from bascule.profile.reader import Read
from bascule.speech.told import Told, later
from firmware.profile import form
from firmware.profile.fields import KEY_SIGNS, MAX_ITEMS, made_of

# Of the conditions that may have been meant, so many are named.
_MOST = 8
_NO_TEXT = later("A text in the profile has invalid characters: type it again.")
_LONG = later("The profile is over {most} bytes for the table: make it shorter.", most=form.MAX_BYTES)


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
    """A reason for each condition that is not in the table of conditions, with what may have been meant."""
    reasons = []
    listed = keys[:MAX_ITEMS] if isinstance(keys, list) else []
    for at, key in enumerate(listed):
        if made_of(key, KEY_SIGNS, objections.LONGEST_KEY) and catalogue.find(key) is None and key not in listed[:at]:
            text = later("conditions[{at}]: '{key}' is not known here. {what}", at=at, key=key, what=_instead_of(key))
            reasons.append(Reason("UNKNOWN_CONDITION", text, key))
    return reasons


def _instead_of(key: str) -> Told:
    """What to write instead of a name that is none: never another condition than one that may be meant."""
    found = lookup.meant(key)
    names = [one.key for one in found.conditions if one.key != lookup.OTHER]
    if found.certain:
        return later("It is called {key}: write that.", key=found.conditions[0].key)
    if not names:
        return later(
            "Not known does not mean harmless: ask a physician, and write {other}, which locks the table until a "
            "physician has cleared it.",
            other=lookup.OTHER,
        )
    asked = later("Do you mean {keys}?", keys=", ".join(names[:_MOST]))
    if len(names) > _MOST:
        asked = later(
            "Do you mean {keys}, or another one that `bascule profile explain` finds?", keys=", ".join(names[:_MOST])
        )
    if len(names) == 1:
        return later(
            "{what} Then write that; if not, ask a physician, and write {other}, which locks the table until a "
            "physician has cleared it.",
            what=asked,
            other=lookup.OTHER,
        )
    return later(
        "{what} Write the one that you have; if it is none of them, ask a physician, and write {other}, which locks "
        "the table until a physician has cleared it.",
        what=asked,
        other=lookup.OTHER,
    )


def _unborn(born: Any, today: datetime.date) -> list[Reason]:
    """A year of birth to come. The table's form has no date to see it by; there it locks as too young."""
    if type(born) is not int or not today.year < born <= 2099:
        return []
    return [Reason("OUT_OF_RANGE", f"born must not be after {today.year}, but says {born}: write the year of birth.")]
