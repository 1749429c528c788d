"""What a push notes of a profile, at the bounds of its numbers, and whose record gives way when there is no room."""

import binascii

import pytest

from firmware.dates import DAY_MIN
from firmware.profile.form import to_wire
from firmware.screening.dose import REMEMBER_DAYS
from firmware.screening.record import PersonRecord
from firmware.store.people import People, dates, fingerprint
from firmware.store.profiles import ProfileStore
from firmware.store.records import KEPT, Records
from firmware.when import When
from tests.support.layouts import age
from tests.support.profiles import profile
from tests.support.when import moment

DAY = 9_000
NOW = moment(DAY * DAY_MIN)


def put(people: People, when: When = NOW, **changes) -> tuple[int, str]:
    one = {**profile(id="anna", name="Anna"), **changes}
    return people.put(one, to_wire(one), when)


@pytest.mark.parametrize(
    ("field", "kept", "least", "most"),
    [("born", "born", 1900, 2099), ("hold_cdeg", "hold_cdeg", 100, 9000), ("days_per_step", "pace_days", 7, 90)],
)
def test_a_number_is_noted_within_its_bounds_and_what_a_newer_laptop_means_by_another_is_not(
    tmp_path, field, kept, least, most
):
    for number, value in enumerate((least, least + 1, most - 1, most)):
        people = People(str(tmp_path))
        assert put(people, **{"id": f"p{number}", field: value})[1] == ""
        assert getattr(people.record(number), kept) == value
    for number, value in enumerate((least - 1, most + 1, str(least), True), 4):
        assert put(people, **{"id": f"p{number}", "schema": 2, field: value})[1] == ""
        assert getattr(people.record(number), kept) == 0


def test_the_day_by_each_of_the_two_times_is_noted_at_a_push_and_at_a_removal(tmp_path):
    people = People(str(tmp_path))
    for when, days in ((When(0, 77 * DAY_MIN + 1439, 55 * DAY_MIN), (77, 55)), (When(0, 0, DAY_MIN), (0, 1))):
        assert put(people, when) == (0, "")
        record = people.record(0)
        assert (record.here_day, record.own_here_day, record.told_day, record.own_told_day) == (*days, *days)
    assert people.remove(0, When(0, 99 * DAY_MIN, 88 * DAY_MIN)) == ""
    record = Records(str(tmp_path)).load(0)
    assert (record.here_day, record.own_here_day, record.told_day, record.own_told_day) == (99, 88, 0, 1)


@pytest.mark.parametrize(("news", "renewed"), [(0, False), (1, True), (4, True)])
def test_what_is_new_is_asked_again_after_a_push(tmp_path, news, renewed):
    people = People(str(tmp_path))
    put(people)
    record = people.record(0)
    record.news = news
    people.remember(0, record)
    put(people)
    assert (people.record(0).news, people.record(0).renewed) == (news, renewed)


@pytest.mark.parametrize(
    ("given", "newest"),
    [
        ([20261101, 20261103, 20261102], 20261103),
        ([20261131, 20261101], 20261101),
        ([20261301], 0),
        (["20261101", True, None], 0),
        ([], 0),
    ],
)
def test_the_newest_clearance_is_the_one_of_the_latest_day_that_there_is(tmp_path, given, newest):
    people = People(str(tmp_path))
    put(people, schema=2, clearances=[{"issued": day} for day in given] + [5, "x"])
    assert people.record(0).issued_day == newest


def test_days_of_operations_are_another_set_whatever_their_order_and_none_is_none():
    assert dates({}) == dates({"since": {}}) == dates({"since": 5}) == 0
    both = {"a": 20260101, "b": 20260102}
    assert dates({"since": both}) == dates({"since": dict(reversed(both.items()))})
    assert dates({"since": both}) == binascii.crc32(b"a=20260101\nb=20260102") | 1
    assert len({dates({"since": one}) for one in (both, {"a": 20260101}, {"a": 20260102, "b": 20260101})}) == 3


def test_conditions_are_another_set_whatever_their_order_and_never_none():
    assert fingerprint({"conditions": ["b", "a"]}) == fingerprint({"conditions": ["a", "b"]})
    assert fingerprint({"conditions": ["a", "b"]}) == binascii.crc32(b"a\nb") | 1
    odd = ({"conditions": []}, {}, {"conditions": "a"}, {"conditions": [1]}, {"conditions": None})
    assert all(fingerprint(one) & 1 for one in odd)
    assert fingerprint({"conditions": [1]}) == fingerprint({"conditions": ["1"]})
    assert fingerprint({}) == fingerprint({"conditions": None}) != fingerprint({"conditions": []})


def test_a_longer_name_of_a_newer_laptop_is_called_by_its_first_60_signs(tmp_path):
    people = People(str(tmp_path))
    put(people, schema=2, name="x" * 61)
    put(people, schema=2, id="ben", name="y" * 60)
    put(people, schema=2, id="cleo", name="")
    assert People(str(tmp_path)).names[:3] == ["x" * 60, "y" * 60, "cleo"]


def test_no_table_of_people_keeps_a_profile_in_memory_but_the_one_that_is_loaded(tmp_path):
    people = People(str(tmp_path))
    put(people)
    put(people, id="ben")
    assert [store.blob for store in people._stores] == [b""] * 8
    _, blob, revision, record = people.load(1)
    assert (blob, revision, record.declared) == (
        to_wire({**profile(id="ben", name="Anna")}),
        2,
        people.record(1).declared,
    )


def filled(root, **changes):
    """Records of people who are not on the table any more, the last as named by `changes`: number=record."""
    records = Records(str(root))
    for number in range(KEPT):
        record = PersonRecord()
        record.sessions, record.last_day, record.ended_min = 1, DAY, DAY * DAY_MIN
        record.own_ended_min, record.here_day, record.own_here_day = DAY * DAY_MIN, DAY, DAY
        for name, value in changes.get(f"p{number}", {}).items():
            setattr(record, name, value)
        assert records.save(number, f"p{number}", -1, record)
    return People(str(root))


LATE = moment((DAY + REMEMBER_DAYS + 10) * DAY_MIN)
NEVER = {"sessions": 0, "last_day": 0, "ended_min": 0, "own_ended_min": 0}


def test_whoever_never_had_a_session_gives_way_before_anybody_who_can_be_forgotten(tmp_path):
    people = filled(tmp_path, p40=NEVER)
    assert put(people, LATE) == (0, "")
    again = Records(str(tmp_path))
    assert (again.ids.index("anna"), again.ids[0], "p40" in again.ids) == (40, "p0", False)


def test_of_all_that_can_be_forgotten_the_first_gives_way(tmp_path):
    people = filled(tmp_path)
    assert put(people, LATE) == (0, "")
    assert put(people, LATE, id="ben") == (1, "")
    assert Records(str(tmp_path)).ids[:3] == ["anna", "ben", "p2"]


def test_a_record_that_cannot_be_read_gives_way_before_a_free_one_is_taken(tmp_path):
    people = People(str(tmp_path))
    put(people)
    put(people, id="ben")
    people.remove(1)
    (tmp_path / "person_1.bin").write_bytes(b"torn")
    again = People(str(tmp_path))
    assert put(again, id="cleo") == (1, "")
    assert Records(str(tmp_path)).ids[:3] == ["anna", "cleo", ""]
    assert again.record(1).open and again.record(1).undated


def test_a_profile_without_an_id_is_of_its_place_and_has_no_other_name(tmp_path):
    """As a newer firmware may have stored one that this one cannot read."""
    assert ProfileStore(str(tmp_path / "profile_2.bin")).save(b"\xff", 7)
    people = People(str(tmp_path))
    assert (people.ids[2], people.names[2], people.revision) == ("place-3", "place-3", 7)


def test_what_was_saved_is_whole_until_it_is_found_to_be_damaged(tmp_path):
    path = tmp_path / "profile_0.bin"
    path.write_bytes(b"torn")
    store = ProfileStore(str(path))
    store.load()
    assert (store.blob, store.revision, store.damaged, store.newer, store.full) == (b"", 0, True, False, False)
    assert store.save(b"x", 5)
    assert (store.blob, store.revision, store.damaged, store.newer) == (b"x", 5, False, False)
    assert store.clear(6)
    assert (store.blob, store.revision, store.damaged, store.newer) == (b"", 6, False, False)


def test_whoever_finds_no_room_for_a_record_is_not_taken_away_and_nothing_else_is_written(tmp_path):
    people = People(str(tmp_path))
    put(people)
    records = Records(str(tmp_path))
    for number in range(KEPT):
        record = PersonRecord()
        record.open = True
        assert records.save(number, f"p{number}", -1, record)
    people = People(str(tmp_path))
    before = sorted(path.name for path in tmp_path.iterdir())
    assert people.remove(0, NOW) == "NOT_STORED" and people.ids[0] == "anna"
    assert put(people) == (-1, "FULL_RECORDS")
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_newer_profile_in_the_way_is_told_with_no_place(tmp_path):
    people = People(str(tmp_path))
    put(people)
    age(tmp_path / "profile_0.bin")
    people = People(str(tmp_path))
    assert people.newer(0) and put(people) == (-1, "STORED_NEWER")


def test_a_year_of_birth_that_is_given_for_the_first_time_takes_no_step_back(tmp_path):
    people = People(str(tmp_path))
    put(people, schema=2, born="x")
    record = people.record(0)
    record.step = 4
    people.remember(0, record)
    put(people)
    assert (people.record(0).step, people.record(0).born) == (4, 1980)


def test_a_table_that_has_kept_nothing_yet_is_not_full(tmp_path):
    assert not People(str(tmp_path)).full and not Records(str(tmp_path)).full


def test_a_revision_counts_every_change_of_the_table_and_outlives_the_power(tmp_path):
    people = People(str(tmp_path))
    for revision, change in enumerate(
        (lambda: put(people), lambda: put(people, id="ben"), lambda: people.remove(0)), 1
    ):
        change()
        assert people.revision == People(str(tmp_path)).revision == revision
    assert put(people, id="cleo") == (0, "") and People(str(tmp_path)).load(0)[2] == 4
