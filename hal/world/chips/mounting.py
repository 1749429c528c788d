"""What a tilt sensor feels that is mounted as hal/README.md says: x to the head, z out of the pad."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hal.world.mechanics.plant import Plant

_VIBRATION_G = 0.015  # of the gear motor at its full speed of 10 mm/s
_FULL_SPEED_MPS = 0.010
_G0 = 9.80665
# Fine enough for vibration of 200 Hz.
_STEP_S = 0.001
# Of what lies further back no filter of these chips knows anything.
_REMEMBERED_MS = 500


def felt_g(plant: Plant, age_s: float) -> tuple[float, float, float]:
    """Gravity along x, y, z, as it was age_s ago."""
    inv = plant.inv_rad - plant.rate_radps * age_s
    return -math.sin(inv), 0.0, math.cos(inv)


class Shaking:
    """What movements and vibration of the person add, behind a low-pass of the first order as a chip has one."""

    def __init__(self) -> None:
        self._felt = [0.0, 0.0, 0.0]
        self._at_ms = 0

    def g(self, plant: Plant, at_s: float, bandwidth_hz: float) -> list[float]:
        """Along x, y, z at this time; it never goes back."""
        felt = self._felt
        movement = plant.person.movement
        until_ms = int(at_s * 1000)
        first_ms = max(self._at_ms, until_ms - _REMEMBERED_MS)
        self._at_ms = max(self._at_ms, until_ms)
        if movement is None:
            felt[:] = [0.0, 0.0, 0.0]
            return felt
        share = 1.0 - math.exp(-2.0 * math.pi * bandwidth_hz * _STEP_S)
        for ms in range(first_ms, until_ms):
            for axis, metres in enumerate(movement(ms / 1000.0)[1:]):
                felt[axis] += share * (metres / _G0 - felt[axis])
        return felt


def vibration_g(plant: Plant) -> float:
    """The motor's share of the noise, as a standard deviation on each axis."""
    return _VIBRATION_G * abs(plant.speed_mps) / _FULL_SPEED_MPS
