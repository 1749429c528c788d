"""Screening, whatever is declared: properties that hold for every profile."""

import copy
import datetime

from hypothesis import given
from hypothesis import strategies as st

from firmware.dates import day_number
from firmware.screening import conditions
from firmware.screening.rules import screen
from tests.support.profiles import (  # fmt: skip
    ABSOLUTE_KEYS,
    CLEARABLE_KEYS,
    KEYS,
    PHYSICIAN_KEYS,
    SURGEON_KEYS,
    TODAY,
    WAITING_KEYS,
    clearance,
    clearances,
    dates,
    keys_of,
    profile,
    profiles,
    unknown_keys,
)

todays = st.one_of(dates, st.just(0))
anything = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=True), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=6), inner, max_size=4)),
    max_leaves=12,
)


def codes(screened):
    return [code for code, *_ in screened.reasons]


def days(first, last):
    """From one YYYYMMDD to another."""
    first, last = (datetime.datetime.strptime(str(day), "%Y%m%d") for day in (first, last))
    return (last - first).days


def declaring(before, *more):
    """`before` with more conditions declared."""
    declared = before["conditions"] + list(more)
    return {**before, "conditions": declared, "nothing_to_declare": not declared}


@given(profiles(), todays)
def test_locked_means_no_angle_and_usable_means_a_bounded_one(declared, today):
    screened = screen(declared, today)
    assert screened.locked == bool(screened.reasons) == (screened.limit_cdeg == 0) == (screened.session_ms == 0)
    assert screened.limit_cdeg <= min(declared["max_inversion_cdeg"], 9000 if "beyond_60" in declared else 6000)


@given(profiles(), todays)
def test_the_least_cap_wins_and_is_named_once(declared, today):
    screened = screen(declared, today)
    least = min(cdeg for cdeg, *_ in screened.caps)
    if not screened.locked:
        assert screened.limit_cdeg == least
        assert screened.bound_by == next(origin for cdeg, origin, _ in screened.caps if cdeg == least)


@given(profiles(), unknown_keys, todays)
def test_an_unknown_condition_always_locks(declared, key, today):
    screened = screen(declaring(declared, key), today)
    assert screened.locked
    assert "UNKNOWN_CONDITION" in [code for code, *_ in screened.reasons]


@given(profiles(), st.sampled_from(ABSOLUTE_KEYS), st.lists(clearances(), max_size=3), todays)
def test_absolute_beats_any_clearance(declared, key, given_clearances, today):
    declared = declaring(declared, key)
    for one in given_clearances:
        declared["clearances"] = [*declared["clearances"], {**one, "condition": key}]
    assert "CONDITION_ABSOLUTE" in [code for code, *_ in screen(declared, today).reasons]


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
    assert screen({**declared, "clearances": []}, today).limit_cdeg in (0, limit)
    assert screen(declared, 0).locked


@given(profiles(), anything.filter(lambda odd: day_number(odd) == 0))
def test_without_a_day_everything_is_locked_and_says_so_once_and_last(declared, odd):
    assert codes(screen(declared, odd)).count("NO_CLOCK") == 1
    assert codes(screen(declared, odd))[-1] == "NO_CLOCK"
    assert "NO_CLOCK" not in codes(screen(declared, TODAY))


@given(st.sampled_from(CLEARABLE_KEYS), dates, dates, st.sampled_from(conditions.ROLES), dates, dates, dates)
def test_a_clearance_counts_exactly_when_every_rule_is_kept(key, issued, expires, role, today, since, changed):
    row = conditions.find(key)
    one = clearance(key, issued=issued, expires=expires, role=role)
    screened = screen(profile(key, clearances=[one], since={key: since}), today, changed)
    kept = {
        "CLEARANCE_ROLE": key not in (PHYSICIAN_KEYS if role == conditions.SURGEON else SURGEON_KEYS),
        "CLEARANCE_NOT_YET": issued <= today,
        "CLEARANCE_OLD": days(issued, today) <= 180,
        "CLEARANCE_EXPIRED": today <= expires,
        "CLEARANCE_BEFORE_CHANGE": changed <= issued,
        "CLEARANCE_EARLY": key not in WAITING_KEYS or days(since, issued) >= row[conditions.WAIT_DAYS],
        "CLEARANCE_BEFORE_EVENT": key in WAITING_KEYS or since <= issued,
        "OPERATION_DATE": key not in WAITING_KEYS or since <= today,
    }
    broken = {code for code, right in kept.items() if not right}
    assert set(codes(screened)) == (broken | {"NOT_CLEARED"} if broken else set())


@given(profiles(), dates, dates)
def test_a_change_of_conditions_never_loosens(declared, today, changed):
    before, after = screen(declared, today), screen(declared, today, changed)
    assert after.limit_cdeg in (0, before.limit_cdeg)
    assert set(before.reasons) <= set(after.reasons)


@given(st.sampled_from(CLEARABLE_KEYS), st.lists(clearances(), max_size=4), dates)
def test_only_the_conditions_own_clearance_clears_it(key, given_clearances, today):
    others = [one for one in given_clearances if one["condition"] != key]
    assert "NOT_CLEARED" in codes(screen(profile(key, clearances=others), today))


@given(profiles(), st.sampled_from(WAITING_KEYS), dates)
def test_an_operation_without_a_day_is_never_cleared(declared, key, today):
    declared = declaring(declared, *([] if key in declared["conditions"] else [key]))
    declared["since"] = {one: day for one, day in declared["since"].items() if one != key}
    declared["clearances"] = [*declared["clearances"], clearance(key)]
    assert "OPERATION_DATE" in codes(screen(declared, today))


@given(profiles(), st.sampled_from(keys_of(conditions.TODAY)), dates)
def test_what_is_asked_each_day_locks_while_it_is_declared(declared, key, today):
    declared = declaring(declared, *([] if key in declared["conditions"] else [key]))
    assert "NOT_TODAY" in codes(screen(declared, today))


@given(st.integers(20, 300), st.integers(100, 250), st.integers(1900, 2030), dates)
def test_the_body_and_the_year_of_birth_decide_by_themselves(weight_kg, height_cm, born, today):
    screened = screen(profile(weight_kg=weight_kg, height_cm=height_cm, born=born), today)
    younger = today // 10000 - born - 1  # the least age that fits the year of birth
    usable = 45 <= weight_kg <= 136 and 147 <= height_cm <= 198 and younger >= 18
    usable = usable and weight_kg / (height_cm / 100) ** 2 < 40
    assert screened.locked is not usable
    assert screened.limit_cdeg == (0 if not usable else 3000 if younger + 1 >= 60 else 5000)
    assert ("SECOND_PERSON" in [code for code, *_ in screened.warnings]) == (younger + 1 >= 60)


@given(profiles(), dates)
def test_a_session_is_never_longer_than_the_profile_or_a_warning_allows(declared, today):
    screened = screen(declared, today)
    warned = 60 if "alone_at_home" in declared["conditions"] else 600
    assert screened.session_ms in (0, min(declared["session_s"], warned) * 1000)


@given(profiles(), dates)
def test_every_declared_warning_is_given_once(declared, today):
    expected = [conditions.find(key) for key in declared["conditions"] if key in keys_of(conditions.WARN)]
    given_words = [text for code, text, _ in screen(declared, today).warnings if code == "WARNING"]
    assert given_words == [f"{row[conditions.NAME]}: {row[conditions.REASON]}" for row in expected]


@given(profiles(), todays)
def test_the_profile_is_read_and_not_written(declared, today):
    before = copy.deepcopy(declared)
    screen(declared, today)
    assert declared == before


@given(anything, anything, anything)
def test_anything_at_all_locks_without_raising(odd, today, changed_day):
    assert screen(odd, today, changed_day).locked


@given(profiles(), anything, anything)
def test_no_day_whatever_raises(declared, today, changed_day):
    assert screen(declared, today, changed_day).limit_cdeg <= screen(declared, TODAY).limit_cdeg or not day_number(
        today
    )


@given(profiles(), st.sampled_from(sorted(profile())), anything, todays)
def test_one_wrong_field_never_loosens(declared, field, odd, today):
    screened = screen({**declared, field: odd}, today)
    assert screened.limit_cdeg <= (9000 if declared.get("beyond_60") else 6000)
    if field == "max_inversion_cdeg" and type(odd) is not int:
        assert screened.locked
