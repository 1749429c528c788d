"""A part of `make mutants`: every seed is found out by its situation, and a sound supervisor holds reckless control.

Exits 1 when one is not.
"""

import gc
import sys
import time
from concurrent.futures import ProcessPoolExecutor

from tests.seeded.judge import HELD_IN, broken, unnoticed
from tests.seeded.seeds import RECKLESS, SEEDS

PROCESSES = 2


# Changes are functions of their own and do not travel to another process: their numbers do.
def _seed(number: int) -> str:
    return unnoticed(SEEDS[number])


def _control(number: int) -> str:
    return "; ".join(text for situation in HELD_IN if (text := broken(RECKLESS[number][1], situation)))


def main() -> int:
    """Play them all and print one line for each that is not as it must be, and the counts."""
    began = time.perf_counter()
    with ProcessPoolExecutor(PROCESSES, initializer=gc.freeze) as pool:
        missed = list(pool.map(_seed, range(len(SEEDS))))
        escaped = list(pool.map(_control, range(len(RECKLESS))))
    for row, said in zip([*SEEDS, *RECKLESS], [*missed, *escaped], strict=True):
        if said:
            sys.stdout.write(f"{row[0]}: {said}\n")
    sys.stdout.write(
        f"seeded: {missed.count('')} of {len(SEEDS)} wrong supervisors and drivers found out, "
        f"{escaped.count('')} of {len(RECKLESS)} reckless controls held, {time.perf_counter() - began:.0f} s\n"
    )
    return 1 if any(missed + escaped) else 0


if __name__ == "__main__":
    sys.exit(main())
