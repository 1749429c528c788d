"""Makes the emulator ready: rp2040py from its source, compiled for this very Python, and our engine beside it.

The wheel that a plain install takes is built for every Python at once and runs at a fifth of the speed.
"""

import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements-emulator.lock"
# The source package of the version in that lock: it is compiled and run here, so its bytes are checked.
_SHA256 = "01ee97436c5338995249e05d61f3dc07fb1bab5fd154828c681260048aa25809"
BUILT = ROOT / "build" / "emulator"
_STAMP = BUILT / "built"


class EmulatorError(Exception):
    """The emulator cannot be built here; the text says what to do."""


def path() -> Path:
    """The folder to import from. EmulatorError when nothing has been built."""
    if not _STAMP.exists():
        raise EmulatorError("the emulator is not built here")
    return BUILT


def built_image() -> Path:
    """The table's image. EmulatorError when it has not been built."""
    image = ROOT / "build" / "image" / "bascule.uf2"
    if not image.exists():
        raise EmulatorError("the table's image is not built here")
    return image


def build() -> None:
    """Fetch the pinned source and compile it. EmulatorError with the compiler's last words."""
    BUILT.mkdir(parents=True, exist_ok=True)
    (pinned,) = [line for line in LOCK.read_text().splitlines() if line.startswith("rp2040py==")]
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "wanted.txt"
        wanted.write_text(f"{pinned} --hash=sha256:{_SHA256}\n")
        _run([sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
              "--no-binary", "rp2040py", "--require-hashes", "-d", folder, "-r", str(wanted)])  # fmt: skip
        (source,) = Path(folder).glob("rp2040py-*.tar.gz")
        with tarfile.open(source) as archive:
            archive.extractall(folder, filter="data")
        (package,) = Path(folder).glob("rp2040py-*/src/rp2040py")
        _copy(package, BUILT / "rp2040py")
    (BUILT / "bascule_engine.pyx").write_bytes((Path(__file__).parent / "engine.pyx").read_bytes())
    sources = [str(each) for each in sorted((BUILT / "rp2040py" / "native").glob("*.pyx"))]
    cythonize = str(Path(sys.executable).with_name("cythonize"))
    _run([cythonize, "--inplace", "--quiet", "-3", "-j2", *sources])
    _run([cythonize, "--inplace", "--quiet", "-3", "bascule_engine.pyx"])
    _STAMP.touch()


def _copy(package: Path, to: Path) -> None:
    for each in sorted(package.rglob("*")):
        if each.is_file():
            target = to / each.relative_to(package)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(each.read_bytes())


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(command, cwd=BUILT, capture_output=True, text=True, check=False)
    except FileNotFoundError as missing:
        raise EmulatorError(f"{missing.filename} is not installed") from missing
    if done.returncode:
        raise EmulatorError(f"{Path(command[0]).name} failed:\n{(done.stdout + done.stderr)[-2000:]}")


if __name__ == "__main__":
    try:
        build()
    except EmulatorError as failed:
        sys.exit(f"emulator: {failed}\nA C compiler and Python's headers are needed (Debian: gcc, python3-dev)")
