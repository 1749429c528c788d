"""One session on CPython, and a copy of the process for each fault at each phase: the way there is travelled once."""

import os
import pickle
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hal.world.errors import WorldError
from tests.situations import phases
from tests.situations.copies import copied
from tests.situations.stand import Stand

_LONGEST_WALL_S = 60


class Snapshots:
    """run() plays cases (fault, phase, home) one after another, each in a forked copy of the session at its phase."""

    def __init__(self, run_case: Callable[[Any, Stand], str]):
        self._run_case = run_case

    def run(self, cases: list[Any]) -> list[tuple[Any, str]]:
        results: list[tuple[Any, str]] = []
        if not cases:
            return results
        with tempfile.TemporaryDirectory() as folder:
            stand = Stand("cpython", Path(folder))
            with stand.rig:
                try:
                    stand.set_up(phases.PROFILE, phases.LIMIT_DEG)
                    for phase in phases.PHASES:
                        phases.advance(stand, phase)
                        results += [(case, self._copy(case, stand)) for case in cases if case.phase == phase]
                except (TimeoutError, WorldError) as exc:
                    played = [case for case, _ in results]
                    results += [(case, f"no fault yet: {exc}") for case in cases if case not in played]
        return results

    def _copy(self, case: Any, stand: Stand) -> str:
        """The case's result from a copy of this process."""
        read_fd, write_fd = os.pipe()
        if copied(stand.rig.root, _LONGEST_WALL_S):
            try:
                os.write(write_fd, pickle.dumps(self._run_case(case, stand)))
            finally:
                os._exit(0)
        os.close(write_fd)
        with open(read_fd, "rb") as pipe:
            said = pipe.read()
        return pickle.loads(said) if said else f"no end within {_LONGEST_WALL_S} s"
