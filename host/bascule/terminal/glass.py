"""Reads the panel's display as a person does: from the dots that shine."""

from __future__ import annotations

from collections.abc import Sequence

from firmware.panel import font

LINES, PLACES = 4, 21
_HIGH, _WIDE = 16, 6
UNREADABLE = "\ufffd"
# The last one is what stands for every sign that the font does not have.
_ORDER = "".join(map(chr, range(font.FIRST, font.FIRST + font.PLAIN))) + font.LETTERS + chr(127)
_SIGNS = {bytes(font.SIGNS[at * font.COLUMNS : (at + 1) * font.COLUMNS]): sign for at, sign in enumerate(_ORDER)}

Rows = Sequence[Sequence[bool]]


def read(rows: Rows) -> list[str]:
    """Four lines without the blanks at their ends; a sign that is none is UNREADABLE, and so is a dot between signs.

    A large number stands in the first places of the second line, as the lines that the laptop reads have it.
    """
    lines = ["".join(_sign(rows, line, place) for place in range(PLACES)).rstrip() for line in range(LINES)]
    large = "".join(_large(rows, place) for place in range(2))
    if large.strip() and UNREADABLE not in large:
        for line, number in enumerate(("", f"   {large}", "")):
            lines[line] = f"{number:8}{lines[line][8:]}".rstrip()
    return lines


def bar(rows: Rows) -> int:
    """How many dots shine right of the last sign: some where a press counts."""
    return sum(sum(row[PLACES * _WIDE :]) for row in rows)


def _large(rows: Rows, place: int) -> str:
    """A digit three lines high, each of its dots four wide and six high."""
    cell = [row[place * 24 : place * 24 + 24] for row in rows[: 3 * _HIGH]]
    columns = bytes(sum(cell[6 + 6 * bit][4 * column] << bit for bit in range(7)) for column in range(font.COLUMNS))
    drawn = [
        [3 <= y < 45 and x < 20 and bool(columns[x // 4] >> (y - 3) // 6 & 1) for x in range(24)]
        for y in range(3 * _HIGH)
    ]
    sign = _SIGNS.get(columns, UNREADABLE)
    return sign if (sign.isdigit() or sign == " ") and drawn == [list(row) for row in cell] else UNREADABLE


def _bar_sign(cell: Sequence[Sequence[bool]]) -> str:
    """A sign of the bar: = where its first column is filled, - where none is. The mark of level hides the last one."""
    said = ["".join("01"[dot] for dot in column) for column in zip(*cell, strict=True)]
    empty, filled, mark = "0001000000001000", "0001111111111000", "1" * _HIGH
    if said[-1] == mark:
        said[-1] = said[-2]
    count = said.count(filled)
    if said != [filled] * count + [empty] * (_WIDE - count):
        return UNREADABLE
    return "=" if count else "-"


def _sign(rows: Rows, line: int, place: int) -> str:
    cell = [row[place * _WIDE : place * _WIDE + _WIDE] for row in rows[line * _HIGH : line * _HIGH + _HIGH]]
    once = cell[1:15:2]
    if any(cell[0]) or any(cell[15]) or once != cell[2:15:2] or any(row[5] for row in once):
        return _bar_sign(cell)
    columns = bytes(sum(row[column] << bit for bit, row in enumerate(once)) for column in range(font.COLUMNS))
    return _SIGNS.get(columns, UNREADABLE)
