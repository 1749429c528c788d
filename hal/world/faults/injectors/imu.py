"""Faults of the tilt sensor and its bus: hung on the one read of the bus, in the chip's output registers."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from hal.world.faults.breakable import Breakable
from hal.world.faults.injectors import signal
from hal.world.faults.injectors.bus import refusing
from hal.world.faults.injectors.signal import Change
from hal.world.hooks import Call, Undo

_LEAST, _MOST = -32768, 32767
# Places among the values of a chip: gyro x y z, accelerometer x y z.
GYRO = range(3)
ACCEL = range(3, 6)
BOTH = range(6)

Rotate = Callable[[Sequence[int]], Sequence[int]]


def outputs(rig: Breakable, axes: range, change: Change) -> Undo:
    """The chosen axes read what change makes of them; everything else on the chip stays true."""
    world = rig.world
    chip = world.imu
    first, size = chip.first_out, chip.last_out - chip.first_out + 1

    def wrapper(read: Call) -> Call:
        def changed(addr: int, reg: int, n: int) -> bytes | None:
            data: bytes | None = read(addr, reg, n)
            if data is None or addr != chip.address or reg + n <= first or reg > chip.last_out:
                return data
            outputs = read(addr, first, size)
            values = chip.values(outputs)
            seen = change(world.clock.now_us, values[axes.start : axes.stop])
            if seen is None:
                return None
            values[axes.start : axes.stop] = [max(_LEAST, min(_MOST, value)) for value in seen]
            start = max(reg, first)
            end = min(reg + n, first + size)
            packed = chip.with_values(outputs, values)[start - first : end - first]
            return data[: start - reg] + packed + data[end - reg :]

        return changed

    return rig.hooks.wrap(world.bus, "read", wrapper)


def rotated(rig: Breakable, turn: Rotate) -> Undo:
    """The chip sits turned on the table: turn maps (gyro x y z, accelerometer x y z)."""
    return outputs(rig, BOTH, lambda _now_us, values: turn(values))


def tilted(rig: Breakable, deg: float) -> Undo:
    """Mounted so that a level table reads deg head-down."""
    c, s = math.cos(math.radians(deg)), math.sin(math.radians(deg))

    def turn(_now_us: int, accel: Sequence[int]) -> Sequence[int]:
        x, y, z = accel
        return [round(x * c - z * s), y, round(x * s + z * c)]

    return outputs(rig, ACCEL, turn)


def rolled(rig: Breakable, deg: float) -> Undo:
    """The whole table leans to the left by deg."""
    c, s = math.cos(math.radians(deg)), math.sin(math.radians(deg))

    def turn(_now_us: int, accel: Sequence[int]) -> Sequence[int]:
        x, y, z = accel
        return [x, round(y * c + math.hypot(x, z) * s), round(z * c)]

    return outputs(rig, ACCEL, turn)


def gyro_offset(rig: Breakable, dps: float) -> Undo:
    counts = dps * rig.world.imu.gyro_counts_per_dps
    return outputs(rig, range(1, 2), signal.added(counts))


def silent(rig: Breakable, transfers: float) -> Undo:
    """No acknowledge for so many transfers, 0: for all."""
    left = transfers or math.inf

    def refuse() -> bool:
        nonlocal left
        left -= 1
        return left >= 0

    return refusing(rig, rig.world.imu.address, refuse)


def now_and_then(rig: Breakable, period_ms: float) -> Undo:
    """Answers for period_ms, is silent for period_ms, and so on."""
    clock = rig.world.clock
    since_us, period_us = clock.now_us, int(period_ms * 1000)
    return refusing(rig, rig.world.imu.address, lambda: (clock.now_us - since_us) // period_us % 2 == 0)


def slow(rig: Breakable, ms: float) -> Undo:
    """Every transfer holds the bus for ms longer."""
    rig.delay(0)  # refused now, and not at the first transfer, where nothing can be delayed

    def wrapper(read: Call) -> Call:
        def stretched(addr: int, reg: int, n: int) -> bytes | None:
            rig.delay(int(ms * 1000))
            data: bytes | None = read(addr, reg, n)
            return data

        return stretched

    return rig.hooks.wrap(rig.world.bus, "read", wrapper)
