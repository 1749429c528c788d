"""Wrong supervisors and drivers: each a small change to the firmware, and the situation that must find it out.

Where control alone would hide a wrong supervisor, control is made reckless as well: the supervisor must not need it.
"""

from collections.abc import Callable
from typing import NamedTuple

from firmware import executive, housekeeping, states, status
from firmware.control import request, session
from firmware.drivers import lsm6dsox, mpu6050, ssd1306
from firmware.safety import checks, core, faults

# Sets an attribute for the length of one run: monkeypatch.setattr.
Set = Callable[[object, str, object], None]
Change = Callable[[Set], None]


class Seed(NamedTuple):
    """caught_by: words in what the situation finds, which tell how it was found."""

    name: str
    situation: str
    caught_by: str
    changes: tuple[Change, ...]


def ignoring(*codes: int) -> Change:
    """The check of these faults is gone."""

    def change(set_: Set) -> None:
        judge = checks.Checks._judge

        def forgetful(self, now_ms, code, cause):
            judge(self, now_ms, code, cause and code not in codes)

        set_(checks.Checks, "_judge", forgetful)

    return change


def pushing(permille: int, since: int = states.LOCKED + 1) -> Change:
    """Reckless control: in every state from this one on it wants the contactor and this drive.

    But for the half second in which the current sense is tried, because a table that refuses there shows nothing else.
    """

    def change(set_: Set) -> None:
        make = request.Requester.make

        def reckless(self, session, obs, last):
            make(self, session, obs, last)
            trying = obs.at_upright and session.state == states.INVERTING and not self._check.passed
            if session.state >= since and not trying:
                self.request.drive_permille = permille
                self.request.contactor = True

        set_(request.Requester, "make", reckless)

    return change


def _swap(owner: object, name: str, new: object) -> Change:
    return lambda set_: set_(owner, name, new)


def _wider_limit(set_: Set) -> None:
    room_left = core.room_left
    set_(core, "room_left", lambda limit_cdeg, obs: room_left(limit_cdeg + 100, obs))


def _without(*conditions: str) -> Change:
    """Head-down motion is judged as if these parts of the observation were in order."""

    def change(set_: Set) -> None:
        may_go_down = core.Supervisor._may_go_down

        def careless(self, obs, response):
            before = [getattr(obs, name) for name in conditions]
            for name in conditions:
                setattr(obs, name, name in ("locks_closed", "down"))
            verdict = may_go_down(self, obs, faults.NONE if "stop" not in conditions else response)
            for name, value in zip(conditions, before, strict=True):
                setattr(obs, name, value)
            return verdict

        set_(core.Supervisor, "_may_go_down", careless)

    return change


def _deaf_to_responses(set_: Set) -> None:
    may_go_down = core.Supervisor._may_go_down
    set_(core.Supervisor, "_may_go_down", lambda self, obs, response: may_go_down(self, obs, faults.NONE))


def _sign_flipped(set_: Set) -> None:
    allow = core.Supervisor._allow
    set_(
        core.Supervisor,
        "_allow",
        lambda self, obs, drive, response: drive if drive > 0 else allow(self, obs, drive, response),
    )


def _quiet(set_: Set) -> None:
    step = core.Supervisor.step

    def quiet(self, now_ms, obs, request):
        verdict = step(self, now_ms, obs, request)
        verdict.alarm = False
        return verdict

    set_(core.Supervisor, "step", quiet)


def _keeps_contactor(set_: Set) -> None:
    step = core.Supervisor.step

    def keeping(self, now_ms, obs, request):
        verdict = step(self, now_ms, obs, request)
        verdict.contactor = request.contactor
        return verdict

    set_(core.Supervisor, "step", keeping)


def _nameless(set_: Set) -> None:
    update = status.Status.update

    def nameless(self, *said):
        update(self, *said)
        self.fault = 0

    set_(status.Status, "update", nameless)


def _flipped_bit(set_: Set) -> None:
    """A bit of the limit flips in memory on the way down: not the supervisor's fault, but its business."""
    step = core.Supervisor.step

    def disturbed(self, now_ms, obs, request):
        if obs.inv_cdeg > 500 and self.limits.limit_cdeg == 2500:
            self.limits.limit_cdeg ^= 1 << 12
        return step(self, now_ms, obs, request)

    set_(core.Supervisor, "step", disturbed)


def _step_fails(set_: Set) -> None:
    """The step meets an error of its own from 10 degrees on."""
    look = checks.Checks.look

    def failing(self, now_ms, obs, *rest):
        if obs.inv_cdeg > 1000:
            raise RuntimeError("a check failed")
        look(self, now_ms, obs, *rest)

    set_(checks.Checks, "look", failing)


def _carries_on(set_: Set) -> None:
    """Whatever the step raises, the last verdict is applied, kicked and fed."""
    tick = executive.Executive.tick

    def carrying_on(self, now_ms):
        try:
            tick(self, now_ms)
        except Exception:  # noqa: BLE001 - that is what is wrong with it
            self._gate.apply(self._supervisor.verdict)
            self._board.watchdog.feed()

    set_(executive.Executive, "tick", carrying_on)


def _fed_first(set_: Set) -> None:
    """The watchdog is fed before the step, and an error of the gate ends no more than the tick."""
    tick = executive.Executive.tick

    def fed_first(self, now_ms):
        self._board.watchdog.feed()
        try:
            tick(self, now_ms)
        except Exception:  # noqa: BLE001 - that is what is wrong with it
            return

    set_(executive.Executive, "tick", fed_first)


def _stop_not_held(set_: Set) -> None:
    set_(core.Supervisor, "_hold_on_stop", lambda self, *_: None)


def _stop_blocks_all(set_: Set) -> None:
    allow = core.Supervisor._allow
    set_(
        core.Supervisor,
        "_allow",
        lambda self, obs, drive, response: 0 if obs.stop else allow(self, obs, drive, response),
    )


def _plain_clock(set_: Set) -> None:
    for module in (checks, core, session, executive, housekeeping):
        if hasattr(module, "elapsed_ms"):
            set_(module, "elapsed_ms", lambda now_ms, since_ms: now_ms - since_ms)


SEEDS = (
    Seed("limit one degree too far", "h02_full_rate_to_the_limit", "OVER_LIMIT", (_wider_limit, pushing(650))),
    Seed(
        "limit not looked at",
        "h02_full_rate_to_the_limit",
        "OVER_LIMIT",
        (_swap(core, "room_left", lambda *_: True), pushing(650)),
    ),
    Seed("head-down taken for head-up", "h02_full_rate_to_the_limit", "invariant", (_sign_flipped, pushing(650))),
    Seed(
        "DOWN not needed",
        "h28_no_profile",
        "invariant",
        (_swap(core.Supervisor, "_may_go_down", lambda *_: True), pushing(650, states.BOOT)),
    ),
    Seed(
        "locks not looked at",
        "h23_lock_opens_head_down",
        "invariant head-down",
        (_without("locks_closed"), pushing(650)),
    ),
    Seed("DOWN let go not seen", "h37_push_at_0", "invariant head-down", (_without("down"), pushing(650))),
    Seed(
        "STOP ignored",
        "h49_stop_head_down_then_up",
        "invariant head-down",
        (_stop_not_held, _without("stop"), pushing(650)),
    ),
    Seed("STOP not held", "h49_stop_on_the_way_back", "invariant stop", (_stop_not_held,)),
    Seed("STOP disables UP", "h49_stop_head_down_then_up", "ends between", (_stop_blocks_all,)),
    Seed("head-down allowed in RETURN", "h15_mains_lost_at_45", "never above 46", (_deaf_to_responses, pushing(650))),
    Seed("session time ignored", "h04_session_time_is_over", "fault SESSION_TIME", (ignoring(faults.SESSION_TIME),)),
    Seed("silence ignored", "h05_faints_head_down", "fault SILENT", (ignoring(faults.SILENT),)),
    Seed(
        "complement of the limits unchecked",
        "h02_full_rate_to_the_limit",
        "invariant limit",
        (_flipped_bit, ignoring(faults.LIMITS_CORRUPT)),
    ),
    Seed("stale tilt sensor ignored", "h07_never_answers_again", "fault IMU_STALE", (ignoring(faults.IMU_STALE),)),
    Seed(
        "frozen tilt sensor ignored",
        "h06_imu_frozen_while_going_down",
        "fault IMU_FROZEN",
        (ignoring(faults.IMU_FROZEN),),
    ),
    Seed(
        "disagreement ignored",
        "h08_comes_loose_head_down",
        "fault SENSES_DISAGREE",
        (ignoring(faults.SENSES_DISAGREE),),
    ),
    Seed("contactor not compared", "h12_contactor_welded_at_boot", "fault CONTACTOR", (ignoring(faults.CONTACTOR),)),
    Seed(
        "motion without a command ignored",
        "h01_driver_stuck_on_while_holding",
        "fault UNCOMMANDED",
        (ignoring(faults.UNCOMMANDED),),
    ),
    Seed("stall ignored", "h13_motor_wire_off", "fault STALL", (ignoring(faults.STALL),)),
    Seed("wrong way ignored", "h14_motor_reversed_head_down", "response CUT", (ignoring(faults.WRONG_WAY),)),
    Seed("speed ignored", "h02_full_rate_to_the_limit", "invariant rate", (ignoring(faults.OVERSPEED), pushing(1000))),
    Seed("open ankle lock ignored", "h23_lock_opens_head_down", "fault ANKLE_OPEN", (ignoring(faults.ANKLE_OPEN),)),
    Seed("obstruction ignored", "h43_something_below", "fault OBSTRUCTED", (ignoring(faults.OBSTRUCTED),)),
    Seed("mains not looked at", "h15_mains_lost_at_20", "fault MAINS_LOST", (ignoring(faults.MAINS_LOST),)),
    Seed(
        "battery not looked at", "h16_battery_flat_at_the_start", "fault BATTERY_LOW", (ignoring(faults.BATTERY_LOW),)
    ),
    Seed("recovery forgotten", "h17_switched_on_at_minus_40", "fault RECOVERED", (ignoring(faults.RECOVERED),)),
    Seed("long tick ignored", "h38_loop_stalls_200_ms", "fault OVERRUN", (ignoring(faults.OVERRUN),)),
    Seed("floor not looked at", "h46_floor_leans", "fault TIPPED", (ignoring(faults.TIPPED),)),
    Seed("latch lost", "h07_hundred_reads_fail", "", (_swap(faults, "LATCH", bytes(faults.COUNT)),)),
    Seed(
        "creep as fast as it likes",
        "h06_imu_frozen_on_the_way_back",
        "invariant creep",
        (_swap(core, "CREEP_CDPS", 9000), _swap(core, "CREEP_PERMILLE", 1000), pushing(-1000, states.FAULT)),
    ),
    Seed("CUT leaves the contactor closed", "h01_driver_stuck_on_while_holding", "contactor open", (_keeps_contactor,)),
    Seed("no alarm", "h23_lock_opens_head_down", "invariant silent", (_quiet,)),
    Seed("fault not reported", "h23_lock_opens_head_down", "invariant nameless", (_nameless,)),
    Seed("old verdict applied when the step fails", "h35_error_in_inputs", "", (_step_fails, _carries_on)),
    Seed("fed before the step", "h35_error_in_outputs", "restarted", (_fed_first,)),
    Seed("ticks compared without their wrap", "h05_faints_head_down", "", (_plain_clock,)),
    Seed(
        "LSM6DSOX: rate of the gyro written beside its register",
        "h06_sensor_noise_at_its_worst",
        "IMU_STALE",
        (_swap(lsm6dsox, "_CTRL2_G", 0x21),),
    ),
    Seed(
        "MPU-6050: status read from the register before",
        "h06_mpu6050_at_its_worst",
        "IMU_STALE",
        (_swap(mpu6050, "_INT_STATUS", 0x39),),
    ),
    Seed(
        "MPU-6050: left asleep",
        "h06_mpu6050_at_its_worst",
        "IMU_STALE",
        (_swap(mpu6050, "_AWAKE", b"\x40\x00"),),
    ),
    Seed(
        "MPU-6050: scales of the two senses exchanged",
        "h06_mpu6050_at_its_worst",
        "IMU_IMPLAUSIBLE",
        (_swap(mpu6050, "_RATE_FILTER_SCALES", b"\x07\x03\x08\x00"),),
    ),
    Seed(
        "SSD1306: dots sent as commands",
        "h24_nobody_confirms",
        "SSD1306",
        (_swap(ssd1306, "_DATA", 0x00),),
    ),
    Seed(
        "SSD1306: rows not turned round",
        "h24_nobody_confirms",
        "the panel shows",
        (_swap(ssd1306, "_SETTINGS", ssd1306._SETTINGS.replace(b"\xc8", b"\xc0")),),
    ),
)

# Control as wrong as it can be, under a sound supervisor: the invariants must hold.
RECKLESS = (
    ("pushes down", (pushing(1000),)),
    ("pulls up", (pushing(-1000),)),
    ("flips a bit of the limit", (_flipped_bit,)),
    ("has a step that fails", (_step_fails,)),
)
