"""What the table itself says of the profile it holds: its verdict, caps and reasons, fetched one by one."""

from __future__ import annotations

from typing import Any

from bascule.errors import Problem
from bascule.table.client import Table
from bascule.table.people import CHOSEN


def verdict(table: Table, who: str = CHOSEN) -> dict[str, Any]:
    """The table's verdict on `who` in the shape of `profile check`."""
    said = table.ask("profile.verdict", who=who)
    caps = _each(table, "cap", said["n_caps"], who)
    return {
        "verdict": said["verdict"],
        "limit_deg": said["lim"] / 100,
        "bound_by": said["by"],
        "session_s": said["s"],
        "caps": [{"limit_deg": cap["cdeg"] / 100, "origin": cap["text"]} for cap in caps],
        "reasons": reasons(table, "lock", said["n_reasons"], who),
        "warnings": reasons(table, "warning", said["n_warnings"], who),
    }


def reasons(table: Table, of: str, count: int, who: str = CHOSEN) -> list[dict[str, str]]:
    """The first `count` reasons of one list, as code and text."""
    return [{"code": one["code"], "text": one["text"]} for one in _each(table, of, count, who)]


def why_refused(table: Table) -> list[dict[str, str]]:
    """Why the table did not take the last profile pushed."""
    return reasons(table, "push", table.ask("why", who=CHOSEN, of="push", at=0)["n"])


def fault(table: Table) -> dict[str, str] | None:
    """The strongest active fault, if there is one."""
    found = reasons(table, "fault", 1)
    return found[0] if found else None


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
