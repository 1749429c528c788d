"""Every fault of the vocabulary in every phase of a session in both homes, judged by the invariants alone.

    python tests/situations/matrix.py              everything
    python tests/situations/matrix.py --pairwise   every name in every phase, its targets in turn, and in both homes
    python tests/situations/matrix.py --only "imu stuck" --phase holding --home cpython     one run

Exits 1 on a violation and says how to run it again.
"""

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from hal.sim.home.table import INTERPRETERS
from hal.world.errors import WorldError
from hal.world.faults.fault import Fault, parse
from hal.world.faults.vocabulary import VOCABULARY
from tests.situations import phases
from tests.situations.snapshots import Snapshots
from tests.situations.stand import Stand

PROCESSES = 2


class Case(NamedTuple):
    """One run: a fault with its usual number, a phase, a home."""

    fault: Fault
    phase: str
    home: str

    def __str__(self) -> str:
        return f'--only "{self.fault}" --phase "{self.phase}" --home {self.home}'


def every_case() -> list[Case]:
    faults = [Fault(name, target) for target, name in VOCABULARY]
    return [Case(fault, phase, home) for home in INTERPRETERS for phase in phases.PHASES for fault in faults]


def pairwise() -> list[Case]:
    """Every name with every phase, and every name and phase in both homes, at least once.

    On MicroPython most names come in one of the two phases that are reached at once: the way to the others is long.
    """
    targets: dict[str, list[str]] = {}
    for target, name in VOCABULARY:
        targets.setdefault(name, []).append(target)
    cases = []
    for number, (name, places) in enumerate(sorted(targets.items())):
        elsewhere = phases.PHASES[number % 2 if number % 5 else number // 5 % len(phases.PHASES)]
        for turn in range(max(len(places), len(phases.PHASES))):
            phase = phases.PHASES[(turn + number) % len(phases.PHASES)]
            home = "micropython" if phase == elsewhere and turn < len(phases.PHASES) else "cpython"
            cases.append(Case(Fault(name, places[turn % len(places)]), phase, home))
    return cases


def run_case(case: Case, stand: Stand) -> str:
    """Hang the fault on a stand that has reached the phase; what was violated, "" when nothing."""
    try:
        if case.phase == phases.BOOT:
            stand.start_again([(case.fault, None)])
        else:
            stand.rig.break_(case.fault)
        phases.finish(stand, case.phase)
    except (WorldError, TimeoutError) as exc:
        return f"the run broke off: {exc}"
    return "; ".join(str(violation) for violation in stand.invariants.violations)


def run_alone(case: Case) -> str:
    """One case from power-on."""
    with tempfile.TemporaryDirectory() as folder:
        stand = Stand(case.home, Path(folder))
        with stand.rig:
            try:
                stand.set_up(phases.PROFILE, phases.LIMIT_DEG)
                phases.reach(stand, case.phase)
            except (WorldError, TimeoutError) as exc:
                return f"no fault yet, and the run broke off: {exc}"
            return run_case(case, stand)


def run_share(cases: list[Case]) -> list[tuple[Case, str]]:
    """Several cases: those on CPython from snapshots of one session, the others one after another."""
    alone = [case for case in cases if case.home != "cpython"]
    return [
        *Snapshots(run_case).run([case for case in cases if case not in alone]),
        *((c, run_alone(c)) for c in alone),
    ]


def run_all(cases: list[Case]) -> Iterator[tuple[Case, str]]:
    """Every case with what it violated, on two processes."""
    shares = [cases[start :: PROCESSES * 4] for start in range(PROCESSES * 4)]
    with ProcessPoolExecutor(PROCESSES, initializer=gc.freeze) as pool:
        for results in pool.map(run_share, shares):
            yield from results


def main(arguments: list[str]) -> int:
    """Run the cases, print the violations and the count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairwise", action="store_true")
    parser.add_argument("--only", type=parse)
    parser.add_argument("--phase", choices=phases.PHASES)
    parser.add_argument("--home", choices=INTERPRETERS)
    options = parser.parse_args(arguments)
    cases = [
        case
        for case in (pairwise() if options.pairwise else every_case())
        if (not options.only or case.fault == options.only)
        and options.phase in (None, case.phase)
        and options.home in (None, case.home)
    ]
    began = time.perf_counter()
    violated = 0
    for case, violation in run_all(cases):
        if violation:
            violated += 1
            print(f"{case.fault}, {case.phase}, {case.home}: {violation}")
            print(f"    again: python tests/situations/matrix.py {case}")
    print(f"{len(VOCABULARY)} faults in {len(phases.PHASES)} phases took {time.perf_counter() - began:.0f} s")
    print(f"matrix: {len(cases)} runs, {violated} violations")
    return 1 if violated or not cases else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
