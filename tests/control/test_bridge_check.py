"""The current sense, tried before each session on the world's own bridge and motor."""

import pytest

from firmware.control.bridge_check import BridgeCheck
from firmware.drivers.analog import current_ma, supply_mv
from firmware.tick_data import Observation
from hal import contract
from hal.world.mechanics.person import Person
from hal.world.world import World

TICK_US = 20_000


class Bench:
    """A world upright with its contactor closed, and the check at its drive."""

    def __init__(self, **person):
        self.world = World(Person(**person), -70.0, 0, 1, None, "lsm6dsox")
        self.world.power_board()
        self.obs = Observation()
        self.check = BridgeCheck()
        wiring = self.world.wiring
        wiring.contactor_closed = True
        wiring.contact = lambda: True

    def run(self, ticks=100):
        """Until it has ended; how many ticks that took."""
        world = self.world
        for tick in range(ticks):
            raw = world.analog.sample(world.clock.now_us)
            self.obs.current_ma = current_ma(raw[contract.CURRENT])
            self.obs.supply_mv = supply_mv(raw[contract.SUPPLY])
            world.wiring.commanded_permille = self.check.step(self.obs)
            if self.check.passed or self.check.failed:
                return tick
            world.wiring.kick()
            world.wiring.advance(world.clock.now_us + TICK_US)
        raise AssertionError("it does not end")


@pytest.mark.parametrize("mass_kg", [45, 75, 136])
@pytest.mark.parametrize("mains", [True, False])
def test_a_typical_bridge_passes_within_half_a_second_and_nothing_moves(mass_kg, mains):
    bench = Bench(mass_kg=mass_kg)
    bench.world.analog.mains = mains
    before = bench.world.plant.stroke_m
    assert bench.run() * TICK_US <= 500_000
    assert bench.check.passed and not bench.check.failed
    assert bench.world.plant.stroke_m == before


def test_once_it_has_ended_it_asks_for_no_drive():
    bench = Bench()
    bench.run()
    assert [bench.check.step(bench.obs) for _ in range(5)] == [0] * 5


@pytest.mark.parametrize(("leak_ua", "found"), [(5, False), (20, True), (200, True)])
@pytest.mark.parametrize("half", ["a", "b"])
def test_a_half_that_gives_current_without_load_is_found(half, leak_ua, found):
    bench = Bench()
    setattr(bench.world.bridge, f"leak_{half}_a", 2 * leak_ua * 1e-6)
    bench.run()
    assert bench.check.failed is found


@pytest.mark.parametrize(("k", "found"), [(3000, True), (6500, False), (8500, False), (12000, False), (15500, True)])
@pytest.mark.parametrize("half", ["a", "b"])
def test_a_half_that_reads_far_too_much_or_too_little_is_found(half, k, found):
    bench = Bench()
    setattr(bench.world.bridge, f"k_{half}", k)
    bench.run()
    assert bench.check.failed is found


def test_begun_anew_it_looks_again():
    bench = Bench()
    bench.world.bridge.k_a = 3000
    bench.run()
    assert bench.check.failed
    bench.world.bridge.k_a = 8500
    bench.check.begin()
    bench.run()
    assert bench.check.passed


@pytest.mark.parametrize("ticks", range(1, 24))
def test_whatever_was_measured_before_it_began_anew_does_not_count(ticks):
    bench = Bench()
    for tick in range(ticks):
        # Before its last tick a phase is not judged: this one is given up with whatever it has summed.
        bench.obs.current_ma, bench.obs.supply_mv = 2000 if tick % 8 < 7 and ticks - tick < 8 else 0, 24_000
        bench.check.step(bench.obs)
    bench.check.begin()
    fresh = Bench()
    assert (bench.run(), bench.check.passed) == (fresh.run(), True)
