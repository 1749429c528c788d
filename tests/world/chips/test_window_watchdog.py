"""The window watchdog outside the chip: what it lets pass, what trips it, and what gives the coil back."""

import pytest

from hal.world.chips.window_watchdog import EARLY_US, LATE_US, WindowWatchdog


def kicked(window, now_us):
    """One whole pulse: only its rising edge counts."""
    window.kick(now_us, True)
    window.kick(now_us, False)


def alive(now_us=0):
    """With CONTACTOR high and one edge just now."""
    window = WindowWatchdog()
    kicked(window, now_us)
    window.arm(now_us, True)
    assert window.passes
    return window


def test_without_an_edge_nothing_passes():
    window = WindowWatchdog()
    window.arm(0, True)
    assert not window.passes


def test_the_first_edge_lets_a_coil_through_that_waited_for_it():
    window = WindowWatchdog()
    window.arm(0, True)
    kicked(window, 5_000)
    assert window.passes


def test_without_the_contactor_line_nothing_passes():
    window = WindowWatchdog()
    kicked(window, 0)
    assert not window.passes


@pytest.mark.parametrize(("gap_us", "passes"), [(EARLY_US - 1, False), (EARLY_US, True), (LATE_US - 1, True)])
def test_an_edge_must_not_come_early(gap_us, passes):
    window = alive()
    kicked(window, gap_us)
    assert window.passes is passes


@pytest.mark.parametrize(("after_us", "passes"), [(LATE_US - 1, True), (LATE_US, False)])
def test_an_edge_must_not_come_late(after_us, passes):
    window = alive()
    window.follow(after_us)
    assert window.passes is passes


@pytest.mark.parametrize("trip", [lambda window: kicked(window, 1), lambda window: window.follow(LATE_US)])
def test_what_has_tripped_stays_open_until_the_contactor_line_falls(trip):
    window = alive()
    trip(window)
    for number in range(1, 20):
        kicked(window, LATE_US + number * 40_000)
        assert not window.passes
    window.arm(LATE_US + 800_000, False)
    window.arm(LATE_US + 800_001, True)
    assert window.passes


def test_a_pause_at_rest_trips_nothing():
    """As the flash makes one, while the contactor is open."""
    window = WindowWatchdog()
    kicked(window, 0)
    kicked(window, 3 * LATE_US)
    window.arm(3 * LATE_US + 1, True)
    assert window.passes


def test_a_falling_edge_is_none():
    window = alive()
    window.kick(600_000, True)
    window.kick(600_001 + EARLY_US, False)
    window.follow(600_000 + LATE_US)
    assert not window.passes


def test_a_line_that_stays_is_no_edge():
    window = alive()
    window.kick(600_000, True)
    for now_us in range(620_000, 600_000 + LATE_US, 20_000):
        window.kick(now_us, True)
    assert window.passes
    window.follow(600_000 + LATE_US)
    assert not window.passes


def test_a_reset_clears_it():
    window = alive()
    kicked(window, 1)
    window.reset(2)
    kicked(window, 500_000)
    window.arm(500_000, True)
    assert window.passes


def test_a_board_that_says_again_that_the_coil_is_to_be_on_does_not_get_it_back():
    window = alive()
    window.arm(0, True)
    window.kick(EARLY_US // 2, False)
    window.kick(EARLY_US // 2, True)
    assert not window.passes
    window.arm(EARLY_US, True)
    assert not window.passes
