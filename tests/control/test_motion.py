"""The ramp of the drive: what a person feels when the direction changes."""

import pytest

from firmware.control.motion import Motion


def ramp(motion: Motion, gap_cdeg: int, ticks: int) -> list[int]:
    """The drive of each tick on a table that has not begun to turn."""
    return [motion.drive(gap_cdeg, 0, 300, False) for _ in range(ticks)]


def test_who_is_turned_round_is_not_jerked_by_the_speed_of_the_other_way():
    motion = Motion()
    fresh = ramp(Motion(), -3000, 10)
    assert max(ramp(motion, 3000, 100)) > 300
    assert ramp(motion, -3000, 10) == fresh
    assert abs(fresh[0]) < 120


def ride(gap_cdeg: int, cap_cdps: int, lag_ticks: int = 3) -> list[tuple[int, int]]:
    """(where, rate) in each tick of a table that has the rate asked for 60 ms late, from rest to where it stands."""
    motion, at, rate = Motion(), 0.0, 0
    asked = [0] * lag_ticks
    found = []
    for _ in range(6000):
        permille = motion.drive(gap_cdeg - round(at), rate, cap_cdps, False)
        asked.append(permille * 450 // 1000)
        rate = asked.pop(0)
        at += rate / 50
        found.append((round(at), rate))
        if motion.arrived and not rate:
            return found
    raise AssertionError("it does not arrive")


@pytest.mark.parametrize("cap_cdps", [90, 200, 300])
@pytest.mark.parametrize("gap_cdeg", [-7000, -1500, -100, 100, 1500, 6000])
def test_nobody_is_brought_to_a_halt_by_more_than_the_ramp_itself(gap_cdeg, cap_cdps):
    """It arrives slowly and goes no further: neither the limit nor the core has to stop it."""
    found = ride(gap_cdeg, cap_cdps)
    sign = 1 if gap_cdeg > 0 else -1
    assert max(at * sign for at, _ in found) <= abs(gap_cdeg)
    assert max(rate * sign for _, rate in found) <= cap_cdps * 5 // 4
    arriving = [abs(rate) for at, rate in found if abs(gap_cdeg - at) <= 8]
    assert arriving and max(arriving) <= 52


@pytest.mark.parametrize("sign", [1, -1])
def test_a_table_that_was_pushed_for_minutes_is_driven_again_at_once(sign):
    """What it took to hold against the load is bounded on both sides."""
    motion = Motion()
    for _ in range(10_000):
        motion.drive(sign * 3000, sign * 500, 200, False)
    found = [motion.drive(sign * 3000, 0, 200, False) * sign for _ in range(50)]
    assert found[-1] > 300
