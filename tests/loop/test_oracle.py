"""Lives of a table against notes kept by hand: nobody who must not is ever moved head-down."""

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from firmware.screening import dose, questions
from tests.support.lives.anybody import LIVES, Anybody
from tests.support.lives.sequences import (
    SEQUENCES,
    a_declaration_grows_old,
    a_meal,
    a_yes_and_removed,
    always,
    another_day_of_the_operation,
    as_far_as_allowed,
    by_the_wrong_role,
    confirmed_on_another_day,
    forgetful,
    four_sessions_a_day,
    other_conditions,
    other_conditions_on_the_day_of_the_clearance,
    parked,
    parked_over_midnight,
    power_lost_in_a_session,
    power_lost_in_the_session_of_another,
    removed_and_others_pushed,
    something_new,
    through,
    too_soon_after_the_operation,
)
from tests.support.lives.sequences_of_clocks import (
    a_clearance_that_a_laptop_brings_forward,
    a_clearance_that_a_laptop_lets_expire,
    a_clock_put_back_and_right_again,
    a_clock_put_back_at_the_start,
    a_clock_put_back_over_midnight,
    a_wait_that_a_laptop_ends,
    a_yes_and_the_next_day_by_a_laptop,
    days_that_a_laptop_makes,
)
from tests.support.lives.sequences_of_steps import (
    a_break_of_two_months,
    a_break_of_weeks,
    a_step_after_three_sessions_and_a_week,
    more_pain_is_worse,
    nobody_says_how_it_felt,
    worse_or_dizzy_holds_the_step,
    worse_twice_takes_a_step_back,
)


def by_the_clock(record, when):
    return dose._wait_min(when.minutes, record.ended_min, 0)


def a_yes_by_the_clock(record, when):
    return bool(record.answers) and record.answered_day == when.minutes // 1440


def asks_nothing_of_the_last(asking):
    asking.after = False
    asking.numbers = questions.due(asking._chosen.record, asking._chosen.first_today)
    return "QUESTION"


@pytest.mark.long
def test_h28_nobody_who_must_not_is_ever_moved_head_down():
    run_state_machine_as_test(
        Anybody, settings=settings(max_examples=LIVES, stateful_step_count=12, deadline=None, derandomize=True)
    )


@pytest.mark.long
@pytest.mark.parametrize("sequence", SEQUENCES, ids=lambda sequence: sequence.__name__)
def test_h28_each_rule_by_a_sequence_of_its_own(sequence):
    through(sequence)


@pytest.mark.judges
@pytest.mark.parametrize(
    ("broken", "by", "sequence"),
    [
        ("firmware.screening.rules._void", always([]), by_the_wrong_role),
        ("firmware.screening.rules._void", always([]), too_soon_after_the_operation),
        ("firmware.screening.dose.locks", always([]), four_sessions_a_day),
        ("firmware.screening.dose.DAY_SESSIONS", 4, four_sessions_a_day),
        ("firmware.screening.dose.BETWEEN_MIN", 15, power_lost_in_the_session_of_another),
        ("firmware.screening.dose.FIRST_CDEG", 2000, as_far_as_allowed),
        ("firmware.store.calendar._BACK_MIN", 10**9, a_clock_put_back_at_the_start),
        ("firmware.store.own_count.OwnCount.known_min", 0, a_clearance_that_a_laptop_lets_expire),
        ("firmware.store.own_count.OwnCount.gone_on", always(False), four_sessions_a_day),
        ("firmware.screening.dose._own_sessions_today", always(0), days_that_a_laptop_makes),
        ("firmware.screening.dose.minutes_left", by_the_clock, a_wait_that_a_laptop_ends),
        ("firmware.screening.dose.minutes_left", by_the_clock, a_clock_put_back_and_right_again),
        ("firmware.screening.dose._yes", a_yes_by_the_clock, a_yes_and_the_next_day_by_a_laptop),
        ("firmware.when.When.late_day", 20261123, a_clock_put_back_over_midnight),
        ("firmware.when.When.late_day", 20261123, a_clearance_that_a_laptop_lets_expire),
        ("firmware.when.When.early_day", 20261127, a_clearance_that_a_laptop_brings_forward),
        ("firmware.panel.menu._IDLE_MS", 600_000_000, parked),
        ("firmware.person.chosen.Chosen.expire", always(None), parked_over_midnight),
        ("firmware.person.chosen.Chosen.take_back", always(None), confirmed_on_another_day),
        ("firmware.person.chosen.Chosen.limit_cdeg", 6000, as_far_as_allowed),
        ("firmware.screening.dose.ended", always(None), power_lost_in_a_session),
        ("firmware.screening.questions.NEWS_BITS", 0, something_new),
        ("firmware.screening.dose.meal_left_min", always(0), a_meal),
        ("firmware.screening.dose.DECLARED_DAYS", 9999, a_declaration_grows_old),
        ("firmware.person.bookkeeping.Bookkeeping.catch_up_others", always(None), power_lost_in_the_session_of_another),
        (
            "firmware.person.bookkeeping.Bookkeeping._first_to_count",
            lambda books, _: books.when.day,
            other_conditions_on_the_day_of_the_clearance,
        ),
        ("firmware.screening.dose._back", always(0), a_break_of_weeks),
        ("firmware.screening.dose.BREAK_DAYS", 15, a_break_of_weeks),
        ("firmware.screening.dose.LONG_BREAK_DAYS", 9999, a_break_of_two_months),
        ("firmware.screening.dose.LONG_BREAK_DAYS", 42, a_break_of_two_months),
        ("firmware.screening.dose.STEP_SESSIONS", 2, a_step_after_three_sessions_and_a_week),
        ("firmware.screening.dose.STEP_DAYS", 4, a_step_after_three_sessions_and_a_week),
        ("firmware.screening.dose.TOLERATED_PERCENT", 90, a_step_after_three_sessions_and_a_week),
        ("firmware.screening.dose.WORSE", 9, worse_or_dizzy_holds_the_step),
        ("firmware.screening.dose.WORSE_SESSIONS", 3, worse_twice_takes_a_step_back),
        ("firmware.screening.dose.WORSE_SESSIONS", 1, worse_twice_takes_a_step_back),
        ("firmware.screening.dose.WORSE_PAIN", 3, more_pain_is_worse),
        ("firmware.screening.dose.WORSE_PAIN", 1, more_pain_is_worse),
        ("firmware.panel.asking.Asking.begin", asks_nothing_of_the_last, nobody_says_how_it_felt),
        ("firmware.store.people.fingerprint", always(1), other_conditions),
        ("firmware.store.people.dates", always(0), another_day_of_the_operation),
        ("firmware.store.people.People._remembered", forgetful, removed_and_others_pushed),
        ("firmware.store.people.People._remembered", forgetful, a_yes_and_removed),
    ],
)
def test_the_therapist_notices(monkeypatch, broken, by, sequence):
    """Each of these makes the table move where it must not, too far, or stand where it need not."""
    monkeypatch.setattr(broken, by)
    with pytest.raises(AssertionError):
        through(sequence)
