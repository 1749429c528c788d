"""`bascule profile progress`: how far a person has come, what the table allows now, and what it allows next."""

from __future__ import annotations

from bascule import output
from bascule.facts import USABLE
from bascule.speech.spoken import number, said, say
from bascule.speech.told import Told, later
from bascule.table import progress
from bascule.table.client import connected
from bascule.table.progress import Progress
from firmware.screening import dose

_SESSION_LEFT, _SESSIONS_LEFT = later("1 more completed session"), later("{count} more completed sessions")
_DAY_LEFT, _DAYS_LEFT = later("1 more day"), later("{count} more days")
_ONCE, _TIMES = later("after 1 session in a row"), later("after {count} sessions in a row")


def run(who: str, port: str | None, as_json: bool) -> None:
    """Say it."""
    with connected(port) as table:
        found = progress.read(table, who)
    output.facts(found, as_json, lines(found))


def lines(found: Progress) -> list[str]:
    """The same for a person."""
    left = max(0, found.sessions_needed - found.sessions_done)
    needs = [_count(left, _SESSION_LEFT, _SESSIONS_LEFT)] if left else []
    needs += [_count(found.days_to_wait, _DAY_LEFT, _DAYS_LEFT)] if found.days_to_wait else []
    wait = found.next_session_min
    if found.verdict == USABLE:
        now = say(
            "up to {deg} degrees, {seconds} s, bound by {origin}",
            deg=number(found.allowed_now_deg),
            seconds=found.allowed_now_s,
            origin=found.bound_by,
        )
        begins = say("in {minutes} min", minutes=wait) if wait else say("may begin now")
    else:
        now = say("locked: the table does not invert")
        begins = say("only after the lock has ended")
        begins += say(", and not within {minutes} min", minutes=wait) if wait else ""
    allows = say(
        "{deg} degrees, {seconds} s head-down, if nothing is stricter",
        deg=number(found.limit_deg),
        seconds=found.head_down_s,
    )
    today = say("{count} of {most} sessions begun", count=found.sessions_today, most=found.sessions_a_day)
    rows = [
        (say("now"), now),
        *(("", f"{one.code}: {said(one.text)}") for one in found.reasons),
        (say("step allows"), allows),
        (say("next step"), _held(found) or say(" and ").join(needs) or say("with the next session")),
        *([(say("felt worse"), _count(found.worse_in_a_row, _ONCE, _TIMES))] if found.worse_in_a_row else []),
        *([(say("pain"), _pain(found))] if (found.pain_before, found.pain_after) != (None, None) else []),
        (say("today"), today),
        (say("next session"), begins),
    ]
    head = say("{who}: step {number}", who=found.who, number=found.step)
    return [head, *(f"  {name:<12} {value}" for name, value in rows)]


def _held(found: Progress) -> str:
    """That the profile holds the steps here, if it does."""
    if found.hold_deg is None or found.step < dose.held_step(round(found.hold_deg * 100)):
        return ""
    return say("none: the profile holds it at {deg} degrees", deg=number(found.hold_deg))


def _pain(found: Progress) -> str:
    """Before and after, as far as it was said."""
    told = [say("{pain} before", pain=found.pain_before)] if found.pain_before is not None else []
    told += [say("{pain} after", pain=found.pain_after)] if found.pain_after is not None else []
    return say("{pains}, of 10", pains=", ".join(told))


def _count(count: int, one: Told, more: Told) -> str:
    return say(one) if count == 1 else say(more, count=count)
