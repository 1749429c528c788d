"""Each rule of the form with the values at its bounds, and the words of each refusal whole."""

import pytest

from firmware.profile import form
from firmware.profile.fields import WRITE
from tests.profile.form_words import KEY, STEADY, found, with_clearance
from tests.support.profiles import clearance, profile


def said(wrong: object) -> list[tuple[str, str]]:
    """(field, what is said of it before what to write) of each reason."""
    rows = []
    for _, field, text in form.check(wrong):
        name = field.split("[")[0] if field.count("[") == 1 and field.endswith("]") else field.split(".")[-1]
        rows.append((field, text.removesuffix(f": {WRITE.get(name, '')}.").removeprefix(f"{field} ")))
    return rows


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"hold_cdeg": 99}, "hold_deg", "must be from 1 to 90, not 0.99"),
        ({"hold_cdeg": 9001}, "hold_deg", "must be from 1 to 90, not 90.01"),
        ({"hold_cdeg": "x"}, "hold_deg", "must be a number, not text"),
        ({"days_per_step": 6}, "days_per_step", "must be from 7 to 90, not 6"),
        ({"days_per_step": 91}, "days_per_step", "must be from 7 to 90, not 91"),
        ({"days_per_step": None}, "days_per_step", "must be a whole number, not something else"),
        ({"ask_pain": 1}, "ask_pain", "must be true or false, not a whole number"),
        ({"beyond_60": []}, "beyond_60", "must be true or false, not a list"),
        ({"max_inversion_cdeg": 6001}, "beyond_60", "must be true if the maximum is more than 60"),
        ({"programme": {**STEADY, "down_s": 9}}, "programme.down_s", "must be from 10 to 300, not 9"),
        ({"programme": {**STEADY, "level_s": 301}}, "programme.level_s", "must be from 10 to 300, not 301"),
        ({"programme": {**STEADY, "times": 11}}, "programme.times", "must be from 2 to 10, not 11"),
        ({"programme": 5}, "programme", "must be a table, not a whole number"),
        ({"conditions": ["sciatica", "A"], "nothing_to_declare": False}, "conditions[1]",
         "must be 1 to 40 characters out of a-z 0-9 _"),
        ({"conditions": ["a", "b", "a"], "nothing_to_declare": False}, "conditions[2]", "repeats 'a'"),
        ({"nothing_to_declare": False}, "nothing_to_declare", "is false, but no condition is declared"),
        ({"conditions": ["a"]}, "nothing_to_declare", "is true, but conditions are declared"),
        ({"clearances": [5]}, "clearances[0]", "must be a table"),
        ({"schema": 0}, "schema", "is not a known value"),
        ({"id": "A"}, "id", "is too long or has other characters"),
        ({"name": "   "}, "name", "is empty or too long"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_one_field_in_words(change, field, words):
    assert said({**profile(), **change}) == [(field, words)]


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"expires": 20261031}, "expires", "is before issued"),
        ({"issued": 1}, "issued", "must be a date in the years 2000 to 2099"),
        ({"condition": "glaucoma"}, "condition", "is not among the declared conditions"),
        ({"role": "x"}, "role", "is not a known value"),
    ],
)
def test_what_is_wrong_with_a_clearance_in_words(change, field, words):
    assert said(with_clearance(**change)) == [(f"clearances[0].{field}", words)]
    both = profile(KEY, clearances=[clearance(KEY), {**clearance(KEY), **change}])
    assert said(both) == [(f"clearances[1].{field}", words)]


@pytest.mark.parametrize(
    "change",
    [
        {"hold_cdeg": 100}, {"hold_cdeg": 9000}, {"days_per_step": 7}, {"days_per_step": 90}, {"ask_pain": True},
        {"ask_pain": False}, {"max_inversion_cdeg": 100}, {"max_inversion_cdeg": 9000, "beyond_60": True},
        {"session_s": 30}, {"session_s": 600}, {"born": 1900}, {"height_cm": 100}, {"height_cm": 250},
        {"weight_kg": 20}, {"weight_kg": 300}, {"programme": {"down_s": 10, "level_s": 300, "times": 2}},
        {"programme": {"down_s": 300, "level_s": 10, "times": 10}}, {"name": "n" * 60}, {"name": " n "},
        {"id": "a" * 24}, {"id": "a-_09z"}, {"conditions": ["k" * 40, "a"], "nothing_to_declare": False},
    ],
)  # fmt: skip
def test_what_lies_at_a_bound_is_in_form(change):
    assert found({**profile(), **change}) == []


@pytest.mark.parametrize(
    ("newer", "codes"),
    [
        ({"schema": 2, "id": "a" * 24}, []),
        ({"schema": 2, "id": "a-b_9"}, []),
        ({"schema": 2, "id": "a" * 25}, ["WRONG_VALUE"]),
        ({"schema": 2, "id": ""}, ["WRONG_VALUE"]),
        ({"schema": 2, "id": "A"}, ["WRONG_VALUE"]),
        ({"schema": 2, "id": 7}, ["WRONG_TYPE"]),
        ({"schema": 2}, ["MISSING_FIELD"]),
    ],
)
def test_of_a_newer_schema_only_the_id_is_looked_at(newer, codes):
    taken, reasons = form.parse(form.to_wire(newer))
    assert [code for code, _, _ in reasons] == codes
    assert taken == (None if codes else newer)


@pytest.mark.parametrize("schema", ["2", True, None, [2]])
def test_a_schema_that_is_no_number_is_no_newer_one(schema):
    taken, reasons = form.parse(form.to_wire({**profile(), "schema": schema}))
    assert taken is None and [(code, field) for code, field, _ in reasons] == [("WRONG_TYPE", "schema")]


def test_a_table_without_a_schema_and_what_is_no_table():
    assert form.parse(b"{}")[1][0][:2] == ("MISSING_FIELD", "schema")
    assert [form.parse(data)[1][0][0] for data in (b"[]", b"5", b'"x"')] == ["MALFORMED"] * 3
    assert form.parse(b'{"id":"a","schema":1}')[0] is None


def test_who_it_is_and_what_they_are_called():
    assert form.called(form.to_wire(profile(name="Zoë"))) == ("anna", "Zoë")
    assert form.called(b'{"id":"a","name":5}') == ("a", "") and form.called(b'{"id":[],"name":"A"}') == ("", "A")


def test_a_clearance_is_not_held_against_conditions_that_are_none():
    wrong = {**profile(KEY, clearances=[clearance(KEY)]), "conditions": None}
    assert found(wrong) == [("WRONG_TYPE", "conditions")]


def test_dates_are_compared_from_the_first_day_on_that_there_is():
    assert found(with_clearance(issued=20000102, expires=20000101)) == [("DATES_REVERSED", "clearances[0].expires")]
    assert found(with_clearance(issued=20000102, expires=20000102)) == []
    assert found(with_clearance(issued=0, expires=20000101)) == [("BAD_DATE", "clearances[0].issued")]
