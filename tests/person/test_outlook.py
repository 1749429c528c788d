"""What a person is told of what comes next: no sooner, and no further, than the table will let them."""

import pytest

from firmware.dates import DAY_MIN, day_number
from firmware.person import outlook
from firmware.screening.record import PersonRecord
from firmware.screening.result import judge
from firmware.texts import english
from tests.support.profiles import TODAY, profile
from tests.support.when import at

DAY = day_number(TODAY) - 1  # of a record: it begins with 0
NOW = at(TODAY, DAY * DAY_MIN + 720)


def told(**known: int) -> str:
    record = PersonRecord()
    for name, value in known.items():
        setattr(record, name, value)
    screened = judge(profile(), NOW, record)
    assert not screened.locked
    return english(outlook.text(screened, record, NOW))


@pytest.mark.parametrize(
    ("done", "days", "own_days", "waits"),
    [
        (0, None, None, "3 more good sessions and 7 days"),
        (1, 0, 0, "2 more good sessions and 7 days"),
        (2, 3, 3, "1 more good session and 4 days"),
        (2, 6, 2, "1 more good session and 5 days"),
        (2, 2, 6, "1 more good session and 5 days"),
        (2, 7, 9, "1 more good session"),
        (3, 5, 5, "2 days"),
        (3, 7, 7, "this one"),
    ],
)
def test_nobody_is_promised_the_next_step_sooner_or_later_than_it_is_given(done, days, own_days, waits):
    begun = {} if days is None else {"first_day": DAY - days, "own_first_day": DAY - own_days}
    assert f" Next: 20 degrees, after {waits}. " in told(done=done, **begun)


@pytest.mark.parametrize(("days", "own_days"), [(170, 170), (170, 20), (20, 170), (170, 169)])
def test_a_profile_is_to_be_renewed_by_whichever_time_says_so_first(days, own_days):
    assert " Renew the profile within 10 days. " in told(told_day=DAY - days, own_told_day=DAY - own_days)
