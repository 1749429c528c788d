"""A Pico in BOOTSEL: the drive that its boot ROM shows, and how an image gets onto it."""

from __future__ import annotations

import errno
import os
import string
import sys
import time
from contextlib import suppress
from pathlib import Path

from bascule import output
from bascule.deploy.uf2 import Image
from bascule.errors import NO_TABLE, REFUSED, Problem
from bascule.speech.spoken import say
from bascule.speech.told import later
from hal.boards import Board

_INFO = "INFO_UF2.TXT"
_BOARD = "Board-ID:"
_LABELS = Path("/dev/disk/by-label")
_PIECE = 64 * 1024
# The flash takes some 100 kB a second; the largest image has 1 MB.
_TAKEN_S = 40.0
_LOOK_S = 0.1
HOW = later(
    "Make sure that nobody is on the table, and switch the motor supply off. Unplug the Pico, hold its BOOTSEL button, "
    "plug it in, and let go of the button. Then run this again."
)
_GONE = (errno.EIO, errno.ENODEV, errno.ENXIO, errno.ENOENT)


def drives(board: Board) -> list[Path]:
    """The mounted drives of boards of this kind that wait for an image."""
    return [place for place in sorted(set(_places())) if _board(place) == board.board_id]


def unmounted(board: Board) -> Problem | None:
    """What to do where Linux sees the drive and has not mounted it."""
    label = _LABELS / board.drive
    if not label.exists():
        return None
    hint = later("Mount it (`udisksctl mount -b {label}`) and run this again.", label=label)
    return Problem(
        NO_TABLE, "NOT_MOUNTED", later("a Pico in BOOTSEL is plugged in, but its drive is not mounted"), hint
    )


def copy(image: Image, drive: Path) -> None:
    """Write the image and wait for the drive to go, which is how the boot ROM says that it has all blocks."""
    try:
        _write(image, drive / image.path.name)
    except OSError as failure:
        # The drive leaves as soon as it has the last block, and the operating system complains of that now and then.
        if failure.errno not in _GONE or (drive / _INFO).exists():
            raise _not_written(drive, failure) from failure
    end = time.monotonic() + _TAKEN_S
    while (drive / _INFO).exists():
        if time.monotonic() > end:
            text = later("the Pico at {drive} did not accept the image", drive=drive)
            raise Problem(REFUSED, "NOT_TAKEN", text, later("Try another cable. {how}", how=HOW))
        time.sleep(_LOOK_S)


def _places() -> list[Path]:
    if os.name == "nt":
        return [Path(f"{letter}:\\") for letter in string.ascii_uppercase]
    if sys.platform == "darwin":
        return list(Path("/Volumes").glob("*"))
    return [
        place for base in ("/media", "/run/media", "/mnt") for deep in ("*", "*/*") for place in Path(base).glob(deep)
    ]


def _board(place: Path) -> str:
    with suppress(OSError, UnicodeDecodeError):
        for line in (place / _INFO).read_text("ascii").splitlines():
            if line.startswith(_BOARD):
                return line.removeprefix(_BOARD).strip()
    return ""


def _write(image: Image, path: Path) -> None:
    # Without a buffer: what fails shall fail here, and not when the file is closed.
    with path.open("wb", buffering=0) as file:
        for at in range(0, len(image.data), _PIECE):
            output.progress(say("writing byte {at} of {count}", at=at, count=len(image.data)))
            piece = image.data[at : at + _PIECE]
            while piece:
                piece = piece[file.write(piece) :]
        os.fsync(file.fileno())


def _not_written(drive: Path, failure: OSError) -> Problem:
    number = failure.errno
    if number in (errno.EROFS, errno.EACCES, errno.EPERM):
        text = later("the drive {drive} may not be written to", drive=drive)
        return Problem(
            REFUSED,
            "READ_ONLY",
            text,
            later("Mount it so that your user may write, or copy the file as a user who may."),
        )
    if number == errno.ENOSPC:
        text = later("the drive {drive} is full, but a Pico's drive never is", drive=drive)
        return Problem(REFUSED, "DRIVE_FULL", text, later("Is that a Pico? {how}", how=HOW))
    text = later(
        "the Pico at {drive} disappeared before the whole image was written ({reason})",
        drive=drive,
        reason=failure.strerror,
    )
    return Problem(NO_TABLE, "DRIVE_LOST", text, later("This cannot damage its boot ROM. {how}", how=HOW))
