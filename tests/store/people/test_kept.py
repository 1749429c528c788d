"""People and their records after a change that was refused, undone or half done: nothing is lost or mixed up."""

import struct

from firmware.link.errors import ERRORS
from firmware.profile.form import to_wire
from firmware.screening.record import PersonRecord
from firmware.store import people as module
from firmware.store.people import People, fingerprint
from firmware.store.records import KEPT, Records
from tests.support.layouts import age, whole
from tests.support.profiles import profile

# In the order of the layouts: all that a record had in each, every number another one.
FIRST = (
    "step", "done", "first_day", "last_day", "sessions", "ended_min", "answered_day", "answers", "declared",
    "changed_day", "here_day", "born", "issued_day", "void_day", "dated", "undated", "open",
)  # fmt: skip
OWN = ("own_first_day", "own_sessions", "own_ended_min", "own_answered_day", "own_here_day")
FELT = (
    "after", "worse", "news", "renewed", "told_day", "own_told_day", "meal_min", "own_meal_min", "hold_cdeg",
    "pace_days", "pain_before", "pain_after",
)  # fmt: skip
FORMS = ("<24sBHHIIIIIIIIIHIIIBB", "IIIII", "BBHBIIIIHBBB")


def declared(who, *conditions):
    return profile(*conditions, id=who, name=who.title())


def put(people, one):
    return people.put(one, to_wire(one))


def test_a_record_of_an_earlier_firmware_has_all_that_was_counted_and_each_number_in_its_place(tmp_path):
    numbers = {name: at for at, name in enumerate((*FIRST, *OWN, *FELT), 100)}
    numbers.update(undated=True, open=False, renewed=True)
    by_clock = {f"own_{name}": numbers[name] for name in ("first_day", "sessions", "ended_min", "answered_day")}
    by_clock["own_here_day"] = numbers["here_day"]
    nothing = vars(PersonRecord())
    for layout in (1, 2, 3):
        names = (*FIRST, *OWN, *FELT)[: (len(FIRST), len(FIRST + OWN), None)[layout - 1]]
        content = struct.pack("".join(FORMS[:layout]), b"anna", 3, *[int(numbers[name]) for name in names])
        (tmp_path / "person_0.bin").write_bytes(whole(content, layout))
        expected = {**nothing, **{name: numbers[name] for name in names}}
        if layout == 1:
            expected |= by_clock
        if layout < 3:
            expected |= {"told_day": expected["here_day"], "own_told_day": expected["own_here_day"]}
        records = Records(str(tmp_path))
        assert (records.ids[0], records.places[0]) == ("anna", 2)
        assert vars(records.load(0)) == expected, layout


def test_as_many_people_are_remembered_as_whoever_finds_no_room_is_told(tmp_path):
    assert f"remembers {KEPT} people" in ERRORS["FULL_RECORDS"][0]
    assert len(Records(str(tmp_path)).ids) == KEPT


def test_a_lost_record_locks_as_a_session_cut_short_and_a_change(tmp_path):
    """Whose record is gone has perhaps been inverted a minute ago."""
    people = People(str(tmp_path))
    put(people, declared("anna"))
    put(people, declared("ben"))
    (tmp_path / "person_0.bin").unlink()
    for lost in ("RECORD_LOST", "RECORD_NEWER"):
        assert vars(People(str(tmp_path)).record(0)) == {
            **vars(PersonRecord()), "open": True, "undated": True, "lost": lost,
        }  # fmt: skip
        age(tmp_path / "person_1.bin")


def test_whoever_is_pushed_again_keeps_their_place_and_only_a_newer_profile_is_called_newer(tmp_path):
    people = People(str(tmp_path))
    for place, who in enumerate(("anna", "ben", "cleo")):
        assert put(people, declared(who)) == (place, "")
    assert people.remove(0) == "" and (people.ids[0], people.names[0]) == ("", "")
    assert put(people, declared("cleo")) == (2, "") and people.ids[:3] == ["", "ben", "cleo"]
    age(tmp_path / "profile_1.bin")
    people = People(str(tmp_path))
    assert [people.newer(place) for place in range(4)] == [False, True, False, False]


def test_a_newer_profile_that_came_while_the_table_runs_is_not_written_over(tmp_path):
    people = People(str(tmp_path))
    put(people, declared("anna"))
    newer = age(tmp_path / "profile_0.bin")
    assert put(people, declared("anna", "sciatica")) == (-1, "NOT_STORED")
    assert (tmp_path / "profile_0.bin").read_bytes() == newer


def test_whoever_was_taken_away_is_stored_nowhere(tmp_path):
    people = People(str(tmp_path))
    put(people, declared("anna"))
    put(people, declared("ben"))
    assert people.remove(0) == ""
    assert Records(str(tmp_path)).places[:3] == [-1, 1, -1]


def test_somebody_elses_record_of_a_newer_firmware_keeps_nobody_from_being_taken_away(tmp_path):
    people = People(str(tmp_path))
    put(people, declared("anna"))
    put(people, declared("ben"))
    age(tmp_path / "person_1.bin")
    people = People(str(tmp_path))
    assert people.remove(0) == "" and people.ids[:2] == ["", "ben"]


def test_a_record_that_can_be_read_again_is_not_given_away_a_second_time(tmp_path):
    """Its person would begin with no sessions counted."""
    people = People(str(tmp_path))
    record = PersonRecord()
    record.step = 4
    assert Records(str(tmp_path)).save(0, "anna", -1, record)
    assert put(people, declared("anna")) == (0, "") and people.record(0).step == 4
    assert Records(str(tmp_path)).ids[:2] == ["anna", ""]


def test_after_a_push_that_flash_refuses_only_a_whole_profile_of_the_same_person_counts_on(tmp_path, monkeypatch):
    """Everybody else is remembered as they were pushed last: a change locks, whether its profile came to be or not."""
    people = People(str(tmp_path))
    for who in ("anna", "ben", "cleo"):
        put(people, declared(who))
    people.remove(2)
    (tmp_path / "profile_1.bin").write_bytes(b"torn")
    people = People(str(tmp_path))
    save = module.ProfileStore.save
    before, after = fingerprint(declared("x")), fingerprint(declared("x", "sciatica"))
    for who, stored in (("anna", before), ("ben", after), ("cleo", after), ("dora", after)):
        monkeypatch.setattr(module.ProfileStore, "save", lambda *_: False)
        assert put(people, declared(who, "sciatica")) == (-1, "NOT_STORED")
        monkeypatch.setattr(module.ProfileStore, "save", save)
        records = Records(str(tmp_path))
        assert records.load(records.ids.index(who)).declared == stored, who
