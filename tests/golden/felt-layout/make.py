"""Makes the file beside it: `PYTHONPATH=. python tests/golden/felt-layout/make.py FOLDER`.

A simulated table on which Anna has a session, says that she feels worse, and later that something is new.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from firmware.screening import questions
from hal.sim.home.table import SimTable
from tests.support.laptop import TODAY, Laptop, blob


def main():
    """Live, and keep what is on the flash then."""
    with tempfile.TemporaryDirectory() as state, SimTable("cpython", state_dir=state) as table:
        table.run(3)
        laptop = Laptop(table)
        laptop.hello(TODAY)
        assert laptop.push(blob(hold_cdeg=2000, days_per_step=14))["ok"] == 1
        assert laptop.confirm() == "ARMED"
        table.press("down")
        table.run(95)
        table.release("down")
        table.run(0.2)
        laptop.tap("up", 0.2)
        table.run_until(lambda: table.world.plant.inv_deg < -68.9 and not table.world.contactor_closed, 200)
        table.run(2)
        for _ in range(2):
            laptop.agree("down")
        table.run(35 * 60)
        assert laptop.confirm(yes=(questions.NEWS, questions.BEHIND_NEWS[3], questions.MEAL)) == "LOCKED"
        table.power_off()
        shutil.copy(table.root / "person_0.bin", Path(sys.argv[1]) / "person_0.bin")


main()
