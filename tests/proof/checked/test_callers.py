"""Who loads a limit: the theorems about it speak of the only function that does, called from where they say."""

import ast

import pytest

from tests.support.source import ROOT, python_in, tree

pytestmark = pytest.mark.proof

LIMITS = ("limit_cdeg", "session_ms", "_limit_check", "_session_check")
# Records of their own that are called so too: what a table says of itself, and what screening found.
OTHERS = {"firmware/safety/limits.py", "firmware/status.py", "firmware/screening/rules.py", "firmware/recovery.py"}


def calls(root, of, method):
    """{(file, function): how often} of calls `….of.method(` or `of.method(`, and of methods so called on self."""
    found = {}
    for path in python_in(root, "firmware"):
        for function in (one for one in ast.walk(tree(path)) if isinstance(one, ast.FunctionDef)):
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == method:
                    owner = ast.unparse(node.func.value).rpartition(".")[2]
                    if owner == of or not of:
                        place = path.relative_to(root).as_posix(), function.name
                        found[place] = found.get(place, 0) + 1
    return found


def written(root):
    """Files in which a limit's own fields are written to, on whatever object."""
    return {
        path.relative_to(root).as_posix()
        for path in python_in(root, "firmware")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and node.attr in LIMITS
    }


def test_only_housekeeping_loads_a_limit():
    assert calls(ROOT, "limits", "load") | calls(ROOT, "_limits", "load") == {
        ("firmware/housekeeping.py", "_load_limits"): 2
    }
    assert calls(ROOT, "", "_load_limits") == {
        ("firmware/housekeeping.py", "__init__"): 1,
        ("firmware/housekeeping.py", "step"): 1,
    }


def test_housekeeping_is_stepped_behind_the_tick_and_nowhere_else():
    assert calls(ROOT, "housekeeping", "step") == {("firmware/executive.py", "spare_time"): 1}
    assert calls(ROOT, "self", "spare_time") == {("firmware/executive.py", "run"): 1}


def test_nothing_writes_a_limit_but_its_own_class():
    assert written(ROOT) <= OTHERS and "firmware/safety/limits.py" in written(ROOT)


def test_another_caller_is_noticed(tmp_path):
    (tmp_path / "firmware").mkdir()
    (tmp_path / "firmware" / "x.py").write_text(
        "def f(core):\n    core.limits.load(9000, 0)\n    core.limits.limit_cdeg = 1\n"
    )
    assert calls(tmp_path, "limits", "load") == {("firmware/x.py", "f"): 1}
    assert written(tmp_path) == {"firmware/x.py"}
