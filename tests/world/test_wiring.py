"""Dead-man, contactor and watchdog, timed against the world's clock."""

import pytest

from hal.world.chips.bts7960 import HBridge
from hal.world.chips.window_watchdog import LATE_US
from hal.world.clock import Clock
from hal.world.electrics.analog import Analog
from hal.world.electrics.wiring import Wiring
from hal.world.mechanics.person import Person
from hal.world.mechanics.plant import Plant
from hal.world.noise import Noise


@pytest.fixture
def wiring():
    clock = Clock()
    plant = Plant(Person(), 0.0)
    bridge = HBridge()
    return Wiring(clock, plant, Analog(plant, Noise(1), bridge), bridge)


def speed(wiring):
    return wiring._plant.speed_mps


def go(wiring, ms):
    return wiring.advance(wiring._clock.now_us + ms * 1000)


def close(wiring):
    """Alive for the window watchdog, and the coil on."""
    wiring.window_kick(True)
    wiring.window_kick(False)
    wiring.set_contactor(True)


def run_motor(wiring):
    close(wiring)
    go(wiring, 25)
    wiring.commanded_permille = 500
    for _ in range(10):
        wiring.kick()
        go(wiring, 20)


def test_motor_runs_while_kicked(wiring):
    run_motor(wiring)
    assert speed(wiring) > 0.002 and wiring.drive_permille == 500


def test_dead_man_holds_for_40_ms_and_then_lets_go(wiring):
    run_motor(wiring)
    go(wiring, 20)
    assert wiring.drive_permille == 500
    go(wiring, 5)
    assert wiring.drive_permille == 0
    go(wiring, 300)
    assert speed(wiring) == 0.0
    wiring.kick()
    go(wiring, 40)
    assert speed(wiring) > 0.001


def test_dead_man_takes_effect_inside_a_long_step(wiring):
    run_motor(wiring)
    before_deg = wiring._plant.inv_deg
    go(wiring, 1000)
    assert wiring._plant.inv_deg - before_deg < 0.4


@pytest.mark.parametrize(("on", "late_ms"), [(True, 20), (False, 15)])
def test_contactor_follows_its_coil_late(wiring, on, late_ms):
    close(wiring)
    if not on:
        go(wiring, 50)
    wiring.set_contactor(on)
    go(wiring, late_ms - 1)
    assert wiring.contactor_closed is not on
    go(wiring, 2)
    assert wiring.contactor_closed is on


def test_coil_that_changes_its_mind_moves_nothing(wiring):
    close(wiring)
    go(wiring, 10)
    wiring.set_contactor(False)
    go(wiring, 100)
    assert not wiring.contactor_closed


def test_open_contactor_stops_a_kicked_motor(wiring):
    run_motor(wiring)
    wiring.set_contactor(False)
    for _ in range(20):
        wiring.kick()
        go(wiring, 20)
    assert speed(wiring) == 0.0


def test_inert_takes_everything_back(wiring):
    run_motor(wiring)
    wiring.buzzer = True
    wiring.inert()
    assert (wiring.drive_permille, wiring.coil, wiring.buzzer) == (0, False, False)
    go(wiring, 16)
    assert not wiring.contactor_closed


def test_reset_takes_everything_back_and_stops_the_watchdog(wiring):
    run_motor(wiring)
    wiring.start_watchdog(100)
    wiring.reset()
    assert (wiring.drive_permille, wiring.coil) == (0, False)
    assert not go(wiring, 10_000) and not wiring.contactor_closed


def test_watchdog_fires_at_its_time_and_time_stops_there(wiring):
    go(wiring, 7)
    wiring.start_watchdog(100)
    go(wiring, 60)
    wiring.feed()
    assert not go(wiring, 99)
    assert go(wiring, 500) and wiring._clock.now_us == 167_000


def test_feeding_a_watchdog_that_was_never_started_starts_nothing(wiring):
    wiring.feed()
    assert not go(wiring, 100_000)


def test_contactor_and_dead_man_in_one_step_act_in_their_order(wiring):
    run_motor(wiring)
    wiring.kick()
    go(wiring, 35)
    wiring.set_contactor(False)
    before = speed(wiring)
    go(wiring, 5)
    # Only after the dead-man at 40 ms is the motor on its own.
    assert speed(wiring) == pytest.approx(before, rel=0.01)
    go(wiring, 100)
    assert speed(wiring) < before / 2 and not wiring.contactor_closed


def test_a_contactor_whose_board_falls_silent_opens_inside_a_long_step(wiring):
    close(wiring)
    go(wiring, LATE_US // 1000 - 1)
    assert wiring.contactor_closed and wiring.coil
    go(wiring, 2)
    assert wiring.contactor_closed and not wiring.coil
    go(wiring, 10_000)
    assert not wiring.contactor_closed


def test_every_other_feed_is_an_edge_and_keeps_the_contactor_closed(wiring):
    wiring.feed()
    wiring.set_contactor(True)
    for _ in range(100):
        go(wiring, 20)
        wiring.feed()
    assert wiring.contactor_closed and wiring.coil


def test_a_board_that_feeds_without_waiting_loses_its_contactor(wiring):
    close(wiring)
    go(wiring, 50)
    for _ in range(4):
        wiring.feed()
        go(wiring, 5)
    go(wiring, 20)
    assert not wiring.contactor_closed
