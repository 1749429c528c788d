"""The supervisor's answers to what breaks around it: supply, switches, time, floor, obstacles, the person."""

import pytest

from firmware.safety import faults
from firmware.safety.checks import DUTY_MS, UPRIGHT_CDEG, WAY_UP_MS_PER_CDEG
from tests.safety.test_core import fault, response
from tests.safety.test_core_boundaries import standing
from tests.support.core_bench import Bench


def stands(bench: Bench, name: str) -> bool:
    """The fault of this name stands, whatever stronger one may hide it."""
    return bool(bench.supervisor.checks.active[getattr(faults, name)])


def test_h01_a_table_faster_than_asked_halts():
    for rate_cdps in (301, -451):
        bench = Bench(inv_cdeg=1000)
        bench.tick(2)
        bench.broken.update(rate_cdps=rate_cdps, pos_rate_cdps=rate_cdps)
        bench.tick(4)
        assert bench.verdict.fault == 0
        bench.tick(2)
        assert (fault(bench), response(bench)) == ("OVERSPEED", "HALT")


@pytest.mark.parametrize("sense", ["rate_cdps", "pos_rate_cdps"])
@pytest.mark.parametrize("rate_cdps", [301, -451, 900, -900])
def test_h41_one_sense_alone_is_no_overspeed(sense: str, rate_cdps: int):
    """A noisy potentiometer or a gyro that is off must not cost anybody the way home."""
    bench = Bench(inv_cdeg=1000)
    bench.broken.update(rate_cdps=0, pos_rate_cdps=0)
    bench.broken[sense] = rate_cdps
    bench.run(1)
    assert not stands(bench, "OVERSPEED")


@pytest.mark.parametrize("rate_cdps", [301, -451])
def test_h01_without_the_position_sensor_the_tilt_sensor_alone_says_how_fast(rate_cdps: int):
    bench = Bench(inv_cdeg=1000)
    bench.broken.update(pos_ok=False, rate_cdps=rate_cdps, pos_rate_cdps=0)
    bench.tick(7)
    assert stands(bench, "OVERSPEED")


@pytest.mark.parametrize("lost", ["IMU_STALE", "IMU_FROZEN", "IMU_IMPLAUSIBLE"])
@pytest.mark.parametrize("rate_cdps", [301, -451])
def test_h01_without_the_tilt_sensor_the_position_sensor_alone_says_how_fast(rate_cdps: int, lost: str):
    bench = Bench(inv_cdeg=1000)
    bench.supervisor.checks.active[getattr(faults, lost)] = 1
    bench.broken.update(rate_cdps=0, pos_rate_cdps=rate_cdps)
    bench.tick(7)
    assert stands(bench, "OVERSPEED")


@pytest.mark.parametrize("rate_cdps", [300, -450])
def test_h41_the_rates_that_control_may_reach_are_no_overspeed(rate_cdps: int):
    bench = Bench(inv_cdeg=1000)
    bench.broken.update(rate_cdps=rate_cdps, pos_rate_cdps=rate_cdps)
    bench.run(1)
    assert bench.verdict.fault == 0


def test_h05_a_person_who_does_not_answer_is_prompted_and_then_returned():
    bench = Bench(inv_cdeg=1000)
    bench.run(29.9)
    assert not bench.verdict.alarm
    bench.run(0.3)
    assert bench.verdict.alarm and bench.verdict.fault == 0
    bench.run(29.7)
    assert bench.verdict.fault == 0
    bench.run(0.3)
    assert (fault(bench), response(bench)) == ("SILENT", "RETURN")


@pytest.mark.parametrize("button", ["ok", "up", "down"])
def test_h05_any_button_is_an_answer(button: str):
    bench = Bench(inv_cdeg=1000)
    bench.run(40)
    setattr(bench.obs, button, True)
    bench.tick()
    assert not bench.verdict.alarm
    setattr(bench.obs, button, False)
    bench.run(29)
    assert not bench.verdict.alarm and bench.verdict.fault == 0


def test_h05_nobody_has_to_answer_at_or_above_level():
    bench = Bench(inv_cdeg=0)
    bench.run(100)
    assert bench.verdict.fault == 0 and not bench.verdict.alarm


@pytest.mark.parametrize("off_cdeg", [-501, 501])
@pytest.mark.parametrize("pose_cdeg", [-7000, 0])
def test_h08_a_tilt_sensor_that_does_not_fit_a_pose_switch_is_not_trusted(pose_cdeg: int, off_cdeg: int):
    bench = Bench(inv_cdeg=pose_cdeg)
    bench.tick(2)
    bench.broken["pos_cdeg"] = bench.broken["inv_cdeg"] = pose_cdeg + off_cdeg
    bench.broken["rate_cdps"] = 0
    bench.broken["upright_switch"] = bench.broken["at_upright"] = pose_cdeg == UPRIGHT_CDEG
    bench.broken["at_level"] = pose_cdeg == 0
    bench.tick(14)
    assert not stands(bench, "MISMOUNTED")
    bench.tick(2)
    assert stands(bench, "MISMOUNTED")


@pytest.mark.parametrize("off_cdeg", [-500, 500])
@pytest.mark.parametrize("pose_cdeg", [-7000, 0])
def test_h08_five_degrees_off_a_pose_switch_still_fit(pose_cdeg: int, off_cdeg: int):
    bench = Bench(inv_cdeg=pose_cdeg)
    bench.tick(2)
    bench.broken["inv_cdeg"] = pose_cdeg + off_cdeg
    bench.broken["upright_switch"] = bench.broken["at_upright"] = pose_cdeg == UPRIGHT_CDEG
    bench.broken["at_level"] = pose_cdeg == 0
    bench.run(1)
    assert not stands(bench, "MISMOUNTED")


def test_h12_a_welded_contactor_is_found_at_every_boot():
    bench = Bench()
    bench.request.contactor = False
    bench.tick(15)
    assert bench.verdict.fault == 0
    bench.broken["contactor_closed"] = True
    bench.tick(9)
    assert bench.verdict.fault == 0
    bench.tick(3)
    assert (fault(bench), response(bench)) == ("CONTACTOR", "CUT")


def test_h13_a_contactor_that_does_not_close_sounds_the_alarm():
    bench = Bench(inv_cdeg=1000)
    bench.run(1)
    bench.broken["contactor_closed"] = False
    bench.run(0.3)
    assert (fault(bench), response(bench)) == ("CONTACTOR", "CUT")
    assert bench.verdict.alarm


def test_h15_the_mains_lost_inverted_returns_and_at_upright_nothing_starts():
    bench = Bench(inv_cdeg=1000)
    bench.run(1)
    bench.broken["mains"] = False
    bench.tick(4)
    assert bench.verdict.fault == 0
    bench.tick(3)
    assert (fault(bench), response(bench)) == ("MAINS_LOST", "RETURN")
    upright = Bench()
    upright.broken["mains"] = False
    upright.run(1)
    upright.drive(440, 1)
    assert upright.inv_cdeg == -7000
    upright.broken.clear()
    upright.drive(440, 1)
    assert upright.inv_cdeg > -7000


def test_h16_a_battery_that_could_not_return_starts_nothing():
    bench = Bench()
    bench.broken["battery_mv"] = 22_000
    bench.run(3)
    assert bench.verdict.fault == 0
    bench.broken["battery_mv"] = 21_999
    bench.run(1.9)
    assert bench.verdict.fault == 0
    bench.run(0.3)
    assert (fault(bench), response(bench)) == ("BATTERY_LOW", "REFUSE")
    bench.drive(440, 1)
    assert bench.inv_cdeg == -7000
    bench.broken["battery_mv"] = 25_000
    bench.tick(2)
    assert bench.verdict.fault == 0


def test_h17_started_inverted_the_only_way_is_up_until_upright():
    bench = Bench(inv_cdeg=1000, on=False)
    bench.tick()
    assert (fault(bench), response(bench)) == ("RECOVERED", "RETURN")
    bench.drive(440, 1)
    assert bench.inv_cdeg == 1000
    while not bench.obs.at_upright:
        bench.drive(-440)
    bench.tick(2)
    assert bench.verdict.fault == 0
    bench.drive(440, 1)
    assert bench.inv_cdeg > -6890


@pytest.mark.parametrize("button", ["down", "up"])
def test_h20_a_button_that_never_comes_up_starts_nothing(button: str):
    bench = Bench()
    bench.broken[button] = True
    bench.run(29.9)
    assert bench.verdict.fault == 0
    bench.run(0.3)
    assert (fault(bench), response(bench)) == ("BUTTON_STUCK", "REFUSE")
    bench.broken.clear()
    bench.obs.down = bench.obs.up = False
    bench.tick()
    assert bench.verdict.fault == 0


def test_h20_holding_down_for_a_minute_away_from_upright_is_no_stuck_button():
    bench = Bench()
    bench.drive(440, 80)
    assert bench.verdict.fault == 0


@pytest.mark.parametrize(("button", "held_s"), [("ok", 0), ("up", 0), ("down", 120)])
def test_h05_a_button_under_a_limp_hand_is_no_answer(button: str, held_s: int):
    bench = Bench(inv_cdeg=1000, session_ms=600_000)
    setattr(bench.obs, button, True)
    bench.run(held_s + 29)
    assert not bench.verdict.alarm
    bench.run(30)
    assert bench.verdict.alarm and not stands(bench, "SILENT")
    bench.run(2)
    assert stands(bench, "SILENT")


def test_h05_stop_is_an_answer():
    bench = Bench(inv_cdeg=1000)
    bench.run(40)
    bench.obs.stop = True
    bench.tick()
    assert not bench.verdict.alarm


def test_h21_a_shorted_stop_wire_starts_nothing():
    bench = Bench()
    bench.broken["stop_short"] = True
    bench.tick()
    assert bench.verdict.fault == 0
    bench.tick()
    assert (fault(bench), response(bench)) == ("STOP_LOOP", "REFUSE")
    bench.drive(440, 1)
    assert bench.inv_cdeg == -7000


@pytest.mark.parametrize("gap_ms", [61, 500, -1, -5000])
def test_h38_lost_time_returns(gap_ms: int):
    bench = Bench(inv_cdeg=1000, now_ms=10_000)
    bench.run(1)
    bench.now_ms += gap_ms - 20
    bench.tick()
    assert (fault(bench), response(bench)) == ("OVERRUN", "RETURN")


@pytest.mark.parametrize("gap_ms", [0, 20, 60])
def test_h38_a_collection_is_no_lost_time(gap_ms: int):
    bench = Bench(inv_cdeg=1000)
    bench.run(1)
    bench.now_ms += gap_ms - 20
    bench.tick()
    assert bench.verdict.fault == 0


def test_h38_control_that_fails_is_answered_with_a_return():
    bench = Bench(inv_cdeg=1000)
    bench.run(1)
    bench.request.failed = True
    bench.tick()
    assert (fault(bench), response(bench)) == ("INTERNAL", "RETURN")


@pytest.mark.parametrize(("permille", "name", "answer"), [(440, "OBSTRUCTED", "RETURN"), (-440, "BLOCKED", "HALT")])
def test_h43_something_in_the_way_stops(permille: int, name: str, answer: str):
    bench = Bench(inv_cdeg=1000)
    bench.drive(permille, 1)
    bench.broken["current_ma"] = 6001
    bench.tick(7)
    assert bench.verdict.fault == 0
    bench.tick(3)
    assert (fault(bench), response(bench)) == (name, answer)


def test_h43_what_a_heavy_person_asks_of_the_motor_is_no_obstacle():
    bench = Bench(inv_cdeg=1000)
    bench.broken["current_ma"] = 6000
    bench.drive(440, 2)
    assert bench.verdict.fault == 0


@pytest.mark.parametrize("permille", [440, -440])
def test_h43_a_motor_that_moves_the_table_and_shows_no_current_is_returned(permille: int):
    bench = Bench(inv_cdeg=1000)
    bench.drive(permille, 0.5)
    bench.broken["current_ma"] = 0
    bench.drive(permille, 0.9)
    assert bench.verdict.fault == 0
    bench.drive(permille, 0.2)
    assert (fault(bench), response(bench)) == ("CURRENT_LOST", "RETURN")
    where_cdeg = bench.inv_cdeg
    bench.drive(440, 1)
    assert bench.inv_cdeg <= where_cdeg
    bench.drive(-440, 1)
    assert bench.inv_cdeg < where_cdeg


@pytest.mark.parametrize("permille", [0, 440])
def test_h43_a_table_that_stands_needs_no_current(permille: int):
    bench = Bench(inv_cdeg=1000)
    bench.jammed = True
    bench.broken["current_ma"] = 0
    bench.drive(permille, 0.9)
    assert bench.verdict.fault == 0


def test_h44_the_motor_rests_before_the_way_home_is_in_danger():
    bench = Bench(inv_cdeg=0, limit_cdeg=6000, session_ms=600_000)
    run_ms = 0
    while bench.verdict.fault == 0:
        bench.drive(440 if run_ms // 20_000 % 2 == 0 else -440)
        run_ms += 20
    assert (fault(bench), response(bench)) == ("DUTY", "REFUSE")
    way_up_ms = (bench.inv_cdeg - UPRIGHT_CDEG) * WAY_UP_MS_PER_CDEG
    assert abs(DUTY_MS - run_ms - 1.5 * way_up_ms) < 500
    where_cdeg = bench.inv_cdeg
    bench.drive(440, 1)
    assert bench.inv_cdeg <= where_cdeg
    bench.drive(-440, 1)
    assert bench.inv_cdeg < where_cdeg


def test_h44_a_motor_that_has_rested_may_go_on():
    bench = Bench(inv_cdeg=-6000, limit_cdeg=6000, session_ms=600_000)
    for _ in range(30):
        bench.drive(440, 4)
        bench.drive(-440, 4)
    assert stands(bench, "DUTY")
    bench.drive(-440, 8)
    bench.drive(0, 60 * 9)
    bench.drive(440, 10)
    assert bench.inv_cdeg > -6000
    assert not stands(bench, "DUTY")


@pytest.mark.parametrize("roll_mg", [-106, 106])
def test_h46_a_floor_that_leans_starts_nothing(roll_mg: int):
    bench = Bench()
    bench.obs.accel_mg[1] = roll_mg
    bench.run(0.9)
    assert bench.verdict.fault == 0
    bench.run(0.3)
    assert (fault(bench), response(bench)) == ("TIPPED", "REFUSE")


@pytest.mark.parametrize("roll_mg", [-105, 105])
def test_h46_six_degrees_are_borne(roll_mg: int):
    bench = Bench()
    bench.obs.accel_mg[1] = roll_mg
    bench.run(2)
    assert bench.verdict.fault == 0


def test_h49_stop_does_not_keep_a_person_down_who_no_longer_answers():
    bench = Bench(inv_cdeg=2000)
    bench.tick(5)
    bench.obs.stop = True
    bench.drive(-440, 59)
    assert bench.inv_cdeg == 2000 and bench.verdict.held
    bench.run(2.2)
    assert bench.inv_cdeg < 2000 and fault(bench) == "SILENT"


def test_h49_a_stop_pressed_during_that_return_holds_again():
    bench = Bench(inv_cdeg=2000)
    bench.run(61)
    bench.drive(-440, 0.5)
    bench.obs.stop = True
    bench.tick()
    where_cdeg = bench.inv_cdeg
    bench.run(59)
    assert bench.inv_cdeg == where_cdeg
    bench.run(2)
    assert bench.inv_cdeg < where_cdeg


def test_h10_a_position_sensor_that_stops_following_costs_nobody_the_way_home():
    bench = Bench(inv_cdeg=2000)
    bench.run(1)
    bench.broken["pos_cdeg"] = 2000
    bench.drive(-440, 5)
    assert response(bench) == "CREEP_UP" and fault(bench) == "SENSES_DISAGREE"
    bench.press_up()
    bench.broken["pos_rate_cdps"] = 0
    bench.run(60)
    assert bench.inv_cdeg < 0 and response(bench) == "CREEP_UP"


def test_h10_the_creep_takes_the_faster_of_two_rates():
    bench = Bench(inv_cdeg=2000)
    bench.run(1)
    bench.broken["pos_cdeg"] = 2600
    bench.broken["pos_rate_cdps"] = 0
    bench.run(1)
    bench.press_up()
    bench.drive(-600, 10)
    assert 2000 - bench.inv_cdeg < 1800


@pytest.mark.parametrize("sense", ["pos_cdeg", "inv_cdeg"])
def test_h12_one_sense_alone_that_drifts_at_rest_is_not_the_table_moving(sense: str):
    bench = Bench(inv_cdeg=1000)
    bench.run(1)
    bench.broken[sense] = 1200
    bench.broken["rate_cdps"] = 0
    bench.run(1)
    assert bench.verdict.fault == 0


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
