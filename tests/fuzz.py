"""`make fuzz`: generated profiles and commands through both interpreters, generated lives of a table against notes kept
by hand, and buttons, locks, power and a fault in any order.

    python -m tests.fuzz        all of it
    python -m tests.fuzz 4      a fourth of each

Exits 1 when an interpreter says another byte than the other, a table moves where the notes say that it must not, or an
invariant does not hold.
"""

import random
import sys
import time

from hypothesis import Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from hal.sim.home.peers import find_micropython
from tests.link.test_both_homes import command_work, on_cpython, profile_work, run
from tests.situations.test_any_order import AnyOrder
from tests.support.lives.anybody import Anybody

PROFILES = 10_000
COMMANDS = 20_000
PART = 500  # so many at a time go through an interpreter
LIVES = 200
ORDERS = 100
STEPS = 20


def differing(interpreter: str, work: list[str]) -> int:
    """How many of these are judged otherwise, in a result or in a byte of its reasons."""
    found = 0
    for start in range(0, len(work), PART):
        part = work[start : start + PART]
        found += sum(one != other for one, other in zip(on_cpython(part), run(interpreter, part), strict=True))
    return found


def failure(machine: type[RuleBasedStateMachine], examples: int) -> str:
    """What so many generated runs of the machine have found; "" when nothing."""
    few = settings(
        max_examples=examples, stateful_step_count=STEPS, deadline=None, derandomize=True, phases=[Phase.generate]
    )
    try:
        run_state_machine_as_test(machine, settings=few)
    except AssertionError as found:
        sys.stdout.write(f"{found}\n")
        return str(found) or "failed"
    return ""


def main(parts: int) -> int:
    """Run one of so many parts of each, and print one line."""
    began = time.perf_counter()
    profiles, commands, lives, orders = (whole // parts for whole in (PROFILES, COMMANDS, LIVES, ORDERS))
    interpreter = find_micropython()
    if interpreter is None:
        sys.stdout.write("fuzz: there is no micropython here, so nothing was compared\n")
        return 1
    found = differing(interpreter, list(profile_work(random.Random(5), profiles)))
    near = differing(interpreter, command_work(random.Random(5), commands))
    moved = failure(Anybody, lives)
    violated = failure(AnyOrder, orders)
    sys.stdout.write(
        f"fuzz: {profiles - found} of {profiles} profiles and {commands - near} of {commands} commands agree in both "
        f"homes, "
        f"{lives} lives of a table {'with a violation' if moved else 'without one wrong motion'}, "
        f"{orders} orders of events {'with a violation' if violated else 'without a violation'}, "
        f"{time.perf_counter() - began:.0f} s\n"
    )
    return 1 if found or near or moved or violated else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 1))
