"""A project of its own for the mutants' tool: a planted file of firmware and the tests that judge it."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.source import ROOT

_ALWAYS = {
    "pyproject.toml": '[tool.pytest.ini_options]\npythonpath = ["."]\naddopts = ["--import-mode=importlib"]\n',
    "firmware/__init__.py": "",
}


def mutated(folder: Path, files: dict[str, str], *options: str) -> tuple[int, list[str]]:
    """The tool's exit code and lines, on a project with these files."""
    for name, text in {**_ALWAYS, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.mutants", *options]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.stderr == ""  # progress is for terminals
    return done.returncode, done.stdout.splitlines()
