"""Why: what the table makes of a profile, with its caps, reasons and warnings, fetched one by one; and its fault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from bascule import facts
from bascule.errors import Problem
from bascule.facts import Reason, ScreeningResult
from bascule.table.client import Table
from bascule.table.people import CHOSEN


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that is active."""

    code: Annotated[str, "Its name, as in docs/safety/safe-states.md."]
    text: Annotated[str, "What has happened."]


def screening_result(table: Table, who: str = CHOSEN) -> ScreeningResult:
    """What the table makes of the profile of `who` now."""
    said = table.ask("profile.verdict", who=who)
    return ScreeningResult(
        verdict=said["verdict"],
        limit_deg=said["lim"] / 100,
        first_limit_deg=said["lim"] / 100,
        first_session_s=said["s"],
        bound_by=said["by"],
        caps=tuple(facts.cap(one["cdeg"], one["text"], one["key"]) for one in _each(table, "cap", said["n_caps"], who)),
        reasons=reasons(table, "lock", said["n_reasons"], who),
        session_s=said["s"],
        warnings=reasons(table, "warning", said["n_warnings"], who),
    )


def reasons(table: Table, of: str, count: int, who: str = CHOSEN) -> tuple[Reason, ...]:
    """The first `count` reasons of one list."""
    return tuple(facts.reason(one["code"], one["text"], one["key"]) for one in _each(table, of, count, who))


def refused(table: Table) -> tuple[Reason, ...]:
    """Why the table did not take the last profile pushed."""
    return reasons(table, "push", table.ask("why", who=CHOSEN, of="push", at=0)["n"])


def fault(table: Table) -> Fault | None:
    """The strongest active fault, if there is one."""
    found = _each(table, "fault", 1, CHOSEN)
    return Fault(found[0]["code"], found[0]["text"]) if found else None


def _each(table: Table, of: str, count: int, who: str) -> list[dict[str, Any]]:
    """At most `count` entries: the list may have become shorter since the table said how many."""
    found: list[dict[str, Any]] = []
    try:
        while len(found) < count:
            found.append(table.ask("why", who=who, of=of, at=len(found)))
    except Problem as problem:
        if problem.code != "PAST_END":
            raise
    return found
