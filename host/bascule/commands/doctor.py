"""`bascule doctor`: everything between a laptop and a table that can be in the way, one line each. It only looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bascule import output
from bascule.deploy import uf2
from bascule.doctor import port_check, table_check
from bascule.doctor.finding import TROUBLE, Finding, fine, trouble
from bascule.errors import DONE, Problem
from bascule.speech.told import later
from bascule.table import ports
from bascule.table.client import looked_at


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that was looked at."""

    ok: Annotated[bool, "Whether there was no trouble."]
    checks: Annotated[tuple[Finding, ...], "One finding for each thing, up to the first that hides the others."]


def run(port: str | None, as_json: bool) -> int:
    """Look, and say what was found; the exit code is that of the first trouble."""
    found = look(port)
    worst = next((one for one in found if one.verdict == TROUBLE), None)
    output.facts(Findings(worst is None, tuple(found)), as_json, [one.line() for one in found])
    return worst.exit_code if worst else DONE


def look(port: str | None) -> list[Finding]:
    """All that can be seen; where one thing hides the next, the list ends."""
    try:
        chosen = ports.choose(port)
    except Problem as problem:
        return [_trouble("port", problem)]
    found = [
        fine(
            "port",
            later("{port} is there", port=chosen)
            if port is None
            else later("{port} is the port that was asked for", port=chosen),
        )
    ]
    found += port_check.checked(chosen)
    if any(one.verdict == TROUBLE and one.name != "modem" for one in found):
        return found
    try:
        with looked_at(chosen) as table:
            found += [
                fine("hello", later("table {serial} answers", serial=table.hello.serial or "?")),
                table_check.versions(table),
            ]
            found += table_check.program(table, _built())
            return [*found, *table_check.checked(table)]
    except Problem as problem:
        said_hello = any(one.name == "hello" for one in found)
        return [*found, _trouble("answers" if said_hello else "hello", problem)]


def _built() -> str:
    """The digest of the program in the image that was built here; empty where none was, or it cannot be read."""
    path = uf2.built()
    try:
        return uf2.read(path).program if path else ""
    except Problem:
        return ""


def _trouble(name: str, problem: Problem) -> Finding:
    return trouble(name, problem.text, problem.hint, problem.exit_code)
