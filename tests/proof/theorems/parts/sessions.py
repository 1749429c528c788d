"""The session: what the buttons ask for is within range, and a way up that has begun is not lost."""

from firmware import states
from firmware.control import session
from firmware.safety import checks, faults
from tests.proof.domains import GIVEN, TICKS, TRUTH, OneOf, Whole
from tests.proof.registry import PART, mistake, theorem
from tests.proof.say import all_of, any_of, if_then, is_not, passed_ms
from tests.proof.theorems.parts.control import _BUDGET, _BUTTONS
from tests.proof.theorems.parts.part import Part

SESSION = "firmware/control/session.py"
WAYS_UP = (states.RETURNING, states.LEVEL_PAUSE, states.RAISING)
_SESSION = {
    "state": Whole(states.BOOT, states.FAULT),
    "cap_cdps": OneOf((0, session.INVERT_CDPS, session._RAISE_CDPS, session._FAULT_CDPS, session.RETURN_CDPS)),
    "target_cdeg": Whole(-7150, 9000),
    "contactor": TRUTH,
    "_since_ms": TICKS,
    "_went_below": TRUTH,
    "_downs": Whole(0, 1000),
}


class Session(Part):
    """A session in any state, and its step."""

    def __init__(self, core):
        super().__init__(core)
        self.make("session", "firmware.control.session", "Session", _SESSION)
        thing = self.made["session"][0]
        self.programme = tuple(
            self.value(name, Whole(0, most))
            for name, most in (("down_ms", 600_000), ("level_ms", 600_000), ("times", 99))
        )
        self.state.set(thing, "_programme", self.programme)
        self.state.set(thing, "_budget", self.make("budget", "firmware.control.budget", "Budget", _BUDGET))
        obs = self.make("obs", "firmware.tick_data", "Observation",
                        {n: GIVEN[f"obs.{n}"] for n in ("inv_cdeg", "at_upright", "stop", "locks_closed")})  # fmt: skip
        buttons = self.make("buttons", "firmware.control.buttons", "Buttons", _BUTTONS)
        verdict = self.make("verdict", "firmware.tick_data", "Verdict",
                            {"response": Whole(0, 5), "held": TRUTH, "drive_permille": Whole(-1000, 1000)})  # fmt: skip
        self.now, self.limit = self.value("now_ms", TICKS), self.value("limit_cdeg", Whole(0, 9000))
        # A press of DOWN comes long before DOWN counts, and UP beside it takes it away.
        pressed = self.seen("buttons")
        self.core.assumed.append(is_not(all_of(pressed.down, pressed.down_pressed)))
        _, after = self.call("session", "step", self.now, obs, buttons, verdict, self.limit)
        self.was, self.obs, self.buttons, self.verdict = map(self.seen, ("session", "obs", "buttons", "verdict"))
        self.left, self.after = after("session"), after

    def behind(self):
        """All as it is after the step."""
        return self.calls[0].after.copy()

    def is_one_of(self, value, these):
        return any_of(*(value == one for one in these))


@theorem(
    mistake(
        "another target while it returns", SESSION, "self.target_cdeg = LEVEL_CDEG", "self.target_cdeg = limit_cdeg"
    ),
    mistake(
        "the limit is aimed at from the other side",
        SESSION,
        "limit_cdeg - _SHORT_CDEG\n        elif",
        "limit_cdeg + _SHORT_CDEG\n        elif",
    ),
    about=PART,
)
def a_session_asks_within_its_range(core):
    """A session asks for one of four rates or none, and for an angle that is short of the limit when it goes down, and
    level or upright when it goes up; no number leaves a Pico's small integers."""
    one = Session(core)
    left, state = one.left, one.left.state
    moves = left.cap_cdps != 0
    down = if_then(all_of(moves, state == states.INVERTING), left.target_cdeg < one.limit)
    up = if_then(all_of(moves, state != states.INVERTING), left.target_cdeg <= checks.LEVEL_CDEG)
    core.assumed.append(one.was._downs < 1000)
    return [down, up, one.keeps(one.after, "session"), *one.small()]


@theorem(
    mistake("DOWN is not asked", SESSION, "if buttons.down and limit_cdeg:", "if limit_cdeg:"),
    mistake("a lockout is not asked", SESSION, "if buttons.down and limit_cdeg:", "if buttons.down:"),
    about=PART,
)
def a_session_goes_down_only_by_down(core):
    """A session asks for head-down motion only while DOWN counts, with a limit, without STOP's hold, and with no
    response stronger than a refusal."""
    one = Session(core)
    down = all_of(one.left.cap_cdps != 0, one.left.state == states.INVERTING)
    allowed = all_of(one.buttons.down, one.limit > 0, is_not(one.verdict.held), one.verdict.response < faults.RETURN)
    return if_then(down, allowed)


@theorem(
    mistake(
        "it stops between two ticks",
        SESSION,
        "return on_the_way or self._waiting(now_ms, obs)\n\n    def _way_up",
        "return self._waiting(now_ms, obs)\n\n    def _way_up",
    ),
    mistake(
        "at level it stays",
        SESSION,
        "return states.LEVEL_PAUSE if self._went_below else states.RAISING",
        "return states.LEVEL_PAUSE if self._went_below else states.HOLDING",
    ),
    about=PART,
)
def a_way_up_that_has_begun_goes_on(core):
    """A way up that has begun goes on by itself, to level, through the pause, to upright, as long as nobody presses
    DOWN or STOP and no fault halts the table: one state of the way up follows another."""
    one = Session(core)
    undisturbed = all_of(
        is_not(any_of(one.buttons.down, one.buttons.down_pressed, one.verdict.held, one.obs.at_upright)),
        one.verdict.response <= faults.RETURN, one.is_one_of(one.was.state, WAYS_UP),
    )  # fmt: skip
    return if_then(undisturbed, one.is_one_of(one.left.state, WAYS_UP))


@theorem(
    mistake(
        "UP shortens the pause",
        SESSION,
        "return states.LEVEL_PAUSE if self._went_below else states.RAISING",
        "return states.LEVEL_PAUSE if self._went_below and not obs.locks_closed else states.RAISING",
    ),
    mistake("half a minute is enough", SESSION, "PAUSE_MS = 60000", "PAUSE_MS = 30000"),
    mistake(
        "it is forgotten with STOP",
        SESSION,
        "        self._budget.step(now_ms, verdict.drive_permille)\n",
        "        self._budget.step(now_ms, verdict.drive_permille)\n        if verdict.held:\n"
        "            self._went_below = False\n",
    ),
    about=PART,
)
def a_pause_at_level_is_never_skipped(core):
    """After time below level the table goes on from level to upright only after a pause of {session.PAUSE_MS}: that it
    was below is forgotten only upright, after the pause, or by a table that was found above level at a start."""
    one = Session(core)
    paused = all_of(one.was.state == states.LEVEL_PAUSE, passed_ms(one.now, one.was._since_ms) >= 60_000)
    found = all_of(one.was.state == states.BOOT, one.obs.inv_cdeg < -session._HEAD_UP_CDEG)
    below = any_of(one.was._went_below, one.obs.inv_cdeg > checks.BELOW_LEVEL_CDEG)
    forgotten = all_of(below, is_not(one.left._went_below))
    begins = all_of(one.left.state == states.RAISING, one.was.state != states.RAISING)
    return [
        if_then(forgotten, any_of(one.obs.at_upright, paused, found)),
        if_then(begins, all_of(is_not(one.left._went_below), any_of(is_not(below), paused, one.obs.at_upright, found))),
        # The pause is counted from when it began.
        if_then(all_of(one.was.state == states.LEVEL_PAUSE, one.left.state == states.LEVEL_PAUSE),
                one.left._since_ms == one.was._since_ms),
    ]  # fmt: skip


@theorem(
    mistake(
        "a halted table asks for its full rate", SESSION, "self.cap_cdps = _FAULT_CDPS", "self.cap_cdps = RETURN_CDPS"
    ),
    mistake("it travels on", SESSION, "if response >= faults.HALT:", "if response > faults.HALT:"),
    about=PART,
)
def without_trust_a_session_asks_for_a_creep(core):
    """With HALT or a stronger response a session asks for a creep to upright and for nothing else."""
    one = Session(core)
    creep = all_of(one.left.cap_cdps == session._FAULT_CDPS, one.left.target_cdeg < checks.UPRIGHT_CDEG)
    return if_then(one.verdict.response >= faults.HALT, creep)
