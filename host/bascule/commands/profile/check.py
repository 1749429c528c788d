"""`bascule profile check`: what a table would make of a profile file."""

from __future__ import annotations

import datetime
from pathlib import Path

from bascule import output
from bascule.errors import BAD_INPUT, DONE, LOCKED_OUT, Problem
from bascule.profile import screening, words
from bascule.profile.screening import LOCKED, REFUSED, USABLE

EXIT_CODES = {USABLE: DONE, LOCKED: LOCKED_OUT, REFUSED: BAD_INPUT}


def run(file: Path, today: str | None, as_json: bool) -> int:
    """Say it; the exit code by verdict."""
    found = screening.judge_file(file, day(today)).as_full_json()
    output.facts(found, as_json, words.lines(found))
    return EXIT_CODES[found["verdict"]]


def day(text: str | None) -> datetime.date:
    """The day written as YYYY-MM-DD, or today. Problem when there is no such day, or none that can be judged by."""
    hint = "Set this computer's clock, or give a day with --today." if text is None else "Write a day as 2026-11-23."
    try:
        found = datetime.date.today() if text is None else datetime.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise Problem(BAD_INPUT, "BAD_DATE", f"--today {text} is not a day", hint) from None
    if not 2000 <= found.year <= 2099:
        text = f"{found} is no day of the years 2000 to 2099, and by no other can age and clearances be judged"
        raise Problem(BAD_INPUT, "BAD_DATE", text, hint)
    return found
