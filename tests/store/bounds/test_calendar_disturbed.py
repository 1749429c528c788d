"""The calendar where a chip, a bus or a log fails in the middle, and what is left of it when that is over."""

from firmware.dates import day_of
from firmware.store.newest import Newest
from firmware.store.own_count import LEAP_MIN
from tests.store.calendar_bench import DAY_S, NOW, SET, Table
from tests.support.layouts import age
from tests.support.profiles import TODAY

NOTHING_ASKED = (0, 0)


def tell(table, minutes):
    return table.told(day_of(minutes), minutes % 1440)


def logged(table):
    kept = Newest(str(table.root))
    return kept.newest_min, kept.own_min


def lose(table, count, register=7):
    """The next writes to this register are lost: the first one is that of the mark."""
    write = table.bench.bus.write

    def lossy(addr, reg, data):
        nonlocal count
        count -= reg == register
        return True if reg == register and count >= 0 else write(addr, reg, data)

    table.bench.bus.write = lossy


def is_ours(table):
    return table.calendar._own.ours(table.bench.driver)


def test_a_mark_that_was_lost_is_left_again_so_that_days_without_power_count(tmp_path):
    """First when the clock is set, once more at rest, and then whenever the time is told anew."""
    for lost, before in ((0, True), (1, True), (2, False)):
        table = Table(tmp_path / str(lost))
        table.root.mkdir()
        lose(table, lost)
        assert tell(table, NOW) == "" and table.minutes == NOW
        assert is_ours(table.tend(3)) is before, lost
        assert tell(table, NOW) == "" and is_ours(table), lost
        assert table.cycle(DAY_S).tend().own_min == NOW + 1440, lost


def test_another_chip_is_marked_though_the_one_before_kept_no_mark(table):
    table.cycle(battery=False)
    lose(table, 2)
    assert tell(table, NOW) == "" and not is_ours(table.tend(3))
    table.bench.unplug()
    assert table.tend(4).minutes == 0
    table.bench.plug()
    assert is_ours(table.tend(4))


def test_a_chip_that_keeps_another_time_than_it_was_told_is_not_believed(tmp_path):
    for apart_min in (-2880, -30, 30, 1440):
        table = Table(tmp_path / str(apart_min), SET)
        table.root.mkdir()
        table.tend().bench.bus.write = lambda *_: True
        table.calendar._told.put(day_of(NOW + apart_min), (NOW + apart_min) % 1440, 0, table.now_ms)
        table.tend()
        assert (table.minutes, table.when.note[0]) == (0, "NO_CLOCK"), apart_min


def test_a_chip_that_stands_still_though_it_says_that_it_runs_is_not_believed_for_long(table):
    table.bench.driver.read = lambda: True  # what it read last, for ever
    assert table.tend(150).minutes == NOW + 2
    assert table.tend(60).minutes == 0


def test_a_chip_that_leaps_after_the_same_time_was_told_again_is_not_set_right_unseen(table):
    assert tell(table, NOW) == ""
    table.bench.chip.jump(DAY_S)
    assert table.tend(5).today == 0 and table.own_min == NOW


def test_a_chip_that_leaps_while_it_is_silent_brings_the_count_no_days(tmp_path):
    """Not even one that was told its time a moment ago, to a table that had none."""
    table = Table(tmp_path)
    assert tell(table, NOW) == ""
    table.bench.unplug()
    assert table.tend(4).minutes == 0
    table.bench.chip.jump(DAY_S)
    table.bench.plug()
    assert (table.tend(5).minutes, table.own_min) == (0, NOW)


def test_a_time_that_was_told_bears_two_readings_that_fail_and_no_third(table):
    assert tell(table, NOW + 60) == ""
    table.bench.unplug()
    assert table.tend(2).minutes == NOW + 60
    assert table.tend(1).minutes == 0


def test_a_chip_that_was_silent_over_midnight_is_still_the_one_that_this_table_has_marked(table):
    table.bench.unplug()
    table.tend(4)
    table.bench.after(DAY_S)
    table.tend()
    assert logged(table) == (NOW, NOW + 1440), "the new day of the own count"
    table.bench.plug()
    assert table.tend(4).minutes == NOW + 1440 and is_ours(table)


def test_a_chip_without_a_mark_may_drift_but_brings_the_count_nothing(table):
    table.cycle(battery=False)
    lose(table, 99)
    assert tell(table, NOW) == ""
    for minutes in range(1, 8):
        table.bench.chip.jump(60)
        assert table.tend(3).minutes == NOW + minutes
    assert table.own_min == NOW


def test_each_of_the_two_times_is_logged_when_it_alone_has_gone_on(table):
    """They begin their minutes 30 seconds apart. A clock that is ahead must not come back behind after a restart."""
    table.bench.after(29)
    assert tell(table, NOW + 60) == "" and logged(table) == (NOW + 60, NOW)
    for seconds, expected in ((31, (NOW + 60, NOW + 1)), (30, (NOW + 61, NOW + 1))):
        table.bench.after(seconds)
        table.calendar.note(table.now_ms)
        assert logged(table) == expected


def test_a_time_that_the_chip_did_not_take_is_not_logged_by_whoever_vouched_for_it(table):
    """After a restart it would be a count that is behind, with no clock to tell."""
    tell(table, NOW - 5000)
    table.bench.unplug()
    table.calendar.vouch(False, table.now_ms)
    table.tend(3)
    table.calendar.note(table.now_ms)
    assert logged(table) == (NOW, NOW)


def test_a_time_told_on_the_way_goes_on_from_its_first_second_till_rest(tmp_path):
    for seconds, minutes in ((58, 0), (59, 1), (118, 1), (119, 2)):
        table = Table(tmp_path / str(seconds), SET)
        table.root.mkdir()
        table.tend()
        assert table.calendar.set(TODAY, 630, table.now_ms) == ""
        table.bench.after(seconds)
        assert table.tend().minutes == NOW + 30 + minutes, seconds


def test_the_count_that_was_vouched_for_begins_with_its_first_second(table):
    tell(table, NOW - 5000)
    table.calendar.vouch(True, table.now_ms)
    for seconds, minutes in ((59, 0), (1, 1)):
        table.bench.after(seconds)
        assert table.own_min == NOW + minutes


def test_what_cannot_be_a_time_is_never_asked_about(table):
    """An answer to it would set the clock to a time that nothing on the table can check."""
    for day, minute in ((20261131, 600), (20251231, 1439), (TODAY, 1440), (TODAY, 1441), (TODAY, -1)):
        assert table.told(day, minute) == "BAD_DAY" and table.when.asked == NOTHING_ASKED, (day, minute)
    age(table.root / "newest_minute.bin")
    table.start()
    assert table.told(TODAY) == "STORED_NEWER" and table.when.asked == NOTHING_ASKED


def test_without_a_told_time_nobody_is_asked_which_one_is_right(table):
    assert table.cycle(battery=False).tend(3).when.asked == NOTHING_ASKED


def test_nothing_is_asked_or_said_any_more_of_what_was_vouched_for(table):
    for minutes, for_own in ((NOW - 5000, True), (NOW + LEAP_MIN + 1, True), (NOW - 5000, False)):
        assert tell(table, minutes) != "" and table.when.asked[0] == minutes
        table.calendar.vouch(for_own, table.now_ms)
        assert (table.when.asked, table.when.note) == (NOTHING_ASKED, None)
    assert tell(table, NOW) == "" and table.told(20261131) == "BAD_DAY" and table.when.asked == (NOW, NOW - 5000)
    table.calendar.vouch(True, table.now_ms)
    table.bench.unplug()
    assert table.tend(4).minutes == 0 and table.when.note is None, "nor when the clock is gone later"


def test_a_table_whose_log_was_lost_takes_times_again_when_one_was_vouched_for(damaged):
    damaged.cycle(battery=False).tend(3)
    assert tell(damaged, NOW) == "CLOCK_LOST"
    damaged.calendar.vouch(False, damaged.now_ms)
    assert tell(damaged, NOW + 5) == "" and damaged.minutes == NOW + 5


def test_a_time_is_held_against_what_the_own_count_has_counted_since_anybody_looked(table):
    table.bench.after(2 * DAY_S)
    assert tell(table, NOW + 1440) == "CLOCK_BACKWARDS"


def test_where_the_count_is_lost_a_time_is_held_against_what_the_clock_says_now(damaged):
    assert tell(damaged, NOW) == ""
    damaged.bench.after(2 * DAY_S)
    assert tell(damaged, NOW + 1440) == "CLOCK_BACKWARDS"


def test_a_table_that_was_made_to_forget_knows_nothing_and_its_chip_stands_at_the_beginning(table):
    assert table.told(20261131) == "BAD_DAY"
    table.calendar.forget()
    assert table.bench.driver.read()
    assert [table.bench.driver.day, table.bench.driver.minute, table.bench.driver.mark] == [20000101, 0, 0]
    when = table.when
    assert (when.day, when.minutes, when.own_min, when.earliest_min, when.latest_min) == (0, 0, 1440, 0, 0)
    assert (when.asked, when.note) == (NOTHING_ASKED, None)
    assert logged(table) == (0, 1440)
