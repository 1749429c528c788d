"""The filesystem in the emulated flash: put files in, look at what is there. Real littlefs, as the image has it."""

from __future__ import annotations

from pathlib import Path

from littlefs import LittleFS

from hal.emulated.chip import FILES_BYTES, FLASH_BYTES

_BLOCK = 4096
_AT = FLASH_BYTES - FILES_BYTES


def _mounted(flash: bytearray, mount: bool) -> LittleFS:
    files = LittleFS(
        block_size=_BLOCK,
        block_count=FILES_BYTES // _BLOCK,
        read_size=32,
        prog_size=256,
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


def names(flash: bytearray) -> list[str]:
    """What lies in it."""
    return sorted(_mounted(flash, mount=True).listdir("/"))


def read(flash: bytearray, name: str) -> bytes:
    with _mounted(flash, mount=True).open(name, "rb") as file:
        return bytes(file.read())
