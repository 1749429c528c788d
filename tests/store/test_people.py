"""Eight people on one table, and what is remembered of each, across pushes, removals and restarts."""

import pytest

from firmware.dates import DAY_MIN
from firmware.profile.form import to_wire
from firmware.screening import questions
from firmware.screening.dose import REMEMBER_DAYS
from firmware.screening.record import PersonRecord
from firmware.store.people import PLACES, People
from firmware.store.records import KEPT, Records
from tests.support.profiles import clearance, profile
from tests.support.when import moment

NOON = 9_000 * DAY_MIN + 720


def anna(*conditions: str, **changes) -> dict:
    return {**profile(*conditions), "id": "anna", "name": "Anna", **changes}


def put(people: People, one: dict) -> tuple[int, str]:
    return people.put(one, to_wire(one))


def test_a_new_table_knows_nobody(tmp_path):
    people = People(str(tmp_path))
    assert (people.ids, people.names, people.revision) == ([""] * PLACES, [""] * PLACES, 0)
    assert people.after(-1, 1) == -1 and people.find("anna") == -1 and people.find("") == -1


def test_each_id_has_one_place_and_a_push_replaces_what_it_held(tmp_path):
    people = People(str(tmp_path))
    assert put(people, anna()) == (0, "")
    assert put(people, {**anna(), "id": "ben", "name": "Ben"}) == (1, "")
    assert put(people, anna(name="Anne")) == (0, "")
    for one in (people, People(str(tmp_path))):
        assert (one.ids[:3], one.names[:3], one.revision) == (["anna", "ben", ""], ["Anne", "Ben", ""], 3)
    assert People(str(tmp_path)).load(0)[:3] == (anna(name="Anne"), to_wire(anna(name="Anne")), 3)


def test_a_ninth_person_finds_no_place_and_nothing_is_changed(tmp_path):
    people = People(str(tmp_path))
    for number in range(PLACES):
        assert put(people, anna(id=f"p{number}")) == (number, "")
    assert put(people, anna(id="p9")) == (-1, "FULL")
    assert put(people, anna(id="p7", name="Still")) == (7, "")
    assert people.ids == [f"p{number}" for number in range(PLACES)]
    assert People(str(tmp_path)).revision == PLACES + 1


def test_next_and_before_go_round_past_empty_places(tmp_path):
    people = People(str(tmp_path))
    for name in ("a", "b", "c"):
        put(people, anna(id=name))
    assert people.remove(1) == ""
    assert [people.after(place, 1) for place in (-1, 0, 2)] == [0, 2, 0]
    assert [people.after(place, -1) for place in (0, 2)] == [2, 0]


def test_what_was_counted_stays_when_the_profile_is_pushed_again_or_removed(tmp_path):
    people = People(str(tmp_path))
    put(people, anna())
    person = people.load(0)[3]
    person.step, person.done, person.sessions = 2, 1, 3
    assert people.remember(0, person)
    put(people, anna(name="Anne"))
    assert people.remove(0) == ""
    assert people.ids[0] == "" and people.revision == 3
    put(people, {**anna(), "id": "ben"})
    assert put(people, anna())[0] == 1
    again = People(str(tmp_path)).load(1)[3]
    assert (again.step, again.done, again.sessions) == (2, 1, 3)


def test_what_was_counted_stays_whoever_has_had_the_place_since(tmp_path):
    people = People(str(tmp_path))
    put(people, anna())
    person = people.load(0)[3]
    person.step, person.sessions = 2, 3
    people.remember(0, person)
    people.remove(0)
    for number in range(PLACES):
        assert put(people, anna(id=f"p{number}"))[1] == ""
    assert put(people, anna()) == (-1, "FULL")
    people.remove(4)
    for one in (people, People(str(tmp_path))):
        assert put(one, anna()) == (4, "")
        assert (one.load(4)[3].step, one.load(4)[3].sessions) == (2, 3)


def hold_a_session(people: People, place: int, minutes: int) -> None:
    person = people.record(place)
    person.sessions, person.last_day, person.ended_min = 1, minutes // DAY_MIN, minutes
    assert people.remember(place, person)


def test_a_record_is_given_up_when_it_cannot_matter_any_more_and_no_sooner(tmp_path):
    people = People(str(tmp_path))
    for number in range(KEPT):
        assert people.put(anna(id=f"p{number}"), to_wire(anna(id=f"p{number}")), moment(NOON + number)) == (0, "")
        hold_a_session(people, 0, NOON + number)
        assert people.remove(0, moment(NOON + number)) == ""
    late = NOON + REMEMBER_DAYS * DAY_MIN
    assert people.put(anna(), to_wire(anna()), moment(late)) == (-1, "FULL_RECORDS")
    assert people.put(anna(), to_wire(anna()), moment(0)) == (-1, "FULL_RECORDS")
    assert people.put(anna(id="p3"), to_wire(anna(id="p3")), moment(late)) == (0, "")
    assert people.ids == ["p3"] + [""] * (PLACES - 1)
    assert people.put(anna(), to_wire(anna()), moment(late + DAY_MIN)) == (1, "")
    again = Records(str(tmp_path))
    assert "anna" in again.ids and "p3" in again.ids and "p0" not in again.ids


def test_who_never_had_a_session_need_not_be_remembered(tmp_path):
    """Ids that are pushed and removed block nobody, and oust nobody who was there, however late."""
    people = People(str(tmp_path))
    put(people, anna())
    hold_a_session(people, 0, NOON)
    assert people.remove(0, moment(NOON)) == ""
    for number in range(KEPT + 9):
        who = anna(id=f"p{number}")
        late = NOON + 3 * REMEMBER_DAYS * DAY_MIN if number > KEPT else NOON
        assert people.put(who, to_wire(who), moment(late)) == (0, "")
        assert people.remove(0, moment(late)) == ""
    assert put(people, anna(id="ben")) == (0, "")
    for one in (people, People(str(tmp_path))):
        assert one.find("ben") == 0
    assert put(people, anna()) == (1, "")
    assert people.record(1).ended_min == NOON


@pytest.mark.parametrize(
    "kept",
    [
        {"open": True},
        {"answered_day": 9000, "answers": 1},
        {"step": 1},
        {"done": 1},
        {"ended_min": NOON},
        {"last_day": 9000},
        {"news": 1 << questions.NEWS},
        {"meal_min": NOON},
    ],
)
def test_whoever_was_at_the_panel_is_remembered(tmp_path, kept):
    people = People(str(tmp_path))
    for number in range(KEPT):
        put(people, anna(id=f"p{number}"))
        person = people.record(0)
        for name, value in kept.items():
            setattr(person, name, value)
        people.remember(0, person)
        people.remove(0)
    assert put(people, anna()) == (-1, "FULL_RECORDS")


def test_whose_profile_is_stored_is_remembered_though_a_session_has_not_been(tmp_path):
    people = People(str(tmp_path))
    put(people, anna())
    for number in range(KEPT + 5):
        assert put(people, anna(id=f"p{number}")) == (1, "")
        assert people.remove(1) == ""
    assert not people.record(0).lost


@pytest.mark.parametrize("lost", ["removed", "torn"])
def test_a_record_that_is_gone_beside_its_profile_is_lost_until_a_push(tmp_path, lost):
    people = People(str(tmp_path))
    put(people, anna())
    person = people.load(0)[3]
    person.step = 4
    people.remember(0, person)
    file = tmp_path / "person_0.bin"
    file.unlink() if lost == "removed" else file.write_bytes(b"torn")
    again = People(str(tmp_path))
    person = again.load(0)[3]
    assert person.lost == "RECORD_LOST" and not again.remember(0, person)
    assert People(str(tmp_path)).record(0).lost
    assert put(again, anna()) == (0, "")
    person = People(str(tmp_path)).record(0)
    assert (person.lost, person.step, person.open, person.undated) == ("", 0, True, True)


def test_a_lost_record_is_not_whole_again_by_removing_the_profile(tmp_path):
    people = People(str(tmp_path))
    put(people, anna())
    (tmp_path / "person_0.bin").unlink()
    again = People(str(tmp_path))
    assert again.remove(0) == ""
    assert put(again, anna()) == (0, "")
    assert again.record(0).open and again.record(0).undated


def test_a_record_that_cannot_be_read_may_be_a_new_persons(tmp_path):
    people = People(str(tmp_path))
    put(people, anna())
    people.remove(0)
    (tmp_path / "person_0.bin").write_bytes(b"torn")
    again = People(str(tmp_path))
    put(again, anna(id="ben"))
    assert again.record(0).open
    put(again, anna(id="cleo"))
    assert not again.record(1).open


def test_another_year_of_birth_is_another_person_whose_progress_begins_anew(tmp_path):
    people = People(str(tmp_path))
    put(people, anna())
    person = people.record(0)
    person.step, person.done, person.first_day, person.sessions, person.last_day = 9, 2, 9000, 2, 9001
    person.answered_day, person.answers = 9001, 0
    people.remember(0, person)
    put(people, anna(name="Anne", weight_kg=90))
    assert people.record(0).step == 9
    put(people, anna(born=1981))
    person = people.record(0)
    assert (person.step, person.done, person.first_day, person.answered_day) == (0, 0, 0, 0)
    assert (person.sessions, person.last_day, person.born) == (2, 9001, 1981)
    person.answered_day, person.answers = 9001, 4
    people.remember(0, person)
    put(people, anna(born=1982))
    assert (people.record(0).answered_day, people.record(0).answers) == (9001, 4)


def test_another_set_of_conditions_is_a_change_and_another_order_is_none(tmp_path):
    people = People(str(tmp_path))
    put(people, anna("sciatica", "muscle_tension"))
    assert not people.load(0)[3].undated
    put(people, anna("muscle_tension", "sciatica"))
    assert not people.load(0)[3].undated
    put(people, anna("sciatica"))
    assert people.load(0)[3].undated


def test_what_was_cleared_before_a_change_is_remembered(tmp_path):
    people = People(str(tmp_path))
    given = [clearance("hip_dysplasia", issued=20261101), clearance("hip_dysplasia", issued=20261103)]
    put(people, anna("hip_dysplasia", clearances=given))
    assert (people.record(0).issued_day, people.record(0).void_day) == (20261103, 0)
    newer = [clearance("hip_dysplasia", issued=20261120)]
    put(people, anna("hip_dysplasia", "sciatica", clearances=newer))
    assert (people.record(0).issued_day, people.record(0).void_day) == (20261120, 20261103)
    put(people, anna("hip_dysplasia", clearances=[]))
    assert (people.record(0).issued_day, people.record(0).void_day) == (20261120, 20261120)


@pytest.mark.parametrize("odd", [{"clearances": 7}, {"clearances": [3, {"issued": "x"}]}, {"since": 4}, {"born": "x"}])
def test_a_newer_profile_that_is_odd_is_stored_all_the_same(tmp_path, odd):
    newer = {**anna(), "schema": 2, **odd}
    assert put(People(str(tmp_path)), newer) == (0, "")
    assert People(str(tmp_path)).record(0).issued_day == 0


def test_all_that_a_record_holds_comes_back(tmp_path):
    records = Records(str(tmp_path))
    person = PersonRecord()
    vars(person).update({name: number for number, name in enumerate(vars(person), 1)})
    person.open, person.undated, person.lost, person.declared, person.renewed = True, False, "", 0xFFFFFFFF, True
    assert records.save(1, "anna", 3, person)
    again = Records(str(tmp_path))
    assert (again.ids[:3], again.places[:3]) == (["", "anna", ""], [-1, 3, -1])
    assert vars(again.load(1)) == vars(person)


def test_what_flash_refuses_of_a_record_changes_nothing_of_whose_it_is(tmp_path, mocker):
    records = Records(str(tmp_path))
    assert records.save(0, "anna", 2, PersonRecord())
    for number, who, place in ((0, "anna", -1), (0, "ben", 3), (1, "ben", 3)):
        mocker.patch("firmware.store.slot._rename", side_effect=OSError(28, "no space"))
        assert not records.save(number, who, place, PersonRecord())
        mocker.stopall()
        assert (records.ids[:2], records.places[:2]) == (["anna", ""], [2, -1])


@pytest.mark.parametrize("damage", [b"", b"rubbish", None])
def test_a_record_that_cannot_be_read_counts_as_a_session_cut_short_and_a_change(tmp_path, damage):
    records = Records(str(tmp_path))
    records.save(0, "anna", 0, PersonRecord())
    file = tmp_path / "person_0.bin"
    file.write_bytes(file.read_bytes()[:-1] + b"?" if damage is None else damage)
    again = Records(str(tmp_path))
    assert again.ids[0] is None and again.load(0).open and again.load(0).undated


def test_a_profile_that_cannot_be_read_still_has_its_place_and_its_name(tmp_path):
    people = People(str(tmp_path))
    put(people, anna())
    (tmp_path / "profile_0.bin").write_bytes(b"torn")
    again = People(str(tmp_path))
    assert again.ids[0] == "anna" and again.load(0)[0] is None
    (tmp_path / "person_0.bin").write_bytes(b"torn")
    assert People(str(tmp_path)).ids[0] == "place-1"
