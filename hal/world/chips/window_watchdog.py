"""The window watchdog outside the microcontroller: two monostables and a latch, in series with the contactor's coil.

From its circuit in docs/hardware/wiring.md. A 74HC4538 gives two pulses from each rising edge of WINDOW_KICK: a new
edge during the short one is too early, the end of the long one is too late. Either sets the latch while CONTACTOR is
high; CONTACTOR low clears it, so that a board which restarts gets its coil back.
"""

EARLY_US = 15_000
LATE_US = 720_000
NEVER_US = 1 << 62


class WindowWatchdog:
    """Times are the world's. passes: whether the coil gets current."""

    def __init__(self) -> None:
        self.passes = False
        self.late_us = NEVER_US  # when the latch will be set, if no edge comes until then
        self._level = False
        self._armed = False
        self._tripped = False
        self._edge_us = -NEVER_US

    def toggle(self, now_us: int) -> None:
        """The other level on WINDOW_KICK."""
        self.kick(now_us, not self._level)

    def kick(self, now_us: int, level: bool) -> None:
        """The level on WINDOW_KICK."""
        if level and not self._level:
            self._tripped = self._tripped or (self._armed and now_us - self._edge_us < EARLY_US)
            self._edge_us = now_us
        self._level = level
        self.follow(now_us)

    def arm(self, now_us: int, on: bool) -> None:
        """The level on CONTACTOR."""
        self._armed = on
        self._tripped = self._tripped and on
        self.follow(now_us)

    def follow(self, now_us: int) -> None:
        """Let the long pulse end if its time has come."""
        if now_us >= self.late_us:
            self._tripped = True
        alive = now_us - self._edge_us < LATE_US
        self.passes = self._armed and alive and not self._tripped
        self.late_us = self._edge_us + LATE_US if self.passes else NEVER_US

    def reset(self, now_us: int) -> None:
        """Both lines fall: the microcontroller has reset or lost its power."""
        self._level = False
        self.arm(now_us, False)
