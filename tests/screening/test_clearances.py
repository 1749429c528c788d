"""Which clearances count, and when."""

import ast
from pathlib import Path

import pytest

from firmware.screening import conditions
from firmware.screening.rules import Screened, screen
from tests.screening.screened import KEY, OPERATED, bound, codes, locked_with
from tests.support.profiles import TODAY, clearance, profile


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
    first = clearance(KEY, max_inversion_cdeg=1900)
    second = clearance(KEY, max_inversion_cdeg=1200)
    assert bound(screen(profile(KEY, clearances=[expired, first]), TODAY)) == (1900, f"clearance:{KEY}")
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
    assert bound(screen(profile(KEY, clearances=[clearance(KEY)]), TODAY))[0] == 2000


@pytest.mark.parametrize(
    ("since", "expected"),
    [(20261031, []), (20261101, []), (20261102, ["CLEARANCE_BEFORE_EVENT"]), (20990101, ["CLEARANCE_BEFORE_EVENT"])],
)
def test_a_clearance_from_before_it_happened_does_not_count_where_there_is_no_wait(since, expected):
    screened = screen(profile(KEY, clearances=[clearance(KEY)], since={KEY: since}), TODAY)
    assert codes(screened) == (["NOT_CLEARED", *expected] if expected else [])
    if since == 20261102:
        assert screened.reasons[1][1] == (
            "Get a new clearance for 'Acute hip instability': the one by A. Example was given before 2026-11-02, when "
            "it happened."
        )


def test_alone_a_session_is_as_short_as_the_profile_or_the_warning_says():
    assert screen(profile("alone_at_home", session_s=61), TODAY).session_ms == 60_000
    assert screen(profile("alone_at_home", session_s=59), TODAY).session_ms == 59_000
    assert screen(profile("anxiety", session_s=600), TODAY).session_ms == 600_000


def test_warnings_stand_in_the_order_of_what_gives_them():
    screened = screen(profile("anxiety", "sciatica", "claustrophobia", born=1950), TODAY)
    assert [code for code, *_ in screened.warnings] == ["SECOND_PERSON", "WARNING", "WARNING"]
    assert bound(screened) == (2000, "condition:anxiety")


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
        f"condition:{KEY}",
        "condition:hip_flexor_strain",
        "clearance:hip_dysplasia",
        f"clearance:{KEY}",
        "clearance:hip_flexor_strain",
    ]


@pytest.mark.parametrize(
    ("given", "early", "late", "expected"),
    [
        ({"issued": TODAY}, TODAY, TODAY, []),
        ({"issued": TODAY}, TODAY - 1, TODAY, ["NOT_CLEARED", "CLEARANCE_NOT_YET"]),
        ({"issued": TODAY}, 0, 0, []),
        ({"expires": TODAY}, TODAY, TODAY + 1, ["NOT_CLEARED", "CLEARANCE_EXPIRED"]),
        ({"expires": TODAY + 1}, TODAY - 1, TODAY + 1, []),
        ({"issued": 20260527, "expires": 20270301}, TODAY, TODAY, []),
        ({"issued": 20260527, "expires": 20270301}, TODAY, TODAY + 1, ["NOT_CLEARED", "CLEARANCE_OLD"]),
    ],
)
def test_h30_a_clearance_counts_on_the_earliest_and_on_the_latest_day_that_it_may_be(given, early, late, expected):
    declared = profile(KEY, clearances=[clearance(KEY, **given)])
    assert codes(screen(declared, TODAY, 0, early, late)) == expected
    dateless = screen(declared, 0, 0, early, late)
    assert codes(dateless)[-1] == "NO_CLOCK" and "NOT_CLEARED" in codes(dateless)


def test_h30_an_operation_after_today_has_not_been_however_late_it_may_be():
    cleared = profile(OPERATED, since={OPERATED: TODAY + 1}, clearances=[clearance(OPERATED)])
    assert "OPERATION_DATE" in codes(screen(cleared, TODAY, 0, TODAY, TODAY + 2))
    cleared = profile(OPERATED, since={OPERATED: TODAY}, clearances=[clearance(OPERATED)])
    assert "OPERATION_DATE" not in codes(screen(cleared, TODAY, 0, TODAY - 1, TODAY))
