"""What the laptop's modules say, as their source has it."""

import ast
import functools
import re
from pathlib import Path

import bascule

ROOT = Path(bascule.__file__).parent
ALL = sorted(ROOT.rglob("*.py"))
_MARKS = ("say", "later")


@functools.cache
def nodes(path):
    """All of the module's syntax tree."""
    return list(ast.walk(ast.parse(path.read_text("utf-8"))))


def marks(whole):
    """The calls of say() and later() of the tool's speech, among the nodes of a module."""
    imported = [node for node in whole if isinstance(node, ast.ImportFrom)]
    ours = {
        name.name for one in imported if one.module and one.module.startswith("bascule.speech") for name in one.names
    }
    for node in whole:
        if isinstance(node, ast.Call) and node.args:
            called = node.func.id if isinstance(node.func, ast.Name) else ""
            if isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") == "spoken":
                called = node.func.attr
            if called in _MARKS and ours & {*_MARKS, "spoken"}:
                yield node


def marked(path):
    """The sentences that the module at `path` says."""
    firsts = [call.args[0] for call in marks(nodes(path))]
    return {one.value for one in firsts if isinstance(one, ast.Constant) and one.value}


_WORDS = re.compile(r"[A-Za-z]{2,}[,;:]? [a-z]{2,}")
# What is written into a gap to see whether the whole is understood.
_FILLING = "7"


def unmarked(path):
    """(line, sentence) of each other literal that may be said to a person: two words or more, no docstring and no
    description of a field."""
    whole = nodes(path)
    apart = [node.value for node in whole if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)]
    apart += [node for node in whole if isinstance(node, ast.Subscript) and _name(node.value) == "Annotated"]
    apart += [call for call in whole if isinstance(call, ast.Call) and _name(call.func) in ("compile", "echo")]
    known = {id(one) for node in (*apart, *marks(whole)) for one in ast.walk(node)}
    for node in whole:
        if isinstance(node, ast.JoinedStr) and id(node) not in known:
            known |= {id(one) for one in node.values}
            parts = [one.value if isinstance(one, ast.Constant) else _FILLING for one in node.values]
            if _WORDS.search("".join(parts)):
                yield node.lineno, "".join(parts)
    for node in whole:
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in known and _WORDS.search(node.value):
            yield node.lineno, node.value


def _name(node):
    return getattr(node, "id", getattr(node, "attr", ""))
