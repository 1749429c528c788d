"""What is asked before a session, and what follows each answer."""

import ast
import textwrap
from pathlib import Path

import pytest

from firmware.dates import DAY_MIN
from firmware.screening import dose, questions
from firmware.screening.conditions import TODAY_QUESTIONS
from firmware.screening.record import PersonRecord
from firmware.texts import all_english
from firmware.when import When
from tests.support.when import moment

MONDAY = 9_000  # a day number
NOON = MONDAY * DAY_MIN + 720
NUMBERS = range(questions.NEWS, questions.NEWS + len(questions.NEWS_QUESTIONS))
URGENT = {"new_numbness", "new_weakness", "new_bladder_or_bowel"}


def locks_of(record: PersonRecord, when) -> list:
    """What a laptop reads of them."""
    return all_english(dose.locks(record, when))


def answered(*yes: int) -> PersonRecord:
    record = PersonRecord()
    dose.take(record, moment(NOON), sum(1 << number for number in set(yes)))
    return record


def codes(record: PersonRecord, when) -> list[str]:
    return [code for code, *_ in locks_of(record, when)]


def test_each_question_is_asked_and_fits_two_lines():
    asked = [*questions.due(answered(questions.NEWS), True), *questions.BEHIND_NEWS]
    assert sorted(asked) == list(range(questions.RENEWED + 1)), "each has a number of its own, and is asked once"
    for number in asked:
        text = questions.text(number)
        assert text.isascii() and text.endswith("?") and len(textwrap.wrap(text, 21)) <= 2
    assert questions.text(questions.MEAL) == TODAY_QUESTIONS[questions.MEAL][1]


def test_the_table_is_of_literals_so_that_it_stays_in_flash():
    (value,) = [
        node.value
        for node in ast.parse(Path(questions.__file__).read_text("utf-8")).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "NEWS_QUESTIONS"
    ]
    assert ast.literal_eval(value) == questions.NEWS_QUESTIONS
    for _, _, reason, source in questions.NEWS_QUESTIONS:
        assert reason.endswith(".") and any(mark in source for mark in ("[F]", "[R]", "[D]"))


def test_h28_what_changes_within_hours_is_asked_each_time_and_the_rest_once_a_day():
    record = PersonRecord()
    each = [questions.NEWS, questions.ALCOHOL, questions.MEAL]
    assert list(questions.due(record, True)) == [*each, 0, 1, 4]
    assert list(questions.due(record, False)) == each
    assert not dose.answered(record, moment(NOON))
    dose.take(record, moment(NOON), 0)
    assert dose.answered(record, moment(NOON)) and not dose.answered(record, moment(NOON + DAY_MIN))


@pytest.mark.parametrize("number", [0, 1, questions.ALCOHOL, 4])
def test_h28_a_yes_stands_until_tomorrow(number: int):
    record = answered(number)
    assert codes(record, moment(NOON)) == codes(record, moment(NOON + 719)) == ["TODAY"]
    assert codes(record, moment(NOON + 720)) == []


def test_h28_a_later_no_does_not_take_a_yes_of_the_day_back():
    record = answered(0)
    dose.take(record, moment(NOON + 60), 1 << questions.ALCOHOL)
    assert codes(record, moment(NOON + 60)) == ["TODAY", "TODAY"]
    dose.take(record, moment(NOON + DAY_MIN), 0)
    assert codes(record, moment(NOON + DAY_MIN)) == []


@pytest.mark.parametrize(("after_min", "left"), [(0, 120), (119, 1), (120, 0), (900, 0)])
def test_h28_a_meal_is_a_wait_of_two_hours(after_min: int, left: int):
    record = answered(questions.MEAL)
    locks = locks_of(record, moment(NOON + after_min))
    assert [(code, key) for code, _, key in locks] == ([("MEAL", "recent_meal")] if left else [])
    assert not left or f"Come back in {left} minutes." in locks[0][1]


@pytest.mark.parametrize(
    ("ahead_min", "own_min", "left"), [(300, 10, 110), (120, 10, 110), (119, 10, 110), (10, 300, 110), (-300, 10, 110)]
)
def test_h28_a_meal_is_waited_for_by_both_times(ahead_min: int, own_min: int, left: int):
    record = answered(questions.MEAL)
    when = When(0, NOON + ahead_min, NOON + own_min)
    dose.advance(record, when)
    assert dose.meal_left_min(record, when) == max(left, 120 if ahead_min < 0 else 0)
    assert dose.held(record, when) is (ahead_min >= 120)


@pytest.mark.parametrize("later_min", [30, 200, DAY_MIN])
def test_h28_whoever_has_eaten_again_waits_anew_and_a_no_neither_adds_nor_takes(later_min: int):
    record, now = answered(questions.MEAL), moment(NOON + later_min)
    dose.take(record, now, 0)
    assert dose.meal_left_min(record, now) == max(0, 120 - later_min)
    dose.take(record, now, 1 << questions.MEAL)
    assert dose.meal_left_min(record, now) == 120
    for when in (When(0, NOON + later_min + 300, NOON + later_min), When(0, NOON + later_min, NOON + later_min + 300)):
        assert dose.meal_left_min(record, when) == 120


def test_answers_before_a_session_are_good_for_half_an_hour():
    assert questions.GOOD_MIN == 30


def test_nobody_who_has_not_eaten_is_held():
    assert not dose.held(PersonRecord(), When(0, NOON, 60))


# Anything new or worse


@pytest.mark.parametrize("number", NUMBERS)
def test_h28_what_is_new_or_worse_locks_for_good_and_says_what_to_do(number: int):
    record = answered(questions.NEWS, number)
    key, _, reason, _ = questions.NEWS_QUESTIONS[number - questions.NEWS]
    for later in (0, 1, 30, 400):
        locks = locks_of(record, moment(NOON + later * DAY_MIN))
        assert [(code, key) for code, _, key in locks] == [("NEWS", key)]
        text = locks[0][1]
        assert text.startswith(reason + " Locked until the profile is renewed")
        assert ("Seek care now" in text[:63]) is (key in URGENT), "on the first page of the panel"
        assert text.endswith("go through it, push it again, and confirm it here.")


def test_two_things_that_are_new_are_two_reasons():
    record = answered(questions.NEWS, questions.NEWS + 1, questions.NEWS + 4)
    assert [key for *_, key in locks_of(record, moment(NOON))] == ["new_numbness", "worse_pain"]


def test_h28_a_push_alone_does_not_settle_it_and_a_no_locks_again():
    record = answered(questions.NEWS)
    record.renewed = True
    assert codes(record, moment(NOON)) == [] and questions.due(record, True)[0] == questions.RENEWED
    dose.take(record, moment(NOON), 0)
    assert (record.renewed, codes(record, moment(NOON))) == (False, ["NEWS"])
    record.renewed = True
    dose.take(record, moment(NOON), 1 << questions.RENEWED)
    assert (record.news, record.renewed, codes(record, moment(NOON))) == (0, False, [])
    assert questions.RENEWED not in questions.due(record, True)


def test_h28_what_is_new_beside_the_renewal_is_new():
    record = answered(questions.NEWS)
    record.renewed = True
    dose.take(record, moment(NOON), 1 << questions.RENEWED | 1 << questions.NEWS | 1 << questions.NEWS + 3)
    assert [key for *_, key in locks_of(record, moment(NOON))] == ["new_bladder_or_bowel"]


def test_h28_a_yes_to_renewed_settles_nothing_that_was_never_said():
    record = PersonRecord()
    dose.take(record, moment(NOON), 1 << questions.RENEWED)
    assert (record.news, record.answers) == (0, 0)


def test_h28_a_record_with_something_new_is_never_forgotten():
    record = answered(questions.NEWS)
    record.here_day = record.own_here_day = 1
    assert not dose.forgettable(record, moment(NOON + 1000 * DAY_MIN))
    record.news = 0
    assert dose.forgettable(record, moment(NOON + 1000 * DAY_MIN))


# The age of a declaration


@pytest.mark.parametrize(("clock", "own", "locks"), [(180, 180, []), (181, 0, ["old"]), (0, 181, ["old"]), (-9, 9, [])])
def test_h28_a_declaration_is_good_for_180_days_by_both_times(clock: int, own: int, locks: list):
    record = PersonRecord()
    record.told_day = record.own_told_day = MONDAY
    when = When(0, NOON + clock * DAY_MIN, NOON + own * DAY_MIN)
    dose.advance(record, when)
    assert codes(record, when) == ["DECLARATION_OLD" for _ in locks]


def test_one_that_was_never_dated_has_no_age_yet():
    assert dose.declared_days(PersonRecord(), moment(NOON)) == 0


def test_a_yes_that_is_said_twice_in_a_day_is_still_a_yes():
    record = PersonRecord()
    for _ in range(2):
        dose.take(record, moment(NOON), 1 << questions.ALCOHOL)
        assert record.answers == 1 << questions.ALCOHOL
    dose.take(record, moment(NOON + 60), 1)
    assert record.answers == 1 << questions.ALCOHOL | 1


def test_where_nothing_is_new_the_answers_change_nothing_of_it():
    record = PersonRecord()
    record.renewed = True
    dose.take(record, moment(NOON), 0)
    assert (record.news, record.renewed) == (0, True)


def test_what_is_said_to_be_new_twice_is_still_new():
    record = answered(questions.NEWS, questions.NEWS + 3)
    dose.take(record, moment(NOON), 1 << questions.NEWS + 3)
    assert record.news == 1 << questions.NEWS | 1 << questions.NEWS + 3


def test_every_reason_is_said_with_its_own_numbers():
    record = answered(0, questions.MEAL)
    record.told_day = record.own_told_day = MONDAY - dose.DECLARED_DAYS - 1
    record.last_day, record.sessions, record.ended_min = MONDAY, 1, NOON
    record.own_ended_min, record.own_sessions = NOON, 1
    found = {code: text for code, text, _ in locks_of(record, moment(NOON + 10))}
    assert found == {
        "DECLARATION_OLD": dose.WORDS["DECLARATION_OLD"] % 180,
        "TODAY": dose.WORDS["TODAY"] % TODAY_QUESTIONS[0][1:3],
        "MEAL": dose.WORDS["MEAL"] % (TODAY_QUESTIONS[questions.MEAL][2], 110),
        "WAIT": dose.WORDS["WAIT"] % (30, 21),
    }
    record.sessions = record.own_sessions = 3
    found = {code: text for code, text, _ in locks_of(record, moment(NOON + 10))}
    assert found["ENOUGH_TODAY"] == dose.WORDS["ENOUGH_TODAY"] % 3 and "WAIT" not in found
