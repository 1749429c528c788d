"""Goal, notes and units stay on the laptop: what somebody writes there for themselves never reaches a table."""

import pytest

from bascule.facts import Reason
from bascule.profile import reader
from bascule.profile.laptop_only import IMPERIAL, METRIC, NOTHING_KEPT, Kept, parted
from bascule.profile.reader import Read

ANNA = {"schema": 1, "id": "anna"}
UNITS = Reason("WRONG_VALUE", "units is not known: write units = 'metric' or 'imperial'.")


def unfit(field, most):
    text = f"{field} must be visible text of at most {most} characters: make it shorter or type it again."
    return Reason("WRONG_VALUE", text)


def test_what_is_for_the_laptop_is_kept_and_no_table_gets_it():
    kept = {"goal": "to garden again", "notes": "left hip\nslowly", "units": IMPERIAL}
    assert parted({**kept, **ANNA}) == (ANNA, Kept("to garden again", "left hip\nslowly", IMPERIAL), [])
    assert reader.from_fields({**ANNA, "goal": "x"}) == Read(ANNA, (), Kept("x", "", METRIC))


def test_who_writes_nothing_for_the_laptop_loses_nothing():
    assert parted(ANNA) == (ANNA, NOTHING_KEPT, [])
    assert Kept("", "", METRIC) == NOTHING_KEPT


@pytest.mark.parametrize(("field", "most"), [("goal", 120), ("notes", 500)])
def test_what_does_not_fit_on_the_page_or_hides_is_refused_with_its_field(field, most):
    assert parted({field: "x" * most})[1:] == (Kept(**{field: "x" * most}), [])
    for odd in ("x" * (most + 1), 5, None, ["x"], "a\x1b[31m", "\u202ea"):
        assert parted({**ANNA, field: odd}) == (ANNA, NOTHING_KEPT, [unfit(field, most)])


@pytest.mark.parametrize("odd", ["cm", "", "Metric", 5, None])
def test_units_that_are_none_are_refused(odd):
    assert parted({**ANNA, "units": odd}) == (ANNA, NOTHING_KEPT, [UNITS])


def test_all_that_is_wrong_is_told_at_once_and_nothing_of_it_is_kept():
    assert parted({"goal": "fine", "notes": 5, "units": "cm"}) == ({}, NOTHING_KEPT, [unfit("notes", 500), UNITS])
    assert reader.from_fields({**ANNA, "units": "cm"}) == Read(ANNA, (UNITS,))
