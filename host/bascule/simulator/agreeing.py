"""Somebody at the panel who says: that is me, no to each question of the day, understood.

Each page is read first: it has to stand on the display until a press may agree to it.
"""

from __future__ import annotations

from collections.abc import Callable

from bascule.simulator.grips import Grips
from bascule.table.panel import STANDS, Page

_HOLDER = "guide"
_TAP_S = 0.25
# Time for the display to show that it was pressed, before the same words are taken for another page.
_AGAIN_S = 1.5
_ANSWERS = {"CHOOSE": "ok", "ABOUT": "ok", "QUESTION": "down", "WARNING": "ok"}
# What a table shows while it has not yet read who is chosen, or its display is being painted.
_LONGEST_S = 90.0


class Agreeing:
    """`page` gives what the panel says, as a laptop has last asked; `busy` while it is under way."""

    def __init__(self, grips: Grips, page: Callable[[], Page | None]) -> None:
        self.busy = False
        self._grips = grips
        self._page = page
        self._pressed: str | None = None
        self._until_s = 0.0
        self._not_before_s = 0.0
        self._end_s = 0.0
        self._answered: Page | None = None

    def begin(self) -> None:
        """From now on, until the session is confirmed, or the panel shows what nobody can agree to."""
        self.busy = True
        # What was read before counts no longer: a push may have come since.
        self._answered = self._page()
        self._not_before_s = 0.0
        self._end_s = self._now_s + _LONGEST_S

    def end(self) -> None:
        """Take the hand away."""
        self.busy = False
        if self._pressed is not None:
            self._grips.let_go(self._pressed, _HOLDER)
            self._pressed = None

    @property
    def _now_s(self) -> float:
        return self._grips.table.world.now_s

    def look(self) -> None:
        """Press, or let go, where it is time."""
        if self._pressed is not None:
            if self._now_s >= self._until_s:
                self._grips.let_go(self._pressed, _HOLDER)
                self._pressed = None
            return
        if not self.busy:
            return
        page = self._page()
        if page is None or page is self._answered or self._now_s < self._not_before_s:
            if self._now_s > self._end_s:
                self.end()
            return
        if page.page not in _ANSWERS:
            self.end()
        elif page.shown == STANDS:
            self._answered = page
            self._not_before_s = self._now_s + _AGAIN_S
            self._pressed = _ANSWERS[page.page]
            self._until_s = self._now_s + _TAP_S
            self._grips.hold(self._pressed, _HOLDER)
