"""How far a person has come on a table, what its verdict is now, and what it allows next."""

from __future__ import annotations

from typing import Any

from bascule.errors import REFUSED, Problem
from bascule.table import people, stored
from bascule.table.client import Table


def read(table: Table, who: str) -> dict[str, Any]:
    """The facts; names carry the units. Problem when there is nobody to tell of."""
    if who == people.CHOSEN:
        one = people.chosen(table)
        if one is None:
            hint = "Push one with `bascule profile push`."
            raise Problem(REFUSED, "NO_SUCH_PERSON", "the table has no profile, so there is nobody to tell of", hint)
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
