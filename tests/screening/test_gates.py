"""Gates by weight, height and age, and the questions of the day."""

import textwrap

import pytest

from firmware.screening import conditions
from firmware.screening.rules import screen
from tests.support.profiles import TODAY, clearance, profile


def bold(**changes):
    return screen(profile(max_inversion_cdeg=6000, **changes), TODAY)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"weight_kg": 44}, "UNDER_WEIGHT"),
        ({"weight_kg": 45}, ""),
        ({"weight_kg": 136, "height_cm": 190}, ""),
        ({"weight_kg": 137, "height_cm": 190}, "OVER_WEIGHT"),
        ({"height_cm": 146}, "UNDER_HEIGHT"),
        ({"height_cm": 147}, ""),
        ({"height_cm": 198}, ""),
        ({"height_cm": 199}, "OVER_HEIGHT"),
        ({"born": 2007}, ""),  # 18 on the first of January at the latest
        ({"born": 2008}, "UNDER_AGE"),  # 18 in this year, perhaps not yet
        ({"born": 2026}, "UNDER_AGE"),
        ({"born": 2099}, "UNDER_AGE"),
    ],
)
def test_the_edges_of_every_gate_that_locks(change, code):
    screened = bold(**change)
    assert [found for found, *_ in screened.reasons] == ([code] if code else [])
    assert screened.limit_cdeg == (0 if code else 6000)
    assert screened.warnings == []


@pytest.mark.parametrize(
    ("height_cm", "weight_kg", "locks"),
    [(170, 115, False), (170, 116, True), (150, 90, True), (150, 89, False), (184, 136, True), (185, 136, False)],
)
def test_extreme_obesity_is_found_by_the_numbers_and_cleared_by_a_physician(height_cm, weight_kg, locks):
    """Row 36 is a gate and a clearance: whoever the numbers find must declare it, and only a clearance opens."""
    measures = {"height_cm": height_cm, "weight_kg": weight_kg}
    assert [code for code, *_ in bold(**measures).reasons] == (["EXTREME_OBESITY"] if locks else [])
    declared = profile("extreme_obesity", **measures)
    assert [code for code, *_ in screen(declared, TODAY).reasons] == ["NOT_CLEARED"]
    declared["clearances"] = [clearance("extreme_obesity")]
    assert screen(declared, TODAY).reasons == []


def test_a_mass_index_of_a_hair_below_40_is_below_it():
    assert [code for code, *_ in bold(height_cm=249, weight_kg=248).reasons] == ["OVER_WEIGHT", "OVER_HEIGHT"]


@pytest.mark.parametrize(("born", "limit_cdeg"), [(1967, 6000), (1966, 3000), (1900, 3000)])
def test_who_may_be_60_goes_30_degrees_and_not_alone(born, limit_cdeg):
    screened = bold(born=born)
    assert screened.reasons == []
    assert (screened.limit_cdeg, screened.bound_by) == (limit_cdeg, "age" if limit_cdeg == 3000 else "table_rating")
    assert [code for code, *_ in screened.warnings] == (["SECOND_PERSON"] if limit_cdeg == 3000 else [])


@pytest.mark.parametrize(("born", "locks"), [(1967, False), (1966, True), (1900, True)])
def test_who_may_be_60_is_locked_while_alone_and_others_are_warned(born, locks):
    screened = screen(profile("alone_at_home", born=born), TODAY)
    told = [(code, key) for code, _, key in screened.reasons]
    assert told == ([("SECOND_PERSON", "alone_at_home")] if locks else [])
    assert ("WARNING", "alone_at_home") in [(code, key) for code, _, key in screened.warnings]
    assert not bold(born=born).locked


def test_dementia_locks_while_alone_whatever_the_age_and_whoever_cleared_it():
    given = [clearance("dementia")]
    assert screen(profile("dementia", clearances=given), TODAY).reasons == []
    screened = screen(profile("dementia", "alone_at_home", clearances=given), TODAY)
    assert [(code, key) for code, _, key in screened.reasons] == [("SECOND_PERSON", "alone_at_home")]
    assert screened.reasons[0][1].startswith("Dementia, and alone in the house: Use the table only while a second")
    older = screen(profile("dementia", "alone_at_home", clearances=given, born=1950), TODAY)
    assert [code for code, *_ in older.reasons] == ["SECOND_PERSON"] * 2


def test_a_year_passes_a_gate():
    assert not screen(profile(born=2008), 20270101).locked
    assert screen(profile(born=2008), 20261231).locked


def test_several_gates_at_once_each_give_their_reason_in_words():
    screened = bold(born=2015, height_cm=130, weight_kg=30)
    assert [code for code, *_ in screened.reasons] == ["UNDER_WEIGHT", "UNDER_HEIGHT", "UNDER_AGE"]
    assert screened.reasons[0][1].startswith("Under 45 kg: The table was not tried with")


def test_an_age_counts_as_a_cap_behind_table_and_profile():
    screened = screen(profile("reflux_disease", born=1950, max_inversion_cdeg=3000), TODAY)
    assert screened.caps == [
        (6000, "table_rating", ""),
        (3000, "profile", ""),
        (3000, "age", ""),
        (2000, "condition:reflux_disease", "reflux_disease"),
    ]
    assert screen(profile(born=1950, max_inversion_cdeg=3000), TODAY).bound_by == "profile"


def test_gates_are_data_of_the_right_shape():
    for code, name, category, measure, least, most, cap_cdeg, reason, source, number in conditions.GATES:
        assert code == code.upper()
        assert measure in ("weight_kg", "height_cm", "age", "age_alone", "dementia_alone", "mass_index")
        assert category in (conditions.GATE, conditions.CAPPED, conditions.WARN)
        assert least < most
        assert (cap_cdeg != conditions.NO_CAP) == (category == conditions.CAPPED)
        assert 40 < len(f"{name}: {reason}") <= 300 and reason.endswith(".")
        assert any(mark in source for mark in ("[F]", "[R]", "[D]"))
        assert 36 <= number <= 42


def test_questions_of_the_day_fit_two_lines_of_the_panel():
    keys = [row[0] for row in conditions.TODAY_QUESTIONS]
    assert len(set(keys)) == len(keys) == 5
    for key, question, reason, source in conditions.TODAY_QUESTIONS:
        assert question.isascii() and question.endswith("?")
        assert len(question) <= 42 and len(textwrap.wrap(question, 21)) <= 2
        assert reason.startswith("Wait until ") and reason.endswith(".")
        # A yes stands until then, whatever it was about; but a meal is waited for.
        assert ("tomorrow" in reason) is (key != "recent_meal")
        assert "[F]" in source


@pytest.mark.parametrize(
    ("born", "early", "late", "reasons", "cap_cdeg"),
    [
        (2007, 20260101, 20261231, [], 6000),
        (2007, 20251231, 20261231, ["UNDER_AGE"], 0),
        (1967, 20251231, 20261231, [], 6000),
        (1967, 20261231, 20270101, [], 3000),
    ],
)
def test_h30_an_age_is_the_one_that_protects_on_any_day_that_it_may_be(born, early, late, reasons, cap_cdeg):
    screened = screen(profile(born=born, max_inversion_cdeg=6000), TODAY, 0, early, late)
    assert [code for code, *_ in screened.reasons] == reasons
    assert screened.limit_cdeg == cap_cdeg


def test_without_a_date_nobody_has_an_age_whatever_days_it_may_be():
    assert [code for code, *_ in screen(profile(born=2015), 0, 0, TODAY, TODAY).reasons] == ["NO_CLOCK"]
