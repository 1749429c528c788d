"""How many slips of a file are told, how much of each is shown, and what is said where no mend is known."""

import pytest

from bascule.facts import Reason
from bascule.profile import slips

NBSP = "\u00a0"


def texts(text):
    reasons = slips.found(text)
    assert {one.code for one in reasons} == {"NOT_TOML"}
    return [one.text for one in reasons]


@pytest.mark.parametrize(("count", "told"), [(1, 1), (9, 9), (10, 10), (11, 10), (30, 10)])
def test_of_many_slips_the_first_ten_are_told_each_with_its_line(count, told):
    assert texts("\n".join(f"a{at} = 2{at};" for at in range(count))) == [
        f"Line {at + 1} has a sign too many at its end: write a{at} = 2{at}." for at in range(told)
    ]


def test_in_a_text_too_long_for_a_profile_no_mend_is_looked_for():
    line = "born = 1980;"
    for length, mended in ((8 * 1024, True), (8 * 1024 + 1, False)):
        text = line + "\n# " + "x" * (length - len(line) - 3)
        assert len(text) == length
        (told,) = texts(text)
        assert told.startswith("Line 1 has a sign too many" if mended else "Line 1 takes a year in digits")


@pytest.mark.parametrize(("length", "more"), [(90, ""), (100, ""), (101, "...")])
def test_of_a_long_line_the_first_hundred_signs_are_shown(length, more):
    line = 'name = "' + "x" * (length - 9) + '"'
    assert len(line) == length
    assert texts(f"{line};") == [f"Line 1 has a sign too many at its end: write {line[:100]}{more}."]


def test_a_line_that_goes_has_nothing_to_be_written():
    assert texts("// all about Anna\nborn = 1980") == ["Line 1 has a comment that does not begin with #."]


def test_two_slips_of_one_line_are_told_together():
    assert texts(f"max_inversion_deg{NBSP}= 22,5 deg") == [
        "Line 1 has a no-break space or another invisible sign and has a decimal comma "
        "and has a unit behind its number: write max_inversion_deg = 22.5."
    ]


def test_what_stands_twice_is_told_and_the_rest_is_still_looked_at():
    assert texts('id = "a"\nid = "b"') == ["Line 2 repeats what stands further up: take one of the two out."]
    assert texts('id = "a"\n  id = "b"\nborn = 1980;')[1:] == [
        "Line 3 has a sign too many at its end: write born = 1980."
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("born =", "Line 1 has no value: write for example born = 1980."),
        (
            "a = 1\nweight_kg = heavy",
            "Line 2 takes kilograms in digits, and no more: write for example weight_kg = 68.",
        ),
        (
            "issued = 01/08/2026",
            "Line 1 has a date of which day and month cannot be told apart: write year-month-day, "
            "as issued = 2026-11-01.",
        ),
        ("since.a = soon", "Line 1 takes a date in digits: write year-month-day, as since.a = 2026-11-01."),
        ("issued = 2026-02-30", "Line 1 has a day or a time that does not exist: write a date, as 2026-11-01."),
        ("issued = 2026-13-01", "Line 1 has a day or a time that does not exist: write a date, as 2026-11-01."),
        (
            "id is anna",
            "Line 1 cannot be read (Expected '=' after a key in a key/value pair): write each line as field = value, "
            'for example id = "anna".',
        ),
        (
            "what is it",
            "Line 1 cannot be read (Expected '=' after a key in a key/value pair): write each line as field = value, "
            'for example name = "Anna".',
        ),
    ],
)
def test_where_no_mend_is_known_it_is_told_what_the_field_takes(text, said):
    assert texts(text)[-1] == said


def test_a_long_name_is_shown_no_further_than_a_hundred_signs():
    (told,) = texts("since." + "k" * 200 + " = soon")
    assert told == f"Line 1 takes a date in digits: write year-month-day, as since.{'k' * 94} = 2026-11-01."


def test_a_text_that_never_ends_is_told_with_the_last_line_that_says_anything():
    (told,) = texts('a = 1\nb = """x\n\n\n')
    assert told.startswith("Line 2 ")


@pytest.mark.parametrize(("text", "number"), [("a = 1 # \x07", 1), ("a = 1\r\nb = 2 # \x00\r\n", 2), ("a = 1 \x0b", 1)])
def test_a_sign_that_no_file_may_have_is_told_with_its_line(text, number):
    said = f"Line {number} has an invisible sign that no file may have: take it out."
    assert slips.found(text) == (Reason("NOT_TOML", said),)
