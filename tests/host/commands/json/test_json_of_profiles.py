"""What each `profile` command prints with --json: the whole object on fixed inputs."""

import json

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from bascule.conditions import meaning
from firmware.screening import conditions as table
from tests.host.commands.json.json_table import (
    ANNAS,
    BENS,
    BENS_REASON,
    CARLAS,
    CLEARED,
    DYSPLASIA,
    OWN,
    RATING,
    SCIATICA,
    SECOND_PERSON,
    as_file,
    days,
    on_table,
    row,
    told,
)
from tests.support.host.people_table import PeopleTable
from tests.support.host.persons import ANNA, BEN, cleared, save
from tests.support.host.table_stub import TableStub

SMALL = {"limit_deg": 20.0, "bound_by": "condition:anxiety"}


@pytest.mark.parametrize(
    ("changes", "code", "expected"),
    [
        ({}, 0, {"notes": [SCIATICA]}),
        ({"born": 1960}, 0, {"warnings": [SECOND_PERSON], "notes": [SCIATICA], "caps": [RATING, OWN, "age"]}),
        ({"conditions": ["total_hip_replacement"]}, 3, BENS),
        ({"conditions": ["anxiety"]}, 0, {"warnings": ["anxiety"], "caps": [RATING, OWN, "small"], **SMALL}),
    ],
)
def test_profile_check(offline, tmp_path, changes, code, expected):
    stand_ins = {
        "age": {"limit_deg": 30.0, "origin": "age", "condition": ""},
        "anxiety": {"code": "WARNING", "text": told("anxiety"), "condition": "anxiety"},
        "small": {"limit_deg": 20.0, "origin": "condition:anxiety", "condition": "anxiety"},
    }
    whole = {
        key: [stand_ins.get(one, one) if isinstance(one, str) else one for one in value]
        if isinstance(value, list)
        else value
        for key, value in {**ANNAS, **expected}.items()
    }
    file = save(tmp_path / "p", {**ANNA, **changes})
    assert offline("profile", "check", str(file), "--today", "2026-11-23") == (code, whole)


def test_profile_check_of_what_is_refused(offline, tmp_path):
    clearance = {**cleared()["clearances"][0], "issued": 20261301}
    wrong = {**ANNA, "conditions": ["hip_dysplasia", "glaucome"], "clearances": [clearance], "born": 2050}
    text = save(tmp_path / "p", wrong).read_text().replace("issued = 20261301", 'issued = "soon"')
    (tmp_path / "wrong.toml").write_text(text)
    assert offline("profile", "check", str(tmp_path / "wrong.toml"), "--today", "2026-11-23") == (
        2,
        {
            "verdict": "refused",
            "limit_deg": 0.0,
            "first_limit_deg": 0.0,
            "first_session_s": 0,
            "bound_by": "refused",
            "caps": [],
            "reasons": [
                {
                    "code": "WRONG_TYPE",
                    "text": "clearances[0].issued must be a date: write it without quotes or time, as 2026-11-01. "
                    "It says 'soon'.",
                    "condition": "hip_dysplasia",
                },
                {
                    "code": "UNKNOWN_CONDITION",
                    "text": "conditions[1]: 'glaucome' is not known here. Do you mean glaucoma? Then write that; if "
                    "not, ask a physician, and write other_condition, which locks the table until a physician has "
                    "cleared it.",
                    "condition": "glaucome",
                },
                {
                    "code": "OUT_OF_RANGE",
                    "text": "born must not be after 2026, but says 2050: write the year of birth.",
                    "condition": "",
                },
            ],
            "session_s": 0,
            "warnings": [],
            "notes": [],
        },
    )


def test_profile_explain(offline):
    assert offline("profile", "explain", "hip_labral_tear") == (
        0,
        {
            "certain": True,
            "conditions": [
                {
                    "key": "hip_labral_tear",
                    "name": row("hip_labral_tear")[table.NAME],
                    "category": "until cleared",
                    "role": row("hip_labral_tear")[table.ROLE],
                    "cap_deg": 20.0,
                    "wait_days": 0,
                    "reason": row("hip_labral_tear")[table.REASON],
                    "source": row("hip_labral_tear")[table.SOURCE],
                    "session_s": 0,
                    "means": "the table stays locked until there is a valid clearance",
                    "marks": {"[F]": meaning.MARKS["[F]"], "[D]": meaning.MARKS["[D]"]},
                }
            ],
            "note": meaning.PROPOSALS,
        },
    )


def test_profile_push(at, tmp_path):
    file = save(tmp_path / "p", cleared())
    stored = {"id": "carla", "revision": 1, **on_table(CARLAS), "laptop_agrees": True}
    assert at(PeopleTable(), "profile", "push", str(file)) == (0, stored)


def test_profile_list(at):
    anna = {"id": "anna", "name": "Anna", "verdict": "usable", "limit_deg": 25.0, "chosen": False}
    ben = {"id": "ben", "name": "Ben", "verdict": "locked", "limit_deg": 0.0, "chosen": True}
    assert at(PeopleTable(ANNA, BEN), "profile", "list") == (0, {"people": [anna, ben]})


def test_profile_show(at):
    carla = cleared()
    profile = {**as_file(carla), "clearances": [days(carla["clearances"][0])]}
    assert at(PeopleTable(carla), "profile", "show") == (0, {"revision": 1, "profile": profile, **on_table(CARLAS)})


def test_profile_show_where_none_is_stored(at):
    code, found = at(PeopleTable(), "profile", "show")
    nothing = {"code": "NO_PROFILE", "text": table.WORDS["NO_PROFILE"], "condition": ""}
    locked = {**BENS, "caps": [RATING], "reasons": [nothing]}
    assert (code, found) == (0, {"revision": 0, "profile": None, **locked})


def test_profile_diff(at, tmp_path):
    carla = cleared(max_inversion_cdeg=1250)
    other = {**ANNA, "id": "carla", "conditions": ["hip_dysplasia", "sciatica"], "beyond_60": False}
    file = save(tmp_path / "p", {**carla, "weight_kg": 70, "programme": {"down_s": 20, "level_s": 30, "times": 2}})
    code, found = at(PeopleTable(other), "profile", "diff", str(file))
    assert (code, set(found)) == (7, {"id", "on_table", "differences", "file", "table"})
    assert (found["id"], found["on_table"]) == ("carla", True)
    assert found["differences"] == [
        {"field": "name", "file": "Carla", "table": "Anna"},
        {"field": "weight_kg", "file": 70, "table": 68},
        {"field": "beyond_60", "file": None, "table": False},
        {"field": "conditions", "file": None, "table": "sciatica"},
        {"field": "programme.down_s", "file": 20, "table": None},
        {"field": "programme.level_s", "file": 30, "table": None},
        {"field": "programme.times", "file": 2, "table": None},
        {"field": "clearances", "file": {**days(carla["clearances"][0]), "max_inversion_deg": 12.5}, "table": None},
    ]
    bound = {**CLEARED, "limit_deg": 12.5}
    first = {"limit_deg": 12.5, "first_limit_deg": 12.5}
    assert found["file"] == {**CARLAS, **first, "caps": [RATING, OWN, DYSPLASIA, bound]}
    reason = {"code": "NOT_CLEARED", "text": told("hip_dysplasia"), "condition": "hip_dysplasia"}
    assert found["table"] == {**BENS, "caps": [RATING, OWN, DYSPLASIA], "reasons": [reason], "notes": []}


def test_profile_diff_with_nobody(at, tmp_path):
    file = save(tmp_path / "p", ANNA)
    nobody = {"id": "anna", "on_table": False, "differences": [], "file": {**ANNAS, "notes": [SCIATICA]}, "table": None}
    assert at(PeopleTable(), "profile", "diff", str(file)) == (7, nobody)


def test_profile_export_and_import(at, tmp_path):
    (tmp_path / "p").mkdir()
    written = [str(tmp_path / "p" / name) for name in ("anna.toml", "ben.toml")]
    assert at(PeopleTable(ANNA, BEN), "profile", "export", str(tmp_path / "p")) == (0, {"written": written})
    other = PeopleTable()
    with TableStub(other) as stub:
        ran = CliRunner().invoke(cli, ["profile", "import", str(tmp_path / "p"), "-p", stub.port, "--json"])
    both = [
        {"id": "anna", "port": stub.port, "revision": 1, **on_table(ANNAS), "laptop_agrees": True},
        {"id": "ben", "port": stub.port, "revision": 2, **BENS, "laptop_agrees": True},
    ]
    assert (ran.exit_code, json.loads(ran.stdout)) == (3, {"pushed": both})


def test_profile_remove(at):
    assert at(PeopleTable(ANNA, BEN), "profile", "remove", "ben", "--yes") == (0, {"removed": "ben", "revision": 3})


def test_profile_progress(at):
    assert at(PeopleTable(ANNA, BEN), "profile", "progress") == (
        0,
        {
            "who": "ben",
            "verdict": "locked",
            "bound_by": "lockout",
            "reasons": [BENS_REASON],
            "allowed_now_deg": 0.0,
            "allowed_now_s": 0,
            "step": 2,
            "limit_deg": 25.0,
            "head_down_s": 120,
            "sessions_done": 1,
            "sessions_needed": 3,
            "days_to_wait": 4,
            "sessions_today": 1,
            "sessions_a_day": 3,
            "next_session_min": 20,
            "hold_deg": None,
            "worse_in_a_row": 0,
            "pain_before": None,
            "pain_after": None,
        },
    )
