"""The loop and its housekeeping call methods: they write into no field but their own."""

import ast

import pytest

from tests.support.source import ROOT, tree, where

FILES = ("firmware/executive.py", "firmware/housekeeping.py")


def foreign_writes(root, paths):
    """One line for each assignment to, or deletion of, an attribute of something else than self."""
    found = []
    for path in paths:
        for node in ast.walk(tree(root / path)):
            written = isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load)
            if written and ast.unparse(node.value) != "self":
                found.append(f"{where(root, root / path, node.lineno)}: writes {ast.unparse(node)}")
    return found


def test_nobody_elses_field_is_written():
    found = foreign_writes(ROOT, FILES)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "line",
    ["self._status.fault = 1", "request.failed = True", "self._status.errors += 1", "self.a, status.b = 1, 2"],
)
def test_a_write_into_a_foreign_field_is_caught(tmp_path, line):
    (tmp_path / "x.py").write_text(f"def f(self, status, request):\n    self._a = status.a\n    {line}\n", "utf-8")
    assert [one.split(": ")[0] for one in foreign_writes(tmp_path, ["x.py"])] == ["x.py:3"]
