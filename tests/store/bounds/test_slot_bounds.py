"""A slot at the bounds of what a file may hold, and what it says after a failure that is over."""

import pytest

from firmware.store import slot as module
from firmware.store.slot import DAMAGED, NEWER, Slot
from tests.support.layouts import HEAD_BYTES, whole

MOST = 4100  # a profile of 4096 bytes and its revision


@pytest.mark.parametrize("length", [0, 1, MOST - 1, MOST])
def test_the_longest_profile_there_is_comes_back_and_a_byte_behind_it_is_noticed(tmp_path, length):
    path = tmp_path / "x.bin"
    content = bytes(at % 251 for at in range(length))
    assert Slot(str(path)).save(content)
    assert path.read_bytes() == whole(content, 1) and len(path.read_bytes()) == HEAD_BYTES + length
    assert Slot(str(path)).load() == (content, 0)
    path.write_bytes(whole(content, 1) + b"x")
    assert Slot(str(path)).load() == (None, DAMAGED)


@pytest.mark.parametrize("length", [MOST + 2, 100_000])
def test_a_file_longer_than_any_this_firmware_writes_is_damaged_and_read_no_further(tmp_path, mocker, length):
    path = tmp_path / "x.bin"
    path.write_bytes(whole(bytes(length), 1))
    sums = mocker.spy(module.binascii, "crc32")
    assert Slot(str(path)).load() == (None, DAMAGED)
    assert max(len(call.args[0]) for call in sums.call_args_list) <= MOST + 1


@pytest.mark.parametrize("size", range(HEAD_BYTES + 1))
def test_a_file_cut_within_its_head_is_damaged_and_may_be_written_over(tmp_path, size):
    path = tmp_path / "x.bin"
    path.write_bytes(whole(b"content", 200)[:size])
    assert Slot(str(path)).load() == (None, DAMAGED)
    assert Slot(str(path)).save(b"new") and Slot(str(path)).load() == (b"new", 0)


@pytest.mark.parametrize("where", ["x.bin", "x.bin.new"])
def test_what_only_a_newer_firmware_can_read_is_given_up_only_where_that_is_said(tmp_path, where):
    (tmp_path / where).write_bytes(whole(b"newer", 2))
    slot = Slot(str(tmp_path / "x.bin"))
    assert slot.load() == (None, NEWER)
    assert not slot.save(b"mine") and not slot.full
    assert (tmp_path / where).read_bytes() == whole(b"newer", 2)
    assert slot.save(b"mine", True)
    assert slot.load() == (b"mine", 0) and not (tmp_path / "x.bin.new").exists()


def test_of_a_newer_file_in_place_and_a_whole_one_beside_it_nothing_is_taken(tmp_path):
    (tmp_path / "x.bin").write_bytes(whole(b"newer", 3))
    (tmp_path / "x.bin.new").write_bytes(whole(b"older", 1))
    slot = Slot(str(tmp_path / "x.bin"), (lambda content: content + b"!",))
    assert slot.load() == (None, NEWER) and not slot.save(b"mine")


@pytest.mark.parametrize("number", [1, 2])
def test_what_was_written_beside_and_is_of_an_earlier_layout_is_brought_to_todays(tmp_path, number):
    (tmp_path / "x.bin.new").write_bytes(whole(b"a", number))
    slot = Slot(str(tmp_path / "x.bin"), (lambda content: content + b"!",))
    assert slot.load() == (b"a!" if number == 1 else b"a", 0)


def test_a_slot_that_found_no_room_says_so_until_it_does(tmp_path, monkeypatch):
    slot = Slot(str(tmp_path / "x.bin"))
    assert not slot.full
    for number, full in ((28, True), (5, False), (28, True)):
        with monkeypatch.context() as patch:
            patch.setattr(
                module, "_rename", lambda old, new, number=number: (_ for _ in ()).throw(OSError(number, "-"))
            )
            assert not slot.save(b"x")
        assert slot.full is full
    assert slot.save(b"x") and not slot.full
