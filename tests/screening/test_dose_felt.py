"""How a session felt, a break, and what a profile holds: each may only make the dose less, or slower."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firmware.dates import DAY_MIN
from firmware.screening import dose
from firmware.screening.record import PersonRecord
from firmware.when import When
from tests.support.when import moment

MONDAY = 9_000  # a day number
NOON = MONDAY * DAY_MIN + 720


def at_step(step: int, **fields) -> PersonRecord:
    record = PersonRecord()
    record.step = step
    for name, value in fields.items():
        setattr(record, name, value)
    return record


def session(record: PersonRecord, day: int, how: int, dizzy: bool = False, pain=(0, 0), tolerated: bool = True) -> None:
    record.pain_before = pain[0]
    dose.ended(record, moment(NOON + day * DAY_MIN), tolerated)
    dose.felt(record, how, dizzy, pain[1])


# How it felt


@pytest.mark.parametrize("how", [dose.BETTER, dose.SAME])
def test_three_that_felt_no_worse_take_the_step(how: int):
    record = at_step(2)
    for day in (0, 1, 2):
        session(record, day, how)
    assert record.done == 3
    assert dose.advance(record, moment(NOON + 7 * DAY_MIN)) and record.step == 3


@pytest.mark.parametrize(
    ("how", "dizzy", "pain"),
    [
        (dose.WORSE, False, (0, 0)),
        (dose.BETTER, True, (0, 0)),
        (dose.BETTER, False, (3, 5)),
        (dose.SAME, False, (1, 11)),
    ],
    ids=["worse", "dizzy", "two more of pain", "ten more of pain"],
)
def test_worse_or_dizzy_holds_the_step_until_three_more_have_gone_well(how: int, dizzy: bool, pain):
    record = at_step(2)
    for day in (0, 1, 2):
        session(record, day, dose.SAME)
    session(record, 3, how, dizzy, pain)
    assert (record.step, record.done, record.first_day, record.own_first_day) == (2, 0, 0, 0)
    assert not dose.advance(record, moment(NOON + 8 * DAY_MIN))
    for day in (8, 9, 10):
        session(record, day, dose.SAME)
    assert dose.days_left(record, moment(NOON + 10 * DAY_MIN)) == 5
    assert dose.advance(record, moment(NOON + 15 * DAY_MIN)) and record.step == 3


@pytest.mark.parametrize("pain", [(0, 11), (5, 0), (5, 6), (5, 1)])
def test_pain_that_is_not_two_more_is_not_worse(pain):
    record = at_step(2)
    session(record, 0, dose.SAME, pain=pain)
    assert (record.done, record.worse, record.pain_before, record.pain_after) == (1, 0, *pain)


def test_how_a_session_ended_is_asked_about_and_stands_in_a_record_as_it_always_did():
    """Another number would be read as another end by the next firmware, and 0 would ask nobody."""
    assert (dose.CUT_SHORT, dose.TOLERATED) == (1, 2)
    for tolerated, after in ((False, dose.CUT_SHORT), (True, dose.TOLERATED)):
        record = at_step(2)
        dose.ended(record, moment(NOON), tolerated)
        assert record.after == after


def test_whoever_is_asked_for_no_pain_has_said_none():
    record = at_step(2, pain_after=4)
    dose.ended(record, moment(NOON), True)
    dose.felt(record, dose.SAME, False)
    assert record.pain_after == 0


def test_there_is_no_step_before_the_first_and_a_row_of_worse_that_is_too_long_ends_as_well():
    record = at_step(0, worse=1)
    session(record, 0, dose.WORSE)
    assert (record.step, record.worse) == (0, 0)
    record = at_step(3, worse=5)
    session(record, 0, dose.WORSE)
    assert (record.step, record.worse) == (2, 0)


def test_worse_twice_in_a_row_takes_a_step_back():
    record = at_step(4)
    session(record, 0, dose.WORSE)
    assert record.step == 4
    session(record, 1, dose.WORSE)
    assert (record.step, record.done, record.worse) == (3, 0, 0)
    session(record, 2, dose.WORSE)
    assert record.step == 3


@pytest.mark.parametrize(("between", "step"), [((dose.SAME, False), 4), ((dose.SAME, True), 3)])
def test_a_good_one_between_ends_the_row_and_a_dizzy_one_does_not(between, step: int):
    record = at_step(4)
    for how, dizzy in ((dose.WORSE, False), between, (dose.WORSE, False)):
        session(record, 0, how, dizzy)
    assert record.step == step


def test_the_first_step_is_the_last_that_is_left():
    record = at_step(0)
    for day in range(5):
        session(record, day, dose.WORSE)
    assert record.step == 0


def test_a_session_that_was_cut_short_counts_for_nothing_however_it_felt():
    record = at_step(2)
    session(record, 0, dose.BETTER, tolerated=False)
    assert (record.done, record.first_day) == (0, 0)


def test_a_session_of_which_nobody_says_how_it_felt_holds_the_step():
    record = at_step(2)
    for day in (0, 1):
        session(record, day, dose.SAME)
    dose.ended(record, moment(NOON + 2 * DAY_MIN), True)
    assert record.after == dose.TOLERATED and record.done == 2
    assert not dose.advance(record, moment(NOON + 9 * DAY_MIN))
    dose.ended(record, moment(NOON + 9 * DAY_MIN), True)
    assert (record.step, record.done, record.first_day, record.worse) == (2, 0, 0, 0)


def test_an_answer_that_comes_later_counts_for_the_day_of_the_session():
    record = at_step(0)
    dose.ended(record, When(0, NOON, NOON - DAY_MIN), True)
    dose.felt(record, dose.SAME, False)
    assert (record.first_day, record.own_first_day) == (MONDAY, MONDAY - 1)


# A break


@pytest.mark.parametrize(
    ("days", "step"), [(0, 9), (13, 9), (14, 8), (27, 8), (28, 7), (55, 6), (56, 0), (170, 0), (9000, 0)]
)
@pytest.mark.parametrize("own", [False, True])
def test_a_break_takes_a_step_for_each_two_weeks_and_all_after_eight(days: int, step: int, own: bool):
    """By either time, whichever makes the break the longer one."""
    record = at_step(9)
    session(record, 0, dose.SAME)
    now = When(0, NOON + (0 if own else days * DAY_MIN), NOON + (days * DAY_MIN if own else 0))
    assert dose.step_now(record, now) == step
    assert record.step == 9, "the record stays as it is until there is another session"


def test_what_a_break_took_is_not_given_back_by_the_session_after_it():
    record = at_step(9)
    for day in (0, 1):
        session(record, day, dose.SAME)
    back = moment(NOON + 30 * DAY_MIN)
    assert dose.step_now(record, back) == 7
    dose.ended(record, back, True)
    assert (dose.step_now(record, back), record.step, record.done) == (7, 7, 0)
    dose.felt(record, dose.SAME, False)
    assert record.done == 1


def test_a_break_takes_no_more_than_there_is():
    record = at_step(1)
    session(record, 0, dose.SAME)
    assert dose.step_now(record, moment(NOON + 50 * DAY_MIN)) == 0


def test_a_laptop_that_told_a_later_day_and_is_right_again_takes_nothing():
    record = at_step(9)
    session(record, 0, dose.SAME)
    dose.advance(record, When(0, NOON + 100 * DAY_MIN, NOON))
    assert dose.step_now(record, When(0, NOON, NOON)) == 9


# What the profile holds


@pytest.mark.parametrize(("hold_cdeg", "step"), [(0, 4), (100, 0), (1999, 0), (2000, 1), (3400, 3), (9000, 4)])
def test_a_hold_bounds_the_step_and_never_raises_it(hold_cdeg: int, step: int):
    assert dose.step_now(at_step(4, hold_cdeg=hold_cdeg), moment(NOON)) == step


def test_a_held_step_is_not_left_and_does_not_jump_when_it_is_let_go():
    record = at_step(4, hold_cdeg=2000)
    for day in (0, 1, 2):
        session(record, day, dose.SAME)
    assert not dose.advance(record, moment(NOON + 9 * DAY_MIN)) and record.step == 1
    record.hold_cdeg = 0
    assert dose.advance(record, moment(NOON + 9 * DAY_MIN)) and record.step == 2
    assert not dose.advance(record, moment(NOON + 9 * DAY_MIN))


@pytest.mark.parametrize(("pace", "days"), [(0, 7), (3, 7), (14, 14), (90, 90)])
def test_a_pace_makes_a_step_take_longer_and_never_less(pace: int, days: int):
    record = at_step(0, pace_days=pace)
    for at in range(3):
        session(record, 0, dose.SAME)
        assert dose.days_left(record, moment(NOON)) == days, at
    assert not dose.advance(record, moment(NOON + (days - 1) * DAY_MIN))
    assert dose.advance(record, moment(NOON + days * DAY_MIN))


LIVES = st.lists(
    st.tuples(
        st.sampled_from([0, 1, 1, 1, 2, 7, 14, 30, 60]), st.sampled_from([dose.BETTER, dose.SAME, dose.WORSE]),
        st.booleans(), st.booleans(),
    ),
    max_size=30,
)  # fmt: skip


@given(LIVES, st.sampled_from([0, 1500, 2500]), st.sampled_from([0, 14]))
def test_no_life_goes_faster_than_one_in_which_all_went_well(life, hold_cdeg: int, pace: int):
    held, free = at_step(0, hold_cdeg=hold_cdeg, pace_days=pace), at_step(0)
    day = 0
    for days, how, dizzy, tolerated in life:
        day += days
        now = moment(NOON + day * DAY_MIN)
        for record in (held, free):
            dose.advance(record, now)
        before = dose.step_now(held, now)
        assert before <= dose.step_now(at_step(free.step), now)
        session(held, day, how, dizzy, tolerated=tolerated)
        session(free, day, dose.SAME)
        free.step = max(free.step, held.step)
        assert dose.step_now(held, now) <= before


def test_whoever_begins_anew_begins_with_nothing_of_before():
    record = PersonRecord()
    for name in ("step", "worse", "after", "pain_before", "pain_after", "done", "first_day", "own_first_day"):
        setattr(record, name, 3)
    dose.begin_anew(record)
    assert [record.step, record.worse, record.after, record.pain_before, record.pain_after] == [0] * 5
    assert [record.done, record.first_day, record.own_first_day] == [0] * 3


@pytest.mark.parametrize(
    ("days", "own_days", "step"), [(-40, -40, 10), (-40, 13, 10), (55, 0, 7), (56, 0, 0), (120, 0, 0)]
)
def test_a_break_takes_no_step_before_it_began_and_all_of_them_after_eight_weeks(days: int, own_days: int, step: int):
    record = at_step(10)
    dose.ended(record, moment(NOON), True)
    when = When(0, NOON + days * DAY_MIN, NOON + own_days * DAY_MIN)
    assert dose.step_now(record, when) == step
