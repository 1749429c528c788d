"""A table that has just been given its program: which port it comes up on, and what it says there."""

from __future__ import annotations

import time
from collections.abc import Set
from dataclasses import dataclass
from typing import Annotated

from bascule import output
from bascule.errors import NO_ANSWER, UNEXPECTED, Problem
from bascule.speech.spoken import say
from bascule.speech.told import later
from bascule.table import ports
from bascule.table.client import connected
from bascule.table.hello import short

# A restart, a filesystem made anew, and a laptop that takes its time to find a USB device.
_WITHIN_S = 20.0
_LOOK_S = 0.2


@dataclass(frozen=True, slots=True)
class Arrival:
    """A table that has come up."""

    port: Annotated[str, "Port on which the table answers."]
    serial: Annotated[str | None, "Serial of the table; null from a table of another protocol."]
    firmware: Annotated[str | None, "Version of its firmware; null from a table of another protocol."]
    runs: Annotated[str | None, "SHA-256 in hex of the program that it runs; null where it does not know."]


def on_usb() -> set[str]:
    """The ports of all boards that are plugged in and run a program."""
    return {table.port for table in ports.found() if table.kind == "usb"}


def awaited(port: str | None, before: Set[str], version: str, program: str) -> Arrival:
    """The table that answers on `port`, else on the first not in `before`.

    Problem when none does in time, and when it reports another program, or another version where one is given.
    """
    end = time.monotonic() + _WITHIN_S
    last: Problem | None = None
    while time.monotonic() < end:
        for one in [port] if port else sorted(on_usb() - before):
            output.progress(say("waiting for the table on {port}", port=one))
            try:
                with connected(one) as table:
                    said = table.hello
                    found = Arrival(one, said.serial, said.firmware, said.program_sha256)
                    return _same(version, program, found)
            except Problem as problem:
                if problem.code in ("OTHER_VERSION", "OTHER_PROGRAM"):
                    raise
                last = problem
        time.sleep(_LOOK_S)
    text = later("the program was copied, but no table has answered since")
    hint = later(
        "Plug it in again. If it still does not answer, start again: half a copy does no harm. See `bascule doctor`."
    )
    raise Problem(NO_ANSWER, "NOT_STARTED", later("{text}: {why}", text=text, why=last.text) if last else text, hint)


def _same(version: str, program: str, found: Arrival) -> Arrival:
    if version and found.firmware != version:
        text = later(
            "the table on {port} reports firmware {firmware}, but {version} was copied",
            port=found.port,
            firmware=found.firmware,
            version=version,
        )
        raise Problem(
            UNEXPECTED,
            "OTHER_VERSION",
            text,
            later("Was another table plugged in meanwhile? If not, copy it again."),
            found,
        )
    if found.runs != program:
        runs = (
            later("runs program {program}", program=short(found.runs))
            if found.runs
            else later("cannot tell which program it runs")
        )
        text = later(
            "the table on {port} {runs}, but {program} was copied", port=found.port, runs=runs, program=short(program)
        )
        hint = later(
            "Was another table plugged in meanwhile? If not, copy it again; if that fails too, its flash is worn."
        )
        raise Problem(UNEXPECTED, "OTHER_PROGRAM", text, hint, found)
    return found
