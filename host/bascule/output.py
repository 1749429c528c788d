"""Where things are printed: facts on stdout, everything else on stderr, and every failure in words."""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Callable, Iterable
from typing import Any

import click

from bascule import errors
from bascule.errors import Problem


class ReaderGone(Exception):
    """Whoever read stdout has closed it: `bascule watch | head` has what it wanted."""


class _Progress:
    """One line on a terminal that the next one, or anything else that is printed, replaces."""

    _WIDTH = 79
    _BACK = "\r\x1b[K"

    def __init__(self) -> None:
        self._shown = False

    def show(self, text: str) -> None:
        if sys.stderr.isatty():
            click.echo(self._BACK + text[: self._WIDTH], nl=False, err=True)
            self._shown = True

    def clear(self) -> None:
        if self._shown:
            click.echo(self._BACK, nl=False, err=True)
            self._shown = False


_progress = _Progress()
# Says how far long work has come, to a terminal only.
progress = _progress.show


def facts(found: object, as_json: bool, lines: Iterable[str]) -> None:
    """Print facts once: a dataclass as one JSON object, or lines for a person."""
    if as_json:
        from bascule.facts import as_json as made

        lines = [json.dumps(made(found), ensure_ascii=False)]
    say(lines)


def say(lines: Iterable[str]) -> None:
    """Print lines on stdout. Flushed, so that a pipe sees them at once."""
    _progress.clear()
    click.echo("\n".join(lines))
    sys.stdout.flush()


def note(text: str) -> None:
    """Say something that is no fact of the answer."""
    _progress.clear()
    click.echo(text, err=True)


def prompt(text: str) -> None:
    """Say something that an answer is typed behind."""
    _progress.clear()
    click.echo(text, nl=False, err=True)


def guarded(run: Callable[[], Any], as_json: bool, debug: bool) -> int:
    """Run a command; whatever happens becomes an exit code and, where it is a failure, its words."""
    try:
        code = run()
        sys.stdout.flush()
        return code if isinstance(code, int) else errors.DONE
    except click.exceptions.Exit as leave:
        return int(leave.exit_code)
    except click.exceptions.NoArgsIsHelpError as asked:
        note(asked.format_message())
        return errors.BAD_INPUT
    except click.ClickException as wrong:
        return _failed(_usage(wrong), as_json)
    except Problem as problem:
        if debug:
            traceback.print_exc()
        return _failed(problem, as_json)
    except (KeyboardInterrupt, click.Abort):
        note("")
        return errors.INTERRUPTED
    except ReaderGone:
        # Python would complain once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return errors.DONE
    except Exception as failure:  # noqa: BLE001  (nothing may reach a person as a traceback)
        if debug:
            traceback.print_exc()
        last = (str(failure).strip().splitlines() or ["no more is known"])[-1]
        text = f"something unexpected happened: {type(failure).__name__}: {last}"
        hint = "This is a defect in bascule. `bascule --debug ...` shows where it happened."
        return _failed(Problem(errors.UNEXPECTED, "UNEXPECTED", text, hint), as_json)


def _failed(problem: Problem, as_json: bool) -> int:
    for line in problem.lines():
        note(line)
    if as_json:
        say([json.dumps(problem.as_json(), ensure_ascii=False)])
    return problem.exit_code


def _usage(wrong: click.ClickException) -> Problem:
    context = wrong.ctx if isinstance(wrong, click.UsageError) else None
    hint = f"`{context.command_path} --help` lists what can be given." if context else ""
    return Problem(errors.BAD_INPUT, "USAGE", wrong.format_message(), hint)
