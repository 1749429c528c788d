"""How long the chip's watchdog waits: half a second where it matters, long enough for the flash upright and idle."""

import pytest

from firmware.safety.faults import OVERRUN
from hal.sim.home.rig import Rig
from tests.loop.conftest import Run
from tests.support.laptop import Laptop


class Stalling(Rig, Run):
    """A table whose loop can stand still."""

    def stall(self, ms: int) -> int:
        """For so long, once; how often the board has started since power-on."""
        self.lag_us = ms * 1000
        self.run(ms / 1000 + 1)
        return len(self.boots)


@pytest.fixture
def stalling(home, tmp_path):
    with Stalling(home, state_dir=tmp_path) as table:
        table.laptop = Laptop(table)
        table.run(3)
        table.laptop.hello()
        table.push()
        yield table


def test_h38_upright_and_idle_seven_seconds_of_writing_restart_nothing(stalling):
    assert stalling.stall(7000) == 1
    assert stalling.status()["st"] == "READY"


def test_h38_upright_and_idle_a_loop_that_hangs_is_restarted_after_eight_seconds(stalling):
    assert stalling.stall(8100) == 2


@pytest.mark.long
@pytest.mark.both_homes
def test_h38_below_level_it_waits_half_a_second(stalling):
    stalling.down_to(10)
    assert stalling.stall(450) == 1
    assert stalling.inv_deg > 3.0
    assert stalling.stall(520) == 2


def test_h38_upright_with_the_contactor_asked_for_it_waits_half_a_second(stalling):
    stalling.press("down")
    stalling.run_until(lambda: stalling.world.contactor_closed, 2)
    assert stalling.inv_deg < -69.5
    assert stalling.stall(520) == 2


def test_h38_away_from_upright_with_the_contactor_open_it_waits_half_a_second(stalling):
    stalling.power_off()
    stalling.world.plant.place(-40.0)
    stalling.power_on()
    stalling.run(2)
    assert not stalling.world.contactor_closed
    assert stalling.stall(520) == 3


@pytest.mark.long
@pytest.mark.parametrize("odd", [False, True])
def test_h38_no_stall_of_a_tick_or_four_costs_the_contactor(stalling, odd):
    """Stalls of any length and at either level of the window watchdog's line: its edges never come too close."""
    stalling.down_to(5)
    stalling.release("down")
    codes = set()
    for ms in range(14, 90, 2):
        stalling.lag_us = ms * 1000
        stalling.run(0.30 if odd else 0.32)
        codes.add(stalling.status()["flt"])
        assert stalling.world.contactor_closed, f"opened by a stall of {ms} ms"
        if stalling.inv_deg < -30:
            break
    assert codes <= {0, OVERRUN} and OVERRUN in codes
    assert stalling.boots == [1]
