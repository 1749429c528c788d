"""Slips of a writer that make a file no TOML: each is told with its line and what to write instead.

A line that cannot be read is mended by what people and word processors are known to do: curly quotes, a decimal comma,
01.08.2026, a name without quotes. What reads then is what the writer is told to write; nothing is taken as mended.
"""

from __future__ import annotations

import functools
import re
import tomllib
from decimal import Decimal

from bascule.facts import Reason
from bascule.profile import code_parts
from bascule.profile.mends import DAY, EXAMPLES, MENDS, NUMBERS, before, field_of, is_day
from bascule.speech.told import Told, later

# A profile is shorter. In what is longer, no slip is looked for: it would be read again for each of them.
_LONGEST = 8 * 1024
_MOST_SLIPS = 10
_SHOWN = 100
# No such day, but told as one: year first, as a profile has it.
_YEAR_FIRST = re.compile(r"=\s*\d{4}-\d{2}-\d{2}\b")
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)$")


def found(text: str) -> tuple[Reason, ...]:
    """Why `text` is no TOML, at least one reason; of several slips each its own."""
    lines = code_parts.lines(text)
    reasons: list[Reason] = []
    while (wrong := _wrong(lines)) is not None and len(reasons) < _MOST_SLIPS:
        number, said = wrong
        mended = _mended(lines, number, said) if len(text) <= _LONGEST else None
        if mended is None:
            reasons.append(Reason("NOT_TOML", _unknown(lines, number, said)))
            break
        at, line, why = mended
        lines[at] = line
        reasons.append(Reason("NOT_TOML", _to_write(at + 1, why, line)))
    if not reasons:
        # Without its comments, and the blanks at the ends of its lines, it can be read.
        number, _ = _wrong(text.replace("\r\n", "\n").split("\n")) or (0, "")
        unseen = later("Line {number} has an invisible sign that no file may have: take it out.", number=number + 1)
        reasons.append(Reason("NOT_TOML", unseen))
    return tuple(reasons)


def _wrong(lines: list[str]) -> tuple[int, str] | None:
    """The first line that cannot be read, from 0, and the parser's words without the place; None when all can."""
    try:
        tomllib.loads("\n".join(lines), parse_float=Decimal)
    except tomllib.TOMLDecodeError as failure:
        said = str(failure)
        place = _AT_LINE.search(said)
        if place:
            return int(place[1]) - 1, said[: place.start()]
        last = max((at for at, line in enumerate(lines) if line.strip()), default=0)
        return last, said.removesuffix(" (at end of document)")
    except (ValueError, ArithmeticError, RecursionError):
        # A day that there is not, or a number far too long: those have no place.
        return None
    return None


def _mended(lines: list[str], number: int, said: str) -> tuple[int, str, Told] | None:
    """(line, what to write there, why) by which the file can be read further than `number`; None when none is known."""
    if said.startswith("Cannot"):
        return number, "", later("repeats what stands further up: take one of the two out")
    ended = before(lines, number, said)
    if ended is not None and _reads_on(lines, number, *ended[:2]):
        return ended
    line, whys = lines[number], []
    for why, mend in MENDS:
        changed = mend(line)
        if changed != line:
            line = changed
            whys.append(why)
            if _reads_on(lines, number, number, line):
                return number, line, functools.reduce(_and, whys)
    return None


def _reads_on(lines: list[str], number: int, at: int, line: str) -> bool:
    """Whether the file can be read past line `number` with `line` in place of line `at`."""
    wrong = _wrong([*lines[:at], line, *lines[at + 1 :]])
    return wrong is None or wrong[0] > number


def _and(first: Told, second: Told) -> Told:
    return later("{first} and {second}", first=first, second=second)


def _to_write(number: int, why: Told, line: str) -> Told:
    shown = line.strip()
    if not shown:
        return later("Line {number} {why}.", number=number, why=why)
    short = shown[:_SHOWN] + ("..." if len(shown) > _SHOWN else "")
    return later("Line {number} {why}: write {line}.", number=number, why=why, line=short)


def _unknown(lines: list[str], number: int, said: str) -> Told:
    """What to say of a line for which no mend is known."""
    line = lines[number].strip() if number < len(lines) else ""
    name, field = line.partition("=")[0].strip()[:_SHOWN], field_of(line)
    number += 1
    if said == "Invalid date or datetime" or _YEAR_FIRST.search(line):
        return later(
            "Line {number} has a day or a time that does not exist: write a date, as 2026-11-01.", number=number
        )
    if field in EXAMPLES and line.endswith("="):
        return later("Line {number} has no value: write for example {example}.", number=number, example=EXAMPLES[field])
    if field in NUMBERS:
        return later(
            "Line {number} takes {unit} in digits, and no more: write for example {example}.",
            number=number,
            unit=NUMBERS[field][0],
            example=EXAMPLES[field],
        )
    if DAY.search(line):
        return later(
            "Line {number} has a date of which day and month cannot be told apart: write year-month-day, as {name} = "
            "2026-11-01.",
            number=number,
            name=name,
        )
    if is_day(line):
        return later(
            "Line {number} takes a date in digits: write year-month-day, as {name} = 2026-11-01.",
            number=number,
            name=name,
        )
    return later(
        "Line {number} cannot be read ({said}): write each line as field = value, for example {example}.",
        number=number,
        said=said,
        example=EXAMPLES.get(field, EXAMPLES["name"]),
    )
