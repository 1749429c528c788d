"""The commands that ask a table, in German: no sentence is left in English, and a program reads what it always read."""

import itertools
import json

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from bascule.doctor import finding
from bascule.doctor.finding import fine
from bascule.speech import spoken
from bascule.speech.told import later
from bascule.table import words
from bascule.table.telemetry import Telemetry
from bascule.terminal import view
from bascule.terminal.following import Seen
from firmware.link import errors
from firmware.safety import faults
from firmware.screening import conditions
from firmware.texts import english
from tests.host.doctor.doctor_table import STATUS, anna
from tests.host.speech import modules
from tests.host.speech.test_spoken import ENGLISH
from tests.support.host.people_table import PeopleTable
from tests.support.host.persons import ANNA, cleared, save
from tests.support.host.table_stub import TableStub, frame

# What is English within German output: keys, codes, commands and the file's own words.
KEYS = ("not_", "NOT_")
STALL = next(code for code, row in enumerate(faults.FAULTS) if code and row[faults.NAME] == "STALL")


@pytest.fixture(autouse=True)
def de(monkeypatch, mocker):
    monkeypatch.setenv("LANGUAGE", "de")
    mocker.patch("bascule.deploy.uf2.built", return_value=None)
    mocker.patch("bascule.doctor.table_check._APART_S", 0.0)


def run(table, *words, ends=0, typed=""):
    """What a command says on both streams at this table, of which nothing is English."""
    with TableStub(table) as stub:
        ran = CliRunner().invoke(cli, [*words, "-p", stub.port], input=typed)
        said = ran.output.replace(stub.port, "PORT")
    assert ran.exit_code == ends, ran.output
    found = ENGLISH.search(said.replace("profile of the", ""))
    assert found is None and "German" not in said, said
    return said


def says(people=None, reasons=(), fault=False, **changes):
    """A table whose status is the usual one with changes."""
    people = people or PeopleTable(ANNA)
    looks = iter(range(1000))

    def answer(command):
        if command["c"] == "status":
            told = {**STATUS, "rate": next(looks) % 3, "flt": int(fault), "n_lock": len(reasons), **changes}
            return frame({"i": command["i"], **told})
        if command["c"] == "why" and command["of"] == "fault":
            row = faults.FAULTS[STALL]
            told = {"ok": 1, "n": 1, "code": row[faults.NAME], "field": "", "cdeg": 0, "key": ""}
            return frame({"i": command["i"], **told, "text": row[faults.SENTENCE]})
        if command["c"] == "why" and command["of"] == "lock" and reasons:
            code, text = reasons[command["at"]]
            told = {"ok": 1, "n": len(reasons), "code": code, "field": "", "cdeg": 0, "key": "", "text": english(text)}
            return frame({"i": command["i"], **told})
        if command["c"] == "hello":
            return anna(command)
        return people(command)

    return answer


WAIT = ("WAIT", (conditions.WORDS["CLEARANCE_EXPIRED"], ("Glaucoma",), "Dr. Weiß", "2026-10-01"))
OLD = ("NO_CLOCK", (conditions.WORDS["NO_CLOCK"],))


def test_status_of_a_table_at_rest_and_of_one_with_trouble():
    said = run(says(), "status")
    assert "Zustand         READY" in said and "Neigung         -70,01 Grad (+ ist Kopf unten)" in said
    locked = {"lock": 1, "disp": 0, "lang": "de", "gaps": 2}
    said = run(says(reasons=[WAIT, OLD], fault=True, **locked), "status")
    assert "Störung         STALL: Der Motor" in said and "gesperrt:" in said and "2 Sätze auf Englisch" in said
    assert "Holen Sie eine neue Freigabe für 'Grüner Star (Glaukom)': Die von Dr. Weiß galt bis 2026-10-01." in said
    assert "Deutsch: " in said and "antwortet nicht" in said
    assert "nicht lesbar" in run(says(lang_lost=1), "status")


@pytest.mark.parametrize(
    ("changes", "ends"),
    [
        ({}, 0),
        ({"disp": 0, "lang_lost": 1, "in": 0}, 5),
        ({"selftest": "imu=6bh flash volts program flash_full", "mv": 5000, "bat": 1000}, 5),
        ({"selftest": "flash_full", "gaps": 1, "lang": "de"}, 5),
        ({"inv": -9000}, 5),
        ({"pos": 0}, 5),
        ({"rate": 3}, 0),
        ({"fault": True}, 5),
        ({"day": 0, "lock": 1, "reasons": [OLD]}, 5),
        ({"day": 20250101, "lock": 1, "reasons": [WAIT, OLD]}, 5),
        ({"lock": 1, "reasons": [WAIT]}, 0),
        ({"lock": 1}, 3),
    ],
)
def test_doctor_whatever_it_finds(changes, ends):
    said = run(says(**changes), "doctor", ends=ends)
    assert said.count("\n") >= 13 and "in Ordnung" in said


def test_doctor_where_nobody_is_chosen_and_where_no_table_is(mocker):
    assert "an der Anzeige ist niemand gewählt" in run(says(PeopleTable()), "doctor")
    ran = CliRunner().invoke(cli, ["doctor", "-p", "/dev/bascule-is-not-there"])
    assert ran.exit_code == 4 and "Problem      Rechte       /dev/bascule-is-not-there ist nicht da" in ran.output
    mocker.patch("bascule.doctor.port_check._processes", return_value=[])
    ran = CliRunner().invoke(cli, ["doctor"])
    assert "Anschluss    es wurde keine Liege gefunden  -> Stecken Sie" in ran.output


def test_what_doctor_looks_at_has_a_name_in_german():
    for name in finding.NAMES:
        with spoken.as_asked(pytest.fail):
            assert name in fine(name, later("{deg} deg", deg=1)).name and fine(name, later("open")).line()


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"done": 3, "days": 0, "next": 0},
        {"done": 2, "days": 1, "worse": 1, "before": 4, "after": 1},
        {"hold": 2500, "worse": 2, "after": 11},
    ],
)
@pytest.mark.parametrize("conditions_of", [[], ["glaucoma"]])
def test_progress(changes, conditions_of):
    person = {**ANNA, "conditions": conditions_of, "nothing_to_declare": not conditions_of, "clearances": []}
    people = PeopleTable(person)
    people.progress |= changes
    said = run(people, "profile", "progress")
    assert "Schritt 2" in said and "von 3 Sitzungen begonnen" in said
    assert ("gesperrt" in said) == bool(conditions_of)


def test_people_and_their_profiles_on_a_table(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = str(save(tmp_path, cleared()))
    people = PeopleTable()
    assert "gespeichert als Stand 1" in run(people, "profile", "push", file)
    assert "Datei und Liege sagen dasselbe" in run(people, "profile", "diff", file)
    assert "* an der Liege gewählt" in run(people, "profile", "list")
    assert "geschrieben: " in run(people, "profile", "export", ".", "--force")
    assert "benutzbar bis" in run(people, "profile", "import", ".")
    assert "entfernt" in run(people, "profile", "remove", "carla", "--yes")
    assert "es ist kein Profil gespeichert" in run(people, "profile", "list")
    assert "die Liege hat kein Profil 'carla'" in run(people, "profile", "diff", file, ends=7)


def test_the_panel_and_its_language():
    assert "+---" in run(PeopleTable({**ANNA, "conditions": [*ANNA["conditions"], "claustrophobia"]}), "panel")
    assert run(says(lang="de"), "language") == "die Anzeige spricht Deutsch\n"


def test_a_refusal_by_the_table_whatever_it_is():
    now = [""]

    def refuses(command):
        if command["c"] in ("hello", "clock.set"):
            return anna(command)
        return frame({"i": command["i"], "e": now[0], "m": errors.sentence(now[0])})

    for code in sorted(errors.ERRORS):
        now[0] = code
        said = run(refuses, "language", "de", ends=2 if code == "NO_SUCH_PERSON" else 5)
        assert said.startswith(f"Fehler {code}: die Liege hat abgelehnt: ")


def test_each_view_of_watch():
    troubles = ("", later("{why}. Trying again.", why="x"))
    with spoken.as_asked(pytest.fail):
        for state, moves, limit, trouble in itertools.product(
            words.STATES, (-3.0, 0.0, 3.0), (0.0, 15.0, 5.0), troubles
        ):
            heard = Telemetry(1.0, state, 12.5, limit, moves, None)
            lines = "\n".join(view.lines(Seen("PORT", heard, trouble=trouble, restarted=True), 200, True))
            assert not ENGLISH.search(lines), lines
        assert "noch keine Daten" in "\n".join(view.lines(Seen("PORT"), 80, True))
    assert "12,50 Grad" in lines and "ÜBERSCHRITTEN um 7,50 Grad" in lines


@pytest.mark.parametrize("command", ["status", "doctor", "profile list", "profile progress", "panel"])
def test_programs_read_what_they_always_read(command, monkeypatch):
    def answers():
        with TableStub(says(reasons=[WAIT], lock=1, fault=True)) as stub:
            ran = CliRunner().invoke(cli, [*command.split(), "--json", "-p", stub.port])
        return json.loads(ran.stdout.replace(stub.port, "PORT"))

    german = answers()
    monkeypatch.setenv("LANGUAGE", "en")
    assert german == answers()


# Where all that a person reads has no German on purpose (docs/decisions/0042): help, pages, the simulated table.
ENGLISH_ON_PURPOSE = (
    "cli/", "ui/", "simulator/", "commands/demo.py", "commands/sim.py", "commands/sim_page.py", "commands/page_push.py",
    "commands/page_edit.py", "interview/sheet.py", "speech/", "conditions/lay_words.py",
)  # fmt: skip
# Two words or more in the other modules that are no sentence to a person, by what they are.
NO_SENTENCES = {
    "errors.py": 8,  # exit codes, for --help
    "facts.py": 1,  # a unit, for docs/json.md
    "conditions/catalogue.py": 1,  # what a reason of the rules begins with
    "interview/by_option.py": 1,  # puts a heard sentence together
    "interview/declaration.py": 1,  # what is typed, in English; speech/typed.py has the German
    "interview/draft.py": 1,  # names of options
    "profile/difference.py": 1,  # the name of a field, as programs read it
    "profile/mends.py": 2,  # of Python's parser
    "profile/slips.py": 2,  # of Python's parser
    "profile/objections.py": 1,  # puts a heard sentence together
    "profile/reader.py": 1,  # what stands for a value
    "profile/writer.py": 12,  # comments in the file
}


def test_no_literal_is_said_to_a_person_unmarked():
    found, count = [], {}
    with spoken.as_asked(lambda _: None):
        for path in modules.ALL:
            name = path.relative_to(modules.ROOT).as_posix()
            for line, sentence in [] if name.startswith(ENGLISH_ON_PURPOSE) else modules.unmarked(path):
                spoken._now.missed.clear()
                spoken.said(sentence)
                if spoken._now.missed:
                    count[name] = count.get(name, 0) + 1
                    found.append(f"{name}:{line}: {sentence}")
    assert count == NO_SENTENCES, "\n".join(found)
