"""`bascule profile explain`: every condition can be found, and is told as the table of conditions has it."""

import json

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from bascule.conditions import catalogue, lookup
from firmware.screening import conditions as table


def explain(*words):
    ran = CliRunner().invoke(cli, ["profile", "explain", *words])
    return ran.exit_code, ran.stdout, ran.stderr


@pytest.mark.parametrize("one", catalogue.known(), ids=lambda one: one.key)
def test_a_condition_is_found_by_key_and_by_name_and_told_in_full(one):
    by_key, by_name = explain(one.key), explain(one.name.upper())
    code, said, _ = by_key
    assert by_name[0] == 0 and one.key in by_name[1]
    if lookup.meant(one.key).certain and lookup.meant(one.name).certain:
        assert by_key == by_name
    assert code == 0
    for part in (f"{one.key}: {one.name}", one.category, one.reason, one.source, "this project's own proposals"):
        assert part in said
    assert (f"{one.cap_deg:g} degrees" in said) == (one.cap_deg > 0)
    assert (f"at most {one.session_s} s head-down" in said) == (one.key in table.WARN_SESSION_S)
    assert (f"{one.wait_days} days" in said) == (one.wait_days > 0)
    assert ("cleared by" in said) == (one.category == table.UNTIL_CLEARED)
    for mark, words in (("[F]", "read in"), ("[R]", "general knowledge"), ("[D]", "own judgment")):
        assert (f"{mark} {words}" in said or f"{mark} this project's {words}" in said) == (mark in one.source)


def test_a_surgeons_clearance_is_asked_for_by_name():
    assert "cleared by  an orthopaedic surgeon\n" in explain("acute_hip_instability")[1]
    assert "cleared by  a physician or an orthopaedic surgeon\n" in explain("hip_dysplasia")[1]


def test_several_that_are_meant_are_listed():
    code, said, _ = explain("high", "blood", "pressure")
    assert code == 0
    assert said.startswith("'high blood pressure': do you mean one of these?")
    assert "uncontrolled_hypertension" in said and " controlled_hypertension" in said


@pytest.mark.parametrize(
    ("words", "key"), [("glaucome", "glaucoma"), ("hip repl", "total_hip_replacement"), ("SCIATIKA", "sciatica")]
)
def test_what_is_spelled_otherwise_is_found(words, key):
    assert key in explain(words)[1]


@pytest.mark.parametrize("words", ["xyzzy", "...", "x" * 100_000])
def test_what_is_like_nothing_is_told_where_to_look(words):
    code, said, err = explain(words)
    assert (code, said) == (2, "")
    assert err.startswith("error UNKNOWN_CONDITION: ") and "--all" in err
    assert len(err) < 300


def test_all_are_listed_under_their_category():
    code, said, _ = explain("--all")
    assert code == 0
    lines = said.splitlines()
    for one in catalogue.known():
        at = next(number for number, line in enumerate(lines) if line.split()[0] == one.key)
        heads = [line for line in lines[:at] if not line.startswith(" ")]
        assert heads[-1].startswith(f"{one.category}: ")


@pytest.mark.parametrize("words", [[], ["--all", "glaucoma"]])
def test_a_condition_or_all(words):
    code, _, err = explain(*words)
    assert (code, err.startswith("error USAGE: ")) == (2, True)


def test_facts_for_scripts():
    ran = CliRunner().invoke(cli, ["profile", "explain", "hip_labral_tear", "--json"])
    (found,) = json.loads(ran.stdout)["conditions"]
    assert (found["key"], found["category"], found["cap_deg"], found["wait_days"]) == (
        "hip_labral_tear",
        "until cleared",
        20.0,
        0,
    )
    assert list(found["marks"]) == ["[F]", "[D]"]
    ran = CliRunner().invoke(cli, ["profile", "explain", "--all", "--json"])
    assert len(json.loads(ran.stdout)["conditions"]) == len(table.CONDITIONS)
