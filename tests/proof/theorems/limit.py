"""The limit itself: how far past it the true angle can come, in real numbers, under tests/proof/limit/assumptions.py.

The drive was allowed for the last time at a sample when the table stood at `true` and turned at `rate`. What the core
knew then is what it allowed by. All that comes later is the latency, in which the rate may grow, and coasting.
"""

import z3

from tests.proof.limit import assumptions as world
from tests.proof.registry import ENVELOPE, REAL, mistake, theorem
from tests.proof.translator.values import Thing

PERMITTED = "firmware.safety.envelope"


class _Allowed:
    """What the core's own envelope says of a sample, as real numbers: proven of the code by `claims`."""

    def __init__(self, core):
        envelope = core.program.module(PERMITTED)
        self.limit, self.tilt, self.position = z3.Reals("limit tilt position")
        self.measured, self.followed = z3.Reals("measured_rate followed_rate")
        forward = z3.If(self.measured > 0, self.measured, 0)
        stopping = forward * forward / (2 * envelope.DECEL_CDPS2) + forward * envelope.LATENCY_MS / 1000
        # Each division drops less than one; the stopping way has two.
        self.by_tilt = self.tilt + stopping - 2 < self.limit
        alone = z3.If(self.followed > 0, self.followed * envelope.UNSEEN_MS / 1000 - 1, 0)
        self.by_position = self.position + alone < self.limit
        self.claims = [self._of_the_code(core, envelope)]

    def _of_the_code(self, core, envelope):
        """Where room_left() is true both inequalities hold: of whole numbers, times what they are divided by."""
        given = {name: z3.Int(name) for name in ("inv_cdeg", "pos_cdeg", "rate_cdps", "pos_rate_cdps")}
        limit = z3.Int("limit_cdeg")
        obs = Thing(core.program.module("firmware.tick_data").Observation)
        state = core.at_start.state.copy()
        for field, value in given.items():
            state.set(obs, field, value)
        room = core.machine.call(envelope.room_left, [limit, obs], state)
        forward = z3.If(given["rate_cdps"] > 0, given["rate_cdps"], 0)
        unit = 2 * envelope.DECEL_CDPS2 * 1000
        ahead = forward * forward * 1000 + forward * envelope.LATENCY_MS * 2 * envelope.DECEL_CDPS2 - 2 * unit
        followed = given["pos_rate_cdps"]
        alone = z3.If(followed > 0, followed * envelope.UNSEEN_MS - 1000, 0)
        by_tilt = given["inv_cdeg"] * unit + ahead < limit * unit
        return z3.Implies(room, z3.And(by_tilt, given["pos_cdeg"] * 1000 + alone < limit * 1000))


def _furthest(true, rate, rise):
    """Where the table stands at last: the latency, in which the rate may grow, and coasting."""
    after = rate + rise * world.LATENCY_S
    return true + rate * world.LATENCY_S + rise * world.LATENCY_S**2 / 2 + after * world.COAST_S


def _near(value, other, error):
    return z3.And(value - other <= error, other - value <= error)


@theorem(
    mistake("the stopping way is not counted", ENVELOPE, "obs.inv_cdeg + ahead_cdeg < limit_cdeg and", "True and"),
    mistake(
        "it brakes ten times as hard, and at once",
        ENVELOPE,
        "DECEL_CDPS2 = 200\n# One tick until the drive is written, one until the motor obeys, and the longest "
        "collection (30 ms).\nLATENCY_MS = 70",
        "DECEL_CDPS2 = 2000\nLATENCY_MS = 7",
    ),
    about=REAL,
)
def limit_holds_with_both_senses_well(core):
    """With both senses within their errors the true angle never passes the limit by more than 0.5 degrees."""
    true, rate = z3.Reals("true rate")
    allowed = _Allowed(core)
    known = z3.And(
        rate >= 0,
        _near(allowed.tilt, true, world.TILT_ERROR_CDEG),
        _near(allowed.measured, rate, world.RATE_ERROR_CDPS),
        allowed.by_tilt,
    )
    held = _furthest(true, rate, world.RISE_CDPS2) <= allowed.limit + world.WELL_CDEG
    return [*allowed.claims, z3.Implies(known, held)]


@theorem(
    mistake(
        "the tilt sensor is not asked",
        ENVELOPE,
        "obs.inv_cdeg + ahead_cdeg < limit_cdeg and obs.pos_cdeg",
        "obs.pos_cdeg",
    ),
    about=REAL,
)
def limit_holds_with_the_position_sensor_wrong(core):
    """Whatever the position sensor says, with the tilt sensor within its error, the true angle never passes the limit
    by more than 1 degree."""
    true, rate = z3.Reals("true rate")
    allowed = _Allowed(core)
    known = z3.And(
        rate >= 0,
        _near(allowed.tilt, true, world.TILT_ERROR_CDEG),
        _near(allowed.measured, rate, world.RATE_ERROR_CDPS),
        allowed.by_tilt,
    )
    held = _furthest(true, rate, world.RISE_CDPS2) <= allowed.limit + world.ONE_WRONG_CDEG
    return [*allowed.claims, z3.Implies(known, held)]


def _held_by_position_alone(core, error_cdeg, late_cdps, past_cdeg):
    """Nothing is known of the tilt sensor; the position sensor is within this error, its rate within this lateness."""
    true, rate = z3.Reals("true rate")
    allowed = _Allowed(core)
    known = z3.And(
        rate >= 0,
        rate <= z3.If(allowed.followed > 0, allowed.followed, 0) + late_cdps,
        allowed.position >= true - rate * world.POSITION_LAG_S - error_cdeg,
        allowed.by_position,
    )
    held = _furthest(true, rate, world.WRONG_RISE_CDPS2) <= allowed.limit + past_cdeg
    return [*allowed.claims, z3.Implies(known, held)]


@theorem(
    mistake("it may read half a degree more", ENVELOPE, "+ alone_cdeg < limit_cdeg", "+ alone_cdeg < limit_cdeg + 50"),
    mistake(
        "its own rate is not asked", ENVELOPE, "max(ahead_cdeg, obs.pos_rate_cdps * UNSEEN_MS // 1000)", "ahead_cdeg"
    ),
    mistake("what is unseen is half as long", ENVELOPE, "UNSEEN_MS = 160", "UNSEEN_MS = 80"),
    mistake("the position sensor is not asked", ENVELOPE, " and obs.pos_cdeg + alone_cdeg < limit_cdeg", ""),
    about=REAL,
)
def limit_holds_with_the_tilt_sensor_wrong(core):
    """Whatever the tilt sensor says of angle and rate, with the position sensor within its error, its lag and the
    lateness of its rate, the true angle never passes the limit by more than 1 degree."""
    error, late = world.POSITION_ERROR_CDEG, world.POSITION_RATE_LATE_CDPS
    return _held_by_position_alone(core, error, late, world.ONE_WRONG_CDEG)


@theorem(
    mistake("it may read half a degree more", ENVELOPE, "+ alone_cdeg < limit_cdeg", "+ alone_cdeg < limit_cdeg + 50"),
    about=REAL,
)
def limit_holds_with_the_tilt_sensor_wrong_and_the_position_noisy(core):
    """Whatever the tilt sensor says, and with as much noise of the motor in the position sensor as a healthy table may
    have, 0.6 percent, the true angle never passes the limit by more than 2.2 degrees."""
    return _held_by_position_alone(core, world.NOISY_ERROR_CDEG, world.NOISY_RATE_LATE_CDPS, world.NOISY_CDEG)
