"""What must be true of one tick that drives head-down, and how far any drive may differ from what was asked."""

from firmware.safety import envelope, faults
from tests.proof.registry import CORE, ENVELOPE, mistake, theorem
from tests.proof.say import all_of, any_of, choose, if_then, is_not


def down(step):
    """The core lets the motor turn head-down."""
    return step.drive > 0


@theorem(mistake("DOWN is not asked for", CORE, " or not obs.down:", ":"))
def down_needs_down_held(step):
    """Head-down drive needs DOWN, in the very tick."""
    return if_then(down(step), step.obs.down)


@theorem(mistake("UP is not looked at", CORE, "obs.stop or obs.up or not obs.down", "obs.stop or not obs.down"))
def down_needs_up_free(step):
    """UP forbids head-down drive, whatever DOWN says."""
    return if_then(down(step), is_not(step.obs.up))


@theorem(
    mistake("STOP is not looked at", CORE, "or obs.stop or obs.up or not", "or obs.up or not"),
    mistake("and/or confused", CORE, "!= faults.NONE or obs.stop or", "!= faults.NONE and obs.stop or"),
)
def down_needs_stop_closed(step):
    """While STOP is pressed, or its loop is not provably closed, nothing goes head-down."""
    return if_then(down(step), is_not(step.obs.stop))


@theorem(
    mistake("the ankle locks are not looked at", CORE, " and obs.locks_closed and", " and"),
    mistake("a lock counts only where there is no room", CORE, "obs.locks_closed and room", "obs.locks_closed or room"),
)
def down_needs_both_locks(step):
    """With an ankle lock open nothing goes head-down."""
    return if_then(down(step), step.obs.locks_closed)


@theorem(mistake("a limit of zero counts as one", CORE, "limit_cdeg > 0 and", "limit_cdeg >= 0 and"))
def down_needs_a_limit(step):
    """A locked table, whose limit is zero, never goes head-down."""
    return if_then(down(step), step.limit_cdeg > 0)


@theorem(
    mistake("a refusal still allows it", CORE, "if response != faults.NONE or", "if response > faults.REFUSE or"),
    mistake(
        "the response is that of the tick before",
        CORE,
        "response = verdict.response\n",
        "response = verdict.response if not obs.down else faults.NONE\n",
    ),
)
def down_needs_no_fault(step):
    """With any fault at all, even one that only refuses, nothing goes head-down."""
    return if_then(down(step), all_of(step.response == faults.NONE, is_not(step.any_stands(range(faults.COUNT)))))


@theorem(
    mistake(
        "a hold that STOP left is forgotten",
        CORE,
        "if response == faults.CUT or self._held:",
        "if response == faults.CUT or (self._held and obs.stop):",
    )
)
def down_needs_no_hold(step):
    """As long as a hold that STOP left lasts nothing goes head-down, whether STOP is still pressed or not."""
    return if_then(down(step), is_not(step.after.core._held))


@theorem(
    mistake(
        "without a request it goes down",
        CORE,
        "if drive_permille > 0:",
        "if drive_permille >= 0:\n            drive_permille = max(1, drive_permille)\n        if drive_permille > 0:",
    )
)
def down_needs_to_be_asked(step):
    """Head-down drive is never more than what was asked, and nothing where head-down was not asked."""
    return if_then(down(step), step.drive <= step.asked)


@theorem(
    mistake(
        "at upright the probe goes the wrong way",
        CORE,
        "return max(drive_permille, -PROBE_PERMILLE)",
        "return min(drive_permille, -PROBE_PERMILLE)",
    )
)
def drive_is_never_stronger_than_asked(step):
    """No drive is stronger than what was asked, and none has the other direction."""
    return all_of(if_then(step.drive > 0, step.drive <= step.asked), if_then(step.drive < 0, step.drive >= step.asked))


def stopping_cdeg(rate_cdps):
    """Twice the acceleration times the way is the square of the rate; and a latency before braking."""
    rate = choose(rate_cdps > 0, rate_cdps, 0)
    return rate * rate / (2 * envelope.DECEL_CDPS2) + rate * envelope.LATENCY_MS / 1000


@theorem(
    mistake(
        "the stopping way is not counted",
        ENVELOPE,
        "obs.inv_cdeg + ahead_cdeg < limit_cdeg and",
        "obs.inv_cdeg < limit_cdeg and",
    ),
    mistake("the latency is forgotten", ENVELOPE, " + rate_cdps * LATENCY_MS // 1000", ""),
    mistake("the deceleration is doubled", ENVELOPE, "DECEL_CDPS2 = 200", "DECEL_CDPS2 = 400"),
    mistake("to the limit and one further", ENVELOPE, "ahead_cdeg < limit_cdeg and", "ahead_cdeg <= limit_cdeg and"),
)
def down_stops_short_of_the_limit_by_tilt(step):
    """Head-down drive is allowed only while the predicted stopping point is short of the limit by the tilt sensor."""
    return if_then(down(step), step.obs.inv_cdeg + stopping_cdeg(step.obs.rate_cdps) < step.limit_cdeg)


def by_position(step):
    """Both ways in which the position sensor has to stop short of the limit."""
    ahead_cdeg = stopping_cdeg(step.obs.rate_cdps)
    unseen_cdeg = step.obs.pos_rate_cdps * envelope.UNSEEN_MS / 1000
    return [step.obs.pos_cdeg + way_cdeg < step.limit_cdeg for way_cdeg in (ahead_cdeg, unseen_cdeg)]


@theorem(
    mistake(
        "the position sensor is not asked",
        ENVELOPE,
        " and obs.pos_cdeg + alone_cdeg < limit_cdeg",
        "",
    ),
    mistake(
        "its own rate is not asked", ENVELOPE, "max(ahead_cdeg, obs.pos_rate_cdps * UNSEEN_MS // 1000)", "ahead_cdeg"
    ),
    mistake("to the limit and one further", ENVELOPE, "+ alone_cdeg < limit_cdeg", "+ alone_cdeg <= limit_cdeg"),
)
def down_stops_short_of_the_limit_by_position(step):
    """Head-down drive is allowed only while the predicted stopping point by the position sensor is short of the limit,
    and so is its place {safety.UNSEEN_MS} later at the rate that it sees itself."""
    return if_then(down(step), all_of(*by_position(step)))


@theorem(
    mistake(
        "the room is asked for twice",
        CORE,
        "return self.limits.limit_cdeg > 0 and obs.locks_closed and room_left(self.limits.limit_cdeg, obs)",
        "return self.limits.limit_cdeg > 0 and obs.locks_closed and room_left(self.limits.limit_cdeg - 100, obs)",
    )
)
def down_is_allowed_where_it_may_be(step):
    """With no fault, no hold, STOP closed, DOWN held alone, both locks and room by both senses, what was asked
    head-down is what is allowed: nothing else forbids it."""
    obs = step.obs
    ahead_cdeg = stopping_cdeg(obs.rate_cdps)
    free = all_of(
        step.response == faults.NONE,
        is_not(step.after.core._held),
        is_not(obs.stop),
        is_not(obs.up),
        obs.down,
        obs.locks_closed,
        step.limit_cdeg > 0,
        obs.inv_cdeg + ahead_cdeg < step.limit_cdeg,
        *by_position(step),
    )
    return if_then(all_of(free, step.asked > 0), step.drive == step.asked)


@theorem(mistake("the probe may be strong", CORE, "PROBE_PERMILLE = 100", "PROBE_PERMILLE = 400"))
def upright_is_only_probed(step):
    """At upright nothing goes further head-up but the probe of the current sense, which moves no screw."""
    return if_then(step.obs.at_upright, step.drive >= -100)


@theorem(
    mistake(
        "an old verdict is kept while nothing is asked",
        CORE,
        "verdict.step_ms = now_ms",
        "verdict.step_ms = now_ms if request.drive_permille else verdict.step_ms",
    )
)
def verdict_is_of_this_tick(step):
    """The verdict carries the tick that it was given for: one that is older cannot pass for it."""
    return step.after.verdict.step_ms == step.now


@theorem(
    mistake("it is closed by itself", CORE, "verdict.contactor = request.contactor and", "verdict.contactor ="),
    mistake(
        "closed under any drive",
        CORE,
        "= request.contactor and response != faults.CUT",
        "= (request.contactor or verdict.drive_permille != 0) and response != faults.CUT",
    ),
)
def contactor_closes_only_when_asked(step):
    """The contactor is closed only where control asks for it and the response is not CUT; then it is."""
    return step.after.verdict.contactor == all_of(step.request.contactor, any_of(step.response != faults.CUT))
