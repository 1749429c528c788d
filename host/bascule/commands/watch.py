"""`bascule watch`: angle, limit and state as they change."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from typing import Any

import click

from bascule import output
from bascule.errors import Problem
from bascule.table.client import Message, Table
from firmware.safety.faults import FAULTS

# Telemetry comes ten times a second: after this long what is shown is no longer true.
STALE_S = 1.0


def run(table: Table, as_json: bool, seconds: float | None) -> None:
    """Print telemetry until `seconds` have passed, the port is lost, or Ctrl-C."""
    screen = _Screen(as_json)
    end = time.monotonic() + seconds if seconds else float("inf")
    table.ask("watch", on=1)
    try:
        while time.monotonic() < end:
            frame = table.listen(min(STALE_S, max(0.0, end - time.monotonic())))
            if frame is not None:
                screen.show(facts(frame))
            elif time.monotonic() < end:
                screen.stale()
                _again(table)
    finally:
        screen.end()
        with contextlib.suppress(Problem):
            table.ask("watch", on=0)


def facts(frame: Message) -> dict[str, Any]:
    """One telemetry frame in words and units."""
    return {
        "time_s": frame["ms"] / 1000,
        "state": frame["st"],
        "inversion_deg": frame["inv"] / 100,
        "limit_deg": frame["lim"] / 100,
        "drive_percent": frame["drv"] / 10,
        "fault": _fault(frame["flt"]),
        "stale": False,
    }


def line(shown: dict[str, Any]) -> str:
    """The facts as one line of constant width."""
    angle = f"{shown['inversion_deg']:7.2f} deg   limit {shown['limit_deg']:5.2f} deg"
    fault = f"   fault {shown['fault']}" if shown["fault"] else ""
    return f"{shown['state']:<12} {angle}   drive {shown['drive_percent']:6.1f} %{fault}"


def _fault(code: int) -> str | None:
    """Its name; a number that only a newer table knows stays a number."""
    if not code:
        return None
    return str(FAULTS[code][0]) if code < len(FAULTS) else str(code)


def _again(table: Table) -> None:
    """A table that restarted has forgotten that somebody watches. A lost port still ends the watch."""
    try:
        table.ask("watch", on=1)
    except Problem as problem:
        if problem.code == "PORT_LOST":
            raise


class _Screen:
    """One line that is written over on a terminal; line by line elsewhere."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self._live = not as_json and output.on_terminal(sys.stdout)
        self._plain = "NO_COLOR" in os.environ
        self._last: dict[str, Any] | None = None

    def show(self, shown: dict[str, Any]) -> None:
        self._last = shown
        self._print(shown, line(shown))

    def stale(self) -> None:
        """Say that nothing has come for a while. What was last seen stays, greyed."""
        if self._last is None:
            self._print({"stale": True}, "no data yet")
            return
        text = f"{line(self._last)}   (no data for over {STALE_S:.0f} s)"
        self._print({**self._last, "stale": True}, text if self._plain else click.style(text, dim=True))

    def end(self) -> None:
        if self._live:
            output.show("")

    def _print(self, shown: dict[str, Any], text: str) -> None:
        if self._live:
            output.show(f"\r\x1b[K{text}", end="")
        else:
            output.facts(shown, self._as_json, [text])
