"""The language on flash: whole, or English in its place and told so."""

import pytest

from firmware.store.language import Language
from firmware.store.slot import Slot
from firmware.words.languages import ENGLISH, GERMAN


def test_it_is_kept(tmp_path):
    kept = Language(str(tmp_path))
    assert (kept.language, kept.lost, kept.full) == (ENGLISH, False, False)
    for language in (GERMAN, ENGLISH, GERMAN):
        assert kept.keep(language) and kept.language == language
        again = Language(str(tmp_path))
        assert (again.language, again.lost) == (language, False)


def test_the_same_again_writes_nothing(tmp_path):
    kept = Language(str(tmp_path))
    assert kept.keep(ENGLISH) and not any(tmp_path.iterdir())
    kept.keep(GERMAN)
    before = (tmp_path / "language.bin").stat().st_mtime_ns
    assert kept.keep(GERMAN) and (tmp_path / "language.bin").stat().st_mtime_ns == before


def unknown(path):
    assert Slot(path).save(b"tlh")


def empty(path):
    assert Slot(path).save(b"")


def torn(path):
    Slot(path).save(b"de")
    with open(path, "r+b") as file:
        file.truncate(7)


def newer(path):
    assert Slot(path, [bytes] * 4).save(b"de")


@pytest.mark.parametrize("harm", [unknown, empty, torn, newer])
def test_what_cannot_be_read_is_english_and_told_until_another_is_chosen(tmp_path, harm):
    harm(str(tmp_path / "language.bin"))
    kept = Language(str(tmp_path))
    assert (kept.language, kept.lost) == (ENGLISH, True)
    assert kept.keep(ENGLISH), "the choice of English is written, too"
    again = Language(str(tmp_path))
    assert (again.language, again.lost, kept.lost) == (ENGLISH, False, False)


def test_where_flash_refuses_the_one_before_is_kept(tmp_path):
    kept = Language(str(tmp_path))
    kept.keep(GERMAN)
    (tmp_path / "language.bin.new").mkdir()
    assert not kept.keep(ENGLISH)
    assert kept.language == Language(str(tmp_path)).language == GERMAN


@pytest.mark.parametrize(("number", "full"), [(28, True), (5, False)])
def test_one_that_was_lost_stays_lost_while_flash_refuses_and_a_full_flash_is_told(tmp_path, monkeypatch, number, full):
    (tmp_path / "language.bin").write_bytes(b"torn")
    kept = Language(str(tmp_path))
    with monkeypatch.context() as patch:
        patch.setattr("firmware.store.slot._rename", lambda old, new: (_ for _ in ()).throw(OSError(number, "-")))
        assert not kept.keep(GERMAN)
    assert (kept.language, kept.lost, kept.full) == (ENGLISH, True, full)
    assert kept.keep(GERMAN) and not kept.full
