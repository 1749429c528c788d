"""What the supervisor counts and waits for, to the millisecond: motor, session, silence, STOP, locks, creep."""

import pytest

from firmware.safety import faults
from tests.safety.test_core_boundaries import DOWN, UP, both, let_pass, standing, stands, tick_after
from tests.support.core_bench import Bench

LONG_MS = 600_000
BELOW_CDEG = 101  # the first angle that counts as below level


def jammed(permille: int, pose_cdeg: int = 1000) -> Bench:
    """A table that does not move; its drive has begun with the last tick."""
    bench = Bench(inv_cdeg=pose_cdeg, session_ms=LONG_MS)
    bench.jammed = True
    bench.tick(2)
    bench.drive(permille)
    return bench


@pytest.mark.parametrize("permille", [300, -300, 400, -400])
def test_h13_a_second_without_progress_is_no_stall_and_a_millisecond_more_is(permille: int):
    bench = jammed(permille)
    let_pass(bench, 1000)
    assert standing(bench) == []
    tick_after(bench, 1)
    assert standing(bench) == ["STALL"]


@pytest.mark.parametrize("permille", [299, -299])
def test_h13_the_second_begins_when_the_drive_is_strong(permille: int):
    bench = jammed(permille)
    bench.run(3)
    bench.drive(300 if permille > 0 else -300)
    let_pass(bench, 980)
    assert standing(bench) == []
    tick_after(bench, 1)
    assert standing(bench) == ["STALL"]


@pytest.mark.parametrize("sense", ["pos_cdeg", "inv_cdeg"])
@pytest.mark.parametrize("permille", [300, -300])
@pytest.mark.parametrize(("progress_cdeg", "stalls"), [(14, True), (15, False)])
def test_h13_progress_by_either_sense_begins_the_second_anew(
    sense: str, permille: int, progress_cdeg: int, stalls: bool
):
    bench = jammed(permille)
    let_pass(bench, 980)
    bench.broken["rate_cdps"] = bench.broken["pos_rate_cdps"] = 0
    bench.broken[sense] = 1000 + (progress_cdeg if permille > 0 else -progress_cdeg)
    let_pass(bench, 21)
    assert stands(bench, "STALL") is stalls
    if not stalls:
        let_pass(bench, 999)
        assert standing(bench) == []
        let_pass(bench, 20)
        assert standing(bench) == ["STALL"]


def test_h13_a_clock_that_leaps_is_no_stall():
    bench = jammed(300)
    let_pass(bench, 500)
    tick_after(bench, 2000)
    assert standing(bench) == ["OVERRUN"]


@pytest.mark.parametrize("permille", [DOWN, UP])
def test_h14_half_a_degree_backwards_is_borne_and_no_more(permille: int):
    back = -1 if permille > 0 else 1
    for cdeg, wrong in ((50, False), (51, True)):
        bench = jammed(permille)
        bench.broken.update(both(1000 + back * cdeg))
        bench.tick()
        assert stands(bench, "WRONG_WAY") is wrong


@pytest.mark.parametrize("still", ["pos_cdeg", "inv_cdeg"])
def test_h14_one_sense_alone_proves_no_wrong_way(still: str):
    bench = jammed(DOWN)
    bench.broken.update({**both(800), still: 1000})
    bench.tick()
    assert not stands(bench, "WRONG_WAY")


def test_h12_the_motor_has_140_ms_to_come_to_rest():
    bench = jammed(UP)
    bench.drive(0)
    bench.broken["current_ma"] = 301
    let_pass(bench, 140)
    tick_after(bench, 1)
    let_pass(bench, 39)
    assert standing(bench) == []
    tick_after(bench, 1)
    assert standing(bench) == ["UNCOMMANDED"]


def test_h12_what_moves_while_it_comes_to_rest_is_no_motion():
    bench = jammed(UP)
    bench.drive(0)
    bench.broken.update(both(900))
    let_pass(bench, 140)
    bench.run(1)
    assert standing(bench) == []


def test_h12_a_slow_drift_at_rest_adds_up():
    bench = jammed(0)
    bench.run(1)
    for cdeg in range(1001, 1061):
        bench.broken.update(both(cdeg))
        bench.tick()
    bench.run(1)
    assert standing(bench) == []
    bench.broken.update(both(1061))
    bench.run(0.1)
    assert standing(bench) == ["SLIPPING"]


def test_h12_what_moves_while_driven_does_not_slip():
    bench = jammed(DOWN)
    for cdeg in range(1070, 1400, 70):
        bench.broken.update(both(cdeg))
        bench.tick()
    assert standing(bench) == []


@pytest.mark.parametrize("permille", [1, -1, DOWN, UP])
def test_h12_current_while_driven_is_no_fault(permille: int):
    bench = jammed(0)
    bench.run(1)
    bench.drive(permille)
    bench.broken["current_ma"] = 5999
    bench.run(0.9)
    assert standing(bench) == []


@pytest.mark.parametrize("permille", [0, DOWN, UP])
def test_h43_only_the_way_of_the_drive_is_in_the_way(permille: int):
    bench = jammed(permille)
    bench.broken["current_ma"] = 6001
    bench.run(0.2)
    caught = {0: False, DOWN: "OBSTRUCTED", UP: "BLOCKED"}[permille]
    assert [name for name in ("OBSTRUCTED", "BLOCKED") if stands(bench, name)] == ([caught] if caught else [])


@pytest.mark.parametrize("rested_s", [0, 1])
def test_h44_motor_time_to_the_millisecond(rested_s: int):
    bench = Bench(inv_cdeg=1000, session_ms=LONG_MS, on=rested_s > 0)
    bench.jammed = True
    bench.run(rested_s)
    bench.drive(-200)
    let_pass(bench, 180_000)
    assert not stands(bench, "DUTY")
    tick_after(bench, 1)
    assert stands(bench, "DUTY")
    bench.request.drive_permille = 0
    tick_after(bench, 1)
    since_ms = bench.supervisor.checks.since_ms
    tick_after(bench, 9)
    assert since_ms[faults.DUTY] != bench.supervisor.verdict.step_ms
    tick_after(bench, 1)
    assert since_ms[faults.DUTY] == bench.supervisor.verdict.step_ms


def test_h04_session_time_to_the_millisecond():
    bench = Bench(inv_cdeg=BELOW_CDEG, session_ms=30_000)
    let_pass(bench, 30_000)
    assert not stands(bench, "SESSION_TIME")
    tick_after(bench, 1)
    assert stands(bench, "SESSION_TIME")


def test_h04_level_is_a_degree_and_takes_no_time():
    bench = Bench(inv_cdeg=100, session_ms=30_000)
    bench.run(100)
    assert standing(bench) == []


def test_h04_only_upright_begins_the_time_anew():
    for pose_cdeg, over in ((100, True), (-6899, True), (-6900, False)):
        bench = Bench(inv_cdeg=BELOW_CDEG, session_ms=30_000)
        bench.tick()
        bench.run(29.9)
        for change in (both(pose_cdeg, at_upright=pose_cdeg == -6900), both(BELOW_CDEG)):
            bench.drive(DOWN)
            bench.drive(0)
            bench.broken.update(change)
            bench.drive(0, 0.02)
        bench.broken.clear()
        bench.run(0.2)
        assert stands(bench, "SESSION_TIME") is over


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


def freeze(bench: Bench, value: int = 99) -> None:
    bench.broken["freeze"] = lambda obs: obs.gyro_raw.__setitem__(0, value)


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


@pytest.mark.parametrize("button", ["up", "ok", "stop"])
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
    names = ("down", "up", "ok", "stop")
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
