"""Parts of control: what they ask for stays in range, and none of their numbers leaves a Pico's small integers."""

from firmware.control import motion, session
from firmware.safety.checks import COUNT_MOST
from tests.proof.domains import GIVEN, TICKS, TRUTH, OneOf, Whole
from tests.proof.registry import PART, mistake, theorem
from tests.proof.say import all_of, any_of, choose, if_then
from tests.proof.theorems.parts.part import Part, started

MOTION, BRIDGE = "firmware/control/motion.py", "firmware/control/bridge_check.py"
BUDGET, TALLY, BUTTONS = "firmware/control/budget.py", "firmware/control/tally.py", "firmware/control/buttons.py"
SENSORS = "firmware/control/sensors.py"

_MOTION = {
    "_rate_cdps": Whole(0, session.RETURN_CDPS),
    "_integral": Whole(-motion._INTEGRAL_MOST, motion._INTEGRAL_MOST),
    "_sign": OneOf((0, 1, -1)),
    "_permille": Whole(0, 1000),
    "arrived": TRUTH,
}
_CAPS = (session.INVERT_CDPS, session._RAISE_CDPS, session._FAULT_CDPS, session.RETURN_CDPS)


@theorem(
    mistake("it grows as fast as the gyro makes it", MOTION, " if sign > 0 else 1000", " if sign < 0 else 1000"),
    mistake(
        "a drive is remembered from before a stop",
        MOTION,
        "        self._sign = 0\n        self._permille = 0\n\n    def drive",
        "        self._sign = 0\n\n    def drive",
    ),
    about=PART,
)
def a_drive_down_grows_slowly(core):
    """Head-down, whatever the gyro says, motion asks for no more than {motion._GROWTH_PERMILLE} more than in the tick
    before, and begins from nothing: after a stop, after the other direction, and where it has arrived."""
    part = Part(core)
    part.make("motion", "firmware.control.motion", "Motion", _MOTION)
    seen = part.seen("motion")
    gap = part.value("gap_cdeg", Whole(-30000, 30000))
    rate, cap = part.value("rate_cdps", GIVEN["obs.rate_cdps"]), part.value("cap_cdps", OneOf(_CAPS))
    drive, after = part.call("motion", "drive", gap, rate, cap, part.value("easy", TRUTH))
    from_permille = choose(seen._sign == 1, seen._permille, 0)
    _, stopped = part.call("motion", "stop")
    kept = after("motion")._permille == choose(drive > 0, drive, -drive)
    return [if_then(gap > 0, drive <= from_permille + 16), kept, stopped("motion")._permille == 0]


@theorem(
    mistake("it never arrives", MOTION, "gap_cdeg <= _ARRIVED_CDEG", "gap_cdeg < -_ARRIVED_CDEG"),
    mistake("the drive has no bound", MOTION, "max(0, min(most, permille))", "max(0, permille)"),
    mistake("it brakes by driving the other way", MOTION, "max(0, min(most, permille))", "min(most, permille)"),
    mistake(
        "the integral has no end",
        MOTION,
        "self._integral = max(-_INTEGRAL_MOST, min(_INTEGRAL_MOST, grown))",
        "self._integral = grown",
    ),
    about=PART,
)
def motion_asks_within_its_range(core):
    """Whatever the sensors say, motion asks for no more than full drive, only towards its target, and for nothing
    within {motion._ARRIVED_CDEG} of it; its ramp and its integral keep their bounds, and every number is a Pico's small
    integer."""
    part = Part(core)
    part.make("motion", "firmware.control.motion", "Motion", _MOTION)
    gap = part.value("gap_cdeg", Whole(-30000, 30000))
    rate, cap = part.value("rate_cdps", GIVEN["obs.rate_cdps"]), part.value("cap_cdps", OneOf(_CAPS))
    drive, after = part.call("motion", "drive", gap, rate, cap, part.value("easy", TRUTH))
    towards = choose(gap > 0, all_of(drive >= 0, drive <= 1000), all_of(drive <= 0, drive >= -1000))
    there = if_then(all_of(gap >= -8, gap <= 8), drive == 0)
    return [
        towards, there, part.keeps(after, "motion"),
        started(part, "firmware.control.motion", "Motion", _MOTION), *part.small()
    ]  # fmt: skip


@theorem(
    mistake(
        "it speeds up to its target", MOTION, "            wanted -= _STEP_CDPS", "            wanted += _STEP_CDPS"
    ),
    mistake(
        "it brakes twice as late",
        MOTION,
        "wanted * wanted // (2 * _ACCEL_CDPS2)",
        "wanted * wanted // (4 * _ACCEL_CDPS2)",
    ),
    about=PART,
)
def motion_slows_down_for_its_target(core):
    """Where braking at {motion._ACCEL_CDPS2} from the rate that was asked for takes all of the way that is left, the
    rate that is asked for falls by {motion._STEP_CDPS} in each tick, down to the slowest."""
    part = Part(core)
    part.make("motion", "firmware.control.motion", "Motion", _MOTION)
    seen = part.seen("motion")
    gap = part.value("gap_cdeg", Whole(-30000, 30000))
    rate, cap = part.value("rate_cdps", GIVEN["obs.rate_cdps"]), part.value("cap_cdps", OneOf(_CAPS))
    _, after = part.call("motion", "drive", gap, rate, cap, part.value("easy", TRUTH))
    asked, left = seen._rate_cdps, after("motion")._rate_cdps
    way = choose(gap > 0, gap, -gap)
    same_way = seen._sign == choose(gap > 0, 1, -1)
    needed = asked * asked / 300 + asked * 60 / 1000
    return if_then(all_of(same_way, needed >= way), left <= choose(asked > 28, asked - 3, 25))


_BRIDGE = {"passed": TRUTH, "failed": TRUTH, "_tick": Whole(0, 24), "_sum_ma": Whole(0, 80_000),
           "_zero_ma": Whole(0, 20_000)}  # fmt: skip


def summed(check):
    """What the check of the bridge keeps from tick to tick: it has ended, or summed no more than it measured."""
    return any_of(
        check.passed, check.failed,
        *(all_of(check._tick == 8 * phase + tick, check._sum_ma <= 20_000 * max(0, tick - 4))
          for phase in range(3) for tick in range(8)),
    )  # fmt: skip


@theorem(
    mistake("it is tried with a drive that turns the screw", BRIDGE, "_TRIED_PERMILLE = 80", "_TRIED_PERMILLE = 300"),
    mistake(
        "the sum is kept", BRIDGE, "            self._sum_ma = 0\n            phase += 1", "            phase += 1"
    ),
    about=PART,
)
def the_bridge_is_tried_without_turning(core):
    """The check of the current sense asks for {safety.PROBE_PERMILLE} of the drive at most, ends after three times
    {bridge_check._TICKS}, and stays within a Pico's small integers."""
    part = Part(core)
    part.make("check", "firmware.control.bridge_check", "BridgeCheck", _BRIDGE)
    part.make("obs", "firmware.tick_data", "Observation", {n: GIVEN[f"obs.{n}"] for n in ("current_ma", "supply_mv")})
    core.assumed.append(summed(part.seen("check")))
    drive, after = part.call("check", "step", part.made["obs"][0])
    small = all_of(drive >= -100, drive <= 100)
    return [small, part.keeps(after, "check"), summed(after("check")), *part.small()]


_BUDGET = {"_last_ms": TICKS, "_run_ms": Whole(0, COUNT_MOST)}


@theorem(
    mistake("it grows without an end", BUDGET, "min(COUNT_MOST, self._run_ms + passed_ms * REST_PER_RUN)",
            "self._run_ms + passed_ms * REST_PER_RUN"),
    about=PART,
)  # fmt: skip
def the_budget_has_an_end(core):
    """Control's own count of motor time has an end, and works within a Pico's small integers."""
    part = Part(core)
    part.make("budget", "firmware.control.budget", "Budget", _BUDGET)
    now = part.value("now_ms", TICKS)
    _, after = part.call("budget", "step", now, part.value("drive_permille", GIVEN["request.drive_permille"]))
    part.call("budget", "covers", part.value("limit_cdeg", Whole(0, 9000)))
    return [
        part.keeps(after, "budget"),
        started(part, "firmware.control.budget", "Budget", _BUDGET, now),
        *part.small(),
    ]


_TALLY = {"goal_cdeg": Whole(0, 9000), "near_ms": Whole(0, COUNT_MOST), "_last_ms": TICKS, "away": TRUTH,
          "_cut_short": TRUTH, "_prompted": TRUTH}  # fmt: skip


@theorem(
    mistake("it grows without an end", TALLY, "min(COUNT_MOST, self.near_ms + passed_ms)", "self.near_ms + passed_ms"),
    about=PART,
)
def the_tally_has_an_end(core):
    """The time that a session was as low as its step goes has an end, and is counted in small integers."""
    part = Part(core)
    part.make("tally", "firmware.control.tally", "Tally", _TALLY)
    part.make("obs", "firmware.tick_data", "Observation",
              {n: GIVEN[f"obs.{n}"] for n in ("inv_cdeg", "at_upright", "stop")})  # fmt: skip
    part.make("verdict", "firmware.tick_data", "Verdict", {"response": Whole(0, 5), "alarm": TRUTH})
    active = part.state.new_list(bytearray, [part.value(f"active.{n}", OneOf((1, 0))) for n in range(32)])
    now, (obs, verdict) = part.value("now_ms", TICKS), (part.made[n][0] for n in ("obs", "verdict"))
    _, after = part.call("tally", "step", now, obs, verdict, active)
    return [part.keeps(after, "tally"), started(part, "firmware.control.tally", "Tally", _TALLY, now), *part.small()]


_BUTTONS = {"down": TRUTH, "up_pressed": TRUTH, "down_pressed": TRUTH, "_up_was": TRUTH, "_ignored": TRUTH,
            "_held_ticks": Whole(0, COUNT_MOST)}  # fmt: skip


@theorem(
    mistake("a press without an end", BUTTONS, "min(COUNT_MOST, self._held_ticks + 1)", "self._held_ticks + 1"),
    mistake("UP beside it is not seen", BUTTONS, "if bits & _MOVERS == _MOVERS:", "if bits & _MOVERS == 0:"),
    about=PART,
)
def buttons_count_within_their_range(core):
    """A button that stays down for ever is counted to an end; DOWN together with UP does not count."""
    part = Part(core)
    part.make("buttons", "firmware.control.buttons", "Buttons", _BUTTONS)
    bits = part.value("bits", Whole(0, 4095))
    _, after = part.call("buttons", "update", bits)
    alone = if_then(bits / 4 % 4 == 3, all_of(after("buttons").down == False))  # noqa: E712 - a truth of Z3
    return [part.keeps(after, "buttons"), started(part, "firmware.control.buttons", "Buttons", _BUTTONS), alone,
            *part.small()]  # fmt: skip


_STEADY = {"_raw": Whole(0, 65535), "_raw_before": Whole(0, 65535), "_leaps": Whole(0, 100),
           "_noise": Whole(0, 1000 << 6)}  # fmt: skip
_TRACKED = {"_tracked": TRUTH, "_jumps": Whole(0, COUNT_MOST), "_place": Whole(-8000 << 6, 10_000 << 6)}


@theorem(
    mistake("the noise is not forgotten", SENSORS, " - (self._noise >> _NOISE_SHIFT)", ""),
    mistake("leaps have no end", SENSORS, "max(0, min(_MOST_LEAPS, leaps))", "max(0, leaps)"),
    about=PART,
)
def the_position_is_judged_within_small_integers(core):
    """What the sensors keep of the position channel stays in its range, whatever the converter reads."""
    part = Part(core)
    part.make("sensors", "firmware.control.sensors", "Sensors", _STEADY)
    _, after = part.call("sensors", "_steady", part.value("raw", Whole(0, 65535)))
    return [part.keeps(after, "sensors"), *part.small()]


@theorem(
    mistake("jumps have no end", SENSORS, "min(COUNT_MOST, self._jumps + 1) if jumped", "self._jumps + 1 if jumped"),
    mistake("the rate is not smoothed", SENSORS, "+ _RATE_HALF) >> _RATE_SHIFT", "+ _RATE_HALF) << _RATE_SHIFT"),
    about=PART,
)
def the_position_is_followed_within_its_range(core):
    """Place and rate by the position sensor stay within the ranges that the core is given, and small integers."""
    part = Part(core)
    part.make("sensors", "firmware.control.sensors", "Sensors", _TRACKED)
    part.make("obs", "firmware.tick_data", "Observation",
              {"pos_cdeg": Whole(-8000, 10_000), "pos_rate_cdps": Whole(-4000, 4000)})  # fmt: skip
    core.assumed.append(part.seen("obs").pos_cdeg == part.seen("sensors")._place / 64)
    pos = part.value("pos_cdeg", Whole(-7569, 9569))
    _, after = part.call("sensors", "_track", pos, part.made["obs"][0])
    together = if_then(part.seen("sensors")._tracked, after("obs").pos_cdeg == after("sensors")._place / 64)
    return [part.keeps(after, "sensors"), part.keeps(after, "obs"), together, *part.small()]
