"""Files that are wrong in many ways at once, or made to keep a parser busy: every reason, and in bounded time."""

import datetime
import itertools
import json
import os
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import bascule
from bascule import facts
from bascule.cli.main import cli
from bascule.profile import checked, file_form, reader, screening, writer
from firmware.profile import form
from firmware.profile.fields import UNSEEN
from tests.support.host.persons import ANNA, cleared, save

TODAY = datetime.date(2026, 11, 23)
# Of processor time, which no busy machine adds to; each was measured below 0.2, and some took seconds or for ever
# without their bound.
CPU_S = 3.0
# By field: something wrong, what its reason says.
WRONG = {
    "schema": ('"one"', "schema must be a whole number, not text: write schema = 1. It says 'one'."),
    "id": ('"Anna B"', "id is too long or has other characters: write 1 to 24 characters out of a-z 0-9 _ -"),
    "name": ('"' + "ü" * 61 + '"', "name is empty or too long: write 1 to 60"),
    "angle_ref": ('"deg_from_upright"', "angle_ref is not a known value: write angle_ref = 'deg_past_horizontal'"),
    "max_inversion_deg": ("110", "max_inversion_deg must be from 1 to 90, not 110: write degrees past horizontal."),
    "session_s": ("1", "session_s must be from 30 to 600, not 1: write the longest time"),
    "born": ("2050", "born must not be after 2026, but says 2050: write the year of birth."),
    "height_cm": ("1.70", "height_cm must be a whole number, not a fraction: write the height in centimetres"),
    "weight_kg": ("-68", "weight_kg must be from 20 to 300, not -68: write the weight in kilograms"),
    "nothing_to_declare": ('"no"', "nothing_to_declare must be true or false, not text: write true if"),
    "conditions": ('["glaucome", "glaucome"]', "conditions[1] repeats 'glaucome': write their names"),
    "since": ("5", "since must be a table, not a whole number: write the date of the operation"),
    "clearances": ('[{role = "nurse"}, 5]', "clearances[0].role is not a known value: write role = 'physician'"),
}
RIGHT = {
    "schema": "1",
    "id": '"anna"',
    "name": '"Änna 安娜"',
    "angle_ref": '"deg_past_horizontal"',
    "max_inversion_deg": "25",
    "session_s": "180",
    "born": "1980",
    "height_cm": "170",
    "weight_kg": "68",
    "nothing_to_declare": "false",
    "conditions": '["sciatica"]',
    "since": "{}",
    "clearances": "[]",
}


def judged(text):
    return screening.result(found(text), TODAY)


def found(text):
    return checked.check(reader.from_toml(text.encode()), TODAY)


def written(wrong):
    values = {field: WRONG[field][0] if field in wrong else value for field, value in RIGHT.items()}
    return "".join(f"{field} = {value}\n" for field, value in values.items())


def test_the_right_values_are_right():
    assert judged(written(())).verdict == facts.USABLE


@pytest.mark.parametrize("wrong", [*itertools.combinations(WRONG, 2), *itertools.combinations(WRONG, 1), tuple(WRONG)])
def test_every_combination_of_wrong_fields_gives_every_reason_at_once(wrong):
    result = judged(written(wrong))
    assert (result.verdict, found(written(wrong)).profile) == (facts.REFUSED, None)
    for field in wrong:
        assert any(WRONG[field][1] in one.text for one in result.reasons), (field, result.reasons)
    for field in set(RIGHT) - set(wrong):
        assert not any(one.text.startswith(field) for one in result.reasons), (field, result.reasons)


@pytest.mark.long
@given(st.sets(st.sampled_from(sorted(WRONG))))
@settings(max_examples=200)
def test_any_set_of_wrong_fields_gives_every_reason(wrong):
    texts = [one.text for one in judged(written(wrong)).reasons]
    assert {field for field in WRONG if any(WRONG[field][1] in text for text in texts)} == wrong
    assert all(text.split(" ")[0].split("[")[0].split(".")[0].rstrip(":") in RIGHT for text in texts)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("weight_kg = true", "weight_kg must be a whole number, not true or false"),
        ("name = 5", "name must be text, not a whole number"),
        ('name = "a\\u001b[31m"', "It says 'a\\x1b[31m'."),
        ("born = 1980-01-01", "born must be a whole number, not text"),
        ('id = "' + "x" * 1000 + '"', "It says 'xxxxxxxxxx"),
        ("max_inversion_deg = 25.001", "It says 25.001."),
        ("height_cm = 999999999999999999", "height_cm must be from 100 to 250, not 999999999999"),
        ('since = {"\\u001b[31m" = 5}', "since.?[31m must be a date"),
        ('conditions = ["\\u202eabc"]', "conditions[0] must be 1 to 40 characters out of a-z 0-9 _"),
    ],
)
def test_a_reason_says_what_the_file_says(line, said):
    field = line.split(" ")[0]
    text = written(()).replace(f"{field} = {RIGHT[field]}", line)
    reasons = [one.text for one in judged(text).reasons]
    assert any(said in text for text in reasons), reasons
    assert all(len(text) < 400 and "\x1b" not in text for text in reasons)


def test_a_value_that_is_not_in_the_file_is_not_said_to_be():
    (reason,) = judged(written(()).replace("since = {}", "since = {glaucoma = 5}")).reasons[:1]
    assert reason.text.endswith("It says 5.")
    for since in ("{glaucoma = 5}", '{"A b" = 5}'):
        assert "2000-01-01" not in str(judged(written(()).replace("since = {}", f"since = {since}")).reasons)


def test_a_future_clearance_locks_with_its_day():
    profile = cleared(issued=20261201)
    text = writer.written(file_form.from_wire({**profile, "clearances": [dict(profile["clearances"][0])]}))
    result = judged(text)
    assert result.verdict == facts.LOCKED
    assert any(one.code == "CLEARANCE_NOT_YET" and "2026-12-01" in one.text for one in result.reasons)


def test_a_profile_too_long_for_the_table_is_refused_here():
    clearance = {**cleared()["clearances"][0], "clinician": "安" * 60}
    text = writer.written(file_form.from_wire({**cleared(), "clearances": [clearance] * 20}))
    assert [one.code for one in judged(text).reasons] == ["TOO_LONG"]


BOMBS = {
    "dotted keys": "\n".join(f"k{at}." + "a." * 2000 + "a = 1" for at in range(16)),
    "quoted dotted keys": "\n".join(f"k{at}." + '"a".' * 900 + "a = 1" for at in range(16)),
    "long headers": "\n".join("[" + "a." * 1900 + f"k{at}]" for at in range(17)),
    "headers within the bound": "\n".join("[" + "a." * 99 + f"k{at}]" for at in range(310)),
    "many tables": "[[a]]\n" * 10_900,
    "many clearances": "[[clearances]]\nx=1\n" * 3_400,
    "many keys": "\n".join(f"a{at:x}=1" for at in range(8_500)),
    "many unknown conditions": "conditions = [\n" + "\n".join(f'"a{at:05}",' for at in range(6_500)) + "]\n",
    "long unknown conditions": "conditions = [\n" + ('"ab' + "x" * 4_000 + '",\n') * 15 + "]\n",
    "lists in lists": "x = " + "[\n" * 32_000,
    "tables in tables": "x = " + "{a=" * 1_000 + "1" + "}" * 1_000,
    "numbers": "\n".join(f"a{at}={'9' * 4_000}" for at in range(16)),
    "hexadecimal": "born = 0x" + "f" * 4_000,
    "hexadecimal angle": "max_inversion_deg = 0x" + "f" * 4_000,
    "exponents": "\n".join(f"a{at}=1e9999999" for at in range(4_000)),
    "escapes": 'x = """' + "\\\n" * 31_000 + '"""',
    "one long key": "a" * 4_000 + " = 1",
    "days": "since = {\n}\n" + "[since]\n" + "\n".join(f"a{at}=2026-01-01" for at in range(3_500)),
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_what_is_made_to_take_long_does_not(text):
    assert len(text) <= 64 * 1024
    began = time.process_time()
    result = judged(text)
    assert time.process_time() - began < CPU_S
    assert result.verdict == facts.REFUSED
    assert sum(len(one.text) for one in result.reasons) < 40_000


_UNSEEN = {
    chr(code) for at in range(0, len(UNSEEN), 2) for code in range(UNSEEN[at], UNSEEN[at + 1] + 1) if code < 0x20000
}
_TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"], exclude_characters=_UNSEEN), max_size=60).filter(
    lambda text: text.strip(" ") and all(ord(sign) < 0xE0000 for sign in text)
)
_ANGLES = st.integers(100, 9000)
_PROFILES = st.fixed_dictionaries(
    {
        **{key: st.just(value) for key, value in ANNA.items()},
        "name": _TEXTS,
        "max_inversion_cdeg": _ANGLES,
        "beyond_60": st.just(True),
        "conditions": st.just(["hip_dysplasia", "early_post_op_hip"]),
    },
    optional={
        "since": st.dictionaries(st.just("early_post_op_hip"), st.sampled_from([20260228, 20240229, 20991231])),
        "clearances": st.lists(
            st.fixed_dictionaries(
                {
                    "condition": st.just("hip_dysplasia"),
                    "clinician": _TEXTS,
                    "role": st.sampled_from(["physician", "orthopaedic_surgeon"]),
                    "issued": st.just(20261101),
                    "expires": st.just(20270301),
                    "max_inversion_cdeg": _ANGLES,
                }
            ),
            max_size=3,
        ),
    },
)


@pytest.mark.long
@given(_PROFILES)
@settings(max_examples=150)
def test_whatever_is_written_as_a_file_is_read_back_to_the_same_bytes(profile):
    blob = form.to_wire(profile)
    assert form.parse(blob)[1] == []
    text = writer.written(file_form.from_wire(json.loads(blob)))
    one = found(text)
    assert one.profile is not None and one.profile.blob == blob, one.objections


def test_a_file_written_by_the_tool_has_no_reason_against_it(tmp_path):
    assert checked.check(reader.read(save(tmp_path / "p", ANNA)), TODAY).objections == ()


EXAMPLE = (Path(bascule.__file__).parent / "examples" / "anna.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ('id = "anna"', "id = 1", "WRONG_TYPE", "It says 1."),
        ("schema = 1", 'schema = "1"', "WRONG_TYPE", "It says '1'."),
        ("max_inversion_deg = 25", 'max_inversion_deg = "x"', "WRONG_TYPE", "It says 'x'."),
        ("schema = 1", "schema = 1\nk1 = 1", "UNKNOWN_FIELD", "It says 1."),
        ("schema = 1", 'schema = 1\n"a.b[0]" = 7', "UNKNOWN_FIELD", "It says 7."),
        ("schema = 1", "schema = 1\n[of.an.other]\nkind = 2\nsort = 3", "UNKNOWN_FIELD", "It says a table of 1 field."),
        ("born = 1980", "born = [1980, 1981]", "WRONG_TYPE", "It says a list of 2 entries."),
        ("born = 1980", "born = []", "WRONG_TYPE", "It says an empty list."),
        ("born = 1980", "born = true", "WRONG_TYPE", "It says true."),
        ("born = 1980", "born = {}", "WRONG_TYPE", "It says an empty table."),
        ("born = 1980", 'born = ""', "WRONG_TYPE", "It says ''."),
        ("session_s = 180", "session_s = 700", "OUT_OF_RANGE", "must be from 30 to 600, not 700: "),
        ("max_inversion_deg = 25", "max_inversion_deg = 75", "NOT_MEANT", "beyond_60 must be true"),
    ],
)
def test_every_objection_tells_what_the_file_says(old, new, code, said):
    assert old in EXAMPLE
    reasons = [one.text for one in judged(EXAMPLE.replace(old, new, 1)).reasons if one.code == code]
    assert any(said in text for text in reasons), reasons


def test_one_number_is_not_told_twice_and_nothing_is_told_of_what_is_missing():
    for wrong in ("session_s = 700", ""):
        (reason,) = judged(EXAMPLE.replace("session_s = 180", wrong)).reasons
        assert "It says" not in reason.text


def test_how_many_more_reasons_there_are_is_said():
    many = "\n".join(f"k{at} = 1" for at in range(5000))
    reasons = judged(EXAMPLE.replace("schema = 1", f"schema = 1\n{many}")).reasons
    assert len(reasons) == 11
    assert reasons[-1].text == "The profile has 4990 more unknown fields: take them out."


@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_is_no_file_is_refused_at_once(kind, tmp_path):
    path = {"pipe": tmp_path / "pipe.toml", "device": Path("/dev/zero"), "folder": tmp_path}[kind]
    if kind == "pipe":
        os.mkfifo(path)
    ran = CliRunner().invoke(cli, ["profile", "check", str(path)])
    assert ran.exit_code == 2
    assert "FILE_UNREADABLE" in ran.stderr and ("pipe or a device" in ran.stderr or kind == "folder")
