"""What converter, reference, wiper and current sense do within their sheets, and when they are worn."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from hal import contract
from hal.world.faults.breakable import Breakable
from hal.world.faults.injectors.pins import channel
from hal.world.hooks import Call, Undo
from hal.world.mechanics import linkage

# The motor runs when it draws more than this; at the heaviest load of a rated person it draws the other.
_RUNS_A = 0.2
_FULL_A = 3.0
_DEAD_DEG = 1.0


def noisy(rig: Breakable, percent: float) -> Undo:
    """The position reading is off by up to so much of itself, while the motor draws current."""
    plant = rig.world.plant
    source = random.Random(1)

    def change(_now_us: int, values: Sequence[int]) -> list[int]:
        off = source.uniform(-percent, percent) / 100.0 if abs(plant.current_a) > _RUNS_A else 0.0
        return [round(value * (1.0 + off)) for value in values]

    return channel(rig, contract.POSITION, change)


def sagging(rig: Breakable, percent: float) -> Undo:
    """The converter's reference gives way under the motor's current: every reading is too high, by so much at 3 A."""
    plant = rig.world.plant

    def wrapper(sample: Call) -> Call:
        def changed(now_us: int) -> tuple[int, ...]:
            factor = 1.0 + percent / 100.0 * min(1.0, abs(plant.current_a) / _FULL_A)
            return tuple(min(contract.ADC_MAX, round(value * factor)) for value in sample(now_us))

        return changed

    return rig.hooks.wrap(rig.world.analog, "sample", wrapper)


def low_reference(rig: Breakable, percent: float) -> Undo:
    """The converter's reference is so much too low: every voltage reads too high. The potentiometer hangs on it too."""
    factor = 1.0 + percent / 100.0

    def wrapper(sample: Call) -> Call:
        def changed(now_us: int) -> tuple[int, ...]:
            position, *voltages = sample(now_us)
            return position, *(min(contract.ADC_MAX, round(value * factor)) for value in voltages)

        return changed

    return rig.hooks.wrap(rig.world.analog, "sample", wrapper)


def dead_spot(rig: Breakable, inv_deg: float) -> Undo:
    """The wiper has no contact for two degrees about there."""
    plant = rig.world.plant
    low_m, high_m = (linkage.stroke_m(inv_deg + side * _DEAD_DEG) for side in (-1, 1))
    return channel(
        rig,
        contract.POSITION,
        lambda _now_us, values: [0 if low_m <= plant.stroke_m <= high_m else value for value in values],
    )


def sense_offset(half: str) -> Callable[[Breakable, float], Undo]:
    """This half bridge gives so many microampere without load while its high side is on."""
    return lambda rig, microampere: _bridge(rig, f"leak_{half}_a", microampere * 1e-6)


def sense_gain(half: str) -> Callable[[Breakable, float], Undo]:
    """This half bridge reads so many times the current."""
    return lambda rig, times: _bridge(rig, f"k_{half}", getattr(rig.world.bridge, f"k_{half}") / times)


def _bridge(rig: Breakable, name: str, value: float) -> Undo:
    bridge = rig.world.bridge
    before = getattr(bridge, name)
    setattr(bridge, name, value)
    return lambda: setattr(bridge, name, before)
