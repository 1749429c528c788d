"""The supervisor where one sense parts from the other, wires are loose, and a check of the current fails."""

import pytest

from tests.support.core.bench import Bench
from tests.support.core.causes import standing
from tests.support.core.states import fault, response
from tests.support.core.words import stands


@pytest.mark.parametrize("sense", ["pos_cdeg", "inv_cdeg"])
def test_h14_one_sense_alone_that_jumps_back_is_not_the_wrong_way(sense: str):
    bench = Bench(inv_cdeg=1000)
    bench.drive(200, 1)
    bench.broken[sense] = 800
    bench.broken["rate_cdps"] = 90
    bench.run(1)
    assert bench.verdict.fault == 0


def test_h17_a_stuck_upright_switch_head_down_still_lets_the_person_up():
    bench = Bench(inv_cdeg=2000)
    bench.run(1)
    bench.broken["upright_switch"] = True
    bench.run(0.5)
    assert (fault(bench), response(bench)) == ("MISMOUNTED", "CREEP_UP") and bench.verdict.alarm
    bench.press_up()
    bench.drive(-150, 40)
    assert bench.inv_cdeg <= 0


def test_h49_letting_go_of_stop_does_not_go_on_with_a_return_that_it_held():
    bench = Bench(inv_cdeg=2000)
    bench.run(1)
    bench.broken["locks_closed"] = False
    bench.drive(-440, 1)
    bench.obs.stop = True
    bench.run(4)
    bench.obs.stop = False
    where_cdeg = bench.inv_cdeg
    bench.run(4)
    assert bench.inv_cdeg == where_cdeg
    bench.press_up()
    bench.run(1)
    assert bench.inv_cdeg < where_cdeg


@pytest.mark.parametrize("half_ms", [40, 100, 500, 2000])
def test_h21_a_stop_wire_that_is_loose_does_not_disable_up(half_ms: int):
    bench = Bench(inv_cdeg=2000)
    bench.broken["loose"] = lambda obs: setattr(obs, "stop", bench.now_ms // half_ms % 2 == 0)
    bench.drive(-440, 40)
    assert stands(bench, "STOP_LOOP")
    bench.press_up()
    where_cdeg = bench.inv_cdeg
    bench.run(5)
    assert bench.inv_cdeg < where_cdeg - 900


def test_h21_a_stop_pressed_three_times_in_a_row_is_no_loose_wire():
    bench = Bench(inv_cdeg=2000)
    for _ in range(3):
        bench.obs.stop = True
        bench.run(0.3)
        bench.obs.stop = False
        bench.run(0.3)
    assert not stands(bench, "STOP_LOOP")


@pytest.mark.parametrize("closed_ms", [20, 500, 1000])
def test_h23_a_lock_that_chatters_is_an_open_lock(closed_ms: int):
    bench = Bench(inv_cdeg=1000)
    bench.run(1)
    bench.broken["chatter"] = lambda obs: setattr(obs, "locks_closed", bench.now_ms % (closed_ms + 40) >= 40)
    bench.run(20)
    assert stands(bench, "ANKLE_OPEN")


def test_h23_one_knock_on_a_lock_is_not():
    bench = Bench(inv_cdeg=1000)
    for _ in range(10):
        bench.obs.locks_closed = False
        bench.tick(2)
        bench.obs.locks_closed = True
        bench.run(2)
    assert bench.verdict.fault == 0


def test_h43_what_is_caught_is_not_pushed_before_half_a_minute():
    bench = Bench(inv_cdeg=2000)
    bench.drive(-440, 1)
    bench.broken["current_ma"] = 6001
    bench.run(0.3)
    bench.broken.clear()
    bench.obs.current_ma = 0
    where_cdeg = bench.inv_cdeg
    bench.run(29)
    assert bench.inv_cdeg == where_cdeg
    bench.run(3)
    assert bench.inv_cdeg < where_cdeg


def test_h51_an_upright_switch_that_does_not_close_is_named():
    bench = Bench()
    bench.broken["upright_switch"] = False
    bench.run(0.9)
    assert bench.verdict.fault == 0
    bench.run(0.3)
    assert (fault(bench), response(bench)) == ("UPRIGHT_SWITCH", "REFUSE")


def test_h21_a_held_up_is_enough_where_the_stop_wire_is_loose():
    bench = Bench(inv_cdeg=2000)
    bench.broken["loose"] = lambda obs: setattr(obs, "stop", bench.now_ms // 100 % 2 == 0)
    bench.obs.up = True
    bench.drive(-440, 10)
    assert bench.inv_cdeg < 500


def test_h06_a_gyro_gone_mad_does_not_hold_up_the_creep():
    bench = Bench(inv_cdeg=2000)
    bench.run(1)
    bench.broken["pos_cdeg"] = 2600
    bench.run(1)
    bench.press_up()
    bench.broken["rate_cdps"] = -1001
    bench.drive(-150, 3)
    assert bench.inv_cdeg < 1900


def test_h49_a_tilt_sensor_that_reads_high_does_not_hide_a_silent_person():
    bench = Bench(inv_cdeg=2000)
    bench.run(1)
    bench.broken["inv_cdeg"] = -1500
    bench.run(1)
    bench.obs.stop = True
    bench.run(60)
    bench.drive(-150, 4)
    assert bench.inv_cdeg < 2000


@pytest.mark.parametrize("limit_cdeg", [0, 1500])
def test_h17_past_any_limit_and_time_a_restart_is_a_restart_and_nothing_else(limit_cdeg: int):
    bench = Bench(inv_cdeg=4000, limit_cdeg=limit_cdeg, session_ms=0, on=False)
    bench.run(3)
    assert standing(bench) == ["RECOVERED"] and response(bench) == "RETURN"
    bench.request.drive_permille = 300
    bench.obs.down = True
    bench.run(1)
    assert bench.verdict.drive_permille == 0


def test_h02_once_upright_after_a_restart_the_limit_is_watched_again():
    bench = Bench(inv_cdeg=4000, limit_cdeg=1500, on=False)
    bench.tick(2)
    bench.inv_cdeg = -7000.0
    bench.tick(2)
    bench.inv_cdeg = 1600.0
    bench.tick(2)
    assert stands(bench, "OVER_LIMIT")


def test_h12_a_current_sense_that_failed_its_check_refuses_upright():
    bench = Bench()
    bench.request.current_untrue = True
    bench.drive(80, 0.2)
    assert (fault(bench), response(bench)) == ("CURRENT_SENSE", "REFUSE")
    assert bench.verdict.drive_permille == 0
    bench.request.current_untrue = False
    bench.drive(80, 0.2)
    assert bench.verdict.drive_permille == 0, "it has to be acknowledged"
    bench.obs.down = False
    bench.press_up()
    bench.drive(80, 0.2)
    assert bench.verdict.drive_permille == 80


def test_h12_away_from_upright_a_check_says_nothing():
    bench = Bench(inv_cdeg=1000)
    bench.request.current_untrue = True
    bench.run(1)
    assert bench.verdict.fault == 0
