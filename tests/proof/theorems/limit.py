"""The limit itself: how far past it the true angle can come, in real numbers, under tests/proof/limit/assumptions.py.

The drive was allowed for the last time at a sample when the table stood at `true` and turned at `rate`. What the core
knew then is what it allowed by. All that comes later is the latency, in which the rate may grow, and coasting.
"""

import z3

from tests.proof.limit import assumptions as world
from tests.proof.limit.assumptions import furthest
from tests.proof.registry import ENVELOPE, REAL, mistake, theorem
from tests.proof.say import all_of, if_then
from tests.proof.told.motion import FIELDS
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
        self.by_both = self.position + stopping - 2 < self.limit
        self.claims = [self._of_the_code(core, envelope)]

    def _of_the_code(self, core, envelope):
        """Where room_left() is true both inequalities hold: of whole numbers, times what they are divided by."""
        given, room = _asked(core)
        rate, followed = given["rate_cdps"], given["pos_rate_cdps"]
        forward = z3.If(rate > 0, rate, 0)
        unit = 2 * envelope.DECEL_CDPS2 * 1000
        ahead = forward * forward * 1000 + forward * envelope.LATENCY_MS * 2 * envelope.DECEL_CDPS2 - 2 * unit
        alone = z3.If(followed > 0, followed * envelope.UNSEEN_MS - 1000, 0)
        short = [given[sense] * unit + ahead < given["limit_cdeg"] * unit for sense in ("inv_cdeg", "pos_cdeg")]
        return if_then(room, all_of(*short, given["pos_cdeg"] * 1000 + alone < given["limit_cdeg"] * 1000))


class _Sampled:
    """The same of whole numbers, as the code itself allows them: what refutes a theorem is looked for among these."""

    def __init__(self, core, past_cdeg, rise_cdps2):
        given, room = _asked(core)
        self.true, self.rate = z3.Ints("true_cdeg true_cdps")
        self.limit, self.tilt, self.measured, self.position, self.followed = (z3.ToReal(given[n]) for n in FIELDS)
        self.by_tilt = self.by_position = room
        self.by_both = room
        # The limit of a healthy table, and rates that a table has.
        self.near = z3.And(given["limit_cdeg"] == 2500, self.rate <= 450, *(_size(given[n]) <= 3000 for n in FIELDS))
        self.values = {**given, "true_cdeg": self.true, "true_cdps": self.rate, "rise_cdps2": rise_cdps2,
                       "past_cdeg": past_cdeg}  # fmt: skip


def _size(value):
    """Its size."""
    return z3.If(value < 0, -value, value)


def _asked(core):
    """The code's own answer to any sample, and the sample."""
    given = {name: z3.Int(name) for name in FIELDS}
    obs = Thing(core.program.module("firmware.tick_data").Observation)
    state = core.at_start.state.copy()
    for field in FIELDS[1:]:
        state.set(obs, field, given[field])
    return given, core.machine.call(core.program.module(PERMITTED).room_left, [given["limit_cdeg"], obs], state)


def _never_further(core, known, past_cdeg, rise_cdps2):
    """Where `known` holds of what is allowed, the true angle and its rate, the table stays within past_cdeg."""
    true, rate = z3.Reals("true rate")
    allowed, sample = _Allowed(core), _Sampled(core, past_cdeg, rise_cdps2)

    def held(of, true, rate):
        stays = furthest(true, rate, rise_cdps2) <= of.limit + past_cdeg
        return if_then(all_of(rate >= 0, known(of, true, rate)), stays)

    sample.breaks = z3.And(sample.near, z3.Not(held(sample, z3.ToReal(sample.true), z3.ToReal(sample.rate))))
    core.sample = sample
    return [*allowed.claims, held(allowed, true, rate)]


def _known_by_tilt(error_cdeg):
    """The tilt sensor is within its errors; nothing is known of the position sensor."""

    def known(of, true, rate):
        close = _near(of.tilt, true, error_cdeg)
        return z3.And(close, _near(of.measured, rate, world.RATE_ERROR_CDPS), of.by_tilt)

    return known


def _known_by_both(of, true, rate):
    """Both are within their errors, the tilt sensor's mount within what the calibration accepts."""
    low = true - rate * world.POSITION_LAG_S - world.POSITION_ERROR_CDEG
    tilt = _known_by_tilt(world.TILT_ERROR_CDEG + world.MOUNT_ERROR_CDEG)(of, true, rate)
    return z3.And(tilt, of.position >= low, of.by_both)


def _known_by_position(error_cdeg, late_cdps):
    """Nothing is known of the tilt sensor; the position sensor is within this error, its rate within this lateness."""

    def known(of, true, rate):
        seen = z3.If(of.followed > 0, of.followed, 0)
        low = true - rate * world.POSITION_LAG_S - error_cdeg
        return z3.And(rate <= seen + late_cdps, of.position >= low, of.by_position)

    return known


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
    """With both senses within their errors, and the tilt sensor's mount exact, the true angle never passes the limit by
    more than {limit.WELL_CDEG}."""
    return _never_further(core, _known_by_tilt(world.TILT_ERROR_CDEG), world.WELL_CDEG, world.RISE_CDPS2)


@theorem(
    mistake("the position sensor is not asked", ENVELOPE, " and obs.pos_cdeg + alone_cdeg < limit_cdeg", ""),
    mistake("it may read half a degree more", ENVELOPE, "+ alone_cdeg < limit_cdeg", "+ alone_cdeg < limit_cdeg + 50"),
    about=REAL,
)
def limit_holds_as_it_is_calibrated(core):
    """With both senses within their errors, and the tilt sensor's mount off by as much as the calibration accepts,
    {limit.MOUNT_ERROR_CDEG}, the true angle never passes the limit by more than {limit.MOUNTED_CDEG}."""
    return _never_further(core, _known_by_both, world.MOUNTED_CDEG, world.RISE_CDPS2)


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
    """Whatever the position sensor says, with the tilt sensor within its error, and its mount off by as much as the
    calibration accepts, {limit.MOUNT_ERROR_CDEG}, the true angle never passes the limit by more than
    {limit.ONE_WRONG_CDEG}."""
    error_cdeg = world.TILT_ERROR_CDEG + world.MOUNT_ERROR_CDEG
    return _never_further(core, _known_by_tilt(error_cdeg), world.ONE_WRONG_CDEG, world.RISE_CDPS2)


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
    lateness of its rate, the true angle never passes the limit by more than {limit.ONE_WRONG_CDEG}."""
    known = _known_by_position(world.POSITION_ERROR_CDEG, world.POSITION_RATE_LATE_CDPS)
    return _never_further(core, known, world.ONE_WRONG_CDEG, world.WRONG_RISE_CDPS2)


@theorem(
    mistake("it may read half a degree more", ENVELOPE, "+ alone_cdeg < limit_cdeg", "+ alone_cdeg < limit_cdeg + 50"),
    about=REAL,
)
def limit_holds_with_the_tilt_sensor_wrong_and_the_position_noisy(core):
    """Whatever the tilt sensor says, and with as much noise of the motor in the position sensor as a healthy table may
    have, {limit.NOISY_PERCENT}, the true angle never passes the limit by more than {limit.NOISY_CDEG}."""
    known = _known_by_position(world.NOISY_ERROR_CDEG, world.NOISY_RATE_LATE_CDPS)
    return _never_further(core, known, world.NOISY_CDEG, world.WRONG_RISE_CDPS2)
