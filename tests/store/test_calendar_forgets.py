"""The calendar over days, wraps, failing flash and a damaged newest minute."""

import datetime

import pytest

from firmware.dates import minutes_of
from firmware.safety.ticks import later_ms
from firmware.store import newest as module
from tests.store.calendar_bench import DAY_S, SET, TEN, Table
from tests.support.profiles import TODAY, as_int


def test_somebody_at_the_table_may_make_it_forget_a_wrong_time(table):
    assert table.told(20300101) == ""
    table.cycle().calendar.forget()
    assert table.tend(3).today == 0
    assert table.cycle().tend(3).today == 0, "neither flash nor chip remembers"
    assert table.told(TODAY) == ""
    assert table.cycle().tend().today == TODAY


def test_what_is_forgotten_stays_so_where_the_chip_is_silent(table):
    table.bench.unplug()
    table.calendar.forget()
    table.bench.plug()
    assert table.tend(3).today == 0


@pytest.mark.parametrize("at_rest", [True, False])
@pytest.mark.parametrize(
    ("wall", "day"),
    [
        ((2026, 11, 23, 23, 59, 58), 20261124),
        ((2026, 12, 31, 23, 59, 58), 20270101),
        ((2027, 2, 28, 23, 59, 58), 20270301),
        ((2028, 2, 28, 23, 59, 58), 20280229),
        ((2028, 2, 29, 23, 59, 58), 20280301),
    ],
)
def test_the_day_turns_at_midnight_by_chip_and_by_ticks(tmp_path, wall, day, at_rest):
    table = Table(tmp_path, datetime.datetime(*wall))
    before = as_int(datetime.date(*wall[:3]))
    assert table.tend(1, at_rest).today == before and table.minutes == minutes_of(before, 1439)
    assert table.tend(1, at_rest).today == day and table.minutes == minutes_of(day, 0)


def test_ticks_follow_the_calendar_across_their_wrap(tmp_path):
    table = Table(tmp_path, datetime.datetime(2027, 11, 1, 10), start_ms=2**30 - 1000)
    now_ms = 2**30 - 1000
    day = datetime.date(2027, 11, 1)
    for _ in range(100):
        table.calendar.tend(now_ms, False)
        assert table.calendar.today(now_ms) == as_int(day)
        assert table.calendar.minutes(now_ms) == minutes_of(as_int(day), TEN)
        now_ms = later_ms(now_ms, DAY_S * 1000)
        day += datetime.timedelta(days=1)


def test_a_gap_too_long_to_tell_takes_the_time_away_until_the_chip_is_read(table):
    later = later_ms(table.now_ms, 2**29 - 1)
    assert table.calendar.today(later_ms(later, 2)) == 0
    assert table.tend(2).today == TODAY


def test_minutes_since_2000_are_those_of_another_calendar():
    start = datetime.datetime(2000, 1, 1)
    for days in range(0, 36525, 7):
        then = start + datetime.timedelta(days=days, minutes=days % 1440)
        day = as_int(then.date())
        assert minutes_of(day, then.hour * 60 + then.minute) == (then - start) // datetime.timedelta(minutes=1)
    assert minutes_of(20991231, 1439) < 2**26
    assert minutes_of(20991232, 0) == minutes_of(0, 5) == 0


def test_a_day_that_turned_is_the_newest_after_a_restart(table):
    table.tend(DAY_S // 3600, at_rest=False)
    table.bench.after(DAY_S)
    assert table.tend().today == TODAY + 1
    assert table.cycle(battery=False).told(TODAY) == "CLOCK_BACKWARDS"


def test_flash_is_written_only_when_the_day_is_a_new_one_or_the_clock_is_put_right(tmp_path, mocker):
    write = mocker.spy(module.Slot, "save")
    table = Table(tmp_path, SET).tend(10)
    for _ in range(8):
        table.told(TODAY)
        table.cycle().tend(10)
    table.told(TODAY - 1)
    assert write.call_count == 1
    for minute, count in ((TEN + 30, 2), (TEN + 30, 2), (TEN + 31, 2), (TEN, 3)):
        table.told(TODAY, minute)
        assert write.call_count == count
    table.bench.after(DAY_S)
    table.tend(10)
    assert write.call_count == 4


def test_without_flash_there_is_no_time(tmp_path, mocker):
    (tmp_path / "newest_minute.bin.new").mkdir()
    write = mocker.spy(module.Slot, "save")
    table = Table(tmp_path, SET).tend()
    assert [table.tend().today for _ in range(3)] == [0, 0, 0]
    assert write.call_count == 1
    table.told(TODAY)
    assert table.today == 0
    (tmp_path / "newest_minute.bin.new").rmdir()
    table.told(TODAY)
    assert table.today == TODAY


def test_h30_with_a_damaged_newest_minute_there_is_no_time_until_it_is_told(damaged):
    assert (damaged.today, damaged.minutes) == (0, 0)
    assert damaged.cycle().tend(3).today == 0
    assert damaged.told(TODAY, TEN + 1) == ""
    assert damaged.today == TODAY
    assert damaged.cycle().tend().today == TODAY
    assert damaged.told(TODAY - 1) == "CLOCK_BACKWARDS"


def test_h30_what_is_told_is_held_against_the_chip_where_the_newest_minute_is_damaged(damaged):
    assert damaged.told(TODAY - 1) == "CLOCK_BACKWARDS"
    assert damaged.today == 0
    assert damaged.told(TODAY + 1) == ""
    assert damaged.today == TODAY + 1


def test_h30_with_a_damaged_newest_minute_and_an_empty_battery_only_somebody_at_the_table_vouches_for_a_time(damaged):
    assert damaged.cycle(battery=False).tend(3).today == 0
    for day in (TODAY - 1, TODAY, TODAY + 1):
        assert damaged.told(day) == "CLOCK_LOST"
        assert damaged.today == 0
    assert damaged.cycle().told(TODAY) == "CLOCK_LOST", "a chip that was not set has no time to hold it against"
    damaged.calendar.forget()
    assert damaged.told(TODAY) == ""
    assert damaged.today == TODAY
    assert damaged.cycle().tend(3).today == TODAY


def test_whoever_holds_ok_makes_a_damaged_newest_minute_a_whole_one(damaged):
    damaged.calendar.forget()
    assert damaged.told(TODAY - 1) == ""
    assert damaged.cycle().tend(3).today == TODAY - 1
