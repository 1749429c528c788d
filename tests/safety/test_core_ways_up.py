"""The supervisor's ways up without a trusted angle, and how faults end."""

import pytest

from firmware.safety import faults
from firmware.safety.faults import FAULTS
from tests.support.core.bench import Bench
from tests.support.core.states import NAMES, fault, response


def test_h04_the_time_below_level_ends_in_a_return():
    bench = Bench(inv_cdeg=1000, session_ms=30_000)
    bench.run(29.9)
    assert bench.verdict.fault == 0
    bench.run(0.3)
    assert (fault(bench), response(bench)) == ("SESSION_TIME", "RETURN")


def test_h04_going_up_to_level_for_a_moment_does_not_start_the_time_anew():
    bench = Bench(inv_cdeg=1000, session_ms=30_000)
    bench.run(20)
    bench.inv_cdeg = 0
    bench.supervisor.checks._anchor_pos_cdeg = bench.supervisor.checks._anchor_inv_cdeg = 0
    bench.run(5)
    bench.inv_cdeg = 1000
    bench.supervisor.checks._anchor_pos_cdeg = bench.supervisor.checks._anchor_inv_cdeg = 1000
    bench.run(11)
    assert fault(bench) == "SESSION_TIME"


@pytest.mark.parametrize("name", ["limit_cdeg", "session_ms"])
def test_h40_a_flipped_bit_in_a_limit_is_noticed_before_it_widens_anything(name: str):
    bench = Bench()
    bench.drive(440, 2)
    limits = bench.supervisor.limits
    setattr(limits, name, getattr(limits, name) ^ 1 << 12)
    bench.tick()
    assert (fault(bench), response(bench)) == ("LIMITS_CORRUPT", "RETURN")
    assert bench.verdict.drive_permille == 0


def test_without_a_trusted_angle_up_brings_the_table_to_level_and_no_further():
    bench = Bench(inv_cdeg=2000)
    bench.broken["imu_ms"] = -1
    bench.run(1)
    bench.drive(-150, 1)
    assert bench.verdict.drive_permille == 0
    bench.press_up()
    bench.run(40)
    assert -20 < bench.inv_cdeg <= 0


def test_h05_without_a_trusted_angle_and_without_a_press_it_creeps_after_10_s():
    bench = Bench(inv_cdeg=2000)
    bench.broken["imu_ms"] = -1
    bench.run(0.2)
    bench.drive(-150, 9.7)
    assert bench.inv_cdeg == 2000
    bench.run(60)
    assert bench.inv_cdeg <= 0


def test_the_creep_never_goes_head_down_and_never_much_faster_than_1_degree_a_second():
    bench = Bench(inv_cdeg=2000)
    bench.broken["imu_ms"] = -1
    bench.run(1)
    bench.press_up()
    bench.drive(440, 1)
    assert bench.inv_cdeg == 2000
    bench.drive(-900, 10)
    assert 650 < bench.inv_cdeg < 2000


def test_above_level_without_a_trusted_angle_up_must_be_held():
    bench = Bench(inv_cdeg=-1000)
    bench.broken["imu_ms"] = -1
    bench.run(0.2)
    bench.drive(-150, 30)
    assert bench.inv_cdeg == -1000
    bench.obs.up = True
    bench.run(3)
    assert bench.inv_cdeg < -1100
    bench.obs.up = False
    bench.tick()
    assert bench.verdict.drive_permille == 0


def test_at_upright_the_way_up_ends():
    bench = Bench(inv_cdeg=-6890)
    while not bench.obs.at_upright:
        bench.drive(-300)
        assert bench.inv_cdeg > -6910
    # What is left tries the current sense, and moves no screw.
    bench.drive(-300, 0.1)
    assert bench.verdict.drive_permille == -100


def test_a_fault_to_be_acknowledged_stays_until_up_is_pressed_upright():
    bench = Bench(inv_cdeg=-7000)
    bench.broken["imu_ms"] = -1
    bench.run(1)
    assert fault(bench) == "IMU_STALE"
    bench.broken.clear()
    bench.run(1)
    assert fault(bench) == "IMU_STALE"
    bench.press_up()
    assert bench.verdict.fault == 0


def test_a_fault_whose_cause_lasts_cannot_be_acknowledged():
    bench = Bench()
    bench.broken["imu_ms"] = -1
    bench.run(1)
    bench.press_up()
    assert fault(bench) == "IMU_STALE"


def test_a_fault_until_upright_ends_by_itself_there_and_nowhere_else():
    bench = Bench(inv_cdeg=1000)
    bench.broken["locks_closed"] = False
    bench.run(1)
    bench.broken.clear()
    bench.press_up()
    assert fault(bench) == "ANKLE_OPEN"
    bench.inv_cdeg = -7000
    bench.supervisor.checks._anchor_pos_cdeg = bench.supervisor.checks._anchor_inv_cdeg = -7000
    bench.tick(2)
    assert bench.verdict.fault == 0


def test_a_cut_ends_only_with_the_power():
    bench = Bench(inv_cdeg=1000)
    bench.run(1)
    bench.broken["current_ma"] = 5000
    bench.run(1)
    bench.broken.clear()
    bench.inv_cdeg = -7000
    bench.run(5)
    bench.press_up()
    bench.run(1)
    assert fault(bench) == "UNCOMMANDED" and not bench.verdict.contactor


def test_of_two_faults_the_stronger_response_counts():
    bench = Bench(inv_cdeg=1000)
    bench.broken["locks_closed"] = False
    bench.run(1)
    assert response(bench) == "RETURN"
    bench.broken["imu_ms"] = -1
    bench.run(1)
    assert response(bench) == "CREEP_UP"
    bench.broken["current_ma"] = 5000
    bench.run(1)
    assert response(bench) == "CUT"


def test_responses_are_ordered_by_strength():
    assert faults.NONE < faults.REFUSE < faults.RETURN < faults.HALT < faults.CREEP_UP < faults.CUT


def test_h39_all_of_it_holds_across_the_wrap_of_the_clock():
    bench = Bench(now_ms=(1 << 30) - 1000)
    bench.drive(440, 60)
    assert 2300 < bench.inv_cdeg <= 2505
    assert bench.verdict.fault == 0
    assert bench.now_ms < 100_000


@pytest.mark.parametrize("row", FAULTS[1:], ids=NAMES[1:])
def test_every_fault_has_words_for_people(row: tuple):
    name, answer, hold_ms, latch, sentence, remedy = row
    assert (name, sentence, remedy) == (row[faults.NAME], row[faults.SENTENCE], row[faults.REMEDY])
    assert getattr(faults, name) == FAULTS.index(row)
    assert faults.REFUSE <= answer <= faults.CUT
    assert 0 <= hold_ms <= 90_000
    assert faults.SELF <= latch <= faults.POWER
    assert sentence.endswith(".") and remedy.endswith(".")
