"""Which answers count, for whom and for how long, and what takes a confirmation back."""

import pytest

from firmware.dates import minutes_of
from firmware.profile.form import to_wire
from firmware.store.people import People
from firmware.when import When
from tests.person.chosen_words import ANNA, NOON, several, start
from tests.support.profiles import TODAY


@pytest.mark.parametrize(("minutes", "answered"), [(0, True), (30, True), (31, False), (-1, False)])
def test_what_was_answered_counts_for_half_an_hour_by_the_tables_own_count(tmp_path, minutes, answered):
    chosen = start(tmp_path)
    chosen.push(to_wire(ANNA))
    chosen.answer(0)
    chosen.rescreen(TODAY, NOON, When(TODAY, NOON, NOON + minutes, NOON, NOON))
    assert chosen.answered is answered


@pytest.mark.parametrize("name", ["after", "news"])
def test_nothing_is_answered_while_something_else_is_to_be_said(tmp_path, name):
    chosen = start(tmp_path)
    chosen.push(to_wire(ANNA))
    chosen.answer(0)
    assert chosen.answered
    setattr(chosen.record, name, 1)
    assert not chosen.answered


def test_what_was_answered_before_midnight_is_not_answered_after_it(tmp_path):
    chosen = start(tmp_path)
    chosen.push(to_wire(ANNA))
    chosen.rescreen(TODAY, minutes_of(TODAY, 1430))
    chosen.answer(0)
    assert chosen.answered and not chosen.first_today
    chosen.rescreen(TODAY + 1, minutes_of(TODAY + 1, 10))
    assert not chosen.answered and chosen.first_today


def test_what_was_answered_is_answered_anew_after_anybody_else(tmp_path):
    chosen = several(tmp_path)
    for _ in range(4):
        chosen.choose(1)
        assert not chosen.answered
        chosen.answer(0)
        assert chosen.answered


def test_what_somebody_else_answered_is_not_answered(tmp_path):
    chosen = several(tmp_path)
    chosen.answer(0)
    assert chosen.answered
    chosen.choose(1)
    assert not chosen.answered
    chosen.choose(-1)
    assert chosen.answered


def test_without_a_date_nothing_can_be_answered(tmp_path):
    chosen = start(tmp_path, 0)
    chosen.push(to_wire(ANNA))
    before = chosen.changed
    chosen.answer(0)
    assert not chosen.answered and chosen.changed == before


def test_a_moment_by_two_times_is_taken_as_it_is(tmp_path):
    chosen = start(tmp_path)
    chosen.push(to_wire(ANNA))
    before = chosen.changed
    other = When(TODAY, NOON, NOON, NOON, NOON, asked=(NOON, NOON - 60))
    chosen.rescreen(TODAY, NOON, other)
    assert chosen.asked == (NOON, NOON - 60) and chosen.changed == before + 1
    chosen.rescreen(TODAY, NOON, other)
    assert chosen.changed == before + 1


def test_a_result_that_locks_takes_back_what_has_not_begun_and_nothing_else(tmp_path):
    for begun in (False, True):
        root = tmp_path / str(begun)
        root.mkdir()
        chosen = start(root)
        chosen.push(to_wire(ANNA))
        chosen.answer(0)
        assert chosen.confirm()
        if begun:
            chosen.begin()
        chosen.record.news = 1
        chosen.rescreen(TODAY, NOON + 1)
        assert chosen.screened.locked and chosen.confirmed is begun
        assert chosen.record.open is begun


def test_a_confirmation_stands_from_one_minute_of_its_day_to_the_next(tmp_path):
    chosen = start(tmp_path)
    chosen.push(to_wire(ANNA))
    chosen.answer(0)
    assert chosen.confirm()
    for minute in range(1, 30):
        chosen.rescreen(TODAY, NOON + minute)
        assert chosen.confirmed and chosen.record.open


def test_everybody_elses_records_are_looked_at_when_a_date_becomes_known_and_at_no_other_minute(tmp_path, monkeypatch):
    """It reads eight records from flash: once, not in each minute."""
    chosen = start(tmp_path, 0)
    found = []
    monkeypatch.setattr(chosen._books, "catch_up_others", found.append)
    counts = []
    for today, minutes in ((TODAY, NOON), (TODAY, NOON + 1), (0, 0), (TODAY, NOON + 5), (TODAY, NOON + 6)):
        chosen.rescreen(today, minutes)
        counts.append(len(found))
    assert counts == [1, 1, 1, 2, 2] and set(found) == {chosen.place}
    for own_min in (7, 8):
        chosen.rescreen(0, 0, When(own_min=own_min))
    assert len(found) == 2


def test_a_second_confirmation_that_cannot_be_kept_ends_the_first(tmp_path, monkeypatch):
    chosen = start(tmp_path)
    chosen.push(to_wire(ANNA))
    chosen.answer(0)
    assert chosen.confirm()
    monkeypatch.setattr(People, "remember", lambda *_: False)
    assert not chosen.confirm() and not chosen.confirmed and chosen.limit_cdeg == 0


def test_a_session_that_was_given_up_is_written_as_cut_short_whatever_place_they_have(tmp_path):
    chosen = several(tmp_path)
    chosen.answer(0)
    assert chosen.confirm() and chosen.place == 2
    chosen.begin()
    chosen.take_back()
    assert chosen.people.record(2).open
    chosen.rescreen(TODAY, NOON + 1)
    kept = chosen.people.record(2)
    assert (kept.open, kept.sessions) == (False, 1)


@pytest.mark.parametrize(("at", "place"), [(0, 2), (2, 0)])
def test_a_confirmation_stands_while_somebody_else_is_taken_away(tmp_path, at, place):
    chosen = several(tmp_path)
    for _ in range(2):
        chosen.choose(1)
        chosen.answer(0)
    while chosen.place != at:
        chosen.choose(1)
    chosen.answer(0)
    assert chosen.confirm()
    assert chosen.remove(place) == "" and chosen.confirmed and chosen.place == at
