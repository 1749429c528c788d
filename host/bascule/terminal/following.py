"""Follows a table and finds it again, while somebody else draws what is known of it."""

from __future__ import annotations

import dataclasses
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass

from bascule.errors import NO_TABLE, Problem
from bascule.speech.spoken import first_letter_large, said
from bascule.speech.told import InBoth, later
from bascule.table import panel, people, status
from bascule.table.client import Table
from bascule.table.panel import Page
from bascule.table.status import Status
from bascule.table.telemetry import Due, Telemetry

# Telemetry comes ten times a second: after this long what is shown may be true no longer.
STALE_S = 1.0
# How often the table is asked for the rest: it answers one question in 20 ms.
_PANEL_S, _STATUS_S, _PERSON_S = 0.3, 1.0, 3.0
_LISTEN_S = 0.05
_AGAIN_S = 0.5


@dataclass(frozen=True, slots=True)
class Limit:
    """Whose limit it is, and what sets it."""

    name: str
    limit_deg: float
    bound_by: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a table. `trouble`: why nothing comes, in words; empty when all is well."""

    port: str
    heard: Telemetry | None = None
    heard_s: float = 0.0
    status: Status | None = None
    page: Page | None = None
    limit: Limit | None = None
    trouble: str = ""
    restarted: bool = False

    @property
    def stale(self) -> bool:
        """Whether nothing has come for over a second."""
        return time.monotonic() - self.heard_s > STALE_S


class Follower(threading.Thread):
    """Asks and listens from `with` to its end; `seen` is what is known at this moment."""

    def __init__(self, table: Table, again: Callable[[], AbstractContextManager[Table]]) -> None:
        super().__init__(name="follower", daemon=True)
        self.seen = Seen(table.port, heard_s=time.monotonic())
        self._first = table
        self._again = again
        self._over = threading.Event()
        self._due = Due()
        self._failed: BaseException | None = None

    def __enter__(self) -> Follower:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        # A table that does not answer is waited for no longer than it takes to ask it once.
        self.join(2.0)

    def check(self) -> None:
        """Raise what has ended it."""
        if self._failed is not None:
            raise self._failed

    def run(self) -> None:
        """Stay at the table, and find it again when it is lost."""
        try:
            self._guarded(lambda: self._stay(self._first))
            self._first.close()
            while not self._over.wait(_AGAIN_S):
                self._guarded(self._find)
        except Exception as failure:  # noqa: BLE001  (raised again by check, in the main thread)
            self._failed = failure

    def _find(self) -> None:
        with self._again() as table:
            self._stay(table)

    def _guarded(self, run: Callable[[], None]) -> None:
        try:
            run()
        except Problem as problem:
            why = InBoth(first_letter_large(problem.text), first_letter_large(said(problem.text)))
            self._know(trouble=later("{why}. Trying again.", why=why))

    def _stay(self, table: Table) -> None:
        table.ask("watch", on=1)
        self._know(trouble="")
        silent_s = time.monotonic()
        while not self._over.is_set():
            if self._listen(table):
                silent_s = time.monotonic()
            elif time.monotonic() - silent_s > STALE_S:
                # A table that restarted has forgotten that somebody watches.
                table.greet(None)
                table.ask("watch", on=1)
                silent_s = time.monotonic()
            self._ask(table)
        with suppress(Problem):
            table.ask("watch", on=0)

    def _listen(self, table: Table) -> bool:
        newest = table.listen(_LISTEN_S)
        if newest is None:
            return False
        while (newer := table.listen(0.0)) is not None:
            newest = newer
        before = self.seen.heard
        if before is None or (before.state, before.fault) != (newest.state, newest.fault):
            self._due.clear()
        restarted = self.seen.restarted or (before is not None and newest.time_s < before.time_s)
        self._know(heard=newest, heard_s=time.monotonic(), restarted=restarted)
        return True

    def _ask(self, table: Table) -> None:
        try:
            if self._due.is_due("panel", _PANEL_S):
                self._know(page=panel.read(table))
            if self._due.is_due("status", _STATUS_S):
                self._know(status=status.read(table))
            if self.seen.heard is not None and self.seen.heard.at_rest and self._due.is_due("person", _PERSON_S):
                self._know(limit=_limit(table))
        except Problem as problem:
            # Something it does not tell now is asked again.
            if problem.exit_code == NO_TABLE:
                raise

    def _know(self, **facts: object) -> None:
        self.seen = dataclasses.replace(self.seen, **facts)  # type: ignore[arg-type]


def _limit(table: Table) -> Limit | None:
    chosen = people.chosen(table)
    if chosen is None:
        return None
    said = table.ask("profile.verdict", who=chosen.id)
    return Limit(chosen.name, said["lim"] / 100, said["by"])
