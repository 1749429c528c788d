"""A table that has just been given its program: which port it comes up on, and what it says there."""

from __future__ import annotations

import time
from collections.abc import Set
from typing import Any

from bascule import output
from bascule.deploy import uf2
from bascule.errors import NO_ANSWER, UNEXPECTED, Problem
from bascule.table import ports
from bascule.table.client import connected

# A restart, a filesystem made anew, and a laptop that takes its time to find a USB device.
_WITHIN_S = 20.0
_LOOK_S = 0.2


def on_usb() -> set[str]:
    """The ports of all Picos that are plugged in and run a program."""
    return {table.port for table in ports.found() if table.kind == "usb"}


def awaited(port: str | None, before: Set[str], version: str, program: str) -> dict[str, Any]:
    """Port, serial, firmware and program of the table that answers on `port`, else on the first not in `before`.

    Problem when none does in time, and when it reports another program, or another version where one is given.
    """
    end = time.monotonic() + _WITHIN_S
    last: Problem | None = None
    while time.monotonic() < end:
        for one in [port] if port else sorted(on_usb() - before):
            output.progress(f"waiting for the table on {one}")
            try:
                with connected(one) as table:
                    said = table.hello
                    found = {"port": one, "serial": said.get("sn"), "firmware": said.get("fw"), "runs": said.get("img")}
                    return _same(version, program, found)
            except Problem as problem:
                if problem.code in ("OTHER_VERSION", "OTHER_PROGRAM"):
                    raise
                last = problem
        time.sleep(_LOOK_S)
    text = "the program was copied, but no table has answered since"
    hint = "Plug it in again; if it stays silent, begin anew: what is half copied does no harm. `bascule doctor` looks."
    raise Problem(NO_ANSWER, "NOT_STARTED", f"{text}: {last.text}" if last else text, hint)


def _same(version: str, program: str, found: dict[str, Any]) -> dict[str, Any]:
    if version and found["firmware"] != version:
        text = f"the table on {found['port']} reports firmware {found['firmware']}, and {version} was copied"
        raise Problem(
            UNEXPECTED, "OTHER_VERSION", text, "Was another table plugged in meanwhile? Else copy it once more.", found
        )
    if found["runs"] != program:
        runs = f"runs program {uf2.short(found['runs'])}" if found["runs"] else "cannot tell which program it runs"
        text = f"the table on {found['port']} {runs}, and {uf2.short(program)} was copied"
        hint = "Was another table plugged in meanwhile? Else copy it once more; if it stays so, its flash is worn."
        raise Problem(UNEXPECTED, "OTHER_PROGRAM", text, hint, found)
    return found
