"""A fault's number is in its unit: what lasts 400 ms lasts 400 ms, and what is lost is as much as is said."""

import pytest

from hal.world.faults.fault import Fault
from hal.world.faults.vocabulary import VOCABULARY
from tests.world.faults.measured import MEASURES, measured

NUMBERED = [row for row in VOCABULARY.values() if row.unit]
# Where half of the usual number is none.
_OTHER = {("nack", "imu"): 7, ("stuck", "bus"): 18, ("reset", ""): 4, ("clock_jump", "rtc"): -3600}
# By chance: one wrong bit in so many samples, and the largest of many draws.
_ABOUT = {"bitflip": 0.4, "noise": 0.05}


@pytest.mark.parametrize("row", NUMBERED, ids=lambda row: f"{row.target} {row.name}".strip())
def test_a_fault_is_as_large_and_lasts_as_long_as_it_says(tmp_path, row):
    value = _OTHER.get((row.name, row.target), row.value / 2)
    found = measured(tmp_path, Fault(row.name, row.target, value))
    assert found == pytest.approx(value, rel=_ABOUT.get(row.name, 0.03))


def test_no_numbered_fault_is_without_a_measure():
    assert {row.name for row in NUMBERED} == set(MEASURES)
