"""`make fuzz`: generated profiles through both interpreters, and generated lives of a table against notes kept by hand.

Exits 1 when an interpreter says another byte than the other, or a table moves where the notes say that it must not.
"""

import random
import sys
import time

from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from hal.sim.world.peers import find_micropython
from tests.link.test_both_homes import on_cpython, profile_work, run
from tests.loop.test_oracle import Anybody

PROFILES = 10_000
PART = 500  # so many at a time go through an interpreter
LIVES = 200
STEPS = 20


def differing(interpreter: str) -> int:
    """How many generated profiles are judged otherwise, in a verdict or in a byte of its reasons."""
    work = list(profile_work(random.Random(5), PROFILES))
    found = 0
    for start in range(0, len(work), PART):
        part = work[start : start + PART]
        found += sum(one != other for one, other in zip(on_cpython(part), run(interpreter, part), strict=True))
    return found


def main() -> int:
    """Run both and print one line."""
    began = time.perf_counter()
    interpreter = find_micropython()
    if interpreter is None:
        sys.stdout.write("fuzz: there is no micropython here, so nothing was compared\n")
        return 1
    found = differing(interpreter)
    lives = settings(
        max_examples=LIVES, stateful_step_count=STEPS, deadline=None, derandomize=True, phases=[Phase.generate]
    )
    try:
        run_state_machine_as_test(Anybody, settings=lives)
        moved = ""
    except AssertionError as failure:
        moved = str(failure)
        sys.stdout.write(f"{moved}\n")
    sys.stdout.write(
        f"fuzz: {PROFILES - found} of {PROFILES} profiles agree in both homes, "
        f"{LIVES} lives of a table {'with a violation' if moved else 'without one wrong motion'}, "
        f"{time.perf_counter() - began:.0f} s\n"
    )
    return 1 if found or moved else 0


if __name__ == "__main__":
    sys.exit(main())
