"""The calendar as it is told a time, and the newest minute that it logs."""

import datetime
import random

import pytest

from firmware.dates import day_of, minutes_of
from firmware.store import newest as module
from firmware.when import NOBODY
from tests.store.calendar_bench import DAY_S, NOW, SET, TEN, Table
from tests.support.profiles import TODAY


def test_setting_that_fails_on_the_bus_leaves_no_time(table):
    table.bench.bus.write = lambda *_: False
    assert table.told(TODAY, TEN + 3) == ""
    assert table.tend(5).today == 0


def test_a_time_told_on_the_way_is_taken_at_rest_and_has_gone_on_till_then(tmp_path, mocker):
    table = Table(tmp_path)
    write = mocker.spy(table.bench.bus, "write")
    assert table.calendar.set(TODAY, 1439, table.now_ms) == ""
    assert table.tend(300, at_rest=False).today == 0
    assert write.call_count == 0
    assert table.tend().today == TODAY + 1
    assert table.minutes == minutes_of(TODAY + 1, 4)


def test_a_day_before_the_newest_takes_the_date_away_even_after_a_restart(table):
    for _ in range(2):
        assert table.told(TODAY - 1) == "CLOCK_BACKWARDS"
        assert table.tend(3).today == 0
        assert table.told(TODAY) == ""
        assert table.today == TODAY
        table.cycle()


BACK = [(0, ""), (66, ""), (12 * 60, ""), (1385, ""), (1386, "CLOCK_BACKWARDS"), (1440, "CLOCK_BACKWARDS")]


@pytest.mark.parametrize(("back_min", "code"), BACK)
def test_a_clock_may_go_back_by_a_flight_behind_the_own_count_and_no_whole_day(table, back_min, code):
    then = NOW - back_min
    assert table.told(day_of(then), then % 1440) == code
    assert table.today == (0 if code else day_of(then))
    assert table.cycle().tend().minutes == (NOW if code else then)


def test_a_time_refused_takes_back_the_one_before_it(table):
    assert table.calendar.set(TODAY + 1, TEN, table.now_ms) == ""
    assert table.calendar.set(TODAY - 1, TEN, table.now_ms) == "CLOCK_BACKWARDS"
    assert table.tend(3).today == 0


def test_the_own_count_stays_however_often_the_clock_goes_back(table):
    for _ in range(3):
        assert table.told(day_of(NOW - 1385), (NOW - 1385) % 1440) == ""
        assert table.told(day_of(NOW - 1386), (NOW - 1386) % 1440) == "CLOCK_BACKWARDS"
    assert table.own_min == NOW


def test_what_was_logged_is_there_after_a_restart_without_a_chip(table):
    table.bench.after(7200)
    table.tend(at_rest=False)
    table.calendar.note(table.now_ms)
    table.cycle(battery=False)
    assert table.own_min == NOW + 120
    assert table.told(day_of(NOW - 1270), (NOW - 1270) % 1440) == "CLOCK_BACKWARDS"


def test_what_is_logged_already_is_not_written_again(table, mocker):
    write = mocker.spy(module.Slot, "save")
    table.calendar.note(table.now_ms)
    assert write.call_count == 0
    table.bench.after(60)
    table.calendar.note(table.now_ms)
    assert write.call_count == 1


def test_h30_back_over_midnight_the_latest_day_stays_and_so_does_what_has_expired_with_it(tmp_path):
    table = Table(tmp_path, datetime.datetime(2026, 11, 23, 0, 2)).tend()
    assert table.told(20261122, 1438) == ""
    assert table.tend().today == 20261122
    for _ in range(2):
        assert table.when.late_day == TODAY and table.when.early_day == 20261122
        table.cycle().tend()


def test_h30_a_chip_found_on_the_day_before_the_newest_is_not_believed(table):
    table.set_back(datetime.datetime(2026, 11, 24, 0, 10))
    table.cycle().tend()
    table.set_back(datetime.datetime(2026, 11, 23, 23, 50))
    assert table.cycle().tend(3).today == 0


def test_h30_the_chips_time_counts_before_it_is_logged(table):
    """Six weeks without power: flash is far behind, and a laptop that is first may not be so too."""
    assert table.cycle(42 * DAY_S).today == 20270104
    for _ in range(2):
        assert table.calendar.set(TODAY, 1380, table.now_ms) == "CLOCK_BACKWARDS"
        assert table.calendar.today(table.now_ms) == 0
    assert table.tend(3).today == 0
    assert table.told(20270104) == ""


def test_h30_a_time_that_was_valid_counts_when_it_is_not_any_more(table):
    table.bench.after(DAY_S - 60)
    table.tend(2, at_rest=False)
    table.bench.unplug()
    table.tend(5)
    assert table.today == 0
    table.bench.plug()
    assert table.told(TODAY) == "CLOCK_BACKWARDS"


def test_a_time_ten_years_off_is_a_wrong_clock_and_voids_nothing(tmp_path):
    table = Table(tmp_path)
    assert table.told(20991231) == "CLOCK_LEAP"
    assert table.told(TODAY) == ""
    assert table.told(20361202) == "CLOCK_LEAP"
    assert table.today == TODAY
    assert table.told(20351201) == ""
    assert table.today == 20351201


@pytest.mark.parametrize("odd", [0, -1, 20251231, 20261131, 20260229, None, "20261123", True, 20261123.0])
def test_what_is_no_day_changes_nothing(table, odd):
    assert table.told(odd) == "BAD_DAY"
    assert table.today == TODAY


@pytest.mark.parametrize("odd", [-1, 1440])
def test_what_is_no_minute_changes_nothing(table, odd):
    assert table.told(TODAY, odd) == "BAD_DAY"
    assert table.today == TODAY


def test_whatever_order_times_are_told_in_the_table_can_say_what_time_it_is(tmp_path):
    """A laptop that could make it fail would restart the table and take the session of whoever is on it."""
    for seed in range(60):
        (root := tmp_path / str(seed)).mkdir()
        anything_at_all(random.Random(seed), Table(root, SET))


def anything_at_all(chance, table):
    for _ in range(25):
        what = chance.randrange(6)
        day = chance.choice((TODAY, TODAY, TODAY - 1, TODAY + 1, 20270230, 0, 20011231, 20390101, 99991231))
        if what == 0:
            table.told(day, chance.choice((TEN, TEN + 30, 0, 1440, -1)))
        elif what == 1:
            table.calendar.set(day, TEN, table.now_ms)
        elif what == 2:
            table.tend(3)
        elif what == 3:
            table.calendar.forget()
        elif what == 4:
            table.calendar.vouch(chance.random() < 0.5, table.now_ms)
        else:
            table.cycle()
        note = table.when.note
        assert note is None or note[1], note


def test_a_time_that_is_none_after_one_that_was_refused_is_told_as_the_last_that_was_wrong(table):
    assert table.told(TODAY - 1) == "CLOCK_BACKWARDS"
    assert table.told(20270230) == "BAD_DAY"
    assert table.when.note[0] == "NO_CLOCK" and "no time of today" in table.when.note[1]


def test_where_nothing_is_left_to_check_by_no_time_is_told_that_was_none(table):
    (table.root / "newest_minute.bin").write_bytes(b"rot")
    table.cycle(battery=False)
    assert table.told(TODAY) == "CLOCK_LOST" and table.when.note[1]
    assert table.told(0) == "CLOCK_LOST" and table.when.note is None


def test_what_was_refused_is_forgotten_with_both_times(table):
    assert table.told(TODAY - 1) == "CLOCK_BACKWARDS"
    table.calendar.forget()
    assert table.when.note is None and table.when.asked == NOBODY
