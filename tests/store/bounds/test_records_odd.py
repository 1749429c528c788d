"""Records and counts on flash that are whole and still not what this firmware wrote: nobody is let on by them."""

import struct

import pytest

from firmware.profile.form import to_wire
from firmware.screening.record import PersonRecord
from firmware.store.people import People
from firmware.store.records import Records
from firmware.store.restarts import Restarts
from tests.support.layouts import HEAD_BYTES, whole
from tests.support.profiles import profile


@pytest.mark.parametrize("layout", [1, 2, 3])
@pytest.mark.parametrize("change", [-1, 1, None])
def test_a_record_of_another_length_counts_as_a_session_cut_short_and_a_change(tmp_path, layout, change):
    path = tmp_path / "person_0.bin"
    assert Records(str(tmp_path)).save(0, "anna", 0, PersonRecord())
    content = path.read_bytes()[HEAD_BYTES:]
    length = {1: len(content) - 46, 2: len(content) - 26, 3: len(content)}[layout]
    path.write_bytes(whole(bytes(1 if change is None else length + change), layout))
    records = Records(str(tmp_path))
    assert (records.ids[:2], records.places[0]) == ([None, ""], -1)
    assert (records.load(0).open, records.load(0).undated) == (True, True)


def test_a_place_without_a_record_is_nobodys_and_no_session_was_cut_short(tmp_path):
    records = Records(str(tmp_path))
    assert (records.ids[5], records.places[5]) == ("", -1)
    assert vars(records.load(5)) == vars(PersonRecord())


@pytest.mark.parametrize(("place", "stored"), [(-1, 0), (0, 1), (7, 8)])
def test_where_a_persons_profile_is_stored_outlives_the_power(tmp_path, place, stored):
    assert Records(str(tmp_path)).save(3, "anna", place, PersonRecord())
    assert struct.unpack_from("<24sB", (tmp_path / "person_3.bin").read_bytes(), HEAD_BYTES)[1] == stored
    assert Records(str(tmp_path)).places[3] == place


def test_an_id_of_24_signs_is_whole_after_a_restart(tmp_path):
    who = "a" * 24
    people = People(str(tmp_path))
    assert people.put({**profile(), "id": who}, to_wire({**profile(), "id": who})) == (0, "")
    assert People(str(tmp_path)).ids[0] == who and not People(str(tmp_path)).record(0).lost


@pytest.mark.parametrize("count", [0, 1, 253, 254, 255])
def test_a_count_of_restarts_goes_on_from_what_is_stored_and_stays_at_the_most(tmp_path, count):
    path = tmp_path / "restarts.bin"
    path.write_bytes(whole(bytes([count]), 1))
    assert Restarts(str(tmp_path), False).count == min(count + 1, 255)
    assert path.read_bytes() == whole(bytes([min(count + 1, 255)]), 1)


def test_flash_is_written_only_where_the_count_changes(tmp_path):
    path = tmp_path / "restarts.bin"
    restarts = Restarts(str(tmp_path), False)
    restarts.clear()
    assert (restarts.count, path.read_bytes()) == (0, whole(b"\0", 1))
    path.unlink()
    restarts.clear()
    assert Restarts(str(tmp_path), True).count == 0
    assert not path.exists()


@pytest.mark.parametrize(("count", "sweeps"), [(0, 0), (7, 0), (8, 1), (15, 1), (16, 2), (64, 8)])
def test_a_full_table_is_ready_soon_for_its_heap_is_swept_after_each_eight_records(tmp_path, mocker, count, sweeps):
    records = Records(str(tmp_path))
    for number in range(count):
        assert records.save(63 - number, f"p{number}", -1, PersonRecord())
    collect = mocker.patch("firmware.store.records.gc.collect")
    Records(str(tmp_path))
    assert collect.call_count == sweeps
