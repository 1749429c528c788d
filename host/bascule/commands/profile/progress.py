"""`bascule profile progress`: how far a person has come, what the table's verdict is now, and what it allows next."""

from __future__ import annotations

from typing import Any

from bascule.commands.profile import check
from bascule.errors import BAD_INPUT, Problem
from bascule.table import people, stored
from bascule.table.client import Table


def read(table: Table, who: str) -> dict[str, Any]:
    """The facts; names carry the units. Problem when there is nobody to tell of."""
    if who == people.CHOSEN:
        one = people.chosen(table)
        if one is None:
            hint = "Push one with `bascule profile push`."
            raise Problem(BAD_INPUT, "NO_SUCH_PERSON", "the table has no profile, so there is nobody to tell of", hint)
        who = one.id
    else:
        people.known(table, who)
    now = table.ask("progress", who=who)
    verdict = stored.verdict(table, who)
    return {
        "port": table.port,
        "who": who,
        **{key: verdict[key] for key in ("verdict", "bound_by", "reasons")},
        "allowed_now_deg": verdict["limit_deg"],
        "allowed_now_s": verdict["session_s"],
        "step": now["step"],
        "limit_deg": now["cap"] / 100,
        "head_down_s": now["s"],
        "sessions_done": now["done"],
        "sessions_needed": now["need"],
        "days_to_wait": now["days"],
        "sessions_today": now["today"],
        "sessions_a_day": now["most"],
        "next_session_min": now["next"],
    }


def lines(found: dict[str, Any]) -> list[str]:
    """The same for a person."""
    left = max(0, found["sessions_needed"] - found["sessions_done"])
    needs = [f"{_count(left, 'completed session')} more"] if left else []
    needs += [f"{_count(found['days_to_wait'], 'day')} more"] if found["days_to_wait"] else []
    wait = found["next_session_min"]
    if found["verdict"] == check.USABLE:
        now = f"up to {found['allowed_now_deg']:g} degrees, {found['allowed_now_s']} s, bound by {found['bound_by']}"
        begins = f"in {wait} min" if wait else "may begin now"
    else:
        now = "locked: the table does not invert"
        begins = "not before what locks has ended" + (f", nor within {wait} min" if wait else "")
    return [
        f"{found['who']}: step {found['step']}",
        f"  now          {now}",
        *(f"               {one['code']}: {one['text']}" for one in found["reasons"]),
        f"  step allows  {found['limit_deg']:g} degrees, {found['head_down_s']} s head-down, where all else allows it",
        f"  next step    {' and '.join(needs) or 'with the next session'}",
        f"  today        {found['sessions_today']} of {_count(found['sessions_a_day'], 'session')} begun",
        f"  next session {begins}",
    ]


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
