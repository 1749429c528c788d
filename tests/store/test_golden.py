"""Files that earlier firmware wrote are opened, and today's firmware writes its layouts to the byte as it did."""

import datetime
import shutil
from pathlib import Path

import pytest

from firmware.dates import day_of, minutes_of
from firmware.person.chosen import Chosen
from firmware.profile.form import to_wire
from firmware.screening.record import PersonRecord
from firmware.store import newest, profiles, records, restarts
from firmware.store.calendar import Calendar
from firmware.store.people import People
from firmware.store.profiles import ProfileStore
from firmware.store.records import Records
from firmware.store.restarts import Restarts
from tests.support.layouts import layout_of
from tests.support.rtc import Bench

GOLDEN = Path(__file__).parents[1] / "golden"
FIRST = "d4a6714-layout"
OWN = "own-count-layout"
FELT = "felt-layout"
# By kind of file: the folders of its layouts, from the first on.
LAYOUTS = {"profile": [FIRST], "person": [FIRST, OWN, FELT], "newest_minute": [FIRST, OWN], "restarts": [FIRST]}
MODULES = {"profile": profiles, "person": records, "newest_minute": newest, "restarts": restarts}

LAST_DAY = 20261130
NEWEST_MIN = minutes_of(LAST_DAY, 706)
OWN_MIN = minutes_of(20261123, 642)
SURGEON = {"clinician": "Dr. A. Example", "role": "orthopaedic_surgeon", "issued": 20261110, "expires": 20270301}
ANYBODY = {
    "schema": 1, "angle_ref": "deg_past_horizontal", "max_inversion_cdeg": 2500, "session_s": 180, "born": 1980,
    "height_cm": 170, "weight_kg": 68, "nothing_to_declare": True, "conditions": [], "clearances": [],
}  # fmt: skip
CARLA = {
    **ANYBODY,
    "id": "carla",
    "name": "Carla",
    "nothing_to_declare": False,
    "conditions": ["early_post_op_hip", "hip_labral_tear", "sciatica"],
    "since": {"early_post_op_hip": 20260801},
    "clearances": [
        {"condition": "early_post_op_hip", "max_inversion_cdeg": 2000, **SURGEON},
        {"condition": "hip_labral_tear", "max_inversion_cdeg": 3000, **SURGEON},
    ],
}
ANNA = {**ANYBODY, "id": "anna", "name": "Anna", "max_inversion_cdeg": 6000, "beyond_60": False}
BEN = {
    **ANYBODY, "id": "ben", "name": "Ben Zoë", "born": 1975, "programme": {"down_s": 10, "level_s": 30, "times": 2},
}  # fmt: skip
EMIL = {**ANYBODY, "id": "emil", "name": "Emil"}


@pytest.fixture
def flash(tmp_path):
    """A copy of what commit d4a6714 left on its flash."""
    folder = tmp_path / "flash"
    folder.mkdir()
    for path in (GOLDEN / FIRST).glob("*.bin"):
        shutil.copy(path, folder)
    return folder


@pytest.fixture
def chosen(flash):
    """The people on it, an hour after the last entry."""
    one = Chosen(People(str(flash)))
    one.rescreen(LAST_DAY, NEWEST_MIN + 60)
    return one


def files(kind):
    """The golden files of today's layout of a kind."""
    return sorted((GOLDEN / LAYOUTS[kind][-1]).glob(f"{kind}*.bin"))


def codes(screened):
    return [code for code, *_ in screened.reasons]


# The layouts


@pytest.mark.parametrize("kind", LAYOUTS)
def test_every_layout_has_its_golden_files(kind):
    assert len(LAYOUTS[kind]) == len(MODULES[kind]._STEPS) + 1
    for layout, folder in enumerate(LAYOUTS[kind], 1):
        found = list((GOLDEN / folder).glob(f"{kind}*.bin"))
        assert found and {layout_of(path) for path in found} == {layout}


def test_no_golden_file_is_of_another_kind():
    known = {path for kind, folders in LAYOUTS.items() for name in folders for path in (GOLDEN / name).glob(kind + "*")}
    assert set(GOLDEN.rglob("*.bin")) == known


def test_today_the_same_profiles_are_the_same_bytes(tmp_path):
    for path in files("profile"):
        store, again = ProfileStore(str(path)), ProfileStore(str(tmp_path / path.name))
        store.load()
        assert again.save(store.blob, store.revision)
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


def test_today_the_same_records_are_the_same_bytes(tmp_path):
    here, there = Records(str(files("person")[0].parent)), Records(str(tmp_path))
    for path in files("person"):
        number = int(path.stem.partition("_")[2])
        assert there.save(number, here.ids[number], here.places[number], here.load(number))
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


def test_today_the_same_minute_is_the_same_bytes(tmp_path):
    kept = newest.Newest(str(tmp_path))
    kept.newest_min, kept.own_min, kept.skew_s, kept.mark = OWN_MIN + 1439, OWN_MIN, 86367, 4240100
    assert kept.save()
    assert (tmp_path / "newest_minute.bin").read_bytes() == files("newest_minute")[0].read_bytes()


def test_today_the_same_count_is_the_same_bytes(tmp_path):
    for _ in range(2):
        Restarts(str(tmp_path), False)
    assert (tmp_path / "restarts.bin").read_bytes() == files("restarts")[0].read_bytes()


# What commit d4a6714 wrote


def test_the_people_are_there_with_their_profiles_byte_for_byte(flash):
    people = People(str(flash))
    assert people.ids == ["carla", "anna", "ben", "emil", "", "", "", ""]
    assert people.names[:4] == ["Carla", "Anna", "Ben Zoë", "Emil"]
    assert people.revision == 7
    for place, profile in enumerate((CARLA, ANNA, BEN, EMIL)):
        assert people.load(place)[:2] == (profile, to_wire(profile))


def test_what_was_counted_is_there_field_by_field(flash):
    kept = Records(str(flash))
    assert kept.ids[:6] == ["dora", "carla", "anna", "ben", "emil", ""] and kept.places[:6] == [-1, 0, 1, 2, 3, -1]
    first_day, last_day = minutes_of(20261123, 0) // 1440, minutes_of(LAST_DAY, 0) // 1440
    nobody = {**vars(PersonRecord()), "declared": 1, "born": 1980, "here_day": last_day, "own_here_day": last_day}
    expected = [
        {**nobody, "here_day": first_day, "own_here_day": first_day},
        {
            **nobody, "here_day": first_day, "declared": 723252197, "dated": 2136984109, "changed_day": 20261123,
            "issued_day": 20261110, "void_day": 20261110, "own_here_day": first_day,
        },
        {
            **nobody, "here_day": first_day, "step": 1, "done": 1, "first_day": last_day, "last_day": last_day,
            "sessions": 1, "ended_min": NEWEST_MIN, "answered_day": last_day, "own_here_day": first_day,
            "own_first_day": last_day, "own_sessions": 1, "own_ended_min": NEWEST_MIN, "own_answered_day": last_day,
        },
        {**nobody, "born": 1975, "answered_day": last_day, "own_answered_day": last_day, "answers": 4},
        {**nobody, "answered_day": last_day, "own_answered_day": last_day, "open": True},
    ]  # fmt: skip
    for one in expected:  # what a layout before the age of a declaration says of it
        one["told_day"], one["own_told_day"] = one["here_day"], one["own_here_day"]
    assert [vars(kept.load(number)) for number in range(5)] == expected


def test_what_locks_and_what_is_allowed_is_as_it_was(chosen):
    void = ["NOT_CLEARED", "CLEARANCE_BEFORE_CHANGE"]
    found = [codes(chosen.screening_of(place)) for place in range(4)]
    assert found == [void * 2, [], ["TODAY"], ["WAIT"]]
    assert chosen.screening_of(1).caps[-1][:2] == (2000, "progression")
    assert chosen.record_of(3).sessions == 1, "the session that power cut short is counted"


def test_a_profile_that_was_stored_under_older_rows_opens_and_is_judged_by_those_of_today(chosen):
    """What asked for no date then, and what a surgeon could clear that is no surgeon's."""
    older = {
        **CARLA,
        "id": "flora",
        "conditions": ["spinal_fusion", "arrhythmia", "brain_trauma"],
        "since": {"brain_trauma": 20100501},
        "clearances": [
            {"condition": key, "max_inversion_cdeg": 6000, **SURGEON, "role": role}
            for key, role in (
                ("spinal_fusion", "physician"),
                ("arrhythmia", "orthopaedic_surgeon"),
                ("brain_trauma", "physician"),
            )
        ],
    }
    assert chosen.push(to_wire(older)) == ""
    place = chosen.people.ids.index("flora")
    assert codes(chosen.screening_of(place)) == ["NOT_CLEARED", "OPERATION_DATE", "NOT_CLEARED", "CLEARANCE_ROLE"]
    assert [key for _, _, key in chosen.screening_of(place).reasons] == ["spinal_fusion"] * 2 + ["arrhythmia"] * 2


def test_a_profile_that_was_removed_and_comes_again_is_no_new_persons(chosen):
    assert chosen.push(to_wire({**EMIL, "id": "dora", "conditions": ["sciatica"], "nothing_to_declare": False})) == ""
    assert chosen.record.changed_day == LAST_DAY


def test_no_time_a_day_before_the_newest_minute_is_taken(flash):
    for when, code in ((NEWEST_MIN - 1386, "CLOCK_BACKWARDS"), (NEWEST_MIN - 1385, "")):
        assert Calendar(str(flash), Bench().driver, 0).set(day_of(when), when % 1440, 0) == code
    behind = Calendar(str(flash), Bench(datetime.datetime(2026, 11, 29, 12)).driver, 0)
    assert behind.today(0) == 0
    assert Calendar(str(flash), Bench(datetime.datetime(2026, 11, 30, 12)).driver, 0).today(0) == LAST_DAY


def test_the_own_count_begins_with_the_newest_minute_and_goes_on_with_the_chip_that_is_there(flash):
    assert Calendar(str(flash), Bench().driver, 0).when(0).own_min == NEWEST_MIN
    chip = Bench(datetime.datetime(2026, 12, 2, 11, 46)).driver
    calendar = Calendar(str(flash), chip, 0)
    assert calendar.when(0).own_min == NEWEST_MIN + 2 * 1440
    calendar.tend(0, True)
    assert Calendar(str(flash), chip, 0).when(0).own_min == NEWEST_MIN + 2 * 1440
    assert (
        Calendar(str(flash), Bench(datetime.datetime(2026, 12, 3)).driver, 0).when(0).own_min == NEWEST_MIN + 2 * 1440
    )


# What the firmware with a count of its own wrote


def test_two_days_by_the_clock_are_one_by_the_own_count():
    person = Records(str(GOLDEN / OWN)).load(0)
    known = {name: value for name, value in vars(person).items() if value}
    day = OWN_MIN // 1440
    assert known == {
        "done": 2, "first_day": day, "last_day": day + 1, "sessions": 1, "ended_min": OWN_MIN + 1439, "declared": 1,
        "answered_day": day + 1, "here_day": day, "born": 1980, "own_first_day": day, "own_sessions": 2,
        "own_ended_min": OWN_MIN, "own_answered_day": day, "own_here_day": day, "told_day": day, "own_told_day": day,
    }  # fmt: skip


# What the firmware that asks how a session felt wrote


def test_how_a_session_felt_and_what_is_new_are_there():
    person = Records(str(GOLDEN / FELT)).load(0)
    known = {name: value for name, value in vars(person).items() if value}
    day, ended_min = minutes_of(20261123, 0) // 1440, 14145723
    assert known == {
        "last_day": day, "sessions": 1, "ended_min": ended_min, "own_sessions": 1, "own_ended_min": ended_min,
        "answered_day": day, "own_answered_day": day, "declared": 1, "here_day": day, "own_here_day": day, "born": 1980,
        "worse": 1, "news": 0b1000100000, "told_day": day, "own_told_day": day, "meal_min": ended_min + 36,
        "own_meal_min": ended_min + 36, "hold_cdeg": 2000, "pace_days": 14,
    }  # fmt: skip


def test_restarts_are_counted_on(flash):
    assert Restarts(str(flash), False).count == 3
    assert Restarts(str(flash), True).count == 0
