"""A screening result in words: what happens first, how far and how fast it may grow, and what to know before."""

import datetime

import pytest

from bascule.profile import checked, reader, screening, words
from firmware.screening import advice
from tests.support.laptop import ANNA

DAY = datetime.date(2026, 11, 23)


def said(**changes):
    """The lines of `bascule profile check` for Anna, who may go to 60 degrees for 180 s, with changes."""
    fields = {key: value for key, value in ANNA.items() if key != "max_inversion_cdeg"}
    found = checked.check(reader.from_fields({**fields, "max_inversion_deg": 60, **changes}), DAY)
    assert found.profile is not None, found.objections
    return words.lines(screening.result(found, DAY), found.profile.fields)


@pytest.mark.parametrize(
    ("changes", "grows", "days"),
    [
        ({}, "may grow to 60 degrees and 180 s, bound by table_rating", 7),
        ({"hold_deg": 20, "days_per_step": 21}, "may grow to 20 degrees and 90 s, bound by hold", 21),
        ({"hold_deg": 15}, "does not grow, bound by hold", 7),
        ({"hold_deg": 40, "max_inversion_deg": 15}, "may grow to 180 s, bound by profile", 7),
    ],
)
def test_what_grows_is_told_at_the_pace_of_the_profile_and_no_further_than_it_holds(changes, grows, days):
    lines = said(**changes)
    assert lines[0] == f"usable: begins at 15 degrees past horizontal for 60 s; {grows}"
    assert any(line.endswith(f"each after 3 completed sessions and {days} days.") for line in lines)


def test_whoever_may_begin_is_told_what_to_know_before_and_whoever_may_not_is_not():
    assert {f"  {advice.USEFUL}", f"  {advice.HIP}"} <= set(said())
    assert not {f"  {advice.USEFUL}", f"  {advice.HIP}"} & set(said(born=2015))
