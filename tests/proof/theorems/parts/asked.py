"""What control asks the core for, whole: from the session's wish and what the sensors say to the request."""

from firmware import states
from tests.proof.domains import GIVEN, Whole
from tests.proof.registry import PART, mistake, theorem
from tests.proof.say import all_of, any_of, choose, if_then, is_not
from tests.proof.theorems.parts.control import _BRIDGE, _MOTION, summed
from tests.proof.theorems.parts.part import Part
from tests.proof.theorems.parts.sessions import _SESSION

REQUEST = "firmware/control/request.py"
_SEEN = (
    "inv_cdeg",
    "rate_cdps",
    "pos_cdeg",
    "pos_rate_cdps",
    "pos_ok",
    "current_ma",
    "supply_mv",
    "supplied",
    "at_upright",
)


class _Asked(Part):
    """A requester in any state, and what it makes of any session, any observation and any last verdict."""

    def __init__(self, core):
        super().__init__(core)
        request = self.make(
            "request",
            "firmware.tick_data",
            "Request",
            {n: GIVEN[f"request.{n}"] for n in ("drive_permille", "contactor", "failed", "current_untrue")},
        )
        self.make("requester", "firmware.control.request", "Requester", {})
        parts = {
            "request": request,
            "_motion": self.make("motion", "firmware.control.motion", "Motion", _MOTION),
            "_check": self.make("check", "firmware.control.bridge_check", "BridgeCheck", _BRIDGE),
        }
        for name, thing in parts.items():
            self.state.set(self.made["requester"][0], name, thing)
        session = self.make(
            "session",
            "firmware.control.session",
            "Session",
            {n: _SESSION[n] for n in ("state", "cap_cdps", "target_cdeg", "contactor")},
        )
        obs = self.make("obs", "firmware.tick_data", "Observation", {n: GIVEN[f"obs.{n}"] for n in _SEEN})
        last = self.make(
            "verdict", "firmware.tick_data", "Verdict", {"drive_permille": Whole(-1000, 1000), "fault": Whole(0, 31)}
        )
        self.core.assumed.append(summed(self.seen("check")))
        _, self.after = self.call("requester", "make", session, obs, last)
        self.was, self.left = self.seen("request"), self.after("request")
        self.session, self.obs, self.last, self.motion = map(self.seen, ("session", "obs", "verdict", "motion"))


@theorem(
    mistake(
        "what was refused is asked for again",
        REQUEST,
        "        request.drive_permille = 0\n        check",
        "        check",
    ),
    mistake(
        "without a supply it asks", REQUEST, "ready = session.cap_cdps and obs.supplied", "ready = session.cap_cdps"
    ),
    about=PART,
)
def a_request_is_within_its_range(core):
    """Whatever session, sensors and the last verdict say, control asks for full drive at most, and for none without a
    rate or without supply; motion and the bridge's check keep their ranges, and every number is a Pico's small
    integer."""
    one = _Asked(core)
    drive = one.left.drive_permille
    still = if_then(any_of(one.session.cap_cdps == 0, is_not(one.obs.supplied)), drive == 0)
    told = all_of(is_not(one.left.failed), one.left.contactor == one.session.contactor)
    kept = all_of(*(one.keeps(one.after, name) for name in ("request", "motion", "check")))
    return [still, told, kept, *one.small()]


@theorem(
    mistake(
        "the target is taken from the other side",
        REQUEST,
        "session.target_cdeg - inv_cdeg",
        "inv_cdeg - session.target_cdeg",
    ),
    mistake("a halted table trusts the angle", REQUEST, "inv_cdeg = obs.pos_cdeg", "inv_cdeg = obs.inv_cdeg"),
    about=PART,
)
def a_request_is_towards_the_target(core):
    """Away from upright control drives towards the session's target, and nowhere else: by the tilt sensor, and
    while the table is halted by the position sensor."""
    one = _Asked(core)
    halted = one.session.state == states.FAULT
    at = choose(halted, one.obs.pos_cdeg, one.obs.inv_cdeg)
    drive, gap = one.left.drive_permille, one.session.target_cdeg - at
    return if_then(is_not(one.obs.at_upright), all_of(if_then(drive > 0, gap > 0), if_then(drive < 0, gap < 0)))


@theorem(
    mistake("the motor loses its supply", REQUEST, "        self.request.failed = True",
            "        self.request.failed = True\n        self.request.contactor = False"),
    mistake("the last request stands", REQUEST, "        self.request.drive_permille = 0\n        self.request.failed",
            "        self.request.failed"),
    mistake("nobody is told", REQUEST, "        self.request.failed = True", "        self.request.failed = False"),
    mistake("it is never forgotten", REQUEST, "        request.failed = False\n", ""),
    about=PART,
)  # fmt: skip
def an_error_in_control_keeps_the_supply(core):
    """A tick in which control met an error asks for no drive, says so, and leaves the contactor as it was asked
    for: the motor stays a brake. The next tick without an error asks again as ever, with the contactor that the
    session wants."""
    one = _Asked(core)
    _, failed = one.call("requester", "fail")
    request = failed("request")
    told = all_of(request.drive_permille == 0, request.failed, request.contactor == one.was.contactor)
    again = all_of(is_not(one.left.failed), one.left.contactor == one.session.contactor)
    return [told, again]


@theorem(
    mistake("a refusal is forgotten", REQUEST, "if refused or not ready:", "if not ready:"),
    mistake(
        "the growth begins anew only upright",
        REQUEST,
        "if refused or not ready:",
        "if obs.at_upright and (refused or not ready):",
    ),
    about=PART,
)
def what_is_refused_begins_from_rest(core):
    """After a tick in which the core allowed nothing of what was asked, head-down drive begins with
    {motion._GROWTH_PERMILLE} again; so it does without a rate or without supply."""
    one = _Asked(core)
    refused = all_of(one.was.drive_permille != 0, one.last.drive_permille == 0)
    return if_then(all_of(refused, is_not(one.obs.at_upright)), one.left.drive_permille <= 16)
