"""The people whose profiles a table holds: who they are, which is chosen, and the profile of one of them."""

from __future__ import annotations

import base64
import contextlib
from typing import Any, NamedTuple

from bascule.errors import BAD_INPUT, Problem
from bascule.profile.file_form import visible
from bascule.table import ports
from bascule.table.cable import Cable
from bascule.table.client import Message, Table

# The most that a table holds.
MOST = 8
# Stands for whoever is chosen at the table.
CHOSEN = ""


class Person(NamedTuple):
    """One profile of the table; limit_deg is 0 when it locks."""

    id: str
    name: str
    verdict: str
    limit_deg: float
    chosen: bool


def everyone(table: Table) -> list[Person]:
    """All of them, in the table's order."""
    found: list[Person] = []
    try:
        while len(found) < MOST:
            found.append(_person(table, len(found)))
    except Problem as problem:
        if problem.code != "PAST_END":
            raise
    return found


def glimpsed(port: str | None, seconds: float) -> list[Person]:
    """All of them if the table tells so soon, else nobody. What only reads wants no hello, and that time is saved."""
    place = ports.choose(port)
    with contextlib.closing(Table(place, Cable(place))) as table:
        found: list[Person] = []
        for one in table.ask_all("people", ({"at": at} for at in range(MOST)), seconds):
            if "e" in one:
                break
            found.append(_told(one))
            if len(found) == one["n"]:
                return found
    return []


def chosen(table: Table) -> Person | None:
    """Who is chosen at the table. Away from rest it tells of nobody else, and that is no trouble."""
    for at in range(MOST):
        try:
            one = _person(table, at)
        except Problem as problem:
            if problem.code == "PAST_END":
                return None
            if problem.code not in ("NOT_UPRIGHT", "BUSY"):
                raise
        else:
            if one.chosen:
                return one
    return None


def _person(table: Table, at: int) -> Person:
    return _told(table.ask("people", at=at))


def _told(one: Message) -> Person:
    return Person(one["id"], one["name"], one["verdict"], one["lim"] / 100, bool(one["chosen"]))


def known(table: Table, who: str) -> str:
    """`who`, if the table has that person. Problem, with those it has, when not."""
    return one_of(table, who).id


def one_of(table: Table, who: str) -> Person:
    """The person of that id. Problem, with those the table has, when it has no such person."""
    people = {one.id: one for one in everyone(table)}
    there = list(people)
    if who not in there:
        hint = f"It has {', '.join(there)}." if there else "It has none: push one with `bascule profile push`."
        raise Problem(BAD_INPUT, "NO_SUCH_PERSON", f"the table has no profile '{who[:40]}'", hint)
    return people[who]


def blob(table: Table, who: str) -> tuple[bytes, int]:
    """The profile of `who` byte for byte as it was pushed, and its revision; no bytes when there is none."""
    parts: list[bytes] = []
    size = 0
    while True:
        answer = table.ask("profile.get", who=who, off=size)
        part = base64.b64decode(answer["d"])
        parts.append(part)
        size += len(part)
        if size >= answer["n"] or not part:
            return b"".join(parts), int(answer["rev"])


def remove(table: Table, who: str) -> dict[str, Any]:
    """Take the profile of `who` off the table."""
    answer = table.ask("profile.remove", who=known(table, who))
    return {"port": table.port, "removed": who, "revision": int(answer["rev"])}


def lines(found: list[Person]) -> list[str]:
    """A line for each person, the chosen one marked; the number tells apart on the panel whose names look the same."""
    said = []
    for number, one in enumerate(found, 1):
        what = f"up to {one.limit_deg:g} deg" if one.verdict == "usable" else one.verdict
        said.append(f"{'*' if one.chosen else ' '} #{number} {one.id:<24}  {what:<14}  {visible(one.name)}")
    return [*said, "* chosen at the table"] if said else ["no profile is stored"]
