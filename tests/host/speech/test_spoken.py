"""What the tool says in another language than English: all of the commands that speak it, and nothing to programs."""

import re

import pytest
from click.testing import CliRunner

from bascule import output
from bascule.cli.main import cli
from bascule.conditions import catalogue, meaning
from bascule.speech import german, spoken
from firmware.screening import conditions as table
from firmware.words import german as of_table
from tests.host.commands.test_check import ANNA
from tests.host.sheet.test_sheet import pages
from tests.host.speech import modules
from tests.support.host.people_table import PeopleTable, served
from tests.support.host.persons import ANNA as STORED

LOCKED = ANNA.partition("[[clearances]]")[0]
GAP = re.compile(r"\{\w+\}")
ENGLISH = re.compile(r"\b(the|and|is|not|you|with|your|from|of|at most)\b", re.IGNORECASE)
SOURCES = [row[table.SOURCE] for row in table.CONDITIONS] + [gate[table.GATE_SOURCE] for gate in table.GATES]
OF_RULES = {english for english, _ in of_table.PAIRS}


@pytest.fixture
def de(monkeypatch):
    for name in spoken._ASKED_IN:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")


@pytest.fixture
def at(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(text, *command):
        (tmp_path / "a.toml").write_text(text, "utf-8")
        return CliRunner().invoke(cli, ["profile", *command])

    return run


def test_nothing_is_missing_and_nothing_is_left_of_what_is_no_longer_said():
    said = {sentence for path in modules.ALL for sentence in modules.marked(path)}
    said |= {one for named in SOURCES for one in named.split("; ")}
    assert sorted(said - OF_RULES - german.SENTENCES.keys() - german.HEARD.keys()) == []
    assert sorted(german.SENTENCES.keys() - said) == []


def test_no_sentence_is_there_twice():
    pairs = [english for pairs in (*german.OWN, *german.FROM_ELSEWHERE) for english, _ in pairs]
    assert sorted(english for english in set(pairs) if pairs.count(english) > 1 or english in OF_RULES) == []


def test_each_has_the_same_gaps():
    for english, said in (german.SENTENCES | german.HEARD).items():
        assert sorted(GAP.findall(said)) == sorted(GAP.findall(english)), english


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de"}, "de"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "de_AT"}, "de"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "fr:de:en"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "en"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": ""}, "de"),
        ({"LANGUAGE": "nonsense::"}, "en"),
    ],
)
def test_the_language_is_the_one_that_gettext_would_take(monkeypatch, asked, language):
    for name in spoken._ASKED_IN:
        monkeypatch.delenv(name, raising=False)
    for name, value in asked.items():
        monkeypatch.setenv(name, value)
    assert spoken.asked() == language


def test_what_is_missing_is_said_in_english_and_a_note_says_so(de, capsys):
    with spoken.as_asked(output.note):
        assert spoken.say("{count} sheep", count=3) == spoken.say("{count} sheep", count=3) == "3 sheep"
        assert spoken.say("time") == "Zeit"
    assert spoken.say("time") == "time" and spoken.language() == "en"
    assert capsys.readouterr().err == "1 sentence is said in English: it has no German yet.\n"


@pytest.mark.parametrize("text", [ANNA, LOCKED, LOCKED.replace("sciatica", "cauda_equina_signs"), "schema = 1\n"])
@pytest.mark.parametrize(
    "command", [("check", "a.toml", "--today", "2026-11-23", "--json"), ("explain", "glaucoma", "--json")]
)
def test_programs_read_english(at, monkeypatch, text, command):
    monkeypatch.setenv("LANGUAGE", "en")
    english = at(text, *command)
    monkeypatch.setenv("LANGUAGE", "de")
    assert at(text, *command).stdout == english.stdout


def test_a_file_is_checked_in_german(de, at):
    ran = at(ANNA, "check", "a.toml", "--today", "2026-11-23")
    assert ran.stdout.startswith(
        "benutzbar: beginnt bei 15 Grad unter der Waagerechten für 60 s; darf wachsen bis 20 Grad"
    )
    assert "Hinweis: Ischias: Kopfüber" in ran.stdout and "[F] in dieser Quelle gelesen" in ran.stdout
    locked = at(LOCKED, "check", "a.toml", "--today", "2026-11-23")
    assert "NOT_CLEARED: Akut instabile Hüfte: Erst von einem orthopädischen" in locked.stdout
    assert ran.stderr == locked.stderr == ""


def test_a_clearance_that_is_over_is_told_in_german(de, at):
    ran = at(ANNA, "check", "a.toml", "--today", "2027-11-23")
    assert "Holen Sie eine neue Freigabe für 'Akut instabile Hüfte': Die von" in ran.stdout and ran.stderr == ""


@pytest.mark.parametrize("key", [one.key for one in catalogue.known()][::9])
def test_a_condition_is_explained_in_german(de, at, key):
    ran = at(ANNA, "explain", key)
    assert ran.exit_code == 0 and ran.stderr == ""
    assert not ENGLISH.search(ran.stdout), ran.stdout


def test_what_may_be_meant_is_asked_in_german(de, at):
    ran = at(ANNA, "explain", "heart")
    assert ran.stdout.startswith("'heart': Meinen Sie eines davon?") and "Herzschwäche" in ran.stdout


def test_a_push_and_what_is_stored_are_told_in_german(de, at):
    with served(PeopleTable(STORED)) as stub:
        shown = at(ANNA, "show", "anna", "-p", stub.port)
        pushed = at(ANNA, "push", "a.toml", "-p", stub.port)
    assert shown.stdout.startswith("Stand ") and "benutzbar: " in shown.stdout
    assert "gespeichert als Stand " in pushed.stdout


@pytest.mark.parametrize(
    "text",
    [
        ANNA,
        ANNA.replace("max_inversion_deg = 25", "max_inversion_deg = 22.5"),
        LOCKED,
        LOCKED.replace("sciatica", "total_hip_replacement"),
        LOCKED.replace("sciatica", "cauda_equina_signs"),
        ANNA.replace("sciatica", "alone_at_home"),
        ANNA.replace("sciatica", "claustrophobia"),
    ],
)
def test_a_sheet_is_german_from_top_to_bottom_and_one_page(de, at, tmp_path, text):
    ran = at(text, "sheet", "a.toml", "--today", "2026-11-23")
    assert ran.exit_code == 0 and ran.stderr == "", ran.output
    page = (tmp_path / "anna-sheet.html").read_text("utf-8")
    assert '<html lang="de">' in page and "Inversionsliege" in page and "Bascule ist kein Medizinprodukt." in page
    said = re.sub(r"<style>.*</style>|<[^>]+>", " ", page, flags=re.DOTALL)
    assert not ENGLISH.search(said), ENGLISH.search(said)
    assert pages(tmp_path / "anna-sheet.pdf") == 1


def test_a_sheet_says_what_its_marks_mean(at, tmp_path):
    at(ANNA, "sheet", "a.toml", "--today", "2026-11-23")
    page = (tmp_path / "anna-sheet.html").read_text("utf-8")
    for mark, meant in meaning.MARKS.items():
        assert (f"{mark} means: {meant}." in re.sub("&#39;", "'", page)) == (mark in re.sub(r"\S+ means", "", page))
    assert "[D] means: this project&#39;s own judgment." in page
