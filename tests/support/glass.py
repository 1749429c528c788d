"""Reads the panel's display as a person does: from the dots that shine."""

from firmware.panel import font
from firmware.panel.pages import WIDTH

_SIGNS = {
    bytes(font.SIGNS[at : at + font.COLUMNS]): chr(font.FIRST + at // font.COLUMNS)
    for at in range(0, len(font.SIGNS), font.COLUMNS)
}
BAR = 2 * 16  # dots right of the last sign while a press counts
BOX = chr(127)  # what stands for a sign that the font does not have
UNREADABLE = "\ufffd"


def read(display) -> list[str]:
    """Four lines without the blanks at their ends; a sign that is none is UNREADABLE, and so is a dot between signs."""
    rows = display.rows()
    return ["".join(_sign(rows, line, place) for place in range(WIDTH)).rstrip() for line in range(4)]


def margin(display) -> int:
    """How many dots shine right of the last sign."""
    return sum(sum(row[WIDTH * 6 :]) for row in display.rows())


def shown(lines: list[str]) -> list[str]:
    """What read() is to give for these lines."""
    return ["".join(sign if " " <= sign <= "~" else BOX for sign in line).rstrip() for line in lines]


def _sign(rows, line, place):
    cell = [row[place * 6 : place * 6 + 6] for row in rows[line * 16 : line * 16 + 16]]
    once = cell[1:15:2]
    if any(cell[0]) or any(cell[15]) or once != cell[2:15:2] or any(row[5] for row in once):
        return UNREADABLE
    columns = bytes(sum(row[column] << bit for bit, row in enumerate(once)) for column in range(5))
    return _SIGNS.get(columns, UNREADABLE)
