"""Drawings of signs: how far the table is turned, and its panel."""

from __future__ import annotations

from collections.abc import Sequence

from bascule.speech.spoken import say
from bascule.speech.told import later

# What the bar spans; upright is -70, upside down 90.
_LOW_DEG, _HIGH_DEG = -75.0, 95.0
_MARKS = ((-70.0, later("upright")), (0.0, later("level")), (90.0, later("upside down")))
_PANEL = 21
# A dot of braille by its column and row, as Unicode has them.
_BRAILLE = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
_BLANK = 0x2800


def bar(columns: int, now_deg: float, limit_deg: float | None, fine: bool) -> list[str]:
    """The angle as a bar from upright to upside down, with a `|` where the limit is; what is where, below it."""
    wide = max(1, columns - 2)
    full, empty = ("█", "·") if fine else ("#", ".")
    filled = _place(now_deg, wide)
    signs = [full if at <= filled else empty for at in range(wide)]
    labels = [(_place(deg, wide), say(text)) for deg, text in _MARKS]
    if limit_deg is not None:
        signs[_place(limit_deg, wide)] = "|"
        labels.insert(0, (_place(limit_deg, wide), say("limit")))
    return [f"[{''.join(signs)}]", f" {_labelled(labels, wide)}"]


def framed(lines: Sequence[str]) -> list[str]:
    """The panel's lines in a frame."""
    edge = "+" + "-" * (_PANEL + 2) + "+"
    return [edge, *(f"| {line:<{_PANEL}} |" for line in lines), edge]


def dots(rows: Sequence[Sequence[bool]]) -> list[str]:
    """A display dot by dot, two by four of them in a sign of braille."""
    found = []
    for top in range(0, len(rows), 4):
        line = ""
        for left in range(0, len(rows[top]), 2):
            bits = sum(_BRAILLE[x][y] for x in (0, 1) for y in range(4) if rows[top + y][left + x])
            line += chr(_BLANK + bits)
        found.append(line)
    return found


def _place(deg: float, wide: int) -> int:
    """Which sign of the bar stands for an angle."""
    share = (deg - _LOW_DEG) / (_HIGH_DEG - _LOW_DEG)
    return min(wide - 1, max(0, round(share * (wide - 1))))


def _labelled(labels: list[tuple[int, str]], wide: int) -> str:
    """Each label with its middle at its place, as far as those before it leave room."""
    line = [" "] * wide
    for place, text in labels:
        start = min(wide - len(text), max(0, place - len(text) // 2))
        around = line[max(0, start - 1) : start + len(text) + 1]
        if start >= 0 and all(sign == " " for sign in around):
            line[start : start + len(text)] = text
    return "".join(line).rstrip()
