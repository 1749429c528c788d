"""What each fault does to the four analogue readings, both ways of the motor, and that it can be taken back."""

import pytest

from hal import contract
from hal.world.chips.bts7960 import R_IS_OHM
from hal.world.faults.fault import parse

POSITION, SUPPLY, BATTERY = contract.POSITION, contract.SUPPLY, contract.BATTERY


def ratios(rig, words, amps):
    """What the fault makes of each reading, as a share of what it was; None for a reading of next to nothing."""
    world = rig.world
    world.plant.current_a = amps
    now_us = world.clock.now_us
    before = world.analog.sample(now_us)
    undo = rig.break_(parse(words))
    broken = world.analog.sample(now_us)
    undo()
    assert world.analog.sample(now_us) == before
    return [new / old if old > 1000 else None for old, new in zip(before, broken, strict=True)]


@pytest.mark.parametrize("amps", [3.0, -3.0, 1.5, -1.5, 0.0])
def test_a_reference_sags_with_the_current_whichever_way_it_flows(rig, amps):
    factor = 1 + 0.04 * abs(amps) / 3.0
    seen = ratios(rig, "reference sag 4", amps)
    assert [seen[at] for at in (POSITION, SUPPLY, BATTERY)] == pytest.approx([factor] * 3, abs=0.002)


@pytest.mark.parametrize(("amps", "off"), [(3.0, True), (-3.0, True), (0.1, False), (-0.1, False)])
def test_a_position_wire_is_noisy_while_the_motor_runs_whichever_way(rig, amps, off):
    seen = ratios(rig, "position noise 2", amps)
    assert (seen[POSITION] != 1.0) is off and 0.98 <= seen[POSITION] <= 1.02
    assert seen[SUPPLY:] == [1.0, 1.0]


@pytest.mark.parametrize(("at_deg", "dead"), [(-32, False), (-30.5, True), (-30, True), (-29.5, True), (-28, False)])
def test_a_dead_spot_is_two_degrees_wide_and_silences_the_wiper_only(rig, at_deg, dead):
    """The table of these tests stands at -30 degrees."""
    seen = ratios(rig, f"position dead spot {at_deg}", 3.0)
    assert seen[POSITION] == (0.0 if dead else 1.0)
    assert seen[SUPPLY:] == [1.0, 1.0]


@pytest.mark.parametrize(("half", "amps"), [("a", 1.0), ("b", -1.0)])
@pytest.mark.parametrize("name", ["scale", "offset"])
def test_a_half_bridge_reads_its_own_current_wrong_and_the_other_halfs_right(rig, name, half, amps):
    """By 2 times, or by 100 uA: a hundred times what it gives without load."""
    bridge = rig.world.bridge
    for running, duties in ((amps, (amps > 0, amps < 0)), (-amps, (amps < 0, amps > 0))):
        bridge.set(*map(float, duties), False)
        before = bridge.sense_v(running)
        undo = rig.break_(parse(f"bridge_{half} {name} {2 if name == 'scale' else 100}"))
        broken = bridge.sense_v(running)
        undo()
        assert bridge.sense_v(running) == before
        own = running == amps
        more = (1.0 / bridge.k_a if name == "scale" else 99e-6) * R_IS_OHM if own else 0.0
        assert broken - before == pytest.approx(more, abs=0.01 * R_IS_OHM * 1e-4)
