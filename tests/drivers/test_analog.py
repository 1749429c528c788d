"""The analogue channels in units, and what the end of the current's range does to the table."""

import pytest

from firmware.drivers import analog
from firmware.safety import checks, faults
from hal import contract
from hal.world.chips.bts7960 import HBridge
from hal.world.electrics.analog import Analog
from hal.world.mechanics.person import Person
from hal.world.mechanics.plant import Plant
from hal.world.noise import Noise
from tests.support.core.bench import Bench

FULL = contract.ADC_MAX


@pytest.mark.parametrize(("raw", "ma"), [(0, 0), (FULL, 19999), (FULL // 20, 999), (3 * FULL // 10, 5999)])
def test_current_is_20_amperes_over_full_scale(raw, ma):
    assert analog.current_ma(raw) == ma


@pytest.mark.parametrize(("raw", "mv"), [(0, 0), (FULL, 35999), (2 * FULL // 3, 23999)])
def test_voltage_is_36_volts_over_full_scale(raw, mv):
    assert analog.supply_mv(raw) == mv


@pytest.mark.parametrize(("raw", "ok"), [(0, False), (654, False), (655, True), (64880, True), (64881, False)])
def test_a_position_at_a_rail_is_a_broken_wire(raw, ok):
    assert analog.position_ok(raw) is ok


@pytest.mark.parametrize("amps", [0.5, 1.5, 3.0, 6.0, 8.0])
def test_the_driver_reads_what_flows_through_the_bridge(amps):
    plant, bridge = Plant(Person(), 0.0), HBridge()
    plant.current_a = amps
    bridge.set(1.0, 0.4, False)
    raw = Analog(plant, Noise(1), bridge).sample(0)[analog.CURRENT]
    assert analog.current_ma(raw) == pytest.approx(amps * 1000, abs=40)


@pytest.mark.parametrize(
    ("permille", "code", "within_s"),
    [(600, "OBSTRUCTED", 0.2), (100, "OBSTRUCTED", 0.2), (-800, "BLOCKED", 0.2), (0, "UNCOMMANDED", 0.3)],
)
def test_h13_a_bridge_in_fault_is_a_fault_whatever_the_drive(permille, code, within_s):
    bridge = HBridge()
    bridge.hot = True
    bridge.set(1.0, 1.0, False)
    raw = Analog(Plant(Person(), 0.0), Noise(1), bridge).sample(0)[analog.CURRENT]
    assert raw == FULL and analog.current_ma(raw) > checks.CAUGHT_MA
    bench = Bench(inv_cdeg=1000)
    bench.drive(permille, 0.5)
    assert bench.verdict.fault == faults.NONE
    bench.broken["current_ma"] = analog.current_ma(raw)
    bench.drive(permille, within_s)
    assert faults.FAULTS[bench.verdict.fault][faults.NAME] == code and bench.verdict.response > faults.NONE
