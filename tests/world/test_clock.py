"""Virtual time and its wrapping view."""

import pytest

from hal.world.clock import Clock

WRAP = 2**30


def test_device_time_wraps_and_world_time_does_not():
    clock = Clock(WRAP - 2)
    clock.now_us = 5000
    assert clock.device_ms() == 3 and clock.now_s == 0.005


@pytest.mark.parametrize("start_ms", [0, 1, WRAP - 100, WRAP - 1])
@pytest.mark.parametrize("ahead_ms", [1, 20, 1000, WRAP // 2 - 1])
def test_deadline_ahead_is_met_to_the_millisecond(start_ms, ahead_ms):
    clock = Clock(start_ms)
    clock.now_us = 7_654_321
    deadline_ms = (clock.device_ms() + ahead_ms) % WRAP
    clock.now_us = clock.deadline_us(deadline_ms)
    assert clock.device_ms() == deadline_ms and clock.now_us == (7654 + ahead_ms) * 1000


@pytest.mark.parametrize("behind_ms", [0, 1, 20, WRAP // 2])
def test_deadline_behind_is_now(behind_ms):
    clock = Clock(10)
    clock.now_us = 1_234_567
    assert clock.deadline_us((clock.device_ms() - behind_ms) % WRAP) == 1_234_567
