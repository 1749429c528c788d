"""The hazard table is whole: every hazard answered, every name in it real, every page made from it up to date."""

import dataclasses

import pytest

from docs import build
from docs.generator import hazards as source
from docs.generator import numbers, pages
from firmware.safety import checks, faults
from tests.meta.pages import hazard_rules as rules
from tests.support.source import ROOT

HAZARDS = source.hazards()
SITUATIONS = source.situations()
IDS = rules.test_ids(ROOT)
ROW = dataclasses.replace(HAZARDS[5], situations=(), tests=())


def row(**changes):
    """One hazard with something changed."""
    return [dataclasses.replace(ROW, **changes)]


def situation(*hazards):
    """One situation that names these hazards."""
    return [source.Situation("h06_frozen", "The sensor freezes", hazards)]


def check(found):
    assert not found, "\n".join(found)


def test_every_hazard_is_there_and_in_shape():
    check(rules.rows_out_of_shape(HAZARDS))


def test_every_hazard_is_answered():
    check(rules.unanswered(HAZARDS))


def test_hazards_and_situations_name_each_other():
    check(rules.astray(HAZARDS, SITUATIONS))


def test_the_tests_that_hazards_list_exist():
    check(rules.missing_tests(HAZARDS, IDS))


def test_tests_that_carry_a_hazards_number_are_listed_by_it():
    check(rules.unlisted_tests(HAZARDS, IDS))


def test_every_fault_belongs_to_a_hazard():
    check(rules.faults_astray(HAZARDS))


def test_every_requirement_is_proven_or_says_why_not():
    check(rules.unproven(HAZARDS, source.theorems()))


@pytest.mark.parametrize(
    ("requirement", "proof", "said"),
    [
        ("Within {safety.STALL_MS}.", {}, "no theorem, and no reason"),
        ("Within {hold.OVERRUN_MS}.", {}, "no theorem, and no reason"),
        ("Within {safety.STALL_MS}.", {"1": "The gate does it."}, ""),
        ("Within {safety.STALL_MS}.", {"1": ("known",)}, ""),
        ("It stays.", {}, "no theorem, and no reason"),
        ("It stays.", {"1": ""}, "no theorem, and no reason"),
        ("It stays.", {"1": ()}, "no theorem, and no reason"),
        ("It stays.", {"1": "The rest is known_and_not_proven."}, "no such theorem: known_and_not_proven"),
        ("It stays.", {"1": ("unknown",)}, "no such theorem: unknown"),
        ("It stays.", {"1": ("known",), "2": ("known",)}, "is not there"),
        ("It stays.", {"1": ("known",), "one": ("known",)}, "is not there"),
    ],
)
def test_a_requirement_that_nothing_proves_is_caught(requirement, proof, said):
    found = rules.unproven(row(requirements=(requirement,), proof=proof), {"known": {}})
    assert (said in found[0]) if said else not found


def test_numbers_come_from_the_code():
    check(rules.typed_numbers(HAZARDS))


def test_the_words_of_states_and_responses_are_the_codes():
    assert not pages.names_differ(source.states())


@pytest.mark.long
def test_the_pages_are_up_to_date():
    stale = build.stale(build.generated())
    assert not stale, f"run make docs: {', '.join(stale)}"


@pytest.mark.parametrize(
    ("hazards", "said"),
    [
        (HAZARDS[:-1], "are not 1 to 51"),
        ([*HAZARDS, HAZARDS[0]], "are not 1 to 51"),
        (row(severity=1), "severity 1"),
        (row(severity=6), "severity 6"),
        (row(response="HOPE"), "no such response: HOPE"),
        (row(response="NONE", words="", faults=()), "needs words"),
        (row(requirements=()), "no requirement"),
    ],
)
def test_a_row_out_of_shape_is_caught(hazards, said):
    assert any(said in one for one in rules.rows_out_of_shape(hazards))


@pytest.mark.parametrize(
    ("changes", "caught"),
    [
        ({}, True),
        ({"reason": "Nobody can see it."}, True),
        ({"reason": "Nobody can see it.", "hardware": "A fence."}, False),
        ({"hardware": "A fence."}, True),
        ({"gap": "Some of it."}, True),
        ({"situations": ("h06_frozen",)}, False),
        ({"tests": ("tests/a.py::test_b",)}, False),
    ],
)
def test_a_hazard_without_an_answer_is_caught(changes, caught):
    cleared = {"reason": "", "hardware": "", "gap": ""}
    assert bool(rules.unanswered(row(**{**cleared, **changes}))) == caught


@pytest.mark.parametrize(
    ("hazards", "situations", "said"),
    [
        (row(), situation(), ["situation h06_frozen names no hazard and is not benign"]),
        (row(), situation(6), ["situation h06_frozen names hazard 6, whose row does not list it"]),
        (row(), situation(52), ["situation h06_frozen names hazard 52, which does not exist"]),
        (row(), situation("six"), ["situation h06_frozen names hazard six, which does not exist"]),
        (row(situations=("h06_frozen",)), [], ["hazard 6 lists situation h06_frozen, which does not exist"]),
        (row(situations=("h06_frozen",)), situation(6), []),
    ],
)
def test_a_situation_astray_is_caught(hazards, situations, said):
    assert rules.astray(hazards, situations) == said


def test_a_benign_situation_may_name_none():
    assert rules.astray(row(), [source.Situation("cough", "A cough", (), benign=True)]) == []


def test_a_situation_that_does_not_name_the_hazard_that_lists_it_is_caught():
    hazards = [*row(situations=("h06_frozen",)), *row(number=7, situations=("h06_frozen",))]
    assert rules.astray(hazards, situation(7)) == ["hazard 6 lists situation h06_frozen, which does not name it"]


@pytest.mark.parametrize(
    ("test", "caught"),
    [
        ("tests/a.py::test_h06_b", False),
        ("tests/a.py::test_h06_b[any]", False),
        ("tests/a.py::test_c", True),
        ("tests/a.py", True),
        ("tests/a.py::test_d[one]", False),
        ("tests/a.py::test_d[three]", True),
    ],
)
def test_a_test_that_does_not_exist_is_caught(test, caught):
    ids = {"tests/a.py::test_h06_b": (), "tests/a.py::test_d": ("one", "two")}
    assert bool(rules.missing_tests(row(tests=(test,)), ids)) == caught


def test_a_numbered_test_that_no_row_lists_is_caught():
    ids = {"tests/a.py::test_h06_b": (), "tests/a.py::test_c": ("h06_with", "without")}
    assert rules.unlisted_tests(row(tests=("tests/a.py::test_h06_b",)), ids) == [
        "tests/a.py::test_c[h06_with] is not listed by hazard 6"
    ]


def test_ids_are_read_from_the_source(tmp_path):
    place = tmp_path / "tests" / "sub"
    place.mkdir(parents=True)
    (place / "test_a.py").write_text(
        "@pytest.mark.parametrize('x', [1, 2], ids=['one', 'two'])\ndef test_b(x): ...\n"
        "@pytest.mark.parametrize('x', ROWS, ids=NAMES)\ndef test_c(x): ...\ndef helper(): ...\n",
        "utf-8",
    )
    (place / "bench.py").write_text("def test_d(): ...\n", "utf-8")
    assert rules.test_ids(tmp_path) == {
        "tests/sub/test_a.py::test_b": ("one", "two"),
        "tests/sub/test_a.py::test_c": (),
    }


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"faults": ("IMU_FROZEN", "TIRED")}, "no such fault: TIRED"),
        ({"response": "CUT"}, "none of its faults answers with CUT"),
        ({"response": "LOCK"}, "none of its faults answers with LOCK"),
        ({}, "fault IMU_STALE is in no hazard"),
    ],
)
def test_a_fault_astray_is_caught(changes, said):
    assert any(said in one for one in rules.faults_astray(row(**changes)))


@pytest.mark.parametrize(
    ("sentence", "caught"),
    [
        ("Stops after 20 ms.", True),
        ("Stops after {safety.STALL_MS}.", False),
        ("Over I2C, as B-H06-1 asks.", True),
        ("Over I2C.", False),
        ("At -5 degrees.", True),
    ],
)
def test_a_typed_number_is_caught(sentence, caught):
    assert bool(rules.typed_numbers(row(requirements=(sentence,), detection="", cause=""))) == caught


@pytest.mark.long
def test_a_changed_number_makes_the_pages_stale(mocker):
    mocker.patch.object(checks, "FROZEN_READS", 21)
    stale = build.stale(build.generated())
    assert {"docs/safety/hazards.md", "docs/safety/requirements.md"} <= set(stale)


@pytest.mark.long
def test_a_changed_fault_makes_the_page_stale(mocker):
    rows = [list(row) for row in faults.FAULTS]
    rows[faults.IMU_STALE][faults.SENTENCE] = "The tilt sensor sulks."
    mocker.patch.object(faults, "FAULTS", tuple(rows))
    assert "docs/safety/safe-states.md" in build.stale(build.generated())


def test_a_state_without_words_is_caught():
    words = source.states()
    assert pages.names_differ({**words, "state": words["state"][1:]}) == ["state"]


def test_a_number_the_code_does_not_have_is_no_number():
    with pytest.raises(AttributeError):
        numbers.filled("After {safety.NO_SUCH_MS}.")
    with pytest.raises(KeyError):
        numbers.filled("After {nowhere.STALL_MS}.")


@pytest.mark.parametrize(
    ("name", "number", "words"),
    [
        ("STALL_MS", 1000, "1 s"),
        ("HOLD_MS", 300, "300 ms"),
        ("WAIT_MS", 1500, "1.5 s"),
        ("TRIP_CDEG", 50, "0.5 degrees"),
        ("BACK_CDEG", 100, "1 degree"),
        ("CREEP_CDPS", 100, "1 degree a second"),
        ("MOST_MG2", 1300 * 1300, "1.3 g"),
        ("STRONG_PERMILLE", 300, "30 %"),
        ("KNOCK_TICKS", 20, "400 ms"),
        ("FROZEN_READS", 20, "20"),
    ],
)
def test_numbers_are_told_in_their_units(name, number, words):
    assert numbers.in_words(name, number) == words


def test_a_misspelt_key_of_a_row_is_refused(tmp_path):
    (tmp_path / "hazards.toml").write_text("[[hazard]]\nnumber = 1\nsituation = []\n", "utf-8")
    with pytest.raises(TypeError, match="situation"):
        source.hazards(tmp_path / "hazards.toml")
