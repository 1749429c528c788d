"""Screening and dose together: the screening result of a person now."""

import pytest

from firmware.dates import DAY_MIN
from firmware.screening import dose
from firmware.screening.record import PersonRecord
from firmware.screening.result import judge
from firmware.screening.rules import screen
from tests.support.profiles import TODAY, clearance, profile
from tests.support.when import at, moment

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
        judge(profile(), at(TODAY, NOON), PersonRecord()).limit_cdeg,
        judge(profile(), at(TODAY, NOON), PersonRecord()).bound_by,
    ) == (
        1500,
        "progression",
    )
    far = judge(profile(), at(TODAY, NOON), person(step=9))
    assert (far.limit_cdeg, far.bound_by, far.session_ms) == (5000, "profile", 180_000)
    assert far.caps == [*screen(profile(), TODAY).caps, (6000, "progression", "")]


def test_the_shorter_time_wins():
    assert judge(profile(), at(TODAY, NOON), PersonRecord()).session_ms == 60_000
    assert judge(profile(session_s=30), at(TODAY, NOON), PersonRecord()).session_ms == 30_000


def test_after_a_break_neither_angle_nor_time_is_what_it_was_before():
    days = 28
    back = person(step=4, last_day=DAY - days, own_ended_min=NOON - days * DAY_MIN)
    found = judge(profile(), at(TODAY, NOON), back)
    assert (found.limit_cdeg, found.session_ms) == (2500, 120_000)


def test_a_hold_takes_the_time_with_the_angle():
    found = judge(profile(hold_cdeg=2000), at(TODAY, NOON), person(step=4, hold_cdeg=2000))
    assert (found.limit_cdeg, found.session_ms) == (2000, 90_000)


def test_what_locks_by_the_profile_and_what_locks_by_the_day_are_both_told():
    waiting = person(ended_min=NOON - 5)
    assert codes(judge(profile("glaucoma"), at(TODAY, NOON), waiting)) == ["CONDITION_ABSOLUTE", "WAIT"]
    assert codes(judge(profile(), at(TODAY, NOON), waiting)) == ["WAIT"]
    assert judge(profile(), at(TODAY, NOON), waiting).limit_cdeg == 0


def test_without_a_clock_nothing_is_counted_and_all_is_locked():
    assert codes(judge(profile(), at(0, 0), person(ended_min=0, sessions=3, last_day=0))) == ["NO_CLOCK"]


def test_warnings_are_passed_on():
    older = profile(born=1960)
    assert judge(older, at(TODAY, NOON), PersonRecord()).warnings == screen(older, TODAY).warnings != []


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
    assert codes(judge(cleared, at(TODAY, NOON), person(**known))) == locked


def test_nobody_stored_is_locked():
    assert "NO_PROFILE" in codes(judge(None, at(TODAY, NOON), PersonRecord()))
    assert dose.locks(PersonRecord(), moment(NOON)) == []


NOTE = ("CLOCK_APART", "The clock says.", "")


def apart(note=NOTE, **changes):
    """A table whose clock says TODAY, noon, and of which something else is to be said."""
    when = at(TODAY, NOON)
    when.note = note
    for name, value in changes.items():
        setattr(when, name, value)
    return when


@pytest.mark.parametrize(
    ("known", "changes", "locked"),
    [
        ({}, {"own_min": NOON - 60}, []),
        ({"own_ended_min": NOON - 70}, {"own_min": NOON - 60}, ["WAIT", "CLOCK_APART"]),
        ({"ended_min": NOON - 5, "own_ended_min": NOON - 5}, {}, ["WAIT"]),
        ({"ended_min": NOON - 5}, {"own_min": NOON + 600}, ["WAIT"]),
    ],
)
def test_h30_who_waits_longer_by_the_own_count_is_told_why(known, changes, locked):
    assert codes(judge(profile(), apart(**changes), person(**known))) == locked


@pytest.mark.parametrize(
    ("given", "known", "changes", "last"),
    [
        ({"expires": 20261130}, {}, {"latest_min": NOON + 10 * DAY_MIN}, NOTE[0]),
        ({"issued": TODAY}, {}, {"earliest_min": NOON - DAY_MIN}, NOTE[0]),
        ({"issued": TODAY}, {"changed_day": TODAY + 3}, {}, NOTE[0]),
        ({"expires": TODAY - 1}, {}, {"latest_min": NOON + 10 * DAY_MIN}, "CLEARANCE_EXPIRED"),
        ({"expires": 20261130}, {}, {"latest_min": NOON + 10 * DAY_MIN, "note": None}, "CLEARANCE_EXPIRED"),
        ({}, {"changed_day": TODAY + 3}, {}, "CLEARANCE_BEFORE_CHANGE"),
    ],
)
def test_h30_who_is_locked_by_another_day_than_the_clocks_is_told_why(given, known, changes, last):
    cleared = profile(KEY, clearances=[clearance(KEY, **given)])
    assert codes(judge(cleared, apart(**changes), person(**known)))[-1] == last


def test_h30_a_change_without_a_date_was_on_the_latest_day_that_it_may_be():
    cleared = profile(KEY, clearances=[clearance(KEY, issued=TODAY)])
    assert codes(judge(cleared, at(TODAY, NOON), person(undated=True))) == []
    late = apart(latest_min=NOON + DAY_MIN)
    assert codes(judge(cleared, late, person(undated=True)))[:2] == ["NOT_CLEARED", "CLEARANCE_BEFORE_CHANGE"]


def test_without_a_date_the_note_is_the_reason():
    note = ("NO_CLOCK", "A laptop's time was refused.", "")
    dateless = apart(note=note, day=0, minutes=0)
    assert judge(profile(), dateless, PersonRecord()).reasons == [note]
    for key, code in (("glaucoma", "CONDITION_ABSOLUTE"), ("a_word", "UNKNOWN_CONDITION")):
        assert codes(judge(profile(key), dateless, PersonRecord())) == [code, "NO_CLOCK"]
    assert codes(judge(profile("glaucoma"), at(0, 0), PersonRecord())) == ["CONDITION_ABSOLUTE", "NO_CLOCK"]
