"""`bascule profile remove`: one profile off the table, after somebody has said that it is meant."""

from __future__ import annotations

from bascule import output
from bascule.profile.file_form import visible
from bascule.prompts import agreed, askable
from bascule.speech.spoken import say
from bascule.speech.told import later
from bascule.table import people
from bascule.table.client import connected

_UNDONE = later("nobody has confirmed that the profile is to go; nothing was removed")


def run(who: str, port: str | None, yes: bool, as_json: bool) -> None:
    """Ask, then remove. A table is not even greeted where nobody can be asked."""
    askable(yes, _UNDONE)
    with connected(port) as table:
        name = visible(people.one_of(table, who).name)
        question = say(
            "Remove the profile of {name} from table {serial} on {port}? What the table has counted of the sessions "
            "stays there.",
            name=name,
            serial=table.hello.serial or "?",
            port=table.port,
        )
        agreed(question, yes, _UNDONE)
        found = people.remove(table, who)
    output.facts(found, as_json, [say("removed {who} from {port}", who=who, port=found.port)])
