"""Every construct of Python that the translator has a rule for, in a few lines each, and a wrong rule for each.

A row: a name; the body of a function of two numbers a and b, two truths p and q and a box; and how its rule is broken.
"""

import ast
import operator
from collections.abc import Callable
from typing import NamedTuple

import z3

from tests.proof.translator import expressions, machine, numbers
from tests.proof.translator.state import State

HEAD = """\
TABLE = (3, -5, 8, 13)
BYTES = bytes([1, 0, 2])


class Box:
    def __init__(self, first):
        self.first = first
        self.second = self.third = 0
        self.list = [4, 5, 6]
        self.raw = bytearray(3)

    def grow(self, by):
        self.first += by
        return self.first


def helper(a):
    if a > 2:
        return 10
    return a


def touch(box):
    box.second += 1
    return box.second


def run(a, b, p, q):
    box = Box(a)
"""


class Row(NamedTuple):
    """sabotage(set) breaks the rule, set being monkeypatch.setattr."""

    name: str
    body: str
    sabotage: Callable


def _rule(op, wrong):
    return lambda set_: set_(numbers, "_RULES", {**numbers._RULES, op: wrong})


def _order(op, wrong):
    return lambda set_: set_(numbers, "_ORDER", {**numbers._ORDER, op: wrong})


def _put(owner, name, wrong):
    return lambda set_: set_(owner, name, wrong)


def _method(owner, name, wrong):
    """wrong(right, self, *args)"""
    right = getattr(owner, name)
    return lambda set_: set_(owner, name, lambda self, *args: wrong(right, self, *args))


def _builtin(name, wrong):
    return lambda set_: set_(expressions, "_WORKED_OUT", {**expressions._WORKED_OUT, name: wrong})


def _swapped(module):
    right = module.choose
    return _put(module, "choose", lambda condition, yes, no: right(condition, no, yes))


def _toward_zero(a, b):
    return z3.If(a >= 0, a / b, -((-a) / b))


def _no_merge(condition, yes, no):
    return yes


def _eager(right, self, node, state):
    value = None
    for one in node.values:
        value = self.value(one, state)
    return value


EXPRESSIONS = machine.Expressions
MACHINE = machine.Machine
ROWS = (
    Row("sum", "return a + b", _rule(ast.Add, operator.sub)),
    Row("difference", "return a - b", _rule(ast.Sub, lambda a, b: b - a)),
    Row("product", "return a * b", _rule(ast.Mult, operator.add)),
    Row("product with a choice", "return (1 if p else -1 if q else 0) * b", _swapped(numbers)),
    Row("division of negatives rounds down", "return a // 4 + b // 3", _rule(ast.FloorDiv, _toward_zero)),
    Row("division by an unknown", "return a // max(1, b)", _rule(ast.FloorDiv, lambda a, b: a / (b + 1))),
    Row("left", "return a << 3", _rule(ast.LShift, lambda a, b: a * b)),
    Row("right", "return (a - 9) >> 2", _rule(ast.RShift, _toward_zero)),
    Row("mask", "return (a - b) & 7", _rule(ast.BitAnd, lambda a, b: z3.If(a > 0, a % (b + 1), -(-a % (b + 1))))),
    Row("mask with holes", "return (a * 37 + b) & 0b10110", _rule(ast.BitAnd, lambda a, b: a % (b + 1))),
    Row("mask first", "return 6 & (a + b)", _rule(ast.BitAnd, lambda a, b: b % 8 if not z3.is_expr(a) else a % 8)),
    Row("bits flipped", "return (a - 3) ^ 15", _rule(ast.BitXor, lambda a, b: a + b if z3.is_expr(a) else b + a)),
    Row(
        "two compared bit by bit",
        "return (a - 3) ^ b == 7",
        _put(numbers, "_compare_xor", lambda op, a, b: a.a + a.b == b),
    ),
    Row("known bits", "return (6 | 1) + (a ^ 0) + (6 ^ 3)", _rule(ast.BitXor, lambda a, b: a + 1)),
    Row("minus", "return -a", _put(numbers, "operate", lambda op, a, b: b)),
    Row("not", "return not p", _put(expressions, "negate", lambda value: value)),
    Row(
        "not of a number",
        "return not a",
        _put(expressions, "truth", lambda value: value if z3.is_bool(value) else value > 0),
    ),
    Row("and gives a value", "return a and b", _swapped(expressions)),
    Row("or gives a value", "return a or b", _swapped(expressions)),
    Row("and stops early", "x = p and touch(box) > 0\nreturn box.second", _method(EXPRESSIONS, "_BoolOp", _eager)),
    Row("or stops early", "x = p or touch(box) > 0\nreturn box.second", _method(EXPRESSIONS, "_BoolOp", _eager)),
    Row("choice", "return a if p else b", _swapped(expressions)),
    Row(
        "choice with effects",
        "x = touch(box) if p else touch(box) + touch(box)\nreturn x + 10 * box.second",
        _put(expressions, "merge", _no_merge),
    ),
    Row("less", "return a < b", _order(ast.Lt, operator.le)),
    Row("less or equal", "return a <= b", _order(ast.LtE, operator.lt)),
    Row("greater", "return a > b", _order(ast.Gt, operator.ge)),
    Row("greater or equal", "return a >= b", _order(ast.GtE, operator.gt)),
    Row("equal", "return a == b", _order(ast.Eq, operator.ne)),
    Row("different", "return a != b", _order(ast.NotEq, operator.eq)),
    Row("truths alike", "return (p == q) + 2 * (p != q)", _put(numbers, "_same", lambda a, b: a)),
    Row(
        "chain",
        "return -2 <= a < b",
        _method(
            EXPRESSIONS,
            "_Compare",
            lambda right, self, node, state: right(
                self, ast.Compare(node.left, node.ops[:1], node.comparators[:1]), state
            ),
        ),
    ),
    Row(
        "truth as a number",
        "return p + q - (a > b)",
        _put(
            numbers, "number", lambda value: z3.If(value, z3.IntVal(-1), z3.IntVal(0)) if z3.is_bool(value) else value
        ),
    ),
    Row(
        "number as a truth",
        "return 1 if a else 2",
        _put(expressions, "truth", lambda value: value > 0 if z3.is_int(value) else value),
    ),
    Row(
        "choice as a truth",
        "return 5 if (0 if p else 3) else 6",
        _put(expressions, "truth", lambda value: z3.Not(value == 3) if z3.is_int(value) else value),
    ),
    Row("min", "return min(a, b, 2)", _builtin(min, numbers.most)),
    Row("len", "return len(TABLE) + len(box.list) * a", _put(State, "values", lambda self, thing: [])),
    Row("max", "return max(a, b, 2)", _builtin(max, numbers.least)),
    Row("abs", "return abs(a)", _builtin(abs, lambda given: given[0])),
    Row("bool", "return bool(a) + bool(p)", _builtin(bool, lambda given: given[0])),
    Row("if", "x = 1\nif a > b:\n    x = 2\nreturn x", _put(machine, "merge", _no_merge)),
    Row(
        "if and else",
        "if p:\n    box.first = 7\nelif q:\n    box.first += 1\nelse:\n    box.first = b\nreturn box.first",
        _put(machine, "merge", _no_merge),
    ),
    Row("return early", "if p:\n    return a\nbox.first += 5\nreturn box.first", _swapped(machine)),
    Row(
        "return deep inside",
        "if p:\n    if q:\n        return 1\n    box.second = 3\nreturn box.second + helper(a)",
        _swapped(machine),
    ),
    Row(
        "return by one of both ways",
        "if p:\n    return 1\nelse:\n    box.second = 2\nreturn box.second",
        _swapped(machine),
    ),
    Row(
        "loop",
        "x = 0\nfor i in range(3):\n    x += a\n    x += i\nreturn x",
        _method(
            MACHINE,
            "_for",
            lambda right, self, statement, state: right(
                self, ast.For(statement.target, statement.iter, statement.body[:1], []), state
            ),
        ),
    ),
    Row(
        "return out of a loop",
        "for i in range(4):\n    if a == i:\n        return 100 + i\nreturn -1",
        _swapped(machine),
    ),
    Row(
        "local names",
        "x = a\ny = x\nx += 1\nreturn y * 100 + x",
        _method(
            MACHINE,
            "_simple",
            lambda right, self, statement, state: (
                right(self, statement, state) if isinstance(statement, ast.Assign) else None
            ),
        ),
    ),
    Row(
        "several targets",
        "box.second = box.third = x = b\nreturn box.second * 100 + box.third * 10 + x",
        _method(
            MACHINE,
            "_simple",
            lambda right, self, statement, state: (
                right(self, ast.Assign(statement.targets[1:], statement.value), state)
                if "box.second = box.third" in ast.unparse(statement)
                else right(self, statement, state)
            ),
        ),
    ),
    Row(
        "tuple",
        "x, y = (a, b)\nreturn x * 100 + y",
        _method(
            MACHINE,
            "_assign",
            lambda right, self, target, value, state: right(
                self, target, value[::-1] if isinstance(value, tuple) else value, state
            ),
        ),
    ),
    Row(
        "field",
        "box.second = b\nreturn box.first * 100 + box.second",
        _method(
            machine.State,
            "set",
            lambda right, self, thing, place, value: right(self, thing, place, 0 if place == "second" else value),
        ),
    ),
    Row(
        "method",
        "box.grow(b)\nreturn box.grow(1)",
        _method(
            EXPRESSIONS,
            "_Call",
            lambda right, self, node, state: right(
                self, node, state.copy() if "grow(b)" in ast.unparse(node) else state
            ),
        ),
    ),
    Row("function", "return helper(a) + helper(b)", _swapped(machine)),
    Row(
        "place of a list",
        "box.list[1] = b\nreturn box.list[0] * 100 + box.list[1] * 10 + box.list[2]",
        _method(MACHINE, "_place", lambda right, self, target, value, state: None),
    ),
    Row("unknown place of a table", "return TABLE[a & 3]", _swapped(expressions)),
    Row("unknown place of bytes", "return BYTES[min(2, max(0, b))]", _swapped(expressions)),
    Row(
        "all of a list",
        "box.list[:] = [b] * 3\nreturn box.list[0] + box.list[2]",
        _method(MACHINE, "_place", lambda right, self, target, value, state: None),
    ),
    Row(
        "bytes compared",
        "box.raw[0] = 1\nif p:\n    box.raw[2] = 2\nreturn (box.raw == BYTES) + 2 * (box.raw != BYTES)",
        _method(EXPRESSIONS, "_compared", lambda right, self, op, left, other, state: False),
    ),
    Row(
        "two names of one object",
        "other = box\nother.first = b\nreturn box.first",
        _method(
            MACHINE,
            "_simple",
            lambda right, self, statement, state: (
                None if "other.first" in ast.unparse(statement) else right(self, statement, state)
            ),
        ),
    ),
    Row(
        "a shift by one of two",
        "return (a << (3 if p else 1)) + (b >> (2 if q else 1))",
        lambda set_: set_(numbers, "_RULES", {**numbers._RULES, ast.RShift: lambda a, b: a / 2}),
    ),
)
