"""What holds over many ticks: by induction with a time that is kept beside the core, or some ticks in a row."""

import z3

from firmware.safety import core as core_module
from firmware.safety import faults
from firmware.safety.checks import COUNT_MOST
from firmware.safety.ticks import HALF
from tests.proof import causes
from tests.proof.registry import CHECKS, CORE, FAULTS, TICKS_ON, mistake, theorem
from tests.proof.say import all_of, any_of, choose, if_then, is_not, passed_ms
from tests.proof.theorems.responses import lowest_below, untrusted
from tests.proof.theorems.stop import opens, spent

PERIOD_MS = 20
# Differences of ticks are right for six days. A time that is kept beside the core ends a day before.
FIVE_DAYS_MS = 5 * 24 * 3600 * 1000


def _row(core, count, *, apart_ms=PERIOD_MS):
    """So many ticks one after another, a period apart, from any state; and what each was given is free."""
    steps, moment = [], core.kept()
    now = None
    for number in range(count):
        step = core.step(moment, f"@{number}", now)
        steps.append(step)
        moment, now = step.after, (step.now + apart_ms) % (2 * HALF)
    return steps


@theorem(
    mistake(
        "the time of a cause is set back by other faults",
        CHECKS,
        "        if not cause:\n            self.since_ms[code] = now_ms\n",
        "        if not cause or self.active[faults.OVERRUN]:\n            self.since_ms[code] = now_ms\n",
    ),
    mistake(
        "a fault is raised one tick late, ten times over",
        CHECKS,
        "elapsed_ms(now_ms, self.since_ms[code]) >= faults.HOLD_MS[code]",
        "elapsed_ms(now_ms, self.since_ms[code]) >= faults.HOLD_MS[code] + 200",
    ),
    about=TICKS_ON,
)
def a_lasting_cause_raises_its_fault(core):
    """A cause that lasts as long as its fault's row asks raises the fault in the first tick in which it has: by
    induction, for causes that last up to five days. What is kept beside the core is the sum of the gaps between the
    ticks that saw the cause; it is shown to be what the core measures."""
    before = core.kept()
    step = core.step(before)
    gap_ms = passed_ms(step.now, before.checks._last_ms)
    running = all_of(is_not(causes.first_look(step)), gap_ms >= 0)
    claims = []
    for code in causes.CAUSES:
        lasted_ms = z3.Int(f"lasted_ms of {code}")
        measured = all_of(lasted_ms >= 0, lasted_ms == passed_ms(before.checks._last_ms, before.checks.since_ms[code]))
        cause = causes.CAUSES[code](step)
        now_ms = choose(cause, lasted_ms + gap_ms, 0)
        told = passed_ms(step.now, step.after.checks.since_ms[code]) == now_ms
        due = all_of(cause, now_ms >= faults.HOLD_MS[code], now_ms > 0)
        short = all_of(lasted_ms + gap_ms < FIVE_DAYS_MS, running, measured)
        # That a limit is damaged is said of values within their range only.
        exact = True if code not in causes.ONE_WAY else cause
        claims.append(if_then(all_of(short, exact), all_of(told, if_then(due, step.stands(code)))))
    # At the first look of all, no cause has lasted.
    first = [if_then(causes.first_look(step), step.after.checks.since_ms[code] == step.now) for code in causes.CAUSES]
    return claims + first


@theorem(
    mistake("STOP holds for one tick", CORE, "ended = pressed or", "ended = True or"),
    mistake(
        "a STOP that stays open holds nothing",
        CORE,
        "if response == faults.CUT or self._held:",
        "if response == faults.CUT or self.checks.stop_pressed:",
    ),
    about=TICKS_ON,
)
def stop_holds_until_somebody_acts(core):
    """From any state: STOP that opens and stays open, without a press of UP, lets nothing move, in this tick nor in the
    two after it, unless its loop is known to be loose, or {safety.STOP_HOLD_MS} have passed since it first held a
    silent person. With the induction of a_hold_ends_only_as_it_may: nor in any later one."""
    steps = _row(core, 3)
    first = steps[0]
    stays = all_of(opens(first), *(step.obs.stop for step in steps))
    alone = all_of(*(is_not(any_of(step.obs.up, step.stands(faults.STOP_LOOP), spent(step))) for step in steps))
    return if_then(all_of(stays, alone), all_of(*(step.drive == 0 for step in steps)))


@theorem(
    mistake(
        "an uncommanded current has to last for two seconds",
        FAULTS,
        '("UNCOMMANDED", CUT, 40,',
        '("UNCOMMANDED", CUT, 2000,',
    ),
    about=TICKS_ON,
)
def a_motor_that_runs_by_itself_is_cut(core):
    """From any state away from upright: a current at rest in three ticks, one period apart, opens the contactor in
    the third at the latest."""
    steps = _row(core, 3)
    runs = all_of(*(causes.CAUSES[faults.UNCOMMANDED](step) for step in steps), is_not(causes.first_look(steps[0])))
    sane = passed_ms(steps[0].now, steps[0].before.checks.since_ms[faults.UNCOMMANDED]) >= 0
    young = passed_ms(steps[0].now, steps[0].before.checks.since_ms[faults.UNCOMMANDED]) < FIVE_DAYS_MS
    return if_then(
        all_of(runs, sane, young), all_of(steps[-1].response == faults.CUT, is_not(steps[-1].after.verdict.contactor))
    )


@theorem(
    mistake(
        "STOP holds for ever",
        CORE,
        "self._held = not spent and (",
        "self._held = (",
    ),
    mistake(
        "an opening of STOP is an answer",
        CORE,
        "0 if checks.answered else min(",
        "0 if checks.stop_pressed else min(",
    ),
    mistake(
        "a halt ends only with UP",
        CORE,
        "elif pressed or elapsed_ms(now_ms, self._trusted_ms) > wait_ms:",
        "elif pressed or (response != faults.HALT and elapsed_ms(now_ms, self._trusted_ms) > wait_ms):",
    ),
    mistake(
        "a person who lies still is no silent one",
        CHECKS,
        "awake = self.answered or",
        "awake = elapsed_ms(now_ms, self._keys_ms) > 30000 or",
    ),
    about=TICKS_ON,
)
def whoever_does_nothing_comes_up(core):
    """From any state without CUT, a person below level who presses no button may come up, whatever STOP did and does,
    however often its loop opens: after {hold.SILENT_MS} head-up drive is allowed as asked, but for what STOP holds,
    {safety.STOP_HOLD_MS} from the first of its holds on; and where the angle is not trusted, after
    {safety.HALT_WAIT_MS} of that response as well, at a creep's drive as long as the table is not seen to be faster
    than a creep. By induction, for up to five days: kept beside the core are the time for which no button changed, that
    since STOP first held in it, as the core counts time, and that of the response."""
    before = core.kept()
    step = core.step(before)
    kept, memory, obs = before.checks, before.core, step.obs
    quiet_ms, doubted_ms = z3.Int("nothing pressed for ms"), z3.Int("not trusted for ms")
    stood_ms = z3.Int("since the first hold in ms")
    last = kept._last_ms
    gap_ms = passed_ms(step.now, last)

    def holds(checks_, core_, response, at, quiet, doubted, stood):
        """What is kept beside the core is no longer than what the core measures."""

        def at_least(since, age):
            return all_of(passed_ms(at, since) >= age, passed_ms(at, since) < FIVE_DAYS_MS)

        not_trusted = any_of(response == faults.HALT, response == faults.CREEP_UP)
        return all_of(
            quiet >= 0,
            doubted >= 0,
            stood >= 0,
            at_least(checks_._keys_ms, 0),
            at_least(checks_.since_ms[faults.SILENT], quiet),
            core_._held_ms >= choose(stood < COUNT_MOST, stood, COUNT_MOST),
            if_then(not_trusted, at_least(core_._trusted_ms, doubted)),
            if_then(is_not(not_trusted), core_._trusted_ms == at),
        )

    idle = all_of(
        is_not(any_of(obs.down, obs.up)),
        obs.keys == kept._keys,
        causes.below_level(step),
        lowest_below(step),
        is_not(obs.at_upright),
        step.response != faults.CUT,
        gap_ms > 0,
        gap_ms <= 1000,
        passed_ms(step.now, kept._keys_ms) != 0,
        is_not(causes.first_look(step)),
    )
    known = holds(kept, memory, before.verdict.response, last, quiet_ms, doubted_ms, stood_ms)
    quiet, doubted = quiet_ms + gap_ms, choose(untrusted(step), doubted_ms + gap_ms, 0)
    doubted = choose(
        any_of(before.verdict.response == faults.HALT, before.verdict.response == faults.CREEP_UP), doubted, 0
    )
    stood = choose(any_of(memory._held, stood_ms > 0), stood_ms + causes.counted_ms(step), stood_ms)
    goes_on = holds(step.after.checks, step.after.core, step.response, step.now, quiet, doubted, stood)
    young = all_of(
        *(
            passed_ms(step.now, since) < FIVE_DAYS_MS
            for since in (kept._keys_ms, kept.since_ms[faults.SILENT], memory._trusted_ms)
        )
    )
    free = if_then(is_not(untrusted(step)), step.drive == step.asked)
    creep = choose(step.asked > -800, step.asked, -800)
    seen = choose(
        any_of(step.after.checks.blind, obs.rate_cdps < -core_module.MAD_CDPS),
        obs.pos_rate_cdps < -core_module.CREEP_CDPS,
        any_of(obs.pos_rate_cdps < -core_module.CREEP_CDPS, obs.rate_cdps < -core_module.CREEP_CDPS),
    )
    slow = if_then(all_of(untrusted(step), doubted > 30_000, is_not(seen)), step.drive == creep)
    stopped = all_of(step.after.core._held, stood <= 60_000)
    due = if_then(all_of(quiet > 60_000, step.asked < 0), any_of(stopped, all_of(free, slow)))
    return [if_then(all_of(idle, known, young), goes_on), if_then(all_of(idle, known, young), due)]
