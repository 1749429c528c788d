"""The simulated table on a terminal: how far it is turned, what its panel's display shows, and the keys."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from bascule.simulator.hands import Hands
from bascule.terminal import drawing, glass
from hal.world.chips.ssd1306 import HEIGHT, WIDTH
from hal.world.world import World

KEYS = (
    "d DOWN, held or let go; n a tap of DOWN (no); u UP (yes); o OK; s STOP; l left ankle lock; t dots or text; q quit"
)
_COUNTS = "a press counts"
_DOTS = (WIDTH // 2, HEIGHT // 4)  # of the display in braille
_BESIDE = 8  # lines that the rest takes


class Front:
    """`as_text`: the panel's text is shown, and not its dots. So it is where there is no room or sign for dots."""

    def __init__(self, said: Sequence[str]) -> None:
        self.as_text = False
        self._said = said
        self._known = b""
        self._rows: list[list[bool]] = []

    def lines(self, world: World, hands: Hands, size: tuple[int, int], fine: bool) -> list[str]:
        """From the top."""
        columns, _ = size
        moment = f"{world.now_s:.1f} s   angle {world.plant.inv_deg:.2f} deg   drive {world.drive_permille / 10:.1f} %"
        held = hands.words()
        return [
            *drawing.bar(columns, world.plant.inv_deg, None, fine),
            *textwrap.wrap(moment, columns),
            *textwrap.wrap(f"pressed: {held}" if held else "nothing is pressed", columns),
            *self._panel(world, size, fine),
            *textwrap.wrap(KEYS, columns),
            # An address is broken wherever the line ends, so that it can still be copied whole.
            *(text[at : at + columns] for text in self._said for at in range(0, len(text), columns)),
        ]

    def _panel(self, world: World, size: tuple[int, int], fine: bool) -> list[str]:
        columns, lines = size
        display = world.display
        known = bytes(display.memory) + bytes((display.on and display.pump, display.inverse, display.start_line))
        if known != self._known:
            self._known, self._rows = known, display.rows()
        if fine and not self.as_text and columns >= _DOTS[0] and lines >= _DOTS[1] + _BESIDE:
            return drawing.dots(self._rows)
        found = drawing.framed(glass.read(self._rows))
        return [*found, f"panel: {_COUNTS}"] if glass.bar(self._rows) else found
