"""What a push leaves of the one before: all that the profile says is of the profile that is stored now."""

import pytest

from firmware.dates import DAY_MIN
from firmware.profile.form import to_wire
from firmware.store.people import People
from tests.support.profiles import profile
from tests.support.when import moment

DAY = 9_000
NAMES = ("hold_cdeg", "pace_days", "born", "told_day", "own_told_day", "here_day", "own_here_day")


def pushed(people: People, days: int, **changes) -> list[int]:
    """What is remembered of a profile that is pushed so many days later."""
    one = profile(id="anna", name="Anna", **changes)
    place, code = people.put(one, to_wire(one), moment((DAY + days) * DAY_MIN))
    assert code == ""
    record = people.record(place)
    return [getattr(record, name) for name in NAMES]


@pytest.mark.parametrize("before", [{}, {"hold_cdeg": 2000, "days_per_step": 14}])
@pytest.mark.parametrize("after", [{}, {"hold_cdeg": 3000}, {"days_per_step": 21}])
def test_a_hold_and_a_pace_are_those_of_the_profile_that_is_stored_now(tmp_path, before, after):
    """Whoever takes them out of the profile is not held by them, and whoever changes them is not held by the old."""
    people = People(str(tmp_path))
    pushed(people, 0, **before)
    hold_cdeg, pace_days, *_ = pushed(people, 1, **after)
    assert (hold_cdeg, pace_days) == (after.get("hold_cdeg", 0), after.get("days_per_step", 0))


def test_what_was_declared_is_as_old_as_the_last_push(tmp_path):
    people = People(str(tmp_path))
    for days in (0, 200, 201):
        assert pushed(people, days)[3:] == [DAY + days] * 4


def test_taking_a_profile_away_declares_nothing(tmp_path):
    people = People(str(tmp_path))
    pushed(people, 0)
    assert people.remove(0, moment((DAY + 100) * DAY_MIN)) == ""
    record = people._records.load(0)
    assert (record.told_day, record.own_told_day, record.here_day) == (DAY, DAY, DAY + 100)


def test_another_day_of_an_operation_is_a_change(tmp_path):
    people = People(str(tmp_path))
    operated = {"conditions": ["early_post_op_hip"], "id": "ben"}

    def is_change(**since: int) -> bool:
        one = profile(**operated, since=since)
        place, _ = people.put(one, to_wire(one), moment(DAY * DAY_MIN))
        return bool(people.record(place).undated)

    assert not is_change()
    for _ in range(2):
        assert not is_change(early_post_op_hip=20260920), "a day that is given for the first time is none"
    assert is_change(early_post_op_hip=20260801)
    operated["id"] = "cara"
    assert not is_change(early_post_op_hip=20260920)
    assert is_change()
