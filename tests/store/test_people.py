"""Eight people on one table, and what is remembered of each, across pushes, removals and restarts."""

import pytest

from firmware.link.profile_form import to_wire
from firmware.screening.dose import Person
from firmware.store.people import PLACES, People
from firmware.store.records import Records
from tests.screening.profiles import profile


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
        assert one.ids[:3] == ["anna", "ben", ""] and one.names[:3] == ["Anne", "Ben", ""]
        assert one.revision == 3
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
    assert people.remove(1)
    assert [people.after(place, 1) for place in (-1, 0, 2)] == [0, 2, 0]
    assert [people.after(place, -1) for place in (0, 2)] == [2, 0]


def test_what_was_counted_stays_when_the_profile_is_pushed_again_or_removed(tmp_path):
    people = People(str(tmp_path))
    put(people, anna())
    person = people.load(0)[3]
    person.step, person.done, person.sessions = 2, 1, 3
    assert people.remember(0, person)
    put(people, anna(name="Anne"))
    assert people.remove(0)
    assert people.ids[0] == "" and people.revision == 3
    put(people, {**anna(), "id": "ben"})
    assert put(people, anna())[0] == 0
    again = People(str(tmp_path)).load(0)[3]
    assert (again.step, again.done, again.sessions) == (2, 1, 3)


def test_a_removed_persons_place_is_the_last_to_be_given_away(tmp_path):
    people = People(str(tmp_path))
    for number in range(PLACES - 1):
        put(people, anna(id=f"p{number}"))
    people.remove(3)
    assert put(people, anna(id="new"))[0] == 7
    assert put(people, anna(id="newer"))[0] == 3
    assert people.load(3)[3].step == 0


def test_another_set_of_conditions_is_a_change_and_another_order_is_none(tmp_path):
    people = People(str(tmp_path))
    put(people, anna("sciatica", "muscle_tension"))
    assert not people.load(0)[3].undated
    put(people, anna("muscle_tension", "sciatica"))
    assert not people.load(0)[3].undated
    put(people, anna("sciatica"))
    assert people.load(0)[3].undated


def test_all_that_a_record_holds_comes_back(tmp_path):
    records = Records(str(tmp_path), 2)
    person = Person()
    for number, name in enumerate(vars(person)):
        setattr(person, name, number + 1)
    person.open, person.undated, person.declared = True, False, 0xFFFFFFFF
    assert records.save(1, "anna", person)
    who, again = Records(str(tmp_path), 2).load(1)
    assert who == "anna" and vars(again) == vars(person)
    assert records.load(0)[0] == ""


@pytest.mark.parametrize("damage", [b"", b"rubbish", None])
def test_a_record_that_cannot_be_read_counts_as_a_session_cut_short_and_a_change(tmp_path, damage):
    records = Records(str(tmp_path), 1)
    records.save(0, "anna", Person())
    file = tmp_path / "person_0.bin"
    file.write_bytes(file.read_bytes()[:-1] + b"?" if damage is None else damage)
    who, person = Records(str(tmp_path), 1).load(0)
    assert who is None and person.open and person.undated


def test_a_profile_that_cannot_be_read_still_has_its_place_and_its_name(tmp_path):
    people = People(str(tmp_path))
    put(people, anna())
    (tmp_path / "profile_0.bin").write_bytes(b"torn")
    again = People(str(tmp_path))
    assert again.ids[0] == "anna" and again.load(0)[0] is None
    (tmp_path / "person_0.bin").write_bytes(b"torn")
    assert People(str(tmp_path)).ids[0] == "place-1"
