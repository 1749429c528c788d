"""The form of a profile: what is wrong with it, all at once, in the words of the file."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firmware.profile import fields, form
from tests.support.profiles import clearance, profile, profiles

KEY = "hip_labral_tear"
DEGREES = "write degrees past horizontal, as max_inversion_deg = 25."
ODD = (None, True, False, 0, -1, 10**30, 1.5, "", "x", "x" * 2000, [], [1], {}, {"a": 1})


def found(wrong):
    return [(code, field) for code, field, _ in form.check(wrong)]


def with_clearance(**changes):
    return profile(KEY, clearances=[{**clearance(KEY), **changes}])


def without(table, *names):
    return {key: value for key, value in table.items() if key not in names}


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


def test_what_more_than_60_degrees_are_refused_with():
    ((_, _, text),) = form.check({**profile(), "max_inversion_cdeg": 7500})
    assert text == (
        "beyond_60 must be true if the maximum is more than 60: write beyond_60 = true if you want more than 60 "
        "degrees, or else a smaller max_inversion_deg."
    )
    assert found({**profile(), "max_inversion_cdeg": 9100}) == [("OUT_OF_RANGE", "max_inversion_deg")]
    assert found(profile(KEY, clearances=[clearance(KEY, max_inversion_cdeg=9000)])) == []


def test_everything_is_said_at_once():
    wrong = {
        **without(profile("sciatica", "sciatica"), "angle_ref", "born"),
        "id": 1,
        "name": "",
        "max_inversion_cdeg": 14000,
        "clearances": [clearance("glaucoma", role="neighbour"), 5],
        "colour": "red",
    }
    assert sorted(found(wrong)) == [
        ("DUPLICATE", "conditions[1]"),
        ("MISSING_FIELD", "angle_ref"),
        ("MISSING_FIELD", "born"),
        ("OUT_OF_RANGE", "max_inversion_deg"),
        ("UNDECLARED", "clearances[0].condition"),
        ("UNKNOWN_FIELD", "colour"),
        ("WRONG_TYPE", "clearances[1]"),
        ("WRONG_TYPE", "id"),
        ("WRONG_VALUE", "clearances[0].role"),
        ("WRONG_VALUE", "name"),
    ]


def test_of_very_many_unknown_fields_ten_are_named_and_the_others_counted():
    many = {f"x{number}": 1 for number in range(400)}
    reasons = form.check({**profile(), **many})
    assert [code for code, *_ in reasons] == ["UNKNOWN_FIELD"] * 11
    assert reasons[10][1:] == ("", "The profile has 390 more unknown fields: take them out.")
    inside = form.check(profile(KEY, clearances=[{**clearance(KEY), **many}]))
    assert inside[10][1:] == ("clearances[0]", "clearances[0] has 390 more unknown fields: take them out.")
    few = {f"x{number}": 1 for number in range(10)}
    assert len(found({**profile(), **few})) == 10


# Letters and signs without a shape of their own, beside what Unicode itself calls control, format and separator.
BLANK = {0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0}
SELECTORS = {*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}


def test_every_sign_that_cannot_be_seen_is_known_as_such():
    ends = fields.UNSEEN
    known = {code for at in range(0, len(ends), 2) for code in range(ends[at], ends[at + 1] + 1)}
    kinds = {code: unicodedata.category(chr(code)) for code in range(0x110000)}
    unseen = {code for code, kind in kinds.items() if kind in ("Cc", "Cf", "Zl", "Zp") or (kind == "Zs" and code != 32)}
    assert known >= unseen | BLANK | SELECTORS
    more = {code for code in known - unseen - BLANK - SELECTORS if kinds[code] != "Cn"}
    assert {kinds[code] for code in more} <= {"Cf", "Mn"}


@pytest.mark.parametrize("code", [0, 0x1F, 0x7F, 0xA0, 0xAD, 0x200B, 0x202E, 0x2069, 0x3164, 0xFEFF, 0xE0001, 0xE0FFF])
def test_a_name_with_a_sign_that_cannot_be_seen_is_refused_with_what_to_write(code):
    for name in (chr(code), f"Anna{chr(code)}"):
        ((_, field, text),) = form.check(profile(name=name))
        assert field == "name"
        assert text.startswith(f"name has an invisible character, U+{code:04X}: write 1 to 60 visible characters")
    assert found(profile(KEY, clearances=[clearance(KEY, clinician=f"A.{chr(code)}")])) == [
        ("WRONG_VALUE", "clearances[0].clinician")
    ]


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        (
            {**profile(), "max_inversion_cdeg": 14000},
            "max_inversion_deg must be from 1 to 90, not 140.00: " + DEGREES,
        ),
        (
            {**profile(), "max_inversion_cdeg": -2505},
            "max_inversion_deg must be from 1 to 90, not -25.05: " + DEGREES,
        ),
        ({**profile(), "max_inversion_cdeg": 0}, "max_inversion_deg must be from 1 to 90, not 0.00: " + DEGREES),
        (
            {**profile(), "weight_kg": 10**400},
            "weight_kg must be from 20 to 300, not 100000000000: write the weight in kilograms, as weight_kg = 68.",
        ),
        (
            without(profile(), "angle_ref"),
            "angle_ref is missing: write angle_ref = 'deg_past_horizontal': 0 is lying flat, 90 is upside down.",
        ),
        (
            {**profile(), "weight_kg": 68.5},
            "weight_kg must be a whole number, not a fraction: write the weight in kilograms, as weight_kg = 68.",
        ),
        (
            with_clearance(condition="glaucoma"),
            "clearances[0].condition is not among the declared conditions: "
            "write the name of the cleared condition, as in conditions.",
        ),
        ({**profile(), "colour": "red"}, "colour is not a known field: take it out, or check its spelling."),
    ],
)
def test_the_words(wrong, text):
    assert [said for _, _, said in form.check(wrong)] == [text]


@pytest.mark.parametrize("odd", ODD)
def test_what_is_no_table(odd):
    if type(odd) is not dict:
        assert found(odd) == [("MALFORMED", "")]


@given(st.dictionaries(st.sampled_from([*sorted(profile()), "x"]), st.sampled_from(ODD)), st.sampled_from(ODD))
def test_no_value_whatever_raises_and_every_text_fits_a_frame(changes, odd):
    since = profile(KEY, since={KEY: odd, "😀" * 60: odd, "$" * 200: odd})
    for wrong in ({**profile(), **changes}, with_clearance(**changes), with_clearance(condition=odd), since):
        for code, field, text in form.check(wrong):
            assert 0 < len(code) <= 24
            assert len(field) <= 80
            assert 0 < len(text.encode()) <= 300


def test_too_long_is_said_before_it_is_read():
    longest = form.to_wire(profile(*[f"{number:040}" for number in range(32)], name="n"))
    assert len(longest) < form.MAX_BYTES
    assert form.parse(b" " * 4096)[1][0][0] == "MALFORMED"
    assert form.parse(b" " * 4097)[1] == [("TOO_LONG", "", "The profile is longer than 4096 bytes: make it shorter.")]


@pytest.mark.parametrize(
    "blob",
    [
        b"",
        b"\xff\xfe",
        b"null",
        b"[" * 4096,
        b'{"a":' * 800,
        b'{"schema":NaN}',
        form.to_wire(profile()) + b"\n",
        form.to_wire(profile()).replace(b",", b", "),
        form.to_wire(profile()).replace(b"5000", b"5000.0"),
        form.to_wire(profile()).replace(b"5000", b'2000,"max_inversion_cdeg":5000'),
    ],
)
def test_bytes_that_are_not_in_wire_form(blob):
    kept, reasons = form.parse(blob)
    assert kept is None
    assert [code for code, _, _ in reasons] == ["MALFORMED"]


@given(st.binary(max_size=60))
def test_no_bytes_whatever_raise(blob):
    kept, reasons = form.parse(blob)
    assert (kept is None) == bool(reasons)


@pytest.mark.parametrize("newer", [{"schema": 2, "id": "a"}, {"schema": 10**9, "id": "a", "max_inversion_cdeg": "any"}])
def test_a_newer_schema_is_taken_unread(newer):
    assert form.parse(form.to_wire(newer)) == (newer, [])
    assert form.check(newer) != []


STEADY = {"down_s": 30, "level_s": 30, "times": 5}


@pytest.mark.parametrize(
    ("programme", "codes"),
    [
        (STEADY, []),
        ({**STEADY, "times": 1}, ["OUT_OF_RANGE"]),
        ({**STEADY, "down_s": 301, "level_s": 9}, ["OUT_OF_RANGE", "OUT_OF_RANGE"]),
        ({"down_s": 30, "level_s": 30}, ["MISSING_FIELD"]),
        ({**STEADY, "times": "5"}, ["WRONG_TYPE"]),
        ({**STEADY, "up_s": 3}, ["UNKNOWN_FIELD"]),
        ({}, ["MISSING_FIELD"] * 3),
        ([30, 30, 5], ["WRONG_TYPE"]),
    ],
)
def test_an_intermittent_programme_is_whole_or_refused(programme, codes):
    found = form.check(profile(programme=programme))
    assert [code for code, _, _ in found] == codes
    assert all(field.startswith("programme") for _, field, _ in found)
