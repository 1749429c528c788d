"""A program at the table that the page looks through: it asks what the table says of itself, and pushes profiles.

It has no command that `bascule` does not have, and it is one program of several at the table's port.
"""

from __future__ import annotations

import contextlib
import datetime
import queue
import threading
import time
from collections.abc import Callable
from typing import Any

from bascule.errors import NO_TABLE, Problem
from bascule.facts import as_json
from bascule.table import panel, people, progress, status, why
from bascule.table.cable import Line
from bascule.table.client import Table
from bascule.table.panel import Page
from bascule.table.telemetry import Due, Telemetry
from bascule.ui.shown import Shown

# Telemetry comes ten times a second: after so long without any the table is asked again.
_SILENT_S = 1.0
# How often the table is asked at rest and while it moves: it answers one question in 20 ms.
_PANEL_S, _STATUS_S, _PERSON_S = 0.15, 1.0, 2.0
# A look at everything takes half a second: only at rest, and seldom.
_CHECKS_S = 30.0
_LISTEN_S = 0.05
_AGAIN_S = 0.5

Job = Callable[[Table], None]


class Laptop(threading.Thread):
    """Runs until close(). `hears`, if set, is called with each line of telemetry; `now` is the time that it tells."""

    def __init__(self, line: Line, port: str, shown: Shown, now: Callable[[], datetime.datetime]) -> None:
        super().__init__(name="laptop", daemon=True)
        self.hears: Callable[[Telemetry], None] | None = None
        self.checks: Callable[[Table], Any] | None = None  # gives what the page shows as findings
        self.page: Page | None = None  # what the panel said when it was last asked
        self.waits = threading.Event()  # while set, the table's time stands still, and nobody asks it anything
        self._line = line
        self._port = port
        self._shown = shown
        self._now = now
        self._jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self._over = threading.Event()
        self._is_new = threading.Event()
        self._looks = threading.Event()
        self._looked = 0
        self._facts: dict[str, Any] = {}
        self._due = Due()
        self._last: Telemetry | None = None
        self._heard_s = 0.0

    def soon(self, job: Job) -> None:
        """Run `job` at the table, in this thread, as soon as it is there."""
        self._jobs.put(job)

    def look_again(self) -> None:
        """Make the findings anew, if there are any."""
        self._looks.set()

    @property
    def time_s(self) -> float:
        """The table's clock, as it last said."""
        return self._last.time_s if self._last else 0.0

    def lost(self, problem: Problem | None) -> None:
        """The port is gone, and why; None when it is there."""
        if problem is None:
            if self.waits.is_set():
                self.waits.clear()
                self.anew()
            return
        self.waits.set()
        self._trouble(problem)

    def anew(self) -> None:
        """The table is another one: what was known of it counts no longer."""
        self._is_new.set()

    def close(self) -> None:
        """End."""
        self._over.set()
        self.join()

    def run(self) -> None:
        """Find the table, stay with it, and find it again."""
        while not self._over.is_set():
            table = Table(self._port, self._line)
            # Also while it is asked: on a busy computer that takes longer than the page may be without news.
            table.hears = self._take
            try:
                table.greet(self._now())
                table.ask("watch", on=1)
                self._due.clear()
                self._heard_s = time.monotonic()
                self._stay(table)
            except Problem as problem:
                if not self.waits.is_set():
                    self._trouble(problem)
            if self._is_new.is_set():
                self._is_new.clear()
                self._facts.clear()
                self._last = self.page = None
            else:
                self._over.wait(_AGAIN_S)

    def _stay(self, table: Table) -> None:
        self._fact("trouble", None)
        self._fact("hello", as_json(table.hello))
        while not self._over.is_set() and not self._is_new.is_set():
            if self.waits.is_set():
                self._over.wait(_LISTEN_S)
                self._heard_s = time.monotonic()
                continue
            self._listen(table)
            with contextlib.suppress(queue.Empty):
                self._jobs.get_nowait()(table)
                self._due.clear()
            self._ask(table)
            self._shown.facts(dict(self._facts))

    def _listen(self, table: Table) -> None:
        table.listen(_LISTEN_S)
        if time.monotonic() - self._heard_s > _SILENT_S:
            # A table that restarted has forgotten that somebody watches.
            table.greet(self._now())
            table.ask("watch", on=1)
            self._heard_s = time.monotonic()

    def _take(self, heard: Telemetry) -> None:
        self._heard_s = time.monotonic()
        before, self._last = self._last, heard
        if before is None or (before.state, before.fault) != (heard.state, heard.fault):
            self._due.clear()
        if self.hears is not None:
            self.hears(heard)

    def _ask(self, table: Table) -> None:
        rest = self._last is not None and self._last.at_rest
        try:
            if self._due.is_due("panel", _PANEL_S):
                self.page = panel.read(table)
                self._fact("panel", as_json(self.page))
            if self._due.is_due("status", _STATUS_S):
                self._fact("status", as_json(status.read(table)))
            if rest and self._due.is_due("person", _PERSON_S):
                self._of_person(table)
            if self.checks is not None and rest and (self._due.is_due("checks", _CHECKS_S) or self._looks.is_set()):
                self._looks.clear()
                # Numbered: a look that finds the same is told as well.
                self._looked += 1
                self._fact("checks", {"look": self._looked, "found": self.checks(table)})
        except Problem as problem:
            if problem.exit_code == NO_TABLE:
                raise

    def _of_person(self, table: Table) -> None:
        everyone = people.everyone(table)
        self._fact("people", as_json(everyone))
        chosen = next((one.id for one in everyone if one.chosen), None)
        self._fact("verdict", as_json(why.screening_result(table)) if chosen else None)
        self._fact("progress", as_json(progress.read(table, chosen)) if chosen else None)

    def _fact(self, name: str, value: Any) -> None:
        self._facts[name] = value

    def _trouble(self, problem: Problem) -> None:
        self._fact("trouble", {"code": problem.code, "text": problem.text, "hint": problem.hint})
        self._shown.facts(dict(self._facts))
