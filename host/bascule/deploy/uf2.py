"""An image of the table as a UF2 file: judged whole before anything is written anywhere."""

from __future__ import annotations

import hashlib
import json
import struct
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bascule import table_files
from bascule.errors import BAD_INPUT, Problem
from bascule.speech.told import Told, later
from hal.boards import BOARDS, Board, Flash
from hal.rp2.flash import trailer

_BLOCK = 512
_HEAD = struct.Struct("<8I")
_ADDRESS, _SIZE = 3, 4  # fields of a block's head
_START = (0x0A324655, 0x9E5D5157)
_END = (0x0AB16F30).to_bytes(4, "little")
_HAS_FAMILY = 0x2000
# The board's name, and the loop that is frozen into every table's image and into no other.
_MARKS = (b"Bascule table", b"firmware/executive.py")
# Nothing longer than what fills the largest flash is read at all.
_LARGEST = max(board.flash.size // board.flash.page for board in BOARDS) * _BLOCK
_ANOTHER_CHIP = later(
    "is for another chip than that of {boards}", boards=", ".join(f"{board.name} ({board.chip})" for board in BOARDS)
)

_HINT = later("Make one with `make image` in a checkout of Bascule, or get the file again from its source.")


@dataclass(frozen=True, slots=True)
class Image:
    """A UF2 file for a board, complete. `version` is empty where nothing beside the file tells it.

    `program` is the SHA-256 that the table will tell of itself.
    """

    path: Path
    data: bytes
    sha256: str
    version: str
    program: str
    board: Board


def built() -> Path | None:
    """The image that `make image` leaves in the checkout, if it has."""
    path = Path(table_files.folder()) / "build" / "image" / "bascule.uf2"
    return path if path.is_file() else None


def default() -> Path:
    """The same; Problem when there is none."""
    path = built()
    if path is None:
        text = later("no image was named, and none has been made here")
        raise Problem(
            BAD_INPUT, "NO_IMAGE", text, later("Run `make image` in a checkout of Bascule, or name a UF2 file.")
        )
    return path


def read(path: Path) -> Image:
    """The image in a file. Problem for one that cannot be read, is damaged, is not for this chip, or was exchanged."""
    try:
        size = path.stat().st_size
        if size > _LARGEST:
            raise _wrong(path, later("is larger than the flash of a Pico"))
        data = path.read_bytes()
    except OSError as failure:
        text = later("{path} cannot be read: {reason}", path=path, reason=failure.strerror)
        raise Problem(BAD_INPUT, "NO_IMAGE", text, later("Check the path.")) from failure
    board = _board(path, data)
    why = _fault(data, board)
    if why:
        raise _wrong(path, why)
    digest = hashlib.sha256(data).hexdigest()
    runs = hashlib.sha256(_program(data, board.flash)).hexdigest()
    return Image(path, data, digest, _version(path, digest), runs, board)


def _wrong(path: Path, why: Told) -> Problem:
    return Problem(BAD_INPUT, "WRONG_IMAGE", later("{path} {why}; nothing was written", path=path, why=why), _HINT)


def _board(path: Path, data: bytes) -> Board:
    """The board that the first block is for. Problem for what is no UF2 file, or for none of ours."""
    if len(data) < _BLOCK or _HEAD.unpack_from(data)[:2] != _START:
        raise _wrong(path, later("is not a UF2 file"))
    flags, family = _HEAD.unpack_from(data)[2], _HEAD.unpack_from(data)[7]
    for board in BOARDS:
        if flags & _HAS_FAMILY and family == board.uf2_family:
            return board
    raise _wrong(path, _ANOTHER_CHIP)


def _fault(data: bytes, board: Board) -> Told | None:
    """What is wrong with the bytes, or nothing."""
    if len(data) % _BLOCK:
        return later("is cut off in the middle of a block")
    count = len(data) // _BLOCK
    heads = [_HEAD.unpack_from(data, number * _BLOCK) for number in range(count)]
    for number, (start0, start1, flags, _, _, at, total, family) in enumerate(heads):
        if (start0, start1) != _START or data[(number + 1) * _BLOCK - len(_END) : (number + 1) * _BLOCK] != _END:
            return later("is damaged in block {number}", number=number)
        if not flags & _HAS_FAMILY or family != board.uf2_family:
            return _ANOTHER_CHIP
        if total != count or at != number:
            return later(
                "is not complete: it says {total} blocks and block {number} of {count} says {at}",
                total=total,
                number=number,
                count=count,
                at=at,
            )
    return _misplaced(data, heads, board.flash) or _rot(data, board.flash)


def _misplaced(data: bytes, heads: list[tuple[int, ...]], flash: Flash) -> Told | None:
    """Whether it is the firmware of a table, and goes where it belongs."""
    if not all(mark in _program(data, flash) for mark in _MARKS):
        return later("is not the firmware of a table")
    if heads[-1][_ADDRESS] != flash.trailer:
        return later(
            "lacks the last page, which tells the SHA-256 of its program: a table could not prove what it runs"
        )
    most = (flash.program_end - flash.start) // flash.page
    if len(heads) > most:
        return later("does not fit into the program's part of the flash, which holds {most} blocks", most=most)
    for number, place in enumerate(_places(len(heads), flash)):
        if (heads[number][_ADDRESS], heads[number][_SIZE]) != (place, flash.page):
            return later("does not fill the program's part of the flash from its start: block {number}", number=number)
    return None


def _rot(data: bytes, flash: Flash) -> Told | None:
    """Whether the program is the one that the last page tells."""
    program = _program(data, flash)
    if _page(data, len(data) - _BLOCK, flash) != trailer.page(len(program), hashlib.sha256(program).digest()):
        return later("is damaged: its program does not match its last page")
    return None


def _trailer_blocks(flash: Flash) -> int:
    """The trailer has a sector of its own, behind the program."""
    return flash.sector // flash.page


def _places(count: int, flash: Flash) -> list[int]:
    """Where each block must go: a program from the start, and behind it the trailer's sector."""
    behind = _trailer_blocks(flash)
    program = [flash.start + number * flash.page for number in range(count - behind)]
    return program + [flash.program_end + (number - behind) * flash.page for number in range(behind)][-count:]


def _program(data: bytes, flash: Flash) -> bytes:
    """What is in front of the trailer's sector."""
    return b"".join(_page(data, at, flash) for at in range(0, len(data) - _trailer_blocks(flash) * _BLOCK, _BLOCK))


def _page(data: bytes, at: int, flash: Flash) -> bytes:
    return data[at + _HEAD.size : at + _HEAD.size + flash.page]


def _version(path: Path, digest: str) -> str:
    """What `make image` wrote beside the file, if it is about this very file."""
    for beside in (path.with_suffix(".json"), path.parent / "image.json"):
        facts = None
        with suppress(OSError, ValueError):
            facts = json.loads(beside.read_text("utf-8"))
        if isinstance(facts, dict) and Path(str(facts.get("uf2", ""))).name == path.name:
            if facts.get("sha256") != digest:
                raise _wrong(path, later("is not the file that {name} beside it describes", name=beside.name))
            return str(facts.get("version", ""))
    return ""
