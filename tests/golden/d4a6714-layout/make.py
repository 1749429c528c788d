"""Makes the files beside it. To be run in a checkout of commit d4a6714: `python make.py FOLDER`.

A simulated table lives a week with five people, by the firmware and the test tools of that commit, and loses its power
on the way down. Its whole flash is copied into FOLDER.
"""

import shutil
import sys
import tempfile
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path.cwd()))
Run = import_module("tests.loop.conftest").Run
laptops = import_module("tests.laptop")

TODAY = 20261123
HALF_AN_HOUR_S = 31 * 60
WEEK_S = 7 * 24 * 3600
SURGEON = {"clinician": "Dr. A. Example", "role": "orthopaedic_surgeon", "issued": 20261110, "expires": 20270301}
CARLA = {
    "id": "carla",
    "name": "Carla",
    "nothing_to_declare": False,
    "since": {"early_post_op_hip": 20260801},
    "clearances": [
        {"condition": "early_post_op_hip", "max_inversion_cdeg": 2000, **SURGEON},
        {"condition": "hip_labral_tear", "max_inversion_cdeg": 3000, **SURGEON},
    ],
}
BEN = {"id": "ben", "name": "Ben Zoë", "born": 1975, "programme": {"down_s": 10, "level_s": 30, "times": 2}}


def push(table, **changes):
    """Somebody's profile; the table must take it."""
    answer = table.laptop.push(laptops.blob(**changes))
    assert answer.get("ok") == 1, answer
    table.run(0.5)


def session(table):
    """Down to the limit, there for a while, and up again, tolerated."""
    assert table.laptop.confirm() == "ARMED"
    table.press("down")
    table.run(95)
    table.release("down")
    table.run(0.2)
    table.tap("up")
    table.until_upright()
    table.run(1)


def rest(table, seconds):
    """Switched off for so long."""
    table.power_off()
    table.run(seconds)
    table.power_on()
    table.run(3)


def live(table):
    """The week."""
    table.run(3)
    table.laptop = laptops.Laptop(table)
    table.laptop.hello(TODAY)
    push(table, id="dora", name="Dora")
    assert table.laptop.ask("profile.remove", who="dora")["ok"] == 1
    push(table, **CARLA, conditions=["early_post_op_hip", "hip_labral_tear"])
    assert table.laptop.ask("profile.verdict", who="carla")["verdict"] == "usable"
    push(table, **CARLA, conditions=["early_post_op_hip", "hip_labral_tear", "sciatica"])
    assert table.laptop.ask("profile.verdict", who="carla")["verdict"] == "locked"
    push(table, id="anna", max_inversion_cdeg=6000, beyond_60=False)
    for _ in range(3):
        session(table)
        rest(table, HALF_AN_HOUR_S)
        table.laptop.tap("up")  # the first stored is chosen after power-on; Anna stands behind Carla
    rest(table, WEEK_S)
    table.laptop.tap("up")
    session(table)
    assert table.laptop.ask("hello", p=1)["ok"] == 1
    push(table, **BEN)
    assert table.laptop.confirm(yes=(2,)) == "LOCKED"
    push(table, id="emil", name="Emil")
    assert table.laptop.confirm() == "ARMED"
    table.down_to(5)
    for _ in range(2):
        table._boot(2)  # as the watchdog does
        table.run(1)
    table.power_off()


def main():
    """Live, and keep what is on the flash then."""
    folder = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as state, Run("cpython", state_dir=state) as table:
        live(table)
        for path in sorted(table.root.iterdir()):
            shutil.copy(path, folder / path.name)
            sys.stdout.write(f"{path.name} {path.stat().st_size} bytes\n")


main()
