"""The small changes that make a supervisor, a driver or control wrong."""

from collections.abc import Callable
from typing import NamedTuple

from firmware import executive, housekeeping, states, status
from firmware.control import request, session
from firmware.safety import checks, core, faults

# Sets an attribute for the length of one run: monkeypatch.setattr.
Set = Callable[[object, str, object], None]
Change = Callable[[Set], None]


class Seed(NamedTuple):
    """caught_by: words in what the situation finds, which tell how it was found."""

    name: str
    situation: str
    caught_by: str
    changes: tuple[Change, ...]


def ignoring(*codes: int) -> Change:
    """The check of these faults is gone."""

    def change(set_: Set) -> None:
        judge = checks.Checks._judge

        def forgetful(self, now_ms, code, cause):
            judge(self, now_ms, code, cause and code not in codes)

        set_(checks.Checks, "_judge", forgetful)

    return change


def pushing(permille: int, since: int = states.LOCKED + 1) -> Change:
    """Reckless control: in every state from this one on it wants the contactor and this drive.

    But for the half second in which the current sense is tried, because a table that refuses there shows nothing else.
    """

    def change(set_: Set) -> None:
        make = request.Requester.make

        def reckless(self, session, obs, last):
            make(self, session, obs, last)
            trying = obs.at_upright and session.state == states.INVERTING and not self._check.passed
            if session.state >= since and not trying:
                self.request.drive_permille = permille
                self.request.contactor = True

        set_(request.Requester, "make", reckless)

    return change


def swap(owner: object, name: str, new: object) -> Change:
    return lambda set_: set_(owner, name, new)


def wider_limit(set_: Set) -> None:
    room_left = core.room_left
    set_(core, "room_left", lambda limit_cdeg, obs: room_left(limit_cdeg + 100, obs))


def without(*conditions: str) -> Change:
    """Head-down motion is judged as if these parts of the observation were in order."""

    def change(set_: Set) -> None:
        may_go_down = core.Supervisor._may_go_down

        def careless(self, obs, response):
            before = [getattr(obs, name) for name in conditions]
            for name in conditions:
                setattr(obs, name, name in ("locks_closed", "down"))
            verdict = may_go_down(self, obs, faults.NONE if "stop" not in conditions else response)
            for name, value in zip(conditions, before, strict=True):
                setattr(obs, name, value)
            return verdict

        set_(core.Supervisor, "_may_go_down", careless)

    return change


def deaf_to_responses(set_: Set) -> None:
    may_go_down = core.Supervisor._may_go_down
    set_(core.Supervisor, "_may_go_down", lambda self, obs, response: may_go_down(self, obs, faults.NONE))


def sign_flipped(set_: Set) -> None:
    allow = core.Supervisor._allow
    set_(
        core.Supervisor,
        "_allow",
        lambda self, obs, drive, response: drive if drive > 0 else allow(self, obs, drive, response),
    )


def quiet(set_: Set) -> None:
    step = core.Supervisor.step

    def quiet(self, now_ms, obs, request):
        verdict = step(self, now_ms, obs, request)
        verdict.alarm = False
        return verdict

    set_(core.Supervisor, "step", quiet)


def keeps_contactor(set_: Set) -> None:
    step = core.Supervisor.step

    def keeping(self, now_ms, obs, request):
        verdict = step(self, now_ms, obs, request)
        verdict.contactor = request.contactor
        return verdict

    set_(core.Supervisor, "step", keeping)


def nameless(set_: Set) -> None:
    update = status.Status.update

    def nameless(self, *said):
        update(self, *said)
        self.fault = 0

    set_(status.Status, "update", nameless)


def flipped_bit(set_: Set) -> None:
    """A bit of the limit flips in memory on the way down: not the supervisor's fault, but its business."""
    step = core.Supervisor.step

    def disturbed(self, now_ms, obs, request):
        if obs.inv_cdeg > 500 and self.limits.limit_cdeg == 2500:
            self.limits.limit_cdeg ^= 1 << 12
        return step(self, now_ms, obs, request)

    set_(core.Supervisor, "step", disturbed)


def step_fails(set_: Set) -> None:
    """The step meets an error of its own from 10 degrees on."""
    look = checks.Checks.look

    def failing(self, now_ms, obs, *rest):
        if obs.inv_cdeg > 1000:
            raise RuntimeError("a check failed")
        look(self, now_ms, obs, *rest)

    set_(checks.Checks, "look", failing)


def carries_on(set_: Set) -> None:
    """Whatever the step raises, the last verdict is applied, kicked and fed."""
    tick = executive.Executive.tick

    def carrying_on(self, now_ms):
        try:
            tick(self, now_ms)
        except Exception:  # noqa: BLE001 - that is what is wrong with it
            self._gate.apply(self._supervisor.verdict)
            self._board.watchdog.feed()

    set_(executive.Executive, "tick", carrying_on)


def fed_first(set_: Set) -> None:
    """The watchdog is fed before the step, and an error of the gate ends no more than the tick."""
    tick = executive.Executive.tick

    def fed_first(self, now_ms):
        self._board.watchdog.feed()
        try:
            tick(self, now_ms)
        except Exception:  # noqa: BLE001 - that is what is wrong with it
            return

    set_(executive.Executive, "tick", fed_first)


def stop_not_held(set_: Set) -> None:
    set_(core.Supervisor, "_hold_on_stop", lambda self, *_: None)


def stop_blocks_all(set_: Set) -> None:
    allow = core.Supervisor._allow
    set_(
        core.Supervisor,
        "_allow",
        lambda self, obs, drive, response: 0 if obs.stop else allow(self, obs, drive, response),
    )


def plain_clock(set_: Set) -> None:
    for module in (checks, core, session, executive, housekeeping):
        if hasattr(module, "elapsed_ms"):
            set_(module, "elapsed_ms", lambda now_ms, since_ms: now_ms - since_ms)
