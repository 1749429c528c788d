"""A core that has seen nothing yet: what its first look compares with."""

import pytest

from firmware.safety import faults
from firmware.safety.checks import Checks
from firmware.safety.core import Supervisor
from firmware.tick_data import Verdict
from tests.support.core.bench import Bench
from tests.support.core.causes import standing


def test_nothing_is_counted_before_the_first_look():
    state = vars(Checks())
    assert state.pop("active") == bytes(faults.COUNT)
    assert state.pop("since_ms") == [0] * faults.COUNT
    assert (state.pop("_accel_mg"), state.pop("_gyro_raw")) == ([0, 0, 0], [0, 0, 0])
    assert state.pop("_last_ms") == -1
    assert set(state.values()) == {0}


def test_h22_an_up_that_is_down_at_boot_is_no_press_and_all_else_is_nothing():
    state = vars(Supervisor(Verdict()))
    assert state.pop("_up_was") is True
    for part in ("verdict", "limits", "checks"):
        state.pop(part)
    assert set(state.values()) == {0}


def test_h17_the_first_look_expects_the_table_where_it_stands():
    bench = Bench(inv_cdeg=2000, on=False)
    bench.tick(2)
    assert standing(bench) == ["RECOVERED"]


@pytest.mark.parametrize("now_ms", [0, 5000, (1 << 30) - 20])
def test_h38_the_first_look_has_lost_no_time(now_ms: int):
    bench = Bench(inv_cdeg=2000, now_ms=now_ms, on=False)
    bench.tick()
    assert standing(bench) == ["RECOVERED"]


def test_a_fault_that_stands_is_1():
    bench = Bench(inv_cdeg=1000)
    bench.broken["mains"] = False
    bench.run(2)
    assert set(bench.supervisor.checks.active) == {0, 1}


def test_the_silence_of_a_person_counts_from_the_first_look():
    bench = Bench(inv_cdeg=2000, now_ms=5000, on=False)
    bench.tick()
    assert bench.supervisor.checks._keys_ms == 5000
