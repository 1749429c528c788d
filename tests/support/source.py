"""Reads the repository's own files: which there are, what a Python file imports, and on which line."""

import ast
import os
from pathlib import Path
from typing import NamedTuple

from hal.boards import BOARDS

ROOT = Path(__file__).resolve().parents[2]
_NOT_OURS = {"build", "dist", "__pycache__"}


class Use(NamedTuple):
    """One dotted name that a file imports: `from a import b` is a use of a.b."""

    line: int
    name: str
    at_top: bool

    def within(self, *packages):
        """True when the name is one of the packages or inside one."""
        return any(self.name == package or self.name.startswith(package + ".") for package in packages)


def files(root, suffix):
    """Every file of the repository at root with this suffix, sorted; generated folders and environments left out."""
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = [
            name
            for name in folders
            if name not in _NOT_OURS
            and (name == ".ci" or not name.startswith("."))
            and not Path(folder, name, "pyvenv.cfg").exists()
        ]
        found += [Path(folder, name) for name in names if name.endswith(suffix)]
    return sorted(found)


def python_in(root, *places):
    """The Python files at or below the places (paths relative to root); a place that is absent holds none."""
    return [path for place in places for path in files(root / place, ".py")]


def device_side(root):
    """The files that run on the table's microcontroller or stand in for one that does."""
    hal = [root / "hal" / "__init__.py", root / "hal" / "contract.py", *sorted((root / "hal" / "sim").glob("*.py"))]
    bindings = sorted({board.binding for board in BOARDS})
    return python_in(root, "firmware", *bindings) + [path for path in hal if path.exists()]


def tree(path):
    """The syntax tree of a file."""
    return ast.parse(path.read_text("utf-8"), str(path))


def where(root, path, line):
    """`path:line`, as messages name a place."""
    return f"{path.relative_to(root).as_posix()}:{line}"


def _module_name(root, path):
    parts = path.relative_to(root).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def uses(root, path):
    """Every import of a file, the ones written as __import__("...") or import_module("...") included."""
    module = tree(path)
    top = set(module.body)
    package = _module_name(root, path)[: None if path.name == "__init__.py" else -1]
    found = []
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = list(package[: len(package) - node.level + 1]) if node.level else []
            base += [node.module] if node.module else []
            names = [".".join([*base, alias.name]) for alias in node.names]
        elif isinstance(node, ast.Call) and _called(node) in ("__import__", "import_module"):
            names = [arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant)]
        else:
            continue
        found += [Use(node.lineno, name, node in top) for name in names]
    return found


def _called(call):
    return getattr(call.func, "id", getattr(call.func, "attr", ""))
