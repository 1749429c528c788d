"""A table whose counters stand at their ends and whose ticks wrap while it brings a person up, its heap locked.

The image knows nothing of it: both are put there by way of the maintenance prompt, and the table is head-down by the
time that its service begins.
"""

from tests.emulated.bench import Bench
from tests.emulated.cases import OFF, case
from tests.emulated.whole.seeded import _SERVICE, maintained

_FROM_DEG = 20.0
_WRAPS_IN_MS = 16_000  # after the prompt: on the way up
_COUNTERS = ("_below_ms", "_open_ms", "_run_ms", "_repeats")
_LATE = (
    f"from hal.rp2 import clock as c; t = c.ticks_ms; d = -{_WRAPS_IN_MS} - t(); "
    "c.ticks_ms = lambda: t() + d & 0x3FFFFFFF"
)


def _at(end: str) -> str:
    """The counters begin ten below this."""
    put = ", ".join(f"setattr(s, '{name}', {end} - 10)" for name in _COUNTERS)
    return f"import firmware.safety.checks as k; b = k.Checks._start; k.Checks._start = lambda s, n: (b(s, n), {put})"


def _brings_up(bench: Bench, line: str) -> bool:
    """Whether the table comes up to level by itself from there, without a restart."""
    maintained(bench, f"{line}; {_LATE}", 0.6)
    bench.world.plant.place(_FROM_DEG)
    before = list(bench.boots)
    bench.serial_in(_SERVICE.encode() + b"\r")
    bench.run(2.4)
    for _ in range(60):
        bench.run(0.5)
        if bench.inv_deg < 1.0 or bench.boots != before:
            break
    return bench.boots == before and bench.inv_deg < 1.0


@case("counters at their ends, and ticks that wrap on the way up, bring a person up as ever", OFF, core=True)
def edges(bench: Bench) -> str:
    assert _brings_up(bench, _at("k.COUNT_MOST"))
    bench.serial_out()
    found = bench.status()
    assert found["st"] in ("RETURNING", "LEVEL_PAUSE"), found
    return f"level with fault {found['flt']}"


@case("a counter without its end leaves small integers, and restarts the board", OFF)
def endless(bench: Bench) -> None:
    assert not _brings_up(bench, "import firmware.safety.checks as k; k.COUNT_MOST = 1 << 31; " + _at("(1 << 30)"))
