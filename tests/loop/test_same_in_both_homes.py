"""One recorded run, byte for byte the same on MicroPython and on CPython."""

from pathlib import Path

import pytest

from hal.sim.home.table import SimTable
from tests.support.laptop import Laptop, blob


def record(home: str, folder: Path) -> tuple[bytes, list[dict], float]:
    """State and drive of a run that uses every button, a lock, STOP, telemetry and a lockout."""
    with SimTable(home, state_dir=folder / home, seed=7) as table:
        laptop = Laptop(table)
        table.run(3)
        laptop.hello()
        laptop.ready(blob(name="Zoë 我"))
        table.run(2)
        laptop.ask("watch", on=1)
        table.press("down")
        table.run(50)
        table.press("stop")
        table.run(1)
        table.release("stop")
        table.release("down")
        table.run(1)
        table.press("down")
        table.run(10)
        table.set_switch("lock_right", False)
        table.run(2)
        table.release("down")
        table.set_switch("lock_right", True)
        table.run(120)
        laptop.push(blob(nothing_to_declare=False, conditions=["total_hip_replacement"]))
        table.press("down")
        table.run(5)
        heard = [*laptop.listen(), laptop.ask("status"), laptop.ask("why", who="", of="lock", at=0)]
        return table.trace.state_and_drive_bytes(), heard, table.world.plant.inv_deg


@pytest.mark.long
def test_the_same_run_gives_the_same_bytes_in_both_homes(tmp_path: Path):
    micropython = record("micropython", tmp_path)
    cpython = record("cpython", tmp_path)
    assert micropython[1] == cpython[1]
    assert micropython == cpython
    states = [message["st"] for message in cpython[1] if message.get("t") == "tel"]
    assert {"INVERTING", "STOPPED", "HOLDING", "RETURNING", "LEVEL_PAUSE", "RAISING"} <= set(states)
    assert len(cpython[0]) > 9000
