"""The calendar and its clock chip: what is believed, and when."""

import datetime

import pytest

from tests.store.calendar_bench import DAY_S, NOW, SET, Table, saved
from tests.support.profiles import TODAY


def test_a_new_chip_knows_no_day_until_it_is_told(tmp_path):
    table = Table(tmp_path).tend(3)
    assert (table.today, table.minutes) == (0, 0)
    assert table.told(TODAY) == ""
    assert (table.today, table.minutes) == (TODAY, NOW)


def test_a_chip_that_was_set_is_known_from_the_start_without_rest(tmp_path):
    table = Table(tmp_path, SET)
    assert (table.today, table.minutes) == (TODAY, NOW)
    assert saved(tmp_path) is None


def test_the_time_outlives_the_power(table):
    assert table.cycle(2 * DAY_S).tend().today == TODAY + 2
    assert table.minutes == NOW + 2 * 1440


def test_a_battery_that_ran_out_leaves_no_day_until_it_is_told(table):
    assert table.cycle(battery=False).tend(5).today == 0
    assert table.told(TODAY) == ""
    assert table.today == TODAY


@pytest.mark.parametrize("registers", ["00000001310226", "0a000001231126", "ffffffffffffff", "00000001010100"])
def test_what_is_no_time_of_today_is_none(tmp_path, registers):
    table = Table(tmp_path, SET)
    table.bench.chip.registers[0:7] = bytes.fromhex(registers)
    table.bench.chip.advance = lambda: None
    table.start()
    assert table.tend(5).today == 0


def test_without_a_chip_there_is_no_day_and_setting_fails(tmp_path):
    table = Table(tmp_path, SET)
    table.bench.unplug()
    table.start()
    assert table.tend(3).today == 0
    table.told(TODAY)
    assert (table.today, table.minutes) == (0, 0)
    assert saved(tmp_path) is None


def test_a_chip_that_dies_is_carried_for_two_readings_and_given_up_at_the_third(table):
    table.bench.unplug()
    assert [table.tend().today for _ in range(4)] == [TODAY, TODAY, 0, 0]
    table.bench.plug()
    assert [table.tend().today for _ in range(3)] == [0, TODAY, TODAY]


def test_a_reading_between_two_failures_starts_the_count_anew(table):
    for _ in range(4):
        table.bench.unplug()
        assert table.tend(2).today == TODAY
        table.bench.plug()
        assert table.tend().today == TODAY


def test_the_chip_is_read_at_rest_only(table, mocker):
    read = mocker.spy(table.bench.bus, "read")
    table.tend(600, at_rest=False)
    assert read.call_count == 0 and table.minutes == NOW + 10
    assert table.tend().minutes == NOW + 10
    assert read.call_count == 1


def test_one_disturbed_reading_changes_nothing(table, mocker):
    """A flipped bit makes another year of this one; taken as newest it would shut out every laptop."""
    whole = table.bench.bus.read
    flipped = mocker.patch.object(
        table.bench.bus, "read", lambda *args: (data := whole(*args))[:6] + bytes([data[6] ^ 0x10]) + data[7:]
    )
    assert flipped
    assert table.tend(2).today == TODAY
    mocker.stopall()
    table.bench.bus.read = whole
    assert table.tend(5).today == TODAY
    assert table.cycle().told(TODAY) == ""


def test_one_disturbed_reading_at_the_start_is_not_believed(tmp_path):
    table = Table(tmp_path, SET)
    whole, count = table.bench.bus.read, 0

    def once(*args):
        nonlocal count
        count += 1
        data = whole(*args)
        return data[:6] + b"\x36" + data[7:] if count == 1 else data

    table.bench.bus.read = once
    table.start()
    assert table.today == 0
    assert table.tend().today == TODAY
    assert table.told(TODAY) == ""


@pytest.mark.parametrize("leap_s", [-DAY_S, -180, 180, DAY_S, 365 * DAY_S])
def test_a_chip_that_leaps_is_not_believed_until_it_is_told_anew(table, leap_s):
    table.bench.chip.jump(leap_s)
    assert table.tend(2).today == TODAY
    assert table.tend(100).today == 0
    assert table.told(TODAY) == ""
    assert table.tend(5).today == TODAY


@pytest.mark.parametrize("leap_s", [-120, -60, 60, 120])
def test_a_chip_beside_the_ticks_by_a_rounding_is_followed(table, leap_s):
    table.bench.chip.jump(leap_s)
    assert table.tend(10).minutes == NOW + leap_s // 60


def test_a_chip_that_stands_still_is_found_out(table):
    table.bench.chip.advance = lambda: None
    assert table.tend(120).today == TODAY
    assert table.tend(120).today == 0


def test_a_chip_set_back_while_the_power_was_off_is_not_believed(table):
    table.set_back(SET - datetime.timedelta(minutes=66))
    table.start()
    assert table.tend(3).today == 0
    assert table.tend(7200).today == 0, "time that passes does not make it right"
    assert table.told(TODAY) == ""
    assert table.today == TODAY


def test_a_chip_ten_years_ahead_is_not_believed(table):
    table.set_back(datetime.datetime(2036, 12, 1))
    table.start()
    assert table.tend(3).today == 0
    assert table.told(TODAY) == ""


def test_a_chip_set_before_there_was_this_firmware_is_not_believed(tmp_path):
    table = Table(tmp_path, datetime.datetime(2025, 12, 31, 23, 0)).tend(3)
    assert table.today == 0
    assert Table(tmp_path, datetime.datetime(2026, 1, 1)).tend(3).today == 20260101


def test_after_a_long_silence_and_a_new_time_one_failure_is_one(table):
    table.bench.unplug()
    table.tend(10)
    table.bench.plug()
    table.told(TODAY)
    table.bench.unplug()
    assert table.tend(2).today == TODAY


def test_a_chip_that_answers_but_does_not_keep_what_it_is_set_to_is_noticed(table):
    table.bench.bus.write = lambda *_: True
    assert table.told(TODAY + 1) == ""
    assert table.today == 0
    assert table.tend(5).today == 0
