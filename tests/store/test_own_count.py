"""The table's own count: whatever a laptop or a chip says, it runs with the time that has passed, or behind it."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firmware.dates import day_of
from firmware.store import own_count as module
from firmware.store.newest import NO_MARK
from hal.world.chips import ds3231
from tests.store.calendar_bench import DAY_S, NOW, SET, TEN, Table
from tests.support.layouts import whole
from tests.support.profiles import TODAY

FOUR_YEARS = 4 * 365 * 1440
ORDERS = {
    "back and right": [-60, 0],
    "many small steps forward": list(range(1, 60)),
    "many small steps back": [-step for step in range(1, 60)],
    "a day forward again and again": [1440 * day for day in range(1, 28)],
    "to and fro": [720, -720, 1440, 0, -1380, 10 * 1440, 0],
    "four years ahead and right": [FOUR_YEARS, 0],
    "ten years ahead": [3600 * 1440],
}


def tell(table, minutes):
    return table.told(day_of(minutes), minutes % 1440)


@pytest.mark.parametrize("ahead", ORDERS.values(), ids=ORDERS)
@pytest.mark.parametrize("off_s", [0, 1, 90])
def test_h30_no_time_that_is_told_moves_it_with_or_without_power_between(table, ahead, off_s):
    passed_s = 1
    for one in ahead:
        assert tell(table, NOW + passed_s // 60 + one) == ""
        passed_s += 61
        table.bench.after(60)
        if off_s:
            table.cycle(off_s)
            passed_s += off_s
        table.tend()
        assert 0 <= NOW + passed_s // 60 - table.own_min <= (1 + len(ahead) // 30 if off_s else 0)


def test_h30_the_right_time_is_taken_after_one_that_was_years_ahead(table):
    assert tell(table, NOW + FOUR_YEARS) == ""
    assert table.today == day_of(NOW + FOUR_YEARS)
    assert table.cycle().told(TODAY, TEN) == ""
    assert (table.today, table.when.early_day, table.when.late_day) == (TODAY, TODAY, day_of(NOW + FOUR_YEARS))
    assert table.cycle().tend(3).today == TODAY, (
        "the chip is ours, and is believed though it is behind the newest minute"
    )


def test_h30_a_chip_that_lost_its_battery_leaves_it_where_it_stood(table):
    table.bench.after(7200)
    table.tend(at_rest=False)
    table.calendar.note(table.now_ms)
    table.cycle(30 * DAY_S, battery=False).tend(3)
    assert table.own_min == NOW + 120
    assert tell(table, NOW + 30 * 1440) == ""
    assert table.own_min == NOW + 120 and table.minutes == NOW + 30 * 1440


@pytest.mark.parametrize("ahead_days", [1, 400])
@pytest.mark.parametrize("how", ["another chip", "set elsewhere", "set by this driver elsewhere"])
def test_h30_a_chip_that_was_set_elsewhere_leaves_it_where_it_stood(table, how, ahead_days):
    wall = SET + datetime.timedelta(days=ahead_days)
    if how == "another chip":
        table.bench.chip = table.bench.bus.chips[ds3231.ADDRESS] = ds3231.Ds3231(table.bench.clock, wall)
    elif how == "set elsewhere":
        table.bench.chip._set(wall)
    else:
        table.set_back(wall)
    table.cycle(DAY_S).tend(3)
    assert table.minutes == NOW + 1440 * (ahead_days + 1), "it is the clock's time"
    assert table.own_min == NOW
    assert table.cycle(DAY_S).tend(3).own_min == NOW + 1440, "from now on it is ours"


def test_h30_a_chip_that_keeps_no_mark_is_tried_once_and_counts_nothing_without_power(tmp_path, mocker):
    table = Table(tmp_path, SET)
    leave = mocker.spy(table.bench.driver, "leave")
    write = table.bench.bus.write
    table.bench.bus.write = lambda addr, reg, data: reg == 7 or write(addr, reg, data)
    assert table.tend(20).today == TODAY and leave.call_count == 1
    assert table.cycle(DAY_S).tend(3).own_min == NOW and table.today == TODAY + 1
    assert tell(table, NOW + 1440 + 5) == ""
    assert table.cycle(DAY_S).tend(3).own_min <= NOW + 1


def test_a_chip_that_does_not_answer_while_it_is_marked_is_marked_later(tmp_path):
    table = Table(tmp_path, SET)
    write = table.bench.bus.write
    table.bench.bus.write = lambda *_: False
    assert table.tend(3).today == TODAY
    table.bench.bus.write = write
    assert table.tend().cycle(DAY_S).tend().own_min == NOW + 1440


@pytest.mark.parametrize("cut_after", [1, 2, 3])
def test_h30_power_that_goes_while_the_chip_is_set_brings_nothing_forward(table, cut_after, monkeypatch):
    """The chip may have the new time and flash the old one."""
    write, count = table.bench.bus.write, 0

    def until(*args):
        nonlocal count
        count += 1
        if count > cut_after:
            raise KeyboardInterrupt
        return write(*args)

    table.bench.bus.write = until
    monkeypatch.setattr(module.Newest, "save", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        tell(table, NOW + 1440)
    monkeypatch.undo()
    table.bench.bus.write = write
    assert table.cycle().tend(3).own_min == NOW


@pytest.mark.parametrize("leap_s", [180, DAY_S, -DAY_S])
def test_h30_a_chip_that_leapt_counts_nothing_from_then_on(table, leap_s):
    table.bench.chip.jump(leap_s)
    assert table.tend(5).today == 0
    assert table.own_min == NOW
    assert table.cycle(60).tend(3).own_min == NOW


def test_many_small_leaps_of_a_chip_are_a_large_one(table):
    for _ in range(2):
        table.bench.chip.jump(120)
        table.tend(2)
    assert table.tend(3).today == 0
    assert table.own_min == NOW


def test_a_chip_that_leapt_while_it_was_silent_is_not_believed(table):
    table.bench.unplug()
    table.tend(5)
    table.bench.chip.jump(DAY_S)
    table.bench.plug()
    assert table.tend(5).today == 0 and table.own_min == NOW


def test_a_chip_that_is_silent_at_first_is_followed_when_it_answers(table):
    table.bench.cycle(DAY_S)
    table.bench.unplug()
    table.start()
    assert table.tend(70).own_min == NOW + 1
    table.bench.plug()
    assert table.tend(3).own_min == NOW + 1440 + 1


def test_ticks_that_leap_bring_nothing_forward(table):
    table._start_ms = DAY_S * 1000
    assert table.tend(5).today == 0
    assert table.own_min == NOW


def test_a_chip_years_ahead_of_what_it_was_is_not_believed(table):
    table.cycle(3700 * DAY_S)
    assert table.tend(3).today == 0 and table.own_min == NOW


def test_h30_a_log_that_cannot_be_read_lets_it_begin_anew(damaged):
    assert (damaged.own_min, damaged.today) == (1440, 0)
    assert tell(damaged, NOW) == ""
    when = damaged.when
    assert (when.own_min, when.asked, when.note[0]) == (1440, (NOW, 0), "CLOCK_ANEW")
    assert (when.early_day, when.late_day) == (TODAY, TODAY)


@pytest.mark.parametrize("layout", [1, 2])
@pytest.mark.parametrize("length", [1, 3, 5, 15, 17])
def test_a_log_of_another_length_is_a_damaged_one(tmp_path, length, layout):
    (tmp_path / "newest_minute.bin").write_bytes(whole(bytes(length), layout))
    kept = module.Newest(str(tmp_path))
    assert (kept.damaged, kept.newer, kept.newest_min, kept.own_min) == (True, False, 0, 0)


def test_no_mark_is_one_that_stood_before_or_that_another_day_of_the_week_hides(table):
    own = table.calendar._own
    for _ in range(200):
        before = own.kept.mark
        own.kept.mark = own.new_mark(table.bench.driver, NOW)
        assert own.kept.mark % 7 and NO_MARK < own.kept.mark < 2**24
        assert own.kept.mark not in (before, table.bench.driver.mark)


LIVES = st.lists(
    st.tuples(
        st.sampled_from(["tell", "tell", "wait", "off", "empty", "swap", "silent", "note"]),
        st.integers(-30, 30) | st.integers(-3000, 3000) | st.sampled_from([1440, -1440, 525600, 5_000_000]),
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(life=LIVES)
def test_h30_it_never_runs_ahead_of_the_time_that_has_passed(tmp_path_factory, life):
    """By a count kept beside it: the seconds of the world."""
    table = Table(tmp_path_factory.mktemp("table"), SET).tend()
    began_us, before_min = table.bench.clock.now_us, table.own_min
    for what, minutes in life:
        real_min = NOW + (table.bench.clock.now_us - began_us) // 60_000_000
        if what == "tell" and real_min + minutes > NOW - 400_000:
            tell(table, real_min + minutes)
        elif what == "swap":
            chip = ds3231.Ds3231(table.bench.clock, SET + datetime.timedelta(minutes=minutes))
            table.bench.chip = table.bench.bus.chips[ds3231.ADDRESS] = chip
            table.cycle()
        elif what == "silent":
            table.bench.unplug()
            table.tend(abs(minutes) % 7)
            table.bench.plug()
        elif what == "note":
            table.calendar.note(table.now_ms)
        elif what == "wait":
            table.bench.after(abs(minutes) % 5000 * 60)
        else:
            table.cycle(abs(minutes) % 5000 * 60 + 1, battery=what == "off")
        table.tend(2)
        passed_min = (table.bench.clock.now_us - began_us) / 60_000_000
        assert table.own_min <= NOW + passed_min
        assert table.own_min >= before_min or what in ("off", "empty", "swap"), "with power it never goes back"
        before_min = table.own_min
