"""Plays a situation on the simulated table of the page: a hand that follows its steps and waits where they wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol

from bascule.simulator import situations
from bascule.simulator.situations import SITUATIONS, Situation

HOLDER = "situation"
_TAP_S = 0.6
# The slowest way home takes four minutes; what takes longer does not come.
_LONGEST_S = 300.0
_UPRIGHT_DEG = -68.9
# The way to the moment that matters is shown in less than the time it takes.
_APPROACH = 10.0


class Played(Protocol):
    """The table and its surroundings, as a situation needs them."""

    @property
    def now_s(self) -> float: ...

    @property
    def inv_deg(self) -> float: ...

    @property
    def state(self) -> str: ...

    @property
    def fault(self) -> str | None: ...

    def do(self, what: str, which: str) -> None: ...

    def tell(self, kind: str, text: str) -> None: ...


def told() -> list[dict[str, str]]:
    """What the page offers."""
    return [{"key": one.key, "title": one.title, "words": one.words} for one in SITUATIONS]


class Playing:
    """At most one at a time; look() is called between two moments of the table."""

    def __init__(self, table: Played) -> None:
        self.title = ""  # of the one that plays; empty while none does
        self._table = table
        self._going: Iterator[Callable[[], bool]] | None = None
        self._waits: Callable[[], bool] = lambda: True
        self._since_s = 0.0

    def begin(self, key: Any) -> None:
        """Play it, on a new table. An unknown one changes nothing."""
        found = next((one for one in SITUATIONS if one.key == key), None)
        if found is not None:
            self.end()
            self._table.do("renew", "")
            self.title = found.title
            self._table.tell("play", f"{found.title}. {found.words}")
            self._going = self._steps(found)
            self._waits = lambda: True

    def end(self) -> None:
        """Take the hand away; everything else stays as it is."""
        if self._going is not None:
            self._going = None
            self.title = ""
            self._table.do("hands off", "")

    def look(self) -> None:
        """Go on, where it is time."""
        if self._going is None:
            return
        if not self._waits():
            if self._table.now_s - self._since_s > _LONGEST_S:
                self._table.tell("play", f"{self.title}: what was waited for did not come. It ends here.")
                self.end()
            return
        going = self._going
        waits = next(going, None)
        self._since_s = self._table.now_s
        if waits is not None:
            self._waits = waits
        elif self._going is going:
            self._table.tell("play", f"{self.title}: the end.")
            self.end()

    def _steps(self, situation: Situation) -> Iterator[Callable[[], bool]]:
        table = self._table
        table.do("hurry", str(_APPROACH))
        yield lambda: table.state == "LOCKED"
        table.do("push", "anna")
        yield lambda: table.state == "CONFIRM"
        table.do("agree", "")
        yield lambda: table.state == "READY"
        for what, which in situation.steps:
            if what in (situations.STOP, situations.OPEN, situations.BREAK):
                # From here on as in life.
                table.do("as usual", "")
            if what == situations.TAP:
                table.do(situations.HOLD, str(which))
                yield self._later(_TAP_S)
                table.do(situations.LET_GO, str(which))
            elif what in (situations.BELOW, situations.SECONDS, situations.STATE, situations.FAULT, situations.UPRIGHT):
                yield self._until(what, which)
            else:
                table.do(what, str(which))
        table.do("as usual", "")

    def _later(self, seconds: float) -> Callable[[], bool]:
        end_s = self._table.now_s + seconds
        return lambda: self._table.now_s >= end_s

    def _until(self, what: str, which: str | float) -> Callable[[], bool]:
        table = self._table
        if isinstance(which, float):
            return self._later(which) if what == situations.SECONDS else lambda: table.inv_deg >= which
        if what == situations.STATE:
            return lambda: table.state == which
        if what == situations.FAULT:
            return lambda: table.fault == which if which else table.fault is not None
        return lambda: table.inv_deg <= _UPRIGHT_DEG
