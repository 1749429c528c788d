"""What is written of a session as it begins and ends, and what waits for a date."""

import pytest

from firmware.dates import DAY_MIN, minutes_of
from firmware.person.bookkeeping import Bookkeeping
from firmware.profile.form import to_wire
from firmware.screening.dose import PersonRecord
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
    assert (kept.open, kept.sessions, kept.done, kept.ended_min) == (False, 1, 1, NOON)


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
    table.books.answer(0, record, 5)
    assert (table.stored().answers, table.stored().answered_day) == (5, NOON // DAY_MIN)


def test_a_lost_record_stays_lost(tmp_path):
    record = PersonRecord()
    record.lost = record.open = record.undated = True
    assert not Books(tmp_path).books.catch_up(record, True)
    assert record.lost and record.open and record.undated


@pytest.mark.parametrize("undated", [True, False])
def test_a_change_gets_the_first_day_that_is_known(tmp_path, undated: bool):
    table = Books(tmp_path)
    record = PersonRecord()
    record.undated = undated
    assert table.books.catch_up(record, False) is undated
    assert (record.changed_day, record.undated) == (TODAY if undated else 0, False)


def test_the_open_session_of_anybody_but_the_chosen_is_cut_short(tmp_path):
    table = Books(tmp_path)
    for place in (0, 1):
        assert table.books.begin(place, table.stored(place))
    table.books.catch_up_others(0)
    assert [table.stored(place).open for place in (0, 1)] == [True, False]
    assert table.stored(1).sessions == 1


def test_nobody_has_nothing_to_keep(tmp_path):
    table = Books(tmp_path)
    assert table.books.keep(-1, PersonRecord())
    assert not table.stored().open
