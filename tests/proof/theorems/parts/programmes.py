"""How a session begins, what a programme of descents counts, and what it does unasked."""

from firmware import states
from firmware.control import session
from firmware.safety import checks, faults
from tests.proof.registry import PART, mistake, theorem
from tests.proof.say import all_of, any_of, choose, if_then, is_not, passed_ms
from tests.proof.theorems.parts.sessions import SESSION, Session


@theorem(
    mistake(
        "the ankle locks are not looked at",
        SESSION,
        "ready = limit_cdeg and obs.locks_closed and not obs.stop",
        "ready = limit_cdeg and not obs.stop",
    ),
    mistake("a fault does not keep it", SESSION, " and response == faults.NONE", ""),
    mistake("it begins by itself", SESSION, "if not (ready and buttons.down):", "if not ready:"),
    about=PART,
)
def a_session_begins_only_as_it_may(core):
    """Upright, nothing is asked for and the motor is not supplied, unless DOWN counts with a limit, both locks, STOP
    closed and no fault."""
    one = Session(core)
    may = all_of(
        one.buttons.down, one.limit > 0, one.obs.locks_closed, is_not(one.obs.stop), one.verdict.response == faults.NONE
    )
    # A halted table creeps until the core knows that it is upright.
    idle = all_of(is_not(one.left.contactor), any_of(one.left.cap_cdps == 0, one.left.state == states.FAULT))
    return if_then(all_of(one.obs.at_upright, is_not(may)), idle)


@theorem(
    mistake("one descent more", SESSION, "if self._downs >= times:", "if self._downs > times:"),
    mistake("descents are not counted", SESSION, "            self._downs += 1\n", ""),
    mistake(
        "DOWN goes on after the last",
        SESSION,
        "            if self._downs >= times:\n                buttons.ignore_down()\n",
        "            if self._downs >= times:\n",
    ),
    about=PART,
)
def a_programme_counts_its_descents(core):
    """At the limit for as long as the programme says, a descent is counted: after the last of them the table returns,
    and DOWN counts no longer until it was let go; after any other it eases up to level."""
    one = Session(core)
    down_ms, _, times = one.programme
    lasted = passed_ms(one.now, one.was._since_ms) >= down_ms
    held = all_of(one.buttons.down, one.limit > 0, is_not(one.verdict.held), one.verdict.response < faults.RETURN)
    free = all_of(held, is_not(one.obs.at_upright), is_not(one.buttons.up_pressed))
    due = all_of(free, one.was.state == states.AT_LIMIT, times > 0, lasted)
    last = one.was._downs + 1 >= times
    over = all_of(one.is_one_of(one.left.state, (states.RETURNING, states.LEVEL_PAUSE, states.RAISING)),
                  one.after("buttons")._ignored, is_not(one.after("buttons").down))  # fmt: skip
    goes_on = one.left.state == states.EASING
    return if_then(due, all_of(one.left._downs == one.was._downs + 1, choose(last, over, goes_on)))


@theorem(
    mistake("the motor's rest is not asked for", SESSION, "if not self._budget.covers(limit_cdeg):", "if False:"),
    mistake("what is asked is the contrary", SESSION, "if not self._budget.covers", "if self._budget.covers"),
    mistake("at level it goes down at once", SESSION, "if lasted_ms < level_ms:", "if lasted_ms < level_ms // 2:"),
    about=PART,
)
def a_descent_begins_with_a_rested_motor(core):
    """From its rest at level a programme goes down again only after the time that it says, and only with the motor
    rested for a descent and the way back."""
    one = Session(core)
    _, level_ms, _ = one.programme
    again = all_of(one.was.state == states.RESTING, one.left.state == states.INVERTING, is_not(one.obs.at_upright))
    lasted = passed_ms(one.now, one.was._since_ms) >= level_ms
    budget = one.made["budget"][0]
    covers = one.machine.call(budget.of.covers, [budget, one.limit], one.behind())
    return if_then(again, all_of(lasted, covers))


@theorem(
    mistake(
        "at once",
        SESSION,
        "elapsed_ms(now_ms, self._since_ms) > _RECOVER_MS",
        "elapsed_ms(now_ms, self._since_ms) >= 0",
    ),
    mistake("above level too", SESSION, "recover = obs.inv_cdeg > BELOW_LEVEL_CDEG and", "recover ="),
    about=PART,
)
def a_start_moves_nobody_unasked(core):
    """A table that was switched on away from upright moves by itself only with somebody below level, only up, and only
    after {session._RECOVER_MS}, unless somebody presses a button or a fault asks for more."""
    one = Session(core)
    alone = all_of(
        one.was.state == states.BOOT, is_not(any_of(one.buttons.down, one.buttons.up_pressed, one.obs.at_upright)),
        one.verdict.response < faults.HALT,
    )  # fmt: skip
    waited = passed_ms(one.now, one.was._since_ms) > session._RECOVER_MS
    may = all_of(one.obs.inv_cdeg > checks.BELOW_LEVEL_CDEG, waited, one.left.state == states.RETURNING)
    return if_then(all_of(alone, one.left.cap_cdps != 0), may)


@theorem(
    mistake(
        "DOWN takes the table down again",
        SESSION,
        "            buttons.ignore_down()\n            return states.HOLDING",
        "            return states.HOLDING",
    ),
    about=PART,
)
def down_stops_the_way_up(core):
    """A press of DOWN on the way up to level stops the table, and counts for nothing more until it was let go."""
    one = Session(core)
    pressed = all_of(
        one.buttons.down_pressed, one.was.state == states.RETURNING, one.obs.inv_cdeg > 20,
        one.verdict.response < faults.RETURN,
        is_not(any_of(one.verdict.held, one.obs.at_upright, one.buttons.up_pressed)),
    )  # fmt: skip
    stands = all_of(one.left.cap_cdps == 0, one.left.state == states.HOLDING)
    return if_then(pressed, all_of(stands, one.after("buttons")._ignored))
