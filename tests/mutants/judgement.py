"""Every mutant before its judges: the unit tests of its folder, then, if it survives them, the closed loop."""

import sys
from functools import partial
from pathlib import Path

import pytest

from tests.mutants.folders import REVIEWED, Folder
from tests.mutants.forks import Ended
from tests.mutants.schemata import Mutant, Schemata
from tests.mutants.suite import Suite

# With more alive than that it is unit tests that are missing; the closed loop takes long.
LAST_MOST = 20


class Judgement:
    """What became of the mutants of these folders. Raises suite.TestsFail when the tests fail without any."""

    def __init__(self, root: Path, schemata: Schemata, mutants: list[Mutant], folders: list[Folder]):
        self.killed: set[int] = set()
        self.by_loop: list[Mutant] = []  # killed by the closed loop alone
        self.late: list[Mutant] = []  # killed by their time limit
        self.unasked: list[Mutant] = []  # not shown to the closed loop
        self.troubles: list[str] = []
        self._judged: set[int] = set()
        self._total = len(mutants)
        self._schemata = schemata
        units = {folder: Suite(root, folder.tests, in_process, by_hazard=folder in REVIEWED) for folder in folders}
        places = sorted({folder.last for folder in folders} - {""})
        last = {place: Suite(root, place, of_the_loop, by_hazard=True) for place in places}
        for at_import in (True, False):
            kind = [mutant for mutant in mutants if mutant.at_import is at_import]
            for folder, suite in units.items():
                self._ask(suite, [mutant for mutant in kind if folder.holds(mutant.file)])
            for place, suite in last.items():
                own = [mutant for mutant in kind if any(f.last == place and f.holds(mutant.file) for f in folders)]
                alive = [mutant for mutant in own if mutant.number not in self.killed]
                if len(alive) <= LAST_MOST:
                    self._ask(suite, alive, last=True)
                else:
                    self.unasked += alive
        show("")

    def _ask(self, suite: Suite, mutants: list[Mutant], last: bool = False) -> None:
        suite.judge(self._schemata, mutants, partial(self._note, last))

    def _note(self, last: bool, mutant: Mutant, end: Ended) -> None:
        self._judged.add(mutant.number)
        if end.trouble:
            self.troubles.append(f"{where(mutant)}: {end.trouble}")
        elif end.said or end.timed_out:
            self.killed.add(mutant.number)
            if last:
                self.by_loop.append(mutant)
            if end.timed_out:
                self.late.append(mutant)
        show(f"{len(self._judged)} of {self._total} mutants judged, {len(self._judged) - len(self.killed)} alive")


def in_process(item: pytest.Item) -> bool:
    """False for tests that need MicroPython: there the firmware runs in another process, where no mutant is."""
    return "micropython" not in getattr(item, "fixturenames", ())


def of_the_loop(item: pytest.Item) -> bool:
    """True for the runs of the closed loop in this process."""
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
