"""The chosen person over days, changes and restarts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

from firmware.dates import minutes_of
from firmware.person.chosen import Chosen
from firmware.profile.form import to_wire
from firmware.screening import dose
from firmware.store.people import People
from tests.person.chosen_words import (
    ANNA,
    KEY,
    Pushes,
    codes,
    confirmed,
    day,
    limit,
    start,
    start_again,
)
from tests.support.profiles import TODAY, clearance, profile


def test_a_session_over_midnight_is_counted_by_its_end(tmp_path):
    chosen = confirmed(tmp_path)
    chosen.begin()
    day(chosen, TODAY + 1)
    chosen.end(True)
    chosen.felt(dose.SAME, False)
    assert (chosen.record.sessions, chosen.record.done) == (1, 1)


def test_a_profile_that_is_pushed_again_after_half_a_year_unlocks_for_another_one_and_no_longer(tmp_path):
    chosen = start(tmp_path)
    assert chosen.push(to_wire(ANNA)) == ""
    for today, over in ((20270522, 20270523), (20271119, 20271120)):
        day(chosen, today)
        assert codes(chosen) == []
        day(chosen, over)
        assert codes(chosen) == ["DECLARATION_OLD"]
        assert chosen.push(to_wire(ANNA)) == "" and codes(chosen) == []


def test_a_profile_that_is_only_looked_at_or_whose_questions_are_answered_stays_as_old_as_it_is(tmp_path):
    chosen = start(tmp_path)
    assert chosen.push(to_wire(ANNA)) == ""
    day(chosen, 20270523)
    chosen.choose(1)
    chosen.answer(0)
    assert chosen.blob_of(chosen.place) and codes(chosen) == ["DECLARATION_OLD"]


def test_h24_a_confirmation_that_expires_takes_the_limit_and_leaves_the_session_open(tmp_path):
    chosen = confirmed(tmp_path)
    chosen.begin()
    before = chosen.changed
    chosen.expire()
    chosen.expire()
    assert (chosen.limit_cdeg, chosen.changed, chosen.record.open) == (0, before + 1, True)
    assert chosen.session_ms == 180_000
    chosen.end(False)
    assert chosen.record.sessions == 1
    chosen.rescreen(TODAY, minutes_of(TODAY, 700))
    chosen.answer(0)
    assert not chosen.confirm(), "nobody has said how the last one felt"
    chosen.felt(dose.SAME, False)
    assert chosen.confirm() and chosen.limit_cdeg == 2500


@pytest.mark.parametrize(
    ("issued", "was_there", "counts"),
    [
        (TODAY - 1, False, False),
        (TODAY, False, True),
        (TODAY, True, False),
        (TODAY + 1, True, False),
        (20270601, True, True),
    ],
    ids=["of the day before", "of today, new", "of today, there before", "of tomorrow, there before", "far ahead"],
)
def test_which_clearances_count_after_a_change_of_today(tmp_path, issued, was_there, counts):
    chosen = start(tmp_path)
    cleared = [clearance(KEY, issued=issued, expires=20271231)]
    chosen.push(to_wire(profile(KEY, clearances=cleared if was_there else [])))
    chosen.push(to_wire(profile(KEY, "sciatica", clearances=cleared)))
    chosen.rescreen(max(issued, TODAY), minutes_of(max(issued, TODAY), 700))
    assert ("CLEARANCE_BEFORE_CHANGE" not in codes(chosen)) is counts
    if issued == TODAY and was_there:
        assert "must be 2026-11-24 or later" in chosen.screened.reasons[1][1]
        newer = clearance(KEY, issued=TODAY + 1, expires=20271231)
        chosen.push(to_wire(profile(KEY, "sciatica", clearances=[newer])))
        day(chosen, TODAY + 1)
        assert codes(chosen) == []


def test_a_change_of_the_day_of_an_operation_voids_its_clearance(tmp_path):
    chosen = start(tmp_path)
    cleared = [clearance("early_post_op_hip")]
    chosen.push(to_wire(profile("early_post_op_hip", since={"early_post_op_hip": 20260920}, clearances=cleared)))
    assert "CLEARANCE_EARLY" in codes(chosen)
    chosen.push(to_wire(profile("early_post_op_hip", since={"early_post_op_hip": 20260801}, clearances=cleared)))
    assert codes(chosen) == ["NOT_CLEARED", "CLEARANCE_BEFORE_CHANGE"]


def test_a_lost_record_locks_until_a_push_and_then_everything_begins_anew(tmp_path):
    chosen = start(tmp_path)
    chosen.push(to_wire(ANNA))
    (tmp_path / "person_0.bin").unlink()
    chosen = start_again(tmp_path)
    assert codes(chosen) == ["RECORD_LOST"] and not chosen.confirm()
    chosen.rescreen(TODAY, minutes_of(TODAY, 700))
    assert codes(start_again(tmp_path)) == ["RECORD_LOST"]
    chosen.push(to_wire(ANNA))
    assert codes(chosen) == ["WAIT"] and chosen.record.step == 0
    chosen.rescreen(TODAY, minutes_of(TODAY, 740))
    assert (codes(chosen), limit(chosen)) == ([], 1500)


def test_everybodys_session_that_power_cut_short_is_settled_at_the_start(tmp_path):
    chosen = confirmed(tmp_path)
    chosen.push(to_wire(profile("sciatica", id="ben")))
    chosen.choose(1)
    assert chosen.who == "anna"
    chosen.choose(1)
    chosen.answer(0)
    assert chosen.confirm() and chosen.who == "ben"
    again = Chosen(People(str(tmp_path)))
    assert again.who == "anna"
    again.rescreen(TODAY, minutes_of(TODAY, 601))
    assert codes(again) == []
    assert [code for code, *_ in again.screening_of(1).reasons] == ["WAIT"]
    assert (again.record_of(1).sessions, again.record_of(1).open) == (1, False)
    again.rescreen(TODAY, minutes_of(TODAY, 700))
    assert not again.screening_of(1).locked
    again.choose(1)
    assert codes(again) == []


def test_another_who_has_earned_a_step_is_shown_with_it(tmp_path):
    chosen = start(tmp_path)
    chosen.push(to_wire(profile("sciatica", id="ben")))
    person = chosen.record
    person.done, person.first_day = 3, minutes_of(TODAY, 0) // 1440 - 7
    chosen.people.remember(chosen.place, person)
    chosen.push(to_wire(ANNA))
    place = chosen.people.find("ben")
    assert (chosen.screening_of(place).limit_cdeg, chosen.record_of(place).step) == (2000, 1)


@pytest.mark.long
def test_any_order_of_pushes_days_and_restarts(tmp_path_factory):
    run_state_machine_as_test(
        lambda: Pushes(tmp_path_factory.mktemp("table")), settings=settings(max_examples=30, stateful_step_count=15)
    )


@given(st.binary(max_size=80))
@settings(max_examples=50)
def test_no_bytes_whatever_unlock(tmp_path_factory, blob):
    root = tmp_path_factory.mktemp("table")
    chosen = start(root, TODAY)
    chosen.push(blob)
    assert chosen.screened.locked
