"""The reviewed core stays small enough to be read in an afternoon."""

import ast

from tests.meta.source import ROOT, python_in, tree, where

CORE_LINES = 450
FUNCTION_LINES = 40


def core_lines(root):
    """Lines of firmware/safety; the condition table is data and counts apart."""
    paths = [path for path in python_in(root, "firmware/safety") if path.name != "conditions.py"]
    return sum(len(path.read_text("utf-8").splitlines()) for path in paths)


def long_functions(root):
    """One line per function of firmware/safety that is longer than FUNCTION_LINES, docstring included."""
    found = []
    for path in python_in(root, "firmware/safety"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef):
                lines = node.end_lineno - node.lineno + 1
                if lines > FUNCTION_LINES:
                    found.append(
                        f"{where(root, path, node.lineno)}: {node.name} has {lines} lines, at most {FUNCTION_LINES}"
                    )
    return found


def test_core_is_within_its_budget():
    assert 0 < core_lines(ROOT) <= CORE_LINES


def test_no_function_is_long():
    found = long_functions(ROOT)
    assert not found, "\n".join(found)


def test_both_are_counted(tmp_path):
    core = tmp_path / "firmware" / "safety"
    core.mkdir(parents=True)
    (core / "conditions.py").write_text("x = 1\n" * 500, "utf-8")
    (core / "core.py").write_text("def fits():\n" + "    a = 1\n" * 39 + "def long():\n" + "    a = 1\n" * 40, "utf-8")
    assert core_lines(tmp_path) == 81
    assert long_functions(tmp_path) == ["firmware/safety/core.py:41: long has 41 lines, at most 40"]
