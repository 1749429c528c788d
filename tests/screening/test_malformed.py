"""What screening makes of a profile that is malformed, and the table of conditions as data."""

import datetime

import pytest

from firmware.dates import day_number
from firmware.screening import conditions
from firmware.screening.rules import screen
from tests.screening.screened import KEY, OPERATED, bound, codes, locked_with
from tests.support.profiles import TODAY, as_int, clearance, profile


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"schema": 0}, "schema"),
        ({"schema": -1}, "schema"),
        ({"schema": True}, "schema"),
        ({"schema": "1"}, "schema"),
        ({"schema": None}, "schema"),
        ({"angle_ref": "deg_from_upright"}, "angle_ref"),
        ({"angle_ref": None}, "angle_ref"),
        ({"max_inversion_cdeg": 99}, "max_inversion_deg"),
        ({"max_inversion_cdeg": 9001}, "max_inversion_deg"),
        ({"max_inversion_cdeg": -2500}, "max_inversion_deg"),
        ({"max_inversion_cdeg": 2500.0}, "max_inversion_deg"),
        ({"max_inversion_cdeg": True}, "max_inversion_deg"),
        ({"max_inversion_cdeg": "2500"}, "max_inversion_deg"),
        ({"session_s": 29}, "session_s"),
        ({"session_s": 601}, "session_s"),
        ({"session_s": None}, "session_s"),
        ({"born": 1899}, "born"),
        ({"born": 2100}, "born"),
        ({"born": "1980"}, "born"),
        ({"height_cm": 99}, "height_cm"),
        ({"height_cm": 251}, "height_cm"),
        ({"weight_kg": 19}, "weight_kg"),
        ({"weight_kg": 301}, "weight_kg"),
        ({"weight_kg": 68.0}, "weight_kg"),
        ({"hold_cdeg": 99}, "hold_deg"),
        ({"hold_cdeg": None}, "hold_deg"),
        ({"days_per_step": 6}, "days_per_step"),
        ({"days_per_step": 91}, "days_per_step"),
        ({"days_per_step": None}, "days_per_step"),
        ({"ask_pain": 1}, "ask_pain"),
        ({"ask_pain": None}, "ask_pain"),
        ({"since": None}, "since"),
        ({"since": []}, "since"),
        ({"since": {KEY: 20260230}}, "since"),
        ({"since": {KEY: 20260101, "glaucoma": None}}, "since"),
        ({"conditions": None}, "conditions"),
        ({"conditions": "sciatica"}, "conditions"),
        ({"conditions": ["sciatica", 5], "nothing_to_declare": False}, "conditions"),
        ({"conditions": ("sciatica",), "nothing_to_declare": False}, "conditions"),
        ({"nothing_to_declare": False}, "nothing_to_declare"),
        ({"nothing_to_declare": 1}, "nothing_to_declare"),
        ({"nothing_to_declare": None}, "nothing_to_declare"),
        ({"conditions": ["sciatica"], "nothing_to_declare": True}, "nothing_to_declare"),
        ({"clearances": None}, "clearances"),
        ({"clearances": {}}, "clearances"),
        ({"clearances": [None]}, "clearances"),
        ({"clearances": [clearance(KEY, issued=20260230)]}, "clearances"),
        ({"clearances": [clearance(KEY, expires=0)]}, "clearances"),
        ({"clearances": [clearance(KEY, role=None)]}, "clearances"),
        ({"clearances": [clearance(KEY, clinician=7)]}, "clearances"),
        ({"clearances": [clearance(None)]}, "clearances"),
        ({"clearances": [clearance(KEY, max_inversion_cdeg=0)]}, "clearances"),
    ],
)
def test_malformed_locks_and_names_the_field(change, field):
    screened = screen({**profile(), **change}, TODAY)
    assert (
        "MALFORMED",
        f"Push the profile again: its field {field} is missing or wrong.",
        "",
    ) in screened.reasons
    assert screened.limit_cdeg == 0


def test_malformed_names_every_field_at_once():
    fields = (
        "schema", "angle_ref", "max_inversion_deg", "session_s", "born", "height_cm", "weight_kg", "conditions",
        "nothing_to_declare",
    )  # fmt: skip
    screened = screen({}, TODAY)
    locked_with(screened, *["MALFORMED"] * len(fields))
    assert [text.split()[6] for _, text, _ in screened.reasons] == list(fields)


@pytest.mark.parametrize("odd", [[], "", 0, 7, True, b"{}", ("schema", 1)])
def test_what_is_no_profile_at_all_locks(odd):
    screened = screen(odd, TODAY)
    locked_with(screened, "MALFORMED")
    assert screened.reasons == [("MALFORMED", "Push the profile again: its field schema is missing or wrong.", "")]


def test_a_profile_without_clearances_is_whole():
    whole = profile("sciatica")
    del whole["clearances"], whole["since"]
    assert bound(screen(whole, TODAY)) == (5000, "profile")
    locked_with(screen({**whole, "conditions": [OPERATED]}, TODAY), "NOT_CLEARED", "OPERATION_DATE")


def test_day_numbers_agree_with_another_calendar():
    day = datetime.date(2000, 1, 1)
    last = datetime.date(2099, 12, 31)
    start = datetime.date(1999, 12, 31)
    while day <= last:
        assert day_number(as_int(day)) == (day - start).days
        day += datetime.timedelta(days=1)


@pytest.mark.parametrize(
    "odd",
    [
        19990615, 20261232, 20280132, 20280431, 21000615, 20260001, 20261301,
        20260100, 20260132, 20260229, 20280230, 20260431, 20261131, 20000100, 19991231, 21000101,
        0, -1, 20260101.0, "20260101", None, True,
    ],
)  # fmt: skip
def test_no_such_day(odd):
    assert day_number(odd) == 0


def test_rows_are_data_of_the_right_shape():
    keys = [row[conditions.KEY] for row in conditions.CONDITIONS]
    assert len(set(keys)) == len(keys)
    for key, name, category, role, cap_cdeg, wait_days, reason, source, number in conditions.CONDITIONS:
        assert set(key) <= set("abcdefghijklmnopqrstuvwxyz_")
        assert len(key) <= 40
        assert 0 < len(name) <= 40
        assert category in conditions.CATEGORIES and category != conditions.GATE
        assert (role in conditions.ROLE_WORDS) == (category == conditions.UNTIL_CLEARED)
        assert (role == conditions.ANY_ROLE) == (category != conditions.UNTIL_CLEARED)
        assert cap_cdeg == conditions.NO_CAP or 100 <= cap_cdeg <= conditions.TABLE_RATING_CDEG
        assert (category == conditions.CAPPED) <= (cap_cdeg != conditions.NO_CAP)
        assert (wait_days > 0) <= (category == conditions.UNTIL_CLEARED)
        assert 0 <= wait_days <= 365
        assert reason.endswith(".")
        assert 40 < len(f"{name}: {reason}") <= 300
        assert any(mark in source for mark in ("[F]", "[R]", "[D]"))
        assert 0 <= number <= 45


def test_shorter_sessions_are_those_of_warnings_and_within_the_range_of_a_session():
    for key, session_s in conditions.WARN_SESSION_S.items():
        assert conditions.find(key)[conditions.CATEGORY] == conditions.WARN
        assert conditions.SESSION_S[0] <= session_s <= conditions.SESSION_S[1]


@pytest.mark.parametrize(
    ("programme", "locks"),
    [
        ({"down_s": 10, "level_s": 10, "times": 2}, False),
        ({"down_s": 300, "level_s": 300, "times": 10}, False),
        ({}, False),
        ({"down_s": 9, "level_s": 10, "times": 2}, True),
        ({"down_s": 10, "level_s": 9, "times": 2}, True),
        ({"down_s": 10, "level_s": 10, "times": 1}, True),
        ({"down_s": 301, "level_s": 10, "times": 2}, True),
        ({"down_s": 10, "level_s": 301, "times": 2}, True),
        ({"down_s": 10, "level_s": 10, "times": 11}, True),
        ({"down_s": 10, "level_s": 10}, True),
        ([], True),
        (None, True),
    ],
)
def test_a_programme_that_is_not_whole_locks(programme, locks):
    screened = screen(profile(programme=programme), TODAY)
    assert ("MALFORMED" in codes(screened)) is locks
    assert not locks or "programme" in screened.reasons[0][1]
