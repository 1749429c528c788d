"""`bascule profile list`: the people whose profiles a table holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bascule import output
from bascule.facts import USABLE
from bascule.profile import words
from bascule.profile.file_form import visible
from bascule.speech.spoken import number, say
from bascule.table import people
from bascule.table.client import connected


@dataclass(frozen=True, slots=True)
class People:
    """The people whose profiles the table holds."""

    people: Annotated[tuple[people.Person, ...], "Each of them, in the table's order."]


def listed(port: str | None, as_json: bool) -> None:
    """List them."""
    with connected(port) as table:
        found = people.everyone(table)
    output.facts(People(tuple(found)), as_json, lines(found))


def lines(found: list[people.Person]) -> list[str]:
    """A line for each person, the chosen one marked; the number tells apart on the panel whose names look the same."""
    said = []
    for at, one in enumerate(found, 1):
        usable = one.verdict == USABLE
        what = say("up to {deg} deg", deg=number(one.limit_deg)) if usable else say(words.VERDICTS[one.verdict])
        said.append(f"{'*' if one.chosen else ' '} #{at} {one.id:<24}  {what:<14}  {visible(one.name)}")
    return [*said, say("* chosen at the table")] if said else [say("no profile is stored")]
