"""Slips of a writer that make a file no TOML: each is told with its line and what to write instead.

A line that cannot be read is mended by what people and word processors are known to do: curly quotes, a decimal comma,
01.08.2026, a name without quotes. What reads then is what the writer is told to write; nothing is taken as mended.
"""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal

from bascule.facts import Reason
from bascule.profile import code_parts
from bascule.profile.mends import DAY, EXAMPLES, MENDS, NUMBERS, before, field_of, is_day

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
        reasons.append(Reason("NOT_TOML", f"Line {at + 1} {why}{_to_write(line)}."))
    if not reasons:
        # Without its comments, and the blanks at the ends of its lines, it can be read.
        number, _ = _wrong(text.replace("\r\n", "\n").split("\n")) or (0, "")
        reasons.append(
            Reason("NOT_TOML", f"Line {number + 1} has an invisible sign that no file may have: take it out.")
        )
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


def _mended(lines: list[str], number: int, said: str) -> tuple[int, str, str] | None:
    """(line, what to write there, why) by which the file can be read further than `number`; None when none is known."""
    if said.startswith("Cannot"):
        return number, "", "repeats what stands further up: take one of the two out"
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
                return number, line, " and ".join(whys)
    return None


def _reads_on(lines: list[str], number: int, at: int, line: str) -> bool:
    """Whether the file can be read past line `number` with `line` in place of line `at`."""
    wrong = _wrong([*lines[:at], line, *lines[at + 1 :]])
    return wrong is None or wrong[0] > number


def _to_write(line: str) -> str:
    shown = line.strip()
    return f": write {shown[:_SHOWN]}{'...' if len(shown) > _SHOWN else ''}" if shown else ""


def _unknown(lines: list[str], number: int, said: str) -> str:
    """What to say of a line for which no mend is known."""
    line = lines[number].strip() if number < len(lines) else ""
    place, name, field = f"Line {number + 1}", line.partition("=")[0].strip()[:_SHOWN], field_of(line)
    if said == "Invalid date or datetime" or _YEAR_FIRST.search(line):
        return f"{place} has a day or a time that does not exist: write a date, as 2026-11-01."
    if field in EXAMPLES and line.endswith("="):
        return f"{place} has no value: write for example {EXAMPLES[field]}."
    if field in NUMBERS:
        return f"{place} takes {NUMBERS[field][0]} in digits, and no more: write for example {EXAMPLES[field]}."
    if DAY.search(line):
        text = f"{place} has a date of which day and month cannot be told apart"
        return f"{text}: write year-month-day, as {name} = 2026-11-01."
    if is_day(line):
        return f"{place} takes a date in digits: write year-month-day, as {name} = 2026-11-01."
    example = EXAMPLES.get(field, EXAMPLES["name"])
    return f"{place} cannot be read ({said}): write each line as field = value, for example {example}."
