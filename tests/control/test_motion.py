"""The ramp of the drive: what a person feels when the direction changes."""

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
