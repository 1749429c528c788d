"""What people and word processors write by mistake: each is told with its line and what to write; nothing is taken."""

import time

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from bascule.cli.main import cli
from bascule.profile import code_parts, reader

LINES = (
    "schema = 1", 'id = "anna"', 'name = "Anna"', 'angle_ref = "deg_past_horizontal"', "max_inversion_deg = 25",
    "session_s = 180", "born = 1980", "height_cm = 170", "weight_kg = 68", "nothing_to_declare = false",
    'conditions = ["early_post_op_hip"]', "clearances = []", "since.early_post_op_hip = 2026-08-01",
)  # fmt: skip
NAME, ANGLE, TIME, BORN, HEIGHT, WEIGHT, NOTHING, CONDITIONS, SINCE = 3, 5, 6, 7, 8, 9, 10, 11, 13
NBSP, THIN, ZERO_WIDTH, BOM = "\u00a0", "\u2009", "\u200b", "\ufeff"
OPEN, CLOSE, LOW, SINGLE, SINGLE_END = "\u201c", "\u201d", "\u201e", "\u2018", "\u2019"
EN_DASH, MINUS = "\u2013", "\u2212"
DAY = "since.early_post_op_hip = 2026-08-01"

# Line, what stands there, what is said of it, what to write.
SLIPS = [
    (NAME, f"name = {OPEN}Anna{CLOSE}", "curly", 'name = "Anna"'),
    (NAME, f'name = "Anna{CLOSE}', "curly", 'name = "Anna"'),
    (NAME, f"name = {LOW}Anna{OPEN}", "curly", 'name = "Anna"'),
    (NAME, f"name = {SINGLE}Anna{SINGLE_END}", "curly", 'name = "Anna"'),
    (NAME, "name = \u00abAnna\u00bb", "quotes", 'name = "Anna"'),
    (NAME, "name = `Anna`", "quotes", 'name = "Anna"'),
    (NAME, "name = ''Anna''", "quotes", 'name = "Anna"'),
    (NAME, f"name = {OPEN}D{SINGLE_END}Angelo{CLOSE}", "curly", f'name = "D{SINGLE_END}Angelo"'),
    (NAME, "name = Anna", "without quotes", 'name = "Anna"'),
    (NAME, "name = Anna Maria  # her name", "without quotes", 'name = "Anna Maria"'),
    (NAME, 'name = "Anna', "not closed", 'name = "Anna"'),
    (NAME, 'name: "Anna"', "needs =", 'name = "Anna"'),
    (NAME, "name: Anna", "needs = between field and value and has text without quotes", 'name = "Anna"'),
    (NAME, 'name "Anna"', "needs =", 'name = "Anna"'),
    (NAME, 'name = "A\\B"', "a \\ in its text", 'name = "A\\\\B"'),
    (ANGLE, "max_inversion_deg = 22,5", "decimal comma", "max_inversion_deg = 22.5"),
    (ANGLE, "max_inversion_deg = 25 deg", "unit", "max_inversion_deg = 25"),
    (ANGLE, "max_inversion_deg = 22,5\u00b0", "decimal comma and has a unit", "max_inversion_deg = 22.5"),
    (ANGLE, "max_inversion_deg = 25;", "sign too many", "max_inversion_deg = 25"),
    (ANGLE, "max_inversion_deg = \uff12\uff15", "full-width", "max_inversion_deg = 25"),
    (ANGLE, "max_inversion_deg \uff1d 25", "full-width", "max_inversion_deg = 25"),
    (ANGLE, "max_inversion_deg = \u0662\u0665", "digits of another script", "max_inversion_deg = 25"),
    (ANGLE, "max inversion deg = 25", "blanks in the name", "max_inversion_deg = 25"),
    (ANGLE, "max_inversion_deg = .5", "another form", "max_inversion_deg = 0.5"),
    (TIME, "session_s = 0180", "another form", "session_s = 180"),
    (TIME, "session_s = \uff11\uff18\uff10", "full-width", "session_s = 180"),
    (TIME, f"session_s{NBSP}={NBSP}180", "no-break space", "session_s = 180"),
    (TIME, f"{NBSP}{NBSP}session_s = 180", "no-break space", "session_s = 180"),
    (TIME, f"session_s = 180{ZERO_WIDTH}", "invisible", "session_s = 180"),
    (TIME, f"{BOM}session_s = 180", "invisible", "session_s = 180"),
    (TIME, f"session_s ={THIN}180", "no-break space", "session_s = 180"),
    (TIME, "session_s = 180 // seconds", "comment that does not begin with #", "session_s = 180"),
    (TIME, "session_s = 180 ; seconds", "comment that does not begin with #", "session_s = 180"),
    (BORN, "born = 1980,", "sign too many", "born = 1980"),
    (WEIGHT, "weight_kg = 68 kg", "unit", "weight_kg = 68"),
    (HEIGHT, "height_cm = 170cm", "unit", "height_cm = 170"),
    (NOTHING, "nothing_to_declare = no", "yes or no", "nothing_to_declare = false"),
    (NOTHING, "nothing_to_declare = yes", "yes or no", "nothing_to_declare = true"),
    (NOTHING, "nothing_to_declare = True", "yes or no", "nothing_to_declare = true"),
    (NOTHING, "nothing_to_declare = FALSE", "yes or no", "nothing_to_declare = false"),
    (CONDITIONS, "conditions = [early_post_op_hip]", "without quotes", 'conditions = ["early_post_op_hip"]'),
    (CONDITIONS, 'conditions = ["a" "b"]', "without commas", 'conditions = ["a", "b"]'),
    (CONDITIONS, f"conditions = [{OPEN}a{CLOSE}, {OPEN}b{CLOSE}]", "curly", 'conditions = ["a", "b"]'),
    (CONDITIONS, 'conditions = "a", "b"', "brackets", 'conditions = ["a", "b"]'),
    (CONDITIONS, 'conditions = ["a"', "does not close its [", 'conditions = ["a"]'),
    (CONDITIONS, 'conditions = ["a]', "not closed", 'conditions = ["a"]'),
    (CONDITIONS, "conditions = none", "brackets", "conditions = []"),
    (CONDITIONS, 'conditions = [ "a"\n  "b" ]', "no comma", 'conditions = [ "a",'),
    (SINCE, "since.early_post_op_hip = 01.08.2026", "year-month-day", DAY),
    (SINCE, "since.early_post_op_hip = 1.8.2026", "year-month-day", DAY),
    (SINCE, "since.early_post_op_hip = 2026/08/01", "year-month-day", DAY),
    (SINCE, "since.early_post_op_hip = 2026-8-1", "year-month-day", DAY),
    (SINCE, "since.early_post_op_hip = 31/08/2026", "year-month-day", DAY[:-2] + "31"),
    (SINCE, "since.early_post_op_hip = 08/31/2026", "year-month-day", DAY[:-2] + "31"),
    (SINCE, f"since.early_post_op_hip = 2026{EN_DASH}08{MINUS}01", "dash that is no hyphen", DAY),
    (SINCE, f"since.early_post_op_hip = {OPEN}2026-08-01{CLOSE}", "curly", DAY),
    (SINCE, "[since\nearly_post_op_hip = 2026-08-01", "does not close its bracket", "[since]"),
]
# Where no mend is sure: an example of what to write.
UNSURE = [
    (NAME, "name =", 'has no value: write for example name = "Anna".'),
    (ANGLE, "max_inversion_deg = twenty", "takes degrees in digits, and no more: write for example max_inversion_deg"),
    (TIME, "session_s = 3 min", "takes seconds in digits, and no more: write for example session_s = 180."),
    (HEIGHT, "height_cm = 1.70 m", "takes centimetres in digits"),
    (BORN, "born = about 1980", "takes a year in digits"),
    (
        SINCE,
        "since.early_post_op_hip = 01/08/2026",
        "day and month cannot be told apart: write year-month-day, as since.",
    ),
    (SINCE, "since.early_post_op_hip = 1 August 2026", "takes a date in digits: write year-month-day, as since."),
    (SINCE, "since.early_post_op_hip = 2026-02-30", "does not exist: write a date, as 2026-11-01."),
    (NAME, "name is Anna", "cannot be read"),
    (NAME, 'id = "ben"', "repeats what stands further up: take one of the two out."),
]


def told(number, line):
    """The texts of the reasons for a file with that line."""
    lines = [*LINES[: number - 1], line, *LINES[number:]]
    read = reader.from_toml("\n".join(lines).encode())
    assert read.profile is None, "nothing is taken as it may have been meant"
    assert {one.code for one in read.reasons} == {"NOT_TOML"}
    return [one.text for one in read.reasons]


@pytest.mark.parametrize(("number", "line", "said", "write"), SLIPS, ids=[one[1] for one in SLIPS])
def test_a_slip_is_told_with_its_line_and_what_to_write(number, line, said, write):
    (text,) = told(number, line)
    assert text.startswith(f"Line {number} ") and said in text and text.endswith(f": write {write}.")


@pytest.mark.parametrize(("number", "line", "said"), UNSURE, ids=[one[1] for one in UNSURE])
def test_where_it_is_not_sure_what_was_meant_an_example_is_given(number, line, said):
    (text,) = told(number, line)
    assert text.startswith(f"Line {number} ") and said in text


def test_all_slips_are_told_at_once():
    wrong = {number: (line, write) for number, line, _, write in SLIPS if "\n" not in line}
    lines = [wrong[number][0] if number in wrong else line for number, line in enumerate(LINES, 1)]
    read = reader.from_toml("\r\n".join(lines).encode())
    assert len(read.reasons) == len(wrong)
    for one, (number, (_, write)) in zip(read.reasons, sorted(wrong.items()), strict=True):
        assert one.text.startswith(f"Line {number} ") and one.text.endswith(f": write {write}.")


def test_what_is_told_to_be_written_is_read():
    for number, line, _, write in SLIPS:
        if "\n" not in line:
            lines = [*LINES[: number - 1], write, *LINES[number:]]
            assert reader.from_toml("\n".join(lines).encode()).profile is not None


def test_what_looks_like_a_slip_and_is_none_stays():
    lines = list(LINES)
    lines[NAME - 1] = f'name = "{OPEN}A,B{CLOSE} 01.08.2026{NBSP}\uff11"  # {OPEN}x{CLOSE} 22,5 yes; // {NBSP}'
    read = reader.from_toml("\n".join(lines).encode())
    assert read.reasons == () and read.profile["name"].startswith(OPEN)


@pytest.mark.parametrize("command", [["check"], ["push", "-p", "nowhere"], ["diff", "-p", "nowhere"]])
def test_a_slip_is_bad_input_before_any_table_is_asked(tmp_path, command):
    file = tmp_path / "anna.toml"
    file.write_text("\n".join(LINES).replace("25", "22,5"), "utf-8")
    ran = CliRunner().invoke(cli, ["profile", command[0], str(file), *command[1:]])
    assert ran.exit_code == 2
    assert "Line 5 has a decimal comma: write max_inversion_deg = 22.5." in ran.stdout + ran.stderr


@given(st.binary(max_size=60), st.integers(0, 12))
def test_whatever_stands_there_is_told_in_bounded_time(noise, at):
    lines = [line.encode() for line in LINES]
    lines[at] = noise
    began = time.process_time()
    read = reader.from_toml(b"\n".join(lines))
    assert read.profile is not None or read.reasons
    assert time.process_time() - began < 2.0


@pytest.mark.parametrize("dots", [120, 5000])
@pytest.mark.parametrize("before", ["", "   ", "session_s = 180   ", 'name = "A # B"  '])
def test_a_comment_is_a_comment(dots, before):
    lines = [*LINES[:2], before + "# " + "." * dots, *LINES[6:]]
    assert reader.from_toml("\n".join(lines).encode()).profile is not None


@pytest.mark.parametrize("line", ["# \x07", "born = 1980 # \x00", "born = 1980 \x0b", "# a\rb"])
def test_a_sign_that_toml_forbids_in_a_comment_too_is_told(line):
    (text,) = told(BORN, line)
    assert text == f"Line {BORN} has an invisible sign that no file may have: take it out."


def test_what_is_no_comment_is_judged_as_before():
    for line in ('name = "#" ' + "x." * 101, "a." * 101 + "a = 1 # .", '"""#""" ' + "a." * 101):
        (reason,) = reader.from_toml(line.encode()).reasons
        assert reason.text == "The file is not a profile: line 1 has over 100 dots."


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('a = 1 # b\nc = "#"', ["a = 1", 'c = "#"']),
        ("a = '#' # b", ["a = '#'"]),
        ('a = "\\"#" # b', ['a = "\\"#"']),
        ('a = """x # y\n# z""" # b\n# c', ['a = """x', '# z""" # b', ""]),
        ("a = 1 # \"\"\"\n# b", ["a = 1", ""]),
        ("a = '''\n# b'''\r\n# c", ["a = '''", "# b'''", ""]),
    ],
)  # fmt: skip
def test_code_and_comment(text, lines):
    assert code_parts.lines(text) == lines
