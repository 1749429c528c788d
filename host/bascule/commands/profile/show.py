"""`bascule profile show`: a profile that is stored on the table, and what the table makes of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated, Any

from bascule import output
from bascule.facts import INLINED, ScreeningResult
from bascule.profile import file_form
from bascule.profile import words as in_words
from bascule.speech.spoken import say
from bascule.table import people, why
from bascule.table.client import Table, connected


@dataclass(frozen=True, slots=True)
class Shown:
    """A stored profile and what the table makes of it now."""

    port: Annotated[str, "Port on which the table answers."]
    revision: Annotated[int, "Counts the profiles ever stored or removed; 0 none yet."]
    profile: Annotated[
        dict[str, Any] | None, "The fields as a profile file has them (docs/profiles.md); null where none is stored."
    ]
    result: Annotated[ScreeningResult, INLINED]


def run(who: str, port: str | None, as_json: bool) -> None:
    """Show it."""
    with connected(port) as table:
        found = read(table, who)
    output.facts(found, as_json, lines(found))


def read(table: Table, who: str) -> Shown:
    """Profile and screening result of `who`."""
    if who != people.CHOSEN:
        people.known(table, who)
    blob, revision = people.blob(table, who)
    profile = file_form.from_wire(json.loads(blob)) if blob else None
    return Shown(table.port, revision, profile, why.screening_result(table, who))


def lines(found: Shown) -> list[str]:
    """The stored profile in words."""
    if found.profile is None:
        return [say("no profile is stored"), *in_words.lines(found.result)]
    said = [say("revision {number} on {port}", number=found.revision, port=found.port)]
    said += [f"  {key} = {file_form.words(value)}" for key, value in found.profile.items()]
    return said + in_words.lines(found.result, found.profile)
