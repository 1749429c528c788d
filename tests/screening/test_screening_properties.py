"""Screening, whatever is declared: properties that hold for every profile."""

import copy

from hypothesis import given
from hypothesis import strategies as st

from firmware.screening import conditions
from firmware.screening.rules import screen
from tests.screening.profiles import ABSOLUTE_KEYS, KEYS, clearances, dates, profile, profiles, unknown_keys

todays = st.one_of(dates, st.just(0))
anything = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=True), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=6), inner, max_size=4)),
    max_leaves=12,
)


def declaring(before, *more):
    """`before` with more conditions declared."""
    declared = before["conditions"] + list(more)
    return {**before, "conditions": declared, "nothing_to_declare": not declared}


@given(profiles(), todays)
def test_locked_means_no_angle_and_usable_means_a_bounded_one(declared, today):
    screened = screen(declared, today)
    assert screened.locked == bool(screened.reasons) == (screened.limit_cdeg == 0) == (screened.session_ms == 0)
    assert screened.limit_cdeg <= min(declared["max_inversion_cdeg"], conditions.TABLE_RATING_CDEG)


@given(profiles(), todays)
def test_the_least_cap_wins_and_is_named_once(declared, today):
    screened = screen(declared, today)
    least = min(cdeg for cdeg, _ in screened.caps)
    if not screened.locked:
        assert screened.limit_cdeg == least
        assert screened.bound_by == next(origin for cdeg, origin in screened.caps if cdeg == least)


@given(profiles(), unknown_keys, todays)
def test_an_unknown_condition_always_locks(declared, key, today):
    screened = screen(declaring(declared, key), today)
    assert screened.locked
    assert "UNKNOWN_CONDITION" in [code for code, _ in screened.reasons]


@given(profiles(), st.sampled_from(ABSOLUTE_KEYS), st.lists(clearances(), max_size=3), todays)
def test_absolute_beats_any_clearance(declared, key, given_clearances, today):
    declared = declaring(declared, key)
    for one in given_clearances:
        declared["clearances"] = [*declared["clearances"], {**one, "condition": key}]
    assert "CONDITION_ABSOLUTE" in [code for code, _ in screen(declared, today).reasons]


@given(profiles(), st.one_of(st.sampled_from(KEYS), unknown_keys), todays)
def test_declaring_more_never_raises_the_limit(declared, key, today):
    assert screen(declaring(declared, key), today).limit_cdeg <= screen(declared, today).limit_cdeg


@given(profiles(), clearances(), todays)
def test_a_clearance_of_something_undeclared_changes_nothing(declared, one, today):
    if one["condition"] not in declared["conditions"]:
        more = {**declared, "clearances": declared["clearances"] + [one]}
        before, after = screen(declared, today), screen(more, today)
        assert (before.limit_cdeg, before.reasons) == (after.limit_cdeg, after.reasons)


@given(profiles(), todays)
def test_without_clearances_and_without_a_clock_nothing_is_looser(declared, today):
    limit = screen(declared, today).limit_cdeg
    assert screen(declared, 0).limit_cdeg in (0, limit)
    assert screen({**declared, "clearances": []}, today).limit_cdeg in (0, limit)


@given(profiles(), todays)
def test_the_profile_is_read_and_not_written(declared, today):
    before = copy.deepcopy(declared)
    screen(declared, today)
    assert declared == before


@given(anything, anything)
def test_anything_at_all_locks_without_raising(odd, today):
    assert screen(odd, today).locked


@given(profiles(), st.sampled_from(sorted(profile())), anything, todays)
def test_one_wrong_field_never_loosens(declared, field, odd, today):
    screened = screen({**declared, field: odd}, today)
    assert screened.limit_cdeg <= conditions.TABLE_RATING_CDEG
    if field == "max_inversion_cdeg" and type(odd) is not int:
        assert screened.locked
