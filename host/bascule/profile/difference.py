"""What differs between two profiles, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

# Lists are compared by what stands in them, not by its order.
_LISTS = ("conditions", "clearances")


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of which two profiles say something else. Values are those of a profile file; a day is text there."""

    field: Annotated[str, "The field, or part of one, as a profile file has it."]
    file: Annotated[Any, "What the file says, as a value of its kind; null where it says nothing."]
    table: Annotated[Any, "What the table's profile says; null where it says nothing."]


def between(ours: dict[str, Any], theirs: dict[str, Any]) -> list[Difference]:
    """What differs between the fields of two files: field, what the first says, what the second says."""
    found = []
    for key in dict.fromkeys([*ours, *theirs]):
        if key not in (*_LISTS, "since", "programme"):
            found += _field(key, ours.get(key), theirs.get(key))
    found += _members("conditions", ours, theirs)
    for name in ("programme", "since"):
        mine, others = ours.get(name, {}), theirs.get(name, {})
        for key in dict.fromkeys([*mine, *others]):
            found += _field(f"{name}.{key}", mine.get(key), others.get(key))
    return found + _clearances(ours, theirs)


def _field(name: str, ours: Any, theirs: Any) -> list[Difference]:
    if ours == theirs:
        return []
    return [Difference(name, ours, theirs)]


def _members(name: str, ours: dict[str, Any], theirs: dict[str, Any]) -> list[Difference]:
    """What stands in only one of two lists."""
    mine, others = ours.get(name, []), theirs.get(name, [])
    found = [Difference(name, one, None) for one in mine if one not in others]
    return found + [Difference(name, None, one) for one in others if one not in mine]


def _clearances(ours: dict[str, Any], theirs: dict[str, Any]) -> list[Difference]:
    """Clearances field by field where each side has just one of a condition; else those that only one side has."""
    mine = [one for one in ours.get("clearances", []) if one not in theirs.get("clearances", [])]
    others = [one for one in theirs.get("clearances", []) if one not in ours.get("clearances", [])]
    found = []
    for one in list(mine):
        key = one["condition"]
        pair = [other for other in others if other.get("condition") == key]
        if len(pair) == 1 and sum(other["condition"] == key for other in mine) == 1:
            for field in dict.fromkeys([*one, *pair[0]]):
                found += _field(f"clearance of {key}: {field}", one.get(field), pair[0].get(field))
            mine.remove(one)
            others.remove(pair[0])
    return found + _members("clearances", {"clearances": mine}, {"clearances": others})
