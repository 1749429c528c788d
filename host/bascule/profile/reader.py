"""Reads a profile file (TOML) into the fields the table knows, in its units, or says what stands in the way."""

from __future__ import annotations

import datetime
import decimal
import errno
import math
import os
import stat
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from bascule.errors import BAD_INPUT, Problem
from bascule.facts import Reason
from bascule.profile import code_parts, slips
from bascule.profile.file_form import ANGLES
from bascule.profile.laptop_only import NOTHING_KEPT, Kept, parted
from bascule.speech.told import Told, later

# A profile is under 4 KiB for the table; the rest is room for comments. Checked before parsing.
MAX_FILE_BYTES = 64 * 1024
# No honest line is longer, and a key of 30,000 dotted parts would keep tomllib busy for 15 s.
MAX_LINE = 4096
# Nor has one more dots: tomllib takes the square of their number in time, which 16 such lines make four seconds.
MAX_DOTS = 100
# Far outside every permitted angle, far inside what the arithmetic below can hold.
_ABSURD_DEG = 10_000
# Python refuses to write out numbers of thousands of digits, which a file may have in hexadecimal.
_ABSURD = 10**18
# Stand in for a value that is refused here, so that the form does not complain of it as well.
_SOME_CDEG = 100
_SOME_DAY = {"issued": 20000101, "expires": 20991231}
# As fine as the table counts. What is finer by however little is refused, never rounded.
_FINEST_DEG = Decimal("0.01")
_EXACT = decimal.Context(traps=[decimal.Inexact])
# Signs of a value that are shown back.
_SHOWN = 40
# An angle counted from upright is by so much larger than the same one past horizontal.
_HORIZONTAL_DEG = 90


@dataclass(frozen=True, slots=True)
class Read:
    """The profile's fields in the table's units (None: not even TOML), and the reasons found on the way."""

    profile: dict[str, Any] | None
    reasons: tuple[Reason, ...] = ()
    kept: Kept = NOTHING_KEPT


def read(path: Path) -> Read:
    """Read `path`. A file that cannot be opened is a Problem; whatever is wrong inside is a reason."""
    try:
        data = _bytes(path)
    except (OSError, ValueError) as failure:
        reason = getattr(failure, "strerror", None) or failure
        text = later("{path} cannot be read: {reason}", path=path, reason=reason)
        raise Problem(BAD_INPUT, "FILE_UNREADABLE", text, later("Give the path of a profile file.")) from failure
    if len(data) > MAX_FILE_BYTES:
        text = later("The file is over {most} KiB: a profile is a page of text.", most=MAX_FILE_BYTES // 1024)
        return _nothing("FILE_TOO_LARGE", text)
    return from_toml(data)


def _bytes(path: Path) -> bytes:
    """The first bytes of a regular file. A pipe or a device may have none to give, and would be waited for."""
    # Told to the opening too: that of a pipe that nobody writes to would never end.
    with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, later("it is a pipe or a device, not a file"))
        return file.read(MAX_FILE_BYTES + 1)


def from_toml(data: bytes) -> Read:
    """Read the bytes of a profile file. Values of the wrong type stay as they are: the form names them."""
    try:
        # Some editors on Windows begin a file with a byte order mark.
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _nothing("NOT_TEXT", later("The file is not UTF-8 text: save it as UTF-8."))
    endless = _endless(text)
    if endless:
        return endless
    try:
        return from_fields(tomllib.loads(text, parse_float=Decimal))
    except tomllib.TOMLDecodeError:
        return Read(None, slips.found(text))
    except (ValueError, ArithmeticError, RecursionError):
        # A number of thousands of digits or with an exponent of twenty, or tables nested without end.
        return _nothing("NOT_TOML", later("The file is not a profile: a value in it is far too long or too deep."))


def _endless(text: str) -> Read | None:
    """Why it is not to be parsed, for the time that this would take; comments take none."""
    if all(len(line) <= MAX_LINE and line.count(".") <= MAX_DOTS for line in text.split("\n")):
        return None
    for number, line in enumerate(code_parts.lines(text), 1):
        if len(line) > MAX_LINE:
            text = later("Line {number} is longer than {most} characters: break it up.", number=number, most=MAX_LINE)
            return _nothing("LINE_TOO_LONG", text)
        if code_parts.dots(line) > MAX_DOTS:
            text = later("The file is not a profile: line {number} has over {most} dots.", number=number, most=MAX_DOTS)
            return _nothing("NOT_TOML", text)
    return None


def from_fields(fields: dict[str, Any]) -> Read:
    """Read the fields of a profile file that were not written in one."""
    fields, kept, reasons = parted(fields)
    profile = _section(fields, "", reasons)
    return Read(profile, tuple(reasons), kept)


def _nothing(code: str, text: Told) -> Read:
    return Read(None, (Reason(code, text),))


def _section(table: dict[str, Any], where: str, reasons: list[Reason]) -> dict[str, Any]:
    """One TOML table in the table's units."""
    fields: dict[str, Any] = {}
    for key, value in table.items():
        field = where + key
        if key in ANGLES:
            fields[ANGLES[key]] = _centidegrees(value, field, reasons)
        elif key in ANGLES.values():
            named = key.replace("_cdeg", "_deg")
            reasons.append(Reason("UNKNOWN_FIELD", f"{field} is not a field of the file: write {named}."))
        elif key in _SOME_DAY:
            fields[key] = _day(value, field, reasons) or _SOME_DAY[key]
        elif key == "since" and isinstance(value, dict):
            fields[key] = {
                one: _day(day, f"{key}.{_printable(one)}", reasons) or _SOME_DAY["issued"] for one, day in value.items()
            }
        elif key == "clearances" and isinstance(value, list):
            fields[key] = [
                _section(one, f"{key}[{number}].", reasons) if isinstance(one, dict) else _plain(one)
                for number, one in enumerate(value)
            ]
        else:
            fields[key] = _plain(value)
    return fields


def _centidegrees(value: Any, field: str, reasons: list[Reason]) -> Any:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return _plain(value)
    number = Decimal(value)
    # Compared, because the arithmetic of decimals overflows.
    if not number.is_finite() or not -_ABSURD_DEG <= number <= _ABSURD_DEG:
        text = f"{field} is not an angle: write degrees past horizontal, 1 to 90. It says {short(value)}."
        reasons.append(Reason("OUT_OF_RANGE", text))
        return _SOME_CDEG
    try:
        deg = number.quantize(_FINEST_DEG, context=_EXACT)
    except decimal.Inexact:
        text = f"{field} is finer than 0.01 degrees: write at most two decimals. It says {short(value)}."
        reasons.append(Reason("TOO_FINE", text))
        return _SOME_CDEG
    if 1 <= deg - _HORIZONTAL_DEG <= 90:
        reasons.append(Reason("OUT_OF_RANGE", _over(field, deg)))
        return _SOME_CDEG
    return int(deg * 100)


def _over(field: str, deg: Decimal) -> str:
    """What to say of more than 90 degrees. Which way they were counted is for the writer to know: a hint, no more."""
    written, past = f"{deg.normalize():f}", f"{(deg - _HORIZONTAL_DEG).normalize():f}"
    return (
        f"{field} must be from 1 to 90, not {written}: write degrees past horizontal. "
        f"If {written} was counted from upright, subtract {_HORIZONTAL_DEG}: {written} -> {past}."
    )


def _day(value: Any, field: str, reasons: list[Reason]) -> int:
    """YYYYMMDD, or 0 and a reason."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value.year * 10000 + value.month * 100 + value.day
    text = f"{field} must be a date: write it without quotes or time, as 2026-11-01. It says {short(value)}."
    reasons.append(Reason("WRONG_TYPE", text))
    return 0


def short(value: Any) -> str:
    """A value as it may stand in a sentence; a list or table by its size."""
    if isinstance(value, (list, dict)):
        what, parts = ("list", "entries") if isinstance(value, list) else ("table", "fields")
        one = {"entries": "entry", "fields": "field"}[parts]
        return f"a {what} of {len(value)} {one if len(value) == 1 else parts}" if value else f"an empty {what}"
    said = repr(value) if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
    return said if len(said) <= _SHOWN else said[:_SHOWN] + "..."


def _printable(key: str) -> str:
    """A key that may be anything, as it can be shown anywhere."""
    return "".join(char if char.isprintable() else "?" for char in key[:_SHOWN])


def _plain(value: Any) -> Any:
    """`value` in the types the form judges: bool, int, float, str, list and dict."""
    if isinstance(value, int) and abs(value) > _ABSURD:
        raise ValueError
    if isinstance(value, Decimal):
        number = float(value)
        return number if math.isfinite(number) else str(value)
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value
