"""The coverage tool on a small project: what never runs is named by line and branch."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.judges
ROOT = Path(__file__).resolve().parents[3]

SOURCE = """LIMIT = 3


def within(value):
    if value > LIMIT:
        return False
    return True


def more(value):
    for number in range(value):
        if number:
            break
    return value
"""
HALF = "from firmware.safety.planted import more, within\n\n\ndef test_half():\n    assert within(1) and more(2)\n"
WHOLE = HALF + "    assert not within(4) and more(1)\n"


def run(folder: Path, tests: str) -> tuple[int, list[str]]:
    """The tool's exit code and lines."""
    files = {
        "pyproject.toml": '[tool.pytest.ini_options]\npythonpath = ["."]\naddopts = ["--import-mode=importlib"]\n',
        "firmware/__init__.py": "",
        "firmware/safety/__init__.py": "",
        "firmware/safety/planted.py": SOURCE,
        "tests/safety/test_planted.py": tests,
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.mutants.covered"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


def test_what_never_runs_is_named(tmp_path: Path):
    assert run(tmp_path, HALF) == (
        1,
        [
            "firmware/safety/planted.py:6 never runs",
            "firmware/safety/planted.py:5 never goes on to line 6",
            "firmware/safety/planted.py:11 never goes on to line 14",
            "coverage: 81.2 % of 10 lines and 6 branches of firmware/safety",
        ],
    )


def test_when_everything_runs_it_says_so(tmp_path: Path):
    assert run(tmp_path, WHOLE) == (0, ["coverage: 100 % of 10 lines and 6 branches of firmware/safety"])


def test_tests_that_fail_measure_nothing(tmp_path: Path):
    code, lines = run(tmp_path, HALF + "    assert within(4)\n")
    assert (code, lines) == (1, ["coverage: not measured, the tests fail: tests/safety/test_planted.py::test_half"])
