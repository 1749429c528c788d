"""The supervisor's answers to obstacles, load, motor time and a floor that leans."""

import pytest

from firmware.safety.checks import DUTY_MS, UPRIGHT_CDEG, WAY_UP_MS_PER_CDEG
from tests.support.core.bench import Bench
from tests.support.core.states import fault, response
from tests.support.core.words import stands


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


@pytest.mark.long
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
