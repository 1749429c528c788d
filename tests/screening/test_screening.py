"""What screening makes of conditions: caps, locks, warnings and what was not foreseen."""

import pytest

from firmware.screening import conditions
from firmware.screening.rules import screen
from tests.screening.screened import bound, locked_with
from tests.support.profiles import ABSOLUTE_KEYS, CLEARABLE_KEYS, SURGEON_KEYS, TODAY, clearance, profile


def test_nothing_to_declare_is_bound_by_the_profile():
    screened = screen(profile(), TODAY)
    assert bound(screened) == (5000, "profile")
    assert screened.session_ms == 180_000
    assert screened.caps == [(6000, "table_rating", ""), (5000, "profile", "")]


@pytest.mark.parametrize(
    ("hold_cdeg", "held"), [(2000, (2000, "hold")), (5000, (5000, "profile")), (5500, (5000, "profile"))]
)
def test_a_hold_in_the_profile_is_a_cap_of_its_own(hold_cdeg, held):
    screened = screen({**profile(), "hold_cdeg": hold_cdeg}, TODAY)
    assert bound(screened) == held
    assert screened.caps[2] == (hold_cdeg, "hold", "")


@pytest.mark.parametrize("said", [{"days_per_step": 7}, {"days_per_step": 90}, {"ask_pain": True}, {"ask_pain": False}])
def test_a_pace_and_a_question_for_pain_move_no_limit(said):
    screened = screen({**profile(), **said}, TODAY)
    assert bound(screened) == (5000, "profile") and len(screened.caps) == 2


def test_table_rating_binds_a_profile_that_asks_for_no_less():
    assert bound(screen(profile(max_inversion_cdeg=6000), TODAY)) == (6000, "table_rating")


@pytest.mark.parametrize(
    ("asked", "said", "right"),
    [
        (6000, {}, True),
        (6001, {}, False),
        (9000, {}, False),
        (6001, {"beyond_60": True}, True),
        (9000, {"beyond_60": True}, True),
        (2500, {"beyond_60": True}, True),
        (6001, {"beyond_60": False}, False),
        (6000, {"beyond_60": False}, True),
        (2500, {"beyond_60": 1}, False),
        (2500, {"beyond_60": None}, False),
        (9000, {"beyond_60": "yes"}, False),
    ],
)
def test_h50_more_than_60_degrees_only_for_a_profile_that_says_so(asked, said, right):
    """It is locked and never bound to less than it asks for: what was meant is for the person to say."""
    screened = screen({**profile(), "max_inversion_cdeg": asked, **said}, TODAY)
    assert screened.limit_cdeg == (asked if right else 0)
    refusal = ("MALFORMED", "Push the profile again: its field beyond_60 is missing or wrong.", "")
    assert screened.reasons == ([] if right else [refusal])


@pytest.mark.parametrize(("asked", "seconds"), [(7500, 300), (7501, 60), (9000, 60)])
def test_nearly_upside_down_a_session_is_short(asked, seconds):
    assert screen(profile(max_inversion_cdeg=asked, session_s=300), TODAY).session_ms == seconds * 1000
    assert screen(profile(max_inversion_cdeg=asked, session_s=59), TODAY).session_ms == min(seconds, 59) * 1000


def test_what_is_said_of_more_than_60_degrees_moves_the_table_rating_with_it():
    assert screen(profile(max_inversion_cdeg=7000), TODAY).caps == [(9000, "table_rating", ""), (7000, "profile", "")]
    assert bound(screen(profile(max_inversion_cdeg=9000), TODAY)) == (9000, "table_rating")
    locked = screen(profile("glaucoma", max_inversion_cdeg=9000), TODAY)
    assert (locked.limit_cdeg, locked.session_ms) == (0, 0)


def test_no_profile_locks():
    locked_with(screen(None, TODAY), "NO_PROFILE")
    locked_with(screen(None, 0), "NO_PROFILE", "NO_CLOCK")


def test_unknown_condition_locks_and_is_named():
    screened = screen(profile("k" * 50), TODAY)
    locked_with(screened, "UNKNOWN_CONDITION")
    assert f"the condition '{'k' * 40}' and" in screened.reasons[0][1]


def test_newer_schema_locks():
    locked_with(screen({"schema": 2}, TODAY), "UNKNOWN_SCHEMA")


@pytest.mark.parametrize("key", ABSOLUTE_KEYS)
def test_absolute_locks_whatever_clears_it(key):
    screened = screen(profile(key, clearances=[clearance(key)]), TODAY)
    locked_with(screened, "CONDITION_ABSOLUTE")
    name, sentence = conditions.find(key)[conditions.NAME], conditions.find(key)[conditions.REASON]
    assert screened.reasons[0][1] == f"{name}: {sentence} The table stays locked, even with a clearance."


@pytest.mark.parametrize("key", CLEARABLE_KEYS)
def test_clearable_locks_until_cleared(key):
    locked_with(screen(profile(key), TODAY), "NOT_CLEARED")


@pytest.mark.parametrize("key", CLEARABLE_KEYS)
def test_cleared_takes_the_lower_of_clearance_and_row(key):
    cap_cdeg = conditions.find(key)[conditions.CAP_CDEG]
    cleared = profile(key, clearances=[clearance(key, max_inversion_cdeg=3000)])
    expected = (cap_cdeg, f"condition:{key}") if 0 < cap_cdeg <= 3000 else (3000, f"clearance:{key}")
    assert bound(screen(cleared, TODAY)) == expected


@pytest.mark.parametrize("key", CLEARABLE_KEYS)
def test_physician_clears_all_but_the_surgeons_rows(key):
    screened = screen(profile(key, clearances=[clearance(key, role="physician")]), TODAY)
    if key in SURGEON_KEYS:
        locked_with(screened, "NOT_CLEARED", "CLEARANCE_ROLE")
        assert "an orthopaedic surgeon" in screened.reasons[1][1]
    else:
        bound(screened)


def test_the_seeds_own_distinctions():
    kinds = {row[conditions.KEY]: row[conditions.CATEGORY : conditions.WAIT_DAYS] for row in conditions.CONDITIONS}
    assert kinds["total_hip_replacement"][0] == conditions.ABSOLUTE
    assert kinds["severe_hip_osteoarthritis"][0] == conditions.ABSOLUTE
    assert kinds["mild_hip_osteoarthritis"] == (conditions.UNTIL_CLEARED, conditions.EITHER, 2000)
    assert kinds["moderate_hip_osteoarthritis"] == (conditions.UNTIL_CLEARED, conditions.EITHER, 2000)
    assert kinds["acute_hip_instability"] == (conditions.UNTIL_CLEARED, conditions.SURGEON, 2000)
    assert kinds["early_post_op_hip"] == (conditions.UNTIL_CLEARED, conditions.SURGEON, 2000)
    assert kinds["hip_flexor_strain"] == (conditions.UNTIL_CLEARED, conditions.EITHER, 1500)
    for key in ("sciatica", "piriformis_syndrome", "lumbar_radiculopathy"):
        assert kinds[key][0] == conditions.NOTE
        assert "benefit to the hip is indirect" in conditions.find(key)[conditions.REASON]


def test_unknown_role_clears_nothing():
    given = clearance("hip_labral_tear", role="neighbour")
    screened = screen(profile("hip_labral_tear", clearances=[given]), TODAY)
    locked_with(screened, "NOT_CLEARED", "CLEARANCE_ROLE")
    assert "a physician" in screened.reasons[1][1]
