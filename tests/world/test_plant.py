"""Linkage, gravity, screw and motor: figures worked out by hand, and what a self-locking screw must do."""

import math

import pytest

from hal.world.mechanics import linkage, plant
from hal.world.mechanics.person import Person

NOBODY = Person(mass_kg=0.0, com_along_m=0.0, com_off_m=0.0)
ONE_S = 1_000_000 // plant.STEP_US


def settle(table, volts, seconds=1.0, bridge_on=True):
    table.run(round(seconds * ONE_S), volts, bridge_on, 0.0)


def test_lever_at_right_angle_is_pythagoras():
    assert linkage.stroke_m(10.0) == pytest.approx(math.hypot(0.450, 0.300))


@pytest.mark.parametrize("deg", [-72.0, -70.0, -30.0, 0.0, 10.0, 45.0, 92.0])
def test_angle_of_stroke_inverts_stroke_of_angle(deg):
    assert linkage.inv_deg(linkage.stroke_m(deg)) == pytest.approx(deg)


def test_whole_travel_fits_the_potentiometer():
    assert linkage.stroke_m(-72.0) > 0.330 and linkage.stroke_m(92.0) < 0.690


def test_no_load_speed_is_what_voltage_less_friction_gives():
    table = plant.Plant(NOBODY, 0.0)
    settle(table, 24.0)
    weight = plant.TABLE_KG * plant.GRAVITY * (plant.TABLE_ALONG_M + 0.0)
    amps = plant.SCREW_FRICTION_N / plant.MOTOR_N_PER_A
    assert weight < 10.0
    assert table.speed_mps == pytest.approx((24.0 - 3.0 * amps) / 2400.0, rel=0.03)
    assert table.current_a == pytest.approx(amps, rel=0.15)


def test_positive_volts_turn_head_down_and_negative_head_up():
    table = plant.Plant(Person(), 0.0)
    settle(table, 24.0, 2.0)
    down = table.inv_deg
    settle(table, -24.0, 4.0)
    assert down > 5.0 and table.inv_deg < 0.0


@pytest.mark.parametrize("start_deg", [-60.0, 0.0, 40.0, 85.0])
@pytest.mark.parametrize("along_m", [-0.3, 0.3])
def test_no_load_turns_the_screw(start_deg, along_m):
    table = plant.Plant(Person(mass_kg=130.0, com_along_m=along_m), start_deg)
    settle(table, 24.0 if start_deg < 80 else -24.0, 0.5)
    settle(table, 0.0, 1.0, bridge_on=False)
    rest_deg = table.inv_deg
    # A whisper of voltage: less than friction, so the plant really computes the balance.
    settle(table, 0.1, 5.0)
    assert table.inv_deg == rest_deg and table.speed_mps == 0.0


def test_breakaway_needs_the_friction_current():
    table = plant.Plant(NOBODY, 0.0)
    needs_v = plant.SCREW_FRICTION_N / plant.MOTOR_N_PER_A * plant.MOTOR_OHM
    settle(table, needs_v * 0.95)
    assert table.inv_deg == pytest.approx(0.0, abs=1e-9) and table.current_a == pytest.approx(needs_v * 0.95 / 3.0)
    settle(table, needs_v * 1.25)
    assert table.inv_deg > 0.1


def test_braked_motor_stops_faster_than_an_open_one():
    travel = {}
    for bridge_on in (True, False):
        table = plant.Plant(NOBODY, 0.0)
        settle(table, 24.0)
        from_deg = table.inv_deg
        settle(table, 0.0, 1.0, bridge_on)
        assert table.speed_mps == 0.0
        travel[bridge_on] = table.inv_deg - from_deg
    assert 0.02 < travel[True] < 0.12 < travel[False] < 0.6


def test_head_up_against_a_feet_light_person_takes_more_current_than_with_gravity():
    amps = {}
    for volts in (-24.0, 24.0):
        table = plant.Plant(Person(mass_kg=100.0, com_along_m=0.15), 0.0)
        settle(table, volts)
        amps[volts] = abs(table.current_a)
    # Gravity torque 100 kg x 0.15 m pulls head-down: the screw feels about 1.2 kN, a rising head lifts it.
    assert amps[-24.0] - amps[24.0] == pytest.approx(2.0 * 100 * 9.81 * 0.155 * 8.2 / 2400.0, rel=0.15)


@pytest.mark.parametrize(("volts", "stop_deg"), [(24.0, 92.0), (-24.0, -72.0)])
def test_end_stop_stalls_the_motor(volts, stop_deg):
    table = plant.Plant(Person(), stop_deg - math.copysign(3.0, volts))
    settle(table, volts, 3.0)
    assert table.inv_deg == pytest.approx(stop_deg) and table.speed_mps == 0.0
    assert abs(table.current_a) == pytest.approx(8.0)
    settle(table, -volts, 2.0)
    assert abs(table.inv_deg - stop_deg) > 1.0


def test_rate_is_the_derivative_of_the_angle():
    table = plant.Plant(Person(), -20.0)
    settle(table, 20.0)
    before_deg = table.inv_deg
    settle(table, 20.0, 0.2)
    assert table.rate_dps == pytest.approx((table.inv_deg - before_deg) / 0.2, rel=0.01)


def test_movement_of_the_person_loads_the_motor():
    still, restless = Person(), Person(movement=lambda now_s: (150.0, 0.0, 0.0, 0.0))
    tables = [plant.Plant(person, 0.0) for person in (still, restless)]
    for table in tables:
        settle(table, -24.0)
    assert abs(tables[1].current_a) > abs(tables[0].current_a) + 0.5


@pytest.mark.parametrize(("inv_deg", "sign"), [(-60.0, -1.0), (60.0, 1.0)])
def test_weight_off_the_pad_pulls_toward_the_side_on_which_it_hangs(inv_deg, sign):
    """20 cm of 100 kg out of the pad: below level it pulls head-up, above level head-down, and the motor lifts it."""
    amps = {}
    for off_m in (-0.2, 0.2):
        table = plant.Plant(Person(mass_kg=100.0, com_along_m=0.0, com_off_m=off_m), inv_deg)
        settle(table, -12.0, 0.5)
        amps[off_m] = abs(table.current_a)
    assert sign * (amps[0.2] - amps[-0.2]) > 1.0


def test_a_table_that_coasts_comes_to_rest_and_never_turns_back():
    table = plant.Plant(Person(), 0.0)
    settle(table, 24.0)
    degs = []
    for _ in range(100):
        table.run(2, 0.0, False, 0.0)
        degs.append(table.inv_deg)
    assert degs == sorted(degs) and degs[-1] == degs[50]
