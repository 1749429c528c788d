"""Where things are printed: facts on stdout, everything else on stderr, and every failure in words."""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

import click

from bascule import errors
from bascule.errors import Problem
from bascule.speech import spoken
from bascule.speech.told import InBoth, Told, later

_STDOUT, _STDERR = 1, 2
# A disk that is full, a quota that is used up, a limit on the size of files, a disk that is read-only.
NO_ROOM = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG, errno.EROFS)


class Interrupted(Exception):
    """Ctrl-C, under a name that click does not answer itself."""


class ReaderGone(Exception):
    """Whoever read stdout has closed it: `bascule watch | head` has what it wanted."""


class _NotPrinted(Exception):
    """stdout takes nothing, for the reason in `cause`."""

    def __init__(self, cause: OSError) -> None:
        super().__init__(cause)
        self.cause = cause


class _Progress:
    """One line on a terminal that the next one, or anything else that is printed, replaces."""

    _WIDTH = 79
    _BACK = "\r\x1b[K"

    def __init__(self) -> None:
        self._shown = False

    def show(self, text: str) -> None:
        if on_terminal(sys.stderr):
            _tell(self._BACK + text[: self._WIDTH], end="")
            self._shown = True

    def clear(self) -> None:
        if self._shown:
            _tell(self._BACK, end="")
            self._shown = False


_progress = _Progress()
# The notes that wait until a screen is gone; empty where none is drawn.
_kept: list[list[str]] = []
# Says how far long work has come, to a terminal only.
progress = _progress.show


def on_terminal(stream: IO[str] | None) -> bool:
    """Whether somebody sees it as it comes; a stream that is closed is None."""
    return stream is not None and stream.isatty()


def facts(found: object, as_json: bool, lines: Iterable[str]) -> None:
    """Print facts once: a dataclass as one JSON object, or lines for a person."""
    if as_json:
        from bascule.facts import as_json as made

        lines = [_as_text(made(found))]
    say(lines)


def say(lines: Iterable[str]) -> None:
    """Print lines on stdout."""
    _progress.clear()
    show("\n".join(lines))


def show(text: str, end: str = "\n") -> None:
    """Print to stdout, flushed, so that a pipe sees it at once. A closed stdout takes it in without a word."""
    try:
        click.echo(text + end, nl=False)
        _flush()
    except BrokenPipeError:
        raise ReaderGone from None
    except OSError as failure:
        raise _NotPrinted(failure) from failure


def note(text: str) -> None:
    """Say something that is no fact of the answer."""
    if _kept:
        if text not in _kept[-1]:
            _kept[-1].append(text)
        return
    _progress.clear()
    _tell(text)


@contextlib.contextmanager
def notes_kept() -> Iterator[list[str]]:
    """While a whole screen is drawn, notes go to this list, each once; they are said when the screen is gone."""
    said: list[str] = []
    _kept.append(said)
    try:
        yield said
    finally:
        _kept.remove(said)
        for text in said:
            note(text)


def prompt(text: str) -> None:
    """Say something that an answer is typed behind."""
    _progress.clear()
    _tell(text, end="")


def guarded(run: Callable[[], Any], as_json: bool, debug: bool) -> int:
    """Run a command; whatever happens becomes an exit code and, where it is a failure, its words."""
    _take_any_sign()
    with spoken.as_asked(note):
        return _guarded(run, as_json, debug)


def _guarded(run: Callable[[], Any], as_json: bool, debug: bool) -> int:
    try:
        code = run()
        return code if isinstance(code, int) else errors.DONE
    except click.exceptions.NoArgsIsHelpError as asked:
        note(asked.format_message())
        return errors.BAD_INPUT
    except click.ClickException as wrong:
        return _failed(_usage(wrong), as_json)
    except Problem as problem:
        _trace(debug)
        return _failed(problem, as_json)
    except (KeyboardInterrupt, Interrupted, click.Abort):
        note("")
        return errors.INTERRUPTED
    except ReaderGone:
        _drop(_STDOUT)
        return errors.DONE
    except _NotPrinted as failure:
        _drop(_STDOUT)
        text = later("the answer could not be printed: {reason}", reason=failure.cause.strerror)
        hint = later("Send it to where there is room.")
        return _failed(Problem(errors.UNEXPECTED, "NOT_PRINTED", text, hint), False)
    except Exception as failure:  # noqa: BLE001  (nothing may reach a person as a traceback)
        _trace(debug)
        return _failed(_unexpected(failure), as_json)


def _failed(problem: Problem, as_json: bool) -> int:
    for line in problem.lines():
        note(spoken.said(line))
    if as_json:
        try:
            say([_as_text(problem.as_json())])
        except (ReaderGone, _NotPrinted):
            _drop(_STDOUT)
    return problem.exit_code


def _take_any_sign() -> None:
    """A sign that the encoding of stdout or stderr lacks is shown as ?, as one in a name may be where output goes to a
    file on Windows, or in the C locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors in ("strict", "surrogateescape"):
            stream.reconfigure(errors="replace")


def _as_text(found: dict[str, Any]) -> str:
    """One JSON object: where stdout does not take all its signs, they are JSON's escapes, and none is lost."""
    text = json.dumps(found, ensure_ascii=False)
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return json.dumps(found)
    return text


def _usage(wrong: click.ClickException) -> Problem:
    context = wrong.ctx if isinstance(wrong, click.UsageError) else None
    hint = later("`{command} --help` lists what can be given.", command=context.command_path) if context else Told("")
    said = wrong.format_message()
    return Problem(errors.BAD_INPUT, "USAGE", InBoth(said, spoken.said(said)), hint)


def _unexpected(failure: Exception) -> Problem:
    if isinstance(failure, OSError) and failure.errno in NO_ROOM:
        path = failure.filename or later("a file")
        text = later("{path} cannot be written: {reason}", path=path, reason=failure.strerror)
        hint = later("Make room there, or set TMPDIR to where there is some.")
        return Problem(errors.UNEXPECTED, "NO_ROOM", text, hint)
    last = (str(failure).strip().splitlines() or [later("no more is known")])[-1]
    text = later("something unexpected happened: {kind}: {last}", kind=type(failure).__name__, last=last)
    hint = later("This is a defect in bascule. `bascule --debug ...` shows where it happened.")
    return Problem(errors.UNEXPECTED, "UNEXPECTED", text, hint)


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _tell(text: str, end: str = "\n") -> None:
    """To stderr. Where that takes nothing, the exit code has to say it alone."""
    try:
        click.echo(text + end, nl=False, err=True)
    except OSError:
        _drop(_STDERR)


def _trace(debug: bool) -> None:
    if debug:
        _tell(traceback.format_exc(), end="")


def _drop(number: int) -> None:
    """From now on nothing is written there: Python would complain once more when it flushes at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), number)
