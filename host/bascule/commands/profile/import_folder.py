"""`bascule profile import`: every profile of a folder onto the table, or none."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from bascule import output
from bascule.commands.profile import push
from bascule.commands.profile.push import Pushed
from bascule.errors import BAD_INPUT, DONE, LOCKED_OUT, REFUSED, Problem
from bascule.facts import INLINED, LOCKED, Reason
from bascule.profile import checked, reader, screening
from bascule.profile.checked import Checked
from bascule.speech import spoken
from bascule.speech.spoken import as_told, number, say
from bascule.speech.told import later, lines
from bascule.table import people
from bascule.table.client import Table, connected
from firmware.profile.form import PLACES


@dataclass(frozen=True, slots=True)
class Imported:
    """The profiles that were pushed."""

    pushed: Annotated[tuple[Pushed, ...], "Each of them, in the order of the files."]


@dataclass(frozen=True, slots=True)
class FileReason:
    """What is wrong with one of several files."""

    file: Annotated[str, "The file."]
    reason: Annotated[Reason, INLINED]


@dataclass(frozen=True, slots=True)
class FileObjections:
    """What is wrong with several files."""

    reasons: Annotated[tuple[FileReason, ...], "Everything that is wrong with any of the files, all at once."]


def run(place: Path, port: str | None, as_json: bool) -> int:
    """Push all; exit code 3 when one of them locks."""
    now = datetime.datetime.now()
    coming = _checked(place, now.date())
    pushed: tuple[Pushed, ...] = ()
    with connected(port, now) as table:
        _room(table, list(coming))
        for one in coming.values():
            pushed += (_pushed(table, one, now.date(), len(coming), pushed),)
            if not as_json:
                output.say([line(pushed[-1])])
    if as_json:
        output.facts(Imported(pushed), True, ())
    return LOCKED_OUT if any(one.result.verdict == LOCKED for one in pushed) else DONE


def line(pushed: Pushed) -> str:
    """One profile's result in words."""
    result = pushed.result
    if result.verdict == LOCKED:
        why = spoken.said(result.reasons[0].text) if result.reasons else ""
        return say("{id}: locked: {why}", id=pushed.id, why=why)
    return say(
        "{id}: usable up to {deg} degrees, bound by {origin}",
        id=pushed.id,
        deg=number(result.limit_deg),
        origin=result.bound_by,
    )


def _pushed(table: Table, one: Checked, today: datetime.date, count: int, before: tuple[Pushed, ...]) -> Pushed:
    """One of `count` profiles, stored. The Problem when it cannot be says which were stored before it."""
    assert one.profile is not None
    try:
        return push.send(table, one.profile, screening.result(one, today))
    except Problem as problem:
        problem.text = later(
            "{text} ({stored} of {count} profiles were stored before that)",
            text=problem.text,
            stored=len(before),
            count=count,
        )
        problem.facts += (Imported(before),)
        raise


def _checked(place: Path, today: datetime.date) -> dict[str, Checked]:
    """The profiles by id. Problem, with all that is wrong in all of them, when one could not be pushed."""
    if not place.is_dir():
        text = (
            later("{place} is a file and no folder", place=place)
            if place.exists()
            else later("there is no folder {place}", place=place)
        )
        raise Problem(BAD_INPUT, "NO_FOLDER", text, later("Name a folder; `bascule profile push` takes one file."))
    files = sorted(place.glob("*.toml"))
    if not files:
        hint = later("Name a folder with profiles, as `bascule profile export` writes it.")
        raise Problem(BAD_INPUT, "NO_PROFILES", later("{place} has no file *.toml", place=place), hint)
    if len(files) > PLACES:
        hint = later("Take some out, or push the ones you want one by one.")
        text = later(
            "{place} has {count} profiles, and a table holds {places}; nothing was pushed",
            place=place,
            count=len(files),
            places=PLACES,
        )
        raise Problem(BAD_INPUT, "TOO_MANY_PEOPLE", text, hint)
    found: dict[str, Checked] = {}
    wrong: list[FileReason] = []
    for file in files:
        one = checked.check(reader.read(file), today)
        wrong += [FileReason(str(file), reason) for reason in _objections(one, list(found))]
        if one.profile is not None:
            found[one.profile.id] = one
    if wrong:
        told = [
            later("{file}: {code}: {why}", file=one.file, code=one.reason.code, why=as_told(one.reason.text))
            for one in wrong
        ]
        text = lines(later("nothing was pushed, for these reasons:"), *told)
        raise Problem(
            BAD_INPUT, "PROFILE_REFUSED", text, later("Correct them, then import again."), FileObjections((*wrong,))
        )
    return found


def _objections(one: Checked, before: list[str]) -> tuple[Reason, ...]:
    if one.profile is not None and one.profile.id in before:
        text = later("id '{id}' is in another file too: give each person an id of their own.", id=one.profile.id)
        return (Reason("DUPLICATE", text),)
    return one.objections


def _room(table: Table, coming: list[str]) -> None:
    """Problem when the table cannot hold all of them beside those it has."""
    there = [one.id for one in people.everyone(table)]
    both = list(dict.fromkeys([*there, *coming]))
    if len(both) > PLACES:
        hint = later("It has {listed}: remove some with `bascule profile remove`.", listed=", ".join(there))
        text = later(
            "the table holds {places} people, and with these it would have {count}; nothing was pushed",
            places=PLACES,
            count=len(both),
        )
        raise Problem(REFUSED, "FULL", text, hint)
