"""What moves a person, on the Pico: which line is which, and in what order they change."""

import itertools

import pytest

from hal import contract
from tests.hal.pico import FULL

# docs/hardware/wiring.md
ENABLE, COIL, DOWN, UP, BUZZER = 2, 3, 6, 7, 8
DRIVES = (-1000, -300, -1, 0, 1, 300, 1000)


@pytest.fixture
def outputs(pico):
    return pico.load("outputs").Outputs(pico.load("heap").Heap())


def shares(pico):
    """(down, up) of full, in permille."""
    return round(pico.duties[DOWN] * 1000 / FULL), round(pico.duties[UP] * 1000 / FULL)


def test_before_anything_else_every_line_that_moves_something_is_low(pico, outputs):
    first = pico.log[:5]
    assert sorted(pin for pin, _ in first) == [ENABLE, COIL, DOWN, UP, BUZZER] and not any(level for _, level in first)


@pytest.mark.parametrize("permille", DRIVES)
def test_down_lowers_the_person_and_return_raises_them(pico, outputs, permille):
    outputs.drive(permille)
    down, up = shares(pico)
    assert down - up == permille
    assert max(down, up) == 1000, "one line stays high, or the current cannot be seen"


@pytest.mark.parametrize(("first", "then"), list(itertools.permutations(DRIVES, 2)))
def test_on_no_change_is_the_motor_let_go(pico, outputs, first, then):
    """One line is high at every step: the motor is driven or braked, and its current is seen."""
    outputs.drive(first)
    seen = dict(pico.duties)
    pico.log.clear()
    outputs.drive(then)
    for pin, duty in pico.log:
        seen[pin] = duty * FULL
        assert max(seen[DOWN], seen[UP]) == FULL


@pytest.mark.parametrize("permille", [-1001, 1001])
def test_a_drive_out_of_range_changes_nothing(pico, outputs, permille):
    outputs.drive(300)
    pico.log.clear()
    with pytest.raises(contract.HalError) as raised:
        outputs.drive(permille)
    assert raised.value.args[0] == contract.RANGE and not pico.log and shares(pico) == (1000, 700)


def test_a_drive_that_could_not_be_written_is_written_by_the_next_tick(pico, outputs):
    outputs.drive(800)
    pico.failing = 1
    with pytest.raises(OSError, match="PWM"):
        outputs.drive(0)
    outputs.drive(0)
    assert shares(pico) == (1000, 1000)


def test_inert_ends_the_drive_the_supply_and_the_noise(pico, outputs):
    outputs.drive(-700)
    outputs.contactor(True)
    outputs.buzzer(True)
    assert (pico.levels[COIL], pico.levels[BUZZER], shares(pico)) == (1, 1, (300, 1000))
    outputs.inert()
    assert (pico.levels[COIL], pico.levels[BUZZER], shares(pico)) == (0, 0, (1000, 1000))


def enabled_ms(pico, outputs):
    """For how long the enable line stays up, of the next 300 ms."""
    ms = 0
    while ms < 300 and outputs.enabled():
        pico.sleep(1)
        ms += 1
    return ms


def test_a_loop_that_has_died_lets_go_of_the_motor_two_periods_after_its_kick_was_due(pico, outputs):
    pico.sleep(100)
    assert not outputs.enabled(), "low until the first kick"
    for _ in range(2):
        for _ in range(10):
            outputs.kick()
            pico.sleep(20)
            assert outputs.enabled()
        # The last kick is a period ago.
        assert contract.DEADMAN_MS - 2 <= enabled_ms(pico, outputs) <= contract.DEADMAN_MS + 4
        pico.sleep(100)
        assert not outputs.enabled()
