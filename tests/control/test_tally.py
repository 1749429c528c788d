"""What counts as a session that was tolerated."""

from collections.abc import Callable

import pytest

from firmware.control.tally import Tally
from firmware.safety import faults
from firmware.tick_data import Observation, Verdict

GOAL_CDEG = 2500
LEAST_MS = 30_000


class Session:
    """A tally, and what it is told in each tick."""

    def __init__(self, goal_cdeg: int = GOAL_CDEG):
        self.tally = Tally(0)
        self.tally.aim_at(goal_cdeg)
        self.obs, self.verdict, self.active = Observation(), Verdict(), bytearray(faults.COUNT)
        self.obs.stop = False
        self._now_ms = 0

    def at(self, inv_cdeg: int, seconds: float = 0.1) -> "Session":
        self.obs.inv_cdeg, self.obs.at_upright = inv_cdeg, inv_cdeg == -7000
        for _ in range(round(seconds * 50)):
            self._now_ms += 20
            self.tally.step(self._now_ms, self.obs, self.verdict, self.active)
        return self

    def faulty(self, *codes: int) -> "Session":
        """From now on these faults stand; the strongest of them is shown, of equals the first."""
        for code in range(faults.COUNT):
            self.active[code] = code in codes
        self.verdict.fault = max(codes, key=lambda code: (faults.RESPONSE[code], -code)) if codes else 0
        self.verdict.response = faults.RESPONSE[self.verdict.fault]
        return self

    @property
    def tolerated(self) -> bool:
        return self.tally.tolerated(LEAST_MS)


def whole(below_s: float = 30.0, peak_cdeg: int = 2350, goal_cdeg: int = GOAL_CDEG) -> Session:
    """From upright to the peak, there for so long, and back upright."""
    return Session(goal_cdeg).at(-7000).at(0).at(peak_cdeg, below_s).at(0).at(-7000)


def test_half_the_time_at_the_angle_of_the_step_is_tolerated():
    session = whole()
    assert session.tolerated and session.tally.away
    session.tally.close()
    assert not session.tally.away


@pytest.mark.parametrize(
    ("what", "session"),
    [
        ("too short", lambda: whole(below_s=29.9)),
        ("not far enough", lambda: whole(peak_cdeg=2349)),
        ("the step is further than the limit that bound", lambda: whole(peak_cdeg=2500, goal_cdeg=6000)),
        ("nobody's step", lambda: whole(goal_cdeg=0)),
        ("there for a moment, then higher", lambda: Session().at(-7000).at(2500, 1).at(800, 300).at(-7000)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_tolerated_session(what: str, session: Callable[[], Session]):
    assert not session().tolerated, what


def test_nobody_has_a_goal_before_one_is_told():
    assert (Tally(0).goal_cdeg, Tally(0).near_ms, Tally(0).away) == (0, 0, False)


def test_time_at_the_angle_adds_up():
    session = Session().at(-7000)
    for _ in range(3):
        session.at(2500, 10.1).at(0, 10)
    assert session.at(-7000).tolerated


def test_stop_at_any_time_cuts_it_short():
    session = Session().at(-7000).at(-3000)
    session.obs.stop = True
    session.at(-3000)
    session.obs.stop = False
    assert not session.at(2500, 40).at(-7000).tolerated


@pytest.mark.parametrize("code", [code for code in range(1, faults.COUNT) if code != faults.SESSION_TIME])
def test_a_fault_that_moves_or_holds_cuts_it_short_and_a_refusal_does_not(code: int):
    session = Session().at(-7000).at(2500, 40).faulty(code).at(2500).faulty().at(0).at(-7000)
    assert session.tolerated is (faults.RESPONSE[code] <= faults.REFUSE)


def test_the_end_of_the_time_cuts_nothing_short_and_hides_no_fault():
    over = Session().at(-7000).at(2500, 40).faulty(faults.SESSION_TIME).at(2500, 5)
    assert over.at(0).at(-7000).tolerated
    over = Session().at(-7000).at(2500, 40).faulty(faults.SESSION_TIME).at(2500, 5)
    over.faulty(faults.SESSION_TIME, faults.MAINS_LOST)
    assert over.verdict.fault == faults.SESSION_TIME
    assert not over.at(2500).at(0).at(-7000).tolerated


@pytest.mark.parametrize("answered", [True, False])
def test_whoever_is_brought_up_while_the_buzzer_asks_has_not_tolerated_it(answered: bool):
    session = Session().at(-7000).at(2500, 40)
    session.verdict.alarm = True
    session.at(2500, 5)
    session.verdict.alarm = not answered
    session.at(2500, 1)
    session.verdict.alarm = True
    assert session.faulty(faults.SESSION_TIME).at(2500, 5).at(-7000).tolerated is answered


def test_the_next_session_begins_from_nothing():
    session = whole()
    session.obs.stop = True
    session.at(0)
    session.obs.stop = False
    session.at(-7000).tally.close()
    assert not session.at(0).at(-7000).tolerated
    assert session.at(2500, 31).at(-7000).tolerated


def test_a_clock_that_leaps_is_no_time_tolerated():
    session = Session().at(-7000).at(2500, 1)
    for now_ms in (20, 40_000, 80_000, 10_000):
        session.tally.step(now_ms, session.obs, session.verdict, session.active)
    assert not session.tolerated


def test_each_tick_adds_what_it_lasted_and_a_gap_no_more_than_the_longest():
    session = Session(goal_cdeg=1)
    found = []
    session.obs.inv_cdeg, session.obs.at_upright = 2500, False
    for now_ms in (20, 40, 40, 41, 30, 90, 151, 5000, 5001):
        session.tally.step(now_ms, session.obs, session.verdict, session.active)
        found.append(session.tally.near_ms)
    assert found == [20, 40, 40, 41, 41, 101, 161, 221, 222]
    assert session.tally.tolerated(222) and not session.tally.tolerated(223)


def test_upright_nothing_is_counted_and_no_session_begins():
    session = Session().at(-7000, 60)
    assert (session.tally.near_ms, session.tally.away) == (0, False)
    session.obs.stop = True
    session.at(-7000)
    session.obs.stop = False
    assert session.at(2500, 31).tolerated


def test_what_the_buzzer_asked_in_one_session_is_not_asked_in_the_next():
    session = Session().at(-7000).at(2500, 40)
    session.verdict.alarm = True
    session.at(2500).at(-7000).tally.close()
    session.verdict.alarm = False
    assert session.faulty(faults.SESSION_TIME).at(0).faulty().at(2500, 31).tolerated


def test_a_refusal_while_the_buzzer_asks_moves_nobody():
    session = Session().at(-7000).at(2500, 31)
    session.verdict.alarm = True
    session.at(2500)
    session.verdict.response = faults.REFUSE
    assert session.at(2500).tolerated
    session.verdict.response = faults.RETURN
    assert not session.at(2500).tolerated
