"""Every home keeps the HAL's contract: the same checks, run as firmware is run."""

import pytest

from hal.sim.home.table import SimTable
from tests.conformance.expected import LINES, FarEnd


# The second start lets the clock wrap in the middle of the checks.
@pytest.mark.parametrize("start_ms", [0, 2**30 - 3000])
def test_board_keeps_the_contract(home, start_ms, tmp_path):
    with SimTable(home, state_dir=tmp_path, start_ms=start_ms, program="tests.conformance.program") as table:
        far_end = FarEnd(table)
        table.run_until(far_end.done, 60)
        assert table.boots == [1, 4, 2]
    assert far_end.lines() == LINES
