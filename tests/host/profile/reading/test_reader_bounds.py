"""How a profile file is read at its bounds: the last that is taken, the first that is not, and what stands for it."""

import datetime

import pytest

from bascule.errors import Problem
from bascule.facts import Reason
from bascule.profile import reader
from bascule.profile.reader import MAX_FILE_BYTES, MAX_LINE, Read, short

TOO_LONG = Reason("NOT_TOML", "The file is not a profile: a value in it is far too long or too deep.")


def read(text):
    return reader.from_toml(text.encode())


def upright(written, past):
    return (
        f"max_inversion_deg must be from 1 to 90, not {written}: write degrees past horizontal. "
        f"If {written} was counted from upright, subtract 90: {written} -> {past}."
    )


@pytest.mark.parametrize(
    ("written", "past"),
    [("91", "1"), ("115", "25"), ("180", "90"), ("115.50", "25.5"), ("112.25", "22.25"), ("100", "10")],
)
def test_an_angle_counted_from_upright_is_told_as_what_it_may_have_been(written, past):
    found = read(f"max_inversion_deg = {written}")
    said = upright(written.rstrip("0") if "." in written else written, past)
    assert found == Read({"max_inversion_cdeg": 100}, (Reason("OUT_OF_RANGE", said),))


@pytest.mark.parametrize("written", ["90", "90.99", "180.01", "181", "10000", "-10000", "0", "-90"])
def test_any_other_angle_is_left_for_the_form_to_name(written):
    assert read(f"max_inversion_deg = {written}") == Read({"max_inversion_cdeg": round(float(written) * 100)})


@pytest.mark.parametrize("written", ["10000.01", "-10000.01", "10001"])
def test_what_is_far_beyond_any_angle_is_told_as_none(written):
    text = f"max_inversion_deg is not an angle: write degrees past horizontal, 1 to 90. It says {written}."
    assert read(f"max_inversion_deg = {written}") == Read({"max_inversion_cdeg": 100}, (Reason("OUT_OF_RANGE", text),))


def test_what_is_finer_than_a_table_counts_is_told_and_never_rounded():
    text = "max_inversion_deg is finer than 0.01 degrees: write at most two decimals. It says 25.001."
    assert read("max_inversion_deg = 25.001") == Read({"max_inversion_cdeg": 100}, (Reason("TOO_FINE", text),))
    assert read("hold_deg = 20.25\nmax_inversion_deg = 30.10") == Read({"hold_cdeg": 2025, "max_inversion_cdeg": 3010})


@pytest.mark.parametrize("wire", ["max_inversion_cdeg", "hold_cdeg"])
def test_the_tables_own_names_are_told_with_those_of_the_file_and_the_place(wire):
    named = wire.replace("_cdeg", "_deg")
    text = f"clearances[1].{wire} is not a field of the file: write clearances[1].{named}."
    found = read(f"[[clearances]]\n[[clearances]]\n{wire} = 2500")
    assert found.profile == {"clearances": [{}, {}]}
    assert [one.code for one in found.reasons] == ["UNKNOWN_FIELD"]
    assert found.reasons[0].text in (text, text.replace(f"write clearances[1].{named}", f"write {named}"))


def test_a_day_that_is_none_stands_for_one_that_is_so_that_it_is_told_once():
    found = read('since = {a = 5}\n[[clearances]]\nissued = 5\nexpires = "x"\nmax_inversion_deg = 115')
    assert found.profile == {
        "since": {"a": 20000101},
        "clearances": [{"issued": 20000101, "expires": 20991231, "max_inversion_cdeg": 100}],
    }
    assert [one.text.split(" ")[0] for one in found.reasons] == [
        "since.a", "clearances[0].issued", "clearances[0].expires", "clearances[0].max_inversion_deg",
    ]  # fmt: skip
    assert found.reasons[0] == Reason(
        "WRONG_TYPE", "since.a must be a date: write it without quotes or time, as 2026-11-01. It says 5."
    )


def test_only_clearances_are_lists_of_what_a_profile_has():
    odd = {"goals": [{"issued": 5, "max_inversion_deg": 115}], "since": [{"issued": 5}]}
    assert reader.from_fields(odd) == Read(odd)


def test_days_and_times_elsewhere_stay_as_text_in_lists_and_tables_too():
    assert read("a = 2026-11-01\nb = [10:00:00, {c = 1.5}]\nclearances = [2026-11-01]").profile == {
        "a": "2026-11-01",
        "b": ["10:00:00", {"c": 1.5}],
        "clearances": ["2026-11-01"],
    }


@pytest.mark.parametrize("sign", ["", "-"])
def test_a_number_of_18_noughts_is_read_and_a_larger_one_is_no_profile(sign):
    assert read(f"born = {sign}1{'0' * 18}").profile == {"born": int(f"{sign}1{'0' * 18}")}
    assert read(f"born = {sign}1{'0' * 17}1") == Read(None, (TOO_LONG,))
    assert reader.from_fields({"born": True, "x": False}).profile == {"born": True, "x": False}


def test_the_largest_file_is_read_and_one_byte_more_is_not(tmp_path):
    file = tmp_path / "anna.toml"
    lines = "schema = 1\n" + ("#" + "x" * 62 + "\n") * 1023
    file.write_text(lines + "#" * (MAX_FILE_BYTES - len(lines)))
    assert file.stat().st_size == MAX_FILE_BYTES == 64 * 1024
    assert reader.read(file) == Read({"schema": 1})
    file.write_text(file.read_text() + "#")
    text = "The file is over 64 KiB: a profile is a page of text."
    assert reader.read(file) == Read(None, (Reason("FILE_TOO_LARGE", text),))


def test_the_longest_line_is_read_and_one_sign_more_is_told_with_its_number():
    line = "name = '" + "x" * (MAX_LINE - 9) + "'"
    assert len(line) == MAX_LINE == 4096
    assert read(line).profile == {"name": "x" * (MAX_LINE - 9)}
    longer = line.replace("x'", "xx'")
    text = f"Line 2 is longer than {MAX_LINE} characters: break it up."
    assert read(f"schema = 1\n{longer}") == Read(None, (Reason("LINE_TOO_LONG", text),))
    assert read(f"schema = 1 # {'x' * MAX_LINE}") == Read({"schema": 1})


def test_a_file_that_cannot_be_opened_says_why_and_what_is_needed(tmp_path):
    for name, why in (("none", "No such file or directory"), (".", "Is a directory"), ("a\0", "embedded null byte")):
        with pytest.raises(Problem) as caught:
            reader.read(tmp_path / name)
        assert caught.value.text == f"{tmp_path / name} cannot be read: {why}"
        assert caught.value.hint == "Give the path of a profile file."


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("x" * 38, f"'{'x' * 38}'"),
        ("x" * 39, f"'{'x' * 39}..."),
        (10**39, "1" + "0" * 39),
        (10**40, "1" + "0" * 39 + "..."),
        (True, "true"),
        (False, "false"),
        ([], "an empty list"),
        ([5], "a list of 1 entry"),
        ([5, 6], "a list of 2 entries"),
        ({}, "an empty table"),
        ({"a": 1}, "a table of 1 field"),
        ({"a": 1, "b": 2}, "a table of 2 fields"),
        (datetime.date(2026, 11, 1), "2026-11-01"),
        ("a\x1b", "'a\\x1b'"),
    ],
)
def test_a_value_is_shown_short_and_without_what_a_terminal_obeys(value, said):
    assert short(value) == said


def test_a_key_of_any_length_and_kind_is_shown_in_40_signs():
    found = reader.from_fields({"since": {"k" * 39 + "\x1b" + "z": 5, "\u202e": 5}})
    assert [one.text.partition(" must")[0] for one in found.reasons] == [f"since.{'k' * 39}?", "since.?"]
    assert list(found.profile["since"]) == ["k" * 39 + "\x1b" + "z", "\u202e"]
