"""What a person reads of a screening result, whole: of the laptop's own, and of one that a table has told."""

import datetime
from decimal import Decimal

import pytest

from bascule.facts import LOCKED, REFUSED, USABLE, Cap, Reason, ScreeningResult
from bascule.profile import checked, reader, screening, words
from firmware.screening import dose
from tests.support.laptop import ANNA

DAY = datetime.date(2026, 11, 23)
OWN = "  [D] this project's own judgment"
GROWS = "  It grows by at most 5 deg and 30 s at a time, each after 3 completed sessions and 7 days."
NOT_ALONE = "  For the first sessions, have somebody there who knows how to bring the table back."
TO_KNOW = [
    "  15 to 30 degrees is the useful band, and more is not better. At 15, friction may hold all of the pull.",
    "  Any benefit to the hip is indirect. Ask a professional first, above all if the hip itself hurts.",
]
ANXIETY = (
    "Anxiety: Only small angles are allowed. Have somebody beside you: being strapped in head-down can cause panic."
)
SCIATICA = "Sciatica: Inversion may ease pressure on the nerve in the lower back; any benefit to the hip is indirect."
TRACTION = "(physiotherapy teaching on traction [F]; the angle [D])"
RATING, PROFILE = Cap(60.0, "table_rating", ""), Cap(60.0, "profile", "")


def found(**changes):
    """The result for Anna, who asks for 60 degrees and 180 s, with changes."""
    fields = {key: value for key, value in ANNA.items() if key != "max_inversion_cdeg"}
    return screening.result(checked.check(reader.from_fields({**fields, "max_inversion_deg": 60, **changes}), DAY), DAY)


def usable(first_deg=15.0, first_s=60, session_s=180, caps=(RATING, PROFILE), **more):
    """A result by which the next session goes so far and so long."""
    limit_deg = min(cap.limit_deg for cap in caps)
    bound_by = next(cap.origin for cap in caps if cap.limit_deg == limit_deg)
    return ScreeningResult(USABLE, limit_deg, first_deg, first_s, bound_by, tuple(caps), (), session_s, (), **more)


def test_a_result_holds_all_that_screening_said():
    warned = Reason("WARNING", ANXIETY, "anxiety")
    assert found(conditions=["anxiety", "sciatica"], nothing_to_declare=False) == ScreeningResult(
        verdict=USABLE,
        limit_deg=20.0,
        first_limit_deg=15.0,
        first_session_s=60,
        bound_by="condition:anxiety",
        caps=(RATING, PROFILE, Cap(20.0, "condition:anxiety", "anxiety")),
        reasons=(),
        session_s=180,
        warnings=(warned,),
        notes=(SCIATICA,),
    )


@pytest.mark.parametrize(
    ("changes", "first"),
    [
        ({"max_inversion_deg": 10}, (10.0, 60)),
        ({"session_s": 30}, (15.0, 30)),
        ({"max_inversion_deg": Decimal("15.5"), "session_s": 61}, (15.0, 60)),
        ({"max_inversion_deg": Decimal("12.34"), "session_s": 59}, (12.34, 59)),
    ],
)
def test_the_first_session_goes_no_further_and_lasts_no_longer_than_the_profile(changes, first):
    result = found(**changes)
    assert (result.first_limit_deg, result.first_session_s) == first
    assert (result.limit_deg, result.session_s) == (
        float(changes.get("max_inversion_deg", 60)),
        changes.get("session_s", 180),
    )


def test_a_locked_profile_allows_nothing_and_says_why():
    result = found(conditions=["glaucoma"], nothing_to_declare=False)
    assert (result.verdict, result.bound_by) == (LOCKED, "lockout")
    assert (result.limit_deg, result.first_limit_deg, result.first_session_s, result.session_s) == (0.0, 0.0, 0, 0)
    assert [(one.code, one.condition) for one in result.reasons] == [("CONDITION_ABSOLUTE", "glaucoma")]


def test_a_malformed_profile_allows_nothing_and_tells_every_objection():
    wrong = Reason(
        "OUT_OF_RANGE",
        "weight_kg must be from 20 to 300, not 5: write the weight in kilograms, as weight_kg = 68.",
    )
    assert found(weight_kg=5) == ScreeningResult(REFUSED, 0.0, 0.0, 0, "refused", (), (wrong,), 0, ())
    assert words.lines(found(weight_kg=5)) == ["refused: this profile is malformed", f"  {wrong.code}: {wrong.text}"]


def test_somebody_new_reads_the_whole_of_it():
    assert words.lines(found(conditions=["anxiety", "sciatica"], nothing_to_declare=False)) == [
        "usable: begins at 15 degrees past horizontal for 60 s; may grow to 20 degrees and 180 s, "
        "bound by condition:anxiety",
        "     60 deg  table_rating: the most this table is made for [D]",
        "     60 deg  profile: the profile's own maximum",
        f"     20 deg  condition:anxiety: {ANXIETY} {TRACTION}",
        "    180 s    head-down in one session at most",
        GROWS,
        NOT_ALONE,
        *TO_KNOW,
        f"  warning WARNING: {ANXIETY} {TRACTION}",
        f"  note: {SCIATICA} (founding article [F])",
        "  [F] read in that source",
        OWN,
    ]


def test_whoever_is_locked_out_reads_what_needs_care_now_first():
    lines = words.lines(found(conditions=["glaucoma", "bladder_or_bowel_change"], nothing_to_declare=False))
    assert lines[:2] == [
        "locked: a table with this profile does not invert",
        "  Seek care now: go to an emergency department today.",
    ]
    assert [line.split(":")[1].strip() for line in lines[2:4]] == ["Bladder or bowel change with back pain", "Glaucoma"]
    assert lines[4:] == ["  [F] read in that source", "  [R] general knowledge"]
    calm = words.lines(found(conditions=["glaucoma"], nothing_to_declare=False))
    assert len(calm) == 3 and not any("Seek care" in line for line in calm)


def first_line(result):
    return words.lines(result)[0].removeprefix("usable: ")


def test_whoever_has_come_further_is_told_of_now_and_not_of_the_beginning():
    at = Cap(25.0, "progression", "")
    result = usable(25.0, 120, caps=(RATING, PROFILE, at))
    assert first_line(result) == (
        "now 25 degrees past horizontal for 120 s; may grow to 60 degrees and 180 s, bound by table_rating"
    )
    lines = words.lines(result)
    assert "     25 deg  progression: the step that this person has reached on this table [D]" in lines
    assert NOT_ALONE not in lines and GROWS in lines


@pytest.mark.parametrize(("reached", "verb"), [(15.0, "begins at"), (15.01, "now"), (20.0, "now")])
def test_only_past_the_first_step_is_it_now(reached, verb):
    result = usable(reached, caps=(RATING, PROFILE, Cap(reached, "progression", "")))
    assert first_line(result).startswith(f"{verb} {reached:g} degrees")
    assert (NOT_ALONE in words.lines(result)) == (verb == "begins at")


@pytest.mark.parametrize(
    ("result", "ends"),
    [
        (usable(15.0, 60, 60, (Cap(15.0, "profile", ""),)), "does not grow, bound by profile"),
        (usable(15.0, 60, 61, (Cap(15.0, "profile", ""),)), "may grow to 61 s, bound by profile"),
        (usable(15.0, 60, 60, (Cap(15.5, "profile", ""),)), "may grow to 15.5 degrees, bound by profile"),
        (usable(15.0, 60, 180, (RATING, Cap(20.0, "hold", ""))), "may grow to 20 degrees and 90 s, bound by hold"),
        (usable(20.0, 90, 180, (RATING, Cap(20.0, "hold", ""))), "does not grow, bound by hold"),
    ],
)
def test_what_grows_is_the_angle_the_time_both_or_nothing(result, ends):
    assert first_line(result).partition("; ")[2] == ends


def test_of_equal_bounds_the_first_is_named_and_the_step_reached_is_none_of_them():
    step = Cap(10.0, "progression", "")
    assert first_line(usable(10.0, caps=(step, PROFILE, RATING))).endswith(
        "may grow to 60 degrees and 180 s, bound by profile"
    )
    assert first_line(usable(10.0, caps=(step,))).endswith("may grow to 180 s, bound by progression")


def test_a_cap_of_a_newer_table_is_told_without_a_reason():
    assert "     50 deg  moon_phase" in words.lines(usable(caps=(RATING, Cap(50.0, "moon_phase", ""))))


@pytest.mark.parametrize("held_deg", [15, 20, 25, 60])
def test_whoever_holds_the_angle_holds_the_time_of_that_step(held_deg):
    held = words.last_step(usable(caps=(RATING, Cap(float(held_deg), "hold", ""))))
    assert held == dose.held_step(held_deg * 100)
    assert words.last_step(usable()) == dose.held_step(0)


def test_the_pace_is_the_profiles_own_or_the_ordinary_one():
    slow = GROWS.replace("7 days", "21 days")
    assert slow in words.lines(usable(), {"days_per_step": 21})
    assert GROWS in words.lines(usable(), {}) and GROWS in words.lines(usable())


def test_at_the_first_angle_and_below_it_somebody_is_to_be_there_and_above_it_no_more():
    for first_deg, told in ((5.0, True), (15.0, True), (15.5, False)):
        assert (NOT_ALONE in words.lines(usable(first_deg))) is told, first_deg
