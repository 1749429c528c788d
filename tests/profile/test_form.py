"""The form of a profile: what is taken, and one reason for each thing wrong."""

import pytest
from hypothesis import given

from firmware.profile import form
from tests.profile.form_words import KEY, found, with_clearance, without
from tests.support.profiles import clearance, profile, profiles


@given(profiles())
def test_what_is_in_form_comes_back_as_it_went(declared):
    blob = form.to_wire(declared)
    assert form.parse(blob) == (declared, [])


def test_bytearrays_do_as_well():
    assert form.parse(bytearray(form.to_wire(profile())))[1] == []


@pytest.mark.parametrize(
    "name", ["A", "\ud7ff\ue000\U0010ffff", "Zoë", "佳子", "Ægir Ó Súilleabháin", "😀" * 60, 'A "B" $C\\']
)
def test_names_of_any_script_are_welcome(name):
    named = profile(KEY, name=name, clearances=[clearance(KEY, clinician=name)])
    assert form.parse(form.to_wire(named)) == (named, [])


def test_the_shortest_and_the_longest_id():
    assert found(profile(id="a")) == found(profile(id="-" * 24)) == []


@pytest.mark.parametrize(
    ("field", "least", "most"),
    [
        ("max_inversion_cdeg", 100, 9000),
        ("session_s", 30, 600),
        ("born", 1900, 2099),
        ("height_cm", 100, 250),
        ("weight_kg", 20, 300),
    ],
)
def test_the_ends_of_a_range_belong_to_it(field, least, most):
    assert found(profile(**{field: least})) == found(profile(**{field: most})) == []
    assert len(found(profile(**{field: least - 1}))) == len(found(profile(**{field: most + 1}))) == 1


def test_an_unknown_condition_is_no_error_of_form():
    assert found(profile("hip_of_a_newer_laptop")) == []


@pytest.mark.parametrize("field", ["clearances", "since"])
def test_what_may_be_left_out(field):
    assert found(without(profile(), field)) == []


@pytest.mark.parametrize("field", sorted(set(profile()) - {"clearances", "since"}))
def test_a_missing_field_is_named_as_in_the_file(field):
    shown = field.replace("_cdeg", "_deg")
    assert found(without(profile("sciatica"), field)) == [("MISSING_FIELD", shown)]


@pytest.mark.parametrize("field", sorted(clearance(KEY)))
def test_a_missing_field_of_a_clearance_is_named_with_its_place(field):
    shown = "clearances[0]." + field.replace("_cdeg", "_deg")
    assert found(profile(KEY, clearances=[without(clearance(KEY), field)])) == [("MISSING_FIELD", shown)]


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"schema": 2}, "WRONG_VALUE", "schema"),
        ({"schema": 0}, "WRONG_VALUE", "schema"),
        ({"schema": "1"}, "WRONG_TYPE", "schema"),
        ({"id": ""}, "WRONG_VALUE", "id"),
        ({"id": "Anna"}, "WRONG_VALUE", "id"),
        ({"id": "a" * 25}, "WRONG_VALUE", "id"),
        ({"id": "../a"}, "WRONG_VALUE", "id"),
        ({"id": 5}, "WRONG_TYPE", "id"),
        ({"name": ""}, "WRONG_VALUE", "name"),
        ({"name": "   "}, "WRONG_VALUE", "name"),
        ({"name": "n" * 61}, "WRONG_VALUE", "name"),
        ({"name": "An\nna"}, "WRONG_VALUE", "name"),
        ({"name": "An\x7fna"}, "WRONG_VALUE", "name"),
        ({"name": "An\x9fna"}, "WRONG_VALUE", "name"),
        ({"name": "An\x1fna"}, "WRONG_VALUE", "name"),
        ({"name": "An\x85na"}, "WRONG_VALUE", "name"),
        ({"name": None}, "WRONG_TYPE", "name"),
        ({"angle_ref": "deg_from_upright"}, "WRONG_VALUE", "angle_ref"),
        ({"angle_ref": 90}, "WRONG_TYPE", "angle_ref"),
        ({"max_inversion_cdeg": 9001}, "OUT_OF_RANGE", "max_inversion_deg"),
        ({"max_inversion_cdeg": 99}, "OUT_OF_RANGE", "max_inversion_deg"),
        ({"max_inversion_cdeg": -2500}, "OUT_OF_RANGE", "max_inversion_deg"),
        ({"max_inversion_cdeg": 25.0}, "WRONG_TYPE", "max_inversion_deg"),
        ({"max_inversion_cdeg": True}, "WRONG_TYPE", "max_inversion_deg"),
        ({"session_s": 29}, "OUT_OF_RANGE", "session_s"),
        ({"session_s": 601}, "OUT_OF_RANGE", "session_s"),
        ({"session_s": 10**400}, "OUT_OF_RANGE", "session_s"),
        ({"session_s": "180"}, "WRONG_TYPE", "session_s"),
        ({"born": 1899}, "OUT_OF_RANGE", "born"),
        ({"born": 2100}, "OUT_OF_RANGE", "born"),
        ({"height_cm": 99}, "OUT_OF_RANGE", "height_cm"),
        ({"height_cm": 251}, "OUT_OF_RANGE", "height_cm"),
        ({"weight_kg": 19}, "OUT_OF_RANGE", "weight_kg"),
        ({"weight_kg": 301}, "OUT_OF_RANGE", "weight_kg"),
        ({"weight_kg": -68}, "OUT_OF_RANGE", "weight_kg"),
        ({"nothing_to_declare": 1}, "WRONG_TYPE", "nothing_to_declare"),
        ({"nothing_to_declare": False}, "NOT_DECLARED", "nothing_to_declare"),
        ({"conditions": ["sciatica"]}, "CONTRADICTION", "nothing_to_declare"),
        ({"conditions": "sciatica"}, "WRONG_TYPE", "conditions"),
        ({"clearances": {}}, "WRONG_TYPE", "clearances"),
        ({"clearances": ["x"]}, "WRONG_TYPE", "clearances[0]"),
        ({"max_inversion_deg": 25}, "UNKNOWN_FIELD", "max_inversion_deg"),
        ({"colour": "red"}, "UNKNOWN_FIELD", "colour"),
        ({' ~a"b\\c$\n' + "é" * 50: 1}, "UNKNOWN_FIELD", " ~a?b?c??" + "?" * 31),
    ],
)
def test_one_thing_wrong_gives_one_reason(change, code, field):
    assert found({**profile(), **change}) == [(code, field)]


@pytest.mark.parametrize(
    ("declared", "code", "field"),
    [
        (["sciatica", "glaucoma", "sciatica"], "DUPLICATE", "conditions[2]"),
        (["sciatica", ""], "WRONG_VALUE", "conditions[1]"),
        (["sciatica", "Glaucoma"], "WRONG_VALUE", "conditions[1]"),
        (["sciatica", "k" * 41], "WRONG_VALUE", "conditions[1]"),
        (["sciatica", None], "WRONG_VALUE", "conditions[1]"),
        ([f"k{number}" for number in range(33)], "TOO_MANY", "conditions"),
        (["k" * 40], "", ""),
        ([f"k{number}" for number in range(32)], "", ""),
    ],
)
def test_conditions(declared, code, field):
    assert found(profile(*declared)) == ([(code, field)] if code else [])


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"condition": "glaucoma"}, "UNDECLARED", "condition"),
        ({"condition": 7}, "WRONG_TYPE", "condition"),
        ({"clinician": ""}, "WRONG_VALUE", "clinician"),
        ({"role": "neighbour"}, "WRONG_VALUE", "role"),
        ({"role": None}, "WRONG_TYPE", "role"),
        ({"issued": 20260229}, "BAD_DATE", "issued"),
        ({"issued": 20261301}, "BAD_DATE", "issued"),
        ({"issued": "2026-11-01"}, "WRONG_TYPE", "issued"),
        ({"expires": 0}, "BAD_DATE", "expires"),
        ({"expires": 20261031}, "DATES_REVERSED", "expires"),
        ({"max_inversion_cdeg": 9100}, "OUT_OF_RANGE", "max_inversion_deg"),
        ({"note": "x"}, "UNKNOWN_FIELD", "note"),
    ],
)
def test_clearances(change, code, field):
    assert found(with_clearance(**change)) == [(code, f"clearances[0].{field}")]


def test_a_clearance_or_a_day_of_a_condition_that_was_forgotten_is_told():
    """Where nothing at all is declared, too: it is the one who forgot to declare that has most to lose."""
    assert found(profile(clearances=[clearance(KEY)])) == [("UNDECLARED", "clearances[0].condition")]
    assert found(profile(since={KEY: 20260801})) == [("UNDECLARED", f"since.{KEY}")]


def test_a_clearance_may_expire_on_the_day_it_was_issued():
    assert found(with_clearance(issued=20261101, expires=20261101)) == []


def test_days_of_operations():
    assert found(profile(KEY, since={})) == found(profile(KEY, since={KEY: 20260801})) == []
    assert found(profile(KEY, since=[])) == [("WRONG_TYPE", "since")]
    assert found(profile(KEY, since={"glaucoma": 20260801})) == [("UNDECLARED", "since.glaucoma")]
    assert found(profile(KEY, since={KEY: "x"})) == [("WRONG_TYPE", f"since.{KEY}")]
    assert found(profile(KEY, since={KEY: True})) == [("WRONG_TYPE", f"since.{KEY}")]
    many = found(profile(since={str(at): 1 for at in range(40)}))
    assert many[0] == ("TOO_MANY", "since") and len(many) == 33
    assert len(found(profile(since={str(at): 1 for at in range(32)}))) == 32
    assert found({**profile(KEY, since={"glaucoma": 20260801}), "conditions": None}) == [("WRONG_TYPE", "conditions")]
    assert found(profile(KEY, since={KEY: 20260801, 5: 1})) == [("UNDECLARED", "since[5]")]


def test_the_words_of_a_day_that_is_none():
    ((_, field, text),) = form.check(profile(KEY, since={KEY: 20260231}))
    assert field == "since.hip_labral_tear"
    assert text == (
        "since.hip_labral_tear must be a date in the years 2000 to 2099, not 20260231: "
        "write the date of the operation or event under a line [since], as early_post_op_hip = 2026-09-01."
    )
    ((_, _, text),) = form.check(profile(KEY, since={KEY: "x"}))
    assert text.startswith("since.hip_labral_tear must be a date, not text: ")


def test_too_many_clearances():
    assert found(profile(KEY, clearances=[clearance(KEY)] * 33)) == [("TOO_MANY", "clearances")]
    assert found(profile(KEY, clearances=[clearance(KEY)] * 32)) == []
    reversed_days = clearance(KEY, issued=20261102, expires=20261101)
    codes = [code for code, _ in found(profile(KEY, clearances=[reversed_days] * 40))]
    assert codes == ["TOO_MANY"] + ["DATES_REVERSED"] * 32
    (reason,) = form.check(profile(KEY, clearances=[clearance(KEY)] * 40))
    assert "has 40 entries, but may have only 32" in reason[2]


def test_too_many_conditions_are_looked_at_as_far_as_they_may_go():
    many = ["sciatica", "sciatica"] + [f"k{at}" for at in range(40)]
    declared = {**profile(), "conditions": many, "nothing_to_declare": False}
    assert found(declared) == [("TOO_MANY", "conditions"), ("DUPLICATE", "conditions[1]")]
    assert found({**declared, "since": {"k39": 20260101}, "clearances": [clearance("k39")]}) == found(declared)


@pytest.mark.parametrize(
    ("asked", "said", "code"),
    [
        (6000, {}, ""),
        (6001, {}, "NOT_MEANT"),
        (9000, {"beyond_60": False}, "NOT_MEANT"),
        (9000, {"beyond_60": True}, ""),
        (2500, {"beyond_60": True}, ""),
        (2500, {"beyond_60": 1}, "WRONG_TYPE"),
    ],
)
def test_h50_more_than_60_degrees_must_be_said(asked, said, code):
    declared = {**profile(), "max_inversion_cdeg": asked, **said}
    assert found(declared) == ([(code, "beyond_60")] if code else [])


@pytest.mark.parametrize("schema", [-1, 0])
def test_a_schema_that_never_was_is_refused_as_any_slip_is(schema):
    """Only a newer one is taken unread."""
    taken, reasons = form.parse(form.to_wire(profile(schema=schema)))
    assert taken is None and [code for code, _, _ in reasons] == ["WRONG_VALUE"]


@pytest.mark.parametrize(
    "stored", [b"[]", b"0", b"null", b'"anna"', b"true", b"[" * 50, b"\xff\xfe", b"", b'{"id":5,"name":[]}', b"{}"]
)
def test_whatever_is_stored_as_a_profile_the_table_starts(stored):
    """Whoever it was has no name then; what raised here would end every start."""
    assert form.called(stored) == ("", "")


def test_what_every_laptop_counts_on():
    """How many profiles a table holds and how long one may be, as docs/protocol.md has it."""
    assert (form.SCHEMA, form.MAX_BYTES, form.PLACES) == (1, 4096, 8)
