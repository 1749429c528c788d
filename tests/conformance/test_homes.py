"""Every home keeps the HAL's contract: the same checks, run as firmware is run."""

import pytest

from hal.sim.home.table import SimTable
from tests.conformance import inputs_and_services
from tests.conformance.expected import LINES


# The second start lets the clock wrap in the middle of the checks.
@pytest.mark.parametrize("start_ms", [0, 2**30 - 3000])
def test_board_keeps_the_contract(home, start_ms, tmp_path):
    said = b""

    def done():
        nonlocal said
        said += table.serial_out()
        return said.endswith(b"done\n")

    with SimTable(home, state_dir=tmp_path, start_ms=start_ms, program="tests.conformance.program") as table:
        table.serial_in(inputs_and_services.PING)
        table.run_until(done, 60)
        assert table.boots == [1, 4, 2]
    lines = [line.strip() for line in said.decode().splitlines() if line.strip()]
    assert lines == LINES
