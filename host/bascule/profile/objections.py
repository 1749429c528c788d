"""Everything that is wrong with the fields of a profile, in words: where, what it says, and what to write."""

from __future__ import annotations

import datetime
from typing import Any

from bascule.conditions import catalogue
from bascule.profile import file_form
from bascule.profile.reader import Read, Reason, short
from firmware.profile import form
from firmware.profile.fields import KEY_SIGNS, MAX_ITEMS, clipped, made_of

# Of a condition's key, as in the form.
_LONGEST = 40
# Of the conditions that may have been meant.
_NEAREST = 5
_ALL = "`bascule profile explain --all` lists those that are."
_NOWHERE = object()


def to(read: Read, today: datetime.date) -> list[Reason]:
    """All reasons at once; none when the table would take the profile and a person can have meant it."""
    profile, reasons = read
    if profile is None:
        return reasons
    # Where the reading has told a value already, another stands in for it.
    told = {text.partition(" ")[0] for _, text in reasons}
    fields = file_form.from_wire(profile)
    for code, field, text in _form(profile):
        reasons = [*reasons, (code, text if field in told else _with_value(fields, field, text))]
    return reasons + _unknown(profile.get("conditions")) + _unborn(profile.get("born"), today)


def _form(profile: dict[str, Any]) -> list[tuple[str, str, str]]:
    """What the table's own form says. The length is judged last: until all else is right, it says nothing."""
    found: list[tuple[str, str, str]] = form.check(profile)
    try:
        return found or list(form.parse(form.to_wire(profile))[1])
    except ValueError:
        return [("NOT_TEXT", "", "A text of the profile has signs that are no characters: type it again.")]


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
        named = {"max_inversion_cdeg": "max_inversion_deg"}
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


def _unknown(keys: Any) -> list[Reason]:
    """A reason for each condition that is not in the table of conditions, with the names it may have meant."""
    reasons = []
    listed = keys[:MAX_ITEMS] if isinstance(keys, list) else []
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
