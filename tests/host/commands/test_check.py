"""`bascule profile check`: verdicts, exit codes, JSON, and every reason at once."""

import json

import pytest
from click.testing import CliRunner

from bascule import facts
from bascule.cli.main import cli
from bascule.profile import checked, file_form, reader
from bascule.profile.words import lines
from firmware.profile import form
from firmware.screening import advice

ANNA = """
schema = 1
id = "anna"
name = "Anna"
angle_ref = "deg_past_horizontal"
max_inversion_deg = 25
session_s = 180
born = 1980
height_cm = 170
weight_kg = 68
nothing_to_declare = false
conditions = ["sciatica", "acute_hip_instability"]

[[clearances]]
condition = "acute_hip_instability"
clinician = "A. Example"
role = "orthopaedic_surgeon"
issued = 2026-11-01
expires = 2027-03-01
max_inversion_deg = 20
"""


@pytest.fixture
def check(tmp_path):
    def run(text, *options):
        file = tmp_path / "profile.toml"
        file.write_text(text)
        ran = CliRunner().invoke(cli, ["profile", "check", str(file), "--today", "2026-11-23", *options])
        return ran.exit_code, ran.stdout, ran.stderr

    return run


@pytest.fixture
def verdict(check):
    def run(text):
        code, out, err = check(text, "--json")
        assert err == ""
        assert out.count("\n") == 1
        return code, json.loads(out)

    return run


def test_the_issued_example_is_usable_up_to_its_clearance(verdict):
    assert verdict(ANNA) == (
        0,
        {
            "verdict": "usable",
            "limit_deg": 20.0,
            "first_limit_deg": 15.0,
            "first_session_s": 60,
            "bound_by": "condition:acute_hip_instability",
            "caps": [
                {"limit_deg": 60.0, "origin": "table_rating", "condition": ""},
                {"limit_deg": 25.0, "origin": "profile", "condition": ""},
                {
                    "limit_deg": 20.0,
                    "origin": "condition:acute_hip_instability",
                    "condition": "acute_hip_instability",
                },
                {
                    "limit_deg": 20.0,
                    "origin": "clearance:acute_hip_instability",
                    "condition": "acute_hip_instability",
                },
            ],
            "reasons": [],
            "session_s": 180,
            "warnings": [],
            "notes": [
                "Sciatica: Inversion may ease pressure on the nerve in the lower back; "
                "any benefit to the hip is indirect."
            ],
        },
    )


def test_every_cap_warning_and_note_is_explained_with_its_source(check):
    older = ANNA.replace("born = 1980", "born = 1960").replace('"sciatica"', '"sciatica", "reflux_disease", "anxiety"')
    code, out, _ = check(older)
    assert code == 0
    rows = out.splitlines()
    cap, age, reflux, session, grows, person, afraid, note = [rows[at] for at in (1, 3, 4, 8, 9, 13, 14, 15)]
    assert cap == "     60 deg  table_rating: the most this table is made for [D]"
    assert age.startswith("     30 deg  age: 60 years or older: ") and "[F]" in age
    assert reflux.startswith("     20 deg  condition:reflux_disease: Acid reflux (GERD): ") and "[D]" in reflux
    assert session == "    180 s    head-down in one session at most"
    assert grows.startswith("  It grows by at most 5 deg and 30 s at a time")
    assert rows[10].startswith("  For the first sessions, have somebody there")
    assert rows[11:13] == [f"  {advice.USEFUL}", f"  {advice.HIP}"]
    assert person.startswith("  warning SECOND_PERSON: 60 years or older: A second person") and person.endswith("[D])")
    assert afraid.startswith("  warning WARNING: Anxiety: ") and afraid.endswith("the angle [D])")
    assert note.startswith("  note: Sciatica: ") and note.endswith("(founding article [F])")


def test_a_lock_is_explained_with_its_source_and_an_origin_of_a_newer_table_by_its_name(check):
    heavy = ANNA.replace("height_cm = 170", "height_cm = 190").replace("weight_kg = 68", "weight_kg = 137")
    _, out, _ = check(heavy.replace('"sciatica"', '"glaucoma"'))
    over, glaucoma = out.splitlines()[1:3]
    assert over.startswith("  OVER_WEIGHT: Over 136 kg: ") and over.endswith("this table's rating [D])")
    assert glaucoma.startswith("  CONDITION_ABSOLUTE: Glaucoma: ") and glaucoma.endswith("Teeter list [F])")
    newer = facts.ScreeningResult("usable", 9.0, 9.0, 60, "moon", (facts.Cap(9.0, "moon", ""),), (), 60, ())
    assert lines(newer)[1] == "      9 deg  moon"


def test_a_stored_date_of_an_operation_is_shown_as_it_was_written():
    stored = {"since": {"early_post_op_hip": 20260801, "of_a_newer_table": "soon"}}
    shown = facts.as_json(file_form.from_wire(stored))
    assert shown == {"since": {"early_post_op_hip": "2026-08-01", "of_a_newer_table": "soon"}}


def test_a_date_of_an_operation_is_read_and_a_wrong_one_named(check, verdict):
    operated = ANNA.replace("acute_hip_instability", "early_post_op_hip")
    code, found = verdict(operated)
    assert (code, [one["code"] for one in found["reasons"]]) == (3, ["NOT_CLEARED", "OPERATION_DATE"])
    assert verdict(operated + "[since]\nearly_post_op_hip = 2026-08-01\n")[1]["limit_deg"] == 20.0
    code, found = verdict(operated + '[since]\nearly_post_op_hip = "last summer"\nglaucoma = 2020-01-01\n')
    assert code == 2
    assert [one["text"].split(":")[0] for one in found["reasons"]] == [
        "since.early_post_op_hip must be a date",
        "since.glaucoma is not among the declared conditions",
    ]


def test_what_is_judged_usable_is_what_the_table_would_parse(tmp_path, today):
    file = tmp_path / "anna.toml"
    file.write_text(ANNA)
    profile, reasons = form.parse(checked.check(reader.read(file), today).profile.blob)
    assert reasons == []
    assert profile["max_inversion_cdeg"] == 2500
    assert profile["clearances"][0]["expires"] == 20270301


def test_a_clearance_that_ran_out_locks(check):
    code, out, _ = check(ANNA, "--json", "--today", "2027-03-02")
    found = json.loads(out)
    assert (code, found["verdict"], found["limit_deg"]) == (3, "locked", 0.0)
    assert "CLEARANCE_EXPIRED" in [one["code"] for one in found["reasons"]]
    assert {one["condition"] for one in found["reasons"]} == {"acute_hip_instability"}


def test_a_hip_replacement_locks_in_words(check):
    code, out, _ = check(ANNA.replace('"sciatica"', '"total_hip_replacement"'))
    assert code == 3
    assert out.startswith("locked: ")
    assert "Total hip replacement" in out


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("born = 1980", "born = 1980\nshoe_size = 42", "shoe_size"),
        ("born = 1980", 'born = "1980"', "born"),
        ("max_inversion_deg = 25", "max_inversion_deg = 90.01", "max_inversion_deg"),
        ("max_inversion_deg = 25", "max_inversion_deg = true", "max_inversion_deg"),
        ("max_inversion_deg = 25", "", "max_inversion_deg"),
        ('angle_ref = "deg_past_horizontal"', "", "angle_ref"),
        ('angle_ref = "deg_past_horizontal"', 'angle_ref = "deg_from_upright"', "angle_ref"),
        ('conditions = ["sciatica", "acute_hip_instability"]', "conditions = []", "nothing_to_declare"),
        ("nothing_to_declare = false", "nothing_to_declare = true", "nothing_to_declare"),
        ('condition = "acute_hip_instability"', 'condition = "glaucoma"', "clearances[0].condition"),
        ("expires = 2027-03-01", "expires = 2026-10-01", "clearances[0].expires"),
        ("weight_kg = 68", "weight_kg = -68", "weight_kg"),
        ('"sciatica"', '"sciatica", "sciatica"', "conditions"),
        ("[[clearances]]", "[clearances]", "clearances"),
    ],
)
def test_one_mistake_is_refused_by_the_name_of_its_field(verdict, old, new, named):
    assert old in ANNA
    code, found = verdict(ANNA.replace(old, new))
    assert (code, found["verdict"], found["limit_deg"], found["caps"]) == (2, "refused", 0.0, [])
    assert any(named in one["text"] for one in found["reasons"])


@pytest.mark.parametrize("written", ["true", '"25"', "[25]", "2026-11-01"])
def test_an_angle_is_asked_for_as_a_number_because_it_need_not_be_whole(verdict, written):
    (reason,) = verdict(ANNA.replace("max_inversion_deg = 25", f"max_inversion_deg = {written}"))[1]["reasons"]
    assert reason["text"].startswith("max_inversion_deg must be a number, not ")
    assert verdict(ANNA.replace("max_inversion_deg = 25", "max_inversion_deg = 12.5"))[1]["limit_deg"] == 12.5


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("max_inversion_deg = 25", "max_inversion_deg = 140", "140 -> 50."),
        ("max_inversion_deg = 25", "max_inversion_deg = 1.025e2", "102.5 -> 12.5."),
        ("max_inversion_deg = 25", "max_inversion_deg = 91.00", "91 -> 1."),
        ("max_inversion_deg = 25", "max_inversion_deg = 180", "180 -> 90."),
        ("max_inversion_deg = 20", "max_inversion_deg = 110", "110 -> 20."),
    ],
)
def test_an_angle_that_may_be_counted_from_upright_is_refused_with_a_hint(verdict, old, new, hint):
    code, found = verdict(ANNA.replace(old, new))
    (reason,) = found["reasons"]
    assert (code, reason["code"]) == (2, "OUT_OF_RANGE")
    assert "max_inversion_deg must be from 1 to 90, not " + hint.split()[0] in reason["text"]
    assert "was counted from upright, subtract 90: " + hint in reason["text"]


@pytest.mark.parametrize("written", ["-25", "0", "90.01", "90.99", "180.01", "200"])
def test_an_angle_that_is_wrong_in_any_convention_gets_no_hint(verdict, written):
    code, found = verdict(ANNA.replace("max_inversion_deg = 25", f"max_inversion_deg = {written}"))
    assert (code, [one["code"] for one in found["reasons"]]) == (2, ["OUT_OF_RANGE"])
    assert "upright" not in found["reasons"][0]["text"]


def test_all_mistakes_are_told_at_once(verdict):
    wrong = (
        ANNA.replace("= 25", "= 25.001").replace("born = 1980", "age = 40").replace("issued = 2026", 'issued = "2026')
    )
    wrong = wrong.replace("11-01\n", '11-01"\n', 1).replace("sciatica", "siatica")
    _, found = verdict(wrong)
    texts = " | ".join(one["text"] for one in found["reasons"])
    for named in ("max_inversion_deg", "age", "born", "clearances[0].issued", "siatica"):
        assert named in texts


def test_an_unknown_condition_is_refused_with_the_nearest_names(verdict):
    code, found = verdict(ANNA.replace('"sciatica"', '"hip_replacement"'))
    assert code == 2
    assert [one["code"] for one in found["reasons"]] == ["UNKNOWN_CONDITION"]
    assert "total_hip_replacement" in found["reasons"][0]["text"]


def test_a_condition_like_no_other_is_a_matter_for_a_physician(verdict):
    _, found = verdict(ANNA.replace('"sciatica"', '"xyzzy"'))
    assert "ask a physician, and write other_condition" in found["reasons"][0]["text"]


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("warfarin", "It is called anticoagulants: write that."),
        ("slipped_disc", "It is called herniated_disc: write that."),
        ("hernia", "Do you mean symptomatic_hiatal_hernia, hiatal_hernia, "),
        ("hip", ", or another one that `bascule profile explain` finds?"),
    ],
)
def test_a_word_that_people_use_is_answered_with_its_key_or_with_a_question(verdict, key, said):
    code, found = verdict(ANNA.replace('"sciatica"', f'"{key}"'))
    assert (code, found["verdict"]) == (2, "refused")
    assert said in found["reasons"][0]["text"]


@pytest.mark.parametrize(
    ("changes", "first"),
    [
        ({}, "begins at 15 degrees past horizontal for 60 s; may grow to 20 degrees and 180 s, bound by condition:"),
        ({"session_s = 180": "session_s = 60"}, "for 60 s; may grow to 20 degrees, bound by condition:"),
        ({"= 25": "= 12"}, "begins at 12 degrees past horizontal for 60 s; may grow to 180 s, bound by profile"),
        ({"= 25": "= 15", "= 180": "= 45"}, "begins at 15 degrees past horizontal for 45 s; does not grow, bound by"),
        ({"= 180": "= 600"}, "may grow to 20 degrees and 300 s, bound by"),
    ],
)
def test_what_happens_first_is_said_before_what_may_be(check, changes, first):
    text = ANNA
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    head = check(text)[1].splitlines()[0]
    assert head.startswith("usable: ") and first in head


def test_the_marks_of_the_sources_are_explained_where_they_are_used(check):
    assert check(ANNA)[1].endswith("\n  [F] read in that source\n  [D] this project's own judgment\n")
    assert "[" not in check(ANNA.replace("born = 1980", "born = 80"))[1]


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "20261123", ""])
def test_a_today_that_is_no_day_is_bad_input(check, day):
    code, out, err = check(ANNA, "--json", "--today", day)
    assert code == 2
    assert json.loads(out)["error"]["code"] == "BAD_DATE"
    assert err.startswith("error BAD_DATE: ")
    assert "\nhint: " in err


@pytest.mark.parametrize("day", ["1999-12-31", "2100-01-01"])
def test_a_day_that_nothing_can_be_judged_by_is_told_without_speaking_of_a_table(check, day):
    code, out, err = check(ANNA, "--json", "--today", day)
    assert (code, json.loads(out)["error"]["code"]) == (2, "BAD_DATE")
    assert f"{day} is outside the years 2000 to 2099" in err and "table" not in err
