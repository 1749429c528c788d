"""The time: kept by the chip, carried on by the ticks, never before the newest minute that was logged."""

import datetime

import pytest

from firmware.dates import minutes_of
from firmware.safety.ticks import later_ms
from firmware.store import calendar as module
from firmware.store.calendar import Calendar
from tests.support.profiles import TODAY, as_int
from tests.support.rtc import Bench

DAY_S = 24 * 3600
TEN = 600  # ten in the morning, in minutes
SET = datetime.datetime(2026, 11, 23, 10)
NOW = minutes_of(TODAY, TEN)


class Table:
    """A calendar on its chip, with ticks and chip on one clock. Files stay under root."""

    def __init__(self, root, wall=None, start_ms=0):
        self.root = root
        self.bench = Bench(wall)
        self._start_ms = start_ms
        self.start()

    def start(self):
        self.calendar = Calendar(str(self.root), self.bench.driver, self.now_ms)

    @property
    def now_ms(self):
        return later_ms(self._start_ms, self.bench.clock.now_us // 1000 % 2**29)

    def tend(self, count=1, at_rest=True):
        for _ in range(count):
            self.bench.after(1)
            self.calendar.tend(self.now_ms, at_rest)
        return self

    def told(self, day, minute=TEN):
        """What the laptop hears, the table being at rest."""
        code = self.calendar.set(day, minute, self.now_ms)
        self.calendar.tend(self.now_ms, True)
        return code

    def cycle(self, seconds=1.0, battery=True):
        self.bench.cycle(seconds, battery)
        self.start()
        return self

    def set_back(self, wall):
        """Somebody sets the chip itself."""
        self.bench.driver.set(as_int(wall.date()), wall.hour * 60 + wall.minute)

    @property
    def today(self):
        return self.calendar.today(self.now_ms)

    @property
    def minutes(self):
        return self.calendar.minutes(self.now_ms)


@pytest.fixture
def table(tmp_path):
    """A table whose chip was set, seen once at rest."""
    return Table(tmp_path, SET).tend()


def saved(root):
    path = root / "newest_minute.bin"
    return path.stat().st_mtime_ns if path.exists() else None


# The chip


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


def test_setting_that_fails_on_the_bus_leaves_no_time(table):
    table.bench.bus.write = lambda *_: False
    assert table.told(TODAY, TEN + 3) == ""
    assert table.tend(5).today == 0


# The laptop


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


@pytest.mark.parametrize(("back_min", "code"), [(0, ""), (5, ""), (60, ""), (65, ""), (66, "CLOCK_BACKWARDS")])
def test_a_clock_may_go_back_by_an_hour_and_some_drift_behind_the_newest_logged_minute(table, back_min, code):
    assert table.told(TODAY, TEN - back_min) == code
    assert table.today == (0 if code else TODAY)
    assert table.cycle().tend().minutes == (NOW if code else NOW - back_min)


def test_a_time_refused_takes_back_the_one_before_it(table):
    assert table.calendar.set(TODAY + 1, TEN, table.now_ms) == ""
    assert table.calendar.set(TODAY - 1, TEN, table.now_ms) == "CLOCK_BACKWARDS"
    assert table.tend(3).today == 0


def test_the_newest_minute_stays_however_often_the_clock_goes_back(table):
    assert [table.told(TODAY, TEN - 65) for _ in range(3)] == ["", "", ""]
    assert table.told(TODAY, TEN - 66) == "CLOCK_BACKWARDS"


def test_a_session_that_was_logged_moves_the_newest_minute(table):
    table.calendar.note(NOW + 120)
    assert table.told(TODAY, TEN + 54) == "CLOCK_BACKWARDS"
    assert table.cycle().told(TODAY, TEN + 54) == "CLOCK_BACKWARDS"
    assert table.told(TODAY, TEN + 55) == ""


def test_an_older_minute_and_none_are_not_logged(table, mocker):
    write = mocker.spy(module.Slot, "save")
    for minutes in (0, NOW, NOW - 1):
        table.calendar.note(minutes)
    assert write.call_count == 0


def test_h30_back_over_midnight_is_yesterday_again_and_not_taken(tmp_path):
    table = Table(tmp_path, datetime.datetime(2026, 11, 23, 0, 2)).tend()
    assert table.told(20261122, 1438) == "CLOCK_BACKWARDS"
    assert table.tend().today == 0
    assert table.told(20261123, 1) == ""
    assert table.tend().today == TODAY


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


# Somebody at the table


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


# Time that passes


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


# Flash


def test_a_day_that_turned_is_the_newest_after_a_restart(table):
    table.tend(DAY_S // 3600, at_rest=False)
    table.bench.after(DAY_S)
    assert table.tend().today == TODAY + 1
    assert table.cycle(battery=False).told(TODAY) == "CLOCK_BACKWARDS"


def test_flash_is_written_only_when_the_day_is_a_new_one(tmp_path, mocker):
    write = mocker.spy(module.Slot, "save")
    table = Table(tmp_path, SET).tend(100)
    for _ in range(10):
        table.told(TODAY)
        table.cycle().tend(10)
    assert write.call_count == 1
    table.told(TODAY - 1)
    table.told(TODAY, TEN + 30)
    table.told(TODAY, TEN - 30)
    assert write.call_count == 1
    table.bench.after(DAY_S)
    table.tend(10)
    assert write.call_count == 2


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


@pytest.fixture(params=["rot", "one bit"])
def damaged(table, request):
    """The table after a start with a damaged newest minute; its chip has kept the time."""
    path = table.root / "newest_minute.bin"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(b"rot" if request.param == "rot" else content)
    return table.cycle().tend(3)


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


def test_h30_a_damaged_newest_minute_and_an_empty_battery_leave_it_to_whoever_tells_the_time(damaged):
    assert damaged.cycle(battery=False).tend(3).today == 0
    assert damaged.told(TODAY - 1) == ""
    assert damaged.today == TODAY - 1
    assert damaged.cycle().told(TODAY - 2) == "CLOCK_BACKWARDS"


def test_whoever_holds_ok_makes_a_damaged_newest_minute_a_whole_one(damaged):
    damaged.calendar.forget()
    assert damaged.told(TODAY - 1) == ""
    assert damaged.cycle().tend(3).today == TODAY - 1
