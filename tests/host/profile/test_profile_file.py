"""A profile file read into the table's units, and everything that can be wrong with one."""

import pytest

from bascule.errors import BAD_INPUT, Problem
from bascule.facts import Reason
from bascule.profile import reader
from bascule.profile.reader import Read


def read(text):
    return reader.from_toml(text.encode())


def codes(found):
    return [one.code for one in found.reasons]


@pytest.mark.parametrize(
    ("written", "cdeg"),
    [
        ("25", 2500),
        ("25.0", 2500),
        ("0.29", 29),
        ("1.15", 115),
        ("2.5e1", 2500),
        ("-3", -300),
        ("90.01", 9001),
        ("25." + "0" * 60, 2500),
    ],
)
def test_degrees_become_centidegrees_exactly(written, cdeg):
    found = read(f"max_inversion_deg = {written}")
    assert found.profile == {"max_inversion_cdeg": cdeg}
    assert type(found.profile["max_inversion_cdeg"]) is int
    assert found.reasons == ()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("25.005", "TOO_FINE"),
        ("1e-9", "TOO_FINE"),
        ("25." + "0" * 37 + "1", "TOO_FINE"),
        ("24." + "9" * 40, "TOO_FINE"),
        ("1e-9999999", "TOO_FINE"),
        ("nan", "OUT_OF_RANGE"),
        ("inf", "OUT_OF_RANGE"),
        ("-inf", "OUT_OF_RANGE"),
        ("1e999999", "OUT_OF_RANGE"),
        ("-1e9999999", "OUT_OF_RANGE"),
        ("99999999999999999999", "OUT_OF_RANGE"),
    ],
)
def test_angles_that_are_none_are_refused_by_name(written, code):
    found = read(f"max_inversion_deg = {written}")
    assert codes(found) == [code]
    assert "max_inversion_deg" in found.reasons[0].text


@pytest.mark.parametrize("written", ["true", '"25"', "[25]", "2026-11-01"])
def test_an_angle_of_another_type_is_left_for_the_form_to_name(written):
    found = read(f"max_inversion_deg = {written}")
    assert type(found.profile["max_inversion_cdeg"]) is not int
    assert found.reasons == ()


def test_a_byte_order_mark_is_no_part_of_the_profile():
    assert reader.from_toml(b"\xef\xbb\xbfschema = 1") == Read({"schema": 1})


def test_the_tables_own_field_name_is_not_a_field_of_the_file():
    found = read("max_inversion_cdeg = 2500")
    assert codes(found) == ["UNKNOWN_FIELD"]
    assert "write max_inversion_deg" in found.reasons[0].text
    assert found.profile == {}


def test_days_become_numbers():
    found = read("[[clearances]]\nissued = 2026-11-01\nexpires = 2027-03-01")
    assert found.profile == {"clearances": [{"issued": 20261101, "expires": 20270301}]}
    assert found.reasons == ()


def test_days_of_operations_become_numbers():
    found = read("[since]\nearly_post_op_hip = 2026-08-01")
    assert found == Read({"since": {"early_post_op_hip": 20260801}})


def test_an_operation_without_a_day_is_refused_by_name():
    found = read('since = { early_post_op_hip = "soon" }')
    assert codes(found) == ["WRONG_TYPE"]
    assert found.reasons[0].text.startswith("since.early_post_op_hip must be a date")
    assert read("since = 2026-08-01").profile == {"since": "2026-08-01"}


@pytest.mark.parametrize("written", ['"2026-11-01"', "20261101", "2026-11-01T10:00:00Z", "10:00:00", "true"])
def test_what_is_no_day_is_refused_with_its_place(written):
    found = read(f"[[clearances]]\nissued = 2026-11-01\nexpires = 2026-12-01\n[[clearances]]\nissued = {written}")
    assert codes(found) == ["WRONG_TYPE"]
    assert found.reasons[0].text.startswith("clearances[1].issued must be a date")


def test_a_day_that_does_not_exist_is_named_with_its_line():
    found = read("schema = 1\n[[clearances]]\nissued = 2026-02-30")
    assert found.profile is None
    assert codes(found) == ["NOT_TOML"]
    assert found.reasons[0].text == "Line 3 has a day or a time that does not exist: write a date, as 2026-11-01."


def test_fractions_elsewhere_stay_fractions():
    assert read("height_cm = 170.5").profile == {"height_cm": 170.5}
    assert read("height_cm = nan").profile == {"height_cm": "NaN"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"name = ", "NOT_TOML"),
        (b"\xff\xfe", "NOT_TEXT"),
        (b"x = " + b"[" * 3000, "NOT_TOML"),
        (b"x = " + b"9" * 4000 + b"\n" + b"y = " + b"{a=" * 1000, "NOT_TOML"),
        (b"x = " + b"a." * 20_000, "LINE_TOO_LONG"),
        (b"a." * 1500 + b"a = 1", "NOT_TOML"),
        (b"x = 1e99999999999999999999", "NOT_TOML"),
        (b"\xef\xbb\xbf\xef\xbb\xbfx = 1", "NOT_TOML"),
    ],
)
def test_what_is_no_profile_at_all_gives_one_reason(data, code):
    found = reader.from_toml(data)
    assert found.profile is None
    assert codes(found) == [code]


def test_a_line_with_very_many_dots_is_not_parsed():
    (reason,) = read("schema = 1\n" + "a." * 101 + "a = 1").reasons
    assert reason == Reason("NOT_TOML", "The file is not a profile: line 2 has over 100 dots.")
    assert read("schema = 1\n# " + "." * 2000) == Read({"schema": 1})
    assert read("a." * 100 + "a = 1").reasons == ()


def test_a_file_too_large_is_not_parsed(tmp_path):
    file = tmp_path / "big.toml"
    file.write_text("# " + "x" * 100 + "\n" + "#\n" * 40_000)
    assert codes(reader.read(file)) == ["FILE_TOO_LARGE"]


@pytest.mark.parametrize("name", ["missing.toml", ".", "bad\0name"])
def test_a_file_that_cannot_be_opened_is_a_problem(tmp_path, name):
    with pytest.raises(Problem) as caught:
        reader.read(tmp_path / name)
    assert caught.value.exit_code == BAD_INPUT
    assert caught.value.code == "FILE_UNREADABLE"
