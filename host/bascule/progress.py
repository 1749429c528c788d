"""`bascule profile progress`: how far a person has come, and what the table allows next."""

from __future__ import annotations

from typing import Any

from bascule import people
from bascule.client import Table


def read(table: Table, who: str) -> dict[str, Any]:
    """The facts; names carry the units."""
    if who != people.CHOSEN:
        people.known(table, who)
    now = table.ask("progress", who=who)
    return {
        "port": table.port,
        "who": who or next((one.id for one in people.everyone(table) if one.chosen), ""),
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
    return [
        f"{found['who']}: step {found['step']}",
        f"  allows       {found['limit_deg']:g} degrees, {found['head_down_s']} s head-down",
        f"  next step    {' and '.join(needs) or 'with the next session'}",
        f"  today        {found['sessions_today']} of {_count(found['sessions_a_day'], 'session')} begun",
        f"  next session {f'in {wait} min' if wait else 'may begin now'}",
    ]


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
