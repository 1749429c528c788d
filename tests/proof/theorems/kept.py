"""What the core keeps stays within its bounds, and each number on the way there within a Pico's small integers."""

from firmware.safety import faults
from tests.proof import domains, invariants
from tests.proof.core import any_step, within
from tests.proof.registry import CHECKS, CORE, LIMITS, TICKS, add, mistake, theorem
from tests.proof.say import all_of, any_of, if_then, in_groups, passed_ms
from tests.proof.translator.values import number

_MISTAKES = {
    invariants.none_has_no_code: mistake(
        "no fault is judged as one", CHECKS, "self._judge(now_ms, faults.INTERNAL, request.failed)",
        "self._judge(now_ms, faults.INTERNAL, request.failed)\n        self._judge(now_ms, 0, request.failed)",
    ),
    invariants.direction_is_the_drives: mistake(
        "the checks are told of the request", CORE, "checks.follow(now_ms, obs, verdict.drive_permille)",
        "checks.follow(now_ms, obs, request.drive_permille)",
    ),
    invariants.rested_means_no_drive: mistake(
        "rest does not end with a drive", CHECKS, "            self._rested = False\n        elif", "        elif",
    ),
    invariants.response_is_the_worst: mistake(
        "the last one counts", CORE, "if active[code] and faults.RESPONSE[code] > faults.RESPONSE[worst]:",
        "if active[code]:",
    ),
    invariants.creeping_means_no_trust: mistake(
        "a creep goes on for ever", CORE, "            self._trusted_ms = now_ms\n            self._creeping = False",
        "            self._trusted_ms = now_ms",
    ),
    invariants.hold_is_told: mistake(
        "the hold is told by STOP", CORE, "verdict.held = self._held", "verdict.held = self._held and obs.stop",
    ),
    invariants.blind_is_known: mistake(
        "a frozen sensor does not count", CHECKS, "active[faults.IMU_STALE] or active[faults.IMU_FROZEN] or",
        "active[faults.IMU_STALE] or",
    ),
    invariants.no_drive_under_cut: mistake(
        "head-up is allowed under CUT", CORE, "if response == faults.CUT or self._held:", "if self._held:",
    ),
}  # fmt: skip


def _register(invariant) -> None:
    words = invariant.__doc__.replace("\n    ", " ")
    add(
        f"kept_{invariant.__name__}",
        f"From the start and after every tick: {words[0].lower()}{words[1:]}",
        lambda step: [invariant(any_step(step.program)[0].at_start), invariant(step.after)],
        (_MISTAKES[invariant],),
    )


for _invariant in invariants.INVARIANTS:
    _register(_invariant)


def _in_domain(step, *names):
    """The claims that each of these fields is within its domain, at the start and after the tick."""
    core, _ = any_step(step.program)
    fields = [(name, key) for name, _, key in core.fields() if name in names or (not names and name in domains.KEPT)]
    return [
        claim
        for name, key in fields
        for claim in (
            within(core.at_start.state.heap[key], domains.KEPT[name]),
            within(step.after.state.heap[key], domains.KEPT[name]),
        )
    ]


@theorem(
    mistake(
        "a counter without an end", CHECKS, "min(COUNT_MOST, self._below_ms + passed_ms)", "self._below_ms + passed_ms"
    ),
    mistake(
        "another",
        CHECKS,
        "min(COUNT_MOST, self._run_ms + passed_ms * REST_PER_RUN)",
        "self._run_ms + passed_ms * REST_PER_RUN",
    ),
    mistake("a third", CHECKS, "min(COUNT_MOST, max(0, self._open_ms + drift_ms))", "max(0, self._open_ms + drift_ms)"),
)
def every_counter_has_an_end(step):
    """Counters of time and of repetitions stay between zero and their ends, however long the table runs."""
    return _in_domain(step, "checks._repeats", "checks._below_ms", "checks._open_ms", "checks._edges", "checks._run_ms")


@theorem(
    mistake("a time without its wrap", TICKS, "return gap_ms if gap_ms < HALF else gap_ms - MASK - 1", "return gap_ms"),
    mistake(
        "the drive without its bound",
        CORE,
        "return max(drive_permille, -CREEP_PERMILLE)",
        "return max(drive_permille * 2, -1200)",
    ),
)
def every_field_keeps_its_range(step):
    """Every field of core, checks, limits and verdict stays within its range: times are readings of the clock, flags
    are flags, and a verdict's drive is no more than full drive."""
    core, _ = any_step(step.program)
    told = passed_ms(step.now, step.before.checks._anchor_ms)
    own = step.program.module("firmware.safety.ticks").elapsed_ms
    state = step.before.state.copy()
    return [*_in_domain(step), core.machine.call(own, [step.now, step.before.checks._anchor_ms], state) == told]


@theorem(
    mistake(
        "a sum before the wrap",
        TICKS,
        "gap_ms = (now_ms - since_ms) & MASK",
        "gap_ms = (now_ms + MASK + 1 - since_ms) & MASK",
    ),
    mistake(
        "squares of a finer unit",
        CHECKS,
        "square_mg2 = accel[0] * accel[0] +",
        "square_mg2 = 10 * accel[0] * 10 * accel[0] +",
    ),
    mistake(
        "microseconds",
        CHECKS,
        "left_ms < way_up_ms + way_up_ms // 2",
        "left_ms * 1000 < (way_up_ms + way_up_ms // 2) * 1000",
    ),
)
def no_small_integer_is_left(step):
    """No expression of the core makes a number outside the 31 bits, with sign, of a Pico's small integers: the moving
    tick allocates nothing. Taken one by one: every sum, product, shift and minimum, where it is worked out at all."""
    core, _ = any_step(step.program)
    low, high = domains.SMALL
    claims = [if_then(one.when, all_of(one.term >= low, one.term <= high)) for one in core.machine.numbers]
    return in_groups(claims)


@theorem(mistake("the fault after the one that stands is named", CORE, "worst = code\n", "worst = code + 1\n"))
def every_place_exists(step):
    """Every index lies within its list, and every divisor above zero: no tick of the core ends in an error of these."""
    core, _ = any_step(step.program)
    return in_groups([if_then(one.when, one.claim) for one in core.machine.needs])


@theorem(
    mistake(
        "limits are taken in any tick",
        CORE,
        "        self._up_was = obs.up\n",
        "        self._up_was = obs.up\n        if obs.ok:\n            self.limits.load(9000, 600000)\n",
    )
)
def limits_are_never_written(step):
    """No tick writes a limit, a session time or a complement."""
    return all_of(
        *(
            getattr(step.after.limits, name) == getattr(step.before.limits, name)
            for name in ("limit_cdeg", "session_ms", "_limit_check", "_session_check")
        )
    )


@theorem(
    mistake("one of two is compared", LIMITS, "self.limit_cdeg ^ self._limit_check != MASK or ", ""),
    mistake(
        "only two bits are",
        LIMITS,
        "return self.limit_cdeg ^ self._limit_check != MASK",
        "return self.limit_cdeg + self._limit_check > MASK + 3",
    ),
)
def a_flipped_bit_is_seen_at_once(step):
    """Any one bit of the limit, the session time or a complement that flips raises LIMITS_CORRUPT in the next tick,
    before it widens anything: the response is RETURN at least, and nothing goes head-down."""
    limits, claims = step.before.limits, []
    for value, complement in (("limit_cdeg", "_limit_check"), ("session_ms", "_session_check")):
        for flipped, whole in ((value, complement), (complement, value)):
            changed, sound = getattr(limits, flipped), domains.SMALL.high - getattr(limits, whole)
            in_range = all_of(sound >= 0, sound <= domains.SMALL.high)
            one_bit = any_of(
                *(any_of(changed == sound + (1 << bit), changed == sound - (1 << bit)) for bit in range(30))
            )
            seen = all_of(step.stands(faults.LIMITS_CORRUPT), step.response >= faults.RETURN, step.drive <= 0)
            claims.append(if_then(all_of(in_range, one_bit, changed >= 0, number(changed) <= domains.SMALL.high), seen))
    return claims
