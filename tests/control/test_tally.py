"""What counts as a session that was tolerated."""

import pytest

from firmware.control.tally import Tally
from firmware.records import Observation, Verdict
from firmware.safety import faults

LIMIT_CDEG = 2500


def session(below_s: float = 30.0, peak_cdeg: int = 2000, tick=lambda obs, verdict: None) -> Tally:
    """From upright to the peak, there for below_s, and back upright."""
    obs, verdict = Observation(), Verdict()
    tally = Tally(0)
    now_ms = 0
    for inv_cdeg, ticks in ((-7000, 5), (0, 5), (peak_cdeg, round(below_s * 50)), (0, 5), (-7000, 5)):
        for _ in range(ticks):
            obs.inv_cdeg, obs.at_upright, obs.stop = inv_cdeg, inv_cdeg == -7000, False
            verdict.response = verdict.fault = 0
            if inv_cdeg > -7000:
                tick(obs, verdict)
            now_ms += 20
            tally.step(now_ms, obs, verdict, 0 if obs.at_upright else LIMIT_CDEG)
    return tally


def faulty(code: int, response: int):
    def tick(_, verdict: Verdict) -> None:
        verdict.fault, verdict.response = code, response

    return tick


def stopped(obs: Observation, _: Verdict) -> None:
    obs.stop = True


def test_half_a_minute_near_the_limit_is_tolerated():
    tally = session()
    assert tally.completed
    assert tally.away
    tally.settle()
    assert not tally.away


@pytest.mark.parametrize(
    ("what", "tally"),
    [
        ("too short", session(below_s=29.9)),
        ("not far enough", session(peak_cdeg=1999)),
        ("STOP", session(tick=stopped)),
        ("a return by a fault", session(tick=faulty(faults.OVERRUN, faults.RETURN))),
        ("a halt", session(tick=faulty(faults.OBSTRUCTED, faults.HALT))),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_tolerated_session(what: str, tally: Tally):
    assert not tally.completed, what
    assert tally.away


@pytest.mark.parametrize(
    "tick", [faulty(faults.SESSION_TIME, faults.RETURN), faulty(faults.DUTY, faults.REFUSE)], ids=["time", "refusal"]
)
def test_the_end_of_the_time_and_a_refusal_cut_nothing_short(tick):
    assert session(tick=tick).completed


def test_a_table_that_never_left_upright_had_no_session():
    tally = Tally(0)
    obs = Observation()
    obs.at_upright = True
    tally.step(20, obs, Verdict(), 0)
    assert not tally.away


def test_the_next_session_begins_from_nothing():
    tally = session(tick=stopped)
    tally.settle()
    obs, verdict = Observation(), Verdict()
    obs.at_upright, obs.stop, obs.inv_cdeg = False, False, 2500
    for tick in range(1501):
        tally.step(100_000 + tick * 20, obs, verdict, LIMIT_CDEG)
    assert tally.completed


def test_a_clock_that_leaps_is_no_time_tolerated():
    tally = Tally(0)
    obs, verdict = Observation(), Verdict()
    obs.at_upright, obs.stop, obs.inv_cdeg = False, False, 2500
    for now_ms in (20, 40_000, 80_000, 10_000):
        tally.step(now_ms, obs, verdict, LIMIT_CDEG)
    assert not tally.completed
