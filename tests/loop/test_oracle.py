"""Lives of a table against notes kept by hand: nobody who must not is ever moved head-down."""

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.support.sequences import (
    LIVES,
    SEQUENCES,
    Anybody,
    a_clock_put_back_at_the_start,
    a_clock_put_back_by_hours,
    a_clock_put_back_over_midnight,
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
    through,
    too_soon_after_the_operation,
    unseen,
)


def test_h28_nobody_who_must_not_is_ever_moved_head_down():
    run_state_machine_as_test(
        Anybody, settings=settings(max_examples=LIVES, stateful_step_count=12, deadline=None, derandomize=True)
    )


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
        ("firmware.store.calendar._behind", always(False), a_clock_put_back_at_the_start),
        ("firmware.store.calendar._BACK_MIN", 1439, a_clock_put_back_by_hours),
        ("firmware.store.calendar.DAY_MIN", 10**9, a_clock_put_back_over_midnight),
        ("firmware.store.calendar.Calendar.minutes", unseen, a_clock_put_back_at_the_start),
        ("firmware.store.calendar.Calendar._leaps", always(True), other_conditions),
        ("firmware.panel.menu._IDLE_MS", 600_000_000, parked),
        ("firmware.person.chosen.Chosen.expire", always(None), parked_over_midnight),
        ("firmware.person.chosen.Chosen.take_back", always(None), confirmed_on_another_day),
        ("firmware.person.chosen.Chosen.limit_cdeg", 6000, as_far_as_allowed),
        ("firmware.screening.dose.ended", always(None), power_lost_in_a_session),
        ("firmware.person.bookkeeping.Bookkeeping.catch_up_others", always(None), power_lost_in_the_session_of_another),
        (
            "firmware.person.bookkeeping.Bookkeeping._first_to_count",
            lambda books, _: books.day,
            other_conditions_on_the_day_of_the_clearance,
        ),
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
