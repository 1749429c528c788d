"""The day: told, carried on, never before the newest one."""

import datetime

import pytest

from firmware.safety.ticks import later_ms
from firmware.store import calendar as module
from firmware.store.calendar import Calendar
from tests.screening.profiles import TODAY, as_int

DAY_MS = 24 * 3600 * 1000


def start(root):
    return Calendar(str(root))


def saved(root):
    path = root / "newest_day.bin"
    return path.stat().st_mtime_ns if path.exists() else None


def test_every_start_begins_without_a_date(tmp_path):
    assert start(tmp_path).today(0) == 0
    calendar = start(tmp_path)
    calendar.set(TODAY, 0)
    assert calendar.today(0) == TODAY
    assert start(tmp_path).today(0) == 0


def test_a_day_before_the_newest_takes_the_date_away_even_after_a_restart(tmp_path):
    calendar = start(tmp_path)
    calendar.set(TODAY, 0)
    calendar.today(0)
    for again in (calendar, start(tmp_path)):
        assert again.set(TODAY - 1, 0) == "CLOCK_BACKWARDS"
        assert again.today(0) == 0
        assert again.set(TODAY, 0) == ""
        assert again.today(0) == TODAY


def test_a_day_ten_years_off_is_a_wrong_clock_and_voids_nothing(tmp_path):
    calendar = start(tmp_path)
    assert calendar.set(20991231, 0) == "CLOCK_LEAP"
    assert calendar.set(TODAY, 0) == ""
    assert calendar.set(20361201, 0) == "CLOCK_LEAP"
    assert calendar.today(0) == TODAY
    assert calendar.set(20351201, 0) == ""


def test_somebody_at_the_table_may_make_it_forget_the_newest_day(tmp_path):
    calendar = start(tmp_path)
    calendar.set(20300101, 0)
    calendar.today(0)
    start(tmp_path).forget()
    again = start(tmp_path)
    assert again.today(0) == 0
    assert again.set(TODAY, 0) == ""


@pytest.mark.parametrize("odd", [0, -1, 20251231, 20261131, 20260229, None, "20261123", True, 20261123.0])
def test_what_is_no_day_changes_nothing(tmp_path, odd):
    calendar = start(tmp_path)
    calendar.set(TODAY, 0)
    assert calendar.set(odd, 0) == "BAD_DAY"
    assert calendar.today(0) == TODAY


def test_the_day_turns_after_24_hours_of_ticks(tmp_path):
    calendar = start(tmp_path)
    calendar.set(TODAY, 5000)
    assert calendar.today(5000 + DAY_MS - 1) == 20261123
    assert calendar.today(5000 + DAY_MS) == 20261124
    assert calendar.today(5000 + 2 * DAY_MS - 1) == 20261124
    assert calendar.today(5000 + 4 * DAY_MS) == 20261127


def test_days_follow_the_calendar_across_the_wrap_of_the_ticks(tmp_path):
    calendar = start(tmp_path)
    now_ms = 2**30 - 1000
    day = datetime.date(2027, 11, 1)
    calendar.set(as_int(day), now_ms)
    for _ in range(100):
        assert calendar.today(now_ms) == as_int(day)
        now_ms = later_ms(now_ms, DAY_MS)
        day += datetime.timedelta(days=1)


def test_a_gap_too_long_to_tell_takes_the_date_away(tmp_path):
    calendar = start(tmp_path)
    calendar.set(TODAY, 0)
    assert calendar.today(2**29 + 1) == 0


def test_a_day_that_turned_is_the_newest_after_a_restart(tmp_path):
    calendar = start(tmp_path)
    calendar.set(TODAY, 0)
    calendar.today(DAY_MS)
    assert start(tmp_path).set(TODAY, 0) == "CLOCK_BACKWARDS"


def test_flash_is_written_only_when_the_newest_day_grows(tmp_path, mocker):
    write = mocker.spy(module.Slot, "save")
    calendar = start(tmp_path)
    for now_ms in range(0, 100_000, 1000):
        calendar.set(TODAY, now_ms)
        calendar.today(now_ms)
    assert write.call_count == 1
    calendar.set(TODAY - 1, 0)
    calendar.today(0)
    assert write.call_count == 1
    calendar.set(TODAY, 0)
    calendar.today(DAY_MS)
    assert write.call_count == 2


def test_setting_writes_nothing_until_the_day_is_asked_for(tmp_path):
    calendar = start(tmp_path)
    calendar.set(TODAY, 0)
    assert saved(tmp_path) is None
    calendar.today(0)
    assert saved(tmp_path) is not None


def test_without_flash_there_is_no_date(tmp_path, mocker):
    (tmp_path / "newest_day.bin.new").mkdir()
    write = mocker.spy(module.Slot, "save")
    calendar = start(tmp_path)
    calendar.set(TODAY, 0)
    assert [calendar.today(now_ms) for now_ms in (0, 1000, 2000)] == [0, 0, 0]
    assert write.call_count == 1
    calendar.set(TODAY, 3000)
    assert calendar.today(3000) == 0
    (tmp_path / "newest_day.bin.new").rmdir()
    calendar.set(TODAY, 4000)
    assert calendar.today(4000) == TODAY


def test_a_damaged_file_forgets_and_is_written_again(tmp_path):
    calendar = start(tmp_path)
    calendar.set(TODAY, 0)
    calendar.today(0)
    (tmp_path / "newest_day.bin").write_bytes(b"rot")
    calendar = start(tmp_path)
    assert calendar.today(0) == 0
    calendar.set(TODAY - 1, 0)
    assert calendar.today(0) == TODAY - 1
    assert start(tmp_path).set(TODAY - 2, 0) == "CLOCK_BACKWARDS"
