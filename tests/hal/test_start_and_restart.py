"""The Pico's restarts, its watchdogs, its locked heap and its inputs."""

import pytest

from hal import contract
from tests.hal.pico import DOG_RESET, POWER_RESET

WINDOW = 9
COIL = 3
FIRST_INPUT = 10


@pytest.fixture
def heap(pico):
    return pico.load("heap").Heap()


@pytest.fixture
def watchdog(pico, heap):
    return pico.load("watchdog").Watchdog(heap)


def test_every_feed_is_an_edge_for_the_watchdog_outside_the_chip(pico, watchdog):
    watchdog.start(500)
    seen = []
    for _ in range(6):
        watchdog.feed()
        seen.append(pico.levels[WINDOW])
    assert seen == [1, 0] * 3 and pico.feeds == 6 and pico.dog_ms == 500


@pytest.mark.parametrize("timeout_ms", [0, contract.WATCHDOG_MAX_MS + 1])
def test_a_time_that_the_chip_cannot_count_is_refused(pico, watchdog, timeout_ms):
    with pytest.raises(contract.HalError) as raised:
        watchdog.start(timeout_ms)
    assert raised.value.args[0] == contract.RANGE and not pico.dog_ms


def test_from_waiting_to_feeding_nothing_can_be_allocated_and_then_it_can(pico, heap, watchdog):
    clock = pico.load("clock").Clock(heap)
    clock.wait_until(pico.now_ms + 20)
    assert not pico.locks, "before the watchdog runs the self-test allocates"
    watchdog.start(500)
    for _ in range(3):
        clock.wait_until(pico.now_ms + 20)
        assert pico.locks == 1
        watchdog.feed()
        assert not pico.locks


def test_what_escapes_in_a_tick_can_be_told(pico, heap, watchdog):
    """Its words take room: whoever goes inert opens the heap."""
    outputs = pico.load("outputs").Outputs(heap)
    watchdog.start(500)
    pico.load("clock").Clock(heap).wait_until(20)
    outputs.inert()
    assert not pico.locks


def test_a_wait_ends_at_its_deadline_and_one_that_has_passed_at_once(pico, heap):
    clock = pico.load("clock").Clock(heap)
    clock.wait_until(20)
    clock.wait_until(20)
    clock.wait_until(15)
    assert clock.now_ms() == 20


def board(pico):
    module = pico.load("board")
    module.Uart = lambda: None  # it has tests of its own
    return module.Board()


def test_a_restart_is_told_by_its_cause_and_only_once(pico):
    assert board(pico).reset_cause() == contract.POWER_ON
    asked = board(pico)
    asked.reset()
    pico.cause = DOG_RESET
    assert board(pico).reset_cause() == contract.SOFT
    assert board(pico).reset_cause() == contract.WATCHDOG, "the one that was asked for is over"


def test_power_that_comes_after_a_reset_that_was_asked_for_is_power(pico):
    board(pico).reset()
    pico.cause = POWER_RESET
    assert board(pico).reset_cause() == contract.POWER_ON


def test_the_motor_has_lost_its_supply_before_the_chip_goes_down(pico):
    table = board(pico)
    table.outputs.drive(500)
    table.outputs.contactor(True)
    table.reset()
    assert pico.log[-1] == ("reset", 0)
    assert pico.levels[COIL] == 0 and pico.duties[6] == pico.duties[7]


@pytest.mark.parametrize("bit", range(12))
def test_each_contact_is_read_as_itself(pico, bit):
    inputs = pico.load("inputs").Inputs()
    pico.levels = dict.fromkeys(range(30), 0) | {FIRST_INPUT + bit: 1}
    assert inputs.bits() == 1 << bit
    pico.levels = dict.fromkeys(range(30), 1) | {FIRST_INPUT + bit: 0}
    assert inputs.bits() == 0xFFF & ~(1 << bit)
