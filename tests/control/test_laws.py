"""The two laws of control that are made of numbers, written once more: the drive of a motion, and the tilt estimator.

Each number stands here a second time, so that one that slips in the code is noticed though the table still gets there.
"""

import random

import pytest

from firmware.control.angle import atan2_cdeg
from firmware.control.motion import Motion
from firmware.control.tilt import Tilt


class Drive:
    """The drive in permille: 3 cdps faster a tick, slower where braking at 150 cdps/s and 60 ms would not be enough."""

    def __init__(self):
        self.forget()

    def forget(self):
        self.wanted = self.learnt = self.sign = self.given = 0

    def step(self, gap_cdeg: int, rate_cdps: int, cap_cdps: int, easy: bool) -> int:
        sign = 1 if gap_cdeg > 0 else -1
        way_cdeg = abs(gap_cdeg)
        if way_cdeg <= 8:
            self.forget()
            return 0
        if sign != self.sign:
            self.forget()
            self.sign = sign
        stopping_cdeg = self.wanted**2 // 300 + self.wanted * 60 // 1000
        if stopping_cdeg >= way_cdeg:
            self.wanted -= 3
        elif self.wanted < cap_cdps:
            self.wanted += 3
        self.wanted = max(25, min(cap_cdps, self.wanted))
        error = self.wanted - sign * rate_cdps
        self.learnt = max(-22_400, min(22_400, self.learnt + error * (2 if easy else 8)))
        drive = self.wanted * 2 + (error // 2 if easy else error) + self.learnt // 32
        self.given = max(0, min(drive, 1000, self.given + 16 if sign > 0 else 1000))
        return sign * self.given


def told(law: Drive, motion: Motion, gap_cdeg: int, rate_cdps: int, cap_cdps: int, easy: bool) -> int:
    """The drive, the same by both; whether it has arrived is said as well."""
    found = motion.drive(gap_cdeg, rate_cdps, cap_cdps, easy)
    assert found == law.step(gap_cdeg, rate_cdps, cap_cdps, easy)
    assert motion.arrived is (abs(gap_cdeg) <= 8)
    return found


@pytest.mark.parametrize("easy", [True, False])
@pytest.mark.parametrize("cap_cdps", [90, 200, 300])
def test_every_way_is_driven_by_the_law(cap_cdps: int, easy: bool):
    """Ways of all lengths, with a table that follows more or less of what it is driven by."""
    for gap_cdeg in (*range(-40, 41), -7000, -3001, -900, 150, 3000, 9000):
        for follows in (0.1, 0.45, 0.8):
            law, motion, at = Drive(), Motion(), 0.0
            rate = 0
            for _ in range(120):
                rate = round(told(law, motion, gap_cdeg - round(at), rate, cap_cdps, easy) * follows)
                at += rate / 50


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_asked_and_measured_is_driven_by_the_law(seed: int):
    chance, law, motion = random.Random(seed), Drive(), Motion()
    assert not motion.arrived
    for _ in range(150):
        gap_cdeg = chance.choice((-1, 1)) * chance.choice((0, 7, 8, 9, 30, 200, 3000))
        rate_cdps = chance.choice((-20_000, -400, -90, -1, 0, 1, 90, 400, 20_000))
        cap_cdps, easy = chance.choice((20, 25, 90, 200, 300)), chance.random() < 0.5
        for _ in range(chance.choice((1, 3, 60))):
            told(law, motion, gap_cdeg, rate_cdps, cap_cdps, easy)
        if chance.random() < 0.2:
            motion.stop()
            law.forget()


class Estimate:
    """Angle in 1/8000 cdeg, bias in 1/4096 of the gyro's eighth of a cdps."""

    def __init__(self):
        self.angle = self.bias = 0
        self.settling = 10

    def rest(self, turn: int) -> None:
        aim = 4096 * max(-16_000, min(16_000, turn))
        self.bias += (aim - self.bias) // (2 if self.settling else 64)

    def update(self, accel: list[int], turn: int, dt_ms: int) -> tuple[int, int]:
        seen = atan2_cdeg(-accel[0], accel[2]) * 8000
        if self.settling:
            self.settling -= 1
            self.angle = seen
        turn -= self.bias // 4096
        angle = self.angle + turn * dt_ms
        error = seen - angle
        error += 288_000_000 * ((error < -144_000_000) - (error > 144_000_000))
        angle += error // 128
        angle += 288_000_000 * ((angle < -144_000_000) - (angle > 144_000_000))
        if abs(error) < 8_000_000:
            self.bias = max(-65_536_000, min(65_536_000, self.bias - error // 1024))
        self.angle = angle
        return angle // 8000, turn // 8


@pytest.mark.parametrize("seed", range(6))
def test_what_the_sensor_says_becomes_an_angle_and_a_rate_by_the_law(seed: int):
    chance, law, tilt = random.Random(seed), Estimate(), Tilt()
    assert (tilt.inv_cdeg, tilt.rate_cdps) == (0, 0)
    for _ in range(60):
        accel = [
            chance.choice((-8192, -8191, -900, -3, 0, 3, 900, 8192)),
            5,
            chance.choice((-8192, -700, 0, 700, 8192)),
        ]
        turn, dt_ms = chance.choice((-229_376, -16_001, -16_000, -900, -1, 0, 3, 2400, 15_999, 229_376)), 20
        if chance.random() < 0.1:
            tilt.begin_anew()
            law.settling = 10
        rests = chance.random() < 0.3
        for _ in range(chance.choice((1, 9, 10, 11, 60))):
            if rests:
                tilt.rest(turn)
                law.rest(turn)
            tilt.update(accel, turn, dt_ms)
            assert (tilt.inv_cdeg, tilt.rate_cdps) == law.update(accel, turn, dt_ms)
            dt_ms = chance.choice((1, 19, 20, 100))


@pytest.mark.parametrize("off_cdeg", [-998, -500, 500, 998, 1002, -1002])
def test_a_bias_is_learnt_from_a_difference_of_up_to_10_degrees_and_is_bounded(off_cdeg: int):
    """A gyro that is off by more than any chip may be is followed that far, and no further."""
    law, tilt = Estimate(), Tilt()
    for tick in range(9000):
        turn = 24_000 if tick > 20 else 0
        accel = [-round(8192 * off_cdeg / 5729), 0, 8192] if tick > 20 else [0, 0, 8192]
        tilt.update(accel, turn if tick % 3 else -turn, 20)
        assert (tilt.inv_cdeg, tilt.rate_cdps) == law.update(accel, turn if tick % 3 else -turn, 20)


def settled(accel: list[int]) -> Tilt:
    """An estimator that has seen nothing else."""
    tilt = Tilt()
    for _ in range(10):
        tilt.update(accel, 0, 20)
    return tilt


FLAT, OVER, UNDER = [0, 5, 8192], [0, 5, -8192], [1, 5, -8192]


def test_half_a_turn_is_itself_on_either_side():
    """Exactly half a turn away is as far one way as the other: the difference keeps its sign, and so does the angle."""
    assert settled(OVER).inv_cdeg == 18_000 and settled(UNDER).inv_cdeg == -18_000
    for first, then, inv_cdeg in ((FLAT, OVER, 140), (OVER, FLAT, 17_859), (UNDER, FLAT, -17_860), (FLAT, UNDER, -141)):
        tilt = settled(first)
        tilt.update(then, 0, 20)
        assert tilt.inv_cdeg == inv_cdeg


@pytest.mark.parametrize(("off_cdeg", "learns"), [(999, True), (1000, False), (-999, True), (-1000, False)])
def test_a_difference_of_10_degrees_is_no_bias(off_cdeg: int, learns: bool):
    tilt = settled(FLAT)
    x = next(x for x in range(-3000, 3000) if atan2_cdeg(-x, 8192) == off_cdeg)
    tilt.update([x, 5, 8192], 0, 20)
    assert (tilt._bias != 0) is learns
