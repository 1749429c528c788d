"""`bascule profile check`: what a table would make of a profile file."""

from __future__ import annotations

import datetime
from pathlib import Path

from bascule import output
from bascule.errors import BAD_INPUT, DONE, LOCKED_OUT, Problem
from bascule.facts import LOCKED, REFUSED, USABLE
from bascule.profile import checked, reader, screening, words
from bascule.speech.told import later

# By what a screening result says.
EXIT_CODES = {USABLE: DONE, LOCKED: LOCKED_OUT, REFUSED: BAD_INPUT}


def run(file: Path, as_of: str | None, as_json: bool) -> int:
    """Say it; the exit code says it too."""
    today = day(as_of)
    found = checked.check(reader.read(file), today)
    result = screening.result(found, today)
    output.facts(result, as_json, words.lines(result, found.profile.fields if found.profile else None))
    return EXIT_CODES[result.verdict]


def day(written: str | None) -> datetime.date:
    """The day written as YYYY-MM-DD, or today. Problem when there is no such day, or none that can be judged by."""
    hint = (
        later("Set this computer's clock, or give a date with --today.")
        if written is None
        else later("Write a date as 2026-11-23.")
    )
    try:
        found = datetime.date.today() if written is None else datetime.datetime.strptime(written, "%Y-%m-%d").date()
    except ValueError:
        raise Problem(BAD_INPUT, "BAD_DATE", later("--today {written} is not a date", written=written), hint) from None
    if not 2000 <= found.year <= 2099:
        wrong = later("{found} is outside the years 2000 to 2099, so age and clearances cannot be judged", found=found)
        raise Problem(BAD_INPUT, "BAD_DATE", wrong, hint)
    return found
