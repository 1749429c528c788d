"""What each stored file does to the table when a newer firmware has written it, and what a new layout takes."""

import datetime

import pytest

from firmware.dates import minutes_of
from firmware.person.chosen import Chosen
from firmware.profile.form import to_wire
from firmware.screening.conditions import NO_CLOCK_WORDS
from firmware.screening.record import PersonRecord
from firmware.store import records as module
from firmware.store.calendar import Calendar
from firmware.store.people import People
from firmware.store.records import Records
from firmware.store.restarts import Restarts
from firmware.store.slot import NEWER
from tests.support.layouts import age, layout_of
from tests.support.profiles import TODAY, profile
from tests.support.rtc import Bench

NOON = minutes_of(TODAY, 720)
TEN = datetime.datetime(2026, 11, 23, 10)
ANNA, BEN, CLEO = (profile(id=who, name=who.title()) for who in ("anna", "ben", "cleo"))


def at_noon(root):
    chosen = Chosen(People(str(root)))
    chosen.rescreen(TODAY, NOON)
    return chosen


@pytest.fixture
def stored(tmp_path):
    """The folder of a table with Anna at place 0 and Ben at place 1."""
    chosen = at_noon(tmp_path)
    for one in (ANNA, BEN):
        assert chosen.push(to_wire(one)) == ""
    return tmp_path


def codes(screened):
    return [code for code, *_ in screened.reasons]


# A profile


def test_a_newer_profile_locks_its_person_and_says_what_to_do(stored):
    age(stored / "profile_0.bin")
    chosen = at_noon(stored)
    assert (chosen.who, chosen.name, chosen.blob, chosen.limit_cdeg) == ("anna", "anna", b"", 0)
    text = "Update the table's firmware: a newer version stored this profile, and this one cannot read it."
    assert chosen.screened.reasons == [("PROFILE_NEWER", text, "")]
    assert codes(chosen.screening_of(1)) == []
    chosen.choose(1)
    assert codes(chosen.screening_of(0)) == ["PROFILE_NEWER"]


def test_no_push_writes_over_a_newer_profile_and_a_removal_gives_it_up(stored):
    newer = age(stored / "profile_0.bin")
    record = (stored / "person_0.bin").read_bytes()
    chosen = at_noon(stored)
    assert chosen.push(to_wire(ANNA)) == "STORED_NEWER"
    assert chosen.push(to_wire(CLEO)) == "" and chosen.people.ids[:3] == ["anna", "ben", "cleo"]
    assert (stored / "profile_0.bin").read_bytes() == newer and (stored / "person_0.bin").read_bytes() == record
    assert chosen.remove(0) == "" and chosen.push(to_wire(ANNA)) == ""
    assert codes(chosen.screened) == []


# A record


def test_a_newer_record_locks_its_person_and_says_what_to_do(stored):
    age(stored / "person_0.bin")
    assert Records(str(stored)).ids[:3] == [NEWER, "ben", ""]
    chosen = at_noon(stored)
    text = "Update the table's firmware: a newer version kept this record, and this one cannot read it."
    assert chosen.screened.reasons == [("RECORD_NEWER", text, "")]
    chosen.answer(0)
    assert not chosen.confirm() and chosen.limit_cdeg == 0
    assert codes(chosen.screening_of(1)) == []


def test_a_newer_record_stays_whatever_is_pushed_removed_or_lived(stored):
    newer = age(stored / "person_0.bin")
    chosen = at_noon(stored)
    # The record may be anybody's who has none.
    for who in (ANNA, CLEO):
        assert chosen.push(to_wire(who)) == "STORED_NEWER"
    assert chosen.remove(0) == "STORED_NEWER"
    chosen.rescreen(TODAY + 1, NOON + 1440)
    assert codes(chosen.screened) == ["RECORD_NEWER"]
    # Whoever has a record of their own goes on as ever.
    assert chosen.push(to_wire(BEN)) == ""
    chosen.answer(0)
    assert chosen.confirm()
    chosen.begin()
    chosen.end(True)
    assert chosen.remove(1) == "" and chosen.push(to_wire(BEN)) == ""
    assert (stored / "person_0.bin").read_bytes() == newer
    assert at_noon(stored).people.ids[:2] == ["anna", "ben"]


def test_a_newer_record_that_comes_while_the_table_runs_is_not_written_over(stored):
    """Looked at once more before it is given away, as any record."""
    chosen = at_noon(stored)
    (stored / "person_2.bin").write_bytes((stored / "person_0.bin").read_bytes())
    newer = age(stored / "person_2.bin")
    assert chosen.push(to_wire(CLEO)) == "STORED_NEWER"
    assert (stored / "person_2.bin").read_bytes() == newer


def test_without_room_and_with_a_newer_record_it_is_the_newer_one_that_is_told(tmp_path):
    records = Records(str(tmp_path))
    for number in range(module.KEPT):
        assert records.save(number, f"p{number}", -1, PersonRecord())
    newer = age(tmp_path / "person_7.bin")
    late = NOON + 300 * 1440
    assert People(str(tmp_path)).put(ANNA, to_wire(ANNA), late) == (-1, "STORED_NEWER")
    assert (tmp_path / "person_7.bin").read_bytes() == newer


# The newest minute


def clocked(root, wall=TEN):
    bench = Bench(wall)
    return Calendar(str(root), bench.driver, 0)


@pytest.fixture
def logged(tmp_path):
    """The newest minute's file."""
    clocked(tmp_path).tend(0, True)
    return tmp_path / "newest_minute.bin"


def test_with_a_newer_newest_minute_there_is_no_time_whatever_is_told(logged):
    newer = age(logged)
    calendar = clocked(logged.parent, datetime.datetime(2026, 11, 24, 10))
    assert calendar.newer and calendar.today(0) == 0, "from the start on"
    when = calendar.when(0)
    assert (when.own_min, when.note[:2]) == (1440, ("NO_CLOCK", NO_CLOCK_WORDS["STORED_NEWER"]))
    for day in (TODAY, TODAY + 1, TODAY + 2):
        assert calendar.set(day, 600, 0) == "STORED_NEWER"
        calendar.tend(0, True)
        assert (calendar.today(0), calendar.minutes(0)) == (0, 0)
    calendar.note(0)
    assert logged.read_bytes() == newer


def test_somebody_at_the_table_may_have_a_newer_newest_minute_forgotten(logged):
    age(logged)
    calendar = clocked(logged.parent)
    calendar.forget()
    assert not calendar.newer and calendar.today(0) == 0
    assert calendar.set(TODAY, 600, 0) == ""
    calendar.tend(0, True)
    assert calendar.today(0) == TODAY
    assert not clocked(logged.parent).newer


def test_where_flash_does_not_take_it_a_newer_newest_minute_stays_newer(logged):
    age(logged)
    logged.with_name("newest_minute.bin.new").mkdir()
    calendar = clocked(logged.parent)
    calendar.forget()
    assert calendar.newer and calendar.set(TODAY, 600, 0) == "STORED_NEWER"


def test_what_locks_everybody_is_told_first(stored):
    lock = ("CLOCK_NEWER", "Update.", "")
    chosen = Chosen(People(str(stored)), [lock])
    assert chosen.screened.reasons[0] == lock and codes(chosen.screened) == ["CLOCK_NEWER", "NO_CLOCK"]
    chosen.rescreen(TODAY, NOON)
    assert chosen.screened.locks == chosen.screening_of(1).locks == [lock]
    assert chosen.screened.locked and chosen.screened.caps[-1][1] == "progression"
    age(stored / "profile_0.bin")
    assert codes(Chosen(People(str(stored)), [lock]).screened) == ["CLOCK_NEWER", "PROFILE_NEWER"]


def test_a_lock_leaves_warnings_as_they_are(tmp_path):
    at_noon(tmp_path).push(to_wire(profile("anxiety")))
    chosen = Chosen(People(str(tmp_path)), [("CLOCK_NEWER", "Update.", "")])
    assert [code for code, *_ in chosen.screened.warnings] == ["WARNING"]


# The count of restarts


@pytest.mark.parametrize("by_power", [True, False])
def test_a_newer_count_of_restarts_stays_and_is_told(tmp_path, by_power):
    Restarts(str(tmp_path), False)
    newer = age(tmp_path / "restarts.bin")
    restarts = Restarts(str(tmp_path), by_power)
    assert restarts.newer
    restarts.clear()
    assert (tmp_path / "restarts.bin").read_bytes() == newer


def test_a_count_that_can_be_read_is_none_of_a_newer_firmware(tmp_path):
    assert not Restarts(str(tmp_path), False).newer
    assert not Restarts(str(tmp_path), False).newer


# A new layout


@pytest.fixture
def with_pain(monkeypatch):
    """The next firmware, as it might be: a record has one field more."""
    monkeypatch.setattr(module, "_FORMAT", module._FORMAT + "H")
    monkeypatch.setattr(module, "_FIELDS", (*module._FIELDS, "pain"))
    monkeypatch.setattr(module, "_STEPS", (*module._STEPS, lambda content: content + b"\x07\0"))
    return monkeypatch


def test_a_field_more_is_one_function_and_what_was_counted_stays(stored, with_pain):
    path = stored / "person_0.bin"
    records, before, layout = Records(str(stored)), path.read_bytes(), layout_of(path)
    person = records.load(0)
    assert (records.ids[:3], records.places[:2]) == (["anna", "ben", ""], [0, 1])
    assert (person.here_day, person.born, person.pain) == (NOON // 1440, 1980, 7)
    assert path.read_bytes() == before
    person.pain = 3
    assert records.save(0, "anna", 0, person)
    assert layout_of(path) == layout + 1 and layout_of(stored / "person_1.bin") == layout
    again = Records(str(stored))
    assert (again.ids[:2], again.load(0).pain, again.load(1).pain) == (["anna", "ben"], 3, 7)
    # Back to the firmware of before: what it does not know locks one, and the other goes on.
    with_pain.undo()
    chosen = at_noon(stored)
    assert codes(chosen.screened) == ["RECORD_NEWER"] and codes(chosen.screening_of(1)) == []
