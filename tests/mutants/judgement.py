"""Every mutant before its judges: the unit tests of its package, then, if it survives them, the closed loop."""

import sys
from functools import partial
from pathlib import Path

import pytest

from tests.mutants.forks import Ended
from tests.mutants.schemata import Mutant, Schemata
from tests.mutants.suite import Suite

# What is mutated, and the tests that judge it.
PACKAGES = {"firmware/safety": "tests/safety", "firmware/screening": "tests/screening"}
CLOSED_LOOP = "tests/loop"
# With more alive than that it is unit tests that are missing; the closed loop takes long.
CLOSED_LOOP_MOST = 20


class Judgement:
    """What became of the mutants. Raises suite.TestsFail when the tests fail without any."""

    def __init__(self, root: Path, schemata: Schemata):
        self.killed: set[int] = set()
        self.by_loop: list[Mutant] = []  # killed by the closed loop alone
        self.late: list[Mutant] = []  # killed by their time limit
        self.unasked: list[Mutant] = []  # not shown to the closed loop
        self.troubles: list[str] = []
        self._judged: set[int] = set()
        self._total = len(schemata.mutants)
        units = {package: Suite(root, tests) for package, tests in PACKAGES.items()}
        loop = Suite(root, CLOSED_LOOP, in_process)
        for at_import in (True, False):
            mutants = [mutant for mutant in schemata.mutants if mutant.at_import is at_import]
            for package, suite in units.items():
                own = [mutant for mutant in mutants if mutant.file.startswith(f"{package}/")]
                suite.judge(schemata, own, partial(self._note, suite))
            alive = [mutant for mutant in mutants if mutant.number not in self.killed]
            if len(alive) <= CLOSED_LOOP_MOST:
                loop.judge(schemata, alive, partial(self._note, loop))
            else:
                self.unasked += alive
        show("")

    def _note(self, suite: Suite, mutant: Mutant, end: Ended) -> None:
        self._judged.add(mutant.number)
        if end.trouble:
            self.troubles.append(f"{where(mutant)}: {end.trouble}")
        elif end.said or end.timed_out:
            self.killed.add(mutant.number)
            if suite.place == CLOSED_LOOP:
                self.by_loop.append(mutant)
            if end.timed_out:
                self.late.append(mutant)
        show(f"{len(self._judged)} of {self._total} mutants judged, {len(self._judged) - len(self.killed)} alive")


def in_process(item: pytest.Item) -> bool:
    """False for tests of the MicroPython home: there the firmware runs in another process, where no mutant is."""
    callspec = getattr(item, "callspec", None)
    return callspec is not None and callspec.params.get("home") == "cpython"


def where(mutant: Mutant) -> str:
    """The place of a mutant, for people."""
    return f"{mutant.file}:{mutant.line} {mutant.place or 'module'}, {mutant.operator}"


def show(text: str) -> None:
    """Progress, on a terminal and nowhere else."""
    terminal = sys.__stderr__  # sys.stderr itself is silenced while tests run
    if terminal is not None and terminal.isatty():
        terminal.write(f"\r\x1b[K{text}")
        terminal.flush()
