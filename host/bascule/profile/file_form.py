"""A profile as a file has it: the wire's fields under the file's names, angles in degrees, days as days."""

from __future__ import annotations

import datetime
from typing import Any

# By field of the file that is in degrees: the one of the wire, in centidegrees.
ANGLES = {"max_inversion_deg": "max_inversion_cdeg", "hold_deg": "hold_cdeg"}
# As a person reads them; what a newer table has otherwise comes last.
_ORDER = (
    "schema", "id", "name", "angle_ref", "condition", "clinician", "role", "issued", "expires", "max_inversion_deg",
    "beyond_60", "hold_deg", "days_per_step", "ask_pain", "session_s", "born", "height_cm", "weight_kg", "programme",
    "down_s", "level_s", "times",
    "nothing_to_declare", "conditions", "since", "clearances",
)  # fmt: skip


def in_order(fields: dict[str, Any]) -> dict[str, Any]:
    """The same fields in the order in which they are read."""
    known = [key for key in _ORDER if key in fields]
    return {key: fields[key] for key in [*known, *(key for key in fields if key not in known)]}


def from_wire(wire: dict[str, Any]) -> dict[str, Any]:
    """The fields of the file. What a newer table holds otherwise stays as it is."""
    fields: dict[str, Any] = {}
    for key, value in wire.items():
        if key in ANGLES.values() and type(value) is int:
            fields[key.replace("_cdeg", "_deg")] = value // 100 if value % 100 == 0 else value / 100
        elif key in ("issued", "expires"):
            fields[key] = _day(value)
        elif key == "since" and isinstance(value, dict):
            fields[key] = {one: _day(day) for one, day in value.items()}
        elif key == "clearances" and isinstance(value, list):
            fields[key] = [from_wire(one) if isinstance(one, dict) else one for one in value]
        else:
            fields[key] = value
    return in_order(fields)


def words(value: Any) -> str:
    """A value of a field as a person reads it."""
    if isinstance(value, list):
        return ", ".join(words(one) for one in value) or "none"
    if isinstance(value, dict):
        return " ".join(f"{key}={words(one)}" for key, one in value.items())
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) else visible(str(value))


def visible(text: str) -> str:
    """A text that a newer table may hold, without what a terminal would obey or hide."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def _day(value: Any) -> Any:
    if type(value) is not int:
        return value
    try:
        return datetime.date(value // 10000, value // 100 % 100, value % 100)
    except (ValueError, OverflowError):
        return value
