"""Wrong supervisors and drivers: each a small change to the firmware, and the situation that must find it out.

Where control alone would hide a wrong supervisor, control is made reckless as well: the supervisor must not need it.
"""

from firmware import states
from firmware.drivers import lsm6dsox, mpu6050, ssd1306
from firmware.safety import core, faults
from tests.seeded.changes import (
    Seed,
    carries_on,
    deaf_to_responses,
    fed_first,
    flipped_bit,
    ignoring,
    keeps_contactor,
    nameless,
    plain_clock,
    pushing,
    quiet,
    sign_flipped,
    step_fails,
    stop_blocks_all,
    stop_not_held,
    swap,
    wider_limit,
    without,
)

SEEDS = (
    Seed("limit one degree too far", "h02_full_rate_to_the_limit", "OVER_LIMIT", (wider_limit, pushing(650))),
    Seed(
        "limit not looked at",
        "h02_full_rate_to_the_limit",
        "OVER_LIMIT",
        (swap(core, "room_left", lambda *_: True), pushing(650)),
    ),
    Seed("head-down taken for head-up", "h02_full_rate_to_the_limit", "invariant", (sign_flipped, pushing(650))),
    Seed(
        "DOWN not needed",
        "h28_no_profile",
        "invariant",
        (swap(core.Supervisor, "_may_go_down", lambda *_: True), pushing(650, states.BOOT)),
    ),
    Seed(
        "locks not looked at",
        "h23_lock_opens_head_down",
        "invariant head-down",
        (without("locks_closed"), pushing(650)),
    ),
    Seed("DOWN let go not seen", "h37_push_at_0", "invariant head-down", (without("down"), pushing(650))),
    Seed(
        "STOP ignored",
        "h49_stop_head_down_then_up",
        "invariant head-down",
        (stop_not_held, without("stop"), pushing(650)),
    ),
    Seed("STOP not held", "h49_stop_on_the_way_back", "invariant stop", (stop_not_held,)),
    Seed("STOP disables UP", "h49_stop_head_down_then_up", "ends between", (stop_blocks_all,)),
    Seed("head-down allowed in RETURN", "h15_mains_lost_at_45", "never above 46", (deaf_to_responses, pushing(650))),
    Seed("session time ignored", "h04_session_time_is_over", "fault SESSION_TIME", (ignoring(faults.SESSION_TIME),)),
    Seed("silence ignored", "h05_faints_head_down", "fault SILENT", (ignoring(faults.SILENT),)),
    Seed(
        "complement of the limits unchecked",
        "h02_full_rate_to_the_limit",
        "invariant limit",
        (flipped_bit, ignoring(faults.LIMITS_CORRUPT)),
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
    Seed("latch lost", "h07_hundred_reads_fail", "", (swap(faults, "LATCH", bytes(faults.COUNT)),)),
    Seed(
        "creep as fast as it likes",
        "h06_imu_frozen_on_the_way_back",
        "invariant creep",
        (swap(core, "CREEP_CDPS", 9000), swap(core, "CREEP_PERMILLE", 1000), pushing(-1000, states.FAULT)),
    ),
    Seed("CUT leaves the contactor closed", "h01_driver_stuck_on_while_holding", "contactor open", (keeps_contactor,)),
    Seed("no alarm", "h23_lock_opens_head_down", "invariant silent", (quiet,)),
    Seed("fault not reported", "h23_lock_opens_head_down", "invariant nameless", (nameless,)),
    Seed("old verdict applied when the step fails", "h35_error_in_inputs", "", (step_fails, carries_on)),
    Seed("fed before the step", "h35_error_in_outputs", "restarted", (fed_first,)),
    Seed("ticks compared without their wrap", "h05_faints_head_down", "", (plain_clock,)),
    Seed(
        "LSM6DSOX: rate of the gyro written beside its register",
        "h06_sensor_noise_at_its_worst",
        "IMU_STALE",
        (swap(lsm6dsox, "_CTRL2_G", 0x21),),
    ),
    Seed(
        "MPU-6050: status read from the register before",
        "h06_mpu6050_at_its_worst",
        "IMU_STALE",
        (swap(mpu6050, "_INT_STATUS", 0x39),),
    ),
    Seed(
        "MPU-6050: left asleep",
        "h06_mpu6050_at_its_worst",
        "IMU_STALE",
        (swap(mpu6050, "_AWAKE", b"\x40\x00"),),
    ),
    Seed(
        "MPU-6050: scales of the two senses exchanged",
        "h06_mpu6050_at_its_worst",
        "IMU_IMPLAUSIBLE",
        (swap(mpu6050, "_RATE_FILTER_SCALES", b"\x07\x03\x08\x00"),),
    ),
    Seed(
        "SSD1306: dots sent as commands",
        "h24_nobody_confirms",
        "SSD1306",
        (swap(ssd1306, "_DATA", 0x00),),
    ),
    Seed(
        "SSD1306: rows not turned round",
        "h24_nobody_confirms",
        "the panel shows",
        (swap(ssd1306, "_SETTINGS", ssd1306._SETTINGS.replace(b"\xc8", b"\xc0")),),
    ),
)

# Control as wrong as it can be, under a sound supervisor: the invariants must hold.
RECKLESS = (
    ("pushes down", (pushing(1000),)),
    ("pulls up", (pushing(-1000),)),
    ("flips a bit of the limit", (flipped_bit,)),
    ("has a step that fails", (step_fails,)),
)
