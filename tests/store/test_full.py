"""A flash without room, which is said as such and loses nothing; and one that cannot be written for another reason."""

import builtins
import os

import pytest

from firmware.dates import minutes_of
from firmware.person.chosen import Chosen
from firmware.profile.form import to_wire
from firmware.store.people import People
from firmware.store.slot import Slot
from tests.support.profiles import TODAY, profile

MINUTES = minutes_of(TODAY, 600)
FULL, WORN = 28, 5
ANNA = to_wire(profile())


@pytest.fixture
def refuse(monkeypatch):
    """refuse(number, word): what is written to files whose path has the word fails with that error."""

    def refuse(number, word="."):
        def opened(path, mode="r", *more, **named):
            if "w" in mode and word in str(path):
                raise OSError(number, "-")
            return real(path, mode, *more, **named)

        monkeypatch.setattr(builtins, "open", opened)

    real = builtins.open
    yield refuse
    monkeypatch.setattr(builtins, "open", real)


def put(people, **changes):
    one = profile(**changes)
    return people.put(one, to_wire(one))


@pytest.mark.parametrize(("number", "full"), [(FULL, True), (WORN, False)])
def test_a_slot_knows_whether_it_was_for_want_of_room(tmp_path, refuse, monkeypatch, number, full):
    slot = Slot(str(tmp_path / "x.bin"))
    assert slot.save(b"old") and not slot.full
    refuse(number)
    assert not slot.save(b"new") and slot.full is full
    monkeypatch.undo()
    assert slot.load() == (b"old", 0)
    assert slot.save(b"new") and not slot.full


@pytest.mark.parametrize(("number", "code"), [(FULL, "FLASH_FULL"), (WORN, "NOT_STORED")])
@pytest.mark.parametrize("word", ["person", "profile"])
def test_a_push_and_a_removal_say_it(tmp_path, refuse, number, code, word):
    people = People(str(tmp_path))
    assert put(people) == (0, "")
    refuse(number, word)
    assert put(people, name="Anne") == (-1, code)
    assert put(people, id="ben") == (-1, code)
    assert people.remove(0) == code
    for one in (people, People(str(tmp_path))):
        assert one.ids[:2] == ["anna", ""] and one.load(0)[1] == ANNA


@pytest.mark.parametrize(("number", "code"), [(FULL, "FLASH_FULL"), (WORN, "NOT_KEPT")])
def test_a_session_that_cannot_be_written_down_locks_and_the_panel_says_why(
    tmp_path, refuse, monkeypatch, number, code
):
    chosen = Chosen(People(str(tmp_path)))
    chosen.rescreen(TODAY, MINUTES)
    assert chosen.push(ANNA) == ""
    chosen.answer(0)
    refuse(number)
    assert not chosen.confirm() and chosen.limit_cdeg == 0
    assert [one[0] for one in chosen.screened.reasons] == [code] and chosen.screened.locked
    monkeypatch.undo()
    assert not chosen.confirm()
    chosen.rescreen(TODAY, MINUTES + 1)
    assert chosen.screened.reasons == [] and chosen.confirm()


@pytest.mark.parametrize("word", ["person", "profile"])
def test_after_a_full_flash_another_failure_is_told_as_what_it_is(tmp_path, refuse, monkeypatch, word):
    people = People(str(tmp_path))
    assert put(people) == (0, "")
    refuse(FULL, word)
    assert put(people, name="Anne") == (-1, "FLASH_FULL")
    refuse(WORN, word)
    assert put(people, name="Anne") == (-1, "NOT_STORED")


@pytest.mark.parametrize("number", [FULL, WORN])
def test_a_push_that_finds_no_room_for_the_profile_takes_nothing_from_the_one_that_stays(tmp_path, refuse, number):
    """Other conditions end what clearances allow, and another year of birth ends the steps taken."""
    people = People(str(tmp_path))
    assert put(people) == (0, "")
    before = vars(people.record(0))
    refuse(number, "profile")
    assert put(people, conditions=["pregnancy"], nothing_to_declare=False, born=1950)[0] == -1
    for one in (people, People(str(tmp_path))):
        assert vars(one.record(0)) == before and one.load(0)[1] == ANNA


def test_where_a_push_may_still_come_into_force_its_record_stays(tmp_path, monkeypatch):
    """The profile before is damaged, and the new one is written but not yet renamed when flash gives up."""
    assert put(People(str(tmp_path))) == (0, "")
    (tmp_path / "profile_0.bin").write_bytes(b"torn")
    people = People(str(tmp_path))

    def rename(old, new):
        if "profile" in old:
            raise OSError(FULL, "-")
        os.replace(old, new)

    monkeypatch.setattr("firmware.store.slot._rename", rename)
    assert put(people, conditions=["pregnancy"], nothing_to_declare=False) == (-1, "FLASH_FULL")
    found, _, _, record = People(str(tmp_path)).load(0)
    assert found["conditions"] == ["pregnancy"] and record.undated
