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


def test_every_entry_of_the_arctangent_is_the_nearest_integer():
    assert [atan2_cdeg(i, 64) for i in range(65)] == [round(100 * math.degrees(math.atan(i / 64))) for i in range(65)]


@given(counts, counts)
def test_between_the_entries_it_is_a_straight_line(y: int, x: int):
    small, big = sorted((abs(y), abs(x)))
    if not big:
        return
    entries = [round(100 * math.degrees(math.atan(i / 64))) for i in range(66)]
    i, part = divmod(4096 * small // big, 64)
    angle_cdeg = entries[i] + (entries[i + 1] - entries[i]) * part // 64
    angle_cdeg = 9000 - angle_cdeg if abs(y) > abs(x) else angle_cdeg
    angle_cdeg = 18000 - angle_cdeg if x < 0 else angle_cdeg
    assert atan2_cdeg(y, x) == (-angle_cdeg if y < 0 else angle_cdeg)


def test_next_to_the_diagonal_it_is_still_a_straight_line():
    assert [atan2_cdeg(y, 128) for y in (126, 127, 128)] == [4455, 4477, 4500]


def test_the_axes_themselves_are_exact():
    corners = [(0, 9), (9, 9), (9, 0), (9, -9), (0, -9), (-9, -9), (-9, 0), (-9, 9), (1, 1), (0, 1), (0, -1)]
    assert [atan2_cdeg(y, x) for y, x in corners] == [
        0, 4500, 9000, 13500, 18000, -13500, -9000, -4500, 4500, 0, 18000,
    ]  # fmt: skip


def test_every_entry_of_the_linkage_is_the_nearest_integer():
    """The last one is past the range: the reading before it says where it lies."""
    entries = [position_cdeg(raw) for raw in range(0, 65536, 1024)]
    assert entries == [round(_inv_cdeg(raw)) for raw in range(0, 65536, 1024)]
    assert position_cdeg(65535) == entries[-1] + ((9569 - entries[-1]) * 1023 >> 10)
    assert abs(_inv_cdeg(65536) - 9569) <= 0.5


def _inv_cdeg(raw: int) -> float:
    stroke_m = 0.330 + raw / 65535 * 0.360
    lever = math.acos((0.45**2 + 0.30**2 - stroke_m**2) / (2 * 0.45 * 0.30))
    return 100 * ((math.degrees(lever) - 90) * 2 + 10)
