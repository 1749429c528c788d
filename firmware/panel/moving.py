"""The page while the table moves or stands away from upright: one large number, what it says, and a bar.

The number is the angle in whole degrees, or during the pause at level the seconds that are left of it. It stands in the
first eight places of the second line, where the display paints it over three lines (firmware/panel/large.py).
"""

from firmware import states
from firmware.control.session import PAUSE_MS
from firmware.panel import paper
from firmware.safety.checks import LEVEL_CDEG, UPRIGHT_CDEG
from firmware.safety.ticks import elapsed_ms

PLACES = 8  # of a line, for the number
# By state, in the 13 signs beside the number.
STATES = (
    "Press UP",
    "Upright",
    "Upright",
    "Upright",
    "Going down",
    "At the limit",
    "Holding still",
    "Up to level",
    "Rest at level",
    "Coming up",
    "Level pause",
    "Coming up",
    "STOP pressed",
    "Fault",
)
# The same, in two lines: what the number counts.
PAUSE, ABOVE_LEVEL, BELOW_LEVEL = "seconds\nto go", "deg above\nlevel", "deg below\nlevel"
OF_LIMIT = "of %s deg\nbelow level"
_MOST = 99
# The bar's scale: so many columns from upright to level, and from level to the limit. Level is always in one place, and
# a small limit has a bar as long as a large one.
ABOVE, BELOW = 84, 42
_SIGN = 6  # columns


class Said:
    """What stands beside the number, found once for a language: nothing is looked up on the way."""

    def __init__(self, say):
        self.states = [say(one) for one in STATES]
        self.pause, self.above, self.below, self.of_limit = [
            say(one).split("\n") for one in (PAUSE, ABOVE_LEVEL, BELOW_LEVEL, OF_LIMIT)
        ]
        self.tenths = say(paper.TENTHS)

    def degrees(self, cdeg):
        """What paper.degrees() says, in one piece."""
        return self.tenths % (cdeg // 100, cdeg // 10 % 10) if cdeg % 100 else "%d" % (cdeg // 100)


def lines(status, said):
    """Four lines of at most 21 signs. said: of the language."""
    number = _pause_s(status)
    deg = whole(status.inv_cdeg)
    if number:
        unit, where = said.pause
    elif deg < 0:
        number = -deg
        unit, where = said.above
    elif status.limit_cdeg:
        number = deg
        unit, where = said.of_limit[0] % said.degrees(status.limit_cdeg), said.of_limit[1]
    else:
        number = deg
        unit, where = said.below
    filled = (columns(status.inv_cdeg, status.limit_cdeg) + _SIGN - 1) // _SIGN
    return [
        " " * PLACES + said.states[status.state],
        "   %2d   %s" % (min(number, _MOST), unit),
        " " * PLACES + where,
        "=" * filled + "-" * ((ABOVE + BELOW) // _SIGN - filled),
    ]


def reading(status):
    """A number that is the same for two angles, or two moments of a pause, that look alike. It allocates nothing."""
    pause_s = _pause_s(status)
    shown = pause_s if pause_s else whole(status.inv_cdeg) + 256
    return columns(status.inv_cdeg, status.limit_cdeg) * 512 + shown


def whole(cdeg):
    """The nearest degree."""
    return (cdeg + 50) // 100


def columns(inv_cdeg, limit_cdeg):
    """How many columns of the bar are filled: the first one as soon as the table has left upright, all at the limit."""
    if inv_cdeg <= LEVEL_CDEG:
        return max(0, ABOVE - (LEVEL_CDEG - inv_cdeg) * ABOVE // (LEVEL_CDEG - UPRIGHT_CDEG))
    if inv_cdeg >= limit_cdeg:
        return ABOVE + BELOW
    return ABOVE + (inv_cdeg * BELOW + limit_cdeg - 1) // limit_cdeg


def _pause_s(status):
    """Seconds that are left of the pause at level, and 0 where there is none."""
    if status.state != states.LEVEL_PAUSE:
        return 0
    return max(0, PAUSE_MS - elapsed_ms(status.now_ms, status.state_ms) + 999) // 1000
