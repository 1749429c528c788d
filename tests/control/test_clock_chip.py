"""The clock chip's driver on the chip's model: it writes what the data sheet asks for, and reads a time or none."""

import datetime

import pytest

from firmware.drivers.ds3231 import ADDRESS
from tests.support.rtc import Bench

CONTROL, STATUS = 0x0E, 0x0F


def time(bench):
    return bench.driver.day, bench.driver.minute, bench.driver.second


def loaded(registers):
    """A chip that never stood still, with these seven bytes."""
    bench = Bench(datetime.datetime(2026, 1, 1))
    bench.chip.registers[0:7] = bytes.fromhex(registers)
    return bench


def test_it_reads_what_time_it_is():
    bench = Bench(datetime.datetime(2026, 11, 23, 17, 48, 59))
    assert bench.driver.read() and time(bench) == (20261123, 17 * 60 + 48, 59)
    assert bench.after(1).driver.read() and time(bench) == (20261123, 17 * 60 + 49, 0)


@pytest.mark.parametrize(
    ("day", "minute", "registers"),
    [
        (20261123, 0, "00000001231126"),
        (20280229, 1439, "00592302290228"),
        (20991231, 12 * 60, "00001204311299"),
        (20000101, 10 * 60 + 9, "00091006010100"),
    ],
)
def test_setting_writes_the_whole_time_in_one_burst_then_starts_the_clock(day, minute, registers, mocker):
    bench = Bench()
    write = mocker.spy(bench.bus, "write")
    bench.driver.set(day, minute)
    assert [call.args for call in write.call_args_list] == [
        (0x68, 0x00, bytes.fromhex(registers)),
        (0x68, 0x0E, b"\x1c\x00"),
    ]
    assert bench.driver.read() and time(bench) == (day, minute, 0)


def test_every_minute_of_a_day_and_every_day_of_some_years_comes_back():
    bench = Bench()
    day = datetime.date(2026, 1, 1)
    for count in range(1440):
        bench.driver.set(int(f"{day:%Y%m%d}"), count)
        assert bench.driver.read() and time(bench) == (int(f"{day:%Y%m%d}"), count, 0)
        assert bench.chip.read(0x03, 1)[0] == day.isoweekday()
        day += datetime.timedelta(days=1)


def test_a_new_chip_is_not_trusted_until_it_was_set():
    bench = Bench()
    assert not bench.driver.read()
    bench.driver.set(20261123, 600)
    assert bench.driver.read()


def test_set_it_runs_on_its_battery_even_where_somebody_had_stopped_that():
    bench = Bench()
    bench.chip.write(CONTROL, b"\x9c")
    bench.driver.set(20261123, 600)
    bench.cycle(3600)
    assert bench.driver.read() and time(bench) == (20261123, 660, 0)


def test_the_flag_of_a_clock_that_stood_still_is_seen():
    bench = Bench(datetime.datetime(2026, 11, 23))
    bench.chip.registers[STATUS] |= 0x80
    assert not bench.driver.read()
    bench.chip.registers[STATUS] = 0x0F
    assert bench.driver.read()


def test_power_lost_between_the_two_writes_leaves_a_clock_that_is_not_trusted(mocker):
    bench = Bench()
    whole = bench.bus.write
    mocker.patch.object(bench.bus, "write", lambda addr, reg, data: reg == 0 and whole(addr, reg, data))
    with pytest.raises(OSError, match="1"):
        bench.driver.set(20261123, 600)
    assert not bench.driver.read()


@pytest.mark.parametrize(
    ("hours", "minute"),
    [("52", 0), ("41", 60), ("51", 660), ("72", 720), ("61", 780), ("71", 1380), ("00", 0), ("12", 720), ("23", 1380)],
)
def test_both_ways_of_counting_hours_are_read(hours, minute):
    bench = loaded(f"0000{hours}01231126")
    assert bench.driver.read() and bench.driver.minute == minute


@pytest.mark.parametrize(
    "registers",
    [
        "60000001231126",
        "0a000001231126",
        "80000001231126",
        "00600001231126",
        "000f0001231126",
        "00002401231126",
        "00001a01231126",
        "00008001231126",
        "00004001231126",
        "00005301231126",
        "00006001231126",
        "0000c101231126",
        "00000001001126",
        "00000001311126",
        "00000001290226",
        "00000001320126",
        "000000011a1126",
        "00000001230026",
        "00000001231326",
        "00000001231a26",
        "00000001239126",
        "0000000123112a",
        "000000012311a0",
        "00000000000000",
        "ffffffffffffff",
    ],
)
def test_what_is_no_time_is_refused_and_the_last_one_stays(registers):
    bench = Bench(datetime.datetime(2026, 11, 23, 10))
    assert bench.driver.read()
    bench.chip.registers[0:7] = bytes.fromhex(registers)
    assert not bench.driver.read()
    assert time(bench) == (20261123, 600, 0)


def test_no_chip_is_an_error_of_the_bus():
    bench = Bench()
    bench.unplug()
    with pytest.raises(OSError, match="1"):
        bench.driver.read()
    with pytest.raises(OSError, match="1"):
        bench.driver.set(20261123, 600)


def test_the_chip_has_one_address():
    assert ADDRESS == 0x68


OLD, TOLD = (20261123, 600), (20270301, 60)


@pytest.mark.parametrize("writes", range(4))
@pytest.mark.parametrize("mark", [8, 11, 12, 15, 1001])
def test_no_power_cut_leaves_a_told_time_under_the_mark_of_the_one_before(mark, writes, mocker):
    """By its mark the table takes a time for the one that has gone on: who set the clock ahead would have waited."""
    bench = Bench()
    bench.driver.set(*OLD, 1)
    whole, done = bench.bus.write, []
    mocker.patch.object(bench.bus, "write", lambda *told: len(done) < writes and not done.append(1) and whole(*told))
    if writes < 3:
        with pytest.raises(OSError, match="1"):
            bench.driver.set(*TOLD, mark)
    else:
        bench.driver.set(*TOLD, mark)
    assert bench.driver.read()
    left = (bench.driver.day, bench.driver.minute)
    assert left in (OLD, TOLD) and (left == TOLD) is (writes >= 2)
    assert not (left == TOLD and bench.driver.mark not in (0, mark))
