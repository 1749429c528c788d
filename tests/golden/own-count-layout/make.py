"""Makes the files beside it: `PYTHONPATH=. python tests/golden/own-count-layout/make.py FOLDER`.

A simulated table on which Anna has a session, a laptop that is a day ahead tells its time, and she has another.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from hal.sim.home.table import SimTable
from tests.support.laptop import TODAY, Laptop, blob


def session(table, laptop):
    """Down to the limit, there for a while, and up again, tolerated."""
    assert laptop.confirm() == "ARMED"
    table.press("down")
    table.run(95)
    table.release("down")
    table.run(0.2)
    laptop.tap("up", 0.2)
    table.run_until(lambda: table.world.plant.inv_deg < -68.9 and not table.world.contactor_closed, 200)
    table.run(2)


def main():
    """Live, and keep what is on the flash then."""
    folder = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as state, SimTable("cpython", state_dir=state) as table:
        table.run(3)
        laptop = Laptop(table)
        laptop.hello(TODAY)
        assert laptop.push(blob())["ok"] == 1
        session(table, laptop)
        table.run(35 * 60)
        assert laptop.set_clock(TODAY + 1)["ok"] == 1
        table.run(2)
        session(table, laptop)
        table.power_off()
        for name in ("person_0.bin", "newest_minute.bin"):
            shutil.copy(table.root / name, folder / name)


main()
