"""`make mutants`: mutates the folders of folders.toml, and fails when a mutant lives that is not listed.

    python -m tests.mutants                 the core, and of each other folder a sample, others each day
    python -m tests.mutants --seed 7        with the sample of that seed
    python -m tests.mutants --whole         every mutant of every folder
    python -m tests.mutants file ...        every mutant of these files, relative to the current folder

equivalents.toml lists what may live. A sample is drawn from what is not listed, so all of it must be killed.
"""

import argparse
import datetime
import random
import sys
from pathlib import Path

from tests.mutants import report
from tests.mutants.equivalents import Listed
from tests.mutants.folders import FOLDERS, Folder
from tests.mutants.judgement import Judgement
from tests.mutants.schemata import Mutant, Schemata
from tests.mutants.suite import TestsFail

LIST = "tests/mutants/equivalents.toml"


def drawn(folders: list[Folder], mutants: list[Mutant], listed: Listed, seed: str) -> list[Mutant]:
    """The mutants to judge: all of a folder without a sample, of the others a sample of what is not listed."""
    found = []
    for folder in folders:
        own = [mutant for mutant in mutants if folder.holds(mutant.file)]
        if folder.sample:
            own = [mutant for mutant in own if mutant.fingerprint not in listed.reasons]
            own = sorted(random.Random(seed).sample(own, min(folder.sample, len(own))))
        found += own
    return found


def main(arguments: list[str]) -> int:
    """Judge and print; 0 when all is in order, 1 when a mutant lives, 2 when the tests fail without any."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants")
    parser.add_argument("files", nargs="*")
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--seed", default=datetime.date.today().isoformat())
    asked = parser.parse_args(arguments)
    root = Path.cwd()
    folders = [folder for folder in FOLDERS if (root / folder.code).exists()]
    schemata = Schemata(root, asked.files or [file for folder in folders for file in folder.files(root)])
    listed = Listed(root / LIST)
    if asked.whole or asked.files:
        folders = [folder._replace(sample=0) for folder in folders]
    elif any(folder.sample and any(folder.holds(one.file) for one in schemata.mutants) for folder in folders):
        sys.stdout.write(f"the samples are those of --seed {asked.seed}\n")
    chosen = drawn(folders, schemata.mutants, listed, asked.seed)
    try:
        judgement = Judgement(root, schemata, chosen, folders)
    except TestsFail as failure:
        sys.stdout.write(f"mutants: none judged, the tests fail without any mutant: {failure}\n")
        return 2
    # Of single files there is no share of a folder to tell.
    told = [] if asked.files else folders
    lines, right = report.lines(judgement, chosen, schemata.mutants, listed, LIST)
    shares, above = report.shares(judgement, chosen, schemata.mutants, listed, told)
    sys.stdout.write("\n".join([*lines[:-1], *shares, lines[-1]]) + "\n")
    return 0 if right and above else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
