"""The people whose profiles a table holds: who they are, which is chosen, and the profile of one of them."""

from __future__ import annotations

import base64
import contextlib
from dataclasses import dataclass
from typing import Annotated

from bascule.errors import BAD_INPUT, Problem
from bascule.speech.told import later
from bascule.table import ports, shared
from bascule.table.client import Message, Table
from firmware.profile.form import PLACES

# Stands for whoever is chosen at the table.
CHOSEN = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whose profile is on the table."""

    id: Annotated[str, "Id of the profile."]
    name: Annotated[str, "What the person is called."]
    verdict: Annotated[str, "`usable` or `locked`, now."]
    limit_deg: Annotated[float, "How far head-down, past horizontal; 0 when locked."]
    chosen: Annotated[bool, "Whether this is the person chosen at the panel."]


@dataclass(frozen=True, slots=True)
class Removed:
    """A profile that was taken off the table."""

    port: Annotated[str, "Port on which the table answers."]
    removed: Annotated[str, "Id of the person."]
    revision: Annotated[int, "Counts the profiles ever stored or removed."]


def everyone(table: Table) -> list[Person]:
    """All of them, in the table's order."""
    found: list[Person] = []
    try:
        while len(found) < PLACES:
            found.append(_person(table, len(found)))
    except Problem as problem:
        if problem.code != "PAST_END":
            raise
    return found


def glimpsed(port: str | None, seconds: float) -> list[Person]:
    """All of them if the table tells so soon, else nobody. What only reads wants no hello, and that time is saved."""
    place = ports.choose(port)
    with contextlib.closing(Table(place, shared.opened(place))) as table:
        found: list[Person] = []
        for one in table.ask_all("people", ({"at": at} for at in range(PLACES)), seconds):
            if "e" in one:
                break
            found.append(_told(one))
            if len(found) == one["n"]:
                return found
    return []


def chosen(table: Table) -> Person | None:
    """Who is chosen at the table. Away from rest it tells of nobody else, and that is no trouble."""
    for at in range(PLACES):
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
        hint = (
            later("It has {listed}.", listed=", ".join(there))
            if there
            else later("It has none: push one with `bascule profile push`.")
        )
        raise Problem(BAD_INPUT, "NO_SUCH_PERSON", later("the table has no profile '{who}'", who=who[:40]), hint)
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


def remove(table: Table, who: str) -> Removed:
    """Take the profile of `who` off the table."""
    answer = table.ask("profile.remove", who=known(table, who))
    return Removed(table.port, who, int(answer["rev"]))
