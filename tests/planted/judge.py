"""A copy of the project in which one mistake at a time is made, and the tests that are asked whether they notice."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.planted.mistakes import Mistake

# What a copy does without: fetched, made, or remembered.
_LEFT = shutil.ignore_patterns(".git", ".venv", "build", "dist", "__pycache__", ".hypothesis", ".*_cache")
_PATIENCE_S = 400.0

# What `make test` plays: a mistake that only a long test notices passes a hundred changes before `make check`.
_FAST = "not long and not judges and not proof and not browser"

# What pytest's exit codes say.
_PASSED, _FAILED = 0, 1


class Judged(NamedTuple):
    """by: the first test that failed; trouble: why nothing can be said, as a mistake that does not even load."""

    by: str
    trouble: str
    seconds: float


class Copy:
    """The project as it stands, in a folder of its own, run by the Python that runs this."""

    def __init__(self, root: Path, place: Path, core: int = 0):
        self._place = place
        self._core = core
        self._changes = 0
        shutil.copytree(root, place, ignore=_LEFT)
        (place / "build").mkdir()
        for made in (root / "build").glob("*"):
            if made.name != "pycache":
                (place / "build" / made.name).symlink_to(made)
        (place / ".venv").symlink_to(root / ".venv")

    @contextmanager
    def holding(self, mistake: Mistake) -> Iterator[None]:
        """The copy with this mistake in it."""
        path = self._place / mistake.file
        sound = path.read_text("utf-8")
        self._write(path, sound.replace(mistake.before, mistake.after))
        try:
            yield
        finally:
            self._write(path, sound)

    def _write(self, path, text):
        path.write_text(text, "utf-8")
        # Python takes a file of the same second and size for the one that it has compiled.
        self._changes += 1
        os.utime(path, (time.time() + self._changes, time.time() + self._changes))

    def ask(self, *tests: str) -> Judged:
        """Run these tests until one fails."""
        began = time.monotonic()
        options = ["-q", "-x", "-rf", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", _FAST]
        folders = os.pathsep.join(str(self._place / folder) for folder in (".", "host"))
        environment = {**os.environ, "PYTHONPATH": folders}
        # What Python compiled of itself and of the libraries lies beside them: no copy does it again.
        environment.pop("PYTHONPYCACHEPREFIX", None)
        # Which of the cores is its own (tests/conftest.py).
        environment["PYTEST_XDIST_WORKER"] = f"gw{self._core}"
        process = subprocess.Popen(
            [sys.executable, "-m", "pytest", *options, *tests],
            cwd=self._place, env=environment, start_new_session=True, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            said, _ = process.communicate(timeout=_PATIENCE_S)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            said, _ = process.communicate()
            return Judged("", f"no end after {_PATIENCE_S:.0f} s", time.monotonic() - began)
        seconds = time.monotonic() - began
        failed = [line.split()[1] for line in said.splitlines() if line.startswith("FAILED ")]
        if process.returncode == _PASSED:
            return Judged("", "", seconds)
        if process.returncode == _FAILED and failed:
            return Judged(failed[0], "", seconds)
        return Judged("", said.strip().splitlines()[-1] if said.strip() else f"exit {process.returncode}", seconds)
