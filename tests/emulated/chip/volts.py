"""The wire that chooses between motor supply and battery, whole and broken."""

from firmware.safety import faults
from hal.world.faults.fault import parse
from tests.emulated.bench import Bench
from tests.emulated.cases import BOOTED, OFF, case

_FLAT_V = 20.5
_FLAT = parse(f"battery low {_FLAT_V}")


def _shown(bench: Bench) -> tuple[float, float]:
    found = bench.status()
    return found["mv"] / 1000, found["bat"] / 1000


@case("the self-test names the broken wire between supply and battery, and the table is locked", OFF, core=True)
def broken(bench: Bench) -> None:
    bench.select_cut = True
    bench.boot()
    found = bench.status()
    assert found["selftest"] == "volts" and found["lock"] == 1, found
    assert bench.stays(2.0)


@case("supply and battery are told apart", BOOTED)
def apart(bench: Bench) -> str:
    bench.break_(_FLAT)
    bench.run(3.0)
    supply_v, battery_v = _shown(bench)
    assert abs(supply_v - 24.0) < 0.3 and abs(battery_v - _FLAT_V) < 0.3, (supply_v, battery_v)
    assert bench.status()["flt"] == faults.BATTERY_LOW
    return f"{supply_v:.1f} V and {battery_v:.1f} V"


@case("with the wire between supply and battery broken a flat battery is still seen", BOOTED)
def seen(bench: Bench) -> str:
    bench.select_cut = True
    bench.break_(_FLAT)
    bench.run(3.0)
    supply_v, battery_v = _shown(bench)
    assert abs(supply_v - _FLAT_V) < 0.3 and abs(battery_v - _FLAT_V) < 0.3, (supply_v, battery_v)
    assert bench.status()["flt"] == faults.BATTERY_LOW
    return f"{supply_v:.1f} V and {battery_v:.1f} V"
