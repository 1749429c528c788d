"""What is written of a session as it begins and ends, and what waits for a date."""

import pytest

from firmware.dates import DAY_MIN, minutes_of
from firmware.person.bookkeeping import Bookkeeping
from firmware.profile.form import to_wire
from firmware.screening import dose
from firmware.screening.record import PersonRecord
from firmware.store.people import People
from tests.support.profiles import TODAY, profile
from tests.support.when import at

NOON = minutes_of(TODAY, 720)


class Books:
    """The books of a table with two people, Anna in place 0 and Ben in place 1."""

    def __init__(self, root, dated: bool = True):
        self.people = People(str(root))
        for who in ("anna", "ben"):
            self.people.put(profile("sciatica", id=who), to_wire(profile("sciatica", id=who)), at(TODAY, NOON))
        self.books = Bookkeeping(self.people)
        if dated:
            self.books.when = at(TODAY, NOON)

    def stored(self, place: int = 0) -> PersonRecord:
        return self.people.record(place)


def test_a_session_is_open_on_flash_from_its_confirmation_to_its_end(tmp_path):
    table = Books(tmp_path)
    record = table.stored()
    assert table.books.begin(0, record) and record.open and table.stored().open
    table.books.end(0, record, True)
    kept = table.stored()
    assert (kept.open, kept.sessions, kept.after, kept.ended_min) == (False, 1, dose.TOLERATED, NOON)


def test_a_session_that_is_called_off_costs_nothing(tmp_path):
    table = Books(tmp_path)
    record = table.stored()
    assert table.books.begin(0, record)
    table.books.call_off(0, record)
    assert (table.stored().open, table.stored().sessions) == (False, 0)


def test_where_flash_refuses_no_session_begins(tmp_path, monkeypatch):
    table = Books(tmp_path)
    record = table.stored()
    monkeypatch.setattr(table.people, "remember", lambda place, record: False)
    assert not table.books.begin(0, record) and not record.open


def test_without_a_date_an_end_waits_and_then_counts_as_cut_short(tmp_path):
    table = Books(tmp_path, dated=False)
    record = table.stored()
    assert table.books.begin(0, record)
    table.books.end(0, record, True)
    assert record.open and not table.books.catch_up(record, True)
    table.books.when = at(TODAY, NOON)
    assert table.books.catch_up(record, record.open)
    assert (record.open, record.sessions, record.done) == (False, 1, 0)
    assert not table.books.catch_up(record, record.open)


def test_no_end_is_counted_that_had_no_beginning(tmp_path):
    table = Books(tmp_path)
    record = table.stored()
    table.books.end(0, record, True)
    assert (record.sessions, table.stored().sessions) == (0, 0)


def test_answers_are_those_of_the_day(tmp_path):
    table = Books(tmp_path)
    record = table.stored()
    table.books.answer(0, record, 5, 4)
    kept = table.stored()
    assert (kept.answers, kept.answered_day, kept.pain_before) == (5, NOON // DAY_MIN, 4)


@pytest.mark.parametrize("later", [3, 9, 0])
def test_pain_is_held_against_that_before_the_same_session_and_not_an_earlier_one(tmp_path, later):
    table = Books(tmp_path)
    record = table.stored()
    for pain in (6, later):
        table.books.answer(0, record, 0, pain)
        table.books.felt(0, record, dose.SAME, False, pain)
    kept = table.stored()
    assert (kept.pain_before, kept.pain_after, kept.worse) == (later, later, 0)


def test_how_a_session_felt_is_kept(tmp_path):
    table = Books(tmp_path)
    record = table.stored()
    table.books.begin(0, record)
    table.books.end(0, record, True)
    table.books.felt(0, record, dose.WORSE, False, 7)
    kept = table.stored()
    assert (kept.after, kept.worse, kept.done, kept.pain_after) == (0, 1, 0, 7)
    table.books.answer(0, record, 0, 4)
    assert (table.stored().pain_before, table.stored().pain_after) == (4, 0), "both are of one session"


def test_a_declaration_without_a_date_is_of_the_first_day_that_is_known(tmp_path):
    table = Books(tmp_path)
    record = PersonRecord()
    assert table.books.catch_up(record, False)
    assert record.told_day == record.own_told_day == NOON // DAY_MIN
    table.books.when = at(TODAY + 1, NOON + DAY_MIN)
    assert not table.books.catch_up(record, False)
    assert record.told_day == NOON // DAY_MIN


def test_a_lost_record_stays_lost(tmp_path):
    record = PersonRecord()
    record.lost = record.open = record.undated = True
    assert not Books(tmp_path).books.catch_up(record, True)
    assert record.lost and record.open and record.undated


@pytest.mark.parametrize("undated", [True, False])
def test_a_change_gets_the_first_day_that_is_known(tmp_path, undated: bool):
    table = Books(tmp_path)
    record = PersonRecord()
    record.told_day = 1
    record.undated = undated
    assert table.books.catch_up(record, False) is undated
    assert (record.changed_day, record.undated) == (TODAY if undated else 0, False)


@pytest.mark.parametrize(("changed_day", "moved"), [(TODAY - 1, False), (TODAY, False), (TODAY + 1, True)])
def test_a_change_of_a_clock_that_was_ahead_is_of_today(tmp_path, changed_day: int, moved: bool):
    table = Books(tmp_path)
    record = PersonRecord()
    record.told_day, record.changed_day = 1, changed_day
    assert table.books.catch_up(record, False) is moved
    assert record.changed_day == min(changed_day, TODAY)


@pytest.mark.parametrize(("void_day", "first_day"), [
    (20261122, 20261123), (20261123, 20261124), (20261130, 20261201), (20270522, 20270523), (20270523, 20261123),
    (0, 20261123),
])  # fmt: skip
def test_after_a_change_a_clearance_counts_from_the_day_after_the_newest_that_was_there(tmp_path, void_day, first_day):
    table = Books(tmp_path)
    record = PersonRecord()
    record.told_day, record.undated, record.void_day = 1, True, void_day
    assert table.books.catch_up(record, False)
    assert record.changed_day == first_day


def test_without_a_date_nothing_of_a_record_moves(tmp_path):
    table = Books(tmp_path, dated=False)
    record = PersonRecord()
    record.undated = record.open = True
    assert not table.books.catch_up(record, True)
    assert record.undated and record.open and not record.told_day


def test_only_a_record_that_moved_is_written_again(tmp_path, monkeypatch):
    table = Books(tmp_path)
    written = []
    monkeypatch.setattr(table.people, "remember", lambda place, record: written.append(place) or True)
    table.books.catch_up_others(0)
    assert written == []
    table.people.record(1).open = True
    record = table.stored(1)
    record.open = True
    monkeypatch.setattr(table.people, "record", lambda place: record)
    table.books.catch_up_others(0)
    table.books.catch_up_others(1)
    assert written == [1]


@pytest.mark.parametrize("chosen", [0, 1])
def test_the_open_session_of_anybody_but_the_chosen_is_cut_short(tmp_path, chosen: int):
    table = Books(tmp_path)
    for place in (0, 1):
        assert table.books.begin(place, table.stored(place))
    table.books.catch_up_others(chosen)
    assert [table.stored(place).open for place in (0, 1)] == [chosen == 0, chosen == 1]
    assert table.stored(1 - chosen).sessions == 1


def test_nobody_has_nothing_to_keep(tmp_path):
    table = Books(tmp_path)
    assert table.books.keep(-1, PersonRecord())
    assert not table.stored().open
