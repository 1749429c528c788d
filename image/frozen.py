"""Which files are frozen into an image: a program, the Pico's board, and how they start."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_START = "hal/rp2/start"
_SUITE = "tests/conformance"


def table() -> list[tuple[Path, str]]:
    """The table's image: (folder that imports begin at, path from there)."""
    program = _modules("firmware")
    return _started_by(_START) + _rooted(program) + _board()


def conformance() -> list[tuple[Path, str]]:
    """The conformance suite of the HAL in the firmware's place."""
    kept = [path for path in _modules(_SUITE) if not path.startswith(f"{_SUITE}/start/")]
    on_device = [path for path in kept if not Path(path).name.startswith(("test_", "conftest", "expected"))]
    return _started_by(f"{_SUITE}/start") + _rooted(on_device) + _board()


def _started_by(folder: str) -> list[tuple[Path, str]]:
    return [(ROOT / _START, "_boot.py"), (ROOT / _START, "boot.py"), (ROOT / folder, "main.py")]


def _board() -> list[tuple[Path, str]]:
    binding = [path for path in _modules("hal/rp2") if not path.startswith(f"{_START}/")]
    return _rooted(["hal/__init__.py", "hal/contract.py", *binding])


def _modules(folder: str) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in sorted((ROOT / folder).rglob("*.py"))]


def _rooted(paths: list[str]) -> list[tuple[Path, str]]:
    return [(ROOT, path) for path in paths]
