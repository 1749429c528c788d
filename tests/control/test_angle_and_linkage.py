"""Integer geometry against floating-point geometry."""

import itertools
import math

from hypothesis import given
from hypothesis import strategies as st

from firmware.control.angle import atan2_cdeg
from firmware.control.linkage import position_cdeg

counts = st.integers(-32768, 32767)


@given(counts, counts)
def test_atan2_is_right_all_around_the_circle(y: int, x: int):
    angle_cdeg = atan2_cdeg(y, x)
    if (y, x) == (0, 0):
        assert angle_cdeg == 0
        return
    error = angle_cdeg - math.degrees(math.atan2(y, x)) * 100
    assert abs((error + 18000) % 36000 - 18000) <= 3
    assert -18000 < angle_cdeg <= 18000 or (x < 0 and abs(angle_cdeg) == 18000)


def test_h09_the_angle_does_not_fold_past_90_degrees():
    turns = [math.radians(degrees) for degrees in range(-90, 101)]
    seen = [atan2_cdeg(round(8192 * math.sin(t)), round(8192 * math.cos(t))) for t in turns]
    assert all(a < b for a, b in itertools.pairwise(seen))
    assert abs(seen[-1] - 10000) <= 3


def test_the_linkage_table_is_the_linkage():
    for raw in range(0, 65536, 7):
        stroke_m = 0.330 + raw / 65535 * 0.360
        lever = math.acos((0.45**2 + 0.30**2 - stroke_m**2) / (2 * 0.45 * 0.30))
        inv_deg = (math.degrees(lever) - 90) * 2 + 10
        assert abs(position_cdeg(raw) - inv_deg * 100) <= 5


def test_the_position_rises_with_every_count():
    seen = [position_cdeg(raw) for raw in range(65536)]
    assert all(a <= b for a, b in itertools.pairwise(seen))
