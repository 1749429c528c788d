"""A profile written as a file: whoever edits it by hand finds every field with what it means."""

import datetime
import json

import pytest

from bascule.errors import UNEXPECTED, Problem
from bascule.profile import file_form, reader, writer
from firmware.profile import form
from tests.support.host.persons import ANNA

GIVEN = {
    "condition": "hip_dysplasia",
    "clinician": "A. Example",
    "role": "physician",
    "issued": 20261101,
    "expires": 20270301,
    "max_inversion_cdeg": 1500,
}
FULL = {
    **ANNA,
    "clearances": [GIVEN, {**GIVEN, "role": "orthopaedic_surgeon"}],
    "since": {"sciatica": 20260801},
    "conditions": ["sciatica", "of_a_newer_tool"],
    "programme": {"down_s": 30, "level_s": 20, "times": 3},
    "max_inversion_cdeg": 7050,
    "beyond_60": True,
    "hold_cdeg": 2000,
    "days_per_step": 14,
    "ask_pain": True,
}
TEXT = """\
# `bascule profile check` says what a table makes of this file, `bascule profile explain` what a condition does.
schema = 1
id = "anna"
name = "Anna"
angle_ref = "deg_past_horizontal" # 0 = lying flat, 90 = fully inverted
max_inversion_deg = 70.5 # degrees past horizontal, 1 to 90
beyond_60 = true # more than 60 degrees are intended
hold_deg = 20 # the steps do not pass this angle for now
days_per_step = 14 # days that each step takes, 7 or more
ask_pain = true # pain, 0 to 10, is asked before and after each session
session_s = 180 # longest time with the head below level in one session, 30 to 600 s
born = 1980 # year
height_cm = 170
weight_kg = 68
nothing_to_declare = false # true only if there is no condition at all
conditions = [
    "sciatica", # Sciatica: note
    "of_a_newer_tool",
]

[programme] # an intermittent session: seconds at the limit, seconds at level, how many times
down_s = 30
level_s = 20
times = 3

[since] # the date of an operation or event, by condition
sciatica = 2026-08-01

[[clearances]]
condition = "hip_dysplasia"
clinician = "A. Example"
role = "physician" # or "orthopaedic_surgeon"
issued = 2026-11-01
expires = 2027-03-01 # last date on which it is valid
max_inversion_deg = 15 # degrees past horizontal, 1 to 90

[[clearances]]
condition = "hip_dysplasia"
clinician = "A. Example"
role = "orthopaedic_surgeon" # or "physician"
issued = 2026-11-01
expires = 2027-03-01 # last date on which it is valid
max_inversion_deg = 15 # degrees past horizontal, 1 to 90
"""


def test_a_file_says_what_each_field_means_to_whoever_edits_it():
    assert writer.written(file_form.from_wire(FULL)) == TEXT


def test_what_a_table_holds_comes_back_as_a_file_of_the_same_bytes():
    blob = form.to_wire(FULL)
    text = writer.as_text(blob)
    assert form.to_wire(reader.from_toml(text.encode()).profile) == blob


def test_whoever_has_nothing_to_declare_gets_empty_lists_that_can_be_filled():
    text = writer.written({"conditions": [], "clearances": [], "since": {}, "id": "anna"})
    assert text.splitlines()[1:4] == ["conditions = []", "clearances = []", 'id = "anna"']
    assert reader.from_toml(text.encode()).profile == {"conditions": [], "clearances": [], "since": {}, "id": "anna"}


@pytest.mark.parametrize("odd", [["a", {"b": 1}], [{"b": 1}, "a"], ["a", 5]])
def test_a_list_of_a_newer_table_is_written_as_it_is(odd):
    assert reader.from_toml(writer.written({"clearances": odd, "id": "x"}).encode()).profile["clearances"] == odd


@pytest.mark.parametrize("odd", [{"x": None}, {"x": object()}, {"since": {"x": None}}])
def test_what_no_file_can_say_is_refused_and_says_what_to_do(odd):
    with pytest.raises(Problem) as caught:
        writer.written(odd)
    problem = caught.value
    assert (problem.exit_code, problem.code) == (UNEXPECTED, "NOT_WRITABLE")
    assert (problem.text, problem.hint) == (
        "this profile cannot be written as a file",
        "It may come from a newer laptop tool: use that one.",
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"max_inversion_deg": 25},
        {"goal": "a field that no table has"},
        {"issued": "2026-11-01"},
        {"max_inversion_cdeg": 14000},
        {"born": 10**19},
    ],
)
def test_a_profile_that_a_file_would_change_is_not_written(changes):
    with pytest.raises(Problem) as caught:
        writer.as_text(json.dumps({**ANNA, **changes}).encode())
    problem = caught.value
    assert (problem.exit_code, problem.code) == (UNEXPECTED, "NOT_EXACT")
    assert (problem.text, problem.hint) == (
        "a file cannot hold this profile exactly; nothing was written",
        "It may come from a newer laptop tool: use that one.",
    )


def test_a_whole_number_of_degrees_is_written_without_a_fraction():
    read = reader.from_toml(b"max_inversion_deg = 25.0\nhold_deg = 20.50")
    assert read.profile == {"max_inversion_cdeg": 2500, "hold_cdeg": 2050}
    day = datetime.date(2026, 1, 2)
    assert "issued = 2026-01-02" in writer.written({"issued": day})
