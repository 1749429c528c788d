"""Statements and calls: every path at once. Where paths meet again their states become one: nothing multiplies."""

import ast
import types
from typing import NamedTuple

from tests.proof.source import Program
from tests.proof.translator import numbers, plain
from tests.proof.translator.expressions import Expressions
from tests.proof.translator.state import State, merge
from tests.proof.translator.tried import Tried
from tests.proof.translator.values import NotUnderstood, Thing, both, choose, either, negate, truth, unknown


class Exit(NamedTuple):
    """A return: under which condition, counted from where the block begins, with what, and how things stand then."""

    when: object
    value: object
    state: State


class Machine(Expressions):
    """call() runs one function of the program on values that may be unknown.

    instead: {qualified name: rule} of functions that are not run, as theorems of their own say what they may do.
    """

    def __init__(self, program: Program):
        super().__init__(program)
        self.instead: dict = {}
        self._tried = Tried(self)

    def foreign(self, real, arguments: list, state: State, node: ast.expr):
        value = real.rule(self, state, arguments)
        if real.fails:
            self._tried.fails(node, state)
        return value

    def call(self, real: types.FunctionType, arguments: list, state: State):
        """What the function returns; the state is changed in place."""
        if real.__qualname__ in self.instead:
            return self.instead[real.__qualname__](self, state, arguments)
        try:
            node = self.program.function(real)
        except KeyError as missing:
            raise NotUnderstood(f"{real.__qualname__}: not a function of a module or a class") from missing
        plain.function(real, node)
        names = [one.arg for one in node.args.args]
        self._function.append(real)
        if len(names) != len(arguments):
            raise NotUnderstood(f"{real.__qualname__}: {len(arguments)} arguments for {len(names)}")
        exits, rest = self._block(node.body, State(state.heap, dict(zip(names, arguments, strict=True))))
        self._function.pop()
        if rest:
            exits.append(Exit(rest[0], None, rest[1]))
        value, after = exits[-1].value, exits[-1].state
        for one in reversed(exits[:-1]):
            value = choose(one.when, one.value, value)
            # Local names end here: only what the heap holds goes on.
            after = merge(one.when, State(one.state.heap, {}), State(after.heap, {}))
        state.heap = after.heap
        return value

    def _block(self, body: list[ast.stmt], state: State):
        """All returns inside, and (condition, state) of what falls out at the end, or None."""
        exits: list[Exit] = []
        live = True
        for statement in body:
            with self.under(live):
                if isinstance(statement, ast.Return):
                    value = self.value(statement.value, state) if statement.value else None
                    return [*exits, Exit(live, value, state)], None
                if isinstance(statement, ast.If):
                    left, rest = self._if(statement, state)
                elif isinstance(statement, ast.For):
                    left, rest = self._for(statement, state)
                elif isinstance(statement, ast.Try):
                    left, rest = self._tried.run(statement, state)
                else:
                    self._simple(statement, state)
                    continue
            exits += [Exit(both(live, one.when), one.value, one.state) for one in left]
            if rest is None:
                return exits, None
            live, state = (both(live, rest[0]) if left else live), rest[1]
        return exits, (live, state)

    def _if(self, statement: ast.If, state: State):
        condition = truth(self.value(statement.test, state))
        exits, falls = [], []
        for when, body in ((condition, statement.body), (negate(condition), statement.orelse)):
            if when is False:
                continue
            with self.under(when):
                left, rest = self._block(body, state.copy())
            exits += [Exit(both(when, one.when), one.value, one.state) for one in left]
            if rest:
                falls.append((both(when, rest[0]), rest[1]))
        if not falls:
            return exits, None
        if len(falls) == 1:
            return exits, falls[0]
        (first, one), (second, other) = falls
        return exits, (either(first, second), merge(first, one, other))

    def _for(self, statement: ast.For, state: State):
        each = self.value(statement.iter, state)
        if statement.orelse or not isinstance(statement.target, ast.Name) or not isinstance(each, range):
            raise NotUnderstood(f"{self.place(statement)}: only a range with known ends is gone through")
        exits: list[Exit] = []
        live = True
        for one in each:
            state.names[statement.target.id] = one
            with self.under(live):
                left, rest = self._block(statement.body, state)
            exits += [Exit(both(live, exit_.when), exit_.value, exit_.state) for exit_ in left]
            if rest is None:
                return exits, None
            live, state = (both(live, rest[0]) if left else live), rest[1]
        return exits, (live, state)

    def _simple(self, statement: ast.stmt, state: State) -> None:
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            return
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
            self.value(statement.value, state)
        elif isinstance(statement, ast.Assign):
            value = self.value(statement.value, state)
            for target in statement.targets:
                self._assign(target, value, state)
        elif isinstance(statement, ast.AugAssign):
            self._add(statement, state)
        else:
            raise NotUnderstood(f"{self.place(statement)}: {type(statement).__name__}")

    def _add(self, statement: ast.AugAssign, state: State) -> None:
        """`x += y` as `x = x + y`. The same only where x is found once as well as twice, and is a number."""
        target, deep = statement.target, not isinstance(statement.target, ast.Name)
        moves = [*ast.walk(target), *(ast.walk(statement.value) if deep and _is_found(target) else ())]
        if any(isinstance(one, ast.Call) for one in moves):
            raise NotUnderstood(f"{self.place(statement)}: a call, and what is changed is looked for twice")
        now = ast.parse(ast.unparse(target), mode="eval").body
        if isinstance(self.value(now, state.copy()), Thing):
            raise NotUnderstood(f"{self.place(statement)}: a list is changed in its place")
        whole = ast.copy_location(ast.BinOp(now, statement.op, statement.value), statement)
        self._assign(target, self.value(ast.fix_missing_locations(whole), state), state)

    def _assign(self, target: ast.expr, value, state: State) -> None:
        if isinstance(target, ast.Name):
            if not plain.local(self._function[-1], target.id) or target.id.startswith("__"):
                raise NotUnderstood(f"{self.place(target)}: no name of this function alone")
            state.names[target.id] = value
        elif isinstance(target, ast.Tuple) and isinstance(value, tuple) and len(target.elts) == len(value):
            for one, part in zip(target.elts, value, strict=True):
                self._assign(one, part, state)
        elif isinstance(target, ast.Attribute):
            of = self.value(target.value, state)
            if not isinstance(of, Thing):
                raise NotUnderstood(f"{self.place(target)}: a field of {of!r}")
            if target.attr in vars(of.of):
                raise NotUnderstood(f"{self.place(target)}: the class has one of that name")
            state.set(of, plain.field(of, target.attr), value)
        elif isinstance(target, ast.Subscript):
            self._place(target, value, state)
        else:
            raise NotUnderstood(f"{self.place(target)}: something else on the left")

    def _place(self, target: ast.Subscript, value, state: State) -> None:
        of = self.value(target.value, state)
        if not plain.is_list(of):
            raise NotUnderstood(f"{self.place(target)}: a place of {of!r}")
        count = state.get(of, "len")
        if isinstance(target.slice, ast.Slice):
            whole = target.slice
            if whole.lower or whole.upper or whole.step or not plain.is_list(value):
                raise NotUnderstood(f"{self.place(target)}: only all of a list is replaced by a list")
            values = state.values(value)
            if len(values) != count:
                raise NotUnderstood(f"{self.place(target)}: a list of another length")
            for place, one in enumerate(values):
                self._put(of, place, one, target, state)
            return
        index = self.value(target.slice, state)
        if unknown(index) or not 0 <= index < count:
            raise NotUnderstood(f"{self.place(target)}: an unknown place of {count}")
        self._put(of, index, value, target, state)

    def _put(self, of: Thing, place: int, value, target: ast.expr, state: State) -> None:
        if of.of is bytearray:
            self.need(numbers.among(value, 256), target)
        state.set(of, place, value)


def _is_found(target: ast.expr) -> bool:
    """Whether what is changed is looked for by more than a name that nothing but this function changes."""
    known = isinstance(target, ast.Attribute) or isinstance(target.slice, ast.Constant | ast.Name)
    return not (isinstance(target.value, ast.Name) and known)
