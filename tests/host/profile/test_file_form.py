"""A profile as a person reads it: degrees and days, in the order of the page, and nothing that a terminal obeys."""

import datetime

import pytest

from bascule.profile import file_form

DAY = datetime.date(2026, 11, 1)


@pytest.mark.parametrize(
    ("cdeg", "deg"), [(2500, 25), (2550, 25.5), (2501, 25.01), (100, 1), (9000, 90), (99, 0.99), (0, 0)]
)
def test_an_angle_of_the_table_is_told_in_degrees_to_the_hundredth(cdeg, deg):
    for wire, name in (("max_inversion_cdeg", "max_inversion_deg"), ("hold_cdeg", "hold_deg")):
        found = file_form.from_wire({wire: cdeg})
        assert found == {name: deg} and type(found[name]) is type(deg)
    assert file_form.from_wire({"clearances": [{"max_inversion_cdeg": cdeg}]}) == {
        "clearances": [{"max_inversion_deg": deg}]
    }


@pytest.mark.parametrize(
    ("number", "day"),
    [(20261101, DAY), (20240229, datetime.date(2024, 2, 29)), (20991231, datetime.date(2099, 12, 31))],
)
def test_a_day_of_the_table_is_the_same_day_in_the_file(number, day):
    assert file_form.from_wire({"clearances": [{"issued": number, "expires": number}], "since": {"x": number}}) == {
        "since": {"x": day},
        "clearances": [{"issued": day, "expires": day}],
    }


@pytest.mark.parametrize(
    "odd", [{"max_inversion_cdeg": "25"}, {"hold_cdeg": True}, {"since": 4}, {"clearances": 7}, {"clearances": [3]},
            {"issued": "soon"}, {"issued": 20260230}, {"expires": 10**20}, {"since": {"x": True}}, {"of_a_newer": 2500},
            {"programme": {"down_s": 20260101}}, {"zoo": {"a": 20260101}}, {"a": [{"issued": 20260101}]}]
)  # fmt: skip
def test_what_a_newer_table_holds_otherwise_stays_as_it_is(odd):
    assert file_form.from_wire(odd) == odd
    assert [type(one) for one in file_form.from_wire(odd).values()] == [type(one) for one in odd.values()]


def test_fields_stand_in_the_order_of_the_page_and_what_is_not_known_comes_last():
    order = ("schema", "id", "name", "max_inversion_deg", "session_s", "conditions", "since", "clearances")
    mixed = dict.fromkeys(("z_new", *reversed(order), "a_new"), 1)
    assert list(file_form.in_order(mixed)) == [*order, "z_new", "a_new"]
    assert file_form.in_order({"name": "Anna", "id": "anna"}) == {"id": "anna", "name": "Anna"}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (25, "25"),
        (25.5, "25.5"),
        (25.0, "25"),
        (True, "true"),
        (False, "false"),
        (DAY, "2026-11-01"),
        ([], "none"),
        (["a", 25.5], "a, 25.5"),
        ({"a": True, "b": [1, 2]}, "a=true b=1, 2"),
        ("a\x1b[31m\u202e", "a?[31m?"),
    ],
)
def test_a_value_is_told_without_what_a_terminal_would_obey(value, said):
    assert file_form.words(value) == said
