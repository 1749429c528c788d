"""Plays every situation in both homes and says how many hold; exits 1 when one does not.

With names: only the files that begin with one of them; exits 1 when none does.
"""

import gc
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from hal.sim.home.table import INTERPRETERS
from hal.world.errors import WorldError
from tests.situations.play import Play
from tests.situations.situation import HAZARDS, Situation, SituationError, all_files, load

PROCESSES = 2
# The device's clock wraps a minute into the run: in one home of the two, which costs no run more.
NEAR_WRAP_MS = (1 << 30) - 60_000
START_MS = {"micropython": 0, "cpython": NEAR_WRAP_MS}


def play(situation: Situation, home: str) -> list[str]:
    """What did not hold; empty when all did. On CPython the clock starts a minute before its wrap."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            return Play(situation, home, Path(folder), START_MS[home]).run()
        except WorldError as exc:
            return [f"the run broke off: {exc}"]


def _both(path: Path) -> list[str]:
    try:
        return [f"{home}: {problem}" for home in INTERPRETERS for problem in play(load(path), home)]
    except SituationError as exc:
        return [str(exc)]


def main(names: list[str]) -> int:
    """Play them, print what fails, and the count."""
    began = time.perf_counter()
    paths = [path for path in all_files() if not names or path.stem.startswith(tuple(names))]
    shown: set[int] = set()
    held = benign = false_trips = 0
    with ProcessPoolExecutor(PROCESSES, initializer=gc.freeze) as pool:
        for path, problems in zip(paths, pool.map(_both, paths), strict=True):
            for problem in problems:
                print(f"{path.stem}: {problem}")
            situation = _try_load(path)
            if situation is None:
                continue
            benign += situation.benign
            if problems:
                false_trips += situation.benign
            else:
                held += 1
                shown |= set(situation.hazards)
    print(f"{len(paths)} situations in both homes in {time.perf_counter() - began:.0f} s")
    print(
        f"situations: {held} of {len(paths)} hold, {len(shown)} of {HAZARDS} hazards shown, "
        f"{false_trips} false trips in {benign} benign"
    )
    return 0 if paths and held == len(paths) else 1


def _try_load(path: Path) -> Situation | None:
    try:
        return load(path)
    except SituationError:
        return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
