"""Situations on CPython that begin alike, played together: what they share is lived through once.

All hands do the same until two scripts differ, or until the fault of one comes: there the process is copied, and the
copy goes on with that one alone, from the middle of whatever step it was in. A copy sees no other's faults, so each
situation is the run that it would be by itself; test_together.py compares them.
"""

import os
import pickle
import tempfile
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.situations.copies import copied
from tests.situations.play import Play
from tests.situations.situation import Situation, Trigger

_LONGEST_WALL_S = 120


def alike(situation: Situation) -> str:
    """Equal for situations that begin alike. A benign one has parts of its own, so it is like no other."""
    early = [(trigger.fault, trigger.for_s) for trigger in situation.early]
    where = situation.start_deg, early
    table = situation.imu, situation.worst_sensor, situation.name if situation.benign else ""
    return repr((situation.profile, situation.limit_deg, situation.person(), table, where))


def play_together(situations: Sequence[Situation], start_ms: int) -> dict[str, list[str]]:
    """By name, what did not hold in each. They begin alike; the clock of the table at start_ms."""
    with tempfile.TemporaryDirectory() as folder:
        ends = Path(folder, "ends")
        ends.mkdir()
        Together(situations, Path(folder, "state"), start_ms, ends).run()
        return {one.name: _said(ends / one.name) for one in situations}


def _said(path):
    return pickle.loads(path.read_bytes()) if path.exists() else [f"no end within {_LONGEST_WALL_S} s"]


class Together(Play):
    """run() plays those that are still together, of which `situation` is the first, and writes down how each ends."""

    def __init__(self, situations: Sequence[Situation], folder: Path, start_ms: int, ends: Path):
        super().__init__(situations[0], "cpython", folder, start_ms)
        self._members = list(situations)
        self._ends = ends
        self._copied = False
        # By name: the faults that are still to come, and the question whether the moment of each has come.
        self._coming: dict[str, list[tuple[Callable[[], bool], Trigger]]] = {}

    def run(self) -> list[str]:
        with self.rig:
            try:
                self._end(self._play())
            except BaseException:
                if not self._copied:
                    raise
                # No copy may go on as if it were the process that was copied.
                self._end([traceback.format_exc()])
        return []

    def _turn(self, at: int) -> bool:
        """Part from those who go another way now; whether there is another line to do."""
        line = _line(self.situation, at)
        while others := [
            one for one in self._members if one is not self.situation and (not line or _line(one, at) != line)
        ]:
            self._part(others)
            line = _line(self.situation, at)
        return bool(line)

    def _plan(self) -> None:
        for one in self._members:
            self._coming[one.name] = [(trigger.when(self), trigger) for trigger in one.faults if trigger.when]
        self.rig.each_step(self._look)

    def _look(self) -> None:
        """The faults whose moment has come; the first fault of one that is not alone makes it leave."""
        for one in self._members.copy():
            coming = self._coming[one.name] if one in self._members else []
            for question in coming.copy():
                when, trigger = question
                if not when():
                    continue
                if len(self._members) > 1 and not self._part([one]):
                    break
                coming.remove(question)
                undo = self.rig.break_(trigger.fault)
                if trigger.for_s is not None:
                    self.rig.later(trigger.for_s, undo)

    def _part(self, leaving: list[Situation]) -> bool:
        """Those who leave are played to their ends by a copy of this process. True in the copy, False here."""
        left = copied(self.rig.root, _LONGEST_WALL_S)
        self._copied = self._copied or left
        self._members = [one for one in self._members if (one in leaving) is left]
        self.situation = self._members[0]
        return left

    def _end(self, problems: list[str]) -> None:
        for one in self._members:
            (self._ends / one.name).write_bytes(pickle.dumps(problems))
        if self._copied:
            os._exit(0)


def _line(situation, at):
    """What the script says there; "" when it has ended."""
    return situation.script[at][0] if at < len(situation.script) else ""
