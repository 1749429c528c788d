"""What a tilt sensor feels that is mounted as hal/README.md says: x to the head, z out of the pad."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hal.world.mechanics.plant import Plant

_VIBRATION_G = 0.015  # of the gear motor at its full speed of 10 mm/s
_FULL_SPEED_MPS = 0.010
_G0 = 9.80665


def felt_g(plant: Plant, now_us: int, age_s: float) -> tuple[float, float, float]:
    """Gravity and the person's movements along x, y, z, as they were age_s ago."""
    inv = plant.inv_rad - plant.rate_radps * age_s
    x, y, z = -math.sin(inv), 0.0, math.cos(inv)
    movement = plant.person.movement
    if movement is not None:
        _, ax, ay, az = movement(now_us / 1e6 - age_s)
        x, y, z = x + ax / _G0, y + ay / _G0, z + az / _G0
    return x, y, z


def vibration_g(plant: Plant) -> float:
    """The motor's share of the noise, as a standard deviation on each axis."""
    return _VIBRATION_G * abs(plant.speed_mps) / _FULL_SPEED_MPS
