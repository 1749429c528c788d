"""Every reason, warning and cap has the key of the condition it speaks of, and "" where it speaks of none."""

import pytest

from firmware.screening import conditions, dose
from firmware.screening.record import PersonRecord
from firmware.screening.result import judge
from firmware.screening.rules import screen
from tests.support.profiles import KEYS, TODAY, clearance, profile
from tests.support.when import at, moment

SURGEONS, WAITING = "acute_hip_instability", "early_post_op_hip"
NOON = 9_823 * 1440 + 720  # of TODAY


def keys(rows):
    return [(code, key) for code, _, key in rows]


@pytest.mark.parametrize("key", KEYS)
def test_what_one_condition_adds_speaks_of_it(key):
    none = screen(profile(), TODAY)
    for given in ([], [clearance(key)]):
        one = screen(profile(key, clearances=given), TODAY)
        added = [row for row in one.reasons + one.warnings + one.caps if row not in none.caps]
        assert {row[2] for row in added} <= {key}
        assert added or conditions.find(key)[conditions.CATEGORY] == conditions.NOTE


@pytest.mark.parametrize(
    ("given", "since", "today", "changed_day", "code"),
    [
        ({"role": "physician"}, {}, TODAY, 0, "CLEARANCE_ROLE"),
        ({"issued": 20261124}, {}, TODAY, 0, "CLEARANCE_NOT_YET"),
        ({"expires": 20991231}, {}, 20270701, 0, "CLEARANCE_OLD"),
        ({"expires": 20261122}, {}, TODAY, 0, "CLEARANCE_EXPIRED"),
        ({}, {}, TODAY, 20261102, "CLEARANCE_BEFORE_CHANGE"),
        ({}, {WAITING: 20261030}, TODAY, 0, "CLEARANCE_EARLY"),
        ({}, {}, TODAY, 0, "OPERATION_DATE"),
    ],
)
def test_why_a_clearance_does_not_count_speaks_of_what_it_clears(given, since, today, changed_day, code):
    key = WAITING if since or code == "OPERATION_DATE" else SURGEONS
    declared = profile("glaucoma", key, clearances=[clearance(key, **given)], since=since)
    found = keys(screen(declared, today, changed_day).reasons)
    assert found == [("CONDITION_ABSOLUTE", "glaucoma"), ("NOT_CLEARED", key), (code, key)]


@pytest.mark.parametrize(("length", "shown"), [(39, 39), (40, 40), (41, 40), (900, 40)])
def test_a_condition_that_is_not_known_is_told_as_far_as_a_key_may_go(length, shown):
    assert keys(screen(profile("k" * length), TODAY).reasons) == [("UNKNOWN_CONDITION", "k" * shown)]


@pytest.mark.parametrize(
    "declared",
    [
        None,
        {"schema": 2},
        {},
        profile(born=2015, height_cm=130, weight_kg=30),
        profile(born=1950),
        profile(height_cm=199, weight_kg=299),
        profile(programme={"down_s": 300, "level_s": 10, "times": 10}),
        {**profile(), "max_inversion_cdeg": 7000},
        profile(max_inversion_cdeg=9000),
    ],
)
@pytest.mark.parametrize("today", [0, TODAY])
def test_what_comes_from_elsewhere_speaks_of_no_condition(declared, today):
    one = screen(declared, today)
    assert {row[2] for row in one.reasons + list(one.warnings) + one.caps} == {""}


def test_what_was_counted_speaks_of_no_condition_and_a_yes_of_its_question():
    record = PersonRecord()
    record.answered_day, record.answers = NOON // 1440, 0b11111
    questions = [question[0] for question in conditions.TODAY_QUESTIONS]
    dose.ended(record, moment(NOON), False)
    waits = [("TODAY", key) for key in questions] + [("WAIT", "")]
    assert keys(judge(profile(), at(TODAY, NOON), record).reasons) == waits
    record.sessions, record.answers = 3, 0
    assert keys(dose.locks(record, moment(NOON))) == [("ENOUGH_TODAY", "")]
    assert judge(profile(), at(TODAY, NOON), record).caps[-1][2] == ""
    for record.lost in ("RECORD_LOST", "RECORD_NEWER"):
        assert keys(dose.locks(record, moment(NOON))) == [(record.lost, "")]
