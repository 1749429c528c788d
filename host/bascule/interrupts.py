"""Ctrl-C and SIGTERM as a flag that is looked at between two moments of a simulated table.

Raised as an exception they would end up inside the firmware, which runs in this process on CPython.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interrupts:
    """`terminated` after SIGTERM; `check` raises KeyboardInterrupt after Ctrl-C."""

    def __init__(self) -> None:
        self.interrupted = False
        self.terminated = False

    def check(self) -> None:
        """Raise KeyboardInterrupt if somebody has pressed Ctrl-C."""
        if self.interrupted:
            raise KeyboardInterrupt

    def note(self, number: int, _frame: FrameType | None) -> None:
        """The signal handler."""
        if number == signal.SIGINT:
            self.interrupted = True
        else:
            self.terminated = True


@contextmanager
def flagged() -> Iterator[Interrupts]:
    """While this holds, both signals only set their flag. The main thread must be the one to ask."""
    seen = Interrupts()
    before = {number: signal.signal(number, seen.note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield seen
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
