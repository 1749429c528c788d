"""The dose, to the session, the day and the minute."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firmware.dates import DAY_MIN
from firmware.screening import dose
from firmware.screening.dose import Person

MONDAY = 9_000  # a day number
NOON = MONDAY * DAY_MIN + 720


def tolerated(person: Person, minutes: int, count: int = 1) -> None:
    for at in range(count):
        dose.ended(person, minutes + at * 40, True)


def test_a_new_person_begins_at_15_degrees_and_a_minute():
    person = Person()
    assert (dose.allowed_cdeg(person), dose.allowed_s(person)) == (1500, 60)
    assert dose.locks(person, NOON) == []
    assert dose.minutes_left(person, NOON) == 0
    assert dose.sessions_today(person, NOON) == 0
    assert not dose.answered(person, NOON)
    assert not person.open


@pytest.mark.parametrize(
    ("step", "cdeg", "seconds"), [(0, 1500, 60), (1, 2000, 90), (2, 2500, 120), (8, 5500, 300), (9, 6000, 300)]
)
def test_each_step_gives_5_degrees_and_half_a_minute_up_to_five(step: int, cdeg: int, seconds: int):
    person = Person()
    person.step = step
    assert (dose.allowed_cdeg(person), dose.allowed_s(person)) == (cdeg, seconds)


@pytest.mark.parametrize(("sessions", "days", "steps"), [(3, 7, 1), (2, 7, 0), (3, 6, 0), (2, 600, 0), (9, 7, 1)])
def test_a_step_takes_three_sessions_and_seven_days(sessions: int, days: int, steps: int):
    person = Person()
    tolerated(person, NOON, sessions)
    changed = dose.settle(person, NOON + days * DAY_MIN)
    assert (person.step, changed) == (steps, steps == 1)


def test_the_seven_days_begin_with_the_first_completed_session_of_the_step():
    person = Person()
    dose.ended(person, NOON - 30 * DAY_MIN, False)
    tolerated(person, NOON, 3)
    assert dose.days_left(person, NOON) == 7
    assert dose.days_left(person, NOON + 6 * DAY_MIN) == 1
    assert not dose.settle(person, NOON + 6 * DAY_MIN + 719)
    assert dose.settle(person, NOON + 7 * DAY_MIN - 720)
    assert (person.step, person.done, dose.days_left(person, NOON + 7 * DAY_MIN)) == (1, 0, 7)
    assert not dose.settle(person, NOON + 100 * DAY_MIN)


def test_years_without_a_session_make_one_step_and_no_more():
    person = Person()
    tolerated(person, NOON, 3)
    for _ in range(5):
        dose.settle(person, NOON + 2000 * DAY_MIN)
    assert person.step == 1


def test_nothing_is_remembered_of_a_new_person():
    assert set(vars(Person()).values()) == {0}
    assert set(vars(Person())) == {
        "step", "done", "first_day", "last_day", "sessions", "ended_min", "answered_day", "answers", "declared",
        "changed_day", "undated", "open", "here_day", "born", "issued_day", "void_day", "dated", "lost",
    }  # fmt: skip


def test_the_first_completed_session_of_a_step_keeps_its_day():
    person = Person()
    for day in (0, 2, 5):
        dose.ended(person, NOON + day * DAY_MIN, True)
    assert (person.first_day, person.last_day) == (MONDAY, MONDAY + 5)


def test_a_record_with_more_than_there_can_be_is_no_looser():
    person = Person()
    person.step, person.done, person.first_day = dose.MOST_STEP + 1, 9, 1
    assert not dose.settle(person, NOON)
    person.step = 0
    assert dose.settle(person, NOON) and person.step == 1
    person.sessions, person.last_day = 4, MONDAY
    assert dose.locks(person, NOON) == [("ENOUGH_TODAY", "There are 3 sessions a day at most. Come back tomorrow.")]
    assert dose.minutes_left(person, NOON) == 720


def test_days_to_come_are_not_today():
    person = Person()
    person.sessions, person.last_day, person.answered_day = 3, MONDAY + 1, MONDAY + 1
    assert dose.sessions_today(person, NOON) == 0
    assert not dose.answered(person, NOON)


def test_the_last_step_is_the_last():
    person = Person()
    person.step = dose.MOST_STEP - 1
    for step in (dose.MOST_STEP, dose.MOST_STEP):
        tolerated(person, NOON, 3)
        dose.settle(person, NOON + 9 * DAY_MIN)
        assert person.step == step
    assert dose.allowed_cdeg(person) == 9000


def test_a_session_that_was_cut_short_counts_as_a_session_and_not_as_tolerated():
    person = Person()
    for at in range(3):
        dose.ended(person, NOON + 40 * at, False)
    assert (person.done, person.first_day, person.sessions) == (0, 0, 3)
    assert [code for code, _ in dose.locks(person, NOON + 200)] == ["ENOUGH_TODAY"]


def test_the_end_closes_the_session():
    person = Person()
    person.open = True
    dose.ended(person, NOON, True)
    assert person.open is False
    assert (person.done, person.first_day, person.last_day, person.ended_min) == (1, MONDAY, MONDAY, NOON)


@pytest.mark.parametrize(("step", "seconds"), [(0, 30), (1, 45), (8, 150), (15, 150)])
def test_half_the_time_of_the_step_makes_a_session_count(step: int, seconds: int):
    person = Person()
    person.step = step
    assert dose.tolerated_s(person) == seconds


@pytest.mark.parametrize(("after_min", "left"), [(0, 31), (1, 30), (29, 2), (30, 1), (31, 0), (32, 0)])
def test_at_least_half_an_hour_lies_between_sessions(after_min: int, left: int):
    person = Person()
    dose.ended(person, NOON, True)
    assert dose.minutes_left(person, NOON + after_min) == left
    locks = dose.locks(person, NOON + after_min)
    assert [code for code, _ in locks] == (["WAIT"] if left else [])
    if left:
        assert " 30 " in locks[0][1] and f" {left} " in locks[0][1]


def test_three_sessions_a_day_and_three_more_the_next():
    person = Person()
    for at in range(3):
        assert dose.locks(person, NOON + 60 * at) == []
        dose.ended(person, NOON + 60 * at, True)
        assert dose.sessions_today(person, NOON + 60 * at) == at + 1
    late = (MONDAY + 1) * DAY_MIN - 1
    assert [code for code, _ in dose.locks(person, late)] == ["ENOUGH_TODAY"]
    assert dose.minutes_left(person, late) == 1
    assert dose.minutes_left(person, NOON + 200) == 720 - 200
    assert dose.locks(person, late + 1) == []
    assert dose.sessions_today(person, late + 1) == 0
    dose.ended(person, late + 1, True)
    assert person.sessions == 1


def test_two_sessions_are_not_enough_for_a_day():
    person = Person()
    tolerated(person, NOON, 2)
    assert dose.minutes_left(person, NOON + 100) == 0


def test_just_before_midnight_the_half_hour_goes_on():
    person = Person()
    tolerated(person, NOON, 2)
    dose.ended(person, (MONDAY + 1) * DAY_MIN - 10, True)
    assert dose.minutes_left(person, (MONDAY + 1) * DAY_MIN - 10) == 31
    assert [code for code, _ in dose.locks(person, (MONDAY + 1) * DAY_MIN)] == ["WAIT"]


def test_the_answers_of_a_day_hold_for_that_day_and_a_yes_locks():
    person = Person()
    person.answered_day, person.answers = MONDAY, 0b101
    assert dose.answered(person, NOON) and not dose.answered(person, NOON + DAY_MIN)
    questions = dose.table.TODAY_QUESTIONS
    locks = dose.locks(person, NOON)
    assert [code for code, _ in locks] == ["TODAY", "TODAY"]
    assert questions[0][2] in locks[0][1] and questions[2][2] in locks[1][1]
    assert dose.locks(person, NOON + DAY_MIN) == []


def test_a_clock_that_was_put_back_keeps_nobody_waiting_for_a_wrong_time():
    person = Person()
    tolerated(person, NOON + 1000 * DAY_MIN, 3)
    assert dose.settle(person, NOON)
    assert (person.ended_min, person.first_day, person.last_day, person.sessions) == (NOON, MONDAY, MONDAY, 3)
    assert not dose.settle(person, NOON)
    assert [code for code, _ in dose.locks(person, NOON)] == ["ENOUGH_TODAY"]


@pytest.mark.parametrize("field", ["ended_min", "first_day", "last_day"])
def test_any_time_ahead_comes_back(field: str):
    person = Person()
    ahead = 1 if field == "ended_min" else DAY_MIN
    setattr(person, field, (NOON + ahead) // (1 if field == "ended_min" else DAY_MIN))
    assert dose.settle(person, NOON)
    assert getattr(person, field) == (NOON if field == "ended_min" else MONDAY)


def test_a_record_that_is_lost_says_only_that():
    person = Person()
    dose.ended(person, NOON, False)
    person.lost = True
    lost = "What the table counted of this person's sessions is lost. Push the profile again to begin anew."
    assert dose.locks(person, NOON) == [("RECORD_LOST", lost)]


def test_another_person_begins_anew_but_not_past_a_yes():
    for answers, day in ((0, 0), (4, MONDAY)):
        person = Person()
        person.step, person.done, person.first_day, person.answered_day, person.answers = 3, 2, 1, MONDAY, answers
        person.sessions = 2
        dose.begin_anew(person)
        assert (person.step, person.done, person.first_day, person.answered_day) == (0, 0, 0, day)
        assert (person.answers, person.sessions) == (answers, 2)


@pytest.mark.parametrize("field", ["here_day", "last_day", "answered_day"])
def test_a_record_may_be_forgotten_half_a_year_after_it_was_last_of_use(field: str):
    person = Person()
    person.here_day = 1
    setattr(person, field, MONDAY)
    assert not dose.forgettable(person, NOON)
    assert not dose.forgettable(person, (MONDAY + 181) * DAY_MIN - 1)
    assert dose.forgettable(person, (MONDAY + 181) * DAY_MIN)
    person.here_day = 0
    assert not dose.forgettable(person, (MONDAY + 1000) * DAY_MIN), "nobody knows since when"


def test_a_record_up_to_date_is_left_alone():
    person = Person()
    dose.ended(person, NOON, True)
    before = dict(vars(person))
    assert not dose.settle(person, NOON)
    assert vars(person) == before


@given(st.lists(st.tuples(st.integers(0, 20 * DAY_MIN), st.booleans()), max_size=60))
def test_no_step_without_three_sessions_and_seven_days_whatever_happens(events):
    """By a count kept beside it: the completed sessions since the last step, and the first one's day."""
    person = Person()
    minutes, done, first = NOON, 0, 0
    for pause_min, completed in events:
        minutes += pause_min
        step = person.step
        dose.settle(person, minutes)
        if person.step != step:
            assert person.step == step + 1 and done >= 3 and minutes // DAY_MIN - first >= 7
            done = first = 0
        if not dose.locks(person, minutes):
            dose.ended(person, minutes, completed)
            done += completed
            first = first or (minutes // DAY_MIN if completed else 0)
