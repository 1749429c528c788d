"""Until when a profile's clearances count, by the same rules that judge them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from bascule.conditions import catalogue
from firmware.screening import conditions as table
from firmware.screening.rules import screen


@dataclass(frozen=True, slots=True)
class Valid:
    """A condition that is cleared: the last day on which it is, and who cleared it."""

    condition: str
    until: datetime.date
    clinician: str


def of(wire: dict[str, Any], today: datetime.date) -> tuple[Valid, ...]:
    """For each condition that a clearance opens on that day, the one that lasts longest.

    wire: the fields of a sound profile as a table has them.
    """
    found = []
    for one in catalogue.known():
        if one.key in wire["conditions"] and one.clearable:
            counting = [given for given in wire.get("clearances", ()) if _counts(given, one.key, wire, today)]
            found += sorted((Valid(one.name, _ends(given), given["clinician"]) for given in counting), key=_until)[-1:]
    return tuple(sorted(found, key=_until))


def _until(one: Valid) -> datetime.date:
    return one.until


def _counts(given: dict[str, Any], key: str, wire: dict[str, Any], today: datetime.date) -> bool:
    """Whether it opens `key` if there is nothing else."""
    if given["condition"] != key:
        return False
    alone = {**wire, "conditions": [key], "nothing_to_declare": False, "clearances": [given]}
    reasons = screen(alone, today.year * 10000 + today.month * 100 + today.day).reasons
    return not any(named == key for _, _, named in reasons)


def _ends(given: dict[str, Any]) -> datetime.date:
    """Its last day: its own, or the day on which it is too old to say how a person is."""
    return min(_day(given["expires"]), _day(given["issued"]) + datetime.timedelta(table.CLEARANCE_DAYS))


def _day(value: int) -> datetime.date:
    return datetime.date(value // 10000, value // 100 % 100, value % 100)
