"""The program that is proven: the project's own files, run by Python itself, and their syntax trees beside it.

Constants, classes and functions are what Python makes of the files; the translator reads only what is inside functions.
An edit puts a mistake into a file on its way in, so that nothing is written.
"""

import ast
import builtins
import types
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "firmware"
_INTERPRETERS = {"gc"}  # modules without a name that a program could use here: what does is not understood


class Edit(NamedTuple):
    """In this file this text, which stands there exactly once, is replaced."""

    path: str
    before: str
    after: str


class Program:
    """Modules by dotted name, each loaded once for this program alone."""

    def __init__(self, edits: tuple[Edit, ...] = (), texts: dict[str, str] | None = None):
        """texts: {dotted name: text} of modules that are not files. ValueError for an edit whose text is not there."""
        self._edits = edits
        self._texts = texts or {}
        self._modules: dict[str, types.ModuleType] = {}
        self._functions: dict[tuple[str, str, int], ast.FunctionDef] = {}
        self._rebound: dict[str, frozenset[str]] = {}
        self._builtins = {**vars(builtins), "__import__": self._import}

    def module(self, name: str) -> types.ModuleType:
        """The module of this dotted name. ImportError when it is not part of the program."""
        if name not in self._modules:
            path, text = self._read(name)
            tree = ast.parse(text, path)
            module = self._modules[name] = types.ModuleType(name)
            vars(module)["__builtins__"] = self._builtins
            exec(compile(tree, path, "exec"), vars(module))  # noqa: S102 - the project's own files
            for node in tree.body:
                self._note(name, "", node)
            said = [one for one in ast.walk(tree) if isinstance(one, ast.Global)]
            self._rebound[name] = frozenset(word for one in said for word in one.names)
        return self._modules[name]

    def function(self, real: types.FunctionType) -> ast.FunctionDef:
        """The syntax tree of a function of this program. KeyError when it is none."""
        return self._functions[real.__module__, real.__qualname__, real.__code__.co_firstlineno]

    def globals_of(self, real: types.FunctionType) -> dict:
        """The names that a function of this program sees outside itself."""
        return vars(self._modules[real.__module__])

    def changes(self, module: str, name: str) -> bool:
        """Whether some function of a module may give one of the module's own names another value."""
        return name in self._rebound.get(module, ())

    def loaded(self) -> frozenset[str]:
        """The names of the modules that are loaded."""
        return frozenset(self._modules)

    def _note(self, module: str, within: str, node: ast.stmt) -> None:
        if isinstance(node, ast.FunctionDef):
            self._functions[module, within + node.name, node.lineno] = node
        elif isinstance(node, ast.ClassDef):
            for inner in node.body:
                self._note(module, f"{within}{node.name}.", inner)

    def _read(self, name: str) -> tuple[str, str]:
        if name in self._texts:
            return name, self._texts[name]
        stem = name.replace(".", "/")
        found = [path for path in (f"{stem}.py", f"{stem}/__init__.py") if (ROOT / path).exists()]
        if not found and name.split(".", maxsplit=1)[0] == PACKAGE and (ROOT / stem).is_dir():
            return stem, ""  # a folder is a package without a file of its own
        if not found or name.split(".", maxsplit=1)[0] != PACKAGE:
            raise ImportError(f"{name} is no part of the program")
        text = (ROOT / found[0]).read_text("utf-8")
        for edit in self._edits:
            if edit.path == found[0]:
                if text.count(edit.before) != 1:
                    raise ValueError(f"{edit.path}: found {text.count(edit.before)} times: {edit.before}")
                text = text.replace(edit.before, edit.after)
        return found[0], text

    def _import(self, name, globals=None, locals=None, fromlist=(), level=0):  # noqa: A002 - Python's own names
        if name in _INTERPRETERS:
            return types.ModuleType(name)
        if level or not fromlist:
            raise ImportError(f"{name}: only `from a.b import c` is understood")
        module = self.module(name)
        for wanted in fromlist:
            if not hasattr(module, wanted):
                setattr(module, wanted, self.module(f"{name}.{wanted}"))
        return module
