"""Where a file can be changed: every edit of its syntax tree, with the function and the statement around it."""

import ast
import copy
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from tests.mutants.operators import replacements

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
# Nothing runs differently for a change here.
_LEFT_OUT = (ast.Import, ast.ImportFrom, ast.JoinedStr)
_LEFT_OUT_FIELDS = {"annotation", "returns", "decorator_list"}


class Scope(NamedTuple):
    """The outermost function around a node: one nested in another belongs to the outer one."""

    name: str = ""
    in_function: bool = False
    at_import: bool = True  # what runs here runs, or may run, while modules load

    def of(self, node: ast.AST, early: set[str]) -> "Scope":
        """The scope of what stands in node."""
        if self.in_function or not isinstance(node, _DEFINITIONS):
            return self
        name = f"{self.name}.{node.name}".removeprefix(".")
        if isinstance(node, ast.ClassDef):
            return Scope(name)
        return Scope(name, True, node.name in early or bool(node.decorator_list))


class Site(NamedTuple):
    """One edit: node in place of holder.field, or of holder.field[index]."""

    holder: ast.AST
    field: str
    index: int | None
    node: ast.AST
    operator: str
    scope: Scope
    statement: ast.AST

    @property
    def original(self) -> ast.AST:
        value = getattr(self.holder, self.field)
        return value if self.index is None else value[self.index]

    @contextmanager
    def applied(self) -> Iterator[ast.AST]:
        """The edit in force; yields the statement as it now stands."""
        statement = self.node if self.original is self.statement else self.statement
        value = getattr(self.holder, self.field)
        changed = self.node if self.index is None else [*value[: self.index], self.node, *value[self.index + 1 :]]
        setattr(self.holder, self.field, changed)
        try:
            yield statement
        finally:
            setattr(self.holder, self.field, value)


def sites(tree: ast.Module, early: set[str]) -> Iterator[Site]:
    """Every site of a file, in the order of its source. Functions named in early run while modules load."""
    return _below(tree, Scope(), tree, early)


def _below(holder, scope, statement, early):
    for field, value in ast.iter_fields(holder):
        for index, node in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(node, ast.AST) or isinstance(node, _LEFT_OUT) or field in _LEFT_OUT_FIELDS:
                continue
            inside = node if isinstance(node, ast.stmt) else statement
            # Outside functions a deleted statement is only a missing name.
            if scope.in_function or not isinstance(node, ast.stmt):
                # The defaults of a function are its own, but are made where it is defined.
                around = scope if isinstance(holder, ast.stmt) or not isinstance(inside, _DEFINITIONS) else Scope()
                for operator, new in replacements(node):
                    ast.fix_missing_locations(ast.copy_location(new, node))
                    yield Site(holder, field, index if isinstance(value, list) else None, new, operator, around, inside)
            yield from _below(node, scope.of(node, early), inside, early)


def names_at_import(tree: ast.Module) -> set[str]:
    """Names that code outside functions mentions: a function of such a name may run while modules load."""
    names = set()
    todo = list(tree.body)
    while todo:
        node = todo.pop()
        names.add(getattr(node, "id", getattr(node, "attr", "")))
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            todo += ast.iter_child_nodes(node)
    return names


def header(statement: ast.AST) -> str:
    """The source of a statement, of a compound one its first line."""
    if hasattr(statement, "body"):
        statement = copy.copy(statement)
        statement.body = [ast.Pass()]
        for name in ("orelse", "finalbody"):
            if hasattr(statement, name):
                setattr(statement, name, [])
    return ast.unparse(statement).split("\n")[0]
