"""The way up: which state asks for what, what follows what, that the pause ends, and that the motor stays supplied."""

from firmware import states
from firmware.safety import faults
from tests.proof.registry import PART, mistake, theorem
from tests.proof.say import all_of, any_of, choose, if_then, is_not, passed_ms
from tests.proof.theorems.parts.sessions import SESSION, WAYS_UP, Session

# What each state asks for: rate and target in hundredths of a degree (a second); the requirement, said a second time.
LEVEL, PAST_UPRIGHT, AT_LEVEL = 0, -7150, 20
MEANT = {
    states.RETURNING: (300, LEVEL),
    states.EASING: (300, LEVEL),
    states.RAISING: (200, PAST_UPRIGHT),
    states.FAULT: (90, PAST_UPRIGHT),
}
STAND = (
    states.BOOT,
    states.READY,
    states.LOCKED,
    states.CONFIRM,
    states.AT_LIMIT,
    states.HOLDING,
    states.RESTING,
    states.LEVEL_PAUSE,
    states.STOPPED,
)
PAUSE_MS, RECOVER_MS = 60_000, 10_000


def undisturbed(one):
    """Nobody presses DOWN or UP, STOP holds nothing, and no fault halts the table, which is not upright."""
    pressed = any_of(one.buttons.down, one.buttons.down_pressed, one.buttons.up_pressed)
    return all_of(is_not(any_of(pressed, one.verdict.held, one.obs.at_upright)), one.verdict.response <= faults.RETURN)


@theorem(
    mistake("a return has no rate", SESSION, "            self.cap_cdps = RETURN_CDPS\n", ""),
    mistake(
        "it is raised to level only",
        SESSION,
        "            self.cap_cdps = _RAISE_CDPS\n            self.target_cdeg = _BEYOND_UPRIGHT_CDEG",
        "            self.cap_cdps = _RAISE_CDPS\n            self.target_cdeg = LEVEL_CDEG",
    ),
    mistake("at upright the ramp has ended", SESSION, "UPRIGHT_CDEG - 150", "UPRIGHT_CDEG + 150"),
    mistake(
        "an old rate stays while it stands", SESSION, "        self.cap_cdps = 0\n        if state", "        if state"
    ),
    about=PART,
)
def each_state_asks_for_its_own(core):
    """Each state of a session asks for one rate and one target: on the way down {budget.INVERT_CDPS}, to
    {session._SHORT_CDEG} short of the limit; returning and easing {session.RETURN_CDPS}, to level; on to upright
    {session._RAISE_CDPS}, and halted {session._FAULT_CDPS}, to {session._BEYOND_UPRIGHT_CDEG}, which is past upright;
    any other state stands still."""
    one = Session(core)
    left = one.left
    down = if_then(left.state == states.INVERTING, all_of(left.cap_cdps == 200, left.target_cdeg == one.limit - 20))
    moves = [
        if_then(left.state == state, all_of(left.cap_cdps == rate, left.target_cdeg == target))
        for state, (rate, target) in MEANT.items()
    ]
    assert {*STAND, *MEANT, states.INVERTING} == set(range(len(states.STATE_NAMES))), "every state is one of these"
    return [down, *moves, if_then(one.is_one_of(left.state, STAND), left.cap_cdps == 0)]


@theorem(
    mistake("it goes on for two minutes", SESSION, "PAUSE_MS = 60000", "PAUSE_MS = 120000"),
    mistake(
        "each tick begins it anew",
        SESSION,
        "        if state != self.state:\n            self.state = state\n            self._since_ms = now_ms\n",
        "        self.state = state\n        self._since_ms = now_ms\n",
    ),
    mistake(
        "it ends in another pause",
        SESSION,
        "            self._went_below = False\n            return states.RAISING\n",
        "            self._went_below = False\n            return states.LEVEL_PAUSE\n",
    ),
    about=PART,
)
def a_pause_at_level_ends(core):
    """A pause at level that is {session.PAUSE_MS} old ends in the next tick: undisturbed, the table is raised to
    upright. It is timed from the tick in which it began."""
    one = Session(core)
    here = all_of(one.was.state == states.LEVEL_PAUSE, undisturbed(one))
    old = passed_ms(one.now, one.was._since_ms) >= PAUSE_MS
    young = all_of(passed_ms(one.now, one.was._since_ms) >= 0, is_not(old))
    begins = all_of(one.was.state != states.LEVEL_PAUSE, one.left.state == states.LEVEL_PAUSE)
    return [
        if_then(all_of(here, old), all_of(one.left.state == states.RAISING, one.left.cap_cdps == 200)),
        if_then(all_of(here, young), one.left._since_ms == one.was._since_ms),
        if_then(begins, one.left._since_ms == one.now),
    ]


@theorem(
    mistake(
        "at level it goes on returning",
        SESSION,
        "        if obs.inv_cdeg > LEVEL_CDEG + _AT_LEVEL_CDEG:\n            return states.RETURNING\n",
        "        if obs.inv_cdeg > LEVEL_CDEG - _AT_LEVEL_CDEG:\n            return states.RETURNING\n",
    ),
    mistake(
        "what is raised waits at level",
        SESSION,
        "return states.RAISING if self.state == states.RAISING else states.BOOT",
        "return states.HOLDING if self.state == states.RAISING else states.BOOT",
    ),
    mistake(
        "upright it goes on",
        SESSION,
        "            if not (ready and buttons.down):\n",
        "            if not ready:\n",
    ),
    about=PART,
)
def the_way_up_goes_on_as_the_place_says(core):
    """Undisturbed, a return lasts as long as the table is more than {session._AT_LEVEL_CDEG} below level; then it
    pauses where it was below level, and is raised where it was not; what is raised is raised until upright; and upright
    it stands, its motor without supply."""
    one = Session(core)
    calm, left = undisturbed(one), one.left.state
    below = one.obs.inv_cdeg > AT_LEVEL
    was_below = any_of(one.was._went_below, one.obs.inv_cdeg > 100)
    then = choose(
        below, left == states.RETURNING, choose(was_below, left == states.LEVEL_PAUSE, left == states.RAISING)
    )
    raised = all_of(calm, one.was.state == states.RAISING)
    there = all_of(
        one.obs.at_upright, is_not(one.buttons.down), one.verdict.response < faults.HALT, one.was.state != states.BOOT
    )
    stands = all_of(any_of(left == states.READY, left == states.LOCKED), one.left.cap_cdps == 0)
    return [
        if_then(all_of(calm, one.was.state == states.RETURNING), then),
        if_then(raised, left == states.RAISING),
        if_then(there, all_of(stands, is_not(one.left.contactor))),
    ]


@theorem(
    mistake(
        "it waits for UP", SESSION, "== states.BOOT else self._way_up(obs))", "== states.BOOT else states.HOLDING)"
    ),
    mistake("a return asks for nothing", SESSION, "if response == faults.RETURN:", "if response > faults.RETURN:"),
    about=PART,
)
def a_response_of_return_is_a_way_up(core):
    """RETURN begins a way up by itself and in the same tick, whatever the session did, and keeps it going until
    upright: but for STOP's hold, and for {session._RECOVER_MS} after a start. A press of UP does the same with any
    response that travels."""
    one = Session(core)
    away = all_of(is_not(one.obs.at_upright), is_not(one.buttons.up_pressed))
    returns = all_of(
        away, is_not(one.verdict.held), one.verdict.response == faults.RETURN, one.was.state != states.BOOT
    )
    pressed = all_of(is_not(one.obs.at_upright), one.buttons.up_pressed, one.verdict.response <= faults.RETURN)
    return [if_then(any_of(returns, pressed), one.is_one_of(one.left.state, WAYS_UP))]


@theorem(
    mistake("five minutes", SESSION, "_RECOVER_MS = 10000", "_RECOVER_MS = 300000"),
    mistake("it waits for UP", SESSION, "return states.RETURNING if recover else states.BOOT", "return states.BOOT"),
    about=PART,
)
def a_start_below_level_returns(core):
    """A table that was switched on with somebody more than {safety.BELOW_LEVEL_CDEG} below level returns after
    {session._RECOVER_MS} without a press, and its pause at level is not left out: it counts as having been below."""
    one = Session(core)
    low = all_of(one.was.state == states.BOOT, undisturbed(one), one.obs.inv_cdeg > 100)
    waited = passed_ms(one.now, one.was._since_ms) > RECOVER_MS
    goes = all_of(one.left.state == states.RETURNING, one.left._went_below, one.left.cap_cdps == 300)
    # Until then the time of its start is not set back.
    waits = all_of(one.left.state == states.BOOT, one.left._since_ms == one.was._since_ms)
    return [if_then(all_of(low, waited), goes), if_then(all_of(low, is_not(waited)), waits)]


@theorem(
    mistake(
        "the supply is taken from who waits at level",
        SESSION,
        "self.contactor = state > states.CONFIRM and",
        "self.contactor = state > states.CONFIRM and self.cap_cdps > 0 and",
    ),
    mistake(
        "a halted table has none",
        SESSION,
        "and not (obs.at_upright and state == states.FAULT)",
        "and state != states.FAULT",
    ),
    mistake("it is closed upright", SESSION, "self.contactor = state > states.CONFIRM and", "self.contactor ="),
    about=PART,
)
def the_motor_is_supplied_on_the_way_up(core):
    """On the way up, in each of its states, at the pause, halted and stopped, control asks for the contactor
    closed; upright and ready or locked, and halted there, for it open."""
    one = Session(core)
    left = one.left
    away = is_not(one.obs.at_upright)
    supplied = (
        *WAYS_UP,
        states.INVERTING,
        states.AT_LIMIT,
        states.HOLDING,
        states.EASING,
        states.RESTING,
        states.STOPPED,
    )
    return [
        if_then(one.is_one_of(left.state, supplied), left.contactor),
        if_then(left.state == states.FAULT, choose(away, left.contactor, is_not(left.contactor))),
        if_then(one.is_one_of(left.state, (states.BOOT, states.READY, states.LOCKED)), is_not(left.contactor)),
    ]
