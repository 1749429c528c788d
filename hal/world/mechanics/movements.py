"""What people do on a table that is no fault: coughing, folding the arms, sitting up, rocking."""

from __future__ import annotations

import math
from collections.abc import Callable

from hal.world.mechanics.person import Movement
from hal.world.mechanics.plant import GRAVITY

# (since the movement began, s) -> -1..1: the shape of one movement.
Shape = Callable[[float], float]


def cough(since_s: float) -> float:
    """Five hard coughs, 0.6 s apart, 80 ms each."""
    at = math.fmod(since_s, 0.6)
    return math.sin(math.pi * at / 0.08) if at < 0.08 and since_s < 3.0 else 0.0


def arms(since_s: float) -> float:
    """Up and folded over the chest within 2 s, there for 10 s, and back."""
    return _ramp(since_s / 2.0) - _ramp((since_s - 12.0) / 2.0)


def rocking(hz: float, for_s: float) -> Shape:
    """To and fro at hz."""
    return lambda since_s: math.sin(2.0 * math.pi * hz * since_s) if since_s < for_s else 0.0


def shaking(hz: float) -> Shape:
    """To and fro at hz, without end."""
    return lambda since_s: math.sin(2.0 * math.pi * hz * since_s)


def _ramp(x: float) -> float:
    x = max(0.0, min(1.0, x))
    return x * x * (3.0 - 2.0 * x)


def movement(shape: Shape, start_s: float, torque_nm: float, along_g: float, out_g: float) -> Movement:
    """A shape as the table feels it: at its height this torque, and these accelerations at the tilt sensor."""

    def move(now_s: float) -> tuple[float, float, float, float]:
        size = shape(now_s - start_s)
        return size * torque_nm, size * along_g * GRAVITY, 0.0, size * out_g * GRAVITY

    return move


# name -> (shape, torque in Nm, acceleration toward the head and out of the pad in g)
MOVEMENTS: dict[str, tuple[Shape, float, float, float]] = {
    "cough": (cough, 30.0, 0.15, 0.25),
    "fold arms": (arms, 22.0, 0.0, 0.0),  # two arms of 4 kg, 0.28 m
    "sit up": (arms, 85.0, 0.02, 0.02),  # half the trunk, 35 kg, 0.25 m
}
