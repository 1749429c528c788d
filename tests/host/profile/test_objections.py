"""What is wrong with a profile, told with the place, the value, and the condition that it is about."""

import datetime
from decimal import Decimal

import pytest

from bascule.facts import Reason
from bascule.profile import checked, reader
from firmware.profile.fields import MAX_ITEMS
from firmware.profile.form import MAX_BYTES
from tests.support.laptop import ANNA

TODAY = datetime.date(2026, 11, 23)
FIELDS = {key: one for key, one in ANNA.items() if key != "max_inversion_cdeg"} | {"max_inversion_deg": 25}
ASK = "ask a physician, and write other_condition, which locks the table until a physician has cleared it."
GIVEN = {
    "condition": "hip_dysplasia",
    "clinician": "A. Example",
    "role": "physician",
    "issued": datetime.date(2026, 11, 1),
    "expires": datetime.date(2027, 3, 1),
    "max_inversion_deg": 15,
}


def found(**changes):
    return checked.check(reader.from_fields({**FIELDS, **changes}), TODAY)


def told(*conditions, **changes):
    """The objections to Anna with these conditions."""
    declared = {"conditions": list(conditions), "nothing_to_declare": not conditions}
    return found(**{**declared, **changes}).objections


def test_a_right_profile_has_none_and_its_id_fields_and_bytes_are_told():
    profile = found().profile
    assert (found().objections, profile.id, profile.fields["max_inversion_cdeg"]) == ((), "anna", 2500)
    assert b'"anna"' in profile.blob


def test_of_a_file_that_is_not_even_text_the_reasons_of_the_reading_are_told():
    read = reader.from_toml(b"\xff")
    assert checked.check(read, TODAY) == checked.Checked(None, read.reasons)
    assert read.reasons == (Reason("NOT_TEXT", "The file is not UTF-8 text: save it as UTF-8."),)


@pytest.mark.parametrize("odd", [{"name": "a\ud800"}, {"name": "\udc00 Anna"}])
def test_a_text_that_no_table_can_be_sent_is_told(odd):
    text = "A text in the profile has invalid characters: type it again."
    assert found(**odd).objections == (Reason("NOT_TEXT", text),)


def test_the_longest_profile_is_taken_and_one_byte_more_is_told():
    declared = {"conditions": ["hip_dysplasia"], "nothing_to_declare": False}
    names = [""] * 32

    def pushed(sign="x"):
        given = [{**GIVEN, "clinician": name or sign} for name in names]
        return found(**declared, clearances=given)

    while pushed().profile is None:
        names.pop()
    for at in range(len(names)):
        names[at] = "x" * min(60, 1 + MAX_BYTES - len(pushed().profile.blob))
    assert len(pushed().profile.blob) == MAX_BYTES
    short = next(at for at, name in enumerate(names) if len(name) < 60)
    names[short] += "x"
    text = f"The profile is over {MAX_BYTES} bytes for the table: make it shorter."
    assert pushed() == checked.Checked(None, (Reason("TOO_LONG", text),))


WHAT = [
    ("xyzzy", f"Not known does not mean harmless: {ASK}"),
    ("glaucome", f"Do you mean glaucoma? Then write that; if not, {ASK}"),
    ("disc", f"Do you mean herniated_disc, disc_surgery? Write the one that you have; if it is none of them, {ASK}"),
]


@pytest.mark.parametrize(("key", "said"), WHAT)
def test_of_a_name_that_is_none_it_is_told_what_may_be_meant(key, said):
    assert told("sciatica", key) == (
        Reason("UNKNOWN_CONDITION", f"conditions[1]: {key!r} is not known here. {said}", key),
    )


def test_of_many_that_may_be_meant_eight_are_named_and_where_to_find_the_others():
    (reason,) = told("hip")
    names = reason.text.partition("Do you mean ")[2].partition(", or another one that `bascule profile explain` finds?")
    assert len(names[0].split(", ")) == 8 and "total_hip_replacement" in names[0]
    assert names[2] == f" Write the one that you have; if it is none of them, {ASK}"


def test_a_name_that_is_none_is_told_once_and_at_its_own_place():
    reasons = told("zzz", "sciatica", "yyy", "zzz")
    unknown = [(one.condition, one.text.partition(":")[0]) for one in reasons if one.code == "UNKNOWN_CONDITION"]
    assert unknown == [("zzz", "conditions[0]"), ("yyy", "conditions[2]")]


def test_of_a_list_longer_than_a_table_takes_only_so_many_are_looked_up():
    keys = [f"z{at}" for at in range(MAX_ITEMS + 5)]
    unknown = [one.condition for one in told(*keys) if one.code == "UNKNOWN_CONDITION"]
    assert unknown == keys[:MAX_ITEMS]


@pytest.mark.parametrize(("born", "said"), [(2026, None), (2027, "2027"), (2099, "2099")])
def test_nobody_is_born_in_a_year_to_come(born, said):
    text = f"born must not be after 2026, but says {said}: write the year of birth."
    assert found(born=born).objections == ((Reason("OUT_OF_RANGE", text),) if said else ())
    assert [one.code for one in found(born=2100).objections] == ["OUT_OF_RANGE"]
    assert [one.code for one in found(born=True).objections] == ["WRONG_TYPE"]


@pytest.mark.parametrize(
    ("changes", "place", "condition"),
    [
        ({"clearances": [GIVEN, {**GIVEN, "role": "nurse"}]}, "clearances[1].role", "hip_dysplasia"),
        ({"clearances": [{**GIVEN, "condition": "gout"}]}, "clearances[0].condition", "gout"),
        ({"clearances": [{**GIVEN, "condition": "A b"}]}, "clearances[0].condition", ""),
        ({"clearances": [{**GIVEN, "condition": 5}]}, "clearances[0].condition", ""),
        ({"clearances": [GIVEN, 5]}, "clearances[1]", ""),
        ({"clearances": [{**GIVEN, "issued": "soon"}]}, "clearances[0].issued", "hip_dysplasia"),
        ({"since": {"hip_dysplasia": 5}}, "since.hip_dysplasia", "hip_dysplasia"),
        ({"since": {"gout": TODAY}}, "since.gout", "gout"),
        ({"conditions": ["hip_dysplasia", "Gout!"]}, "conditions[1]", ""),
        ({"conditions": ["hip_dysplasia", "hip_dysplasia"]}, "conditions[1]", "hip_dysplasia"),
        ({"weight_kg": 5}, "weight_kg", ""),
    ],
)
def test_an_objection_names_the_condition_that_it_is_about(changes, place, condition):
    declared = {"conditions": ["hip_dysplasia"], "nothing_to_declare": False}
    (reason,) = (one for one in found(**{**declared, **changes}).objections if one.code != "UNKNOWN_CONDITION")
    assert (reason.text.split(" ")[0], reason.condition) == (place, condition)


@pytest.mark.parametrize(
    ("changes", "place", "said"),
    [
        ({"clearances": [GIVEN, {**GIVEN, "role": "nurse"}]}, "clearances[1].role", "It says 'nurse'."),
        (
            {"clearances": [{**GIVEN, "max_inversion_deg": Decimal("0.5")}]},
            "clearances[0].max_inversion_deg",
            "It says 0.5.",
        ),
        ({"clearances": [{**GIVEN, "max_inversion_deg": "x"}]}, "clearances[0].max_inversion_deg", "It says 'x'."),
        ({"hold_deg": [1]}, "hold_deg", "It says a list of 1 entry."),
        ({"clearances": 5}, "clearances", "It says 5."),
        ({"conditions": ["hip_dysplasia", 5]}, "conditions[1]", "It says 5."),
        ({"since": {"hip_dysplasia": "soon"}}, "since.hip_dysplasia", "It says 'soon'."),
        ({"programme": {"down_s": 5}}, "programme.down_s", ""),
        ({"k": {"deep": {"er": 1}}}, "k", "It says a table of 1 field."),
    ],
)
def test_an_objection_says_what_stands_there_and_nothing_twice(changes, place, said):
    declared = {"conditions": ["hip_dysplasia"], "nothing_to_declare": False}
    texts = [one.text for one in found(**{**declared, **changes}).objections]
    (text,) = (text for text in texts if text.split(" ")[0] == place)
    assert text.partition(": ")[2] and text.partition(" It says")[1:] == ((" It says", said[7:]) if said else ("", ""))
