"""Tests as judges of mutants: for each mutant a forked child runs them until the first one fails.

Most mutants meet tests that were loaded once. A mutant that acts while modules load needs tests loaded after it: that
costs a load, and it must be judged before this process has loaded any. The files of tests that name its module are
loaded first, for most mutants need no others.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.mutants import forks, session
from tests.mutants.schemata import Mutant, Schemata, module

Tell = Callable[[Mutant, forks.Ended], None]

_BASE_CPU_S = 2.0  # for a test, and for loading them: what a fixture makes once may fall to any of its tests
_PATIENCE = 3  # with a mutant a test may take this many times as long as it needs without one
_LOAD_CPU_S = 30.0
_FAR = 10**6
_HAZARD = re.compile(r"[_\[]h\d\d_")


class TestsFail(Exception):
    """The tests fail, or there are none, without any mutant."""


class Suite:
    """The tests at place for which keep(item) is true; with no such place, no test and no kill.

    by_hazard: a check that can be deleted must have a test whose name says which hazard came back.
    """

    def __init__(
        self, root: Path, place: str, keep: Callable[[pytest.Item], bool] = lambda item: True, by_hazard: bool = False
    ):
        self.place = place
        self._by_hazard = by_hazard
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
            turn = self._run([self._path], session.Turn(self._keep))
            return json.dumps([turn.failed, turn.seconds])

        ((_, end),) = forks.each([None], time, 3600.0)
        failed, seconds = json.loads(end.said) if end.said else (end.trouble, {})
        self._passed(failed, seconds)

        def judge(mutant, order):
            for paths in (self._near(mutant), [self._path]):
                turn = session.Turn(self._keep, order, self._most_cpu_s)
                if paths and self._run(paths, turn).failed:
                    return turn.failed
            return ""

        self._judge(schemata, mutants, tell, judge)

    def _judge_loaded(self, schemata, mutants, tell):
        def use(turn):
            self._seconds = self._seconds or dict(turn.seconds)
            turn.most_cpu_s = self._most_cpu_s
            self._judge(schemata, mutants, tell, lambda mutant, order: turn.again(order))

        turn = self._run([self._path], session.Loaded(self._keep, use, bool(self._seconds)))
        self._passed(turn.failed, self._seconds or turn.seconds)

    def _judge(self, schemata, mutants, tell, run):
        def child(mutant):
            if not schemata.activate(mutant.number):
                return f"loading {mutant.file}"
            return run(mutant, lambda items: self._in_turn(mutant, items))

        for mutant, end in forks.each(mutants, child, _LOAD_CPU_S):
            if end.said:
                self._kills[end.said].append((mutant.file, mutant.line))
            tell(mutant, end)

    def _most_cpu_s(self, item):
        return _BASE_CPU_S + _PATIENCE * self._seconds.get(item.nodeid, 0.0)

    def _near(self, mutant):
        """The files of tests that name the module of the mutant."""
        named = re.compile(rf"\b{module(mutant.file).rpartition('.')[2]}\b")
        return [path for path in sorted(self._path.rglob("test_*.py")) if named.search(path.read_text("utf-8"))]

    def _in_turn(self, mutant, items):
        """The tests that may kill the mutant: first those that killed on lines near it, then those of files that name
        its module, and of these the quick ones."""
        near = set(self._near(mutant))

        def rank(item):
            lines = [line for file, line in self._kills[item.nodeid] if file == mutant.file]
            distance = min((abs(mutant.line - line) for line in lines), default=_FAR)
            return distance, item.path not in near, self._seconds.get(item.nodeid, 0.0)

        named = self._by_hazard and mutant.operator == "check deleted"
        return sorted([item for item in items if not named or _HAZARD.search(item.nodeid)], key=rank)

    def _run(self, paths, plugin):
        session.run(self._root, paths, plugin)
        return plugin

    def _passed(self, failed, seconds):
        if failed or not seconds:
            raise TestsFail(failed or f"there is no test in {self.place}")
        self._seconds = seconds
