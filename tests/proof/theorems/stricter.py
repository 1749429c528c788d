"""What is stricter never allows more: two steps from one state that differ in one thing."""

import z3

from firmware.safety import faults
from firmware.safety.ticks import MASK
from tests.proof.invariants import INVARIANTS
from tests.proof.registry import CHECKS, CORE, ENVELOPE, TICKS_ON, mistake, theorem
from tests.proof.say import all_of, any_of, if_then, is_not


def _more(first, second):
    """The second allows no more head-down than the first."""
    return any_of(second.drive <= 0, first.drive >= second.drive)


def _again(core, first, **changes):
    """A second step from the same state, at the same time, with the same input but for what is changed."""
    moment = core.with_fields(first.before, **changes)
    return core.step(moment, now=first.now, given=moment.state)


@theorem(
    mistake(
        "the limit is compared the wrong way",
        ENVELOPE,
        "obs.inv_cdeg + ahead_cdeg < limit_cdeg and",
        "obs.inv_cdeg + ahead_cdeg > limit_cdeg - 2000 and",
    ),
    mistake(
        "a small limit is taken for none",
        CORE,
        "room_left(self.limits.limit_cdeg, obs)",
        "room_left(self.limits.limit_cdeg if self.limits.limit_cdeg > 500 else 9000, obs)",
    ),
    about=TICKS_ON,
)
def a_lower_limit_allows_no_more(core):
    """With a lower limit, and all else alike, head-down drive is never more."""
    lower = z3.Int("a lower limit_cdeg")
    first = core.step(core.kept())
    whole = core.with_fields(first.before, limits___limit_check=MASK - first.limit_cdeg)
    first = core.step(whole, now=first.now, given=whole.state)
    second = _again(core, first, limits__limit_cdeg=lower, limits___limit_check=MASK - lower)
    core.assumed += [first.limit_cdeg >= 0, lower >= 0, lower <= first.limit_cdeg]
    return [_more(first, second), second.response >= first.response]


@theorem(
    mistake(
        "DOWN let go lets it coast",
        CORE,
        "if response == faults.CUT or self._held:",
        "if drive_permille > 0 and not obs.down:\n            return drive_permille // 2\n"
        "        if response == faults.CUT or self._held:",
    ),
    mistake(
        "an open lock clears a fault",
        CHECKS,
        "self._judge(now_ms, faults.MAINS_LOST, not obs.mains)",
        "self._judge(now_ms, faults.MAINS_LOST, not obs.mains and obs.locks_closed)\n"
        "        if not obs.locks_closed:\n            self.active[faults.MAINS_LOST] = 0",
    ),
    about=TICKS_ON,
)
def a_stricter_input_allows_no_more(core):
    """STOP instead of none, an open lock instead of closed ones, UP instead of none, DOWN let go instead of held: each
    alone, and all else alike, allows no more head-down; STOP and a lock weaken no response either."""
    first = core.step(core.kept())
    claims = []
    for change in ({"obs__stop": True}, {"obs__locks_closed": False}, {"obs__up": True}, {"obs__down": False}):
        second = _again(core, first, **change)
        claims.append(_more(first, second))
        # Upright a press of UP acknowledges what is over, and a button that is let go is stuck no more.
        if change.keys() <= {"obs__stop", "obs__locks_closed"}:
            claims.append(second.response >= first.response)
    return claims


@theorem(
    mistake(
        "two faults are none",
        CORE,
        "            for code in range(faults.COUNT):\n                if active[code] and",
        "            if active[faults.MAINS_LOST] and active[faults.ANKLE_OPEN]:\n                verdict.fault = "
        "verdict.response = 0\n                return\n            for code in range(faults.COUNT):\n"
        "                if active[code] and",
    ),
    about=TICKS_ON,
)
def one_more_fault_allows_no_more(core):
    """One more fault, whichever it is, and all else alike, allows no more head-down, and away from upright weakens no
    response and closes no contactor."""
    first = core.step(core.kept())
    claims = []
    for code in range(1, faults.COUNT):
        response, fault = z3.Int(f"response with {code}"), z3.Int(f"fault with {code}")
        more = {f"checks__active__{code}": 1, "verdict__response": response, "verdict__fault": fault}
        second = _again(core, first, **more)
        core.assumed += [response >= 0, response <= faults.CUT, fault >= 0, fault < faults.COUNT]
        possible = all_of(*(invariant(second.before) for invariant in INVARIANTS))
        closes = all_of(second.after.verdict.contactor, is_not(first.after.verdict.contactor))
        away = if_then(is_not(first.obs.at_upright), all_of(second.response >= first.response, is_not(closes)))
        claims.append(if_then(possible, all_of(_more(first, second), away)))
    return claims


@theorem(
    mistake(
        "a weak request is made stronger",
        CORE,
        "return drive_permille if self._may_go_down(obs, response) else 0",
        "return max(300, drive_permille) if self._may_go_down(obs, response) else 0",
    ),
    about=TICKS_ON,
)
def a_weaker_request_gets_no_more(core):
    """A weaker request head-down, and all else alike, gets no more than it asked and no more than the stronger one."""
    weaker = z3.Int("a weaker drive_permille")
    first = core.step(core.kept())
    second = _again(core, first, request__drive_permille=weaker)
    core.assumed += [weaker <= first.asked, weaker >= -1000]
    return [_more(first, second), if_then(second.drive > 0, second.drive <= weaker)]
