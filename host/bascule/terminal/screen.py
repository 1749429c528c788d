"""The whole of a terminal, drawn again and again, and given back as it was."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import time
import unicodedata
from collections.abc import Iterable
from types import FrameType
from typing import IO

from bascule import output
from bascule.terminal import pause

# The other screen, which leaves what stood on the first; no cursor; no wrapping, so that a window that has just become
# narrower shows no line twice.
_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l\x1b[?7l", "\x1b[0m\x1b[?7h\x1b[?25h\x1b[?1049l"
_HOME, _WIPE, _TO_END_OF_LINE, _TO_END = "\x1b[H", "\x1b[2J", "\x1b[K", "\x1b[J"
_DIM, _PLAIN = "\x1b[2m", "\x1b[0m"
_DEFAULT_SIZE = (80, 24)
# How long a terminal that takes nothing is waited for, to be given back.
_GIVE_BACK_S = 1.0
# What view and drawing use beyond ASCII.
_FINE = "█·⣿"


def possible(stream: IO[str] | None) -> bool:
    """Whether it is a terminal that can be drawn on."""
    if stream is None or not output.on_terminal(stream):
        return False
    if os.name != "posix" or os.environ.get("TERM", "") in ("", "dumb"):
        return False
    try:
        return os.access(os.ttyname(stream.fileno()), os.W_OK)
    except OSError:
        return False


class Screen:
    """Of one terminal, from `with` to its end, whatever ends it. A terminal that is stopped or slow holds nobody up: it
    misses drawings. What is said meanwhile is in `said`, and said again afterwards. For the main thread only."""

    def __init__(self, stream: IO[str]) -> None:
        self._file = stream.fileno()
        self._encoding = getattr(stream, "encoding", None) or "ascii"
        self.fine = self._takes(_FINE)  # whether it has signs beyond ASCII
        self.said: list[str] = []
        self._greys = "NO_COLOR" not in os.environ
        self._drawn = ""
        self._drawn_size = (0, 0)
        self._stack = contextlib.ExitStack()
        # Opened anew: what is set on the stream's own file, every program of this terminal would have.
        self._out = os.open(os.ttyname(self._file), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
        self._stack.callback(os.close, self._out)
        self._waiting = b""  # what the terminal has not taken yet

    @property
    def size(self) -> tuple[int, int]:
        """Columns and lines, now."""
        try:
            columns, lines = os.get_terminal_size(self._file)
        except OSError:
            return _DEFAULT_SIZE
        return (columns, lines) if columns > 0 and lines > 0 else _DEFAULT_SIZE

    def __enter__(self) -> Screen:
        self.said = self._stack.enter_context(output.notes_kept())
        if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
            signal.signal(signal.SIGTERM, self._ended)
            self._stack.callback(signal.signal, signal.SIGTERM, signal.SIG_DFL)
        self._stack.enter_context(pause.given_back(self._leave, self._enter))
        self._enter()
        return self

    def __exit__(self, *_: object) -> None:
        # A terminal that has gone has nothing to be given back.
        with contextlib.suppress(output.ReaderGone):
            self._leave()
        self._stack.close()

    def draw(self, lines: Iterable[str], grey: bool = False) -> None:
        """Show these from the top; what does not fit is left out. Nothing is sent where nothing has changed."""
        columns, rows = size = self.size
        text = f"{_TO_END_OF_LINE}\r\n".join(cut(line, columns) for line in list(lines)[:rows])
        text = f"{_DIM}{text}{_PLAIN}" if grey and self._greys else text
        if self._flushed() and (text, size) != (self._drawn, self._drawn_size):
            self._write(f"{_WIPE if size != self._drawn_size else ''}{_HOME}{text}{_TO_END_OF_LINE}{_TO_END}")
            self._drawn, self._drawn_size = text, size

    def _takes(self, signs: str) -> bool:
        try:
            signs.encode(self._encoding)
        except (UnicodeEncodeError, LookupError):
            return False
        return True

    def _write(self, text: str, wait_s: float = 0.0) -> None:
        # Not through the stream: a signal that comes while that writes could not write through it.
        self._waiting += text.encode(self._encoding, "replace")
        end_s = time.monotonic() + wait_s
        while not self._flushed() and (left_s := end_s - time.monotonic()) > 0.0:
            select.select([], [self._out], [], left_s)

    def _flushed(self) -> bool:
        """Whether the terminal has taken all that was written."""
        try:
            while self._waiting:
                self._waiting = self._waiting[os.write(self._out, self._waiting) :]
        except BlockingIOError:
            return False
        except OSError:
            raise output.ReaderGone from None
        return True

    def _ended(self, number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    def _enter(self) -> None:
        self._write(_ENTER)
        self._drawn = ""

    def _leave(self) -> None:
        self._write(_LEAVE, _GIVE_BACK_S)


def cut(text: str, columns: int) -> str:
    """As much of it as fits. What would steer the terminal is shown as `?`."""
    found, room = "", columns
    for sign in text:
        room -= _width(sign)
        if room < 0:
            break
        found += sign if sign.isprintable() else "?"
    return found


def _width(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in ("W", "F") else 1
