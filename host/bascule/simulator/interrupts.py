"""What may end a simulated table from outside or by mistake, and how it is told.

Ctrl-C and SIGTERM are flags that are looked at between two moments of the table: raised as exceptions they would end up
inside the firmware, which runs in this process on CPython.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from bascule.errors import UNEXPECTED, Problem
from bascule.speech.told import later
from hal.world.errors import WorldError


class Interrupts:
    """`terminated` after SIGTERM, `interrupted` after Ctrl-C."""

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
    """While this holds, both signals only set their flag, and a firmware that ends by mistake becomes a Problem.

    The main thread must be the one to enter it. KeyboardInterrupt at the end if Ctrl-C was pressed.
    """
    seen = Interrupts()
    before = {number: signal.signal(number, seen.note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield seen
    except WorldError as failure:
        # Ctrl-C on a terminal reaches the interpreter's process too, and may end it first.
        seen.check()
        text = later("the firmware ended: {last}", last=str(failure).strip().splitlines()[-1])
        hint = later("`bascule --debug ...` shows all it said.")
        raise Problem(UNEXPECTED, "FIRMWARE_ENDED", text, hint) from failure
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    seen.check()
