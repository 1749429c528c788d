"""Expressions: one method for each kind of node that the firmware uses. A kind without a method is not understood."""

import ast
import types
from contextlib import contextmanager
from typing import NamedTuple

import z3

from tests.proof.source import Program
from tests.proof.translator import numbers, plain
from tests.proof.translator.state import State, merge
from tests.proof.translator.values import Foreign, Maybe, NotUnderstood, Thing, both, choose, negate, truth, unknown


class Method(NamedTuple):
    """A function bound to its object."""

    thing: Thing
    real: types.FunctionType | Foreign


class Number(NamedTuple):
    """A number that some expression makes: where, and under which condition it is made at all."""

    place: str
    when: object
    term: object


class Need(NamedTuple):
    """What must hold for Python to go on here: an index that exists, a divisor above zero."""

    place: str
    when: object
    claim: object


class Expressions:
    """value() of a node in a state; calls may change the state. Every number that is made is noted in `numbers`."""

    def __init__(self, program: Program):
        self.program = program
        self.numbers: list[Number] = []
        self.needs: list[Need] = []
        self._when: list = [True]
        self._function: list[types.FunctionType] = []

    def call(self, real: types.FunctionType, arguments: list, state: State):
        """What the function returns; the state is changed in place. Defined by who knows statements."""
        raise NotImplementedError

    def foreign(self, real: Foreign, arguments: list, state: State, node: ast.expr):
        """What something outside the program gives; the state is changed in place. Defined by who knows statements."""
        raise NotImplementedError

    def value(self, node: ast.expr, state: State):
        """The value of one expression. NotUnderstood names the place."""
        rule = getattr(self, f"_{type(node).__name__}", None)
        if rule is None:
            raise NotUnderstood(f"{self.place(node)}: {type(node).__name__}: {ast.unparse(node)}")
        return rule(node, state)

    def place(self, node: ast.AST) -> str:
        """Where a node stands, in words."""
        within = self._function[-1] if self._function else None
        name = f"{within.__module__}.{within.__qualname__}" if within else "?"
        return f"{name}:{getattr(node, 'lineno', 0)}: {ast.unparse(node)}"

    @contextmanager
    def under(self, condition):
        """What is done inside is done only where the condition holds."""
        self._when.append(both(self._when[-1], condition))
        yield
        self._when.pop()

    def need(self, claim, node: ast.AST) -> None:
        """Python goes on here only if the claim holds."""
        if claim is not True:
            self.needs.append(Need(self.place(node), self._when[-1], claim))

    def _made(self, value, node: ast.AST):
        if isinstance(value, z3.ArithRef) or (isinstance(value, int) and abs(value) >= _LARGE):
            self.numbers.append(Number(self.place(node), self._when[-1], value))
        return value

    def _Constant(self, node, state):
        if isinstance(node.value, bool | int | bytes) or node.value is None:
            return node.value
        raise NotUnderstood(f"{self.place(node)}: a constant of another kind")

    def _Name(self, node, state):
        if node.id in state.names:
            value = state.names[node.id]
            if isinstance(value, Maybe):
                self.need(value.bound, node)
                return value.value
            return value
        within = self._function[-1]
        outside = self.program.globals_of(within)
        if plain.local(within, node.id) or node.id.startswith("__"):
            raise NotUnderstood(f"{self.place(node)}: it has a value on some ways to here only")
        if node.id in outside:
            return self._outside(within.__module__, node.id, outside[node.id], node)
        if node.id in _BUILT_IN:
            return _BUILT_IN[node.id]
        raise NotUnderstood(f"{self.place(node)}: no such name")

    def _outside(self, module: str, name: str, value, node):
        """What a module calls so, if that is the same at any time."""
        if isinstance(value, list | bytearray | dict | set) or self.program.changes(module, name):
            raise NotUnderstood(f"{self.place(node)}: {name} may be another one later")
        return value

    def _Attribute(self, node, state):
        of = self.value(node.value, state)
        if isinstance(of, types.ModuleType):
            return self._outside(of.__name__, node.attr, getattr(of, node.attr), node)
        if not isinstance(of, Thing):
            raise NotUnderstood(f"{self.place(node)}: an attribute of {of!r}")
        name = plain.field(of, node.attr)
        if state.has(of, name):
            return state.get(of, name)
        real = vars(of.of).get(name)
        if not isinstance(real, types.FunctionType | Foreign):
            raise NotUnderstood(f"{self.place(node)}: {of.of.__name__} has no field of that name here")
        return Method(of, real)

    def _Subscript(self, node, state):
        of, index = self.value(node.value, state), self.value(node.slice, state)
        if not plain.is_list(of) and not isinstance(of, tuple | bytes):
            raise NotUnderstood(f"{self.place(node)}: a place of {of!r}")
        values = state.values(of) if isinstance(of, Thing) else of
        if not unknown(index) and not 0 <= index < len(values):
            raise NotUnderstood(f"{self.place(node)}: place {index} of {len(values)}")
        if not unknown(index):
            return values[index]
        self.need(numbers.among(index, len(values)), node)
        chosen = values[-1]
        for place in range(len(values) - 2, -1, -1):
            chosen = choose(index == place, values[place], chosen)
        return chosen

    def _BoolOp(self, node, state):
        """`a and b` is a where a is false, else b; b is worked out only there. So `or`, the other way round."""
        value = self.value(node.values[0], state)
        for right in node.values[1:]:
            goes_on = truth(value) if isinstance(node.op, ast.And) else negate(truth(value))
            if goes_on is False:
                return value
            branch = state.copy()
            with self.under(goes_on):
                other = self.value(right, branch)
            value = choose(goes_on, other, value)
            self._take(state, merge(goes_on, branch, state))
        return value

    def _UnaryOp(self, node, state):
        value = self.value(node.operand, state)
        if isinstance(node.op, ast.Not):
            return negate(truth(value))
        if isinstance(node.op, ast.USub):
            return self._made(numbers.operate(ast.Sub(), 0, value), node)
        raise NotUnderstood(f"{self.place(node)}: {type(node.op).__name__}")

    def _IfExp(self, node, state):
        condition = truth(self.value(node.test, state))
        if not unknown(condition):
            return self.value(node.body if condition else node.orelse, state)
        yes, no = state.copy(), state.copy()
        with self.under(condition):
            first = self.value(node.body, yes)
        with self.under(negate(condition)):
            second = self.value(node.orelse, no)
        self._take(state, merge(condition, yes, no))
        return choose(condition, first, second)

    def _BinOp(self, node, state):
        left, right = self.value(node.left, state), self.value(node.right, state)
        if plain.is_list(left) and isinstance(node.op, ast.Mult) and not unknown(right):
            return state.new_list(left.of, state.values(left) * right)
        if isinstance(node.op, ast.FloorDiv) and unknown(right):
            self.need(right > 0, node)
        return self._made(numbers.operate(node.op, left, right), node)

    def _Compare(self, node, state):
        left, whole = self.value(node.left, state), True
        for op, further in zip(node.ops, node.comparators, strict=True):
            if whole is not True and any(isinstance(one, ast.Call) for one in ast.walk(further)):
                raise NotUnderstood(f"{self.place(node)}: a call in the middle of a chain")
            right = self.value(further, state)
            whole = both(whole, self._compared(op, left, right, state))
            left = right
        return whole

    def _compared(self, op, left, right, state):
        # A list is never equal to bytes, whatever both hold.
        comparable = plain.is_list(left) and left.of is bytearray and isinstance(right, bytes)
        if comparable and isinstance(op, ast.Eq | ast.NotEq):
            values = state.values(left)
            same = len(values) == len(right)
            for one, other in zip(values, right, strict=False):
                same = both(same, numbers.compare(ast.Eq(), one, other))
            return same if isinstance(op, ast.Eq) else negate(same)
        return numbers.compare(op, left, right)

    def _List(self, node, state):
        return state.new_list(list, [self.value(one, state) for one in node.elts])

    def _Tuple(self, node, state):
        return tuple([self.value(one, state) for one in node.elts])

    def _Call(self, node, state):
        of = self.value(node.func, state)
        arguments = [self.value(one, state) for one in node.args]
        if node.keywords:
            raise NotUnderstood(f"{self.place(node)}: an argument by name")
        if isinstance(of, Method) and isinstance(of.real, Foreign):
            return self.foreign(of.real, [of.thing, *arguments], state, node)
        if isinstance(of, Method):
            return self.call(of.real, [of.thing, *arguments], state)
        if isinstance(of, types.FunctionType):
            return self.call(of, arguments, state)
        if of is bytearray and len(arguments) == 1 and type(arguments[0]) is int and arguments[0] >= 0:
            return state.new_list(bytearray, [0] * arguments[0])
        if of is range and not any(map(unknown, arguments)):
            return range(*arguments)
        if of is len and len(arguments) == 1 and (plain.is_list(arguments[0]) or isinstance(arguments[0], _COUNTED)):
            return len(state.values(arguments[0]) if isinstance(arguments[0], Thing) else arguments[0])
        if of in _WORKED_OUT and len(arguments) >= _LEAST[of]:
            return self._made(_WORKED_OUT[of](arguments), node)
        if isinstance(of, type) and of.__module__ in self.program.loaded() and of.__bases__ == (object,):
            return self.new(of, arguments, state)
        raise NotUnderstood(f"{self.place(node)}: a call of {of!r}")

    def new(self, of: type, arguments: list, state: State) -> Thing:
        """A new object of a class of the program."""
        plain.of_class(of)
        thing = Thing(of)
        if "__init__" in vars(of):
            self.call(vars(of)["__init__"], [thing, *arguments], state)
        elif arguments:
            raise NotUnderstood(f"{of.__name__} takes no arguments")
        return thing

    @staticmethod
    def _take(state: State, merged: State) -> None:
        state.heap, state.names = merged.heap, merged.names


_BUILT_IN = {"min": min, "max": max, "abs": abs, "bool": bool, "range": range, "len": len,
             "bytearray": bytearray}  # fmt: skip
_COUNTED = (tuple, bytes, range)
_LARGE = 1 << 29  # what is known is noted where it may leave a Pico's small integers
_LEAST = {min: 2, max: 2, abs: 1, bool: 1}  # arguments: of one alone they ask something else
_WORKED_OUT = {
    min: numbers.least,
    max: numbers.most,
    abs: lambda given: numbers.size(*given),
    bool: lambda given: truth(*given),
}
