"""`bascule profile import`: every profile of a folder onto the table, or none."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from bascule import output
from bascule.commands.profile import check, push
from bascule.commands.profile.check import Judged
from bascule.errors import BAD_INPUT, DONE, LOCKED_OUT, REFUSED, Problem
from bascule.profile.reader import Reason
from bascule.table import people
from bascule.table.client import Table, connected


def run(place: Path, port: str | None, as_json: bool) -> int:
    """Push all; exit code 3 when one of them locks."""
    now = datetime.datetime.now()
    judged = _judged(place, now.date())
    with connected(port, now) as table:
        _room(table, list(judged))
        pushed: list[dict[str, Any]] = []
        for who, one in judged.items():
            try:
                pushed.append({"id": who, **push.send(table, one)})
            except Problem as problem:
                problem.text += f"; of {len(judged)} profiles {len(pushed)} were stored before"
                problem.facts["pushed"] = pushed
                raise
            if not as_json:
                output.facts(pushed[-1], False, [line(pushed[-1])])
    if as_json:
        output.facts({"pushed": pushed}, True, ())
    return LOCKED_OUT if any(one["verdict"] == check.LOCKED for one in pushed) else DONE


def line(pushed: dict[str, Any]) -> str:
    """One profile's result in words."""
    if pushed["verdict"] == check.LOCKED:
        return f"{pushed['id']}: locked: {pushed['reasons'][0]['text'] if pushed['reasons'] else ''}"
    return f"{pushed['id']}: usable up to {pushed['limit_deg']:g} degrees, bound by {pushed['bound_by']}"


def _judged(place: Path, today: datetime.date) -> dict[str, Judged]:
    """The profiles by id. Problem, with all that is wrong in all of them, when one could not be pushed."""
    if not place.is_dir():
        text = f"{place} is a file and no folder" if place.exists() else f"there is no folder {place}"
        raise Problem(BAD_INPUT, "NO_FOLDER", text, "Name a folder; `bascule profile push` takes one file.")
    files = sorted(place.glob("*.toml"))
    if not files:
        hint = "Name a folder with profiles, as `bascule profile export` writes it."
        raise Problem(BAD_INPUT, "NO_PROFILES", f"{place} has no file *.toml", hint)
    if len(files) > people.MOST:
        hint = "Take some out, or push those that are meant one by one."
        text = f"{place} has {len(files)} profiles, and a table holds {people.MOST}; nothing was pushed"
        raise Problem(BAD_INPUT, "TOO_MANY_PEOPLE", text, hint)
    found: dict[str, Judged] = {}
    wrong: list[dict[str, str]] = []
    for file in files:
        one = check.judge_file(file, today)
        wrong += [{"file": str(file), "code": code, "text": text} for code, text in _objections(one, list(found))]
        found[one.person_id] = one
    if wrong:
        said = [f"{one['file']}: {one['code']}: {one['text']}" for one in wrong]
        text = "\n  ".join(["nothing was pushed, because of these:", *said])
        raise Problem(BAD_INPUT, "PROFILE_REFUSED", text, "Correct them, then import again.", {"reasons": wrong})
    return found


def _objections(one: Judged, before: list[str]) -> list[Reason]:
    if one.verdict != check.REFUSED and one.person_id in before:
        return [("DUPLICATE", f"id '{one.person_id}' stands in another file too: give each person one of their own.")]
    return one.reasons if one.verdict == check.REFUSED else []


def _room(table: Table, coming: list[str]) -> None:
    """Problem when the table cannot hold all of them beside those it has."""
    there = [one.id for one in people.everyone(table)]
    both = list(dict.fromkeys([*there, *coming]))
    if len(both) > people.MOST:
        hint = f"It has {', '.join(there)}: remove some with `bascule profile remove`."
        text = f"the table holds {people.MOST} people, and this would make {len(both)}; nothing was pushed"
        raise Problem(REFUSED, "FULL", text, hint)
