"""The conditions a profile may declare, by name instead of by place in a row."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Annotated, Any

from firmware.screening import conditions as table

# Whose reason begins so needs care now.
_CARE_NOW = "Seek care now"
# What locks the table whatever anybody says, but may pass: then it is taken out of the profile.
_PASSES = (
    "pregnancy", "cancer_in_treatment", "uncontrolled_hypertension", "raised_intracranial_pressure", "csf_leak",
    "symptomatic_hiatal_hernia",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Condition:
    """One row of the table."""

    key: Annotated[str, "The word for it in a profile."]
    name: Annotated[str, "What people call it."]
    category: Annotated[str, "What it does: `absolute`, `until cleared`, `capped`, `warn`, `today` or `note`."]
    role: Annotated[str, "Who may clear it: `physician`, `orthopaedic_surgeon` or `either`; empty for nobody."]
    cap_deg: Annotated[float, "How far head-down at most, past horizontal; 0 for no cap of its own."]
    wait_days: Annotated[int, "How long after the operation or event a clearance may be given; 0 for no wait."]
    reason: Annotated[str, "Why it does so."]
    source: Annotated[str, "Who says so, with a mark for each source."]
    session_s: Annotated[int, "Longest time head-down in one session; 0 for no such bound."]

    @property
    def clearable(self) -> bool:
        """Whether a clearance changes anything."""
        return self.category == table.UNTIL_CLEARED

    @property
    def urgent(self) -> bool:
        """Whether it needs care now."""
        return self.category == table.ABSOLUTE and self.reason.startswith(_CARE_NOW)

    @property
    def lasting(self) -> bool:
        """Whether it locks the table for good."""
        return self.category == table.ABSOLUTE and not self.urgent and self.key not in _PASSES

    @property
    def asked_each_day(self) -> bool:
        """Whether it belongs to a day rather than to a person."""
        return self.category == table.TODAY


@functools.cache
def known() -> tuple[Condition, ...]:
    """All of them, in the table's order."""
    rows: Any = table.CONDITIONS
    return tuple(
        Condition(
            row[table.KEY],
            row[table.NAME],
            row[table.CATEGORY],
            row[table.ROLE],
            row[table.CAP_CDEG] / 100,
            row[table.WAIT_DAYS],
            row[table.REASON],
            row[table.SOURCE],
            table.WARN_SESSION_S.get(row[table.KEY], 0),
        )
        for row in rows
    )


def find(key: str) -> Condition | None:
    """The condition of that key, or None."""
    return next((one for one in known() if one.key == key), None)


def by_category() -> list[tuple[str, list[Condition]]]:
    """The conditions under each category that has any, in the order of the categories."""
    groups = [(category, [one for one in known() if one.category == category]) for category in table.CATEGORIES]
    return [(category, members) for category, members in groups if members]


def notes(keys: list[str]) -> list[str]:
    """What is said of the declared conditions that enforce nothing."""
    return [f"{one.name}: {one.reason}" for one in map(find, keys) if one is not None and one.category == table.NOTE]
