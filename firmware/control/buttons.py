"""What the buttons mean: edges, holds, and which presses do not count."""

from firmware.drivers import inputs
from firmware.safety.checks import COUNT_MOST

_KNOCK_TICKS = 20
_MOVERS = inputs.DOWN | inputs.UP


class Buttons:
    """update() once per tick with the input bits.

    down: DOWN is held and counts, from 0.4 s on, so that a knock is ignored. It does not count when it was down at
    boot, with UP, or after ignore_down(), until it has been let go. down_pressed, up_pressed: it went down in this
    tick; an UP that is held at boot is no press.
    """

    def __init__(self):
        self.down = False
        self.up_pressed = False
        self.down_pressed = False
        self._up_was = True
        self._ignored = True
        self._held_ticks = 0

    def update(self, bits):
        """Take this tick's bits."""
        down = bits & inputs.DOWN != 0
        up = bits & inputs.UP != 0
        if bits & _MOVERS == _MOVERS:
            self._ignored = True
        elif not down:
            self._ignored = False
        self._held_ticks = min(COUNT_MOST, self._held_ticks + 1) if down and not self._ignored else 0
        counts = self._held_ticks > _KNOCK_TICKS
        self.down = counts
        self.down_pressed = self._held_ticks == 1
        self.up_pressed = up and not self._up_was
        self._up_was = up

    def ignore_down(self):
        """Ignore DOWN until it has been let go."""
        self._ignored = True
        self._held_ticks = 0
        self.down = False
