"""Tests as judges of mutants: for each mutant a forked child runs them until the first one fails.

Most mutants meet tests that were loaded once. A mutant that acts while modules load needs tests loaded after it: that
costs a load, and it must be judged before this process has loaded any.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.mutants import forks, session
from tests.mutants.schemata import Mutant, Schemata

Tell = Callable[[Mutant, forks.Ended], None]

_BASE_CPU_S = 1.0
_PATIENCE = 3  # a mutant may take this many times as long as the tests need without one
_FAR = 10**6
_HAZARD = re.compile(r"[_\[]h\d\d_")


class TestsFail(Exception):
    """The tests fail, or there are none, without any mutant."""


class Suite:
    """The tests at place for which keep(item) is true; with no such place, no test and no kill."""

    def __init__(self, root: Path, place: str, keep: Callable[[pytest.Item], bool] = lambda item: True):
        self.place = place
        self._path = root / place
        self._root = root
        self._keep = keep
        self._seconds: dict[str, float] = {}
        self._kills: dict[str, list[tuple[str, int]]] = defaultdict(list)  # test -> (file, line) of what it killed

    def judge(self, schemata: Schemata, mutants: list[Mutant], tell: Tell) -> None:
        """Tell how each mutant ended: it says which test failed first, or nothing when it lives.

        The mutants are all of one kind: those that act while modules load, or the others. Raises TestsFail.
        """
        if mutants and self._path.exists():
            (self._judge_loading if mutants[0].at_import else self._judge_loaded)(schemata, mutants, tell)

    def _judge_loading(self, schemata, mutants, tell):
        def time(_):
            turn = self._run(session.Turn(self._keep))
            return json.dumps([turn.failed, turn.seconds])

        ((_, end),) = forks.each([None], time, 3600.0)
        failed, seconds = json.loads(end.said) if end.said else (end.trouble, {})
        self._passed(failed, seconds)
        self._judge(schemata, mutants, tell, lambda order: self._run(session.Turn(self._keep, order)).failed)

    def _judge_loaded(self, schemata, mutants, tell):
        def judge(turn):
            self._seconds = dict(turn.seconds)
            self._judge(schemata, mutants, tell, turn.again)

        turn = self._run(session.Loaded(self._keep, judge))
        self._passed(turn.failed, turn.seconds)

    def _judge(self, schemata, mutants, tell, run):
        def child(mutant):
            schemata.activate(mutant.number)
            return run(lambda items: self._in_turn(mutant, items))

        cpu_s = _BASE_CPU_S + _PATIENCE * sum(self._seconds.values())
        for mutant, end in forks.each(mutants, child, cpu_s):
            if end.said:
                self._kills[end.said].append((mutant.file, mutant.line))
            tell(mutant, end)

    def _in_turn(self, mutant, items):
        """The tests that may kill the mutant: first those that killed on lines near it, then the quick ones."""

        def rank(item):
            lines = [line for file, line in self._kills[item.nodeid] if file == mutant.file]
            return min((abs(mutant.line - line) for line in lines), default=_FAR), self._seconds.get(item.nodeid, 0.0)

        # A check that can be deleted must have a test whose name says which hazard came back.
        wanted = [item for item in items if mutant.operator != "check deleted" or _HAZARD.search(item.nodeid)]
        return sorted(wanted, key=rank)

    def _run(self, plugin):
        session.run(self._root, self._path, plugin)
        return plugin

    def _passed(self, failed, seconds):
        if failed or not seconds:
            raise TestsFail(failed or f"there is no test in {self.place}")
        self._seconds = seconds
