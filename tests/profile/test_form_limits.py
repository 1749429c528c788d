"""The form of a profile at its limits: signs, sizes, and bytes of any kind."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firmware.profile import fields, form
from tests.profile.form_words import BLANK, DEGREES, KEY, ODD, SELECTORS, STEADY, found, with_clearance, without
from tests.support.profiles import clearance, profile


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


def test_every_sign_that_cannot_be_seen_is_known_as_such():
    ends = fields.UNSEEN
    known = {code for at in range(0, len(ends), 2) for code in range(ends[at], ends[at + 1] + 1)}
    kinds = {code: unicodedata.category(chr(code)) for code in range(0x110000)}
    unseen = {code for code, kind in kinds.items() if kind in ("Cc", "Cf", "Zl", "Zp") or (kind == "Zs" and code != 32)}
    assert known >= unseen | BLANK | SELECTORS
    more = {code for code in known - unseen - BLANK - SELECTORS if kinds[code] != "Cn"}
    assert {kinds[code] for code in more} <= {"Cf", "Mn"}


# Where a range ends at what this Unicode has no sign for yet.
KEPT = {0x1343F, 0xFFF0, 0xE0000, 0xE0FFF}


def test_no_range_of_what_cannot_be_seen_reaches_further_than_its_signs():
    """A sign next to one of them is a letter or an accent that names are written with."""
    for code in fields.UNSEEN:
        kind = unicodedata.category(chr(code))
        named = kind in ("Cc", "Cf", "Zl", "Zp", "Zs") or code in BLANK | SELECTORS | KEPT
        assert named, f"{code:#x} is {kind}"
    assert set(fields.UNSEEN) >= KEPT


@pytest.mark.parametrize("code", [0, 0x1F, 0x7F, 0xA0, 0xAD, 0x200B, 0x202E, 0x2069, 0x3164, 0xFEFF, 0xE0001, 0xE0FFF])
def test_a_name_with_a_sign_that_cannot_be_seen_is_refused_with_what_to_write(code):
    for name in (chr(code), f"Anna{chr(code)}"):
        ((_, field, text),) = form.check(profile(name=name))
        assert field == "name"
        assert text.startswith(f"name has an invisible character, U+{code:04X}: write 1 to 60 visible characters")
    ((_, _, text),) = form.check(profile(name=f"{chr(code)}Anna\u2060"))
    assert f"U+{code:04X}" in text, "the first one is told"
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
        ({**profile(), "max_inversion_cdeg": -1}, "max_inversion_deg must be from 1 to 90, not -0.01: " + DEGREES),
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
        (
            {**profile(), "max_inversion_cdeg": "far"},
            "max_inversion_deg must be a number, not text: " + DEGREES,
        ),
        (
            {**profile(), "max_inversion_cdeg": None},
            "max_inversion_deg must be a number, not something else: " + DEGREES,
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
