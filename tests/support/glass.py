"""Reads the panel's display as a person does: from the dots that shine."""

from bascule.terminal import glass
from firmware.panel import font

BAR = 2 * 16  # dots right of the last sign while a press counts
BOX = chr(127)  # what stands for a sign that the font does not have
UNREADABLE = glass.UNREADABLE


def read(display) -> list[str]:
    """Four lines without the blanks at their ends; a sign that is none is UNREADABLE, and so is a dot between signs."""
    return glass.read(display.rows())


def margin(display) -> int:
    """How many dots shine right of the last sign."""
    return glass.bar(display.rows())


def shown(lines: list[str]) -> list[str]:
    """What read() is to give for these lines."""
    return [
        "".join(sign if " " <= sign <= "~" or sign in font.LETTERS else BOX for sign in line).rstrip() for line in lines
    ]
