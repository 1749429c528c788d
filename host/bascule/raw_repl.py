"""MicroPython's raw REPL on a board, by mpremote: the only module that knows it. Every failure is a Problem."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import struct
from collections.abc import Iterator
from typing import Any

from bascule.cable import Cable
from bascule.errors import BAD_INPUT, NO_ANSWER, NO_TABLE, REFUSED, UNEXPECTED, Problem

# Raw bytes in one write: the board holds them and their text, some four times as much, in memory at once.
_PIECE = 1024
_PROMPT_S = 5.0
# mpremote waits for ever without it.
_READ_S = 5.0
_FULL = ("ENOSPC", "OSError: 28", "[Errno 28]")


class Board:
    """A board that shows its prompt."""

    def __init__(self, port: str, transport: Any) -> None:
        self._port = port
        self._transport = transport

    def ask(self, expression: str) -> Any:
        """The value of a Python expression, as a literal."""
        with _words(self._port):
            return self._transport.eval(expression)

    def run(self, script: str) -> str:
        """What a script prints."""
        with _words(self._port):
            return str(self._transport.exec(script).decode())

    def write(self, path: str, data: bytes) -> None:
        """A whole file."""
        with _words(self._port):
            self._transport.fs_writefile(path, data, chunk_size=_PIECE)

    def leave(self, script: str) -> None:
        """A script that ends the connection."""
        with _words(self._port):
            self._transport.exec_raw_no_follow(script)


@contextlib.contextmanager
def opened(port: str) -> Iterator[Board]:
    """The board on `port` at its prompt. Problem NO_PROMPT when it shows none, as a table in service does not."""
    if importlib.util.find_spec("mpremote") is None:
        hint = "pip install 'bascule[compiled]', or `make test` once in a checkout."
        raise Problem(BAD_INPUT, "NO_MPREMOTE", "mpremote is not installed, and --compiled needs it", hint)
    from mpremote.transport import TransportError
    from mpremote.transport_serial import SerialTransport

    # mpremote does not say why a port does not open; the cable does.
    Cable(port).close()
    with _words(port):
        transport = SerialTransport(port, timeout=_READ_S)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(OSError, TransportError):
            transport.enter_raw_repl(soft_reset=False, timeout_overall=_PROMPT_S)
        if not transport.in_raw_repl:
            raise Problem(NO_ANSWER, "NO_PROMPT", f"what is on {port} shows no MicroPython prompt")
        yield Board(port, transport)
    finally:
        with contextlib.suppress(OSError):
            transport.close()


@contextlib.contextmanager
def _words(port: str) -> Iterator[None]:
    """Whatever mpremote raises becomes a Problem, and what it prints is dropped: stdout is for facts."""
    from mpremote.transport import TransportError, TransportExecError

    hint = "Check the cable, then run the command again: it begins anew."
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            yield
    except TransportExecError as failure:
        raise _failed(str(failure)) from failure
    except OSError as failure:
        if any(words in str(failure) for words in _FULL):
            raise _failed(str(failure)) from failure
        raise Problem(NO_TABLE, "PORT_LOST", f"{port} went away in the middle", hint) from failure
    except (TransportError, struct.error) as failure:
        raise Problem(NO_ANSWER, "NO_ANSWER", f"the board on {port} stopped answering", hint) from failure


def _failed(said: str) -> Problem:
    if any(words in said for words in _FULL):
        hint = "Remove what else is on it, or erase its flash."
        return Problem(REFUSED, "FLASH_FULL", "the board's filesystem is full", hint)
    last = (said.strip().splitlines() or ["no more is known"])[-1]
    return Problem(
        UNEXPECTED, "BOARD_FAILED", f"the board could not do it: {last}", "Is that a Pico with MicroPython 1.25?"
    )
