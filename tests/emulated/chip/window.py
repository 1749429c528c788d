"""The window watchdog outside the chip, fed by the image's own machine code over WINDOW_KICK."""

import re
from itertools import pairwise

from hal.rp2 import pins
from hal.world.chips.window_watchdog import EARLY_US, LATE_US
from tests.emulated.bench import Bench
from tests.emulated.cases import HEAD_DOWN, OFF, case
from tests.emulated.chip.start import to_prompt
from tests.emulated.whole.tool import run_tool

# What the circuit's resistors, capacitors and thresholds may be off together (docs/hardware/parts.md).
_TOLERANCE = 0.2
_LATE_S = LATE_US / 1e6
_OPENS_S = 0.02
# As docs/hardware/acceptance.md has it, of what the program prints: late limit, and a contactor that opens.
_PRINTS = re.compile(r"\[0, 1, 0, 0, 0, 1\] (\d+)")
_LATE_MS = range(570, 921)


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
    bench.read_for(3.0)
    bench.release("down")
    bench.read_for(1.0)
    bench.laptop.tap("up")
    bench.read_for(3.0)
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


@case("the window watchdog by hand, as the acceptance has it, with the real mpremote", OFF)
def by_hand(bench: Bench) -> str:
    assert to_prompt(bench), bytes(bench.said)
    tried = run_tool(bench, "mpremote", "connect", "{port}", "resume", "run", "docs/hardware/window.py")
    found = _PRINTS.search(tried.stdout)
    assert tried.returncode == 0 and found and int(found[1]) in _LATE_MS, tried
    assert not bench.enabled()
    return f"opens {found[1]} ms after the last edge"
