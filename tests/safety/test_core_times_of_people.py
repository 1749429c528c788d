"""Times of samples, locks, STOP and silence, to the millisecond, and clocks that leap."""

import pytest

from firmware.safety import faults
from tests.support.core.bench import Bench
from tests.support.core.causes import UP, both, let_pass, standing, stands, tick_after
from tests.support.core.long import BELOW_CDEG, LONG_MS, freeze


def test_h38_time_that_leaps_counts_as_three_ticks():
    for gap_ms in (5000, -5000):
        bench = Bench(inv_cdeg=BELOW_CDEG, session_ms=30_000)
        let_pass(bench, 1000)
        tick_after(bench, gap_ms)
        let_pass(bench, 28_940)
        assert not stands(bench, "SESSION_TIME")
        tick_after(bench, 1)
        assert stands(bench, "SESSION_TIME")


@pytest.mark.parametrize(
    ("at_upright", "contactor", "lost"), [(True, False, False), (True, True, True), (False, False, True)]
)
def test_h38_upright_and_idle_things_are_stored_and_no_time_is_lost(at_upright: bool, contactor: bool, lost: bool):
    bench = Bench(inv_cdeg=-7000 if at_upright else -4000)
    bench.request.contactor = contactor
    bench.tick(20)
    tick_after(bench, 400)
    assert stands(bench, "OVERRUN") is lost


@pytest.mark.parametrize(("gap_ms", "lost"), [(0, False), (60, False), (61, True), (-1, True)])
def test_h38_a_tick_is_lost_past_three_periods_or_back_in_time(gap_ms: int, lost: bool):
    bench = Bench(inv_cdeg=-1000)
    bench.tick(5)
    tick_after(bench, gap_ms)
    assert standing(bench) == (["OVERRUN"] if lost else [])


def test_h06_twenty_repeats_are_frozen():
    bench = Bench(inv_cdeg=-1000)
    bench.tick(5)
    freeze(bench)
    bench.tick(20)
    assert standing(bench) == []
    bench.tick()
    assert standing(bench) == ["IMU_FROZEN"]


def test_h06_nothing_but_zeros_from_the_start_is_frozen():
    bench = Bench(inv_cdeg=-1000, on=False)
    freeze(bench, 0)
    bench.obs.accel_mg[:] = [0, 0, 0]
    bench.tick(19)
    assert not stands(bench, "IMU_FROZEN")
    bench.tick()
    assert stands(bench, "IMU_FROZEN")


@pytest.mark.parametrize("axis", range(6))
def test_h06_one_axis_that_lives_is_enough(axis: int):
    bench = Bench(inv_cdeg=-1000)
    bench.tick(5)
    freeze(bench)

    def live(obs: object) -> None:
        values = obs.gyro_raw if axis >= 3 else obs.accel_mg
        values[axis % 3] += bench.ticks % 2 * 2 - 1

    bench.broken["live"] = live
    bench.run(2)
    assert standing(bench) == []


def test_h06_a_sensor_that_stays_frozen_cannot_be_acknowledged():
    bench = Bench()
    freeze(bench)
    bench.run(3)
    bench.press_up()
    assert standing(bench) == ["IMU_FROZEN"]


def test_h39_a_sensor_that_dies_before_the_wrap_is_stale_after_it():
    bench = Bench(inv_cdeg=-1000, now_ms=(1 << 30) - 100)
    bench.tick(3)
    bench.broken["imu_ms"] = bench.now_ms - 20
    bench.tick(20)
    assert standing(bench) == ["IMU_STALE"]


def test_h38_a_clock_that_leaps_back_clears_nothing():
    bench = Bench(now_ms=50_000)
    bench.broken["imu_ms"] = -1
    bench.run(1)
    tick_after(bench, -10_000)
    bench.press_up()
    assert stands(bench, "IMU_STALE")


def test_a_table_may_be_switched_on_at_any_reading_of_the_clock():
    for now_ms in (0, 1, 500_000, (1 << 29) + 7, (1 << 30) - 1):
        bench = Bench(now_ms=now_ms)
        bench.tick(20)
        assert standing(bench) == []


def test_h06_a_missing_sample_begins_the_count_anew():
    bench = Bench(inv_cdeg=-1000)
    bench.tick(5)
    freeze(bench)
    bench.tick(20)
    bench.broken["imu_ms"] = -1
    bench.tick()
    del bench.broken["imu_ms"]
    bench.tick(19)
    assert standing(bench) == []
    bench.tick()
    assert standing(bench) == ["IMU_FROZEN"]


def test_h23_a_lock_is_open_after_60_ms():
    bench = Bench(inv_cdeg=1000)
    bench.tick(20)
    bench.broken["locks_closed"] = False
    let_pass(bench, 60)
    assert standing(bench) == []
    tick_after(bench, 1)
    assert standing(bench) == ["ANKLE_OPEN"]


@pytest.mark.parametrize(("closed_ms", "counts"), [(31, True), (32, False)])
def test_h23_a_lock_that_was_long_closed_has_nothing_saved_up(closed_ms: int, counts: bool):
    bench = Bench(inv_cdeg=1000)
    bench.run(5)
    bench.broken["locks_closed"] = False
    let_pass(bench, 60)
    bench.broken["locks_closed"] = True
    let_pass(bench, closed_ms)
    bench.broken["locks_closed"] = False
    tick_after(bench, 1)
    assert stands(bench, "ANKLE_OPEN") is counts


@pytest.mark.parametrize(("closed_ms", "counts"), [(31, True), (32, False)])
def test_h23_a_loose_lock_adds_up_and_is_forgotten_slowly(closed_ms: int, counts: bool):
    bench = Bench(inv_cdeg=-7000)
    bench.broken["locks_closed"] = False
    bench.run(1)
    bench.broken.update(both(1000, at_upright=False, upright_switch=False))
    bench.drive(UP)
    bench.inv_cdeg = 1000.0
    let_pass(bench, 40)
    bench.broken["locks_closed"] = True
    let_pass(bench, closed_ms)
    bench.broken["locks_closed"] = False
    tick_after(bench, 1)
    assert stands(bench, "ANKLE_OPEN") is counts


@pytest.mark.parametrize(("pause_ms", "loose"), [(5859, True), (5860, False)])
def test_h21_four_openings_of_the_stop_loop_in_some_seconds_are_a_loose_wire(pause_ms: int, loose: bool):
    bench = Bench(inv_cdeg=1000)
    bench.run(1)
    for stop in (True, False, True, False, True):
        bench.obs.stop = stop
        bench.tick()
    assert bench.verdict.held
    bench.obs.stop = False
    let_pass(bench, pause_ms)
    bench.obs.stop = True
    bench.tick(2)
    assert standing(bench) == (["STOP_LOOP"] if loose else [])


def test_h21_a_loose_wire_does_not_hold_the_return():
    bench = Bench(inv_cdeg=1000)
    bench.run(1)
    bench.broken["stop_short"] = True
    bench.drive(UP, 0.1)
    bench.obs.stop = True
    bench.tick()
    assert not bench.verdict.held and bench.verdict.drive_permille == UP


@pytest.mark.parametrize("button", ["up", "ok"])
def test_h05_silence_ends_with_any_change_of_a_button(button: str):
    bench = Bench(inv_cdeg=BELOW_CDEG, session_ms=LONG_MS)
    let_pass(bench, 59_980)
    for pressed in (True, False):
        setattr(bench.obs, button, pressed)
        bench.tick()
        let_pass(bench, 30_000)
        assert not bench.verdict.alarm
        let_pass(bench, 29_980)
    let_pass(bench, 19)
    assert not stands(bench, "SILENT")
    tick_after(bench, 1)
    assert stands(bench, "SILENT")


def test_h05_a_down_that_is_held_is_an_answer_for_two_minutes():
    bench = Bench(inv_cdeg=BELOW_CDEG, session_ms=LONG_MS)
    bench.obs.down = True
    bench.tick()
    let_pass(bench, 119_999)
    tick_after(bench, 1)
    let_pass(bench, 59_998)
    assert not stands(bench, "SILENT")
    tick_after(bench, 1)
    assert stands(bench, "SILENT")


@pytest.mark.parametrize("sense", ["inv_cdeg", "pos_cdeg"])
def test_h05_either_sense_says_that_the_head_is_below_level(sense: str):
    for cdeg, name in ((100, []), (BELOW_CDEG, ["SESSION_TIME", "SILENT"])):
        bench = Bench(inv_cdeg=0, session_ms=30_000)
        bench.broken.update(both(0, **{sense: cdeg}))
        bench.run(61)
        assert standing(bench) == name


def test_h05_two_buttons_at_once_are_an_answer():
    names = ("down", "up", "ok")
    for first in names:
        for second in names:
            bench = Bench(inv_cdeg=BELOW_CDEG)
            bench.tick()
            since_ms = bench.supervisor.checks.since_ms
            bench.tick(2)
            assert since_ms[faults.SILENT] != bench.verdict.step_ms
            setattr(bench.obs, first, True)
            setattr(bench.obs, second, True)
            bench.tick()
            assert since_ms[faults.SILENT] == bench.verdict.step_ms


def test_h05_the_buzzer_asks_after_half_a_minute():
    bench = Bench(inv_cdeg=BELOW_CDEG)
    let_pass(bench, 30_000)
    assert not bench.verdict.alarm
    tick_after(bench, 1)
    assert bench.verdict.alarm
