"""The dose, to the session, the day and the minute."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firmware.dates import DAY_MIN
from firmware.screening import dose
from firmware.screening.record import PersonRecord
from firmware.texts import all_english
from tests.support.when import moment

MONDAY = 9_000  # a day number
NOON = MONDAY * DAY_MIN + 720


def locks_of(record: PersonRecord, when) -> list:
    """What a laptop reads of them."""
    return all_english(dose.locks(record, when))


def tolerated(record: PersonRecord, minutes: int, count: int = 1) -> None:
    for at in range(count):
        well(record, minutes + at * 40)


def well(record: PersonRecord, minutes: int) -> None:
    """A tolerated session that nobody felt the worse for."""
    dose.ended(record, moment(minutes), True)
    dose.felt(record, dose.SAME, False)


def test_a_new_person_begins_at_15_degrees_and_a_minute():
    record = PersonRecord()
    assert dose.step_now(record, moment(NOON)) == 0 and (dose.angle_cdeg(0), dose.time_s(0)) == (1500, 60)
    assert locks_of(record, moment(NOON)) == []
    assert dose.minutes_left(record, moment(NOON)) == 0
    assert dose.sessions_today(record, moment(NOON)) == 0
    assert not dose.answered(record, moment(NOON))
    assert not record.open


@pytest.mark.parametrize(
    ("step", "cdeg", "seconds"), [(0, 1500, 60), (1, 2000, 90), (2, 2500, 120), (8, 5500, 300), (9, 6000, 300)]
)
def test_each_step_gives_5_degrees_and_half_a_minute_up_to_five(step: int, cdeg: int, seconds: int):
    assert (dose.angle_cdeg(step), dose.time_s(step)) == (cdeg, seconds)


@pytest.mark.parametrize(("sessions", "days", "steps"), [(3, 7, 1), (2, 7, 0), (3, 6, 0), (2, 600, 0), (9, 7, 1)])
def test_a_step_takes_three_sessions_and_seven_days(sessions: int, days: int, steps: int):
    record = PersonRecord()
    tolerated(record, NOON, sessions)
    changed = dose.advance(record, moment(NOON + days * DAY_MIN))
    assert (record.step, changed) == (steps, steps == 1)


def test_the_seven_days_begin_with_the_first_completed_session_of_the_step():
    record = PersonRecord()
    dose.ended(record, moment(NOON - 30 * DAY_MIN), False)
    tolerated(record, NOON, 3)
    assert dose.days_left(record, moment(NOON)) == 7
    assert dose.days_left(record, moment(NOON + 6 * DAY_MIN)) == 1
    assert not dose.advance(record, moment(NOON + 6 * DAY_MIN + 719))
    assert dose.advance(record, moment(NOON + 7 * DAY_MIN - 720))
    assert (record.step, record.done, dose.days_left(record, moment(NOON + 7 * DAY_MIN))) == (1, 0, 7)
    assert not dose.advance(record, moment(NOON + 100 * DAY_MIN))


def test_years_without_a_session_make_one_step_and_no_more():
    record = PersonRecord()
    tolerated(record, NOON, 3)
    for _ in range(5):
        dose.advance(record, moment(NOON + 2000 * DAY_MIN))
    assert record.step == 1


def test_nothing_is_remembered_of_a_new_person():
    assert not any(vars(PersonRecord()).values())
    assert set(vars(PersonRecord())) == {
        "step", "done", "first_day", "last_day", "sessions", "ended_min", "answered_day", "answers", "declared",
        "changed_day", "undated", "open", "here_day", "born", "issued_day", "void_day", "dated", "lost",
        "own_first_day", "own_sessions", "own_ended_min", "own_answered_day", "own_here_day", "after", "worse", "news",
        "renewed", "told_day", "own_told_day", "meal_min", "own_meal_min", "hold_cdeg", "pace_days", "pain_before",
        "pain_after",
    }  # fmt: skip


def test_the_first_completed_session_of_a_step_keeps_its_day():
    record = PersonRecord()
    for day in (0, 2, 5):
        well(record, NOON + day * DAY_MIN)
    assert (record.first_day, record.last_day) == (MONDAY, MONDAY + 5)


def test_a_record_with_more_than_there_can_be_is_no_looser():
    record = PersonRecord()
    record.step, record.done, record.first_day = dose.MOST_STEP + 1, 9, 1
    assert not dose.advance(record, moment(NOON))
    record.step = 0
    assert dose.advance(record, moment(NOON)) and record.step == 1
    record.sessions, record.last_day = 4, MONDAY
    assert locks_of(record, moment(NOON)) == [
        ("ENOUGH_TODAY", "Come back tomorrow. At most 3 sessions a day are allowed.", "")
    ]
    assert dose.minutes_left(record, moment(NOON)) == 720


def test_days_to_come_are_not_today():
    record = PersonRecord()
    record.sessions, record.last_day, record.answered_day = 3, MONDAY + 1, MONDAY + 1
    assert dose.sessions_today(record, moment(NOON)) == 0
    assert not dose.answered(record, moment(NOON))


def test_the_last_step_is_the_last():
    record = PersonRecord()
    record.step = dose.MOST_STEP - 1
    for step in (dose.MOST_STEP, dose.MOST_STEP):
        tolerated(record, NOON, 3)
        dose.advance(record, moment(NOON + 9 * DAY_MIN))
        assert record.step == step
    assert dose.angle_cdeg(record.step) == 9000


def test_a_session_that_was_cut_short_counts_as_a_session_and_not_as_tolerated():
    record = PersonRecord()
    for at in range(3):
        dose.ended(record, moment(NOON + 40 * at), False)
    assert (record.done, record.first_day, record.sessions) == (0, 0, 3)
    assert [code for code, *_ in locks_of(record, moment(NOON + 200))] == ["ENOUGH_TODAY"]


def test_the_end_closes_the_session():
    record = PersonRecord()
    record.open = True
    well(record, NOON)
    assert record.open is False
    assert (record.done, record.first_day, record.last_day, record.ended_min) == (1, MONDAY, MONDAY, NOON)


@pytest.mark.parametrize(("step", "seconds"), [(0, 30), (1, 45), (8, 150), (15, 150)])
def test_half_the_time_of_the_step_makes_a_session_count(step: int, seconds: int):
    assert dose.tolerated_s(step) == seconds


@pytest.mark.parametrize(("after_min", "left"), [(0, 31), (1, 30), (29, 2), (30, 1), (31, 0), (32, 0)])
def test_at_least_half_an_hour_lies_between_sessions(after_min: int, left: int):
    record = PersonRecord()
    dose.ended(record, moment(NOON), True)
    assert dose.minutes_left(record, moment(NOON + after_min)) == left
    locks = locks_of(record, moment(NOON + after_min))
    assert [code for code, *_ in locks] == (["WAIT"] if left else [])
    if left:
        assert " 30 " in locks[0][1] and f" {left} " in locks[0][1]


def test_three_sessions_a_day_and_three_more_the_next():
    record = PersonRecord()
    for at in range(3):
        assert locks_of(record, moment(NOON + 60 * at)) == []
        dose.ended(record, moment(NOON + 60 * at), True)
        assert dose.sessions_today(record, moment(NOON + 60 * at)) == at + 1
    late = (MONDAY + 1) * DAY_MIN - 1
    assert [code for code, *_ in locks_of(record, moment(late))] == ["ENOUGH_TODAY"]
    assert dose.minutes_left(record, moment(late)) == 1
    assert dose.minutes_left(record, moment(NOON + 200)) == 720 - 200
    assert locks_of(record, moment(late + 1)) == []
    assert dose.sessions_today(record, moment(late + 1)) == 0
    dose.ended(record, moment(late + 1), True)
    assert record.sessions == 1


def test_two_sessions_are_not_enough_for_a_day():
    record = PersonRecord()
    tolerated(record, NOON, 2)
    assert dose.minutes_left(record, moment(NOON + 100)) == 0


def test_just_before_midnight_the_half_hour_goes_on():
    record = PersonRecord()
    tolerated(record, NOON, 2)
    dose.ended(record, moment((MONDAY + 1) * DAY_MIN - 10), True)
    assert dose.minutes_left(record, moment((MONDAY + 1) * DAY_MIN - 10)) == 31
    assert [code for code, *_ in locks_of(record, moment((MONDAY + 1) * DAY_MIN))] == ["WAIT"]


def test_the_answers_of_a_day_hold_for_that_day_and_a_yes_locks():
    record = PersonRecord()
    record.answered_day = record.own_answered_day = MONDAY
    record.answers = 0b101
    assert dose.answered(record, moment(NOON)) and not dose.answered(record, moment(NOON + DAY_MIN))
    questions = dose.table.TODAY_QUESTIONS
    locks = locks_of(record, moment(NOON))
    assert [code for code, *_ in locks] == ["TODAY", "TODAY"]
    assert questions[0][2] in locks[0][1] and questions[2][2] in locks[1][1]
    assert [key for *_, key in locks] == ["ear_or_sinus_infection", "alcohol_or_medicine"]
    assert locks_of(record, moment(NOON + DAY_MIN)) == []


def test_a_clock_that_was_put_back_keeps_nobody_waiting_for_a_wrong_time():
    record = PersonRecord()
    tolerated(record, NOON + 1000 * DAY_MIN, 3)
    assert dose.advance(record, moment(NOON))
    assert (record.ended_min, record.first_day, record.last_day, record.sessions) == (NOON, MONDAY, MONDAY, 3)
    assert not dose.advance(record, moment(NOON))
    assert [code for code, *_ in locks_of(record, moment(NOON))] == ["ENOUGH_TODAY"]


@pytest.mark.parametrize("field", ["ended_min", "first_day", "last_day"])
def test_any_time_ahead_comes_back(field: str):
    record = PersonRecord()
    ahead = 1 if field == "ended_min" else DAY_MIN
    setattr(record, field, (NOON + ahead) // (1 if field == "ended_min" else DAY_MIN))
    assert dose.advance(record, moment(NOON))
    assert getattr(record, field) == (NOON if field == "ended_min" else MONDAY)


def test_a_record_that_is_lost_says_only_that():
    record = PersonRecord()
    dose.ended(record, moment(NOON), False)
    record.lost = "RECORD_LOST"
    lost = "Push the profile again to start from the beginning: the record of this person's sessions is lost."
    assert locks_of(record, moment(NOON)) == [("RECORD_LOST", lost, "")]


def test_another_person_begins_anew_but_not_past_a_yes():
    for answers, day in ((0, 0), (4, MONDAY)):
        record = PersonRecord()
        record.step, record.done, record.first_day, record.answered_day, record.answers = 3, 2, 1, MONDAY, answers
        record.sessions = 2
        dose.begin_anew(record)
        assert (record.step, record.done, record.first_day, record.answered_day) == (0, 0, 0, day)
        assert (record.answers, record.sessions) == (answers, 2)


@pytest.mark.parametrize("field", ["here_day", "last_day", "answered_day"])
def test_a_record_may_be_forgotten_half_a_year_after_it_was_last_of_use(field: str):
    record = PersonRecord()
    record.here_day = 1
    setattr(record, field, MONDAY)
    assert not dose.forgettable(record, moment(NOON))
    assert not dose.forgettable(record, moment((MONDAY + 181) * DAY_MIN - 1))
    assert dose.forgettable(record, moment((MONDAY + 181) * DAY_MIN))
    record.here_day = 0
    assert not dose.forgettable(record, moment((MONDAY + 1000) * DAY_MIN)), "nobody knows since when"


def test_a_record_up_to_date_is_left_alone():
    record = PersonRecord()
    dose.ended(record, moment(NOON), True)
    before = dict(vars(record))
    assert not dose.advance(record, moment(NOON))
    assert vars(record) == before


@given(st.lists(st.tuples(st.integers(0, 20 * DAY_MIN), st.booleans()), max_size=60))
def test_no_step_without_three_sessions_and_seven_days_whatever_happens(events):
    """By a count kept beside it: the completed sessions since the last step, and the first one's day."""
    record = PersonRecord()
    minutes, done, first = NOON, 0, 0
    for pause_min, completed in events:
        minutes += pause_min
        step = record.step
        dose.advance(record, moment(minutes))
        if record.step != step:
            assert record.step == step + 1 and done >= 3 and minutes // DAY_MIN - first >= 7
            done = first = 0
        if not locks_of(record, moment(minutes)):
            dose.ended(record, moment(minutes), completed)
            done += completed
            first = first or (minutes // DAY_MIN if completed else 0)
