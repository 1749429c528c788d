"""`bascule profile progress`: how far a person has come, what the table allows now, and what it allows next."""

from __future__ import annotations

from bascule import output
from bascule.facts import USABLE
from bascule.table import progress
from bascule.table.client import connected
from bascule.table.progress import Progress
from firmware.screening import dose


def run(who: str, port: str | None, as_json: bool) -> None:
    """Say it."""
    with connected(port) as table:
        found = progress.read(table, who)
    output.facts(found, as_json, lines(found))


def lines(found: Progress) -> list[str]:
    """The same for a person."""
    left = max(0, found.sessions_needed - found.sessions_done)
    needs = [_count(left, "more completed session")] if left else []
    needs += [_count(found.days_to_wait, "more day")] if found.days_to_wait else []
    wait = found.next_session_min
    if found.verdict == USABLE:
        now = f"up to {found.allowed_now_deg:g} degrees, {found.allowed_now_s} s, bound by {found.bound_by}"
        begins = f"in {wait} min" if wait else "may begin now"
    else:
        now = "locked: the table does not invert"
        begins = "only after the lock has ended" + (f", and not within {wait} min" if wait else "")
    return [
        f"{found.who}: step {found.step}",
        f"  now          {now}",
        *(f"               {one.code}: {one.text}" for one in found.reasons),
        f"  step allows  {found.limit_deg:g} degrees, {found.head_down_s} s head-down, if nothing is stricter",
        f"  next step    {_held(found) or ' and '.join(needs) or 'with the next session'}",
        *([f"  felt worse   after {_count(found.worse_in_a_row, 'session')} in a row"] if found.worse_in_a_row else []),
        *([f"  pain         {_pain(found)}"] if (found.pain_before, found.pain_after) != (None, None) else []),
        f"  today        {found.sessions_today} of {_count(found.sessions_a_day, 'session')} begun",
        f"  next session {begins}",
    ]


def _held(found: Progress) -> str:
    """That the profile holds the steps here, if it does."""
    if found.hold_deg is None or found.step < dose.held_step(round(found.hold_deg * 100)):
        return ""
    return f"none: the profile holds it at {found.hold_deg:g} degrees"


def _pain(found: Progress) -> str:
    """Before and after, as far as it was said."""
    said = (("before", found.pain_before), ("after", found.pain_after))
    return ", ".join(f"{pain} {when}" for when, pain in said if pain is not None) + ", of 10"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
