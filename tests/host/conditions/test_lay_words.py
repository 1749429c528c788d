"""The words that people use lead to the right condition, to a question with it among them, or to a physician."""

import functools
import random
import tomllib
from pathlib import Path

import pytest

from bascule.conditions import catalogue, lookup
from bascule.conditions.lay_words import WORDS
from firmware.screening import conditions as table

LISTED = tomllib.loads(Path(__file__).with_name("lay_words.toml").read_text("utf-8"))
EXPECTED = {word: keys for words in LISTED.values() for word, keys in words.items()}
QUESTIONS = tomllib.loads(Path(__file__).with_name("questions.toml").read_text("utf-8"))["said"]
PHRASES = [(phrase, keys) for words, keys in WORDS for phrase in words.split(", ")]
LETS_INVERT = (table.CAPPED, table.WARN, table.NOTE)


# Each of them is looked up for several reasons.
meant = functools.cache(lookup.meant)
parts = functools.cache(lookup._parts)


def keys(found):
    return [one.key for one in found.conditions]


def same(phrase, name):
    return set(parts(phrase)) == set(parts(name))


def lets_invert(key):
    return catalogue.find(key).category in LETS_INVERT


@pytest.mark.long
def test_a_word_that_people_use_never_leads_past_the_right_condition():
    for word, right in EXPECTED.items():
        found = meant(word)
        if found.certain:
            assert keys(found)[0] in right, word
        elif right and found.conditions:
            assert set(right) & set(keys(found)), word
        else:
            assert set(keys(found)) <= {lookup.OTHER}, "nothing is guessed of what has no row"


def test_a_word_that_may_mean_something_worse_asks_for_that_too():
    for word, strict in [(word, said["keys"]) for said in QUESTIONS for word in said["words"]]:
        found = meant(word)
        assert not found.certain, word
        assert found.conditions and set(strict) <= set(keys(found)), word


def test_a_water_pill_is_never_taken_for_an_operation_on_the_eyes():
    for word in ("lasix", "Lasix 40 mg", "lasix tablets"):
        assert "recent_eye_surgery" not in keys(meant(word))


def test_of_the_words_most_are_known_and_hardly_any_is_left_to_a_physician():
    found = [meant(word) for word, right in EXPECTED.items() if right]
    assert len(EXPECTED) >= 150
    assert sum(one.certain for one in found) >= 0.55 * len(found)
    assert sum(not one.conditions for one in found) <= 0.03 * len(found)


def test_a_key_and_a_name_mean_their_own_condition():
    for one in catalogue.known():
        for words in (one.key, one.name, one.name.upper(), f"  I have {one.name}!"):
            found = meant(words)
            assert one.key in keys(found), words
            if (words == one.key and "_" in words) or not any(same(phrase, words) for phrase, _ in PHRASES):
                assert (found.certain, keys(found)) == (True, [one.key]), words


def test_no_name_of_a_condition_hides_what_else_people_call_so():
    hidden = [phrase for phrase, right in PHRASES if not set(right) <= set(keys(meant(phrase)))]
    assert hidden == []


def test_each_row_of_words_names_conditions_that_there_are():
    for words, named in WORDS:
        assert named and [key for key in named if catalogue.find(key) is None] == [], words
        for phrase in words.split(", "):
            assert phrase == phrase.strip().lower() and lookup._parts(phrase)


@pytest.mark.long
def test_a_slip_of_the_pen_is_never_certain_of_a_condition_that_lets_a_person_invert():
    chance = random.Random(7)
    slips = 0
    for phrase, right in chance.sample(PHRASES, 150):
        at = chance.randrange(len(phrase))
        slip = chance.choice(
            (phrase[:at] + phrase[at + 1 :], phrase[:at] + chance.choice("aeiklnrst") + phrase[at + 1 :])
        )
        found = meant(slip)
        slips += bool(set(right) & set(keys(found)))
        if not all(map(lets_invert, right)):
            assert not (found.certain and lets_invert(keys(found)[0])), (phrase, slip)
            assert not found.conditions or not all(map(lets_invert, keys(found))), (phrase, slip)
    assert slips > 100, "most slips still lead to a question with the right condition"


@pytest.mark.parametrize(
    "words",
    [
        "muscle tension headache",
        "sciatica and numb between the legs",
        "reflux, and a heart attack in 2019",
        "anxiety since the stroke",
        "alone and pregnant",
        "hypertention",
        "hypertensive",
    ],
)
def test_what_is_milder_in_a_sentence_never_stands_for_what_is_worse(words):
    found = meant(words)
    assert found.conditions and not found.certain
    assert not lets_invert(keys(found)[0]), "the strictest comes first"


@pytest.mark.parametrize("words", ["anxietie", "pirifrmis", "sciat", "clauphobia", "muscle"])
def test_a_condition_that_lets_a_person_invert_must_be_meant_in_full(words):
    found = meant(words)
    assert not found.certain
    assert not found.conditions or not all(map(lets_invert, keys(found)))


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Haemorrhagic stroke", "intracranial_bleed"),
        ("hemorrhagic stroke", "intracranial_bleed"),
        ("tumour of the spine", "spinal_tumour"),
        ("spine tumor", "spinal_tumour"),
        ("transient ischemic attack", "transient_ischaemic_attack"),
        ("Ménière's", "menieres_disease"),
        ("Alzheimer\u2019s", "dementia"),
        ("slipped disks", "herniated_disc"),
        ("orthopedic implant", "orthopaedic_implant"),
        ("WARFARIN", "anticoagulants"),
        ("of the hip: arthritis", "severe_hip_osteoarthritis"),
        ("something else", "other_condition"),
    ],
)
def test_british_and_american_signs_plurals_and_order_do_not_matter(words, key):
    assert key in keys(meant(words))


@pytest.mark.parametrize("words", ["", "   ", "the", "!?", "qqq", "x" * 100_000, "\0", "😀" * 300])
def test_what_says_nothing_is_not_known(words):
    assert meant(words) == lookup.Meant(False, ())


def test_what_locks_is_asked_about_in_a_sentence_too_though_the_words_may_mean_something_harmless(monkeypatch):
    """Somebody types what a doctor has said, and not the two words of it that stand in the table."""
    monkeypatch.setattr(lookup, "_spelled", lambda _parts: set())  # it can only add to them, and takes its time
    missed = {}
    for phrase, right in PHRASES:
        telling = len(parts(phrase)) > 1 or len(parts(phrase)[0]) >= lookup._TELLING
        locks = {key for key in right if not lets_invert(key)}
        if telling and locks - set(keys(lookup.meant(f"Dr Miller told us: {phrase}, they think"))):
            missed[phrase] = locks
    assert missed == {}


def test_whatever_is_guessed_leaves_the_way_to_a_physician_open():
    assert lookup.OTHER in keys(meant("glacoma"))
    assert catalogue.find(lookup.OTHER).category == table.UNTIL_CLEARED
