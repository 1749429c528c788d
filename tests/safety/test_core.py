"""The supervisor on a whole table: limit, STOP, tilt and position, drive and locks."""

import pytest

from tests.support.core.bench import Bench
from tests.support.core.states import fault, response


def test_a_healthy_table_goes_down_to_its_limit_and_stops_there():
    bench = Bench()
    bench.drive(440, 60)
    assert 2300 < bench.inv_cdeg <= 2505
    assert bench.verdict.fault == 0
    assert bench.verdict.drive_permille == 0


def test_h02_the_envelope_counts_the_stopping_distance():
    slow = Bench(inv_cdeg=2300)
    slow.drive(60)
    assert slow.verdict.drive_permille == 60
    fast = Bench(inv_cdeg=2300)
    fast.broken["rate_cdps"] = 400
    fast.drive(60)
    assert fast.verdict.drive_permille == 0


def test_h02_past_the_limit_by_the_tilt_sensor_returns():
    bench = Bench(inv_cdeg=2540)
    bench.tick(5)
    assert bench.verdict.fault == 0
    bench.inv_cdeg = 2551
    bench.tick()
    assert (fault(bench), response(bench)) == ("OVER_LIMIT", "RETURN")


def test_h02_past_the_limit_by_the_position_sensor_returns():
    bench = Bench(inv_cdeg=2400)
    bench.broken["pos_cdeg"] = 2601
    bench.tick()
    assert fault(bench) == "OVER_LIMIT"


def test_h02_the_position_sensor_alone_holds_the_limit():
    bench = Bench(inv_cdeg=2000)
    bench.broken["inv_cdeg"] = 2100  # a tilt sensor that has stopped following, not yet noticed
    bench.drive(440, 3)
    assert bench.inv_cdeg <= 2560


@pytest.mark.parametrize("limit_cdeg", [0])
def test_h28_a_locked_table_does_not_go_down(limit_cdeg: int):
    bench = Bench(limit_cdeg=limit_cdeg)
    bench.drive(440, 2)
    assert bench.inv_cdeg == -7000


def test_h28_a_table_that_was_told_nothing_is_locked():
    bench = Bench()
    fresh = type(bench.supervisor)(bench.verdict)
    assert fresh.limits.limit_cdeg == 0


@pytest.mark.parametrize(
    "held",
    [{"down": False}, {"up": True}, {"stop": True}, {"locks_closed": False}],
    ids=["h22_without_down", "h20_with_up", "h21_with_stop_open", "h23_with_a_lock_open"],
)
def test_no_head_down_motion(held: dict):
    bench = Bench()
    bench.broken.update(held)
    bench.drive(440, 2)
    assert bench.inv_cdeg == -7000


def test_h05_letting_go_of_down_stops_within_one_tick():
    bench = Bench()
    bench.drive(440, 5)
    assert bench.verdict.drive_permille == 440
    bench.obs.down = False
    bench.tick()
    assert bench.verdict.drive_permille == 0


def test_h49_stop_stops_both_ways_and_up_goes_on_although_stop_stays_open():
    bench = Bench(inv_cdeg=1000)
    bench.drive(-440, 1)
    assert bench.verdict.drive_permille == -440
    bench.obs.stop = True
    bench.tick()
    assert bench.verdict.drive_permille == 0 and bench.verdict.held
    bench.run(5)
    assert bench.verdict.drive_permille == 0
    bench.press_up()
    assert bench.verdict.drive_permille == -440 and not bench.verdict.held


def test_h49_a_stop_that_is_let_go_does_not_restart_a_held_button():
    bench = Bench()
    bench.drive(440, 1)
    bench.obs.stop = True
    bench.tick(3)
    bench.obs.stop = False
    bench.run(2)
    assert bench.verdict.drive_permille == 0
    bench.obs.down = False
    bench.tick()
    bench.drive(440)
    assert bench.verdict.drive_permille == 440


def test_h07_a_tilt_sensor_that_does_not_answer_stops_head_down_within_120_ms():
    bench = Bench()
    bench.drive(440, 5)
    bench.broken["imu_ms"] = bench.now_ms - 20
    bench.tick(4)
    assert bench.verdict.fault == 0
    bench.tick(2)
    assert (fault(bench), response(bench)) == ("IMU_STALE", "CREEP_UP")
    assert bench.verdict.drive_permille == 0


def test_h06_a_frozen_tilt_sensor_stops():
    bench = Bench()
    bench.drive(440, 5)
    bench.broken["freeze"] = lambda obs: obs.gyro_raw.__setitem__(0, 3)
    bench.tick(18)
    assert bench.verdict.fault == 0
    bench.tick(4)
    assert (fault(bench), response(bench)) == ("IMU_FROZEN", "CREEP_UP")


@pytest.mark.parametrize("accel_mg", [[0, 0, 0], [0, 0, 690], [950, 900, 0]])
def test_h08_an_acceleration_that_is_no_tilt_stops(accel_mg: list):
    bench = Bench(inv_cdeg=0)
    bench.tick(5)
    bench.obs.accel_mg[:] = accel_mg
    bench.tick(14)
    assert bench.verdict.fault == 0
    bench.tick(2)
    assert (fault(bench), response(bench)) == ("IMU_IMPLAUSIBLE", "CREEP_UP")


@pytest.mark.parametrize("accel_mg", [[0, 0, 700], [700, 0, 1090], [-700, 0, 700]])
def test_h11_rocking_within_a_third_of_a_g_is_no_fault(accel_mg: list):
    bench = Bench(inv_cdeg=0)
    bench.obs.accel_mg[:] = accel_mg
    bench.run(2)
    assert bench.verdict.fault == 0


@pytest.mark.parametrize("gap_cdeg", [-501, 501])
def test_h10_senses_that_disagree_stop(gap_cdeg: int):
    bench = Bench(inv_cdeg=500)
    bench.tick(5)
    bench.broken["pos_cdeg"] = 500 + gap_cdeg
    bench.tick(14)
    assert bench.verdict.fault == 0
    bench.tick(2)
    assert (fault(bench), response(bench)) == ("SENSES_DISAGREE", "CREEP_UP")


@pytest.mark.parametrize("gap_cdeg", [-500, 500])
def test_h10_five_degrees_apart_is_still_agreement(gap_cdeg: int):
    bench = Bench(inv_cdeg=500)
    bench.broken["pos_cdeg"] = 500 + gap_cdeg
    bench.run(1)
    assert bench.verdict.fault == 0


def test_h10_a_lost_position_sensor_returns():
    bench = Bench(inv_cdeg=500)
    bench.broken["pos_ok"] = False
    bench.run(0.2)
    assert (fault(bench), response(bench)) == ("POSITION_LOST", "RETURN")


@pytest.mark.parametrize("step_cdeg", [-61, 61])
def test_h41_a_table_that_slips_undriven_keeps_the_motor_as_its_brake(step_cdeg: int):
    bench = Bench(inv_cdeg=1000)
    bench.run(1)
    bench.inv_cdeg += step_cdeg
    bench.tick(4)
    assert (fault(bench), response(bench)) == ("SLIPPING", "HALT")
    assert bench.verdict.contactor and bench.verdict.alarm


def test_h12_current_with_the_drive_off_loses_the_supply():
    bench = Bench(inv_cdeg=1000)
    bench.run(1)
    bench.broken["current_ma"] = 301
    bench.tick(4)
    assert (fault(bench), response(bench)) == ("UNCOMMANDED", "CUT")
    assert not bench.verdict.contactor and bench.verdict.alarm


@pytest.mark.parametrize("change", [{"current_ma": 300}, {"inv_cdeg": 1060, "pos_cdeg": 1060, "rate_cdps": 0}])
def test_h12_noise_at_rest_is_no_motion(change: dict):
    bench = Bench(inv_cdeg=1000)
    bench.run(1)
    bench.broken.update(change)
    bench.run(1)
    assert bench.verdict.fault == 0


@pytest.mark.parametrize("permille", [-440, 440, -100, 100])
def test_h14_a_drive_that_moves_the_wrong_way_loses_the_supply(permille: int):
    bench = Bench(inv_cdeg=1000)
    bench.sense = -1
    bench.drive(permille, 4)
    assert (fault(bench), response(bench)) == ("WRONG_WAY", "CUT")
    assert abs(bench.inv_cdeg - 1000) < 200


@pytest.mark.parametrize("permille", [-300, 300])
def test_h13_a_drive_that_moves_nothing_loses_the_supply(permille: int):
    bench = Bench(inv_cdeg=1000)
    bench.run(1)
    bench.jammed = True
    bench.drive(permille, 0.9)
    assert bench.verdict.fault == 0
    bench.run(0.2)
    assert (fault(bench), response(bench)) == ("STALL", "CUT")


def test_h13_a_weak_drive_that_moves_nothing_is_no_stall():
    bench = Bench(inv_cdeg=1000)
    bench.jammed = True
    bench.drive(299, 5)
    assert bench.verdict.fault == 0


def test_h13_the_slowest_approach_is_no_stall():
    bench = Bench(inv_cdeg=1000)
    bench.drive(56, 10)
    assert bench.verdict.fault == 0


def test_h23_an_ankle_lock_that_opens_inverted_returns():
    bench = Bench(inv_cdeg=1000)
    bench.run(1)
    bench.broken["locks_closed"] = False
    bench.tick(2)
    assert bench.verdict.fault == 0
    bench.tick(3)
    assert (fault(bench), response(bench)) == ("ANKLE_OPEN", "RETURN")


def test_h23_an_open_lock_upright_is_no_fault_because_people_get_on_there():
    bench = Bench()
    bench.broken["locks_closed"] = False
    bench.run(3)
    assert bench.verdict.fault == 0
