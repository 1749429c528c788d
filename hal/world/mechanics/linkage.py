"""Geometry between the screw's stroke and the table's inversion angle: lever, crank triangle and 2:1 belt."""

import math

LEVER_A_M = 0.450
LEVER_B_M = 0.300
AT_RIGHT_ANGLE_DEG = 10.0  # inversion at which the lever stands at 90 degrees
BELT = 2.0  # table degrees per lever degree

STOP_LOW_DEG = -72.0
STOP_HIGH_DEG = 92.0

_SQUARES = LEVER_A_M**2 + LEVER_B_M**2
_TWO_AB = 2.0 * LEVER_A_M * LEVER_B_M


def stroke_m(inv_deg: float) -> float:
    """Screw extension at an inversion angle."""
    phi = math.radians(90.0 + (inv_deg - AT_RIGHT_ANGLE_DEG) / BELT)
    return math.sqrt(_SQUARES - _TWO_AB * math.cos(phi))


def inv_deg(stroke: float) -> float:
    """Inversion angle at a screw extension in metres."""
    phi = math.acos((_SQUARES - stroke * stroke) / _TWO_AB)
    return AT_RIGHT_ANGLE_DEG + BELT * (math.degrees(phi) - 90.0)
