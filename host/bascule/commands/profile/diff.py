"""`bascule profile diff`: a profile file beside the profile of the same person on the table, field by field."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

from bascule import output
from bascule.commands.profile import push
from bascule.profile import file_form
from bascule.profile.difference import Difference, between
from bascule.profile.screening import USABLE
from bascule.table import people, stored
from bascule.table.client import connected

SAME, DIFFERENT = 0, 1


def run(file: Path, port: str | None, as_json: bool) -> int:
    """Compare; exit code 0 when they say the same, 1 when not."""
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
    return SAME if there and not found["differences"] else DIFFERENT


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
    if verdict["verdict"] != USABLE:
        return str(verdict["verdict"])
    return f"{verdict['limit_deg']:g} degrees by {verdict['bound_by']}"
