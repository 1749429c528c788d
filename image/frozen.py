"""Which files are frozen into an image: a program, the binding of a board, and how they start."""

from __future__ import annotations

from pathlib import Path

from hal.boards import Board

ROOT = Path(__file__).resolve().parents[1]
_SUITE = "tests/conformance"


def table(board: Board) -> list[tuple[Path, str]]:
    """The table's image: (folder that imports begin at, path from there)."""
    program = _modules("firmware")
    return _started_by(_start(board), board) + _rooted(program) + _bound(board)


def conformance(board: Board) -> list[tuple[Path, str]]:
    """The conformance suite of the HAL in the firmware's place."""
    kept = [path for path in _modules(_SUITE) if not path.startswith(f"{_SUITE}/start/")]
    on_device = [path for path in kept if not Path(path).name.startswith(("test_", "conftest", "expected"))]
    return _started_by(f"{_SUITE}/start", board) + _rooted(on_device) + _bound(board)


def _start(board: Board) -> str:
    return f"{board.binding}/start"


def _started_by(folder: str, board: Board) -> list[tuple[Path, str]]:
    first = ROOT / _start(board)
    return [(first, "_boot.py"), (first, "boot.py"), (ROOT / folder, "main.py")]


def _bound(board: Board) -> list[tuple[Path, str]]:
    binding = [path for path in _modules(board.binding) if not path.startswith(f"{_start(board)}/")]
    return _rooted(["hal/__init__.py", "hal/contract.py", *binding])


def _modules(folder: str) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in sorted((ROOT / folder).rglob("*.py"))]


def _rooted(paths: list[str]) -> list[tuple[Path, str]]:
    return [(ROOT, path) for path in paths]
