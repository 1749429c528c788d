"""What things cost, side by side in one run: the closed loop in both homes, the laptop tool's start, and the heap.

Where there is a browser, also what the page costs. Prints medians with their spread, and one line at the end; exits 1
when a goal is missed.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from hal.sim.home.table import INTERPRETERS, SimTable
from tests.bench import heap, page
from tests.support.laptop import Laptop, blob

GOAL_SPEED = {"micropython": 200, "cpython": 400}
GOAL_START_RATIO = 0.6
ROUNDS = 5
STARTS = 15
SESSION_S = 300


def session(home: str) -> float:
    """Virtual seconds per wall second of one session: down to the limit, hold, return, upright."""
    with tempfile.TemporaryDirectory() as folder, SimTable(home, state_dir=folder) as table:
        laptop = Laptop(table)
        table.run(3)
        laptop.hello()
        assert laptop.ready(blob()).get("ok") == 1
        table.run(2)
        began_s, began = table.world.now_s, time.perf_counter()
        table.press("down")
        table.run(100)
        assert table.world.plant.inv_deg > 24
        table.release("down")
        table.press("up")
        table.run(1)
        table.release("up")
        table.run(SESSION_S - 101)
        assert table.world.plant.inv_deg < -68
        return (table.world.now_s - began_s) / (time.perf_counter() - began)


def start(command: str) -> float:
    """Wall milliseconds of `command --version`."""
    beside = str(Path(sys.executable).parent)
    binary = shutil.which(command, path=beside) or command
    began = time.perf_counter()
    subprocess.run([binary, "--version"], check=True, capture_output=True)
    return (time.perf_counter() - began) * 1000


def show(name: str, values: list[float], unit: str, goal: str) -> float:
    median = statistics.median(values)
    print(f"{name:34} {median:8.0f} {unit}   ({min(values):.0f} to {max(values):.0f}; {goal})")
    return median


def main() -> int:
    """Run everything, in turn, and print it."""
    cores = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
    if cores:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    speeds: dict[str, list[float]] = {home: [] for home in INTERPRETERS}
    for _ in range(ROUNDS):
        for home in INTERPRETERS:
            speeds[home].append(session(home))
    starts: dict[str, list[float]] = {"bascule": [], "mpremote": []}
    for _ in range(STARTS + 1):
        for command, taken in starts.items():
            taken.append(start(command))
    missed = []
    print(f"one core, {ROUNDS} sessions of {SESSION_S} virtual seconds each, {STARTS} starts; medians")
    medians = {}
    for home in INTERPRETERS:
        medians[home] = show(f"closed loop, {home}", speeds[home], "virtual s / wall s", f"goal {GOAL_SPEED[home]}")
        print(f"{'':34} {medians[home] * 50:8.0f} ticks / wall s")
        if medians[home] < GOAL_SPEED[home]:
            missed.append(home)
    tool = show("bascule --version", starts["bascule"][1:], "ms", f"goal {GOAL_START_RATIO} times mpremote")
    peer = show("mpremote --version", starts["mpremote"][1:], "ms", "the yardstick")
    if tool > GOAL_START_RATIO * peer:
        missed.append("start")
    heap.show()
    if cores:
        os.sched_setaffinity(0, cores)
    missed += page.show()
    speed = ", ".join(f"{home} {medians[home]:.0f}x" for home in INTERPRETERS)
    print(f"bench: {speed}, start {tool / peer:.2f} times mpremote; goals missed: {', '.join(missed) or 'none'}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
