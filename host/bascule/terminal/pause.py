"""Ctrl-Z: the shell gets its terminal as it was, and `fg` takes it again."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from types import FrameType

Act = Callable[[], None]

# (give back, take again) of whatever has changed the terminal, in the order in which it did.
_changes: list[tuple[Act, Act]] = []


@contextlib.contextmanager
def given_back(give: Act, take: Act) -> Iterator[None]:
    """While this holds, a pause gives back before it and takes again after it. For the main thread only; a program
    that is not to be paused, as one that a script started, is not."""
    number = getattr(signal, "SIGTSTP", 0)  # Windows has none
    ours = number and signal.getsignal(number) is signal.SIG_DFL
    if ours:
        signal.signal(number, _paused)
    _changes.append((give, take))
    try:
        yield
    finally:
        _changes.remove((give, take))
        if ours:
            signal.signal(number, signal.SIG_DFL)


def _paused(_number: int, _frame: FrameType | None) -> None:
    for give, _ in reversed(_changes):
        give()
    os.kill(os.getpid(), signal.SIGSTOP)
    for _, take in _changes:
        take()
