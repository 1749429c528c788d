"""What may stand in each field before a step: whatever firmware/safety keeps, and whatever the sensors and control say.

Fields that the core keeps are invariants: they hold at the start, and after every step (tests/proof/theorems/kept.py).
Fields that it is given are assumptions: firmware/control keeps them, which theorems of its own show.
"""

from typing import NamedTuple

from firmware.safety import checks, faults
from firmware.safety.ticks import MASK


class Whole(NamedTuple):
    """A whole number from low to high, both included."""

    low: int
    high: int


class OneOf(NamedTuple):
    """One of a few numbers."""

    values: tuple[int, ...]


TRUTH = OneOf((0, 1))  # of a field that holds False or True
BIT = OneOf((1, 0))  # of a field that holds 0 or 1
TICKS = Whole(0, MASK)
SMALL = Whole(-(1 << 30), (1 << 30) - 1)  # what a Pico keeps without allocating
COUNTER = Whole(0, checks.COUNT_MOST)

GIVEN = {
    "obs.imu_ms": TICKS,
    "obs.accel_mg": Whole(-4500, 4500),
    "obs.gyro_raw": Whole(-32768, 32767),
    "obs.inv_cdeg": Whole(-18000, 18000),
    "obs.rate_cdps": Whole(-31000, 31000),
    "obs.pos_cdeg": Whole(-8000, 10000),
    "obs.pos_rate_cdps": Whole(-31000, 31000),
    "obs.pos_ok": TRUTH,
    "obs.current_ma": Whole(0, 20000),
    "obs.supply_mv": Whole(0, 36000),
    "obs.battery_mv": Whole(0, 36000),
    "obs.mains": TRUTH,
    "obs.contactor_closed": TRUTH,
    "obs.supplied": TRUTH,
    "obs.stop": TRUTH,
    "obs.stop_short": TRUTH,
    "obs.down": TRUTH,
    "obs.up": TRUTH,
    "obs.ok": TRUTH,
    "obs.keys": Whole(0, 4095),
    "obs.locks_closed": TRUTH,
    "obs.upright_switch": TRUTH,
    "obs.at_upright": TRUTH,
    "obs.at_level": TRUTH,
    "request.drive_permille": Whole(-1000, 1000),
    "request.contactor": TRUTH,
    "request.failed": TRUTH,
    "request.current_untrue": TRUTH,
}

KEPT = {
    "verdict.step_ms": Whole(-1, MASK),
    "verdict.drive_permille": Whole(-1000, 1000),
    "verdict.contactor": TRUTH,
    "verdict.alarm": TRUTH,
    "verdict.held": TRUTH,
    "verdict.response": Whole(faults.NONE, faults.CUT),
    "verdict.fault": Whole(0, faults.COUNT - 1),
    "core._up_was": TRUTH,
    "core._held": TRUTH,
    "core._creeping": TRUTH,
    "core._held_ms": COUNTER,
    "core._trusted_ms": TICKS,
    "core._creep_cdps": Whole(-31000, 31000),
    # Memory may be disturbed, so any number; but for the last hundred of them, which no single bit makes of a limit.
    "limits.limit_cdeg": Whole(-(1 << 30), (1 << 30) - 101),
    "limits.session_ms": SMALL,
    "limits._limit_check": SMALL,
    "limits._session_check": SMALL,
    "checks.active": BIT,
    "checks.since_ms": TICKS,
    "checks._last_ms": Whole(-1, MASK),
    "checks._accel_mg": Whole(-4500, 4500),
    "checks._gyro_raw": Whole(-32768, 32767),
    "checks._repeats": COUNTER,
    "checks._below_ms": COUNTER,
    "checks._open_ms": COUNTER,
    "checks._edges": Whole(0, checks.EDGES_MS * 4 // 3),
    "checks._keys": Whole(0, 4095),
    "checks._keys_ms": TICKS,
    "checks.stop_pressed": TRUTH,
    "checks.answered": TRUTH,
    "checks.blind": TRUTH,
    "checks._stop_was": TRUTH,
    "checks._rested": TRUTH,
    "checks._run_ms": COUNTER,
    "checks._recovering": TRUTH,
    "checks._anchor_pos_cdeg": Whole(-8000, 10000),
    "checks._anchor_inv_cdeg": Whole(-18000, 18000),
    "checks._anchor_ms": TICKS,
    "checks._anchor_sign": OneOf((0, 1, -1)),
}
