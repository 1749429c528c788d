"""`bascule profile diff`: a profile file beside the profile of the same person on the table, field by field."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from bascule import output
from bascule.commands.profile import push
from bascule.errors import DIFFERENT, DONE
from bascule.facts import USABLE, ScreeningResult
from bascule.profile import file_form, words
from bascule.profile.difference import Difference, between
from bascule.speech.spoken import number, say
from bascule.table import people, why
from bascule.table.client import connected


@dataclass(frozen=True, slots=True)
class Compared:
    """A profile file beside the table's."""

    id: Annotated[str, "Id of the person."]
    on_table: Annotated[bool, "Whether the table has a profile of that id."]
    differences: Annotated[tuple[Difference, ...], "Each field of which the two say something else."]
    file: Annotated[ScreeningResult, "What the laptop makes of the file."]
    table: Annotated[ScreeningResult | None, "What the table makes of its profile now; null where it has none."]


def run(file: Path, port: str | None, as_json: bool) -> int:
    """Compare; exit code 0 when they say the same, 7 when not."""
    now = datetime.datetime.now()
    profile, result = push.well_formed(file, now.date(), as_json)
    with connected(port, now) as table:
        there = any(one.id == profile.id for one in people.everyone(table))
        theirs = json.loads(people.blob(table, profile.id)[0]) if there else {}
        on_table = why.screening_result(table, profile.id) if there else None
    differences = between(file_form.from_wire(profile.fields), file_form.from_wire(theirs)) if there else []
    found = Compared(profile.id, there, tuple(differences), result, on_table)
    output.facts(found, as_json, lines(found))
    return DONE if there and not differences else DIFFERENT


def lines(found: Compared) -> list[str]:
    """The same in words."""
    if found.table is None:
        limit = say("limit: file {file}", file=_limit(found.file))
        return [say("the table has no profile '{who}'", who=found.id), f"  {limit}"]
    told = [f"{found.id}: {_count(len(found.differences))}"]
    for one in found.differences:
        both = say(
            "{field}: file {file}, table {table}", field=one.field, file=_value(one.file), table=_value(one.table)
        )
        told.append(f"  {both}")
    limits = say("limit: file {file}, table {table}", file=_limit(found.file), table=_limit(found.table))
    return [*told, f"  {limits}"]


def _count(differences: int) -> str:
    return say("{count} different", count=differences) if differences else say("file and table say the same")


def _value(value: Any) -> str:
    return say("nothing") if value is None else file_form.words(value)


def _limit(result: ScreeningResult) -> str:
    if result.verdict != USABLE:
        return say(words.VERDICTS[result.verdict])
    return say("{deg} degrees by {origin}", deg=number(result.limit_deg), origin=result.bound_by)
