"""The bridge's model: what its sheet says of inputs, motor and sense output."""

import pytest

from hal.world.chips.bts7960 import HBridge, duties


def bridge(duty_a, duty_b, inhibited=False):
    made = HBridge()
    made.set(duty_a, duty_b, inhibited)
    return made


def amps(made, current_a):
    """What the sense voltage stands for: 20 A are 3.294 V."""
    return made.sense_v(current_a) * 8500 / 1400


@pytest.mark.parametrize("permille", [-1000, -300, 0, 1, 500, 1000])
def test_the_boards_duties_make_the_drive_that_was_asked_for(permille):
    assert bridge(*duties(permille)).motor_share() == pytest.approx(permille / 1000)
    assert max(duties(permille)) == 1.0 and min(duties(permille)) >= 0.0


def test_inhibited_the_motor_is_open_and_nothing_is_sensed():
    made = bridge(1.0, 0.0, inhibited=True)
    assert made.motor_share() is None and amps(made, 10.0) < 0.02


@pytest.mark.parametrize("permille", [-1000, -300, 0, 300, 1000])
def test_current_the_way_of_the_drive_is_sensed_all_the_time(permille):
    current_a = -5.0 if permille < 0 else 5.0
    assert amps(bridge(*duties(permille)), current_a) == pytest.approx(5.0, abs=0.02)


def test_braked_through_the_high_sides_the_current_is_sensed_both_ways_and_through_the_low_sides_not():
    assert amps(bridge(1.0, 1.0), 3.0) == pytest.approx(3.0, abs=0.02) == amps(bridge(1.0, 1.0), -3.0)
    assert amps(bridge(0.0, 0.0), 3.0) == 0.0


def test_with_pwm_on_the_driving_side_only_its_share_is_sensed():
    assert amps(bridge(0.3, 0.0), 5.0) == pytest.approx(1.5, abs=0.02)


def test_full_scale_of_the_contract_is_the_converters_reference():
    assert bridge(1.0, 1.0).sense_v(20.0) == pytest.approx(3.3, rel=0.005)


def test_sense_ends_at_its_limit():
    assert bridge(1.0, 0.0).sense_v(100.0) == bridge(1.0, 0.0).sense_v(60.0) == pytest.approx(6.3)


def test_too_hot_it_switches_off_and_says_so_until_it_has_cooled_and_was_inhibited():
    made = HBridge()
    made.hot = True
    made.set(1.0, 0.5, False)
    assert made.motor_share() is None and made.sense_v(0.0) == pytest.approx(6.3)
    made.hot = False
    made.set(1.0, 0.5, False)
    assert made.motor_share() is None
    made.set(1.0, 0.5, True)
    made.set(1.0, 0.5, False)
    assert made.motor_share() == 0.5 and made.sense_v(0.0) < 0.01
