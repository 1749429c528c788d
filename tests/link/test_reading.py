"""What is read back from the table's own server: profiles, people, reasons and faults."""

import base64

import pytest

from firmware.dates import DAY_MIN
from firmware.link import messages
from firmware.profile.form import to_wire
from firmware.safety import faults
from tests.link.commands import ANNA, KEY, why_locked
from tests.support.desk import MINUTE
from tests.support.profiles import KEYS, TODAY, clearance, profile


def test_the_profile_comes_back_byte_for_byte(desk):
    blob = to_wire(profile(KEY, name="Zoë $", clearances=[clearance(KEY)] * 4))
    desk.put(blob)
    desk.commit(blob)
    read = b""
    while True:
        answer = desk.ask("profile.get", who="", off=len(read))
        assert (answer["n"], answer["rev"]) == (len(blob), 1)
        if not answer["d"]:
            break
        read += base64.b64decode(answer["d"])
    assert read == blob
    assert desk.ask("profile.get", who="", off=4095)["d"] == ""


def test_where_nobody_is_stored_nobody_is_removed(desk):
    assert desk.refused("profile.remove", who="")[:2] == ("NO_SUCH_PERSON", "who")
    assert desk.refused("profile.remove", who="ben")[:2] == ("NO_SUCH_PERSON", "who")
    desk.push(ANNA)
    assert desk.ask("profile.remove", who="") == {"rev": 2}
    assert why_locked(desk) == ["NO_PROFILE"]


def test_a_profile_is_removed_only_upright_and_at_rest(desk):
    desk.push(ANNA)
    desk.status.upright_idle = False
    assert desk.refused("profile.remove", who="anna")[0] in ("NOT_UPRIGHT", "BUSY")
    assert desk.ask("people", at=0)["id"] == "anna"


@pytest.mark.parametrize(
    ("changes", "days", "told"),
    [
        ({}, 0, (9, 6000, 300)),
        ({}, 28, (7, 5000, 270)),
        ({}, 70, (0, 1500, 60)),
        ({"hold_cdeg": 2000}, 0, (1, 2000, 90)),
    ],
)
def test_what_is_told_of_the_steps_is_what_is_in_force_after_a_break_too(desk, changes, days, told):
    desk.push({**ANNA, "max_inversion_cdeg": 6000, "session_s": 300, **changes})
    record = desk.chosen.record
    record.last_day, record.ended_min = record.told_day - days, (record.told_day - days) * DAY_MIN
    record.own_ended_min = record.ended_min
    answer = desk.ask("progress", who="")
    assert (answer["step"], answer["cap"], answer["s"]) == told
    desk.ask("clock.set", day=TODAY, min=MINUTE + 9)
    assert [found[3] for found in desk.why("cap") if found[2] == "progression"] == [told[1]]
    assert desk.ask("profile.verdict", who="")["s"] == told[2]


@pytest.mark.parametrize(("at_upright", "code"), [(False, "NOT_UPRIGHT"), (True, "BUSY")])
def test_away_from_rest_nobody_is_read_but_the_chosen_one(desk, at_upright, code):
    """To read a profile from flash takes up to half a second: the bridge and the watchdog do not wait for it."""
    for who in ("ben", "anna"):
        desk.push(profile(id=who, name=who))
    desk.status.upright_idle = False
    desk.status.at_upright = at_upright
    assert desk.refused("people", at=0)[0] == code
    assert desk.ask("people", at=1)["chosen"] == 1
    for command, more in (
        ("profile.get", {"off": 0}), ("profile.verdict", {}), ("progress", {}), ("why", {"of": "lock", "at": 0}),
    ):  # fmt: skip
        assert desk.refused(command, who="ben", **more)[0] == code
        for who in ("", "anna"):
            answer = desk.send([("i", 7), ("c", command), ("who", who), *more.items()])
            assert answer.get("e") in (None, "PAST_END")


def test_eight_people_and_no_ninth(desk):
    for number in range(8):
        assert desk.push({**ANNA, "id": f"p{number}"})["rev"] == number + 1
    assert desk.push({**ANNA, "id": "p9"})["e"] == "FULL"
    found = [desk.ask("people", at=at) for at in range(8)]
    assert sorted(one["id"] for one in found) == [f"p{number}" for number in range(8)]
    assert [one["id"] for one in found if one["chosen"]] == ["p7"]
    assert desk.refused("people", at=8)[0] == "OUT_OF_RANGE"


def test_no_profile_reads_as_nothing(desk):
    assert desk.ask("profile.get", who="", off=0) == {"n": 0, "d": "", "rev": 0}
    assert why_locked(desk) == ["NO_PROFILE"]


def test_progress_tells_pain_what_was_worse_and_where_the_profile_holds(desk):
    desk.push({**ANNA, "hold_cdeg": 2000, "ask_pain": True})
    told = desk.ask("progress", who="")
    assert [told[name] for name in ("hold", "worse", "before", "after")] == [2000, 0, 0, 0]
    record = desk.chosen.record
    record.worse, record.pain_before, record.pain_after = 1, 5, 11
    told = desk.ask("progress", who="")
    assert [told[name] for name in ("hold", "worse", "before", "after")] == [2000, 1, 5, 11]


def test_caps_are_named_by_their_origin(desk):
    desk.push(profile("hip_dysplasia", clearances=[clearance("hip_dysplasia")]))
    assert desk.why("cap") == [
        ("CAP", "", "table_rating", 6000, ""),
        ("CAP", "", "profile", 5000, ""),
        ("CAP", "", "condition:hip_dysplasia", 2000, "hip_dysplasia"),
        ("CAP", "", "clearance:hip_dysplasia", 3000, "hip_dysplasia"),
        ("CAP", "", "progression", 6000, ""),
    ]


def test_reasons_and_warnings_carry_the_key_of_the_condition_they_speak_of(desk):
    desk.push(profile("glaucoma", "anxiety", "k" * 40, KEY, born=1950, height_cm=199))
    assert [(code, key) for code, *_, key in desk.why("lock")] == [
        ("OVER_HEIGHT", ""),
        ("CONDITION_ABSOLUTE", "glaucoma"),
        ("UNKNOWN_CONDITION", "k" * 40),
        ("NOT_CLEARED", KEY),
    ]
    assert [(code, key) for code, *_, key in desk.why("warning")] == [("SECOND_PERSON", ""), ("WARNING", "anxiety")]


@pytest.mark.parametrize("key", KEYS)
def test_the_longest_that_can_be_said_of_a_condition_fits_a_frame(desk, key):
    """By a clinician whose name takes the most bytes there are."""
    given = clearance(key, clinician="\U0001f600" * 60, role="physician", issued=20261122, expires=20261122)
    desk.push(profile(key, clearances=[given] * 3, since={key: 20261121}))
    for of in ("lock", "warning", "cap"):
        assert all(desk.ask("why", who="", of=of, at=at)["key"] in (key, "") for at in range(len(desk.why(of))))


def test_a_yes_of_today_carries_the_key_of_its_question(desk):
    desk.push(ANNA)
    desk.chosen.answer(0b11)
    found = [(code, key) for code, *_, key in desk.why("lock")]
    assert found == [("TODAY", "ear_or_sinus_infection"), ("TODAY", "conjunctivitis")]


def test_a_fault_is_told_with_its_remedy(desk):
    assert desk.why("fault") == []
    for number, row in enumerate(faults.FAULTS):
        if number:
            desk.status.fault = number
            assert desk.why("fault") == [(row[faults.NAME], "", f"{row[faults.SENTENCE]} {row[faults.REMEDY]}", 0, "")]


@pytest.mark.parametrize("of", messages.WHY_LISTS)
def test_past_the_end_is_told(desk, of):
    count = len(desk.why(of))
    code, field, sentence = desk.refused("why", who="", of=of, at=count)
    assert (code, field) == ("PAST_END", "at")
    assert f"There are {count}." in sentence


def test_the_longest_reasons_fit_a_frame(desk):
    worst = profile(
        "acute_hip_instability", "k" * 40, clearances=[clearance(KEY, clinician="$" * 60, role="physician")] * 2
    )
    desk.push(worst)
    assert len(why_locked(desk)) == 4
    desk.push({**worst, "clearances": [{**clearance(KEY), "$" * 60 + "é": 1, "clinician": "\n"}], "😀" * 60: 2})
    assert len(desk.why("push")) == 3


def test_whoever_is_chosen_is_named_as_that_whoever_was_removed_before(desk):
    for number in range(4):
        desk.push({**ANNA, "id": f"p{number}"})
    for removed in ("p1", "p0"):
        desk.ask("profile.remove", who=removed)
        count = desk.ask("people", at=0)["n"]
        found = [desk.ask("people", at=at) for at in range(count)]
        assert [one["id"] for one in found if one["chosen"]] == ["p3"]
