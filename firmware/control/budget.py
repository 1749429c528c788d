"""How long the motor may still run, counted as the core counts it, so that a descent it would end is not begun."""

from firmware.safety.checks import DUTY_MS, GAP_MOST_MS, HOME_MS_PER_CDEG, REST_PER_RUN, UPRIGHT_CDEG
from firmware.safety.ticks import elapsed_ms

_DOWN_MS_PER_CDEG = 5  # the rate that control asks for on the way down
_RAMP_MS = 1500


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
            self._run_ms += passed_ms * REST_PER_RUN
        else:
            self._run_ms = max(0, self._run_ms - passed_ms)

    def covers(self, limit_cdeg):
        """Whether the way from level down to limit_cdeg leaves one and a half times the way home.

        docs/sources.md#the-motors-rest
        """
        home_ms = (limit_cdeg - UPRIGHT_CDEG) * HOME_MS_PER_CDEG
        down_ms = limit_cdeg * _DOWN_MS_PER_CDEG + _RAMP_MS
        return DUTY_MS - self._run_ms // REST_PER_RUN - down_ms >= home_ms + home_ms // 2
