"""What is asked about the table's two times, and what somebody at the panel who answers makes of them."""

import pytest

from firmware.dates import day_of
from tests.store.calendar_bench import NOW
from tests.support.profiles import TODAY


def tell(table, minutes):
    return table.told(day_of(minutes), minutes % 1440)


@pytest.mark.parametrize(("for_own", "minutes"), [(False, NOW + 5000), (True, NOW)])
def test_h30_whoever_is_at_the_table_says_which_time_is_right(table, for_own, minutes):
    assert tell(table, NOW + 5000) == ""
    assert table.when.asked == (NOW + 5000, NOW)
    for _ in range(2):
        table.calendar.vouch(for_own, table.now_ms)
        when = table.when
        assert (when.minutes, when.own_min, when.latest_min) == (minutes, minutes, minutes)
        assert (when.asked, when.note) == ((0, 0), None)
        table.cycle().tend()
    assert table.own_min == minutes


def test_h30_a_time_that_was_refused_may_be_vouched_for(table):
    assert tell(table, NOW - 5000) == "CLOCK_BACKWARDS"
    when = table.when
    assert when.asked == (NOW - 5000, NOW)
    assert when.note[0] == "NO_CLOCK" and "2026-11-19 22:40" in when.note[1]
    table.calendar.vouch(False, table.now_ms)
    assert (table.minutes, table.own_min, table.when.late_day) == (NOW - 5000, NOW - 5000, 20261119)
    assert table.cycle().tend().minutes == NOW - 5000


def test_the_own_count_may_be_vouched_for_against_a_time_that_was_refused(table):
    tell(table, NOW - 5000)
    table.calendar.vouch(True, table.now_ms)
    assert (table.minutes, table.own_min, table.when.note) == (NOW, NOW, None)


def test_a_time_that_was_refused_is_asked_for_until_one_is_taken(table):
    tell(table, NOW - 5000)
    assert tell(table, NOW) == "" and table.when.asked == (0, 0)


def test_with_a_damaged_log_and_no_clock_only_the_time_that_was_told_is_asked_for(damaged):
    damaged.cycle(battery=False).tend(3)
    assert damaged.when.asked == (0, 0) and tell(damaged, NOW) == "CLOCK_LOST"
    assert damaged.when.asked == (NOW, 0)
    damaged.calendar.vouch(True, damaged.now_ms)
    assert damaged.today == 0, "there is no own count to vouch for"
    damaged.calendar.vouch(False, damaged.now_ms)
    assert (damaged.minutes, damaged.own_min) == (NOW, NOW)


def test_nothing_is_vouched_for_that_is_not_asked(table, mocker):
    write = mocker.spy(table.bench.bus, "write")
    for for_own in (True, False):
        table.calendar.vouch(for_own, table.now_ms)
    assert write.call_count == 0 and table.minutes == NOW


def test_a_chip_that_is_silent_as_somebody_vouches_leaves_no_time(table):
    tell(table, NOW + 5000)
    table.bench.unplug()
    table.calendar.vouch(False, table.now_ms)
    assert table.today == 0 and "did not take" in table.when.note[1]


@pytest.mark.parametrize(("ahead", "note"), [(90, None), (-90, None), (91, "CLOCK_APART"), (-91, "CLOCK_APART")])
def test_an_hour_of_summer_time_and_some_drift_are_not_asked_about(table, ahead, note):
    tell(table, NOW + ahead)
    when = table.when
    assert (when.note and when.note[0], when.asked) == (note, (NOW + ahead, NOW) if note else (0, 0))


def test_a_time_that_was_ahead_is_asked_about_as_long_as_clearances_are_judged_by_it(table):
    tell(table, NOW + 5000)
    tell(table, NOW)
    when = table.when
    assert (when.note[0], when.asked) == ("CLOCK_LATER", (NOW, 0))
    table.calendar.vouch(False, table.now_ms)
    assert table.when.late_day == TODAY and table.when.note is None


def test_whoever_has_the_time_forgotten_waits_anew(table):
    table.calendar.forget()
    assert table.own_min == 1440 and table.cycle().own_min == 1440
    assert tell(table, NOW + 5000) == "" and table.own_min == 1440
