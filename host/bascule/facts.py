"""Facts that travel: frozen dataclasses whose fields say what they are, and the one way from them to JSON.

A field is written `limit_deg: Annotated[float, "What it is."]`. Its unit is the ending of its name, one of UNITS; where
the name has none, a unit may stand behind the sentence. docs/json.md is made from these.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
from dataclasses import dataclass
from typing import Annotated, Any, get_type_hints

# By the ending of a name; the longest that fits counts.
UNITS = {
    "_deg": "degrees",
    "_deg_per_s": "degrees per second",
    "_percent": "percent",
    "_a": "amperes",
    "_v": "volts",
    "_s": "seconds",
    "_min": "minutes",
    "_days": "days",
}
# Marks a field whose own keys stand among those of the object that has it.
INLINED = object()

USABLE, LOCKED, REFUSED = "usable", "locked", "refused"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is as it is: of a lock, a warning, or a profile that is not well formed."""

    code: Annotated[str, "Short name, for scripts."]
    text: Annotated[str, "One sentence, for people."]
    condition: Annotated[str, "Key of the condition it speaks of; empty where it speaks of none."] = ""


@dataclass(frozen=True, slots=True)
class Cap:
    """One upper bound of the angle."""

    limit_deg: Annotated[float, "The bound, past horizontal."]
    origin: Annotated[str, "Where it comes from: `table_rating`, `profile`, `age`, `condition:KEY` and the like."]
    condition: Annotated[str, "Key of the condition it comes from; empty where it comes from none."]


@dataclass(frozen=True, slots=True)
class ScreeningResult:
    """What screening makes of a profile."""

    verdict: Annotated[str, "`usable`, `locked` (the table does not invert), or `refused` (no well-formed profile)."]
    limit_deg: Annotated[float, "How far head-down, past horizontal: the least of the caps. 0 unless usable."]
    first_limit_deg: Annotated[
        float, "How far the next session may go; from the laptop alone, the first one of a person new to a table."
    ]
    first_session_s: Annotated[int, "Longest time below level in that session. 0 unless usable."]
    bound_by: Annotated[str, "Origin of the cap that binds; `lockout` when locked, `refused` when refused."]
    caps: Annotated[tuple[Cap, ...], "Every bound that was found, in the order in which equal ones count."]
    reasons: Annotated[tuple[Reason, ...], "Why it is locked or refused: all reasons at once."]
    session_s: Annotated[int, "Longest time below level in one session. 0 unless usable."]
    warnings: Annotated[tuple[Reason, ...], "What the person has to acknowledge at the table before a session."]
    notes: Annotated[
        tuple[str, ...], "What is said of declared conditions that enforce nothing. The laptop's own result only."
    ] = ()


@dataclass(frozen=True, slots=True)
class Error:
    """What went wrong."""

    code: Annotated[str, "Short name, for scripts."]
    text: Annotated[str, "What happened, in a sentence."]
    hint: Annotated[str, "What to do about it; may be empty."]


@dataclass(frozen=True, slots=True)
class Failed:
    """A command that failed."""

    error: Annotated[Error, "What went wrong."]


@dataclass(frozen=True, slots=True)
class Objections:
    """What is wrong with something that was given."""

    reasons: Annotated[tuple[Reason, ...], "Everything that is wrong with it, all at once."]


def reason(code: str, text: str, condition: str) -> Reason:
    """A reason as the shared screening and the table tell it."""
    return Reason(code, text, condition)


def cap(limit_cdeg: int, origin: str, condition: str) -> Cap:
    """A cap as the shared screening and the table tell it."""
    return Cap(limit_cdeg / 100, origin, condition)


def as_json(value: Any) -> Any:
    """`value` in the types of JSON: an object for a dataclass, a list for a tuple, YYYY-MM-DD for a day."""
    if dataclasses.is_dataclass(value):
        found: dict[str, Any] = {}
        kind: Any = type(value)
        for name, inlined in _fields(kind):
            inner = as_json(getattr(value, name))
            found |= inner if inlined else {name: inner}
        return found
    if isinstance(value, dict):
        return {key: as_json(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_json(one) for one in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


@functools.cache
def _fields(kind: Any) -> list[tuple[str, bool]]:
    """The fields of a dataclass, and whether each is inlined."""
    hints = get_type_hints(kind, include_extras=True)
    names = [field.name for field in dataclasses.fields(kind)]
    return [(name, INLINED in getattr(hints[name], "__metadata__", ())) for name in names]
