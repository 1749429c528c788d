"""A chip that holds the data line low: what one does that was left in the middle of a read."""

from hal.world.faults.fault import parse
from tests.emulated.bench import Bench
from tests.emulated.cases import BOOTED, HEAD_DOWN, OFF, case
from tests.emulated.chip.timing import Periods

_NINE = parse("bus stuck 9")
_FOR_EVER = parse("bus stuck")
_MOST_MS = 3.0  # more than an undisturbed tick: hal/contract.py, COST_I2C_HELD_US


@case("a chip that holds the data line for nine clocks at power-up lets go before the self-test", OFF, core=True)
def at_power_up(bench: Bench) -> None:
    bench.break_(_NINE)
    bench.boot()
    assert bench.status()["selftest"] == "" and not bench.world.bus.held_clocks


@case("a watchdog's bite in the middle of a read leaves no chip behind that holds the data line", BOOTED)
def over_a_bite(bench: Bench) -> None:
    assert bench.chip is not None
    bench.break_(_NINE)
    bench.chip.bite()
    bench.run(2.0)
    bench.laptop.hello()
    found = bench.status()
    assert bench.boots == [1, 2] and found["selftest"] == "" and found["flt"] == 0, found


@case("a data line that is held for ever: the self-test names every chip, and the table is locked", OFF)
def for_ever(bench: Bench) -> str:
    bench.break_(_FOR_EVER)
    bench.boot()
    found = bench.status()
    assert found["selftest"] == "imu rtc display" and found["lock"] == 1, found
    assert bench.stays(2.0)
    return found["selftest"]


def _hold_at_next_sample(bench: Bench) -> list[float]:
    """The line is held from the moment at which the tick wants the tilt sensor's sample, under its locked heap.

    That moment is the first of the list, and the moments of the clocks that free the line follow.
    """
    assert bench.chip is not None
    port = bench.chip.mcu.i2c[0]
    connect, clock = port.on_connect, bench.world.bus.clock
    moments_us: list[float] = []
    now = bench.chip.mcu.clock

    def connected(addr: int, mode: int) -> None:
        if addr == bench.world.imu.address and not bench.hung:
            moments_us.append(now.nanos / 1000)
            bench.break_(_NINE)
        connect(addr, mode)

    def clocked(count: int) -> None:
        moments_us.append(now.nanos / 1000)
        clock(count)

    port.on_connect = connected
    bench.hooks.wrap(bench.world.bus, "clock", lambda _: clocked)
    return moments_us


@case("a data line that is held on the way down is freed within the tick, and the way goes on", HEAD_DOWN, core=True)
def on_the_way(bench: Bench) -> str:
    periods = Periods(bench)
    bench.run(0.5)
    usual_ms = max(periods.tick_ms)
    began_deg = bench.inv_deg
    moments_us = _hold_at_next_sample(bench)
    bench.run(1.0)
    found = bench.status()
    assert bench.hung and not bench.world.bus.held_clocks, found
    assert found["flt"] == 0 and bench.inv_deg > began_deg + 1.0, found
    longest_ms = max(periods.tick_ms)
    assert longest_ms <= usual_ms + _MOST_MS
    return f"freed within {moments_us[-1] - moments_us[0]:.0f} us, no tick over {longest_ms:.1f} ms"
