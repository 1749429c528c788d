"""The filesystem in the emulated flash: put files in, take them out. Real littlefs, as the image has it."""

from __future__ import annotations

from pathlib import Path

from littlefs import LittleFS, LittleFSError

from hal.emulated.chip import FLASH

_AT = FLASH.size - FLASH.files_bytes


def _mounted(flash: bytearray, mount: bool) -> LittleFS:
    files = LittleFS(
        block_size=FLASH.sector,
        block_count=FLASH.files_bytes // FLASH.sector,
        read_size=32,
        prog_size=FLASH.page,
        lookahead_size=32,
        mount=False,
    )
    files.context.buffer = bytearray(flash[_AT:])
    if mount:
        files.mount()
    else:
        files.format()
        files.mount()
    return files


def put(flash: bytearray, folder: Path) -> None:
    """Make a filesystem that holds the files of a folder."""
    files = _mounted(flash, mount=False)
    for each in sorted(folder.iterdir()):
        with files.open(each.name, "wb") as file:
            file.write(each.read_bytes())
    flash[_AT:] = files.context.buffer


def take(flash: bytearray, folder: Path) -> None:
    """Write its files into a folder."""
    try:
        files = _mounted(flash, mount=True)
    except LittleFSError:
        return  # never formatted: the power went before the first start was over
    for name in files.listdir("/"):
        with files.open(name, "rb") as file:
            (folder / name).write_bytes(file.read())
