"""Reads the panel's display as a person does: from the dots that shine."""

from __future__ import annotations

from collections.abc import Sequence

from firmware.panel import font

LINES, PLACES = 4, 21
_HIGH, _WIDE = 16, 6
UNREADABLE = "\ufffd"
_SIGNS = {
    bytes(font.SIGNS[at : at + font.COLUMNS]): chr(font.FIRST + at // font.COLUMNS)
    for at in range(0, len(font.SIGNS), font.COLUMNS)
}

Rows = Sequence[Sequence[bool]]


def read(rows: Rows) -> list[str]:
    """Four lines without the blanks at their ends; a sign that is none is UNREADABLE, and so is a dot between signs."""
    return ["".join(_sign(rows, line, place) for place in range(PLACES)).rstrip() for line in range(LINES)]


def bar(rows: Rows) -> int:
    """How many dots shine right of the last sign: some where a press counts."""
    return sum(sum(row[PLACES * _WIDE :]) for row in rows)


def _sign(rows: Rows, line: int, place: int) -> str:
    cell = [row[place * _WIDE : place * _WIDE + _WIDE] for row in rows[line * _HIGH : line * _HIGH + _HIGH]]
    once = cell[1:15:2]
    if any(cell[0]) or any(cell[15]) or once != cell[2:15:2] or any(row[5] for row in once):
        return UNREADABLE
    columns = bytes(sum(row[column] << bit for bit, row in enumerate(once)) for column in range(font.COLUMNS))
    return _SIGNS.get(columns, UNREADABLE)
