"""An image of the table as a UF2 file: judged whole before anything is written anywhere."""

from __future__ import annotations

import hashlib
import json
import struct
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from bascule import table_files
from bascule.errors import BAD_INPUT, Problem
from hal.rp2 import trailer

_BLOCK = 512
_HEAD = struct.Struct("<8I")
_ADDRESS, _SIZE = 3, 4  # fields of a block's head
_START = (0x0A324655, 0x9E5D5157)
_END = (0x0AB16F30).to_bytes(4, "little")
_HAS_FAMILY = 0x2000
_RP2040 = 0xE48BFF56
_PAYLOAD = trailer.BYTES
# The program's part of the Pico's flash, the trailer's sector at its end; behind it lie the people's files.
_MOST_BLOCKS = (trailer.END - trailer.FLASH) // _PAYLOAD
_TRAILER = range(trailer.END - trailer.SECTOR, trailer.END, _PAYLOAD)
# The board's name, and the loop that is frozen into every table's image and into no other.
_MARKS = (b"Bascule table", b"firmware/executive.py")
# Nothing longer than what fills a Pico's whole flash of 2 MB is read at all.
_LARGEST = 2 * 1024 * 1024 // _PAYLOAD * _BLOCK
# Digits of a digest that people compare.
_SHORT = 16

_HINT = "Make one with `make image` in a checkout of Bascule, or take the file again from where it came."


class Image(NamedTuple):
    """A UF2 file for the RP2040, complete. `version` is empty where nothing beside the file tells it.

    `program` is the SHA-256 that the table will tell of itself.
    """

    path: Path
    data: bytes
    sha256: str
    version: str
    program: str


def built() -> Path | None:
    """The image that `make image` leaves in the checkout, if it has."""
    path = Path(table_files.folder()) / "build" / "image" / "bascule.uf2"
    return path if path.is_file() else None


def default() -> Path:
    """The same; Problem when there is none."""
    path = built()
    if path is None:
        text = "no image is named, and none has been made here"
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
    why = _fault(data)
    if why:
        raise _wrong(path, why)
    digest = hashlib.sha256(data).hexdigest()
    return Image(path, data, digest, _version(path, digest), hashlib.sha256(_program(data)).hexdigest())


def short(digest: str) -> str:
    """As much of a digest as people compare."""
    return digest[:_SHORT]


def _wrong(path: Path, why: str) -> Problem:
    return Problem(BAD_INPUT, "WRONG_IMAGE", f"{path} {why}; nothing was written", _HINT)


def _fault(data: bytes) -> str:
    """What is wrong with the bytes, or nothing."""
    if len(data) < _BLOCK or _HEAD.unpack_from(data)[:2] != _START:
        return "is no UF2 file"
    if len(data) % _BLOCK:
        return "is cut off in the middle of a block"
    count = len(data) // _BLOCK
    heads = [_HEAD.unpack_from(data, number * _BLOCK) for number in range(count)]
    for number, (start0, start1, flags, _, _, at, total, family) in enumerate(heads):
        if (start0, start1) != _START or data[(number + 1) * _BLOCK - len(_END) : (number + 1) * _BLOCK] != _END:
            return f"is damaged in block {number}"
        if not flags & _HAS_FAMILY or family != _RP2040:
            return "is for another chip than the RP2040 of a Raspberry Pi Pico"
        if total != count or at != number:
            return f"is not complete: it says {total} blocks and block {number} of {count} says {at}"
    if not all(mark in _program(data) for mark in _MARKS):
        return "is no firmware of a table"
    places = [head[_ADDRESS] for head in heads]
    if places[-1] != trailer.ADDRESS:
        return "lacks the last page, which tells the SHA-256 of its program: a table could not prove what it runs"
    if count > _MOST_BLOCKS:
        return f"does not fit into the program's part of the flash, which holds {_MOST_BLOCKS} blocks"
    for number, place in enumerate(_places(count)):
        if (places[number], heads[number][_SIZE]) != (place, _PAYLOAD):
            return f"does not fill the program's part of the flash from its start: block {number}"
    return _rot(data)


def _rot(data: bytes) -> str:
    """Whether the program is the one that the last page tells."""
    program = _program(data)
    if _page(data, len(data) - _BLOCK) != trailer.page(len(program), hashlib.sha256(program).digest()):
        return "is damaged: its program is not the one that its last page tells"
    return ""


def _places(count: int) -> list[int]:
    """Where each block must go: a program from the start, and behind it the trailer's sector."""
    return [trailer.FLASH + number * _PAYLOAD for number in range(count - len(_TRAILER))] + list(_TRAILER)[-count:]


def _program(data: bytes) -> bytes:
    """What is in front of the trailer's sector."""
    return b"".join(_page(data, at) for at in range(0, len(data) - len(_TRAILER) * _BLOCK, _BLOCK))


def _page(data: bytes, at: int) -> bytes:
    return data[at + _HEAD.size : at + _HEAD.size + _PAYLOAD]


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
