"""Screening, rule by rule: what locks, what caps, and what it says."""

import ast
import datetime
from pathlib import Path

import pytest

from firmware.dates import day_number
from firmware.screening import conditions
from firmware.screening.rules import Screened, screen
from tests.support.profiles import ABSOLUTE_KEYS, CLEARABLE_KEYS, SURGEON_KEYS, TODAY, as_int, clearance, profile


def codes(screened):
    return [code for code, *_ in screened.reasons]


def locked_with(screened, *expected):
    assert codes(screened) == list(expected)
    assert screened.locked
    assert screened.limit_cdeg == 0
    assert screened.session_ms == 0
    assert screened.bound_by == "lockout"


def bound(screened):
    assert screened.reasons == []
    assert not screened.locked
    return screened.limit_cdeg, screened.bound_by


def test_nothing_to_declare_is_bound_by_the_profile():
    screened = screen(profile(), TODAY)
    assert bound(screened) == (5000, "profile")
    assert screened.session_ms == 180_000
    assert screened.caps == [(6000, "table_rating", ""), (5000, "profile", "")]


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
    assert kinds["mild_hip_osteoarthritis"] == (conditions.UNTIL_CLEARED, conditions.PHYSICIAN, 2000)
    assert kinds["moderate_hip_osteoarthritis"] == (conditions.UNTIL_CLEARED, conditions.PHYSICIAN, 2000)
    assert kinds["acute_hip_instability"] == (conditions.UNTIL_CLEARED, conditions.SURGEON, conditions.NO_CAP)
    assert kinds["early_post_op_hip"] == (conditions.UNTIL_CLEARED, conditions.SURGEON, conditions.NO_CAP)
    assert kinds["hip_flexor_strain"] == (conditions.UNTIL_CLEARED, conditions.PHYSICIAN, 1500)
    for key in ("sciatica", "piriformis_syndrome", "lumbar_radiculopathy"):
        assert kinds[key][0] == conditions.NOTE
        assert "benefit to the hip is indirect" in conditions.find(key)[conditions.REASON]


def test_unknown_role_clears_nothing():
    given = clearance("hip_labral_tear", role="neighbour")
    screened = screen(profile("hip_labral_tear", clearances=[given]), TODAY)
    locked_with(screened, "NOT_CLEARED", "CLEARANCE_ROLE")
    assert "a physician" in screened.reasons[1][1]


KEY = "acute_hip_instability"


@pytest.mark.parametrize(
    ("today", "given", "expected"),
    [
        (20261101, {}, []),  # the day it was issued
        (20261031, {}, ["NOT_CLEARED", "CLEARANCE_NOT_YET"]),
        (20270301, {}, []),  # its last day
        (20270302, {}, ["NOT_CLEARED", "CLEARANCE_EXPIRED"]),
        (20270430, {"expires": 20280101}, []),  # 180 days after 2026-11-01
        (20270501, {"expires": 20280101}, ["NOT_CLEARED", "CLEARANCE_OLD"]),
        (20270501, {}, ["NOT_CLEARED", "CLEARANCE_OLD", "CLEARANCE_EXPIRED"]),
        (0, {}, ["NOT_CLEARED", "NO_CLOCK"]),
        (0, {"role": "physician"}, ["NOT_CLEARED", "CLEARANCE_ROLE", "NO_CLOCK"]),
        (20270502, {"role": "physician"}, ["NOT_CLEARED", "CLEARANCE_ROLE", "CLEARANCE_OLD", "CLEARANCE_EXPIRED"]),
        (20260230, {}, ["NOT_CLEARED", "NO_CLOCK"]),  # no such day
        ("20261123", {}, ["NOT_CLEARED", "NO_CLOCK"]),
        (True, {}, ["NOT_CLEARED", "NO_CLOCK"]),
    ],
)
def test_when_a_clearance_counts(today, given, expected):
    assert codes(screen(profile(KEY, clearances=[clearance(KEY, **given)]), today)) == expected


def test_the_words_of_a_clearance_that_does_not_count():
    given = clearance(KEY, issued=20261101, expires=20270209, role="physician", clinician="Dr. " + "Long" * 20)
    clinician = "Dr. LongLongLongLongLongLongLo"
    name = f"The clearance for 'Acute hip instability' by {clinician}"
    anew = f"Get a new clearance for 'Acute hip instability': the one by {clinician}"
    not_cleared = "Acute hip instability: " + conditions.find(KEY)[conditions.REASON]
    role = f"{name} does not count: it must come from an orthopaedic surgeon."

    def texts(today):
        return [text for _, text, _ in screen(profile(KEY, clearances=[given]), today).reasons]

    assert texts(TODAY) == [not_cleared, role]
    assert texts(0)[2:] == [
        "Connect the laptop to set the date: without it, the table cannot check age, clearances and sessions."
    ]
    assert texts(20261031)[2:] == [f"{name} is not valid before 2026-11-01."]
    assert texts(20270501)[2:] == [
        f"{anew} is more than 180 days old.",
        f"{anew} was valid until 2027-02-09.",
    ]


def test_one_clearance_that_counts_is_enough_and_the_least_of_two_binds():
    expired = clearance(KEY, expires=20261105, max_inversion_cdeg=500)
    first = clearance(KEY, max_inversion_cdeg=2500)
    second = clearance(KEY, max_inversion_cdeg=1200)
    assert bound(screen(profile(KEY, clearances=[expired, first]), TODAY)) == (2500, f"clearance:{KEY}")
    assert bound(screen(profile(KEY, clearances=[first, second]), TODAY)) == (1200, f"clearance:{KEY}")


def test_clearance_of_something_else_does_not_count():
    declared = profile(KEY, clearances=[clearance("hip_dislocation")])
    locked_with(screen(declared, TODAY), "NOT_CLEARED")


def test_every_condition_gives_its_reason():
    declared = profile("glaucoma", "zorp", KEY, "pregnancy")
    locked_with(screen(declared, TODAY), "CONDITION_ABSOLUTE", "UNKNOWN_CONDITION", "NOT_CLEARED", "CONDITION_ABSOLUTE")


@pytest.mark.parametrize("today", [0, None, 20260230, "20261123", True, 20261123.0])
def test_no_clock_locks_whatever_is_declared_and_says_so_once(today):
    locked_with(screen(profile(), today), "NO_CLOCK")
    locked_with(screen(profile("sciatica", born=2015), today), "NO_CLOCK")
    locked_with(screen(profile("glaucoma", height_cm=199), today), "OVER_HEIGHT", "CONDITION_ABSOLUTE", "NO_CLOCK")
    locked_with(screen({}, today), *["MALFORMED"] * 9, "NO_CLOCK")


@pytest.mark.parametrize(
    ("changed_day", "counts"),
    [
        (0, True),
        (20261031, True),
        (20261101, True),  # given on the day of the change
        (20261102, False),
        (20261123, False),
        (20991231, False),
        (20261131, False),  # a day that cannot be read may be any
        ("20261001", False),
        (None, False),
    ],
)
def test_a_change_of_conditions_voids_the_clearances_before_it(changed_day, counts):
    screened = screen(profile(KEY, clearances=[clearance(KEY)]), TODAY, changed_day)
    assert codes(screened) == ([] if counts else ["NOT_CLEARED", "CLEARANCE_BEFORE_CHANGE"])


def test_the_words_of_a_clearance_before_a_change():
    def text(changed_day):
        return screen(profile(KEY, clearances=[clearance(KEY)]), TODAY, changed_day).reasons[1][1]

    assert text(20261102) == (
        "Get a new clearance for 'Acute hip instability': the declared conditions have changed since the one by "
        "A. Example. Its date must be 2026-11-02 or later."
    )
    assert "must be an unknown day or later" in text(-1)


OPERATED = "early_post_op_hip"


@pytest.mark.parametrize(
    ("since", "today", "expected"),
    [
        ({OPERATED: 20260809}, TODAY, []),  # 84 days before the clearance was given
        ({OPERATED: 20260810}, TODAY, ["NOT_CLEARED", "CLEARANCE_EARLY"]),
        ({OPERATED: 20261123}, TODAY, ["NOT_CLEARED", "CLEARANCE_EARLY"]),
        ({OPERATED: 20261124}, TODAY, ["NOT_CLEARED", "OPERATION_DATE", "CLEARANCE_EARLY"]),
        ({}, TODAY, ["NOT_CLEARED", "OPERATION_DATE"]),
        ({KEY: 20200101}, TODAY, ["NOT_CLEARED", "OPERATION_DATE"]),
        ({}, 0, ["NOT_CLEARED", "OPERATION_DATE", "NO_CLOCK"]),
        ({OPERATED: 20260101}, 0, ["NOT_CLEARED", "NO_CLOCK"]),
        ({OPERATED: 20260810}, 0, ["NOT_CLEARED", "CLEARANCE_EARLY", "NO_CLOCK"]),
    ],
)
def test_an_operation_needs_its_day_and_its_wait(since, today, expected):
    given = [clearance(OPERATED)]
    assert codes(screen(profile(OPERATED, clearances=given, since=since), today)) == expected


def test_the_words_of_a_wait():
    def texts(**since):
        return [
            text
            for _, text, _ in screen(profile(OPERATED, clearances=[clearance(OPERATED)], since=since), TODAY).reasons
        ]

    assert texts()[1] == (
        "Early recovery after hip surgery: under [since] in the profile, write the date on which it happened, "
        "as early_post_op_hip = 2026-09-01. It must not be later than today."
    )
    assert texts(early_post_op_hip=20261001)[1] == (
        "Get a new clearance for 'Early recovery after hip surgery': the one by A. Example was given less than 84 "
        "days after 2026-10-01."
    )


def test_the_day_of_an_operation_is_asked_for_before_there_is_a_clearance_and_only_where_there_is_a_wait():
    locked_with(screen(profile(OPERATED, since={}), TODAY), "NOT_CLEARED", "OPERATION_DATE")
    assert bound(screen(profile(KEY, clearances=[clearance(KEY)], since={KEY: 20990101}), TODAY))[0] == 3000


def test_alone_a_session_is_as_short_as_the_profile_or_the_warning_says():
    assert screen(profile("alone_at_home", session_s=61), TODAY).session_ms == 60_000
    assert screen(profile("alone_at_home", session_s=59), TODAY).session_ms == 59_000
    assert screen(profile("anxiety", session_s=600), TODAY).session_ms == 600_000


def test_warnings_stand_in_the_order_of_what_gives_them():
    screened = screen(profile("anxiety", "sciatica", "alone_at_home", born=1950), TODAY)
    assert [code for code, *_ in screened.warnings] == ["SECOND_PERSON", "WARNING", "WARNING"]
    assert bound(screened) == (3000, "age")


def test_a_result_may_be_made_without_warnings():
    assert list(Screened([(6000, "table_rating", "")], [], 1000).warnings) == []


def test_a_category_that_nobody_foresaw_locks(monkeypatch):
    row = ("moon", "Moon sickness", "waning", "", 0, 0, "Nobody knows.", "[D]", 0)
    monkeypatch.setattr(conditions, "find", lambda key: row)
    locked_with(screen(profile("moon"), TODAY), "CONDITION_ABSOLUTE")


@pytest.mark.parametrize("name", ["CONDITIONS", "GATES", "TODAY_QUESTIONS"])
def test_the_tables_are_literals_so_that_they_stay_in_flash(name):
    tree = ast.parse(Path(conditions.__file__).read_text("utf-8"))
    (value,) = [
        node.value for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
    ]
    assert ast.literal_eval(value) == getattr(conditions, name)


def test_ties_name_the_first_origin():
    tie = profile(
        "hip_dysplasia", clearances=[clearance("hip_dysplasia", max_inversion_cdeg=2000)], max_inversion_cdeg=2000
    )
    assert bound(screen(tie, TODAY)) == (2000, "profile")
    assert bound(screen({**tie, "max_inversion_cdeg": 2001}, TODAY)) == (2000, "condition:hip_dysplasia")
    assert bound(screen(profile(max_inversion_cdeg=6000), TODAY)) == (6000, "table_rating")


def test_caps_stand_in_the_order_of_ties():
    declared = profile(
        "hip_dysplasia",
        KEY,
        "hip_flexor_strain",
        clearances=[clearance("hip_flexor_strain"), clearance(KEY), clearance("hip_dysplasia")],
    )
    assert [origin for _, origin, _ in screen(declared, TODAY).caps] == [
        "table_rating",
        "profile",
        "condition:hip_dysplasia",
        "condition:hip_flexor_strain",
        "clearance:hip_dysplasia",
        f"clearance:{KEY}",
        "clearance:hip_flexor_strain",
    ]


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
    locked_with(screen(odd, TODAY), "MALFORMED")


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
        assert (role in conditions.ROLES) == (category == conditions.UNTIL_CLEARED)
        assert (role == conditions.ANY_ROLE) == (category != conditions.UNTIL_CLEARED)
        assert cap_cdeg == conditions.NO_CAP or 100 <= cap_cdeg <= conditions.TABLE_RATING_CDEG
        assert (category == conditions.CAPPED) <= (cap_cdeg != conditions.NO_CAP)
        assert (wait_days > 0) <= (category == conditions.UNTIL_CLEARED)
        assert 0 <= wait_days <= 365
        assert reason.endswith(".")
        assert 40 < len(f"{name}: {reason}") <= 300
        assert any(mark in source for mark in ("[F]", "[R]", "[D]"))
        assert 0 <= number <= 44


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
