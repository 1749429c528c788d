"""What each fault is to be raised for, said a second time and apart from the code.

docs/safety/requirements.md in formulas: each is a function of a step and true where the cause is there in that tick.
"""

from firmware.safety import checks, faults
from firmware.safety.ticks import MASK
from tests.proof.say import all_of, any_of, choose, if_then, is_not, passed_ms


def first_look(step):
    """The first tick after a start."""
    return step.before.checks._last_ms < 0


def late(step):
    """More than three periods since the tick before, or a clock that went back."""
    gap_ms = passed_ms(step.now, step.before.checks._last_ms)
    return all_of(is_not(first_look(step)), any_of(gap_ms < 0, gap_ms > checks.GAP_MOST_MS))


def counted_ms(step):
    """The time that a tick counts for: since the one before, and for a leap of the clock no more than three periods."""
    gap_ms = choose(first_look(step), 0, passed_ms(step.now, step.before.checks._last_ms))
    return choose(late(step), checks.GAP_MOST_MS, gap_ms)


def recovering(step):
    """Started away from upright, and not there yet."""
    return any_of(first_look(step), step.before.checks._recovering)


def below_level(step):
    """Below level by either sense."""
    return any_of(step.obs.inv_cdeg > checks.BELOW_LEVEL_CDEG, step.obs.pos_cdeg > checks.BELOW_LEVEL_CDEG)


def changed(step):
    """A button was pressed or let go in this tick."""
    return step.before.checks._keys != step.obs.keys


def answered(step):
    """A button was pressed or let go in this tick; or DOWN is held, for no more than two minutes."""
    quiet_ms = passed_ms(step.now, step.after.checks._keys_ms)
    return any_of(changed(step), all_of(step.obs.down, quiet_ms < checks.HELD_MS))


def square(step):
    """The acceleration in mg, squared."""
    return sum(step.obs.accel_mg[axis] * step.obs.accel_mg[axis] for axis in range(3))


def moved(step):
    """How far each sense says that the table is from where the checks began to watch: (position, tilt)."""
    kept = step.before.checks
    return step.obs.pos_cdeg - kept._anchor_pos_cdeg, step.obs.inv_cdeg - kept._anchor_inv_cdeg


def by_both(condition, *values):
    """The same is true of each."""
    return all_of(*(condition(value) for value in values))


def _apart(step):
    obs = step.obs
    angle, rate = obs.inv_cdeg - obs.pos_cdeg, obs.rate_cdps - obs.pos_rate_cdps
    angles = any_of(angle > checks.DISAGREE_CDEG, angle < -checks.DISAGREE_CDEG)
    return any_of(angles, rate > checks.DISAGREE_CDPS, rate < -checks.DISAGREE_CDPS)


def _mismounted(step):
    obs = step.obs
    off_upright, off_level = obs.inv_cdeg - checks.UPRIGHT_CDEG, obs.inv_cdeg - checks.LEVEL_CDEG
    far = [any_of(off > checks.MOUNT_CDEG, off < -checks.MOUNT_CDEG) for off in (off_upright, off_level)]
    return any_of(all_of(obs.upright_switch, far[0]), all_of(is_not(obs.upright_switch), obs.at_level, far[1]))


def _overspeed(step):
    obs = step.obs
    tilt = choose(step.after.checks.blind, obs.pos_rate_cdps, obs.rate_cdps)
    position = choose(obs.pos_ok, obs.pos_rate_cdps, tilt)
    return any_of(
        by_both(lambda rate: rate > checks.DOWN_MOST_CDPS, tilt, position),
        by_both(lambda rate: rate < -checks.UP_MOST_CDPS, tilt, position),
    )


def _wrong_way(step):
    way = step.before.verdict.drive_permille
    return any_of(
        all_of(way > 0, by_both(lambda cdeg: cdeg < -checks.BACKWARDS_CDEG, *moved(step))),
        all_of(way < 0, by_both(lambda cdeg: cdeg > checks.BACKWARDS_CDEG, *moved(step))),
    )


def _slipping(step):
    by = [by_both(lambda cdeg: cdeg > checks.SLIP_CDEG, *moved(step)),
          by_both(lambda cdeg: cdeg < -checks.SLIP_CDEG, *moved(step))]  # fmt: skip
    return all_of(step.before.checks._rested, any_of(*by))


def _current_lost(step):
    way, rates = step.before.verdict.drive_permille, (step.obs.rate_cdps, step.obs.pos_rate_cdps)
    with_it = any_of(
        all_of(way > 0, by_both(lambda rate: rate > checks.MOVES_CDPS, *rates)),
        all_of(way < 0, by_both(lambda rate: rate < -checks.MOVES_CDPS, *rates)),
    )
    return all_of(with_it, step.obs.current_ma < checks.IDLE_MA)


def _stalled(step):
    since = choose(any_of(late(step), first_look(step)), step.now, step.before.checks._anchor_ms)
    return passed_ms(step.now, since) > checks.STALL_MS


def _corrupt(step):
    """A value within its range whose complement is another one's. A single bit makes every value differ from it."""
    kept = step.before.limits
    return any_of(
        *(
            all_of(value >= 0, value <= MASK, complement != MASK - value)
            for value, complement in (
                (kept.limit_cdeg, kept._limit_check),
                (kept.session_ms, kept._session_check),
            )
        )
    )


def _duty(step):
    left_ms = checks.DUTY_MS - step.after.checks._run_ms / checks.REST_PER_RUN
    way_up_ms = (step.obs.inv_cdeg - checks.UPRIGHT_CDEG) * checks.WAY_UP_MS_PER_CDEG
    return left_ms < way_up_ms + way_up_ms / 2


def _over_limit(step):
    by_tilt = step.obs.inv_cdeg > step.limit_cdeg + checks.TRIP_CDEG
    by_position = all_of(step.obs.pos_ok, step.obs.pos_cdeg > step.limit_cdeg + checks.POSITION_TRIP_CDEG)
    return all_of(any_of(by_tilt, by_position), is_not(recovering(step)))


def _idle_current(step):
    return all_of(step.before.checks._rested, step.obs.current_ma > checks.IDLE_MA)


def _caught(step, way):
    return all_of(step.obs.current_ma > checks.CAUGHT_MA, way(step.before.verdict.drive_permille))


CAUSES = {
    faults.IMU_STALE: lambda s: s.obs.imu_ms != s.now,
    faults.IMU_FROZEN: lambda s: s.after.checks._repeats >= checks.FROZEN_READS,
    faults.IMU_IMPLAUSIBLE: lambda s: any_of(square(s) < checks.ACCEL_MIN_MG2, square(s) > checks.ACCEL_MAX_MG2),
    faults.MISMOUNTED: _mismounted,
    faults.SENSES_DISAGREE: lambda s: all_of(_apart(s), s.obs.pos_ok),
    faults.POSITION_LOST: lambda s: is_not(s.obs.pos_ok),
    faults.OVER_LIMIT: _over_limit,
    faults.UNCOMMANDED: lambda s: all_of(_idle_current(s), is_not(s.obs.at_upright)),
    faults.WRONG_WAY: _wrong_way,
    faults.STALL: _stalled,
    faults.ANKLE_OPEN: lambda s: s.after.checks._open_ms > checks.LOCK_MS * checks.LOCK_MEMORY,
    faults.SESSION_TIME: lambda s: all_of(s.after.checks._below_ms > s.before.limits.session_ms, is_not(recovering(s))),
    faults.LIMITS_CORRUPT: _corrupt,
    faults.OVERSPEED: _overspeed,
    faults.OBSTRUCTED: lambda s: _caught(s, lambda way: way > 0),
    faults.BLOCKED: lambda s: _caught(s, lambda way: way < 0),
    faults.TIPPED: lambda s: all_of(
        s.obs.at_upright, any_of(s.obs.accel_mg[1] > checks.ROLL_MG, s.obs.accel_mg[1] < -checks.ROLL_MG)
    ),
    faults.CONTACTOR: lambda s: s.obs.contactor_closed != s.before.verdict.contactor,
    faults.MAINS_LOST: lambda s: is_not(s.obs.mains),
    faults.BATTERY_LOW: lambda s: s.obs.battery_mv < checks.BATTERY_MV,
    faults.RECOVERED: lambda s: all_of(recovering(s), is_not(s.obs.at_upright)),
    faults.BUTTON_STUCK: lambda s: all_of(any_of(s.obs.down, s.obs.up), s.obs.at_upright),
    faults.STOP_LOOP: lambda s: any_of(s.obs.stop_short, s.after.checks._edges > checks.EDGES_MS),
    faults.OVERRUN: lambda s: all_of(late(s), any_of(s.before.verdict.contactor, is_not(s.obs.at_upright))),
    faults.DUTY: _duty,
    faults.SILENT: lambda s: all_of(below_level(s), is_not(answered(s))),
    faults.INTERNAL: lambda s: s.request.failed,
    faults.UPRIGHT_SWITCH: lambda s: all_of(s.obs.at_upright, is_not(s.obs.upright_switch)),
    faults.SLIPPING: _slipping,
    faults.CURRENT_LOST: _current_lost,
    faults.CURRENT_SENSE: lambda s: all_of(s.obs.at_upright, any_of(_idle_current(s), s.request.current_untrue)),
}

# Corrupt limits are said for values within their range only, so that is all that can be said the other way round.
ONE_WAY = {faults.LIMITS_CORRUPT}


def lasted(step, code):
    """The cause is there, and was there in every tick since one that is as long ago as the fault's row asks."""
    if not faults.HOLD_MS[code]:
        return CAUSES[code](step)
    since = choose(first_look(step), step.now, step.before.checks.since_ms[code])
    return all_of(CAUSES[code](step), passed_ms(step.now, since) >= faults.HOLD_MS[code])


def raised(step, code):
    """A cause that has lasted raises its fault; a fault that was not there is raised by nothing else."""
    # A reading of the clock comes again after twelve days. Unless that is now, a cause that is there ends nothing.
    ticks_go_on = any_of(is_not(step.obs.at_upright), step.before.checks.since_ms[code] != step.now)
    goes_on = any_of(ticks_go_on, faults.LATCH[code] in (faults.SELF, faults.POWER))
    started = all_of(first_look(step), step.obs.at_upright)
    there = if_then(all_of(lasted(step, code), goes_on, is_not(started)), step.stands(code))
    if code in ONE_WAY:
        return there
    return all_of(there, if_then(all_of(step.stands(code), is_not(step.stood(code))), lasted(step, code)))


def since_is_kept(step, code):
    """When the cause was last absent: this tick where it is, else what it was."""
    before = choose(first_look(step), step.now, step.before.checks.since_ms[code])
    return step.after.checks.since_ms[code] == choose(CAUSES[code](step), before, step.now)
