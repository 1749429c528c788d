"""The estimator against a table whose true angle is known."""

import math
import random

from firmware.control.tilt import Tilt

G_COUNTS = 8197  # 1 g at 0.122 mg
DPS_COUNTS = 1000 / 8.75


def follow(angle_deg, seconds: float, bias_dps: float = 0.0, rest_s: float = 3.0, rock_g: float = 0.0, seed: int = 1):
    """Run the estimator along angle_deg(t); the errors in degrees, one a tick, after the rest."""
    noise = random.Random(seed)
    tilt = Tilt()
    errors = []
    for tick in range(-round(rest_s * 50), round(seconds * 50)):
        t = max(0.0, tick / 50)
        now, next_ = math.radians(angle_deg(t)), math.radians(angle_deg(t + 0.02))
        rate_dps = math.degrees(next_ - now) * 50 if tick >= 0 else 0.0
        rock = rock_g * math.sin(2 * math.pi * 1.5 * t) if tick >= 0 else 0.0
        accel = [(-math.sin(now) + rock) * G_COUNTS, 0, math.cos(now) * G_COUNTS]
        gyro = [0, (rate_dps + bias_dps) * DPS_COUNTS, 0]
        accel_raw = [round(a + noise.gauss(0, 8)) for a in accel]
        turn = round(gyro[1] + noise.gauss(0, 4)) * 7
        if tick < 0:
            tilt.rest(turn)
        tilt.update(accel_raw, turn, 20)
        if tick >= 0:
            errors.append(tilt.inv_cdeg / 100 - math.degrees(next_))
    return errors


def swing(t: float) -> float:
    return -70 + min(95.0, 2 * t) if t < 60 else max(-70.0, 25 - 3 * (t - 60))


def rms(errors: list) -> float:
    return math.sqrt(sum(e * e for e in errors) / len(errors))


def test_it_follows_a_whole_session():
    errors = follow(swing, 100)
    assert rms(errors) <= 0.1
    assert max(map(abs, errors)) <= 0.3


def test_a_gyro_bias_of_1_degree_a_second_is_learnt_at_rest():
    errors = follow(swing, 100, bias_dps=1.0)
    assert rms(errors) <= 0.3
    assert max(map(abs, errors)) <= 0.6


def test_a_person_who_rocks_with_a_tenth_of_a_g_moves_it_little():
    errors = follow(swing, 100, rock_g=0.1)
    assert rms(errors) <= 0.3
    assert max(map(abs, errors)) <= 1.5


def test_it_turns_through_the_full_circle_without_a_jump():
    errors = follow(lambda t: 170 + 3 * t, 10)
    assert max(abs((e + 180) % 360 - 180) for e in errors) <= 0.5


def test_the_bias_of_the_worst_mpu6050_is_no_speed_after_five_samples():
    tilt = Tilt()
    for sample in range(10):
        tilt.rest(20 * 800)
        tilt.update([0, 0, 8192], 20 * 800, 20)
        assert sample < 5 or abs(tilt.rate_cdps) < 100
    assert abs(tilt.rate_cdps) < 3


def test_a_rate_that_no_sensor_has_at_rest_is_not_learnt():
    tilt = Tilt()
    for _ in range(500):
        tilt.rest(229_376)
        tilt.update([0, 0, 8192], 229_376, 20)
    assert tilt.rate_cdps > 26_000


def test_a_sensor_set_up_anew_is_believed_from_its_next_sample_on():
    tilt = Tilt()
    for _ in range(20):
        tilt.update([0, 0, 8192], 0, 20)
    tilt.begin_anew()
    tilt.update([-8192, 0, 0], 0, 20)
    assert abs(tilt.inv_cdeg - 9000) < 2
