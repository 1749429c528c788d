"""The dose by the two times of a table: whatever waits, waits by both, and no clock brings anything earlier."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firmware.dates import DAY_MIN
from firmware.screening import dose
from firmware.screening.record import PersonRecord
from firmware.when import When

MONDAY = 9_000  # a day number
NOON = MONDAY * DAY_MIN + 720


def apart(minutes: int, own_min: int) -> When:
    return When(0, minutes, own_min)


@pytest.mark.parametrize(("by_clock", "by_own", "left"), [(31, 31, 0), (10, 31, 21), (31, 10, 21), (1000, 30, 1)])
def test_half_an_hour_must_have_passed_by_both(by_clock: int, by_own: int, left: int):
    record = PersonRecord()
    dose.ended(record, apart(NOON, NOON - 5000), True)
    when = apart(NOON + by_clock, NOON - 5000 + by_own)
    assert dose.minutes_left(record, when) == left
    assert dose.held(record, when) is (left > 0 and by_own < by_clock)


@pytest.mark.parametrize(
    ("days", "own_days", "left", "held"), [(0, 0, 720, False), (1, 0, 700, True), (0, 1, 720, False), (1, 1, 0, False)]
)
def test_a_day_has_passed_for_the_sessions_when_it_has_by_both(days: int, own_days: int, left: int, held: bool):
    record = PersonRecord()
    for at in range(3):
        dose.ended(record, apart(NOON - 200 + 40 * at, NOON - 180 + 40 * at), False)
    when = apart(NOON + days * DAY_MIN, NOON + 20 + own_days * DAY_MIN)
    assert dose.minutes_left(record, when) == left and dose.held(record, when) is held
    assert dose.sessions_today(record, when) == (3 if left else 0)
    assert [code for code, *_ in dose.locks(record, when)] == (["ENOUGH_TODAY"] if left else [])


def test_sessions_are_counted_for_each_of_the_two_days():
    record = PersonRecord()
    dose.ended(record, apart(NOON, NOON), False)
    dose.ended(record, apart(NOON + DAY_MIN, NOON + 60), False)
    assert (record.sessions, record.own_sessions, record.last_day, record.own_ended_min) == (
        1,
        2,
        MONDAY + 1,
        NOON + 60,
    )
    dose.ended(record, apart(NOON + DAY_MIN + 60, NOON + DAY_MIN), False)
    assert (record.sessions, record.own_sessions) == (2, 1)


@pytest.mark.parametrize(("days", "own_days", "left"), [(7, 7, 0), (70, 6, 1), (6, 70, 1), (0, 7, 7), (7, 0, 7)])
def test_the_days_of_a_step_must_have_passed_by_both(days: int, own_days: int, left: int):
    record = PersonRecord()
    for _ in range(3):
        dose.ended(record, apart(NOON, NOON - 9 * DAY_MIN), True)
        dose.felt(record, dose.SAME, False)
    assert (record.first_day, record.own_first_day) == (MONDAY, MONDAY - 9)
    when = apart(NOON + days * DAY_MIN, NOON + (own_days - 9) * DAY_MIN)
    assert dose.days_left(record, when) == left
    assert dose.advance(record, when) is (left == 0)
    assert (record.step, record.own_first_day) == ((1, 0) if left == 0 else (0, MONDAY - 9))


@pytest.mark.parametrize(
    ("days", "own_days"), [(0, 0), (1, 0), (0, 1), (1, 1), (-1, 0), (0, -1), (-1, -1), (1, -1), (-1, 1)]
)
def test_answers_hold_while_it_is_their_day_by_both_and_a_yes_while_it_is_by_either(days: int, own_days: int):
    record = PersonRecord()
    record.answered_day, record.own_answered_day, record.answers = MONDAY, MONDAY - 1, 4
    when = apart(NOON + days * DAY_MIN, NOON + (own_days - 1) * DAY_MIN)
    same, either = days == own_days == 0, days == 0 or own_days == 0
    assert dose.answered(record, when) is same
    assert [code for code, *_ in dose.locks(record, when)] == (["TODAY"] if either else [])
    assert dose.held(record, when) is (either and not same)
    record.answers = 0
    assert dose.locks(record, when) == [] and not dose.held(record, when)


@pytest.mark.parametrize("field", ["own_ended_min", "own_first_day"])
def test_an_own_count_that_begins_anew_lets_everybody_wait_anew(field: str):
    record = PersonRecord()
    setattr(record, field, NOON if field == "own_ended_min" else MONDAY)
    record.first_day = MONDAY - 30
    when = apart(NOON, DAY_MIN)
    assert dose.advance(record, when)
    assert getattr(record, field) == (DAY_MIN if field == "own_ended_min" else 1)
    assert not dose.advance(record, when)
    assert dose.minutes_left(record, when) == (31 if field == "own_ended_min" else 0)


@pytest.mark.parametrize("field", ["own_here_day", "own_ended_min", "own_answered_day"])
def test_a_record_is_not_forgotten_by_a_clock_alone(field: str):
    record = PersonRecord()
    record.here_day = 1
    setattr(record, field, NOON if field == "own_ended_min" else MONDAY)
    years = 2000 * DAY_MIN
    assert not dose.forgettable(record, apart(NOON + years, (MONDAY + 181) * DAY_MIN - 1))
    assert not dose.forgettable(record, apart(NOON + years, (MONDAY - 9) * DAY_MIN))
    assert dose.forgettable(record, apart(NOON + years, (MONDAY + 181) * DAY_MIN))
    record.here_day = MONDAY + 2000
    assert not dose.forgettable(record, apart(NOON + years, (MONDAY + 181) * DAY_MIN))


def test_a_day_to_come_by_the_own_count_is_not_today():
    record = PersonRecord()
    dose.ended(record, apart(NOON, NOON + DAY_MIN), False)
    assert dose.sessions_today(record, apart(NOON + DAY_MIN, NOON)) == 0


def test_another_person_begins_anew_by_both():
    for answers, day in ((0, 0), (4, MONDAY)):
        record = PersonRecord()
        record.own_first_day = record.own_answered_day = MONDAY
        record.answers = answers
        dose.begin_anew(record)
        assert (record.own_first_day, record.own_answered_day) == (0, day)


TOLD = st.integers(-1385, 3_000_000)


@given(st.lists(st.tuples(st.integers(0, 3 * DAY_MIN), TOLD, st.booleans()), max_size=40))
def test_no_clock_brings_a_session_or_a_step_earlier(life):
    """The same time passes twice, once with a clock that is set and once with one that is right."""
    told, right = PersonRecord(), PersonRecord()
    own_min = NOON
    for pause_min, ahead_min, completed in life:
        own_min += pause_min
        by_told, by_right = apart(own_min + ahead_min, own_min), apart(own_min, own_min)
        dose.advance(told, by_told)
        dose.advance(right, by_right)
        assert told.step <= right.step
        if not dose.locks(told, by_told):
            assert not dose.locks(right, by_right)
            dose.ended(told, by_told, completed)
            dose.ended(right, by_right, completed)
