"""A minute carried on by the ticks: it turns with its sixtieth second, and what they cannot tell does not count."""

import pytest

from firmware.dates import minutes_of
from firmware.store.moment import Count, Moment

WRAP = 2**30
HALF = 2**29
DAY = 20261123
STARTS = [0, 500_000, WRAP - 1, WRAP - 60_000]


def tick(start_ms, passed_ms):
    return (start_ms + passed_ms) % WRAP


def moment(start_ms, minute=600, second=0):
    one = Moment()
    one.put(DAY, minute, second, start_ms)
    return one


@pytest.mark.parametrize("start_ms", STARTS)
@pytest.mark.parametrize(("passed_ms", "minutes"), [(0, 0), (59_999, 0), (60_000, 1), (119_999, 1), (HALF - 1, 8947)])
def test_a_minute_turns_with_its_sixtieth_second_and_not_before(start_ms, passed_ms, minutes):
    one, count = moment(start_ms), Count()
    count.put(77, 0, start_ms)
    for _ in range(2):
        one.carry(tick(start_ms, passed_ms))
        count.carry(tick(start_ms, passed_ms))
        assert (one.minutes(), count.minutes) == (minutes_of(DAY, 600) + minutes, 77 + minutes)
    assert one.second(tick(start_ms, passed_ms)) == passed_ms // 1000 % 60
    assert count.since_ms == tick(start_ms, minutes * 60_000)


@pytest.mark.parametrize("start_ms", STARTS)
def test_it_may_begin_within_its_minute(start_ms):
    one, count = moment(start_ms, second=20), Count()
    count.put(77, 20, start_ms)
    for passed_ms, minutes in ((39_999, 0), (40_000, 1), (99_999, 1), (100_000, 2)):
        now_ms = tick(start_ms, passed_ms)
        one.carry(now_ms)
        count.carry(now_ms)
        assert (one.minutes(), count.minutes) == (minutes_of(DAY, 600) + minutes, 77 + minutes)
        assert one.second(now_ms) == (20 + passed_ms // 1000) % 60


def test_many_small_steps_lose_nothing():
    one, count = moment(WRAP - 5), Count()
    count.put(77, 0, WRAP - 5)
    for step in range(1, 1001):
        one.carry(tick(WRAP - 5, step * 1234))
        count.carry(tick(WRAP - 5, step * 1234))
    assert (one.minutes(), count.minutes) == (minutes_of(DAY, 600) + 20, 77 + 20)


@pytest.mark.parametrize(("passed_min", "day", "minute"), [(839, DAY, 1439), (840, DAY + 1, 0), (3720, DAY + 3, 0)])
def test_the_day_turns_with_its_last_minute(passed_min, day, minute):
    one = moment(0)
    one.carry(passed_min * 60_000)
    assert (one.day, one.minute) == (day, minute)


@pytest.mark.parametrize("start_ms", STARTS)
@pytest.mark.parametrize("passed_ms", [HALF, HALF + 1, WRAP - 1])
def test_longer_than_the_ticks_can_tell_is_no_moment_and_none_of_it_counts(start_ms, passed_ms):
    one, count = moment(start_ms), Count()
    count.put(77, 0, start_ms)
    now_ms = tick(start_ms, passed_ms)
    one.carry(now_ms)
    count.carry(now_ms)
    assert (one.day, one.minutes(), count.minutes, count.since_ms) == (0, 0, 77, now_ms)
    one.carry(tick(now_ms, 60_000))
    count.carry(tick(now_ms, 60_000))
    assert (one.minutes(), count.minutes) == (0, 78), "the count goes on from there, the moment does not"


def test_what_has_not_begun_does_not_go_on():
    one, count = Moment(), Count()
    one.carry(600_000)
    count.carry(600_000)
    assert (one.day, one.minute, one.minutes(), count.minutes) == (0, 0, 0, 0)


@pytest.mark.parametrize(("first_s", "second_s"), [(0, 0), (20, 50), (50, 20), (0, 59), (59, 0)])
def test_how_far_a_clock_is_ahead_of_a_count_within_the_minute_is_told(first_s, second_s):
    one, count = moment(1000, second=first_s), Count()
    count.put(77, second_s, 1000)
    assert one.ahead_ms(count) == (first_s - second_s) * 1000
