"""What a person is told on the first page of the day, word for word."""

import pytest

from firmware.person import outlook
from firmware.screening import advice, dose
from firmware.screening.record import PersonRecord
from firmware.screening.rules import Screened
from firmware.texts import english
from tests.support.when import at

DAY = 9_000
NOW = at(20261123, DAY * 1440 + 700)


def record(**changes: int) -> PersonRecord:
    """Somebody at the first step, told today."""
    found = PersonRecord()
    found.told_day = found.own_told_day = DAY
    for name, value in changes.items():
        setattr(found, name, value)
    return found


def said(caps: list[tuple[int, str, str]], person: PersonRecord, session_ms: int = 60_000) -> str:
    """What is said, without what is always said at the end."""
    whole = english(outlook.text(Screened(caps, [], session_ms, []), person, NOW))
    ending = f" {advice.USEFUL} {advice.HIP}"
    assert whole.endswith(ending)
    return whole.removesuffix(ending)


STEP = (1500, "progression", "")
FAR = (6000, "profile", "")


@pytest.mark.parametrize(
    ("cap", "why"),
    [
        ((1000, "table_rating", ""), "the table goes no further"),
        ((1000, "profile", ""), "the profile asks for no more"),
        ((1000, "hold", ""), "the profile holds it there for now"),
        ((1000, "age", ""), "at your age no more is allowed"),
        ((1000, "condition", "sciatica"), "a condition in the profile allows no more"),
    ],
)
def test_why_it_goes_no_further_is_said_by_what_bounds_it(cap, why):
    assert said([cap, FAR, STEP], record()) == f"Now 10 degrees for 60 s: {why}. The angle grows no further."


def test_the_time_is_told_in_whole_seconds():
    assert "for 61 s:" in said([STEP, FAR], record(), 61_999)


@pytest.mark.parametrize(
    ("done", "since_days", "after"),
    [
        (0, None, "3 more good sessions and 7 days"),
        (1, 0, "2 more good sessions and 7 days"),
        (2, 6, "1 more good session and 1 day"),
        (2, 7, "1 more good session"),
        (3, 3, "4 days"),
        (3, 9, "this one"),
    ],
)
def test_what_comes_next_and_when(done, since_days, after):
    first = 0 if since_days is None else DAY - since_days
    person = record(done=done, first_day=first, own_first_day=first, last_day=DAY)
    assert said([STEP, FAR], person) == (
        f"Now 15 degrees for 60 s: your sessions so far allow no more. Next: 20 degrees, after {after}."
    )


@pytest.mark.parametrize(
    ("most_cdeg", "comes"),
    [
        (1500, "The angle grows no further."),
        (1501, "Next: 15.0 degrees, after 3 more good sessions and 7 days."),
        (1750, "Next: 17.5 degrees, after 3 more good sessions and 7 days."),
        (2001, "Next: 20 degrees, after 3 more good sessions and 7 days."),
    ],
)
def test_the_next_angle_is_the_next_step_or_what_else_bounds_it(most_cdeg, comes):
    assert said([STEP, (most_cdeg, "condition", ""), FAR], record()).endswith(comes)


@pytest.mark.parametrize(
    ("age_days", "words"),
    [
        (dose.DECLARED_DAYS - 22, ""),
        (dose.DECLARED_DAYS - 21, " Renew the profile within 21 days."),
        (dose.DECLARED_DAYS - 1, " Renew the profile within 1 days."),
        (dose.DECLARED_DAYS, " Renew the profile within 0 days."),
    ],
)
def test_three_weeks_ahead_it_says_that_the_profile_will_have_to_be_renewed(age_days, words):
    person = record(told_day=DAY - age_days, own_told_day=DAY - age_days)
    assert said([STEP, FAR], person).endswith(f"after 3 more good sessions and 7 days.{words}")


@pytest.mark.parametrize(
    ("cdeg", "words"),
    [
        (100, "1 degrees"), (2500, "25 degrees"), (2550, "25.5 degrees"), (2509, "25.0 degrees"),
        (90, "0.9 degrees"), (6090, "60.9 degrees"), (9000, "90 degrees"),
    ],
)  # fmt: skip
def test_an_angle_in_words(cdeg, words):
    assert english(outlook.degrees(cdeg)) == words
