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
# Through these the function itself can still be reached when the module is loaded.
_OPEN = {"property", "staticmethod", "classmethod"}
_LEFT_OUT_FIELDS = {"annotation", "returns", "decorator_list"}


class Scope(NamedTuple):
    """The outermost function around a node: one nested in another belongs to the outer one."""

    name: str = ""
    in_function: bool = False
    at_import: bool = True  # what runs here runs, or may run, while modules load

    def of(self, node: ast.AST, early: set[str]) -> "Scope":
        """The scope of what stands in node."""
        if isinstance(node, ast.Assign) and self == Scope():
            return Scope(at_import=not (_is_private(node.targets) and node.targets[0].id not in early))
        if self.in_function or not isinstance(node, _DEFINITIONS):
            return self
        name = f"{self.name}.{node.name}".removeprefix(".")
        if isinstance(node, ast.ClassDef):
            return Scope(name)
        wrapped = any(getattr(decorator, "id", "") not in _OPEN for decorator in node.decorator_list)
        return Scope(name, True, node.name in early or wrapped)


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
    other = _no_numbers(tree)
    for site in _below(tree, Scope(), tree, early):
        if site.operator != "name in a table" or not other & {getattr(one, "id", "") for one in _moved(site.node)}:
            yield site


def _moved(table):
    """What has become one more or one less."""
    return [one.left for one in table.elts if isinstance(one, ast.BinOp)]


def _no_numbers(tree):
    """Names of the file's own texts and tables: there is no such name one more, and no such mistake."""
    made = [one for one in tree.body if isinstance(one, ast.Assign) and _is_no_number(one.value)]
    return {target.id for one in made for target in one.targets if isinstance(target, ast.Name)}


def _is_no_number(node):
    tables = (ast.Tuple, ast.List, ast.Dict)
    return isinstance(node, tables) or (isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes)))


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


def _is_private(targets):
    """A constant of its module alone: its functions look it up when they run, so it can be set anew until then."""
    return len(targets) == 1 and isinstance(targets[0], ast.Name) and targets[0].id.startswith("_")


def names_at_import(tree: ast.Module) -> set[str]:
    """Names that code outside functions reads: a function of such a name may run while modules load, and so may what
    that one reads."""
    functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    names = set()
    todo = list(tree.body)
    while todo:
        node = todo.pop()
        name = getattr(node, "id", getattr(node, "attr", ""))
        if name not in names and not isinstance(getattr(node, "ctx", None), ast.Store):
            names.add(name)
            # Of a function in a table only the name is known here, of one that is called what it does counts as well.
            todo += functions[name].body if name in functions else []
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            todo += [*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)]
        else:
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
