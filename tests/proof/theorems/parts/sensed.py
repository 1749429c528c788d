"""What the sensors make of buses and pins: the ranges that the core is given, whatever converter and chips say."""

import ast

import z3

from firmware.drivers.lsm6dsox import Lsm6dsox
from firmware.drivers.mpu6050 import Mpu6050
from tests.proof.domains import GIVEN, TICKS, TRUTH, OneOf, Whole
from tests.proof.registry import PART, mistake, theorem
from tests.proof.say import all_of, any_of, choose, if_then, is_not
from tests.proof.theorems.parts.control import _STEADY, _TRACKED
from tests.proof.theorems.parts.part import Part
from tests.proof.translator.values import Foreign, Thing

SENSORS, TILT, ANGLE = "firmware/control/sensors.py", "firmware/control/tilt.py", "firmware/control/angle.py"
LINKAGE, ANALOG = "firmware/control/linkage.py", "firmware/drivers/analog.py"

_SHORT = Whole(-32768, 32767)
_HALF_TURN = 18000 * 8000
_BIAS_MOST = 16000 << 12
_TILT = {
    "inv_cdeg": Whole(-18000, 18000),
    "rate_cdps": Whole(-31000, 31000),
    "_angle": Whole(-_HALF_TURN, _HALF_TURN),
    "_bias": Whole(-_BIAS_MOST, _BIAS_MOST),
    "_settling": Whole(0, 10),
}
_TURN = Whole(-229376, 229376)
_COUNT = Whole(0, 65535)
_NUMBERS = (
    "imu_ms",
    "inv_cdeg",
    "rate_cdps",
    "pos_cdeg",
    "pos_rate_cdps",
    "current_ma",
    "supply_mv",
    "battery_mv",
    "keys",
)
_TRUTHS = (
    "pos_ok",
    "mains",
    "contactor_closed",
    "supplied",
    "stop",
    "stop_short",
    "down",
    "up",
    "ok",
    "locks_closed",
    "upright_switch",
    "at_upright",
    "at_level",
)
_HERE = ast.parse("update").body[0]
_ANY_ANGLE = Whole(-18000, 18000)
_PLACES = Whole(-7569, 9569)


def _any(part, domain):
    """A rule of something that gives any number of a domain, and another one each time."""
    return lambda _machine, _state, _arguments: part.fresh(domain)


@theorem(
    mistake("the octant is not mirrored", ANGLE, "angle_cdeg = 18000 - angle_cdeg", "angle_cdeg = 18000 + angle_cdeg"),
    mistake("twice as many entries are asked for", ANGLE, "i = ratio >> 6", "i = ratio >> 5"),
    about=PART,
)
def an_angle_is_within_a_circle(core):
    """Of any acceleration of two axes the angle is one of the circle's, each entry of the table that is asked for
    exists, and every number is a Pico's small integer."""
    part = Part(core)
    y, x = part.value("y", Whole(-32768, 32768)), part.value("x", _SHORT)
    angle = part.run("firmware.control.angle", "atan2_cdeg", y, x)
    return [all_of(angle >= _ANY_ANGLE.low, angle <= _ANY_ANGLE.high), *part.small()]


@theorem(
    mistake(
        "the angle leaves its circle",
        TILT,
        "            angle -= _FULL_TURN\n        elif angle",
        "            angle -= 0\n        elif angle",
    ),
    mistake(
        "the bias has no bound",
        TILT,
        "self._bias = max(-_BIAS_MOST, min(_BIAS_MOST, self._bias - (error >> _BIAS_SHIFT)))",
        "self._bias -= error >> _BIAS_SHIFT",
    ),
    mistake("it learns from any turn", TILT, "turn = max(-_BIAS_MOST_TURN, min(_BIAS_MOST_TURN, turn))", "turn += 0"),
    about=PART,
)
def the_tilt_keeps_its_range(core):
    """Whatever the chip says, angle and rate of the estimate, its bias and all numbers on the way keep their ranges:
    one sample after another, at rest and in motion."""
    part = Part(core)
    part.machine.instead["atan2_cdeg"] = _any(part, _ANY_ANGLE)
    part.make("tilt", "firmware.control.tilt", "Tilt", _TILT)
    accel = part.state.new_list(list, [part.value(f"accel.{axis}", _SHORT) for axis in range(3)])
    turn, ms = part.value("turn", _TURN), part.value("dt_ms", OneOf(tuple(range(1, 101))))
    _, after = part.call("tilt", "update", accel, turn, ms)
    _, rested = part.call("tilt", "rest", turn)
    _, anew = part.call("tilt", "begin_anew")
    return [*(part.keeps(state, "tilt") for state in (after, rested, anew)), *part.small()]


class _Bus:
    """The tilt sensor's driver, and what the HAL gives: any numbers of their width, or an error."""

    def __init__(self, part):
        self.part = part
        state = part.state
        self.imu = Thing(type("Imu", (), {"read": Foreign(self._sample, True), "start": Foreign(_any(part, TRUTH))}))
        for axes in ("accel_raw", "gyro_raw"):
            state.set(self.imu, axes, state.new_list(list, [part.fresh(_SHORT) for _ in range(3)]))
        chips = (Lsm6dsox, Mpu6050)
        state.set(self.imu, "accel_ug", part.value("accel_ug", OneOf(tuple(one.ACCEL_UG_PER_COUNT for one in chips))))
        scales = OneOf(tuple(one.GYRO_EIGHTH_CDPS_PER_1024 for one in chips))
        state.set(self.imu, "gyro_scale", part.value("gyro_scale", scales))
        self.raw = state.new_list(list, [part.fresh(_COUNT) for _ in range(4)])
        self.board = Thing(type("Board", (), {}))
        adc = Thing(type("Adc", (), {"read_into": Foreign(self._convert, True)}))
        inputs = Thing(type("Inputs", (), {"bits": Foreign(_any(part, Whole(0, 4095)))}))
        state.set(self.board, "adc", adc)
        state.set(self.board, "inputs", inputs)

    def _sample(self, _machine, state, _arguments):
        for axes in ("accel_raw", "gyro_raw"):
            for axis in range(3):
                state.set(state.get(self.imu, axes), axis, self.part.fresh(_SHORT))
        self.is_new = self.part.fresh(TRUTH)
        return self.is_new

    def _convert(self, _machine, state, _arguments):
        for channel in range(4):
            state.set(self.raw, channel, self.part.fresh(_COUNT))


class _Read(Part):
    """One reading of everything, with sensors in any state. Tilt and linkage give what theorems of their own say."""

    def __init__(self, core):
        super().__init__(core)
        self.bus = bus = _Bus(self)
        self.make("obs", "firmware.tick_data", "Observation", {n: GIVEN[f"obs.{n}"] for n in _NUMBERS})
        obs, state = self.made["obs"][0], self.state
        for name, domain in (("accel_mg", GIVEN["obs.accel_mg"]), ("gyro_raw", GIVEN["obs.gyro_raw"])):
            state.set(obs, name, state.new_list(list, [self.value(f"obs.{name}.{n}", domain) for n in range(3)]))
        for name in _TRUTHS:
            state.set(obs, name, self.value(f"obs.{name}", TRUTH))
        kept = {**_STEADY, **_TRACKED, "_tried_ms": TICKS, "_open_ticks": Whole(0, 10), "bits": Whole(0, 4095)}
        sensors = self.make("sensors", "firmware.control.sensors", "Sensors", kept)
        tilt = self.make("tilt", "firmware.control.tilt", "Tilt", _TILT)
        for name, thing in (
            ("_board", bus.board),
            ("_imu", bus.imu),
            ("_obs", obs),
            ("_adc", bus.raw),
            ("_tilt", tilt),
        ):
            state.set(sensors, name, thing)
        self.machine.instead |= {
            "position_cdeg": _any(self, _PLACES), "Tilt.update": self._updated, "Tilt.rest": self._rested,
        }  # fmt: skip
        was = self.seen("sensors")
        self.core.assumed.append(self.seen("obs").pos_cdeg == was._place / 64)
        self.now = self.value("now_ms", TICKS)
        _, self.after = self.call("sensors", "read", self.now)

    def _updated(self, machine, state, arguments):
        tilt, _, turn, ms = arguments
        machine.need(all_of(turn >= _TURN.low, turn <= _TURN.high, ms >= 1, ms <= 100), _HERE)
        for field, domain in _TILT.items():
            state.set(tilt, field, self.fresh(domain))

    def _rested(self, machine, state, arguments):
        tilt, turn = arguments
        machine.need(all_of(turn >= _TURN.low, turn <= _TURN.high), _HERE)
        state.set(tilt, "_bias", self.fresh(_TILT["_bias"]))


@theorem(
    mistake(
        "an acceleration is not scaled",
        SENSORS,
        "imu.accel_raw[axis] * imu.accel_ug // 1000",
        "imu.accel_raw[axis] * imu.accel_ug",
    ),
    mistake("after a gap the whole of it counts", SENSORS, "max(1, min(_LONGEST_STEP_MS, age_ms))", "max(1, age_ms)"),
    mistake(
        "a sensor that is lost keeps its word",
        SENSORS,
        "        except OSError:\n            obs.pos_ok = False",
        "        except OSError:\n            obs.ok = False",
    ),
    mistake("full scale is twice as much", ANALOG, "return raw * 625 >> 11", "return raw * 625 >> 10"),
    about=PART,
)
def what_is_read_is_within_its_range(core):
    """Whatever converter, chip and pins say, and whether they answer or not, each number that the core is given is
    within the range that its theorems count on, and so is all that is kept; every number is a Pico's small integer, and
    nothing is used that was not read."""
    one = _Read(core)
    obs = one.after("obs")
    lists = [
        all_of(*(all_of(value >= domain.low, value <= domain.high) for value in (seen[0], seen[1], seen[2])))
        for seen, domain in ((obs.accel_mg, GIVEN["obs.accel_mg"]), (obs.gyro_raw, GIVEN["obs.gyro_raw"]))
    ]
    kept = [one.keeps(one.after, name) for name in ("obs", "sensors", "tilt")]
    follows = if_then(obs.pos_ok, obs.pos_cdeg == one.after("sensors")._place / 64)
    return [*lists, *kept, follows, *one.small()]


@theorem(
    mistake(
        "it is told to be new",
        SENSORS,
        "        if not fresh:\n",
        "        obs.imu_ms = now_ms\n        if not fresh:\n",
    ),
    mistake(
        "a lock is enough",
        SENSORS,
        "obs.locks_closed = bits & inputs.BOTH_LOCKS == inputs.BOTH_LOCKS",
        "obs.locks_closed = bits & inputs.BOTH_LOCKS != 0",
    ),
    mistake(
        "a loop that is cut is no STOP",
        SENSORS,
        "obs.stop = not bits & inputs.STOP_CLOSED",
        "obs.stop = bits & inputs.STOP_SHORT != 0",
    ),
    mistake(
        "the switch alone is believed", SENSORS, "near = obs.upright_switch and min", "near = obs.upright_switch or min"
    ),
    about=PART,
)
def what_was_not_read_is_not_told(core):
    """A sample that did not come keeps its old time, angle and rate; a converter that did not answer is no place; STOP
    counts as pressed unless its loop is seen closed; both locks count only when both are seen closed; and upright is a
    switch and a sense that agrees, or both senses."""
    one = _Read(core)
    obs, was, bits = one.after("obs"), one.seen("obs"), one.after("sensors").bits
    # The chip is asked first, the converter behind it.
    chip_fails, converter_fails = z3.Bool("fails 1"), z3.Bool("fails 2")
    sampled = all_of(one.bus.is_new, is_not(chip_fails))
    old = all_of(obs.imu_ms == was.imu_ms, obs.inv_cdeg == was.inv_cdeg, obs.rate_cdps == was.rate_cdps)
    aged = choose(sampled, obs.imu_ms == one.now, old)
    place = if_then(obs.pos_ok, is_not(converter_fails))
    stop = obs.stop == (bits % 2 == 0)
    locks = obs.locks_closed == (bits / 32 % 4 == 3)
    senses = (obs.inv_cdeg, obs.pos_cdeg)
    believed = any_of(
        all_of(obs.upright_switch, any_of(*(one_ < -6500 for one_ in senses))),
        all_of(*(one_ < -7090 for one_ in senses)),
    )
    return [aged, place, stop, locks, obs.at_upright == believed]
