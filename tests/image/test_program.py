"""What the board makes of the program in its flash, with a flash of this test's in the place of the chip's."""

import importlib
import sys
from types import ModuleType

import pytest

from hal.boards import PICO
from tests.image.test_wrap import PROGRAM, SECTOR, flashed, wrapped


@pytest.fixture
def judged(tmp_path, monkeypatch):
    """judged(at): what is said of a flash whose byte `at` has one bit changed; and the digest of what was put."""
    flash, digest = flashed(tmp_path, wrapped(PROGRAM)[0]), wrapped(PROGRAM)[1]
    memory = ModuleType("uctypes")
    memory.bytearray_at = lambda at, size: flash[at - PICO.flash.start :][:size]
    monkeypatch.setitem(sys.modules, "uctypes", memory)
    monkeypatch.delitem(sys.modules, "hal.rp2.flash.program", raising=False)
    program = importlib.import_module("hal.rp2.flash.program")

    def judge(at=None):
        if at is not None:
            flash[at] ^= 1
        return program.judged(), digest

    yield judge
    sys.modules.pop("hal.rp2.flash.program", None)


def test_an_image_as_it_was_put_is_whole_and_tells_its_digest(judged):
    said, digest = judged()
    assert said == (digest, True)


@pytest.mark.parametrize("at", [0, 5000, 3 * SECTOR - 1])
def test_a_changed_bit_is_seen_and_the_digest_is_that_of_what_is_there(judged, at):
    (found, whole), digest = judged(at)
    assert not whole and len(found) == 64 and found != digest


def test_behind_the_program_nothing_counts(judged):
    said, digest = judged(3 * SECTOR)
    assert said == (digest, True)


@pytest.mark.parametrize("at", [0, 8, 12, 16])
def test_a_changed_bit_of_the_trailer_is_seen(judged, at):
    (_, whole), _ = judged(PICO.flash.trailer - PICO.flash.start + at)
    assert not whole


def test_without_a_trailer_nothing_is_told_and_nothing_proven(judged):
    assert judged(PICO.flash.trailer - PICO.flash.start)[0] == ("", False)
