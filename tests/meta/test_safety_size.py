"""The reviewed core, and screening beside it, stay small enough to be read in an afternoon."""

import ast

from tests.support.source import ROOT, python_in, tree, where

CORE_LINES = 450
RULE_LINES = 625  # the dose with how it felt, breaks and what is held (docs/decisions/0039), and texts (0042)
FUNCTION_LINES = 40


def lines_in(root, folder):
    """Lines of Python in a folder; the tables of conditions and of questions are data and count apart."""
    paths = [path for path in python_in(root, folder) if path.name not in ("conditions.py", "questions.py")]
    return sum(len(path.read_text("utf-8").splitlines()) for path in paths)


def long_functions(root):
    """One line per function of both that is longer than FUNCTION_LINES, docstring included."""
    found = []
    for path in python_in(root, "firmware/safety", "firmware/screening"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef):
                lines = node.end_lineno - node.lineno + 1
                if lines > FUNCTION_LINES:
                    found.append(
                        f"{where(root, path, node.lineno)}: {node.name} has {lines} lines, at most {FUNCTION_LINES}"
                    )
    return found


def test_core_is_within_its_budget():
    assert 0 < lines_in(ROOT, "firmware/safety") <= CORE_LINES
    assert 0 < lines_in(ROOT, "firmware/screening") <= RULE_LINES


def test_no_function_is_long():
    found = long_functions(ROOT)
    assert not found, "\n".join(found)


def test_both_are_counted(tmp_path):
    core = tmp_path / "firmware" / "safety"
    core.mkdir(parents=True)
    (tmp_path / "firmware" / "screening").mkdir()
    (core / "conditions.py").write_text("x = 1\n" * 500, "utf-8")
    (core / "core.py").write_text("def fits():\n" + "    a = 1\n" * 39 + "def long():\n" + "    a = 1\n" * 40, "utf-8")
    assert lines_in(tmp_path, "firmware/safety") == 81
    assert long_functions(tmp_path) == ["firmware/safety/core.py:41: long has 41 lines, at most 40"]
