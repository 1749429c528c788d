"""What no expectation of a situation says: how often the motor starts."""

import itertools

from hal.world.faults.fault import parse
from tests.situations.stand import Stand
from tests.support.laptop import blob


def test_h10_a_position_sensor_that_reads_high_does_not_start_the_motor_again_and_again(tmp_path):
    """The reference gives way whenever the motor runs: the table is held by it short of the limit, and stands."""
    stand = Stand("cpython", tmp_path)
    world = stand.world
    with stand.rig as rig:
        stand.set_up(blob(max_inversion_cdeg=2500), 25.0)
        rig.break_(parse("reference sag 2.9"))
        stand.confirm()
        rig.press("down")
        rig.run_until(lambda: world.plant.inv_deg > 20, 60)
        drives = []
        rig.each_step(lambda: drives.append(world.drive_permille > 0))
        rig.run(10)
        rig.release("down")
        rig.run(0.5)
        rig.press("down")
        rig.run(5)
        assert sum(after and not before for before, after in itertools.pairwise(drives)) <= 1
        assert 23 < world.plant.inv_deg < 25.5
        assert stand.invariants.listener.state == "AT_LIMIT"
