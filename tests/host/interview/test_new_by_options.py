"""`bascule profile new` from options alone: what a script gives is not asked, and what is wrong is told at once."""

import json
import re
import tomllib

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli

BASICS = {
    "--name": "Änna",
    "--id": "anna",
    "--born": "1980",
    "--height-cm": "170",
    "--weight-kg": "68",
    "--max-inversion-deg": "25.5",
    "--session-s": "180",
}
CLEARANCE = (
    "condition=early_post_op_hip, clinician=A. Example, MD, role=orthopaedic_surgeon,"
    "issued=2026-11-01,expires=2027-03-01,max=20"
)


@pytest.fixture
def new(tmp_path, monkeypatch):
    """new(words..., **changes to BASICS): exit code, facts, stderr; a value None leaves an option out."""
    monkeypatch.chdir(tmp_path)

    def run(*words, changes=()):
        basics = {**BASICS, **dict(changes)}
        given = [part for option, value in basics.items() if value is not None for part in (option, value)]
        ran = CliRunner().invoke(cli, ["profile", "new", "--today", "2026-11-23", "--json", *given, *words])
        return ran.exit_code, json.loads(ran.stdout), ran.stderr

    return run


def check(path):
    ran = CliRunner().invoke(cli, ["profile", "check", str(path), "--today", "2026-11-23", "--json"])
    return ran.exit_code, json.loads(ran.stdout)


def test_nothing_to_declare(new, tmp_path):
    code, found, err = new("--nothing-to-declare")
    assert (code, found["file"], found["verdict"], found["limit_deg"], err) == (0, "anna.toml", "usable", 25.5, "")
    written = tomllib.loads((tmp_path / "anna.toml").read_text("utf-8"))
    assert written == {
        "schema": 1,
        "id": "anna",
        "name": "Änna",
        "angle_ref": "deg_past_horizontal",
        "max_inversion_deg": 25.5,
        "session_s": 180,
        "born": 1980,
        "height_cm": 170,
        "weight_kg": 68,
        "nothing_to_declare": True,
        "conditions": [],
    }
    code, checked = check("anna.toml")
    assert code == 0
    assert {**checked, "file": "anna.toml"} == found


def test_conditions_clearances_and_days(new):
    words = ["--condition", "early_post_op_hip", "--condition", "sciatica", "--clearance", CLEARANCE]
    code, found, _ = new("x.toml", *words, "--since", "early_post_op_hip=2026-05-01")
    assert (code, found["limit_deg"], found["bound_by"]) == (0, 20.0, "condition:early_post_op_hip")
    assert check("x.toml")[0] == 0
    with open("x.toml", "rb") as file:
        written = tomllib.load(file)
    assert written["clearances"][0]["clinician"] == "A. Example, MD"
    code, found, _ = new("y.toml", *words)
    assert (code, found["verdict"]) == (3, "locked")
    assert check("y.toml")[0] == 3


def test_what_is_missing_is_named_when_nobody_can_be_asked(new, tmp_path):
    code, found, err = new(changes={"--born": None, "--name": None})
    assert (code, found["error"]["code"]) == (2, "MISSING_OPTIONS")
    assert "missing: --name, --born, --condition or --nothing-to-declare\n" in err
    assert list(tmp_path.glob("*.toml")) == []


@pytest.mark.parametrize("option", BASICS)
def test_each_answer_has_an_option(new, option):
    code, found, err = new("--nothing-to-declare", changes={option: None})
    assert (code, found["error"]["code"]) == (2, "MISSING_OPTIONS")
    assert f"missing: {option}\n" in err


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--name", " ", "name is empty"),
        ("--name", "x" * 61, "name is empty or too long"),
        ("--name", "An\tna", "name has an invisible character, U+0009"),
        ("--name", "\udcff", "invalid characters"),
        ("--id", "Anna B", "id is too long or has other characters"),
        ("--born", "1880", "born must be from 1900 to 2099, not 1880"),
        ("--born", "2027", "born must not be after 2026, but says 2027"),
        ("--born", "eighty", "born must be a whole number, not text"),
        (
            "--height-cm",
            "1.70",
            "--height-cm must be a whole number, not a fraction: write the height in centimetres, as --height-cm 170.",
        ),
        ("--weight-kg", "-68", "--weight-kg must be from 20 to 300, not -68"),
        ("--weight-kg", "9" * 5000, "--weight-kg must be a whole number, not text"),
        ("--max-inversion-deg", "110", "If 110 was counted from upright, subtract 90"),
        ("--max-inversion-deg", "25.001", "finer than 0.01 degrees"),
        ("--max-inversion-deg", "nan", "--max-inversion-deg must be a number, not text"),
        ("--weight-kg", "82.5", "--weight-kg must be a whole number, not a fraction"),
        ("--max-inversion-deg", "70", "--max-inversion-deg is more than 60: give --beyond-60 too"),
        ("--session-s", "5", "--session-s must be from 30 to 600, not 5"),
    ],
)
def test_a_wrong_option_is_told_in_the_words_of_the_check(new, tmp_path, option, value, said):
    code, found, err = new("--nothing-to-declare", changes={option: value})
    assert (code, found["error"]["code"], len(found["reasons"])) == (2, "WRONG_OPTIONS", 1)
    assert said in err
    assert len(err) < 500
    assert list(tmp_path.glob("*.toml")) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--condition", "glaucome"], "Do you mean glaucoma?"),
        (["--condition", "none"], "--condition none is no condition: if there is none, write --nothing-to-declare"),
        (["--condition", "No"], "--condition No is no condition: if there is none, write --nothing-to-declare"),
        (
            ["--condition", "glaucoma", "--nothing-to-declare"],
            "--nothing-to-declare and --condition cannot both be given",
        ),
        (["--condition", "Hip Pain"], "--condition must be 1 to 40 characters out of a-z 0-9 _. It says 'Hip Pain'."),
        (["--condition", "glaucoma", "--condition", "glaucoma"], "--condition repeats 'glaucoma'"),
        (["--nothing-to-declare", "--clearance", "who=me"], "--clearance 'who=me' is not understood"),
        (
            ["--condition", "sciatica", "--clearance", CLEARANCE],
            "--clearance number 1: condition is not among the declared",
        ),
        (["--condition", "early_post_op_hip", "--clearance", CLEARANCE + ",max=10"], "--clearance 'max=10' is not"),
        (
            ["--condition", "early_post_op_hip", "--clearance", CLEARANCE.replace("2027", "2025")],
            "--clearance number 1: expires is before issued: write the last date on which it is valid, as expires=",
        ),
        (
            ["--condition", "early_post_op_hip", "--clearance", "condition=early_post_op_hip"],
            "--clearance number 1: role is missing: write role=physician or role=orthopaedic_surgeon.",
        ),
        (["--condition", "early_post_op_hip", "--since", "early_post_op_hip"], "--since 'early_post_op_hip' is not"),
        (
            ["--condition", "early_post_op_hip", "--since", "early_post_op_hip=May"],
            "--since early_post_op_hip: must be a date: write it as 2026-11-01. It says 'May'.",
        ),
        (["--condition", "early_post_op_hip", "--since", "early_post_op_hip=20260501"], "It says '20260501'."),
        (["--condition", "early_post_op_hip", "--since", "sciatica=2026-05-01"], "--since sciatica: is not among"),
    ],
)
def test_a_wrong_declaration_is_told_before_anything_is_written(new, tmp_path, words, said):
    code, found, err = new(*words)
    assert (code, found["error"]["code"]) == (2, "WRONG_OPTIONS")
    assert said in err
    assert list(tmp_path.glob("*.toml")) == []


def test_all_that_is_wrong_is_told_at_once_whatever_is_missing(new):
    changes = {"--born": "1880", "--weight-kg": "heavy", "--session-s": None, "--name": ""}
    _, found, err = new("--condition", "foo", changes=changes)
    assert found["error"]["code"] == "WRONG_OPTIONS"
    for said in ("--born must be", "--weight-kg must be", "--name is empty", "'foo' is not known"):
        assert said in err


@pytest.mark.parametrize("words", [["--since", "2026-05-01"], ["--clearance", "condition: early_post_op_hip"]])
def test_what_is_not_understood_is_told_once_and_not_judged_beside_that(new, words):
    _, found, _ = new("--condition", "early_post_op_hip", *words)
    assert len(found["reasons"]) == 1 and found["reasons"][0]["text"].startswith(
        f"{words[0]} '{words[1]}' is not understood"
    )


def test_no_reason_speaks_of_the_fields_of_a_file(new):
    changes = {"--weight-kg": "x", "--height-cm": "x", "--max-inversion-deg": "x", "--session-s": "x", "--born": "x"}
    clearance = "condition=hip_dysplasia,clinician=,role=surgeon,issued=x,expires=x,max=x"
    words = ["--condition", "hip_dysplasia", "--clearance", clearance, "--since", "hip_dysplasia=x"]
    _, found, _ = new(*words, changes={**changes, "--id": "A B", "--name": ""})
    assert len(found["reasons"]) == 13
    for reason in [one["text"] for one in found["reasons"]]:
        assert reason.startswith("--"), reason
        assert not re.search(r"[a-z]_(cm|kg|deg|s)\b|\w\.\w+ (is|must)|\[|= ", reason), reason


def test_a_clearance_before_its_condition_is_no_mistake_yet(new):
    assert new("--clearance", CLEARANCE)[1]["error"]["code"] == "MISSING_OPTIONS"


def test_a_file_that_is_there_stays_unless_it_is_given_up(new, tmp_path):
    (tmp_path / "anna.toml").write_text("mine")
    for words in ([], ["anna.toml"]):
        code, found, _ = new("--nothing-to-declare", *words)
        assert (code, found["error"]["code"], (tmp_path / "anna.toml").read_text()) == (2, "FILE_EXISTS", "mine")
    assert new("--nothing-to-declare", "--force")[0] == 0
    assert check("anna.toml")[0] == 0
    assert list(tmp_path.glob("*.toml")) == [tmp_path / "anna.toml"] and list(tmp_path.glob(".*")) == []


@pytest.mark.parametrize(("file", "code"), [("none/anna.toml", "NO_FOLDER"), ("folder", "NOT_WRITTEN")])
def test_a_file_that_cannot_be_is_told_before_anything_is_asked(new, tmp_path, file, code):
    (tmp_path / "folder").mkdir()
    assert new(file)[1]["error"]["code"] == code


def test_a_full_disk_leaves_what_was_there(new, tmp_path, mocker):
    (tmp_path / "anna.toml").write_text("mine")
    mocker.patch("pathlib.Path.replace", side_effect=OSError(28, "No space left on device"))
    code, found, err = new("--nothing-to-declare", "--force")
    assert (code, found["error"]["code"]) == (2, "NOT_WRITTEN")
    assert "No space left on device" in err
    assert (tmp_path / "anna.toml").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir() if ".part" in path.name] == []
