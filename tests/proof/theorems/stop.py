"""What STOP does in the tick in which it opens, what it never does, and how its hold ends."""

from firmware.safety import core as core_module
from firmware.safety import faults
from firmware.safety.checks import COUNT_MOST
from tests.proof.causes import changed, counted_ms
from tests.proof.registry import CHECKS, CORE, mistake, theorem
from tests.proof.say import all_of, any_of, choose, if_then, is_not, pressed
from tests.proof.translator.values import truth


def opens(step):
    """STOP is pressed in this tick."""
    return all_of(step.obs.stop, is_not(step.before.checks._stop_was))


def no_button(step):
    """STOP is not pressed, and neither DOWN nor UP."""
    return is_not(any_of(step.obs.stop, step.obs.down, step.obs.up))


def spent(step):
    """Nobody answers, and the time for which STOP may hold their way up is over."""
    return all_of(step.stands(faults.SILENT), step.after.core._held_ms > core_module.STOP_HOLD_MS)


@theorem(
    mistake(
        "STOP is not held", CORE, "(checks.stop_pressed or (self._held and not ended))", "self._held and not ended"
    ),
    mistake(
        "it holds only head-down",
        CORE,
        "if response == faults.CUT or self._held:",
        "if response == faults.CUT or (self._held and drive_permille > 0):",
    ),
    mistake(
        "the edge is taken of the tick before",
        CHECKS,
        "edge = obs.stop and not self._stop_was",
        "edge = self._stop_was and not obs.stop",
    ),
    mistake("a silent person is not held at all", CORE, "self._held_ms > STOP_HOLD_MS", "self._held_ms >= 0"),
)
def stop_is_zero_drive_in_its_tick(step):
    """The tick in which STOP opens lets nothing move, either way, unless its loop is known to be loose or shorted, or
    {safety.STOP_HOLD_MS} have passed since it first held somebody who does not answer: and there nothing goes head-
    down."""
    loose = any_of(step.stands(faults.STOP_LOOP), spent(step))
    return if_then(opens(step), choose(loose, step.drive <= 0, step.drive == 0))


@theorem(
    mistake(
        "a hold that lasts is lifted",
        CORE,
        "pressed or released or (obs.up and",
        "pressed or released or obs.locks_closed or (obs.up and",
    ),
    mistake("letting go of STOP ends it", CORE, "not (obs.stop or obs.down or obs.up)", "not obs.stop"),
    mistake("an UP that is held ends it", CORE, "(obs.up and checks.active[faults.STOP_LOOP])", "obs.up"),
)
def a_hold_ends_only_as_it_may(step):
    """What STOP holds stays held until: a press of UP; no button and no STOP, where nothing stronger than a refusal
    stood; UP with a loop that is loose or shorted; or {safety.STOP_HOLD_MS} since the first hold of one who does not
    answer."""
    ended = all_of(step.before.core._held, is_not(step.after.core._held))
    calm = step.before.verdict.response < faults.RETURN
    loose = all_of(step.obs.up, step.stands(faults.STOP_LOOP))
    return if_then(ended, any_of(pressed(step), all_of(calm, no_button(step)), loose, spent(step)))


@theorem(
    mistake(
        "a hold begins by itself",
        CORE,
        "(checks.stop_pressed or (",
        "(checks.stop_pressed or obs.down or (",
    )
)
def only_stop_begins_a_hold(step):
    """Nothing but STOP begins a hold."""
    began = all_of(step.after.core._held, is_not(step.before.core._held))
    return if_then(began, all_of(opens(step), is_not(step.stands(faults.STOP_LOOP))))


@theorem(
    mistake("STOP disables UP", CORE, "ended = pressed or", "ended ="),
    mistake(
        "while STOP is open nothing moves",
        CORE,
        "if response == faults.CUT or self._held:",
        "if response == faults.CUT or self._held or obs.stop:",
    ),
)
def stop_never_disables_up(step):
    """A press of UP lets the way up go on, though STOP stays pressed: what was asked head-up is allowed, in any
    response that travels."""
    way_up = all_of(pressed(step), is_not(opens(step)), is_not(step.obs.at_upright), step.asked < 0)
    return if_then(all_of(way_up, step.response <= faults.RETURN), step.drive == step.asked)


@theorem(mistake("a shorted loop holds", CORE, "(obs.up and checks.active[faults.STOP_LOOP])", "False"))
def a_loose_stop_holds_nobody_who_asks_for_up(step):
    """With a STOP loop that is loose or shorted, UP that is held moves the table up, however often the loop opens."""
    way_up = all_of(step.obs.up, step.stands(faults.STOP_LOOP), is_not(step.obs.at_upright), step.asked < 0)
    return if_then(all_of(way_up, step.response <= faults.RETURN), step.drive == step.asked)


@theorem(
    mistake("STOP stops the return for good", CORE, "spent = checks.active", "spent = not obs.stop and checks.active"),
    mistake(
        "each opening holds anew",
        CORE,
        "not spent and (checks.stop_pressed or (",
        "checks.stop_pressed or (not spent and (",
    ),
)
def silence_outlasts_stop(step):
    """{safety.STOP_HOLD_MS} after STOP first held a person who does not answer it holds no more, however often it
    opens: the return is allowed as asked."""
    way_up = all_of(spent(step), is_not(step.obs.at_upright), step.asked < 0)
    return if_then(all_of(way_up, step.response <= faults.RETURN), step.drive == step.asked)


@theorem(
    mistake("a new opening begins a new minute", CORE, "0 if checks.answered else", "0 if checks.stop_pressed else"),
    mistake("the time of the hold is not kept", CORE, "self._held_ms + passed_ms", "self._held_ms"),
    mistake("it counts in pieces", CORE, "if self._held or self._held_ms:", "if self._held:"),
)
def a_hold_is_timed_from_the_first(step):
    """The time of a hold counts from the first one after the last change of a button, whatever STOP does after it, and
    ends where counters end."""
    kept = step.before.core
    grown = kept._held_ms + choose(any_of(kept._held, kept._held_ms > 0), counted_ms(step), 0)
    most = choose(grown < COUNT_MOST, grown, COUNT_MOST)
    return step.after.core._held_ms == choose(changed(step), 0, most)


@theorem(
    mistake(
        "STOP raises the response",
        CORE,
        "verdict.response = faults.RESPONSE[worst]\n",
        "verdict.response = max(faults.RESPONSE[worst], faults.HALT if self._held else 0)\n",
    )
)
def stop_is_no_fault(step):
    """STOP by itself raises no fault and no response: with no fault there is none, whatever STOP does."""
    none = is_not(step.any_stands(range(faults.COUNT)))
    return if_then(none, step.response == faults.NONE)


@theorem(
    mistake(
        "STOP opens the contactor",
        CORE,
        "request.contactor and response != faults.CUT",
        "request.contactor and response != faults.CUT and not self._held",
    )
)
def stop_keeps_the_contactor(step):
    """STOP opens no contactor: the motor that stands stays a brake, and the way up stays at hand."""
    return if_then(all_of(step.response < faults.CUT, step.request.contactor), step.after.verdict.contactor)


@theorem(mistake("an UP that is down at boot is a press", CORE, "self._up_was = True", "self._up_was = False"))
def up_at_boot_is_no_press(step):
    """An UP that is down at the start is no press, and a press is counted once."""
    from tests.proof.core import any_step

    core, _ = any_step(step.program)
    return [truth(core.at_start.core._up_was), truth(step.after.core._up_was) == truth(step.obs.up)]
