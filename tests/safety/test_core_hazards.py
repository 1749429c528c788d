"""The supervisor's answers to what breaks around it: speed, silence, switches, supply, restarts, buttons and time."""

import pytest

from firmware.safety import faults
from firmware.safety.checks import UPRIGHT_CDEG
from tests.support.core.bench import Bench
from tests.support.core.states import fault, response
from tests.support.core.words import stands


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


def test_h05_stop_is_no_answer_for_a_loose_wire_opens_it_too():
    bench = Bench(inv_cdeg=1000)
    bench.run(40)
    bench.obs.stop = True
    bench.tick()
    assert bench.verdict.alarm
    bench.run(21)
    assert stands(bench, "SILENT")


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
