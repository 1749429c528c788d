"""Whose place it is: a profile that was taken away has none any more, whoever comes there next."""

from firmware.profile.form import to_wire
from firmware.store.people import People
from tests.support.profiles import profile


def put(people: People, who: str) -> tuple[int, str]:
    one = profile(id=who, name=who.title())
    return people.put(one, to_wire(one))


def test_h31_a_damaged_profile_is_never_called_by_the_name_of_whoever_was_there_before(tmp_path):
    """Under that name the panel would show Ben as Anna, and judge him by her record."""
    people = People(str(tmp_path))
    put(people, "anna")
    assert people.remove(0) == "" and put(people, "ben") == (0, "")
    (tmp_path / "profile_0.bin").write_bytes(b"torn")
    again = People(str(tmp_path))
    assert (again.ids[0], again.names[0]) == ("ben", "ben") and again.find("anna") == -1


def test_whoever_comes_back_to_another_place_has_left_the_first_one(tmp_path):
    people = People(str(tmp_path))
    put(people, "anna")
    people.remove(0)
    put(people, "ben")
    assert put(people, "anna") == (1, "")
    for place, who in enumerate(("ben", "anna")):
        (tmp_path / f"profile_{place}.bin").write_bytes(b"torn")
        assert People(str(tmp_path)).ids[place] == who


def test_a_place_that_was_emptied_belongs_to_nobody_though_its_file_is_damaged(tmp_path):
    people = People(str(tmp_path))
    put(people, "anna")
    people.remove(0)
    (tmp_path / "profile_0.bin").write_bytes(b"torn")
    assert People(str(tmp_path)).ids[0] == "place-1"
