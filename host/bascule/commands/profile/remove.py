"""`bascule profile remove`: one profile off the table, after somebody has said that it is meant."""

from __future__ import annotations

from bascule import output
from bascule.profile.file_form import visible
from bascule.prompts import agreed, askable
from bascule.table import people
from bascule.table.client import connected

_UNDONE = "nobody has confirmed that the profile is to go; nothing was removed"


def run(who: str, port: str | None, yes: bool, as_json: bool) -> None:
    """Ask, then remove. A table is not even greeted where nobody can be asked."""
    askable(yes, _UNDONE)
    with connected(port) as table:
        name = visible(people.one_of(table, who).name)
        at = f"table {table.hello.serial or '?'} on {table.port}"
        question = f"Remove the profile of {name} from {at}? What the table has counted of the sessions stays there."
        agreed(question, yes, _UNDONE)
        found = people.remove(table, who)
    output.facts(found, as_json, [f"removed {who} from {found.port}"])
