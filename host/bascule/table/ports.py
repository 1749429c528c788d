"""Which tables are there: USB serial ports and simulated tables that are running."""

from __future__ import annotations

import itertools
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Annotated

from bascule.errors import BAD_INPUT, NO_TABLE, UNEXPECTED, Problem
from bascule.speech.spoken import say
from bascule.speech.told import later
from hal.boards import BOARDS

# How a table is connected, as programs name it and people.
_KINDS = {"usb": later("usb"), "simulated": later("simulated")}
_KNOWN_USB = {board.usb for board in BOARDS}


@dataclass(frozen=True, order=True, slots=True)
class Found:
    """A table that could be opened."""

    port: Annotated[str, "What to give as --port."]
    kind: Annotated[str, "`usb` or `simulated`."]
    serial: Annotated[str, "Serial number that it shows without being opened; may be empty."]

    def words(self) -> str:
        """One line for a person."""
        kind = say(_KINDS[self.kind])
        return f"{self.port} ({kind}{', ' + self.serial if self.serial else ''})"


def found() -> list[Found]:
    """All tables, USB first."""
    from bascule.table.cable import usb_ports

    on_usb = [Found(port.device, "usb", port.serial) for port in usb_ports() if (port.vid, port.pid) in _KNOWN_USB]
    return sorted(on_usb) + sorted(_simulated())


def choose(port: str | None) -> str:
    """`port` if given, else the only table there is. None or several is a Problem, never a guess."""
    if port:
        return port
    tables = found()
    if not tables:
        hint = later("Plug the table in, start one with `bascule sim`, or name the port with -p.")
        raise Problem(NO_TABLE, "NO_TABLE", later("no table was found"), hint)
    if len(tables) > 1:
        listed = ", ".join(table.words() for table in tables)
        hint = later("Say which one: -p {port}", port=tables[0].port)
        raise Problem(
            BAD_INPUT,
            "SEVERAL_TABLES",
            later("{count} tables were found: {listed}", count=len(tables), listed=listed),
            hint,
        )
    return tables[0].port


@contextmanager
def announced(port: str) -> Iterator[str]:
    """While this holds, other runs of the tool on this machine find the simulated table on `port`.

    Gives the serial that it is to have: SIM-0001, or the next that no other on this machine has.
    """
    place = make_folder()
    file, held = _reserved(place)
    try:
        json.dump({"port": port, "serial": file.stem}, held)
        held.flush()
        yield file.stem
    finally:
        _given_up(file, held)


def make_folder() -> Path:
    """The folder in which this user's programs find each other, made where it is not. Problem if it is not ours."""
    place = folder()
    place.mkdir(mode=0o700, exist_ok=True)
    if not ours(place):
        hint = later("Set TMPDIR to a folder of your own.")
        raise Problem(UNEXPECTED, "NOT_OUR_FOLDER", later("{place} belongs to another user", place=place), hint)
    return place


def folder() -> Path:
    """Where that folder is."""
    user = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
    return Path(tempfile.gettempdir()) / f"bascule-{user}"


def _simulated() -> list[Found]:
    """Announced tables whose process lives; files of other users, torn and left-over ones are passed over."""
    tables = []
    for file in folder().glob("*.json"):
        with suppress(OSError, ValueError, KeyError, TypeError):
            if ours(file) and _held(file):
                said = json.loads(file.read_text(encoding="utf-8"))
                tables.append(Found(str(said["port"]), "simulated", str(said["serial"])))
    return tables


def ours(file: Path) -> bool:
    """Whether it is there and belongs to this user."""
    try:
        return not hasattr(os, "getuid") or file.lstat().st_uid == os.getuid()
    except OSError:
        return False


def _reserved(place: Path) -> tuple[Path, IO[str]]:
    """The first file SIM-N.json that no process holds, open and held by this one."""
    for number in itertools.count(1):
        file = place / f"SIM-{number:04}.json"
        held = _taken(file)
        if held is not None:
            return file, held
    raise AssertionError


def _taken(file: Path) -> IO[str] | None:
    if os.name == "nt":
        with suppress(OSError):
            file.unlink()
        try:
            return file.open("x", encoding="utf-8")
        except OSError:
            return None
    import fcntl

    held = file.open("a", encoding="utf-8")
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # Whoever had it before may have removed it between the two.
        if os.path.samestat(os.fstat(held.fileno()), file.stat()):
            held.truncate(0)
            return held
    except OSError:
        pass
    held.close()
    return None


def _given_up(file: Path, held: IO[str]) -> None:
    """Removed while it is still held, so that nobody else's is; Windows removes no file that is open."""
    if os.name != "nt":
        file.unlink(missing_ok=True)
    held.close()
    if os.name == "nt":
        with suppress(OSError):
            file.unlink()


def _held(file: Path) -> bool:
    """Whether the process that wrote `file` still runs. A process number would not do: it is used again."""
    if os.name == "nt":
        # A file that is open cannot be removed there: one that can be was left behind.
        try:
            file.unlink()
        except OSError:
            return True
        return False
    import fcntl

    with file.open() as other:
        try:
            fcntl.flock(other, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
