"""What loads a limit: what the core then keeps of it, and when housekeeping does it."""

from firmware.safety.ticks import MASK
from tests.proof.core import within
from tests.proof.domains import GIVEN, SMALL, TICKS, TRUTH, Whole
from tests.proof.registry import LIMITS, PART, mistake, theorem
from tests.proof.say import all_of, any_of, if_then, is_not
from tests.proof.theorems.parts.control import _TALLY
from tests.proof.theorems.parts.part import Part
from tests.proof.theorems.parts.sessions import _SESSION
from tests.proof.translator.values import Thing, truth

HOUSEKEEPING, STATUS = "firmware/housekeeping.py", "firmware/status.py"
LIMIT, SESSION_TIME = Whole(0, 9000), Whole(0, 600_000)
_FIELDS = ("limit_cdeg", "session_ms", "_limit_check", "_session_check")


def _flipped(value):
    """Each of the low 30 bits the other way."""
    return value + MASK - 2 * (value % (MASK + 1))


def _whole(limits):
    """Each value fits its complement."""
    return all_of(
        limits._limit_check == _flipped(limits.limit_cdeg),
        limits._session_check == _flipped(limits.session_ms),
    )


def _in_range(limit_cdeg, session_ms):
    return all_of(within(limit_cdeg, LIMIT), within(session_ms, SESSION_TIME))


@theorem(
    mistake(
        "both complements are of the limit",
        LIMITS,
        "self._session_check = session_ms ^ MASK",
        "self._session_check = limit_cdeg ^ MASK",
    ),
    mistake("the time is stored as the limit", LIMITS, "self.limit_cdeg = limit_cdeg", "self.limit_cdeg = session_ms"),
    mistake(
        "more than upside down is taken",
        LIMITS,
        "LIMIT_MOST_CDEG, SESSION_MOST_MS = 9000",
        "LIMIT_MOST_CDEG, SESSION_MOST_MS = 9900",
    ),
    mistake(
        "any time is taken", LIMITS, "<= LIMIT_MOST_CDEG and 0 <= session_ms <= SESSION_MOST_MS", "<= LIMIT_MOST_CDEG"
    ),
    mistake("a limit below level is taken", LIMITS, "if not (0 <= limit_cdeg", "if not (limit_cdeg"),
    mistake("a new table has a limit", LIMITS, "self.load(0, 0)", "self.load(9000, 600000)"),
    about=PART,
)
def what_is_loaded_is_what_was_given(core):
    """A limit of no less than zero and no more than {limits.LIMIT_MOST_CDEG}, with a session time of no less than zero
    and no more than {limits.SESSION_MOST_MS}, is kept as it was given. Where either is out of range both become zero:
    no limit, with which down_needs_a_limit lets nothing go head-down. Either way the complements fit, and it counts as
    whole. A core that has just been made has the limit zero."""
    part = Part(core)
    part.make("limits", "firmware.safety.limits", "Limits", dict.fromkeys(_FIELDS, SMALL))
    limit, session = part.value("a limit", SMALL), part.value("a time", SMALL)
    _, after = part.call("limits", "load", limit, session)
    left = after("limits")
    limits = part.made["limits"][0]
    corrupt = part.machine.call(limits.of.corrupt, [limits], part.calls[-1].after.copy())
    sound = _in_range(limit, session)
    taken = if_then(sound, all_of(left.limit_cdeg == limit, left.session_ms == session))
    refused = if_then(is_not(sound), all_of(left.limit_cdeg == 0, left.session_ms == 0))
    start = core.at_start.limits
    new = all_of(start.limit_cdeg == 0, start.session_ms == 0, _whole(start))
    return [taken, refused, _whole(left), is_not(corrupt), new, *part.small()]


class Chosen:
    """What the panel has confirmed, as its readers see it: plain fields."""


class _Loading(Part):
    """Housekeeping with any status, observation, limits in force and confirmed limit, and its loading of it."""

    def __init__(self, core):
        super().__init__(core)
        chosen = Thing(Chosen)
        self.made["chosen"] = chosen, {}
        self.chosen_cdeg, self.chosen_ms = self.value("chosen.limit_cdeg", LIMIT), self.value("chosen.ms", SESSION_TIME)
        programme = tuple(self.value(f"programme.{n}", Whole(0, 600_000)) for n in range(3))
        for field, value in {
            "limit_cdeg": self.chosen_cdeg,
            "session_ms": self.chosen_ms,
            "programme": programme,
            "goal_cdeg": self.value("goal", LIMIT),
            "changed": self.value("changed", SMALL),
        }.items():
            self.state.set(chosen, field, value)
        made = {
            "_chosen": chosen,
            "_limits": self.make("limits", "firmware.safety.limits", "Limits", dict.fromkeys(_FIELDS, SMALL)),
            "_status": self.make(
                "status",
                "firmware.status",
                "Status",
                {"upright_idle": TRUTH, "drive_permille": GIVEN["request.drive_permille"]},
            ),
            "_obs": self.make(
                "obs",
                "firmware.tick_data",
                "Observation",
                {name: GIVEN[f"obs.{name}"] for name in ("inv_cdeg", "pos_cdeg")},
            ),
            "_session": self.make("session", "firmware.control.session", "Session", {"state": _SESSION["state"]}),
            "_tally": self.make("tally", "firmware.control.tally", "Tally", {"goal_cdeg": _TALLY["goal_cdeg"]}),
        }
        keeper = self.make("keeper", "firmware.housekeeping", "Housekeeping", {"_loaded": SMALL})
        for field, value in made.items():
            self.state.set(keeper, field, value)
        _, after = self.call("keeper", "_load_limits")
        self.was, self.left = self.seen("limits"), after("limits")
        self.obs, self.status = self.seen("obs"), self.seen("status")
        self.done, self.before = after("keeper")._loaded, self.seen("keeper")._loaded
        moves = self.status.drive_permille != 0
        self.busy = any_of(moves, self.obs.inv_cdeg > 100, self.obs.pos_cdeg > 100)


@theorem(
    mistake(
        "it is raised wherever nothing moves",
        HOUSEKEEPING,
        "        if self._status.upright_idle:\n            limits",
        "        if not self.busy():\n            limits",
    ),
    mistake(
        "it is raised at level",
        HOUSEKEEPING,
        "limits.load(min(limits.limit_cdeg, least_cdeg), limits",
        "limits.load(max(limits.limit_cdeg, least_cdeg), limits",
    ),
    mistake(
        "it changes in motion",
        HOUSEKEEPING,
        "elif self.busy() or limits.corrupt():",
        "elif limits.corrupt():",
    ),
    mistake(
        "it may become less than where the table stands",
        HOUSEKEEPING,
        "max(chosen.limit_cdeg, self._obs.inv_cdeg, 0)",
        "chosen.limit_cdeg",
    ),
    mistake("damaged limits are made whole", HOUSEKEEPING, "self.busy() or limits.corrupt():", "self.busy():"),
    mistake(
        "the time changes with it", HOUSEKEEPING, "least_cdeg), limits.session_ms)", "least_cdeg), chosen.session_ms)"
    ),
    about=PART,
)
def a_limit_is_raised_only_at_rest(core):
    """Upright and idle the limit and the session time that were confirmed are put in force, as they are. Elsewhere a
    limit may only become less, to no less than where the table stands, and the time stays; while the motor has a drive,
    or somebody is more than {safety.BELOW_LEVEL_CDEG} below level by either sense, neither changes. What was in its
    range and whole stays so. What was damaged is not made whole but by what was confirmed: the next tick sees it."""
    one = _Loading(core)
    idle, was, left = truth(one.status.upright_idle), one.was, one.left
    taken = all_of(left.limit_cdeg == one.chosen_cdeg, left.session_ms == one.chosen_ms)
    same = all_of(left.limit_cdeg == was.limit_cdeg, left.session_ms == was.session_ms)
    stands = any_of(left.limit_cdeg == was.limit_cdeg, left.limit_cdeg >= one.obs.inv_cdeg)
    less = all_of(left.limit_cdeg <= was.limit_cdeg, stands, left.session_ms == was.session_ms)
    sound = all_of(_whole(was), _in_range(was.limit_cdeg, was.session_ms))
    untouched = all_of(*(getattr(left, field) == getattr(was, field) for field in _FIELDS))
    return [
        if_then(idle, taken),
        if_then(all_of(is_not(idle), sound), less),
        if_then(all_of(is_not(idle), is_not(_whole(was))), all_of(untouched, one.done == one.before)),
        # What could not be put in force is not noted as done.
        if_then(all_of(is_not(idle), one.busy), all_of(same, one.done == one.before)),
        if_then(any_of(idle, sound), all_of(_in_range(left.limit_cdeg, left.session_ms), _whole(left))),
    ]


@theorem(
    mistake("upright is enough", STATUS, "obs.at_upright and not verdict.contactor", "obs.at_upright"),
    mistake("an open contactor is enough", STATUS, "obs.at_upright and not verdict.contactor", "not verdict.contactor"),
    about=PART,
)
def idle_is_upright_without_supply(core):
    """What the rest of the table takes for upright and idle is: upright in the tick that the core has just judged,
    and its verdict keeps the contactor open."""
    part = Part(core)
    part.make(
        "status",
        "firmware.status",
        "Status",
        {"state": _SESSION["state"], "fault": Whole(0, 31), "fault_ms": TICKS, "upright_idle": TRUTH},
    )
    given = ("inv_cdeg", "pos_cdeg", "rate_cdps", "current_ma", "supply_mv", "battery_mv", "at_upright")
    obs = part.make("obs", "firmware.tick_data", "Observation", {name: GIVEN[f"obs.{name}"] for name in given})
    verdict = part.make(
        "verdict",
        "firmware.tick_data",
        "Verdict",
        {"drive_permille": Whole(-1000, 1000), "contactor": TRUTH, "fault": Whole(0, 31), "response": Whole(0, 5)},
    )
    values = [
        part.value("now_ms", TICKS),
        obs,
        verdict,
        part.value("bits", Whole(0, 4095)),
        part.value("limit", LIMIT),
        part.value("locked", TRUTH),
        part.value("session", _SESSION["state"]),
        part.value("away", TRUTH),
    ]
    _, after = part.call("status", "update", *values)
    idle = all_of(part.seen("obs").at_upright, is_not(part.seen("verdict").contactor))
    return truth(after("status").upright_idle) == idle
