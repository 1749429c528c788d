"""How faults end: none before its time, and each in its time."""

from firmware.safety import faults
from tests.proof.causes import CAUSES, first_look
from tests.proof.registry import CHECKS, CORE, mistake, theorem
from tests.proof.say import all_of, any_of, if_then, is_not, pressed

_BY_LATCH = {latch: [code for code in CAUSES if faults.LATCH[code] == latch] for latch in range(4)}


def _ended(step, code):
    return all_of(step.stood(code), is_not(step.stands(code)))


@theorem(
    mistake("a press of UP ends all of them", CHECKS, "(latch == faults.ACK and pressed)", "pressed"),
    mistake(
        "all end with their cause",
        CHECKS,
        "if faults.LATCH[code] == faults.SELF:",
        "if faults.LATCH[code] != faults.ACK:",
    ),
)
def power_latches_never_end(step):
    """A fault that only switching off may clear stays, whatever happens: UNCOMMANDED, WRONG_WAY, STALL, CONTACTOR and
    LIMITS_CORRUPT."""
    return [is_not(_ended(step, code)) for code in _BY_LATCH[faults.POWER]]


@theorem(
    mistake(
        "level is enough",
        CORE,
        "        if obs.at_upright:\n            checks.clear",
        "        if obs.at_upright or obs.at_level:\n            checks.clear",
    ),
    mistake(
        "it ends with its cause",
        CHECKS,
        "if faults.LATCH[code] == faults.SELF:",
        "if faults.LATCH[code] != faults.POWER:",
    ),
)
def a_fault_is_answered_until_upright(step):
    """Away from upright no fault ends, but one of those that only refuse and end with their cause: what was raised is
    answered until the table is upright."""
    stay = [code for code in CAUSES if faults.LATCH[code] != faults.SELF]
    ended = any_of(*(_ended(step, code) for code in stay))
    refuse = all(faults.RESPONSE[code] == faults.REFUSE for code in _BY_LATCH[faults.SELF])
    return [if_then(is_not(step.obs.at_upright), is_not(ended)), refuse]


@theorem(
    mistake(
        "it ends while its cause is there",
        CHECKS,
        "if self.since_ms[code] == now_ms:",
        "if self.since_ms[code] <= now_ms:",
    ),
    mistake("UP is not asked for", CHECKS, "(latch == faults.ACK and pressed)", "latch == faults.ACK"),
    mistake("UP that is held counts as a press", CORE, "pressed = obs.up and not self._up_was", "pressed = obs.up"),
)
def acknowledged_faults_need_a_press(step):
    """A fault that has to be acknowledged ends only upright, on a press of UP, and in a tick without its cause."""
    claims = []
    for code in _BY_LATCH[faults.ACK]:
        # A reading of the clock comes again after twelve days: unless that is now, the cause is absent.
        absent = any_of(is_not(CAUSES[code](step)), step.before.checks.since_ms[code] == step.now, first_look(step))
        claims.append(if_then(_ended(step, code), all_of(step.obs.at_upright, pressed(step), absent)))
    return claims


@theorem(
    mistake(
        "a fault that ends upright waits for UP",
        CHECKS,
        "if latch == faults.UPRIGHT or (latch == faults.ACK and pressed):",
        "if latch >= faults.UPRIGHT and latch <= faults.ACK and pressed:",
    )
)
def a_fault_ends_when_it_may(step):
    """Upright and without its cause, a fault that ends upright is gone in that tick, and one that is to be acknowledged
    with the press of UP: nobody is locked out by what is over."""
    over = [
        if_then(all_of(step.obs.at_upright, is_not(CAUSES[code](step))), is_not(step.stands(code)))
        for code in _BY_LATCH[faults.UPRIGHT]
    ]
    confirmed = [
        if_then(all_of(step.obs.at_upright, is_not(CAUSES[code](step)), pressed(step)), is_not(step.stands(code)))
        for code in _BY_LATCH[faults.ACK]
    ]
    return [*over, *confirmed]


@theorem(
    mistake(
        "they stay",
        CHECKS,
        "            if faults.LATCH[code] == faults.SELF:\n                self.active[code] = 0\n",
        "",
    )
)
def self_ending_faults_end_with_their_cause(step):
    """A fault that ends by itself stands in no tick without its cause: TIPPED, BATTERY_LOW, BUTTON_STUCK, STOP_LOOP and
    UPRIGHT_SWITCH."""
    return [if_then(step.stands(code), CAUSES[code](step)) for code in _BY_LATCH[faults.SELF]]
