"""A slot holds a whole content or none, wherever the power goes."""

import os
import shutil
import struct
import zlib

import pytest

from firmware.store import slot
from firmware.store.slot import DAMAGED, NEWER, Slot
from tests.support.layouts import whole

OLD, NEW = b"old content", b"the new one, which is longer"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "x.bin"


@pytest.fixture
def stored(path):
    assert Slot(str(path)).save(OLD)
    return path


def new_of(path):
    return path.with_name(path.name + ".new")


def test_nothing_stored(path):
    assert Slot(str(path)).load() == (None, 0)


@pytest.mark.parametrize("content", [b"", b"\x00", OLD, bytes(range(256)) * 16])
def test_what_is_saved_is_loaded(path, content):
    assert Slot(str(path)).save(content)
    assert Slot(str(path)).load() == (content, 0)
    assert not new_of(path).exists()


def test_a_save_replaces_what_was_there(stored):
    assert Slot(str(stored)).save(NEW)
    assert Slot(str(stored)).load() == (NEW, 0)


def test_a_cut_at_any_byte_of_the_writing_leaves_the_old_content(stored, tmp_path):
    Slot(str(tmp_path / "other.bin")).save(NEW)
    whole = (tmp_path / "other.bin").read_bytes()
    for size in range(len(whole)):
        new_of(stored).write_bytes(whole[:size])
        assert Slot(str(stored)).load() == (OLD, 0)
    # Written whole and not yet renamed: the old one still stands, and the next save still works.
    new_of(stored).write_bytes(whole)
    assert Slot(str(stored)).load() == (OLD, 0)
    assert Slot(str(stored)).save(b"third")
    assert Slot(str(stored)).load() == (b"third", 0)


def test_a_cut_in_the_very_first_writing_leaves_nothing(path, tmp_path):
    Slot(str(tmp_path / "other.bin")).save(NEW)
    whole = (tmp_path / "other.bin").read_bytes()
    for size in range(len(whole)):
        new_of(path).write_bytes(whole[:size])
        assert Slot(str(path)).load() == (None, 0)
    new_of(path).write_bytes(whole)
    assert Slot(str(path)).load() == (NEW, 0)


def test_any_flipped_bit_is_noticed(stored):
    whole = stored.read_bytes()
    for at in range(len(whole)):
        for bit in range(8):
            broken = bytearray(whole)
            broken[at] ^= 1 << bit
            stored.write_bytes(broken)
            assert Slot(str(stored)).load() == (None, DAMAGED)


@pytest.mark.parametrize("broken", [b"", b"B", b"\x00" * 4000, b"x" * 100_000])
def test_other_damage_is_noticed(stored, broken):
    stored.write_bytes(broken)
    assert Slot(str(stored)).load() == (None, DAMAGED)
    stored.write_bytes(stored.read_bytes() + b"x")
    assert Slot(str(stored)).load() == (None, DAMAGED)


@pytest.mark.parametrize(("magic", "layout"), [(b"BSCM", 1), (b"BSCL", 0)])
def test_a_file_of_another_kind_is_not_read_even_when_it_is_whole(stored, magic, layout):
    head = struct.pack("<4sBI", magic, layout, len(OLD))
    stored.write_bytes(head + struct.pack("<I", zlib.crc32(head + OLD)) + OLD)
    assert Slot(str(stored)).load() == (None, DAMAGED)
    stored.write_bytes(whole(OLD, 1))
    assert Slot(str(stored)).load() == (OLD, 0)


STEPS = (lambda content: content + b" 2", lambda content: content + b" 3")


@pytest.mark.parametrize(("layout", "expected"), [(1, OLD + b" 2 3"), (2, OLD + b" 3"), (3, OLD)])
def test_each_earlier_layout_is_brought_to_todays_and_saved_as_that(path, layout, expected):
    path.write_bytes(whole(OLD, layout))
    slot = Slot(str(path), STEPS)
    assert slot.load() == (expected, 0)
    assert path.read_bytes() == whole(OLD, layout), "reading writes nothing"
    assert slot.save(expected)
    assert path.read_bytes() == whole(expected, 3)


@pytest.mark.parametrize("content", [b"", OLD, b"x" * 4100, b"x" * 4101, b"x" * 100_000])
@pytest.mark.parametrize("layout", [2, 255])
def test_a_newer_layout_is_told_from_damage_and_kept_however_long_it_is(path, content, layout):
    path.write_bytes(whole(content, layout))
    slot = Slot(str(path))
    assert slot.load() == (None, NEWER)
    assert not slot.save(NEW)
    assert path.read_bytes() == whole(content, layout)
    assert slot.save(NEW, over_newer=True)
    assert slot.load() == (NEW, 0)


def test_a_damaged_file_is_no_newer_one_whatever_it_says(path):
    broken = bytearray(whole(OLD, 2))
    broken[-1] ^= 1
    for data in (broken, whole(OLD, 2) + b"x", whole(OLD, 2)[:-1]):
        path.write_bytes(data)
        assert Slot(str(path)).load() == (None, DAMAGED)
        assert Slot(str(path)).save(NEW)


@pytest.mark.parametrize("rot", [None, b"rot"])
def test_a_newer_file_that_was_written_and_not_yet_renamed_is_kept_too(path, rot):
    new_of(path).write_bytes(whole(NEW, 2))
    if rot:
        path.write_bytes(rot)
    assert Slot(str(path)).load() == (None, NEWER)
    assert not Slot(str(path)).save(OLD)
    assert new_of(path).read_bytes() == whole(NEW, 2)


def test_a_newer_file_that_never_came_into_place_counts_for_nothing(stored):
    new_of(stored).write_bytes(whole(NEW, 2))
    assert Slot(str(stored)).load() == (OLD, 0)
    assert Slot(str(stored)).save(b"third")


def test_beside_a_newer_file_nothing_older_counts(path):
    path.write_bytes(whole(NEW, 2))
    new_of(path).write_bytes(whole(OLD, 1))
    assert Slot(str(path)).load() == (None, NEWER)


def test_a_longer_file_is_damaged(stored):
    stored.write_bytes(stored.read_bytes() + b"x")
    assert Slot(str(stored)).load() == (None, DAMAGED)


def test_a_damaged_file_falls_back_on_a_whole_new_one(stored, tmp_path):
    Slot(str(tmp_path / "other.bin")).save(NEW)
    shutil.copy(tmp_path / "other.bin", new_of(stored))
    stored.write_bytes(b"rot")
    assert Slot(str(stored)).load() == (NEW, 0)
    new_of(stored).write_bytes(b"rot too")
    assert Slot(str(stored)).load() == (None, DAMAGED)


def test_what_cannot_be_read_counts_as_damaged(path):
    path.mkdir()
    assert Slot(str(path)).load() == (None, DAMAGED)


def test_flash_that_refuses_to_open_keeps_the_old_content(stored):
    new_of(stored).mkdir()
    assert not Slot(str(stored)).save(NEW)
    assert Slot(str(stored)).load() == (OLD, 0)


def test_flash_that_forgets_what_was_written_keeps_the_old_content(stored, mocker):
    for found in (NEW[:-1] + b"!", NEW[:-1] + b"~", NEW + b"!", OLD, None):
        mocker.patch.object(slot, "_read", return_value=(found, 1))
        assert not Slot(str(stored)).save(NEW), found
    mocker.stopall()
    assert Slot(str(stored)).load() == (OLD, 0)


def test_flash_that_refuses_to_rename_keeps_the_old_content(stored, mocker):
    mocker.patch.object(slot, "_rename", side_effect=OSError(28, "no space"))
    assert not Slot(str(stored)).save(NEW)
    assert Slot(str(stored)).load() == (OLD, 0)


def test_every_operation_may_be_the_last(stored, mocker):
    """Power may go before or after each call that touches flash: the content is the old or the new one, never less."""

    class Cut(BaseException):
        pass

    calls = {"left": 0}
    real_open, real_rename = open, os.replace

    def spend():
        calls["left"] -= 1
        if calls["left"] < 0:
            raise Cut

    def cut_open(path, mode):
        spend()
        file = real_open(path, mode)
        if "w" not in mode:
            return file
        real_write = file.write

        class Torn:
            def __enter__(self):
                return self

            def __exit__(self, *_):
                file.close()

            def write(self, data):
                for at in range(len(data)):
                    spend()
                    real_write(bytes(data[at : at + 1]))

        return Torn()

    def cut_rename(old, new):
        spend()
        real_rename(old, new)
        spend()

    found = set()
    for budget in range(200):
        assert Slot(str(stored)).save(OLD)
        mocker.patch.object(slot, "open", cut_open, create=True)
        mocker.patch.object(slot, "_rename", cut_rename)
        calls["left"] = budget
        try:
            finished = Slot(str(stored)).save(NEW)
        except Cut:
            finished = False
        mocker.stopall()
        content, damaged = Slot(str(stored)).load()
        assert not damaged
        assert content in (OLD, NEW)
        found.add(content)
        if finished:
            assert content == NEW
            break
    assert found == {OLD, NEW}
    assert finished
