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
from hal.boards import BOARDS, Board, Flash
from hal.rp2.flash import trailer

_BLOCK = 512
_HEAD = struct.Struct("<8I")
_START = (0x0A324655, 0x9E5D5157)
_END = (0x0AB16F30).to_bytes(4, "little")
_HAS_FAMILY = 0x2000
# The board's name, and the loop that is frozen into every table's image and into no other.
_MARKS = (b"Bascule table", b"firmware/executive.py")
# A block of 512 bytes carries 256: nothing longer than what fills the largest flash is read at all.
_LARGEST = 2 * max(board.flash.size for board in BOARDS)
_ANOTHER_CHIP = f"is for another chip than {' or '.join(f'the {board.chip} of a {board.name}' for board in BOARDS)}"

_HINT = "Make one with `make image` in a checkout of Bascule, or get the file again from its source."


@dataclass(frozen=True, slots=True)
class Image:
    """A UF2 file for a board, complete. `version` is empty where nothing beside the file tells it.

    `program` is the SHA-256 that the table will tell of itself; empty for an image of before there was a trailer.
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
        text = "no image was named, and none has been made here"
        raise Problem(BAD_INPUT, "NO_IMAGE", text, "Run `make image` in a checkout of Bascule, or name a UF2 file.")
    return path


def read(path: Path) -> Image:
    """The image in a file. Problem for one that cannot be read, is damaged, is not for this chip, or was exchanged."""
    try:
        size = path.stat().st_size
        if size > _LARGEST:
            raise _wrong(path, "is larger than the flash of a Pico")
        data = path.read_bytes()
    except OSError as failure:
        text = f"{path} cannot be read: {failure.strerror}"
        raise Problem(BAD_INPUT, "NO_IMAGE", text, "Check the path.") from failure
    board = _board(path, data)
    why = _fault(data, board)
    if why:
        raise _wrong(path, why)
    program, told = _parts(data, board)
    if told not in (b"", trailer.page(len(program), hashlib.sha256(program).digest())):
        raise _wrong(path, "is damaged: its program does not match its last page")
    digest = hashlib.sha256(data).hexdigest()
    runs = hashlib.sha256(program).hexdigest() if told else ""
    return Image(path, data, digest, _version(path, digest), runs, board)


def _wrong(path: Path, why: str) -> Problem:
    return Problem(BAD_INPUT, "WRONG_IMAGE", f"{path} {why}; nothing was written", _HINT)


def _board(path: Path, data: bytes) -> Board:
    """The board that the first block is for. Problem for what is no UF2 file, or for none of ours."""
    if len(data) < _BLOCK or _HEAD.unpack_from(data)[:2] != _START:
        raise _wrong(path, "is not a UF2 file")
    flags, family = _HEAD.unpack_from(data)[2], _HEAD.unpack_from(data)[7]
    for board in BOARDS:
        if flags & _HAS_FAMILY and family == board.uf2_family:
            return board
    raise _wrong(path, _ANOTHER_CHIP)


def _fault(data: bytes, board: Board) -> str:
    """What is wrong with the bytes, or nothing."""
    if len(data) % _BLOCK:
        return "is cut off in the middle of a block"
    flash = board.flash
    places = _places(data, flash)
    count = len(places)
    for number, place in enumerate(places):
        block = data[number * _BLOCK : (number + 1) * _BLOCK]
        start0, start1, flags, address, size, at, total, family = _HEAD.unpack_from(block)
        if (start0, start1) != _START or block[-4:] != _END:
            return f"is damaged in block {number}"
        if not flags & _HAS_FAMILY or family != board.uf2_family:
            return _ANOTHER_CHIP
        if total != count or at != number:
            return f"is not complete: it says {total} blocks and block {number} of {count} says {at}"
        if size != flash.page or address != place or not flash.start <= address < flash.program_end:
            return f"does not fill the program's part of the flash from its start: block {number}"
    program, _ = _parts(data, board)
    if not all(mark in program for mark in _MARKS):
        return "is not the firmware of a table"
    return ""


def _trailer_blocks(data: bytes, flash: Flash) -> int:
    """How many blocks at the end are the trailer's sector; 0 when the last one is no trailer's."""
    proven = _HEAD.unpack_from(data, len(data) - _BLOCK)[3] == flash.trailer
    return flash.sector // flash.page if proven else 0


def _places(data: bytes, flash: Flash) -> list[int]:
    """Where each block must go: a program from the start, and behind it the trailer's sector, if there is one."""
    count = len(data) // _BLOCK
    apart = _trailer_blocks(data, flash)
    program = [flash.start + number * flash.page for number in range(count - apart)]
    return program + [flash.program_end + (number - apart) * flash.page for number in range(apart)][-count:]


def _parts(data: bytes, board: Board) -> tuple[bytes, bytes]:
    """The program, and the trailer or nothing."""
    flash = board.flash
    pages = [data[at + _HEAD.size : at + _HEAD.size + flash.page] for at in range(0, len(data), _BLOCK)]
    apart = _trailer_blocks(data, flash)
    return (b"".join(pages[:-apart]), pages[-1]) if apart else (b"".join(pages), b"")


def _version(path: Path, digest: str) -> str:
    """What `make image` wrote beside the file, if it is about this very file."""
    for beside in (path.with_suffix(".json"), path.parent / "image.json"):
        facts = None
        with suppress(OSError, ValueError):
            facts = json.loads(beside.read_text("utf-8"))
        if isinstance(facts, dict) and Path(str(facts.get("uf2", ""))).name == path.name:
            if facts.get("sha256") != digest:
                raise _wrong(path, f"is not the file that {beside.name} beside it describes")
            return str(facts.get("version", ""))
    return ""
