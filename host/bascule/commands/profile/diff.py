"""`bascule profile diff`: a profile file beside the profile of the same person on the table, field by field."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

from bascule import output
from bascule.commands.profile import check, push
from bascule.errors import DIFFERENT, DONE
from bascule.profile import file_form
from bascule.table import people, stored
from bascule.table.client import connected

# Lists are compared by what stands in them, not by its order.
_LISTS = ("conditions", "clearances")
_NOTHING = "nothing"

Difference = dict[str, str]


def run(file: Path, port: str | None, as_json: bool) -> int:
    """Compare; exit code 0 when they say the same, 7 when not."""
    now = datetime.datetime.now()
    judged = push.well_formed(file, now.date(), as_json)
    ours = json.loads(judged.blob)
    with connected(port, now) as table:
        there = any(one.id == ours["id"] for one in people.everyone(table))
        theirs = json.loads(people.blob(table, ours["id"])[0]) if there else {}
        verdict = stored.verdict(table, ours["id"]) if there else None
    found = {
        "id": ours["id"],
        "on_table": there,
        "differences": between(file_form.from_wire(ours), file_form.from_wire(theirs)) if there else [],
        "file": judged.as_json(),
        "table": verdict,
    }
    output.facts(found, as_json, lines(found))
    return DONE if there and not found["differences"] else DIFFERENT


def between(ours: dict[str, Any], theirs: dict[str, Any]) -> list[Difference]:
    """What differs between the fields of two files: field, what the first says, what the second says."""
    found = []
    for key in dict.fromkeys([*ours, *theirs]):
        if key not in (*_LISTS, "since", "programme"):
            found += _field(key, ours.get(key), theirs.get(key))
    found += _members("conditions", ours, theirs)
    for name in ("programme", "since"):
        mine, others = ours.get(name, {}), theirs.get(name, {})
        for key in dict.fromkeys([*mine, *others]):
            found += _field(f"{name}.{key}", mine.get(key), others.get(key))
    return found + _clearances(ours, theirs)


def lines(found: dict[str, Any]) -> list[str]:
    """The same in words."""
    if not found["on_table"]:
        return [f"the table has no profile '{found['id']}'", f"  limit: file {_limit(found['file'])}"]
    said = [f"{found['id']}: {_count(found['differences'])}"]
    said += [f"  {one['field']}: file {one['file']}, table {one['table']}" for one in found["differences"]]
    return [*said, f"  limit: file {_limit(found['file'])}, table {_limit(found['table'])}"]


def _count(differences: list[Difference]) -> str:
    return f"{len(differences)} different" if differences else "file and table say the same"


def _limit(verdict: dict[str, Any]) -> str:
    if verdict["verdict"] != check.USABLE:
        return str(verdict["verdict"])
    return f"{verdict['limit_deg']:g} degrees by {verdict['bound_by']}"


def _field(name: str, ours: Any, theirs: Any) -> list[Difference]:
    if ours == theirs:
        return []
    said, other = (_NOTHING if one is None else file_form.words(one) for one in (ours, theirs))
    return [{"field": name, "file": said, "table": other}]


def _members(name: str, ours: dict[str, Any], theirs: dict[str, Any]) -> list[Difference]:
    """What stands in only one of two lists."""
    mine, others = ours.get(name, []), theirs.get(name, [])
    found = [{"field": name, "file": file_form.words(one), "table": _NOTHING} for one in mine if one not in others]
    return found + [
        {"field": name, "file": _NOTHING, "table": file_form.words(one)} for one in others if one not in mine
    ]


def _clearances(ours: dict[str, Any], theirs: dict[str, Any]) -> list[Difference]:
    """Clearances field by field where each side has just one of a condition; else those that only one side has."""
    mine = [one for one in ours.get("clearances", []) if one not in theirs.get("clearances", [])]
    others = [one for one in theirs.get("clearances", []) if one not in ours.get("clearances", [])]
    found = []
    for one in list(mine):
        key = one["condition"]
        pair = [other for other in others if other.get("condition") == key]
        if len(pair) == 1 and sum(other["condition"] == key for other in mine) == 1:
            for field in dict.fromkeys([*one, *pair[0]]):
                found += _field(f"clearance of {key}: {field}", one.get(field), pair[0].get(field))
            mine.remove(one)
            others.remove(pair[0])
    return found + _members("clearances", {"clearances": mine}, {"clearances": others})
