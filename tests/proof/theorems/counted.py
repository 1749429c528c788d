"""What the core counts and times, and how: to the millisecond, from any state."""

from firmware.safety import checks
from tests.proof import causes
from tests.proof.registry import CHECKS, mistake, theorem
from tests.proof.say import all_of, any_of, choose, if_then, is_not
from tests.proof.translator.values import truth


@theorem(
    mistake(
        "a single gap counts in full",
        CHECKS,
        "            passed_ms = GAP_MOST_MS\n",
        "            passed_ms = max(passed_ms, GAP_MOST_MS)\n",
    ),
    mistake(
        "it starts anew at level",
        CHECKS,
        "        elif obs.at_upright:\n            self._below_ms = 0",
        "        else:\n            self._below_ms = 0",
    ),
)
def time_below_level_is_counted(step):
    """The time below level grows by what a tick counts for, stands above level, and starts anew only upright."""
    kept = step.before.checks._below_ms
    grown = kept + causes.counted_ms(step)
    most = choose(grown < checks.COUNT_MOST, grown, checks.COUNT_MOST)
    return step.after.checks._below_ms == choose(causes.below_level(step), most, choose(step.obs.at_upright, 0, kept))


@theorem(
    mistake("rest pays as much as motion costs", CHECKS, "passed_ms * REST_PER_RUN)", "passed_ms)"),
    mistake(
        "what was asked counts, not what turned",
        CHECKS,
        "        if self._anchor_sign:\n",
        "        if self._anchor_sign > 0:\n",
    ),
)
def motor_time_is_counted(step):
    """A tick with drive costs {safety.REST_PER_RUN} times its time of rest; rest pays it back, down to zero."""
    kept, ms = step.before.checks._run_ms, causes.counted_ms(step)
    run = kept + ms * checks.REST_PER_RUN
    run = choose(run < checks.COUNT_MOST, run, checks.COUNT_MOST)
    rest = choose(kept > ms, kept - ms, 0)
    return step.after.checks._run_ms == choose(step.before.verdict.drive_permille == 0, rest, run)


@theorem(
    mistake(
        "what was open is forgotten at once",
        CHECKS,
        "drift_ms = -passed_ms if obs.locks_closed else",
        "drift_ms = -self._open_ms if obs.locks_closed else",
    ),
    mistake(
        "upright does not count as closed",
        CHECKS,
        "self._open_ms = 0 if obs.at_upright else min",
        "self._open_ms = min",
    ),
)
def open_locks_are_counted(step):
    """Away from upright an open lock counts {safety.LOCK_MEMORY} times its time, and closed ones forget the time that
    they are closed."""
    kept, ms = step.before.checks._open_ms, causes.counted_ms(step)
    opened = kept + ms * checks.LOCK_MEMORY
    opened = choose(opened < checks.COUNT_MOST, opened, checks.COUNT_MOST)
    closed = choose(kept > ms, kept - ms, 0)
    return step.after.checks._open_ms == choose(step.obs.at_upright, 0, choose(step.obs.locks_closed, closed, opened))


@theorem(
    mistake(
        "every tick with STOP open counts",
        CHECKS,
        "(EDGES_MS // 3 if edge else 0)",
        "(EDGES_MS // 3 if obs.stop else 0)",
    )
)
def openings_of_stop_are_counted(step):
    """Each opening of the STOP loop counts for a third of {safety.EDGES_MS}, which time takes back; four thirds of it
    are the most."""
    opens = all_of(step.obs.stop, is_not(step.before.checks._stop_was))
    grown = step.before.checks._edges + choose(opens, checks.EDGES_MS // 3, 0) - causes.counted_ms(step)
    most = checks.EDGES_MS * 4 // 3
    return step.after.checks._edges == choose(grown < 0, 0, choose(grown > most, most, grown))


@theorem(
    mistake(
        "one axis is enough to repeat",
        CHECKS,
        "accel[axis] != self._accel_mg[axis] or gyro",
        "accel[axis] != self._accel_mg[axis] and gyro",
    ),
    mistake("the values before are not kept", CHECKS, "                self._gyro_raw[axis] = gyro[axis]\n", ""),
)
def repeated_samples_are_counted(step):
    """A new sample with all values of the one before is counted; any other starts the count anew."""
    kept, obs = step.before.checks, step.obs
    same = all_of(
        *(
            all_of(obs.accel_mg[axis] == kept._accel_mg[axis], obs.gyro_raw[axis] == kept._gyro_raw[axis])
            for axis in range(3)
        )
    )
    seen = [
        claim
        for axis in range(3)
        for claim in (
            step.after.checks._accel_mg[axis] == obs.accel_mg[axis],
            step.after.checks._gyro_raw[axis] == obs.gyro_raw[axis],
        )
    ]
    grown = choose(kept._repeats < checks.COUNT_MOST, kept._repeats + 1, checks.COUNT_MOST)
    again = all_of(obs.imu_ms == step.now, same)
    return [step.after.checks._repeats == choose(again, grown, 0), all_of(*seen)]


@theorem(
    mistake("any key will do, once", CHECKS, "        self._keys = obs.keys\n", ""),
    mistake(
        "STOP is an answer",
        CHECKS,
        "self.answered = obs.keys != self._keys",
        "self.answered = obs.keys != self._keys or obs.stop",
    ),
    mistake(
        "silence begins before the start",
        CHECKS,
        "self._anchor_ms = self._keys_ms = now_ms",
        "self._anchor_ms = now_ms",
    ),
)
def an_answer_is_a_change_of_a_button(step):
    """The silence of a person counts from the last tick in which any button changed, and at the start from then."""
    after, changed = step.after.checks, causes.changed(step)
    since = choose(any_of(changed, causes.first_look(step)), step.now, step.before.checks._keys_ms)
    return [after._keys == step.obs.keys, truth(after.answered) == changed, after._keys_ms == since]


@theorem(
    mistake(
        "it begins again with every look",
        CHECKS,
        "            self.since_ms[code] = now_ms\n",
        "            self.since_ms[code] = now_ms if not self.active[code] else self.since_ms[code]\n",
    )
)
def causes_are_timed(step):
    """For every fault the core keeps the tick in which its cause was last absent."""
    codes = [code for code in causes.CAUSES if code not in causes.ONE_WAY]
    return [causes.since_is_kept(step, code) for code in codes]


@theorem(
    mistake(
        "the anchor moves with the table",
        CHECKS,
        "if sign != self._anchor_sign or seen_cdeg >= PROGRESS_CDEG:",
        "if sign != self._anchor_sign or seen_cdeg >= 0:",
    )
)
def progress_is_timed_from_the_last(step):
    """Under a strong drive that makes no progress by either sense, and keeps its direction, the time of the last
    progress stays what it was: STALL counts from there."""
    kept, way = step.before.checks, step.drive
    by_position, by_tilt = causes.moved(step)
    none = any_of(
        all_of(way >= checks.STRONG_PERMILLE, by_position < checks.PROGRESS_CDEG, by_tilt < checks.PROGRESS_CDEG),
        all_of(way <= -checks.STRONG_PERMILLE, by_position > -checks.PROGRESS_CDEG, by_tilt > -checks.PROGRESS_CDEG),
    )
    same = any_of(
        all_of(step.before.verdict.drive_permille > 0, way > 0), all_of(step.before.verdict.drive_permille < 0, way < 0)
    )
    calm = all_of(is_not(causes.late(step)), is_not(causes.first_look(step)))
    return if_then(all_of(none, same, calm), step.after.checks._anchor_ms == kept._anchor_ms)


@theorem(
    mistake(
        "upright does not end a recovery",
        CHECKS,
        "        self._recovering = self._recovering and not obs.at_upright\n",
        "",
    )
)
def a_recovery_ends_upright(step):
    """A table that was switched on away from upright is on its way up until it is upright, and not a tick longer."""
    after = all_of(causes.recovering(step), is_not(step.obs.at_upright))
    return truth(step.after.checks._recovering) == truth(after)
