"""The operators: what each makes of a line, and what none of them touches."""

import ast

import pytest

from tests.mutants.sites import header, names_at_import, sites

MADE = [
    ("x = a < b", "comparison", {"x = a <= b", "x = a != b", "x = True", "x = False"}),
    ("x = a >= b", "comparison", {"x = a > b", "x = a == b", "x = True", "x = False"}),
    ("x = a == b", "comparison", {"x = a <= b", "x = a >= b", "x = True", "x = False"}),
    ("x = a == f.CUT", "comparison", {"x = a != f.CUT", "x = True", "x = False"}),
    ("x = NONE != a", "comparison", {"x = NONE == a", "x = True", "x = False"}),
    ("x = a < f.CUT", "comparison", {"x = a <= f.CUT", "x = a != f.CUT", "x = True", "x = False"}),
    ("x = a is None", "comparison", {"x = a is not None", "x = True", "x = False"}),
    ("x = 5", "constant", {"x = 4", "x = 6", "x = 0"}),
    ("x = 0", "constant", {"x = -1", "x = 1"}),
    ("x = True", "constant", {"x = False"}),
    ("x = a + b", "arithmetic", {"x = a - b"}),
    ("x = a // b", "arithmetic", {"x = a * b", "x = a % b"}),
    ("x = a >> b", "arithmetic", {"x = a << b"}),
    ("x = a ^ b", "arithmetic", {"x = a & b", "x = a | b"}),
    ("x = -a", "arithmetic", {"x = a"}),
    ("x += a", "arithmetic", {"x -= a", "x = a"}),
    ("x = not a", "logic", {"x = a"}),
    ("x = a and b", "logic", {"x = a or b", "x = not a and b", "x = a and (not b)"}),
    ("x = a and b", "operand dropped", {"x = a", "x = b"}),
    ("x = a or b or c", "operand dropped", {"x = b or c", "x = a or c", "x = a or b"}),
    ("if a: f()", "condition", {"if True:", "if False:", "if not a:"}),
    ("x = a if b else c", "condition", {"x = a if True else c", "x = a if False else c", "x = a if not b else c"}),
    ("x = [a for a in b if c]", "condition", {"x = [a for a in b if True]", "x = [a for a in b if False]"}),
    ("while a: f()", "condition", {"while False:"}),
    ("for a in b: f()", "loop skipped", {"for a in ():"}),
    ("x = max(a, b)", "call", {"x = min(a, b)"}),
    ("f(a, b)", "argument dropped", {"f(b)", "f(a)"}),
    ("f(a, k=b)", "argument dropped", {"f(k=b)", "f(a)"}),
    ("f(a)", "statement deleted", {"pass"}),
    ("self._judge(a)", "check deleted", {"pass"}),
    ("self.x = a", "statement deleted", {"pass"}),
    ("x = y = a", "statement deleted", {"pass", "x = a", "y = a"}),
    ("return a", "return", {"return 0", "return 1"}),
    ("return False", "return", {"return 1"}),
    ("return 1", "return", {"return 0"}),
    ("return", "statement deleted", {"pass"}),
    ("x = (A, b)", "name in a table", {"x = (A + 1, b)", "x = (A - 1, b)"}),
]  # fmt: skip


def mutants(source: str) -> set[tuple[str, str]]:
    """(operator, statement as it then stands) of every mutant."""
    found = set()
    for site in sites(ast.parse(source), set()):
        with site.applied() as statement:
            found.add((site.operator, header(statement)))
    return found


@pytest.mark.parametrize(("line", "operator", "after"), MADE)
def test_an_operator_makes_these_and_no_others(line: str, operator: str, after: set):
    found = mutants(f"def f():\n    {line}\n")
    assert {text for name, text in found if name == operator} == after


@pytest.mark.parametrize(
    "source",
    ['"""Doc 1."""', "import a.b", "from a import b", "def f(x: int | None) -> bool:\n    '''Doc.'''", "x = 'text'"],
)
def test_what_runs_nothing_is_left_alone(source: str):
    assert mutants(source) == set()


def test_outside_functions_no_statement_is_deleted():
    assert mutants("x = f(1)") == {("constant", "x = f(0)"), ("constant", "x = f(2)")}


def test_what_is_no_number_does_not_become_one_more():
    found = mutants("TEXT = 'int'\nROW = ()\nMOST = 5\nTABLE = ((TEXT, ROW), (TEXT, MOST), (FROM_ELSEWHERE, ROW))\n")
    moved = {text for name, text in found if name == "name in a table"}
    assert moved == {
        f"TABLE = ((TEXT, ROW), (TEXT, {most}), ({other}, ROW))"
        for most, other in (
            ("MOST + 1", "FROM_ELSEWHERE"),
            ("MOST - 1", "FROM_ELSEWHERE"),
            ("MOST", "FROM_ELSEWHERE + 1"),
            ("MOST", "FROM_ELSEWHERE - 1"),
        )
    }


def test_an_edit_leaves_no_trace():
    tree = ast.parse("def f(a):\n    if a > 1 and not a:\n        self.x = [a, 2]\n    return -a\n")
    before = ast.dump(tree)
    for site in sites(tree, set()):
        with site.applied():
            assert ast.dump(tree) != before
        assert ast.dump(tree) == before


def test_a_site_knows_the_outermost_function_around_it():
    source = "class A:\n    def f(self):\n        def g():\n            return x\n\ndef h(a=1):\n    return a\n"
    places = {(site.scope.name, site.scope.at_import) for site in sites(ast.parse(source), set())}
    assert places == {("A.f", False), ("h", False), ("", True)}


def test_functions_that_run_while_modules_load_are_known():
    tree = ast.parse("def f():\n    return g()\n\ndef h():\n    return k()\n\nTABLE = f()\n")
    assert {"f", "g"} <= names_at_import(tree)
    assert not {"h", "k"} & names_at_import(tree)
    at_import = {site.scope.name: site.scope.at_import for site in sites(tree, names_at_import(tree))}
    assert at_import["f"] and not at_import["h"]
