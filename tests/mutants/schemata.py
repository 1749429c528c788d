"""Every mutant of some files, numbered; any one of them can be made to run in this process.

A mutant is compiled when its number is chosen and becomes the code of the function it stands in: tests that were loaded
long before run it, and nothing at all is different while no number is chosen.
"""

import ast
import importlib.util
import sys
from collections import Counter
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple, cast

from tests.mutants.sites import Site, header, names_at_import, sites

_AROUND = 70  # characters shown on either side of a change in a long statement


class Mutant(NamedTuple):
    """One change. place is the function it stands in; before and after are the statement, or the part around it.

    Where a function says the same twice, twin counts the changes that look the same.
    """

    number: int
    file: str
    line: int
    place: str
    operator: str
    before: str
    after: str
    at_import: bool  # it acts while modules load: tests that are already loaded cannot see it
    twin: int = 1

    @property
    def fingerprint(self) -> tuple[str, ...]:
        """What stays the same when lines move: file, function, operator, source before and after."""
        place = self.place if self.twin == 1 else f"{self.place} #{self.twin}"
        return self.file, place, self.operator, self.before, self.after


def module(file: str) -> str:
    """The name under which a file is imported: the laptop tool's packages lie in host/."""
    return file.removeprefix("host/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")


class Schemata:
    """The mutants of files (relative to root), numbered in the order of the source."""

    def __init__(self, root: Path, files: list[str]):
        self._root = root
        self._trees = {file: ast.parse((root / file).read_text("utf-8"), file) for file in files}
        self._sites: list[Site] = []
        self._alike: Counter[tuple[str, ...]] = Counter()
        self.mutants: list[Mutant] = []
        early = {name for tree in self._trees.values() for name in names_at_import(tree)}
        for file, tree in self._trees.items():
            seen = set()
            for site in sites(tree, early):
                before = header(site.statement)
                with site.applied() as statement:
                    after = header(statement)
                # Two operators may make the same change, and some changes leave the source as it was.
                if after != before and (id(site.statement), after) not in seen:
                    seen.add((id(site.statement), after))
                    self._add(file, site, *_around(before, after))

    def _add(self, file: str, site: Site, before: str, after: str) -> None:
        line = getattr(site.original, "lineno", getattr(site.statement, "lineno", 0))
        place, _, at_import = site.scope
        mutant = Mutant(len(self._sites), file, line, place, site.operator, before, after, at_import)
        self._alike[mutant.fingerprint] += 1
        self.mutants.append(mutant._replace(twin=self._alike[mutant.fingerprint]))
        self._sites.append(site)

    def code(self, number: int) -> CodeType:
        """The whole file of a mutant, compiled with the change in it."""
        file = self.mutants[number].file
        with self._sites[number].applied():
            return compile(self._trees[file], str(self._root / file), "exec")

    def activate(self, number: int) -> bool:
        """From here on this process runs the mutant; there is no way back but the end of the process.

        False when the mutated constant cannot even be made, and the module would not load.
        Raises RuntimeError when the mutant acts while its module loads and the module is loaded already.
        """
        mutant = self.mutants[number]
        name = module(mutant.file)
        code = self.code(number)
        if name not in sys.modules:
            sys.meta_path.insert(0, _Finder(name, str(self._root / mutant.file), code))
        elif mutant.at_import:
            raise RuntimeError(f"{name} is loaded already: too early for {mutant.file}:{mutant.line}")
        elif not mutant.place:
            with self._sites[number].applied() as statement:
                constant = compile(ast.Module([cast(ast.stmt, statement)], []), mutant.file, "exec")
            try:
                exec(constant, vars(sys.modules[name]))  # noqa: S102 - a line of the module
            except Exception:  # noqa: BLE001 - whatever it is, the module would have raised it
                return False
        else:
            owner: Any = sys.modules[name]
            for part in mutant.place.split("."):
                owner = vars(owner)[part]
                code = next(const for const in code.co_consts if getattr(const, "co_name", "") == part)
            # What a property, a class method or a static method is made of.
            owner = getattr(owner, "fget", None) or getattr(owner, "__func__", owner)
            # A method that has lost its super() no longer asks for its class, and is given it all the same.
            owner.__code__ = code.replace(co_freevars=owner.__code__.co_freevars)
        return True


class _Finder:
    """Gives the mutated code to whoever imports the module for the first time."""

    def __init__(self, name: str, path: str, code: CodeType):
        self._name = name
        self._path = path
        self._code = code

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name != self._name:
            return None
        loader = _Loader(name, self._path)
        loader.code = self._code
        return importlib.util.spec_from_file_location(name, self._path, loader=loader)


class _Loader(SourceFileLoader):
    code: CodeType

    def get_code(self, fullname: str) -> CodeType:
        return self.code


def _around(before: str, after: str) -> tuple[str, str]:
    """Both texts, cut to what surrounds the place where they differ."""
    size = min(len(before), len(after))
    start = next((at for at in range(size) if before[at] != after[at]), size)
    end = next((at for at in range(size - start) if before[-1 - at] != after[-1 - at]), size - start)
    return _cut(before, start, len(before) - end), _cut(after, start, len(after) - end)


def _cut(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    return ("..." if first else "") + text[first:last] + ("..." if last < len(text) else "")
