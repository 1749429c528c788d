"""`bascule profile show`: a profile that is stored on the table, and what the table makes of it."""

from __future__ import annotations

import json
from typing import Any

from bascule import output
from bascule.profile import file_form
from bascule.profile import words as in_words
from bascule.table import people, stored
from bascule.table.client import Table, connected


def run(who: str, port: str | None, as_json: bool) -> None:
    """Show it."""
    with connected(port) as table:
        found = read(table, who)
    output.facts(found, as_json, lines(found))


def read(table: Table, who: str) -> dict[str, Any]:
    """Profile (None when there is none), revision and verdict of `who`."""
    if who != people.CHOSEN:
        people.known(table, who)
    blob, revision = people.blob(table, who)
    return {
        "port": table.port,
        "revision": revision,
        "profile": file_form.plain(file_form.from_wire(json.loads(blob))) if blob else None,
        **stored.verdict(table, who),
    }


def lines(found: dict[str, Any]) -> list[str]:
    """The stored profile in words."""
    profile = found["profile"]
    if profile is None:
        return ["no profile is stored", *in_words.lines(found)]
    said = [f"revision {found['revision']} on {found['port']}"]
    said += [f"  {key} = {file_form.words(value)}" for key, value in profile.items()]
    return said + in_words.lines(found)
