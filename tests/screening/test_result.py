"""Screening and dose together: the screening result of a person now."""

import pytest

from firmware.dates import DAY_MIN
from firmware.screening import dose
from firmware.screening.dose import PersonRecord
from firmware.screening.result import judge
from firmware.screening.rules import screen
from tests.support.profiles import TODAY, clearance, profile

KEY = "acute_hip_instability"
DAY = 9_823  # of TODAY
NOON = DAY * DAY_MIN + 720


def person(**known):
    one = PersonRecord()
    for name, value in known.items():
        setattr(one, name, value)
    return one


def codes(screened):
    return [code for code, *_ in screened.reasons]


def test_the_least_of_profile_and_progression_wins_and_is_named():
    assert (
        judge(profile(), TODAY, NOON, PersonRecord()).limit_cdeg,
        judge(profile(), TODAY, NOON, PersonRecord()).bound_by,
    ) == (
        1500,
        "progression",
    )
    far = judge(profile(), TODAY, NOON, person(step=9))
    assert (far.limit_cdeg, far.bound_by, far.session_ms) == (5000, "profile", 180_000)
    assert far.caps == [*screen(profile(), TODAY).caps, (6000, "progression", "")]


def test_the_shorter_time_wins():
    assert judge(profile(), TODAY, NOON, PersonRecord()).session_ms == 60_000
    assert judge(profile(session_s=30), TODAY, NOON, PersonRecord()).session_ms == 30_000


def test_what_locks_by_the_profile_and_what_locks_by_the_day_are_both_told():
    waiting = person(ended_min=NOON - 5)
    assert codes(judge(profile("glaucoma"), TODAY, NOON, waiting)) == ["CONDITION_ABSOLUTE", "WAIT"]
    assert codes(judge(profile(), TODAY, NOON, waiting)) == ["WAIT"]
    assert judge(profile(), TODAY, NOON, waiting).limit_cdeg == 0


def test_without_a_clock_nothing_is_counted_and_all_is_locked():
    assert codes(judge(profile(), 0, 0, person(ended_min=0, sessions=3, last_day=0))) == ["NO_CLOCK"]


def test_warnings_are_passed_on():
    older = profile(born=1960)
    assert judge(older, TODAY, NOON, PersonRecord()).warnings == screen(older, TODAY).warnings != []


@pytest.mark.parametrize(
    ("known", "locked"),
    [
        ({}, []),
        ({"changed_day": 20261101}, []),
        ({"changed_day": 20261102}, ["NOT_CLEARED", "CLEARANCE_BEFORE_CHANGE"]),
        ({"undated": True}, ["NOT_CLEARED", "CLEARANCE_BEFORE_CHANGE"]),
        ({"undated": True, "changed_day": 20200101}, ["NOT_CLEARED", "CLEARANCE_BEFORE_CHANGE"]),
    ],
)
def test_conditions_that_changed_void_what_is_older(known, locked):
    cleared = profile(KEY, clearances=[clearance(KEY, issued=20261101)])
    assert codes(judge(cleared, TODAY, NOON, person(**known))) == locked


def test_nobody_stored_is_locked():
    assert "NO_PROFILE" in codes(judge(None, TODAY, NOON, PersonRecord()))
    assert dose.locks(PersonRecord(), NOON) == []
