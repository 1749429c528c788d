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
        self.limit, self.tilt, self.position, self.measured = z3.Reals("limit tilt position measured_rate")
        forward = z3.If(self.measured > 0, self.measured, 0)
        stopping = forward * forward / (2 * envelope.DECEL_CDPS2) + forward * envelope.LATENCY_MS / 1000
        # Each of two divisions drops less than one.
        ahead = stopping - 2
        self.by_tilt = self.tilt + ahead < self.limit
        self.by_position = self.position + ahead < self.limit + envelope.POSITION_SLACK_CDEG
        self.claims = [self._of_the_code(core, envelope)]

    def _of_the_code(self, core, envelope):
        """Where room_left() is true both inequalities hold: of whole numbers, times what they are divided by."""
        limit, inv, pos, rate = z3.Ints("limit_cdeg inv_cdeg pos_cdeg rate_cdps")
        obs = Thing(core.program.module("firmware.tick_data").Observation)
        state = core.at_start.state.copy()
        for field, value in (("inv_cdeg", inv), ("pos_cdeg", pos), ("rate_cdps", rate)):
            state.set(obs, field, value)
        room = core.machine.call(envelope.room_left, [limit, obs], state)
        forward = z3.If(rate > 0, rate, 0)
        unit = 2 * envelope.DECEL_CDPS2 * 1000
        ahead = forward * forward * 1000 + forward * envelope.LATENCY_MS * 2 * envelope.DECEL_CDPS2 - 2 * unit
        bounds = [inv * unit + ahead < limit * unit, pos * unit + ahead < (limit + envelope.POSITION_SLACK_CDEG) * unit]
        return z3.Implies(room, z3.And(*bounds))


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


@theorem(
    mistake("it may read a degree more", ENVELOPE, "POSITION_SLACK_CDEG = 50", "POSITION_SLACK_CDEG = 100"),
    mistake(
        "the position sensor is not asked",
        ENVELOPE,
        " and obs.pos_cdeg + ahead_cdeg < limit_cdeg + POSITION_SLACK_CDEG",
        "",
    ),
    about=REAL,
)
def limit_holds_with_the_tilt_sensor_wrong(core):
    """Whatever the tilt sensor says of angle and rate, with the position sensor within its error and its lag, and the
    table no faster than 3.3 degrees a second, the true angle never passes the limit by more than 1.4 degrees."""
    true, rate = z3.Reals("true rate")
    allowed = _Allowed(core)
    known = z3.And(
        rate >= 0,
        rate <= world.WRONG_RATE_CDPS,
        allowed.position >= true - rate * world.POSITION_LAG_S - world.POSITION_ERROR_CDEG,
        allowed.by_position,
    )
    held = _furthest(true, rate, 0) <= allowed.limit + world.TILT_WRONG_CDEG
    return [*allowed.claims, z3.Implies(known, held)]
