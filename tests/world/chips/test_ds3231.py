"""The clock chip's model against the data sheet, read through its registers."""

import datetime

import pytest

from hal.world.chips import ds3231
from hal.world.chips.ds3231 import CONTROL, DATE, DAY, HOURS, MINUTES, MONTH, SECONDS, STATUS, YEAR
from hal.world.clock import Clock

DAY_S = 24 * 3600


class Bench:
    def __init__(self, wall=None):
        self.clock = Clock()
        self.chip = ds3231.Ds3231(self.clock, wall)

    def after(self, seconds):
        self.clock.now_us += round(seconds * 1_000_000)
        return self

    def time(self):
        return self.chip.read(SECONDS, 7).hex()

    def off(self, seconds):
        self.chip.power_down()
        self.after(seconds).chip.reset()
        return self


def at(*parts):
    return Bench(datetime.datetime(*parts))


def test_a_new_chip_knows_no_time_and_says_so():
    assert Bench().chip.read(SECONDS, 0x13).hex() == "00000001010100" + "00" * 7 + "1c88" + "00" + "1900"


def test_a_chip_that_was_set_reads_bcd_and_no_flag():
    bench = at(2026, 11, 23, 17, 48, 59)
    assert bench.time() == "59481701231126" and bench.chip.read(STATUS, 1) == b"\x00"


@pytest.mark.parametrize(
    ("parts", "seconds", "time"),
    [
        ((2026, 11, 23, 23, 59, 58), 1, "59592301231126"),
        ((2026, 11, 23, 23, 59, 59), 1, "00000002241126"),
        ((2026, 11, 29, 23, 59, 59), 1, "00000001301126"),
        ((2026, 12, 31, 23, 59, 59), 1, "00000005010127"),
        ((2027, 2, 28, 23, 59, 59), 1, "00000001010327"),
        ((2028, 2, 28, 23, 59, 59), 1, "00000002290228"),
        ((2028, 2, 29, 23, 59, 59), 1, "00000003010328"),
        ((2099, 12, 31, 23, 59, 59), 1, "00000005018100"),
        ((2026, 11, 23, 0, 0, 0), 2 * DAY_S + 3661, "01010103251126"),
    ],
)
def test_time_goes_on_over_every_edge(parts, seconds, time):
    assert at(*parts).after(seconds).time() == time


def test_the_century_bit_turns_both_ways():
    bench = Bench()
    bench.chip.write(SECONDS, bytes.fromhex("59592307319299"))
    assert bench.after(1).time() == "00000001010100"


def test_every_day_of_a_century_is_the_calendars():
    start = datetime.datetime(2026, 1, 1)
    bench = Bench(start)
    for count in range(0, 73 * 365, 11):
        day = start + datetime.timedelta(days=count)
        weekday = (start.isoweekday() - 1 + count) % 7 + 1
        assert bench.time() == f"000000{weekday:02}{day:%d%m%y}"
        bench.after(11 * DAY_S)


def test_twelve_hours_have_their_noon_and_midnight():
    bench = Bench()
    bench.chip.write(SECONDS, bytes.fromhex("00005201010126"))  # 12 at night
    seen = [bench.after(3600 * (hour > 0)).chip.read(HOURS, 1)[0] for hour in range(25)]
    half = [0x52, *range(0x41, 0x4A), 0x50, 0x51]
    assert seen == [*half, *(hour | 0x20 for hour in half), 0x52]


def test_writing_the_seconds_starts_the_second_anew():
    bench = at(2026, 11, 23).after(0.9)
    bench.chip.write(SECONDS, b"\x30")
    assert bench.after(0.9).time()[:2] == "30" and bench.after(0.1).time()[:2] == "31"


def test_writing_the_minutes_does_not():
    bench = at(2026, 11, 23).after(0.9)
    bench.chip.write(MINUTES, b"\x30")
    assert bench.after(0.1).time()[:4] == "0130"


def test_a_burst_is_of_one_moment_and_goes_round_after_12h():
    bench = at(2026, 11, 23, 23, 59, 59)
    assert bench.chip.read(0x11, 4).hex() == "19005959"
    assert bench.after(1).chip.read(0x12, 8).hex() == "0000000002241126"


def test_the_flag_can_be_cleared_and_not_set():
    bench = Bench()
    bench.chip.write(STATUS, b"\xff")
    assert bench.chip.read(STATUS, 1) == b"\x88"
    bench.chip.write(STATUS, b"\x00")
    bench.chip.write(STATUS, b"\xf7")
    assert bench.chip.read(STATUS, 1) == b"\x00"


def test_bits_that_are_not_there_read_zero_and_temperature_cannot_be_written():
    bench = at(2026, 1, 1)
    bench.chip.write(DAY, b"\xff\xff\xff")
    assert bench.chip.read(DAY, 3).hex() == "073f9f"
    bench.chip.write(0x11, b"\x55\x55")
    assert bench.chip.read(0x11, 2).hex() == "1900"


def test_it_goes_on_without_the_boards_power():
    bench = at(2026, 11, 23, 12).off(2 * DAY_S)
    assert bench.time() == "00001203251126" and bench.chip.read(STATUS, 1) == b"\x00"


def test_with_an_empty_battery_it_forgets_when_power_goes_and_not_before():
    bench = at(2026, 11, 23, 12)
    bench.chip.battery_ok = False
    assert bench.after(60).time() == "00011201231126"
    assert bench.off(1).time() == "00000001010100" and bench.chip.read(STATUS, 1) == b"\x88"


def test_with_eosc_it_stands_still_on_its_battery_only_and_says_so():
    bench = at(2026, 11, 23, 12)
    bench.chip.write(CONTROL, b"\x9c")
    assert bench.after(60).time() == "00011201231126" and bench.chip.read(STATUS, 1) == b"\x00"
    assert bench.off(3600).time() == "00011201231126" and bench.chip.read(STATUS, 1) == b"\x80"
    assert bench.after(60).time() == "00021201231126"


def test_a_leap_says_nothing_of_itself():
    bench = at(2026, 11, 23, 12)
    bench.chip.jump(-DAY_S)
    assert bench.time() == "00001207221126" and bench.chip.read(STATUS, 1) == b"\x00"


def test_the_registers_are_where_the_sheet_has_them():
    assert [SECONDS, MINUTES, HOURS, DAY, DATE, MONTH, YEAR, CONTROL, STATUS] == [0, 1, 2, 3, 4, 5, 6, 0x0E, 0x0F]
    assert ds3231.ADDRESS == 0x68
