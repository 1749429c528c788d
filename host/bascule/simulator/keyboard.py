"""What a person or a script types at a running simulated table: single keys on a terminal, lines otherwise."""

from __future__ import annotations

import contextlib
import os
import queue
import sys
import threading
from collections.abc import Iterator

from bascule.terminal import pause


class Typed:
    """Keys or lines as they come; the end of stdin only means that no more will come."""

    def __init__(self, keys: bool) -> None:
        self.keys = keys
        self._waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
        # With stdin closed, number 0 may be the port's.
        if sys.stdin is not None:
            threading.Thread(target=self._read, name="keyboard", daemon=True).start()

    def take(self) -> str | None:
        """The next key or line, or None when there is none now."""
        try:
            return self._waiting.get_nowait()
        except queue.Empty:
            return None

    def _read(self) -> None:
        # Not through sys.stdin: its lock, held by a thread that waits for input, would stop the interpreter's exit.
        waiting = ""
        with contextlib.suppress(OSError):
            while data := os.read(0, 1024):
                waiting += data.decode("utf-8", "replace")
                said = list(waiting) if self.keys else waiting.split("\n")
                waiting = "" if self.keys else said.pop()
                for one in said:
                    self._waiting.put(one)
        if waiting:
            self._waiting.put(waiting)


@contextlib.contextmanager
def typed() -> Iterator[Typed]:
    """Read stdin while this holds; a terminal gives single keys without Enter, and gets its settings back."""
    if not _on_our_terminal():
        yield Typed(keys=False)
        return
    import termios
    import tty

    before = termios.tcgetattr(0)

    def give_back() -> None:
        termios.tcsetattr(0, termios.TCSADRAIN, before)

    def take() -> None:
        tty.setcbreak(0, termios.TCSADRAIN)

    take()
    try:
        with pause.given_back(give_back, take):
            yield Typed(keys=True)
    finally:
        give_back()


def _on_our_terminal() -> bool:
    """A terminal in whose foreground we run: in the background, changing it would stop this process."""
    try:
        return os.isatty(0) and os.tcgetpgrp(0) == os.getpgrp()
    except (AttributeError, OSError):
        return False
