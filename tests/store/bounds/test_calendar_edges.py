"""The calendar at its bounds: the last minute that is believed, the first that is not, and what goes on meanwhile."""

import datetime
from types import SimpleNamespace

import pytest

from firmware.dates import day_of, minutes_of
from firmware.store.newest import Newest
from firmware.store.own_count import OwnCount
from tests.store.calendar_bench import DAY_S, NOW, SET, Table
from tests.support.layouts import whole
from tests.support.profiles import TODAY

EARLIEST_MIN = minutes_of(20260101, 0)
LEAP_MIN = 3660 * 1440


def tell(table, minutes):
    return table.told(day_of(minutes), minutes % 1440)


def wall(minutes):
    return datetime.datetime(2000, 1, 1) + datetime.timedelta(minutes=minutes)


def found_at(table, minutes):
    """The table after a start with a chip that somebody has set to this."""
    table.set_back(wall(minutes))
    table.start()
    return table.tend(3)


@pytest.mark.parametrize(("behind_min", "believed"), [(1, True), (60, True), (65, True), (66, False)])
def test_a_chip_that_is_an_hour_of_summer_time_behind_is_believed_and_no_more(table, behind_min, believed):
    assert found_at(table, NOW - behind_min).minutes == (NOW - behind_min if believed else 0)


def test_h30_a_chip_that_is_a_minute_behind_over_midnight_is_on_the_day_before_and_not_believed(tmp_path):
    table = Table(tmp_path, datetime.datetime(2026, 11, 23, 0, 0)).tend()
    assert table.today == TODAY
    assert found_at(table, minutes_of(TODAY, 0) - 1).today == 0


@pytest.mark.parametrize(("minutes", "believed"), [(EARLIEST_MIN, True), (EARLIEST_MIN - 1, False)])
def test_a_time_before_there_was_this_firmware_is_taken_neither_from_a_chip_nor_from_a_laptop(
    tmp_path, minutes, believed
):
    told, found = Table(tmp_path / "told"), Table(tmp_path / "found", wall(minutes))
    for root in (told.root, found.root):
        root.mkdir()
    assert tell(told, minutes) == ("" if believed else "BAD_DAY")
    assert found.tend(3).minutes == told.minutes == (minutes if believed else 0)


@pytest.mark.parametrize(("ahead_min", "believed"), [(LEAP_MIN, True), (LEAP_MIN + 1, False)])
def test_a_time_of_ten_years_ahead_is_the_last_that_is_taken_from_a_chip_or_a_laptop(
    tmp_path_factory, table, ahead_min, believed
):
    new = Table(tmp_path_factory.mktemp("new"))
    assert tell(new, EARLIEST_MIN + ahead_min) == ("" if believed else "CLOCK_LEAP")
    assert new.minutes == (EARLIEST_MIN + ahead_min if believed else 0)
    assert tell(table, NOW + ahead_min) == ("" if believed else "CLOCK_LEAP")
    assert table.minutes == (NOW + ahead_min if believed else NOW)


@pytest.mark.parametrize(("ahead_min", "believed"), [(LEAP_MIN, True), (LEAP_MIN + 1, False)])
def test_a_chip_found_ten_years_ahead_is_the_last_that_is_believed(table, ahead_min, believed):
    assert found_at(table, NOW + ahead_min).minutes == (NOW + ahead_min if believed else 0)


@pytest.mark.parametrize(("ahead_min", "minutes"), [(0, NOW), (1, NOW), (-1, NOW), (2, NOW + 2), (-2, NOW - 2)])
def test_a_time_that_differs_by_a_minute_is_the_same_and_leaves_the_chip_alone(table, mocker, ahead_min, minutes):
    write = mocker.spy(table.bench.bus, "write")
    assert tell(table, NOW + ahead_min) == ""
    assert (table.minutes, write.call_count > 0) == (minutes, minutes != NOW)
    assert table.tend(3).minutes == minutes and write.call_count <= 3


def test_the_same_time_told_to_a_chip_that_is_silent_is_not_taken_as_set(table):
    table.bench.unplug()
    assert tell(table, NOW) == ""
    assert table.today == 0
    assert table.when.note[0] == "NO_CLOCK" and "did not take" in table.when.note[1]


def test_a_time_that_is_told_begins_with_its_first_second(table):
    assert tell(table, NOW + 30) == ""
    for seconds, minutes in ((59, 30), (1, 31), (59, 31), (1, 32)):
        table.bench.after(seconds - 1)
        assert table.tend(at_rest=False).minutes == NOW + minutes


def test_the_own_count_begins_with_the_first_second_of_the_first_time(tmp_path):
    table = Table(tmp_path)
    assert tell(table, NOW) == ""
    for seconds, minutes in ((59, 0), (1, 1), (59, 1), (1, 2)):
        table.bench.after(seconds)
        assert table.own_min == NOW + minutes


def test_a_time_told_on_the_way_is_logged_with_all_that_was_counted_till_rest(table):
    assert table.calendar.set(TODAY, 600 + 30, table.now_ms) == ""
    table.bench.after(7200)
    table.tend()
    kept = Newest(str(table.root))
    assert (kept.own_min, kept.newest_min) == (NOW + 120, NOW + 150)
    table.bench.chip.jump(DAY_S)
    assert table.tend(5).today == 0 and table.own_min == NOW + 120, "and it stays, whatever the chip does next"


def test_a_time_that_is_vouched_for_ends_the_doubt_for_the_times_that_are_told_after_it(table):
    tell(table, NOW - 5000)
    table.calendar.vouch(True, table.now_ms)
    for minutes in (NOW, NOW + 5, NOW + 3):
        assert tell(table, minutes) == "" and table.minutes == minutes


def test_a_time_vouched_for_beside_a_chip_that_says_the_same_is_still_set(table, mocker):
    tell(table, NOW + LEAP_MIN + 1)
    write = mocker.spy(table.bench.bus, "write")
    table.calendar.vouch(True, table.now_ms)
    assert write.call_count > 0 and table.minutes == NOW


def test_h30_a_time_that_was_ahead_is_the_latest_after_the_power_was_off_too(table):
    tell(table, NOW + 5000)
    tell(table, NOW)
    assert table.cycle().tend().minutes == NOW
    assert table.when.latest_min == NOW + 5000


def test_a_chip_that_keeps_another_day_of_the_same_minute_is_not_believed(table):
    tell(table, NOW - 2880)
    table.bench.bus.write = lambda *_: True
    table.calendar.vouch(False, table.now_ms)
    assert table.today == 0 and table.tend(3).today == 0


@pytest.mark.parametrize("stored", [None, b"rot"])
def test_without_a_log_no_chip_is_one_that_this_table_has_marked(tmp_path, stored):
    if stored:
        (tmp_path / "newest_minute.bin").write_bytes(stored)
    own = OwnCount(str(tmp_path), 0)
    assert not any(own.ours(SimpleNamespace(mark=mark)) for mark in range(20))


def test_the_earliest_that_it_may_be_is_by_the_own_count_where_the_clock_is_ahead(table):
    tell(table, NOW + 5000)
    when = table.when
    assert (when.minutes, when.earliest_min, when.latest_min) == (NOW + 5000, NOW, NOW + 5000)
    tell(table, NOW - 60)
    assert table.when.earliest_min == NOW - 60


def test_a_new_table_has_no_time_and_nothing_to_say_of_it(tmp_path):
    when = Table(tmp_path).tend(3).when
    assert (when.minutes, when.own_min, when.note, when.asked) == (0, 0, None, (0, 0))


def test_a_clock_that_is_behind_the_newest_minute_wears_no_flash(table, mocker):
    tell(table, NOW - 60)
    write = mocker.spy(Newest, "save")
    for _ in range(3):
        table.calendar.note(table.now_ms)
    assert write.call_count == 0


def test_without_a_valid_time_there_is_no_day(table):
    tell(table, NOW - 5000)
    assert (table.when.day, table.when.minutes, table.when.early_day) == (0, 0, 0)


def test_the_latest_that_a_table_knows_goes_on_with_its_own_count(table):
    assert tell(table, NOW - 60) == ""
    table.bench.after(3 * 3600)
    table.tend(2)
    assert (table.minutes, table.own_min, table.when.latest_min) == (NOW + 120, NOW + 180, NOW + 180)


def test_the_latest_that_a_table_knows_goes_on_with_a_clock_that_is_ahead(table):
    assert tell(table, NOW + 60) == ""
    table.bench.after(3 * 3600)
    table.tend(2)
    assert (table.minutes, table.own_min, table.when.latest_min) == (NOW + 240, NOW + 180, NOW + 240)
    table.bench.unplug()
    assert table.tend(4).minutes == 0 and table.when.latest_min == NOW + 240, "and stays when the clock is gone"


def test_a_time_that_was_refused_goes_on_until_somebody_answers(table):
    assert tell(table, NOW - 5000) == "CLOCK_BACKWARDS"
    for minutes in range(1, 4):
        table.bench.after(59)
        assert table.when.asked[0] == NOW - 5000 + minutes - 1
        table.bench.after(1)
        assert table.when.asked == (NOW - 5000 + minutes, NOW + minutes)
    table.calendar.vouch(False, table.now_ms)
    assert (table.minutes, table.own_min) == (NOW - 5000 + 3, NOW - 5000 + 3)


def test_a_time_too_far_ahead_may_be_vouched_for_too(table):
    assert tell(table, NOW + LEAP_MIN + 1) == "CLOCK_LEAP"
    assert table.when.asked == (NOW + LEAP_MIN + 1, NOW) and table.today == TODAY
    table.calendar.vouch(False, table.now_ms)
    assert (table.minutes, table.own_min) == (NOW + LEAP_MIN + 1, NOW + LEAP_MIN + 1)


def test_what_is_no_day_is_not_asked_about(table):
    assert table.told(20261131) == "BAD_DAY"
    assert table.when.asked == (0, 0) and table.when.note is None


def test_a_new_day_of_the_own_count_is_logged_though_the_clock_has_none(table):
    """A clock six hours behind: at midnight of the own count it is evening by the clock."""
    assert tell(table, NOW - 360) == ""
    for hours, day in ((13, 0), (2, 1)):
        table.bench.after(hours * 3600)
        table.tend()
        assert (Newest(str(table.root)).own_min >= minutes_of(TODAY + 1, 0)) == (day == 1)


def test_a_new_day_of_the_clock_is_logged_though_the_own_count_has_none(table):
    assert tell(table, NOW + 360) == ""
    for hours, day in ((7, 0), (2, 1)):
        table.bench.after(hours * 3600)
        table.tend()
        assert (Newest(str(table.root)).newest_min >= minutes_of(TODAY + 1, 0)) == (day == 1)


def test_a_chip_that_keeps_no_mark_leaves_a_table_of_an_earlier_firmware_as_it_was(tmp_path):
    """Its log knows no mark: until a chip has kept one, the one that is there is the one that was."""
    (tmp_path / "newest_minute.bin").write_bytes(whole(NOW.to_bytes(4, "little"), 1))
    table = Table(tmp_path, SET)
    write = table.bench.bus.write
    table.bench.bus.write = lambda addr, reg, data: reg == 7 or write(addr, reg, data)
    table.start()
    table.tend(3)
    for days in (1, 2):
        table.cycle(DAY_S).tend(3)
        assert (table.minutes, table.own_min) == (NOW + days * 1440, NOW + days * 1440)


def test_tables_that_are_set_at_other_times_leave_other_marks(table):
    """A chip that comes from another table must not pass for the one that this one has marked."""
    own, driver = table.calendar._own, table.bench.driver
    assert len({own.new_mark(driver, NOW + minutes) for minutes in range(200)}) == 200


def test_no_mark_is_the_one_that_the_chip_has(table):
    own, driver = table.calendar._own, table.bench.driver
    for _ in range(20):
        driver.mark = own.new_mark(driver, NOW)
        assert own.new_mark(driver, NOW) != driver.mark


def test_what_the_table_waited_counts_from_the_second_on_which_the_chip_stood(tmp_path):
    """A table that is switched on for a moment each minute gains nothing by the seconds."""
    table = Table(tmp_path, SET + datetime.timedelta(seconds=50)).tend()
    assert table.own_min == NOW
    for _ in range(30):
        table.cycle(40).tend()
    passed_s = 50 + 1 + 30 * 41
    assert NOW + passed_s // 60 - 1 <= table.own_min <= NOW + passed_s // 60


def test_days_without_power_count_to_the_minute(table):
    assert table.cycle(2 * DAY_S).tend().own_min == NOW + 2880
    assert table.when.latest_min == NOW + 2880


def test_a_table_that_was_off_for_ten_years_counts_them_and_no_longer(table):
    assert table.cycle((LEAP_MIN - 5) * 60.0).tend(3).own_min == NOW + LEAP_MIN - 5
    assert table.cycle((LEAP_MIN + 5) * 60.0).tend(3).own_min == NOW + LEAP_MIN - 5
