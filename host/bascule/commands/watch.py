"""`bascule watch`: angle, limit and state as they change."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from dataclasses import dataclass
from typing import Annotated

import click

from bascule import output
from bascule.errors import Problem
from bascule.speech.spoken import fixed, said, say
from bascule.table.client import Table, connected
from bascule.table.telemetry import Telemetry
from bascule.terminal import screen, view
from bascule.terminal.following import STALE_S, Follower

# As often as telemetry comes.
_DRAW_S = 0.1


def run(port: str | None, as_json: bool, seconds: float | None) -> None:
    """Show the table until `seconds` have passed or Ctrl-C: on the whole of a terminal, else line by line, which a lost
    port ends too."""
    with connected(port) as table:
        if not as_json and screen.possible(sys.stdout):
            _live(table, seconds)
        else:
            _follow(table, as_json, seconds)


def _live(table: Table, seconds: float | None) -> None:
    end = time.monotonic() + seconds if seconds else float("inf")
    with screen.Screen(sys.stdout) as drawn, Follower(table, lambda: connected(table.port)) as follower:
        while time.monotonic() < end:
            follower.check()
            seen = follower.seen
            drawn.draw([*view.lines(seen, drawn.size[0], drawn.fine), *drawn.said], grey=seen.stale)
            time.sleep(_DRAW_S)


def _follow(table: Table, as_json: bool, seconds: float | None) -> None:
    screen = _Screen(as_json)
    end = time.monotonic() + seconds if seconds else float("inf")
    table.ask("watch", on=1)
    try:
        while time.monotonic() < end:
            frame = table.listen(min(STALE_S, max(0.0, end - time.monotonic())))
            if frame is not None:
                screen.show(frame)
            elif time.monotonic() < end:
                screen.stale()
                _again(table)
    finally:
        screen.end()
        with contextlib.suppress(Problem):
            table.ask("watch", on=0)


@dataclass(frozen=True, slots=True)
class Watched:
    """What was last heard of a table. While nothing has been heard, all but `stale` is null."""

    time_s: Annotated[float | None, "The table's clock, beginning anew after 12.4 days."]
    state: Annotated[str | None, "State, as in docs/safety/safe-states.md."]
    inversion_deg: Annotated[float | None, "Inversion angle, past horizontal: + is head down."]
    limit_deg: Annotated[float | None, "Limit in force, past horizontal; 0 while no session is confirmed."]
    drive_percent: Annotated[float | None, "Drive of the motor, of the most it can have: + is towards head-down."]
    fault: Annotated[str | None, "Name of the strongest active fault; null without one."]
    stale: Annotated[bool, "Whether nothing has come for over a second, so that the rest may be true no longer."]


def watched(now: Telemetry | None, stale: bool) -> Watched:
    """One line of what is watched."""
    if now is None:
        return Watched(None, None, None, None, None, None, stale)
    return Watched(now.time_s, now.state, now.inversion_deg, now.limit_deg, now.drive_percent, now.fault, stale)


def line(shown: Telemetry) -> str:
    """The facts as one line of constant width."""
    angle, limit = said(fixed(shown.inversion_deg, 2)), said(fixed(shown.limit_deg, 2))
    fault = "   " + say("fault {fault}", fault=shown.fault) if shown.fault else ""
    told = say(
        "{deg} deg   limit {limit} deg   drive {percent} %",
        deg=f"{angle:>7}",
        limit=f"{limit:>5}",
        percent=f"{said(fixed(shown.drive_percent, 1)):>6}",
    )
    return f"{shown.state:<12} {told}{fault}"


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
        self._last: Telemetry | None = None

    def show(self, shown: Telemetry) -> None:
        self._last = shown
        self._print(watched(shown, stale=False), line(shown))

    def stale(self) -> None:
        """Say that nothing has come for a while. What was last seen stays, greyed."""
        if self._last is None:
            self._print(watched(None, stale=True), say("no data yet"))
            return
        text = f"{line(self._last)}   {say('(no data for over {seconds} s)', seconds=f'{STALE_S:.0f}')}"
        self._print(watched(self._last, stale=True), text if self._plain else click.style(text, dim=True))

    def end(self) -> None:
        if self._live:
            output.show("")

    def _print(self, shown: Watched, text: str) -> None:
        if self._live:
            output.show(f"\r\x1b[K{text}", end="")
        else:
            output.facts(shown, self._as_json, [text])
