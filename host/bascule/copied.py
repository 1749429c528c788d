"""`bascule deploy --compiled`: the table's modules onto a Pico that runs stock MicroPython. A builder's way.

What is on the board is compared by digests that the board computes itself, before and after.
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Callable
from typing import Any

from bascule import arrival, modules, output, ports, raw_repl
from bascule.deploy import in_service, several
from bascule.errors import REFUSED, UNEXPECTED, Problem
from bascule.raw_repl import Board
from firmware.version import VERSION

_WHO = "import sys"
_IS = "(sys.platform, sys.implementation._machine, sys.implementation.version[:2], sys.implementation._mpy & 0xff)"
_PLATFORM, _CHIP, _LEAST = "rp2", "RP2040", (1, 25)
_ROOT = ""
# The table's own image, which runs what is frozen into it and no file.
_OURS = "Bascule"
_RESTART = "__import__('machine').reset()"
# The program starts with this file: it goes first and comes last, so that a half-copied program never starts.
_MAIN = "main.py"
_DOOR = (
    "A table in service shows no prompt. One that was copied so before does in maintenance: upright and with nobody on "
    "it, hold DOWN, UP and OK together while plugging it in. Any other Pico needs stock MicroPython first."
)

# Prints every file that matters as a literal with its SHA-256, folders with a slash behind and none.
_LIST = """\
import os, hashlib, binascii
def _digest(path):
    all = hashlib.sha256()
    piece = bytearray(1024)
    view = memoryview(piece)
    with open(path, "rb") as file:
        while True:
            n = file.readinto(piece)
            if not n:
                return binascii.hexlify(all.digest()).decode()
            all.update(view[:n])
def _walk(path):
    for entry in os.ilistdir(path):
        below = path + "/" + entry[0]
        if entry[1] & 0x4000:
            print(repr((below + "/", "")))
            _walk(below)
        else:
            print(repr((below, _digest(below))))
for _name in os.listdir(ROOT or "/"):
    if _name == "lib":
        print(repr((ROOT + "/lib/", "")))
        _walk(ROOT + "/lib")
    elif _name in ("boot.py", "main.py"):
        print(repr((ROOT + "/" + _name, _digest(ROOT + "/" + _name))))
"""


def run(port: str | None, agreed: Callable[[str], None]) -> dict[str, Any]:
    """Copy, compare, restart; the facts. Problem when anything on the board is not as it was sent."""
    wanted = modules.made()
    chosen = _chosen(port)
    try:
        with raw_repl.opened(chosen) as board:
            _judge(board, chosen)
            found = listed(board)
            gone = [path for path in found if path not in _places(wanted)]
            agreed(f"Bascule {VERSION} will be copied onto the Pico on {chosen}{_removing(gone)}.")
            written = brought(board, wanted, found)
            before = arrival.on_usb() - {chosen}
            board.leave(_RESTART)
    except Problem as problem:
        if problem.code == "NO_PROMPT":
            problem = in_service(chosen) or problem
            problem.hint = _DOOR
        raise problem from None
    return {
        "way": "compiled",
        "version": VERSION,
        "files": {path: _sha256(data) for path, data in sorted(wanted.items())},
        "sha256": digest(wanted),
        "written": written,
        "removed": gone,
        **arrival.awaited(port, before, VERSION),
    }


def digest(files: dict[str, bytes]) -> str:
    """One digest over all: that of the lines which sha256sum would print for them, by path."""
    lines = [f"{_sha256(data)}  {path}\n" for path, data in sorted(files.items())]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def listed(board: Board) -> dict[str, str]:
    """{path: SHA-256} of what is in the program's place on the board; folders end in a slash."""
    said = board.run(f"ROOT = {_ROOT!r}\n{_LIST}")
    entries = (ast.literal_eval(line) for line in said.splitlines() if line)
    return {path.removeprefix(f"{_ROOT}/"): sha256 for path, sha256 in entries}


def brought(board: Board, wanted: dict[str, bytes], found: dict[str, str]) -> list[str]:
    """Make the board hold exactly `wanted`; the paths written. Problem when its own digests say otherwise."""
    places = _places(wanted)
    written = [path for path, data in wanted.items() if found.get(path) != _sha256(data)]
    gone = [path for path in found if path not in places]
    if written or gone:
        written = [path for path in written if path != _MAIN] + [_MAIN]
        first = [_MAIN] if _MAIN in found else []
        for path in first + sorted(set(gone) - {_MAIN}, reverse=True):
            output.progress(f"removing {path}")
            do = "rmdir" if path.endswith("/") else "remove"
            board.run(f"import os\nos.{do}({_on_board(path.rstrip('/'))!r})")
    for path in sorted(places - found.keys()):
        if path.endswith("/"):
            board.run(f"import os\nos.mkdir({_on_board(path[:-1])!r})")
    for number, path in enumerate(written, 1):
        output.progress(f"copying {number} of {len(written)}: {path}")
        board.write(_on_board(path), wanted[path])
    _compare(listed(board), wanted)
    return written


def lines(facts: dict[str, Any]) -> list[str]:
    """The result in words."""
    return [
        f"copied   {len(facts['written'])} of {len(facts['files'])} files, the others were there; "
        f"{len(facts['removed'])} removed",
        f"sha256   {facts['sha256']} (of all files, computed on the board)",
        f"answers  table {facts['serial']} on {facts['port']}, firmware {facts['firmware']}",
        "note     a builder's way, not for a table that carries a person: docs/hardware/README.md says why",
    ]


def _chosen(port: str | None) -> str:
    found = [port] if port else sorted(arrival.on_usb())
    if len(found) > 1:
        raise several(found)
    return found[0] if found else ports.choose(None)


def _judge(board: Board, port: str) -> None:
    board.run(_WHO)
    platform, name, version, mpy = board.ask(_IS)
    if name.startswith(_OURS):
        text = f"{port} holds the table's image, which runs no copied modules; nothing was written"
        raise Problem(REFUSED, "HOLDS_IMAGE", text, "Leave --compiled out, or put stock MicroPython on it first.")
    if platform != _PLATFORM or _CHIP not in name:
        text = f"{port} is a {name}, not a Raspberry Pi Pico; nothing was written"
        raise Problem(REFUSED, "OTHER_BOARD", text, "docs/porting.md says what another board needs.")
    if version < _LEAST or mpy & 0xFF != modules.MPY:
        text = f"MicroPython {version[0]}.{version[1]} on {port} does not read these modules; nothing was written"
        raise Problem(REFUSED, "OTHER_MICROPYTHON", text, f"Put MicroPython {_LEAST[0]}.{_LEAST[1]} on it first.")


def _compare(found: dict[str, str], wanted: dict[str, bytes]) -> None:
    sent = {path: _sha256(data) for path, data in wanted.items()} | {p: "" for p in _places(wanted) if p.endswith("/")}
    wrong = sorted(path for path in found.keys() | sent.keys() if found.get(path) != sent.get(path))
    if wrong:
        text = f"what arrived is not what was sent: {', '.join(wrong)}"
        raise Problem(UNEXPECTED, "DIGEST", text, "Run it again; if it stays so, the board's flash is worn.")


def _places(wanted: dict[str, bytes]) -> set[str]:
    """The files and all their folders."""
    parts = [path.split("/") for path in wanted]
    folders = {"/".join(part[:deep]) + "/" for part in parts for deep in range(1, len(part))}
    return folders | wanted.keys()


def _on_board(path: str) -> str:
    return f"{_ROOT}/{path}"


def _removing(gone: list[str]) -> str:
    files = [path for path in gone if not path.endswith("/")]
    return f", and {', '.join(files)} removed from it" if files else ""


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
