"""The core's counters have an end: a table that is left as it is for weeks stays within a Pico's small integers."""

import pytest

from firmware.safety import checks as core_checks
from firmware.safety import faults
from tests.support.core.bench import Bench

SMALL = 1 << 30
# Far from the end of small integers, so that whatever is worked out from a counter in the same tick stays small too.
FAR = SMALL // 16
HOURS_MS = 4 * 3_600_000


def ankle_open(bench: Bench) -> None:
    bench.obs.locks_closed = False


def below_level(bench: Bench) -> None:
    bench.inv_cdeg = 1000.0


def stop_chatters(bench: Bench) -> None:
    bench.obs.stop = bench.ticks % 2 == 0


def gyro_repeats(bench: Bench) -> None:
    bench.broken["gyro_raw"] = [0, 0, 0]


def motor_runs(bench: Bench) -> None:
    bench.request.drive_permille = -500
    bench.inv_cdeg = 1000.0


COUNTERS = {
    "_open_ms": (ankle_open, core_checks.LOCK_MS * core_checks.LOCK_MEMORY),
    "_below_ms": (below_level, 600_000),
    "_edges": (stop_chatters, core_checks.EDGES_MS),
    "_repeats": (gyro_repeats, core_checks.FROZEN_READS),
    "_run_ms": (motor_runs, core_checks.DUTY_MS * core_checks.REST_PER_RUN),
}


@pytest.mark.parametrize("name", COUNTERS)
def test_h38_a_counter_stops_above_what_it_is_compared_with(name: str):
    """Its end is past the bound that it is judged by, and far from where a Pico's small integers end."""
    cause, bound = COUNTERS[name]
    bench = Bench(inv_cdeg=1000)
    checks = bench.supervisor.checks
    setattr(checks, name, FAR)
    for _ in range(4):
        cause(bench)
        bench.tick()
    end = getattr(checks, name)
    assert bound < end
    # Of STOP's a few seconds are enough. The others end after some hours, and so early that a product of one with any
    # number that it is multiplied by stays small.
    assert end <= 24_000 if name == "_edges" else HOURS_MS < end <= SMALL // 64
    for _ in range(50):
        cause(bench)
        bench.tick()
    # STOP's forgets a little between two openings.
    assert end - 100 <= getattr(checks, name) <= end + 100


def test_h38_a_stop_that_chattered_for_long_is_a_stop_again_soon():
    """However long a loose wire chattered, six seconds of rest make the next press a press."""
    bench = Bench(inv_cdeg=1000)
    for _ in range(20 * 50):
        bench.obs.stop = bench.ticks % 4 < 2
        bench.tick()
    assert bench.supervisor.checks.active[faults.STOP_LOOP]
    bench.obs.stop = False
    bench.run(6.1)
    assert not bench.supervisor.checks.active[faults.STOP_LOOP]
