"""The tree is built as structure_rules says, and each rule catches what breaks it."""

import pytest

from tests.meta.imports import structure_rules
from tests.meta.imports.structure_rules import DATA, MOST_LINES, MOST_MODULES, no_circles, nothing_too_big
from tests.support.source import ROOT

CIRCLES = [
    {"hal/a.py": "from hal import b", "hal/b.py": "import hal.a"},
    {"hal/a.py": "from hal.b import name", "hal/b.py": "def f():\n    from hal.a import other"},
    {"hal/a.py": "from hal.b import name", "hal/b.py": "if TYPE_CHECKING:\n    from hal.a import Other"},
    {"hal/a.py": "from . import b", "hal/b.py": "__import__('hal.a')"},
    {"hal/a.py": "import hal.b", "hal/b.py": "import image.c", "image/c.py": "from hal import a"},
    {"host/bascule/x/__init__.py": "from bascule.x import y", "host/bascule/x/y.py": "from bascule.x import name"},
    {"tests/t.py": "from docs.generator import page", "docs/generator/page.py": "from tests import t"},
]
STRAIGHT = [
    {"hal/a.py": "from hal import b, c", "hal/b.py": "from hal import c", "hal/c.py": "import json"},
    # A package that shows what its modules have, which know each other and not the package.
    {"host/bascule/x/__init__.py": "from bascule.x import y", "host/bascule/x/y.py": "from bascule.x import z",
     "host/bascule/x/z.py": "import x"},
    {"hal/a.py": "from a import b", "image/a.py": "from hal import a"},
    {"hal/a.py": "from hal import a"},
]  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("rule", structure_rules.RULES, ids=lambda rule: rule.__name__)
def test_rule_holds(rule):
    breaches = rule(ROOT)
    assert not breaches, "\n".join(breaches)


@pytest.mark.parametrize("files", CIRCLES)
def test_a_circle_is_caught(tmp_path, files):
    plant(tmp_path, files)
    (breach,) = no_circles(tmp_path)
    assert all(f"{name}:" in breach for name in files), breach


@pytest.mark.parametrize("files", STRAIGHT)
def test_what_only_looks_like_a_circle_is_left_alone(tmp_path, files):
    plant(tmp_path, files)
    assert no_circles(tmp_path) == []


def test_two_circles_are_two_breaches_and_what_leads_into_one_is_not_in_it(tmp_path):
    plant(tmp_path, {f"hal/{one}.py": f"from hal import {two}" for one, two in ("ab", "ba", "cd", "dc", "ea")})
    one, two = no_circles(tmp_path)
    assert one.startswith("hal.a -> hal.b -> hal.a:") and two.startswith("hal.c -> hal.d -> hal.c:")


def test_one_line_or_one_module_too_many_is_caught(tmp_path):
    files = {f"hal/m{number}.py": "" for number in range(MOST_MODULES)}
    files |= {"hal/__init__.py": "", "hal/m0.py": "x = 1\n" * MOST_LINES, "hal/more/m.py": ""}
    plant(tmp_path, files)
    assert nothing_too_big(tmp_path) == []
    plant(tmp_path, {"hal/m0.py": "x = 1\n" * (MOST_LINES + 1), "hal/n.py": ""})
    assert nothing_too_big(tmp_path) == [
        f"hal/m0.py: {MOST_LINES + 1} lines, of at most {MOST_LINES}",
        f"hal: {MOST_MODULES + 1} modules, of at most {MOST_MODULES}",
    ]


def test_an_exception_is_there_and_is_one():
    for name in DATA:
        assert len((ROOT / name).read_text("utf-8").splitlines()) > MOST_LINES, f"{name} needs no exception"


def plant(root, files):
    """Write files into an otherwise empty repository."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
