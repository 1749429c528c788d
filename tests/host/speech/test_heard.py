"""Whole English sentences, from the table and from others, are understood with what stands in their gaps."""

import ast
import itertools

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from bascule.interview import answers, by_option
from bascule.profile import checked, reader
from bascule.speech import german, heard, spoken
from firmware.link import errors
from firmware.profile import fields, form
from firmware.screening import conditions, dose
from firmware.texts import english
from tests.host.commands.test_check import ANNA
from tests.host.speech.test_spoken import ENGLISH

GAPS = {"%s": ("Glaucoma",), "%d": 7}


@pytest.fixture(autouse=True)
def de(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "de")
    with spoken.as_asked(print):
        yield


def understood(sentence):
    spoken._now.missed.clear()
    said = spoken.said(sentence)
    assert not spoken._now.missed, sentence
    return said


def test_every_error_of_the_link_and_what_to_do():
    for told in {one for pair in errors.ERRORS.values() for one in pair}:
        assert not ENGLISH.search(understood(told)), told


def _texts(module):
    """What the form says is wrong, as its source has it: behind the name of a field, before what to write."""
    with open(module.__file__, encoding="utf-8") as source:
        calls = [node for node in ast.walk(ast.parse(source.read())) if isinstance(node, ast.Call)]
    for call in calls:
        if getattr(call.func, "attr", "") in ("say", "_too_many") and len(call.args) > 2:
            text = call.args[2].left if isinstance(call.args[2], ast.BinOp) else call.args[2]
            if isinstance(text, ast.Constant):
                yield text.value


def test_whatever_the_form_says_of_a_field():
    kinds = [*fields._KINDS.values(), "a number", "something else"]
    found = sorted({*_texts(form), *_texts(fields)} - {"must be %s, not %s"})
    assert len(found) > 15
    pairs = [*itertools.product(found, ["write schema = 1"]), *itertools.product(["is missing"], fields.WRITE.values())]
    for text, write in pairs:
        filled = text.replace("%d", "7").replace("%04X", "200B").replace("%s", "x") + "text" * text.endswith(" ")
        said = understood(f"since {filled}: {write}. It says 'of the'.")
        assert said.startswith("since ") and said.endswith(" Dort steht 'of the'."), said
    for kind, other in itertools.product(kinds, kinds):
        assert understood(f"born must be {kind}, not {other}: {fields.WRITE['born']}.").startswith("born muss ")


@pytest.mark.parametrize(
    "wrong",
    [
        {"max_inversion_deg": 110},
        {"max_inversion_deg": 75},
        {"hold_deg": "x"},
        {"id": 5},
        {"name": "a\u200bb"},
        {"conditions": ["hart", "sciatica", "sciatica", "glaukoma", "x y"]},
        {"conditions": ["heart trouble of the old"]},
        {"nothing_to_declare": True},
        {"clearances": [{"condition": "glaucoma", "expires": "soon"}, 3]},
        {"since": {"sciatica": "x"}, "programme": {"times": 1.5}},
        {f"odd_{number}": number for number in range(12)},
        {"born": 2090, "units": "stone", "goal": 3},
        {"max_inversion_deg": 22.555, "max_inversion_cdeg": 5},
    ],
)
def test_a_profile_with_these_faults_in_a_file_by_options_and_in_a_question(today, wrong):
    found = checked.check(reader.from_fields({**answers.SUPPOSED, **wrong}), today).objections
    assert found
    for one in found:
        understood(one.text)
        understood(by_option.told(one).text)
        answers.spoken(one.text)
    assert not spoken._now.missed


def test_a_table_that_refuses_by_the_form():
    for told in form.parse(b"x" * 5000)[1] + form.parse(b"{}")[1] + form.parse(b"[] ")[1] + form.check(3):
        understood(told[2])


SAID = [one for one in (*conditions.WORDS.values(), *dose.WORDS.values()) if one != conditions.NAMED]


def test_a_reason_with_numbers_and_names_from_the_cable():
    for sentence in SAID:
        gaps = [GAPS[sentence[at : at + 2]] for at in range(len(sentence)) if sentence[at : at + 2] in GAPS]
        told = (sentence, *gaps)
        assert understood(english(told)) == spoken.text(told).other


def test_a_yes_of_the_day_and_what_to_do_are_told_apart():
    for row in conditions.TODAY_QUESTIONS:
        told = (dose.WORDS["TODAY"], (row[1],), (row[2],))
        assert understood(english(told)) == spoken.text(told).other


def test_a_name_that_is_no_word_of_the_catalogue_stays():
    told = (conditions.WORDS["CLEARANCE_EXPIRED"], ("Glaucoma",), "Dr. by and of", "2026-10-01")
    assert "Dr. by and of" in understood(english(told))


def test_what_is_not_known_is_said_in_english_and_counted():
    spoken._now.missed.clear()
    assert spoken.said("The moon is full.") == "The moon is full." and len(spoken._now.missed) == 1
    spoken._now.missed.clear()


def test_the_first_gap_does_not_swallow_a_sentence():
    pattern = heard.pattern("{what} Then go on.", "{what} Dann weiter.")
    known = {"Stop.": "Halt."}
    assert heard.understood("Stop. Then go on.", [pattern], known.get) == "Halt. Dann weiter."
    assert heard.understood("Nobody knows. Then go on.", [pattern], known.get) is None
    assert heard.understood("Stop. Then go on. And on.", [pattern], known.get) is None


def test_of_two_that_fit_the_one_with_more_of_its_own_words_is_taken():
    patterns = [heard.pattern("the table {a}", "1 {a}"), heard.pattern("the table on {a} said {b}", "2 {a} {b}")]
    for order in (patterns, patterns[::-1]):
        assert heard.understood("the table on x said y", order, {}.get) == "2 x y"


def test_a_sentence_that_is_nearly_all_gap_is_known_by_what_is_in_its_gaps():
    assert heard.pattern("No gap at all", "x") is None and heard.pattern("%d", "%d") is None
    pattern, known = heard.pattern("%s: %s", "%s = %s"), {"Eyes": "Augen", "Not now.": "Nicht jetzt."}
    assert heard.understood("Eyes: Not now.", [pattern], known.get) == "Augen = Nicht jetzt."
    assert heard.understood("Eyes: Perhaps.", [pattern], known.get) is None
    for row in conditions.CONDITIONS:
        named = (conditions.NAMED, (row[conditions.NAME],), (row[conditions.REASON],))
        assert understood(english(named)) == spoken.text(named).other


@pytest.mark.parametrize(
    "words",
    [
        ["--nope"], ["stats"], ["profile", "chek"], ["profile", "export", "a", "b", "c"],
        ["profile", "check"], ["profile", "explain"], ["status", "x"], ["status", "x", "y"],
        ["status", "-p"], ["status", "--json=1"], ["watch", "--seconds", "0"], ["watch", "--seconds", "a"],
        ["language", "fr"], ["sim", "--speed", "1000"], ["profile", "check", "--fore", "x"],
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_command_line(words):
    ran = CliRunner().invoke(cli, words)
    assert ran.exit_code == 2 and ran.stderr.startswith("Fehler USAGE: ") and "German" not in ran.stderr, ran.stderr
    assert not ENGLISH.search(ran.stderr.replace("float range", "")), ran.stderr


@pytest.mark.parametrize("slip", ["= 22,5", ": 22.5", "= 25 deg", '= "25"', "", "= 01.02.2026", "= [1", "= 1 of the"])
def test_a_slip_in_a_file(tmp_path, monkeypatch, slip):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.toml").write_text(ANNA.replace("max_inversion_deg = 25", f"max_inversion_deg {slip}"), "utf-8")
    ran = CliRunner().invoke(cli, ["profile", "check", "a.toml"])
    assert ran.exit_code == 2 and ran.stderr == "" and ran.stdout.startswith("abgelehnt: "), ran.output


def test_nothing_that_is_heard_is_kept_without_need():
    assert not german.HEARD.keys() & german.SENTENCES.keys()
