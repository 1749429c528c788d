"""The core's arithmetic at its edges: clock readings across the wrap, stopping distances, limits with complements."""

import pytest

from firmware.safety.envelope import room_left, stopping_cdeg
from firmware.safety.limits import Limits
from firmware.safety.ticks import elapsed_ms, later_ms
from firmware.tick_data import Observation

WRAP = 1 << 30
HALF = 1 << 29


@pytest.mark.parametrize(
    ("now_ms", "since_ms", "gap_ms"),
    [
        (0, 0, 0),
        (21, 1, 20),
        (1, 21, -20),
        (0, WRAP - 1, 1),
        (WRAP - 1, 0, -1),
        (15, WRAP - 5, 20),
        (WRAP - 5, 15, -20),
        (HALF - 1, 0, HALF - 1),
        (HALF, 0, -HALF),
        (HALF + 1, 0, 1 - HALF),
        (0, HALF, -HALF),
    ],
)
def test_h39_time_between_two_readings(now_ms: int, since_ms: int, gap_ms: int):
    assert elapsed_ms(now_ms, since_ms) == gap_ms


@pytest.mark.parametrize(
    ("now_ms", "wait_ms", "then_ms"),
    [
        (0, 0, 0),
        (1, 20, 21),
        (WRAP - 20, 20, 0),
        (WRAP - 1, 1, 0),
        (WRAP - 1, 20, 19),
        (HALF, HALF, 0),
        (HALF - 1, HALF, WRAP - 1),
    ],
)
def test_h39_a_reading_to_come(now_ms: int, wait_ms: int, then_ms: int):
    assert later_ms(now_ms, wait_ms) == then_ms


@pytest.mark.parametrize(
    ("rate_cdps", "cdeg"),
    [(-2000, 0), (-20, 0), (-1, 0), (0, 0), (1, 0), (14, 0), (15, 1), (20, 2), (28, 2), (29, 4), (100, 32), (157, 71),
     (199, 112), (200, 114), (300, 246), (2000, 10140)],
)  # fmt: skip
def test_h02_the_stopping_distance(rate_cdps: int, cdeg: int):
    assert stopping_cdeg(rate_cdps) == cdeg


@pytest.mark.parametrize(
    ("inv_cdeg", "pos_cdeg", "rate_cdps", "room"),
    [
        (2499, 2499, 0, True),
        (2500, 2499, 0, False),
        (2501, 2499, 0, False),
        (2000, 2499, 0, True),
        (2000, 2500, 0, False),
        (2000, 2501, 0, False),
        (2385, 2385, 200, True),
        (2386, 2385, 200, False),
        (2385, 2386, 200, False),
        (2499, 2499, -400, True),
    ],
)
def test_h02_the_room_that_is_left(inv_cdeg: int, pos_cdeg: int, rate_cdps: int, room: bool):
    obs = Observation()
    obs.inv_cdeg, obs.pos_cdeg, obs.rate_cdps = inv_cdeg, pos_cdeg, rate_cdps
    assert room_left(2500, obs) is room


@pytest.mark.parametrize(
    ("pos_cdeg", "rate_cdps", "pos_rate_cdps", "room"),
    [
        (2467, 0, 200, True),
        (2468, 0, 200, False),
        (2459, 0, 256, True),
        (2467, -200, 206, True),
        (2467, -200, 207, False),
        (2385, 200, 718, True),
        (2385, 200, 719, False),
        (2499, 0, -31000, True),
    ],
)
def test_h02_the_position_sensor_stops_by_its_own_rate_if_the_gyro_shows_too_little(
    pos_cdeg: int, rate_cdps: int, pos_rate_cdps: int, room: bool
):
    obs = Observation()
    obs.inv_cdeg, obs.pos_cdeg, obs.rate_cdps, obs.pos_rate_cdps = 2000, pos_cdeg, rate_cdps, pos_rate_cdps
    assert room_left(2500, obs) is room


def test_h28_limits_that_were_never_loaded_are_zero_and_sound():
    limits = Limits()
    assert (limits.limit_cdeg, limits.session_ms, limits.corrupt()) == (0, 0, False)


@pytest.mark.parametrize(
    ("limit_cdeg", "session_ms"), [(0, 0), (1, 1), (0, 180_000), (2500, 0), (2500, 180_000), (9000, 600_000)]
)
def test_h40_sound_limits_are_kept_as_they_were_given(limit_cdeg: int, session_ms: int):
    limits = Limits()
    limits.load(limit_cdeg, session_ms)
    assert (limits.limit_cdeg, limits.session_ms, limits.corrupt()) == (limit_cdeg, session_ms, False)


@pytest.mark.parametrize(
    ("limit_cdeg", "session_ms"),
    [(9001, 180_000), (-1, 180_000), (2500, 600_001), (2500, -1), (18_000, 180_000), (1 << 31, 1 << 31)],
)
def test_h28_limits_out_of_range_are_refused_and_lock(limit_cdeg: int, session_ms: int):
    limits = Limits()
    limits.load(2500, 180_000)
    limits.load(limit_cdeg, session_ms)
    assert (limits.limit_cdeg, limits.session_ms, limits.corrupt()) == (0, 0, False)


@pytest.mark.parametrize("name", ["limit_cdeg", "session_ms"])
def test_h40_every_flipped_bit_of_a_limit_is_seen(name: str):
    for bit in range(30):
        limits = Limits()
        limits.load(2500, 180_000)
        setattr(limits, name, getattr(limits, name) ^ 1 << bit)
        assert limits.corrupt()
