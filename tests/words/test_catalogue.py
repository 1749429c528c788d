"""Looking a sentence up: found in its language, or said in English and counted."""

import pytest

from firmware.words import catalogue, german
from firmware.words.catalogue import Catalogue
from firmware.words.languages import ENGLISH, GERMAN, LANGUAGES


class Kept:
    """As much of a language on flash as the catalogue needs."""

    def __init__(self, language=GERMAN, lost=False, full=False, works=True):
        self.language, self.lost, self.full, self._works = language, lost, full, works

    def keep(self, language):
        if self._works:
            self.language = language
        return self._works


def test_each_is_found():
    for sentence, said in german.PAIRS:
        words = Catalogue(Kept())
        assert words.say(sentence) == said and words.missed == [], sentence


def test_english_is_said_as_it_stands_and_misses_nothing():
    words = Catalogue(Kept(ENGLISH))
    assert words.say(("%s and %s", ("Glaucoma",), 3)) == "Glaucoma and 3" and words.missed == []
    assert (Catalogue().language, Catalogue().lost) == (ENGLISH, False)


def test_what_is_missing_is_said_in_english_and_counted_once():
    words = Catalogue(Kept())
    for _ in range(3):
        assert words.say(("%d sheep", 3)) == "3 sheep"
        assert words.say("A dog") == "A dog"
    assert words.missed == ["%d sheep", "A dog"]
    assert words.say("") == "" and len(words.missed) == 2
    assert words.choose(GERMAN) == "" and words.missed == []


def test_no_more_are_counted_than_the_wire_has_room_for():
    words = Catalogue(Kept())
    for at in range(120):
        words.say(f"sheep {at}")
    assert len(words.missed) == 99


def test_another_language_is_kept_and_spoken():
    kept = Kept()
    words = Catalogue(kept)
    for language in (ENGLISH, GERMAN):
        assert words.choose(language) == "" and kept.language == words.language == language
        assert words.say("Upright") == {ENGLISH: "Upright", GERMAN: "Aufrecht"}[language]


@pytest.mark.parametrize(("full", "code"), [(False, "LANGUAGE_NOT_STORED"), (True, "FLASH_FULL")])
def test_where_it_cannot_be_kept_the_one_before_is_spoken(full, code):
    words = Catalogue(Kept(works=False, lost=True, full=full))
    assert words.choose(ENGLISH) == code
    assert (words.language, words.lost) == (GERMAN, True)


def test_a_table_that_reads_nothing_speaks_english_and_keeps_none():
    words = Catalogue()
    assert words.choose(GERMAN) == "LANGUAGE_NOT_STORED" and words.language == ENGLISH


def test_a_choice_that_was_lost_is_told_until_the_next():
    words = Catalogue(Kept(ENGLISH, lost=True))
    assert words.lost
    words.choose(GERMAN)
    assert not words.lost


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_of_the_table_can_be_spoken(language):
    words = Catalogue(Kept(language))
    words.say("Upright")
    assert words.missed == []


def test_a_language_for_which_there_is_no_room_is_neither_kept_nor_spoken(monkeypatch):
    """Kept, it would end every start."""
    kept = Kept(ENGLISH)
    words = Catalogue(kept)
    monkeypatch.setattr(catalogue, "_pairs", lambda language: () if language == ENGLISH else None)
    assert words.choose(GERMAN) == "LANGUAGE_NOT_STORED" and (kept.language, words.language) == (ENGLISH, ENGLISH)
    found = Catalogue(Kept(GERMAN))
    assert (found.language, found.lost, found.say("Upright")) == (ENGLISH, True, "Upright")
