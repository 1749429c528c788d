"""How far a person has come on a table, what it allows now, and what it allows next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bascule.errors import BAD_INPUT, Problem
from bascule.facts import Reason
from bascule.speech.told import later
from bascule.table import people, why
from bascule.table.client import Table


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a person has come."""

    port: Annotated[str, "Port on which the table answers."]
    who: Annotated[str, "Id of the person."]
    verdict: Annotated[str, "`usable` or `locked`, now."]
    bound_by: Annotated[str, "Origin of the cap that binds now; `lockout` when locked."]
    reasons: Annotated[tuple[Reason, ...], "Why it is locked now; empty when it is not."]
    allowed_now_deg: Annotated[float, "How far head-down the next session may go, past horizontal; 0 when locked."]
    allowed_now_s: Annotated[int, "How long below level the next session may last; 0 when locked."]
    step: Annotated[int, "Steps taken so far."]
    limit_deg: Annotated[float, "How far head-down this step allows, past horizontal, where all else allows it."]
    head_down_s: Annotated[int, "How long below level this step allows in one session."]
    sessions_done: Annotated[int, "Sessions completed at this step, as far as they count."]
    sessions_needed: Annotated[int, "How many the next step takes."]
    days_to_wait: Annotated[int, "How long the next step still takes.", "days"]
    sessions_today: Annotated[int, "Sessions begun today."]
    sessions_a_day: Annotated[int, "Sessions that a day may have."]
    next_session_min: Annotated[int, "Time until the next session may begin."]
    hold_deg: Annotated[float | None, "Where the profile holds the steps, past horizontal; null where it does not."]
    worse_in_a_row: Annotated[int, "Sessions in a row after which the person felt worse; the second takes a step back."]
    pain_before: Annotated[int | None, "Pain, 0 to 10, said before the newest session; null where none was said."]
    pain_after: Annotated[int | None, "Pain, 0 to 10, said after the last session; null where none was said."]


def read(table: Table, who: str) -> Progress:
    """Ask the table about `who`. Problem when there is nobody to tell of."""
    if who == people.CHOSEN:
        one = people.chosen(table)
        if one is None:
            hint = later("Push one with `bascule profile push`.")
            raise Problem(
                BAD_INPUT, "NO_SUCH_PERSON", later("the table has no profile, so it has no progress to show"), hint
            )
        who = one.id
    else:
        people.known(table, who)
    now = table.ask("progress", who=who)
    result = why.screening_result(table, who)
    return Progress(
        port=table.port,
        who=who,
        verdict=result.verdict,
        bound_by=result.bound_by,
        reasons=result.reasons,
        allowed_now_deg=result.limit_deg,
        allowed_now_s=result.session_s,
        step=now["step"],
        limit_deg=now["cap"] / 100,
        head_down_s=now["s"],
        sessions_done=now["done"],
        sessions_needed=now["need"],
        days_to_wait=now["days"],
        sessions_today=now["today"],
        sessions_a_day=now["most"],
        next_session_min=now["next"],
        hold_deg=now["hold"] / 100 if now["hold"] else None,
        worse_in_a_row=now["worse"],
        pain_before=_said(now["before"]),
        pain_after=_said(now["after"]),
    )


def _said(pain: int) -> int | None:
    """Pain as the table counts it: one more than what was said."""
    return pain - 1 if pain else None
