"""`python -m tests.mutants [file ...]`: mutates the reviewed packages, and fails when a mutant lives.

Every file of firmware/safety and firmware/screening, or the ones named, relative to the current folder. Left out is
conditions.py: a table of texts, categories and caps is held by being read against its sources, and a test that repeats
it number by number would prove nothing.
"""

import sys
from pathlib import Path

from tests.mutants import equivalents
from tests.mutants.judgement import PACKAGES, Judgement, where
from tests.mutants.schemata import Mutant, Schemata
from tests.mutants.suite import TestsFail

LIST = "tests/mutants/equivalents.toml"
DATA_TABLES = {"conditions.py"}


def found(root: Path) -> list[str]:
    """The files to mutate, relative to root."""
    paths = [path for package in PACKAGES for path in sorted((root / package).glob("*.py"))]
    return [path.relative_to(root).as_posix() for path in paths if path.name not in DATA_TABLES]


def report(judgement: Judgement, mutants: list[Mutant], listed: dict[tuple[str, ...], str]) -> tuple[list[str], bool]:
    """The lines to print, and whether everything is in order."""
    alive = [mutant for mutant in mutants if mutant.number not in judgement.killed]
    survivors = [mutant for mutant in alive if mutant.fingerprint not in listed]
    equivalent = len(alive) - len(survivors)
    complaints = equivalents.complaints(listed, mutants, judgement.killed)
    lines = [f"time limit: {where(mutant)}: {mutant.before} -> {mutant.after}" for mutant in judgement.late]
    lines += [f"{LIST}: {complaint}" for complaint in complaints]
    lines += [f"broken: {trouble}" for trouble in judgement.troubles]
    for mutant in survivors:
        lines += [f"alive: {where(mutant)}", f"  - {mutant.before}", f"  + {mutant.after}"]
    if judgement.unasked:
        lines.append(f"the closed loop was not asked about {len(judgement.unasked)}: unit tests are missing")
    lines.append(
        f"{len(judgement.by_loop)} killed by the closed loop alone, {len(judgement.late)} by the time limit, "
        f"{equivalent} equivalent by the list"
    )
    lines.append(f"mutants: {len(judgement.killed)} of {len(mutants) - equivalent} killed")
    return lines, not (survivors or complaints or judgement.troubles)


def main(files: list[str]) -> int:
    """Judge and print; 0 when every mutant was killed, 1 when one lives, 2 when the tests fail without any."""
    root = Path.cwd()
    schemata = Schemata(root, files or found(root))
    listed = equivalents.read(root / LIST)
    try:
        judgement = Judgement(root, schemata)
    except TestsFail as failure:
        sys.stdout.write(f"mutants: none judged, the tests fail without any mutant: {failure}\n")
        return 2
    lines, right = report(judgement, schemata.mutants, listed)
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
