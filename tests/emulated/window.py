"""The window watchdog outside the chip, fed by the image's own machine code over WINDOW_KICK."""

from itertools import pairwise

from hal.rp2 import pins
from hal.sim.world.chips.window_watchdog import EARLY_US, LATE_US
from tests.emulated.bench import Bench
from tests.emulated.cases import HEAD_DOWN, OFF, case
from tests.emulated.start import to_prompt

# What the circuit's resistors, capacitors and thresholds may be off together (docs/hardware/parts.md).
_TOLERANCE = 0.2
_LATE_S = LATE_US / 1e6
_OPENS_S = 0.02
# docs/hardware/acceptance.md, the window watchdog by hand.
_COIL = "from machine import Pin; from time import sleep_ms; coil, kick = Pin(3, Pin.OUT), Pin(9, Pin.OUT); coil(1)"
_BEAT = "for n in range(100): kick(n & 1); sleep_ms(20)"
_RUSH = "for n in range(100): kick(n & 1)"


def _edges(bench: Bench) -> list[float]:
    """The moments of the rising edges from now on, in us."""
    assert bench.chip is not None
    mcu = bench.chip.mcu
    edges_us: list[float] = []
    mcu.gpio[pins.WINDOW_KICK].add_listener(
        lambda *_: edges_us.append(mcu.clock.nanos / 1000.0) if bench.pad(pins.WINDOW_KICK) else None
    )
    return edges_us


def _within(edges_us: list[float]) -> str:
    gaps_us = [after - before for before, after in pairwise(edges_us)]
    assert min(gaps_us) > EARLY_US * (1 + _TOLERANCE) and max(gaps_us) < LATE_US * (1 - _TOLERANCE), gaps_us
    return f"{len(edges_us)} edges, {min(gaps_us) / 1000:.1f} to {max(gaps_us) / 1000:.1f} ms apart"


@case("head-down, every edge for the window watchdog comes well within its window", HEAD_DOWN, core=True)
def beat(bench: Bench) -> str:
    """Going down, holding and coming up, with telemetry and the display at work."""
    edges_us = _edges(bench)
    bench.run(3.0)
    bench.release("down")
    bench.run(1.0)
    bench.laptop.tap("up")
    bench.run(3.0)
    assert len(edges_us) > 150 and bench.world.contactor_closed
    return _within(edges_us)


@case("a loop that stands still for up to 58 ms keeps its contactor", HEAD_DOWN)
def stalled(bench: Bench) -> str:
    """At any moment of a period, and of either level of the line."""
    edges_us = _edges(bench)
    for number, ms in enumerate(range(20, 60, 2)):
        bench.stall(ms)
        bench.run(0.060 + number % 7 * 0.003)
        assert bench.world.contactor_closed, ms
    return _within(edges_us)


@case("a loop that hangs head-down while the chip's watchdog does not bite: the contactor opens", HEAD_DOWN, core=True)
def deaf(bench: Bench) -> str:
    assert bench.chip is not None
    bench.chip.mcu.watchdog.on_watchdog_trigger = lambda: None
    bench.spin()
    began_s = bench.now_s
    opened_s = bench.run_until(lambda: not bench.world.contactor_closed, 2.0)
    assert bench.boots == [1] and opened_s <= _LATE_S + _OPENS_S
    at_deg = bench.inv_deg
    bench.run(1.0)
    assert not bench.world.contactor_closed and abs(bench.inv_deg - at_deg) < 0.1
    return f"open {(bench.now_s - 1.0 - began_s) * 1000:.0f} ms after the hang"


@case("the window watchdog by hand, as the acceptance has it", OFF)
def by_hand(bench: Bench) -> None:
    seen = []
    assert to_prompt(bench), bytes(bench.said)
    # A line that is typed while the one before still runs is taken at once when that is over.
    for line, seconds in ((_COIL, 0.5), (_BEAT, 1.6), (_RUSH, 0.9), (_BEAT, 2.5), ("coil(0)", 0.3)):
        bench.serial_in(line.encode() + b"\r\r")
        bench.run(seconds)
        bench.serial_out()
        seen.append(bench.world.contactor_closed)
    assert seen == [False, True, False, False, False], seen
    assert not bench.enabled()
