"""What STOP does in the tick in which it opens, what it never does, and how its hold ends."""

from firmware.safety import core as core_module
from firmware.safety import faults
from tests.proof.registry import CHECKS, CORE, mistake, theorem
from tests.proof.say import all_of, any_of, choose, if_then, is_not, passed_ms, pressed
from tests.proof.translator.values import truth


def opens(step):
    """STOP is pressed in this tick."""
    return all_of(step.obs.stop, is_not(step.before.checks._stop_was))


def no_button(step):
    """STOP is not pressed, and neither DOWN nor UP."""
    return is_not(any_of(step.obs.stop, step.obs.down, step.obs.up))


@theorem(
    mistake("STOP is not held", CORE, "            self._held = True\n", ""),
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
)
def stop_is_zero_drive_in_its_tick(step):
    """The tick in which STOP opens lets nothing move, either way, unless its loop is known to be loose or shorted:
    and there nothing goes head-down."""
    loose = step.stands(faults.STOP_LOOP)
    return if_then(opens(step), choose(loose, step.drive <= 0, step.drive == 0))


@theorem(
    mistake(
        "a hold that lasts is lifted",
        CORE,
        "or released or (obs.up and",
        "or released or obs.locks_closed or (obs.up and",
    ),
    mistake("letting go of STOP ends it", CORE, "not (obs.stop or obs.down or obs.up)", "not obs.stop"),
    mistake("an UP that is held ends it", CORE, "(obs.up and active[faults.STOP_LOOP])", "obs.up"),
)
def a_hold_ends_only_as_it_may(step):
    """What STOP holds stays held until: a press of UP; no button and no STOP, where nothing stronger than a refusal
    stood; UP with a loop that is loose or shorted; or a minute after STOP with a person who does not answer."""
    ended = all_of(step.before.core._held, is_not(step.after.core._held))
    calm = step.before.verdict.response < faults.RETURN
    silent = all_of(
        step.stands(faults.SILENT), passed_ms(step.now, step.before.core._held_ms) > core_module.STOP_HOLD_MS
    )
    loose = all_of(step.obs.up, step.stands(faults.STOP_LOOP))
    return if_then(ended, any_of(pressed(step), all_of(calm, no_button(step)), loose, silent))


@theorem(
    mistake(
        "a hold begins by itself",
        CORE,
        "            self._held = False\n        elif active",
        "            self._held = obs.down\n        elif active",
    )
)
def only_stop_begins_a_hold(step):
    """Nothing but STOP begins a hold."""
    began = all_of(step.after.core._held, is_not(step.before.core._held))
    return if_then(began, all_of(opens(step), is_not(step.stands(faults.STOP_LOOP))))


@theorem(
    mistake("STOP disables UP", CORE, "        elif pressed or released or", "        elif released or"),
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


@theorem(mistake("a shorted loop holds", CORE, "(obs.up and active[faults.STOP_LOOP])", "False"))
def a_loose_stop_holds_nobody_who_asks_for_up(step):
    """With a STOP loop that is loose or shorted, UP that is held moves the table up, however often the loop opens."""
    way_up = all_of(step.obs.up, step.stands(faults.STOP_LOOP), is_not(step.obs.at_upright), step.asked < 0)
    return if_then(all_of(way_up, step.response <= faults.RETURN), step.drive == step.asked)


@theorem(mistake("STOP stops the return for good", CORE, "<= STOP_HOLD_MS", "<= STOP_HOLD_MS or obs.stop"))
def silence_outlasts_stop(step):
    """Once a person has not answered, a STOP that is a minute old holds no more: the return is allowed as asked."""
    old = passed_ms(step.now, step.before.core._held_ms) > core_module.STOP_HOLD_MS
    way_up = all_of(step.stands(faults.SILENT), old, is_not(opens(step)), is_not(step.obs.at_upright), step.asked < 0)
    return if_then(all_of(way_up, step.response <= faults.RETURN), step.drive == step.asked)


@theorem(mistake("the time of the hold is not kept", CORE, "            self._held_ms = now_ms\n", ""))
def a_hold_is_timed_from_stop(step):
    """The time of a hold counts from the last opening of STOP that counted."""
    counts = all_of(opens(step), is_not(step.stands(faults.STOP_LOOP)))
    return step.after.core._held_ms == choose(counts, step.now, step.before.core._held_ms)


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
