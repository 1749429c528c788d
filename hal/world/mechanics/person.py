"""The person on the table, as far as the table can feel it: mass, where it is, and how it moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

# Standing body as a rod of the same height: moment of inertia about its centre is about m h^2 / 13.
_ROD = 13.0

# (time in s) -> torque on the table in Nm, head-down positive, then extra acceleration at the IMU in m/s^2:
# along the table toward the head, across it, out of the pad.
Movement = Callable[[float], tuple[float, float, float, float]]


@dataclass
class Person:
    """com_along_m is toward the head from the pivot, com_off_m out of the pad."""

    mass_kg: float = 75.0
    height_cm: float = 175.0
    com_along_m: float = -0.04
    com_off_m: float = 0.10
    movement: Movement | None = None

    @property
    def inertia_kgm2(self) -> float:
        """About the pivot."""
        own = self.mass_kg * (self.height_cm / 100.0) ** 2 / _ROD
        return own + self.mass_kg * (self.com_along_m**2 + self.com_off_m**2)
