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


@pytest.mark.parametrize("zero_ma", [0, 150, 290])
@pytest.mark.parametrize(("percent", "passes"), [(50, False), (70, True), (100, True), (140, True), (150, False)])
def test_a_limb_is_felt_whatever_the_bridge_gives_at_rest(zero_ma, percent, passes):
    """The gain is what the current grows by: with its zero in it, a bridge that reads half of it would pass."""
    check, obs = BridgeCheck(), Observation()
    obs.supply_mv = 24_000
    drive = 0
    for _ in range(30):
        obs.current_ma = zero_ma + abs(drive) * obs.supply_mv // 3000 * percent // 100
        drive = check.step(obs)
    assert (check.passed, check.failed) == (passes, not passes)


def tried(supply_mv: int = 24_000, **currents_ma: int) -> tuple[list[int], BridgeCheck]:
    """The drive of each of 26 ticks while every tick has the current of its phase, and the check at the end.

    t7=900 gives one tick a current of its own.
    """
    check, obs = BridgeCheck(), Observation()
    obs.supply_mv = supply_mv
    found = []
    for tick in range(26):
        phase = ("rest", "a", "b", "")[tick // 8]
        obs.current_ma = currents_ma.get(f"t{tick}", currents_ma.get(phase, 0))
        found.append(check.step(obs))
    return found, check


def test_each_half_is_tried_for_eight_ticks_by_a_drive_that_moves_no_screw():
    found, check = tried(a=640, b=640)
    assert found == [0] * 7 + [80] * 8 + [-80] * 8 + [0] * 3
    assert check.passed and not check.failed


def test_the_first_four_ticks_of_each_eight_are_not_measured():
    """The contactor bounces, and the bridge is late: what it reads in them is nothing."""
    for tick in range(24):
        _, check = tried(a=640, b=640, **{f"t{tick}": 20_000})
        assert check.passed is (tick % 8 < 4), tick


@pytest.mark.parametrize(("rest_ma", "passes"), [(300, True), (301, False)])
def test_more_than_300_ma_at_rest_is_no_zero(rest_ma, passes):
    found, check = tried(rest=rest_ma, a=rest_ma + 640, b=rest_ma + 640)
    assert (check.passed, check.failed) == (passes, not passes)
    assert passes or found == [0] * 26


@pytest.mark.parametrize("half", ["a", "b"])
@pytest.mark.parametrize(("ma", "passes"), [(383, False), (384, True), (934, True), (935, False)])
def test_a_motor_of_3_ohm_is_read_from_60_to_145_percent(half, ma, passes):
    for rest_ma in (0, 100):
        good, tested = rest_ma + 640, rest_ma + ma
        _, check = tried(rest=rest_ma, a=tested if half == "a" else good, b=tested if half == "b" else good)
        assert (check.passed, check.failed) == (passes, not passes)


def test_a_half_that_has_failed_is_not_driven_on():
    found, check = tried(a=0, b=640)
    assert found == [0] * 7 + [80] * 8 + [0] * 11 and check.failed and not check.passed


@pytest.mark.parametrize(("ma", "passes"), [(0, False), (1, True), (2, False)])
def test_without_a_supply_to_measure_by_the_least_current_is_all_of_it(ma, passes):
    _, check = tried(supply_mv=0, a=ma, b=ma)
    assert check.passed is passes


@pytest.mark.parametrize("b_ma", [640, 0])
def test_once_it_has_ended_it_has_ended_however_it_goes_on(b_ma):
    _, check = tried(a=640, b=b_ma)
    ended = check.passed, check.failed
    obs = Observation()
    obs.supply_mv, obs.current_ma = 24_000, 640
    assert [check.step(obs) for _ in range(60)] == [0] * 60
    assert (check.passed, check.failed) == ended == (b_ma > 0, b_ma == 0)


def test_begun_anew_after_its_end_it_is_the_first_time_again():
    found, check = tried(a=640, b=640)
    check.begin()
    assert not check.passed and not check.failed
    obs = Observation()
    obs.supply_mv = 24_000
    again = []
    for tick in range(26):
        obs.current_ma = 640 if tick // 8 in (1, 2) else 0
        again.append(check.step(obs))
    assert again == found
