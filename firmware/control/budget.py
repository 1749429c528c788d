"""How long the motor may still run, counted as the core counts it, so that a descent it would end is not begun."""

from firmware.safety.checks import COUNT_MOST, DUTY_MS, GAP_MOST_MS, REST_PER_RUN, UPRIGHT_CDEG, WAY_UP_MS_PER_CDEG
from firmware.safety.ticks import elapsed_ms

INVERT_CDPS = 200  # what control asks for on the way down: docs/sources.md#rates
RAMP_MS = 1500  # what starting, braking and the last degree add to a way


class Budget:
    """step() once per tick with the drive that was last allowed."""

    def __init__(self, now_ms):
        self._last_ms = now_ms
        self._run_ms = 0  # motor time times REST_PER_RUN, less the rest since

    def step(self, now_ms, drive_permille):
        """Take one tick."""
        passed_ms = max(0, min(GAP_MOST_MS, elapsed_ms(now_ms, self._last_ms)))
        self._last_ms = now_ms
        if drive_permille:
            self._run_ms = min(COUNT_MOST, self._run_ms + passed_ms * REST_PER_RUN)
        else:
            self._run_ms = max(0, self._run_ms - passed_ms)

    def covers(self, limit_cdeg):
        """Whether the way from level down to limit_cdeg leaves one and a half times the way up.

        docs/sources.md#the-motors-rest
        """
        way_up_ms = (limit_cdeg - UPRIGHT_CDEG) * WAY_UP_MS_PER_CDEG
        down_ms = limit_cdeg * 1000 // INVERT_CDPS + RAMP_MS
        return DUTY_MS - self._run_ms // REST_PER_RUN - down_ms >= way_up_ms + way_up_ms // 2
