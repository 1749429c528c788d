"""Every fault at the edge of its threshold."""

import pytest

from firmware.safety import faults
from tests.support.core.causes import EDGES, Cause, Edge, stands


@pytest.mark.parametrize("edge", [edge for _, edge in EDGES], ids=[f"{hazard}_{edge.name}" for hazard, edge in EDGES])
def test_a_cause_counts_only_past_its_threshold(edge: Edge):
    hold_s = faults.HOLD_MS[getattr(faults, edge.name)] / 1000 + 0.1
    inside, outside = (Cause("", edge.name, 0, "", {}, edge.pose_cdeg, edge.permille).ready() for _ in range(2))
    inside.broken.update(edge.inside)
    inside.run(hold_s)
    assert not stands(inside, edge.name)
    outside.broken.update(edge.outside)
    outside.run(hold_s)
    assert stands(outside, edge.name)
