"""`try` with one `except OSError`: what fails inside goes on in the handler, from the state in which it failed."""

import ast

import z3

from tests.proof.translator.state import State, merge
from tests.proof.translator.values import Maybe, NotUnderstood, both, either, negate


class Tried:
    """run() of a statement; fails() where something outside the program may raise."""

    def __init__(self, machine):
        self._machine = machine
        self._count = 0
        # Of each `try` that is open: how deep it stands, and (condition, state) of what has failed in the statement.
        self._open: list[tuple[tuple, list]] = []

    def _depth(self) -> tuple:
        return len(self._machine._function), len(self._machine._when)

    def fails(self, node: ast.expr, state: State) -> None:
        """From here Python may go on in the handler. Only a statement of the `try` itself may fail, and always runs."""
        if not self._open or self._open[-1][0] != self._depth():
            raise NotUnderstood(f"{self._machine.place(node)}: it may fail, and no `try` stands right around it")
        self._count += 1
        self._open[-1][1].append((z3.Bool(f"fails {self._count}"), state.copy()))

    def run(self, statement: ast.Try, state: State):
        """All returns of the handler, and what falls out at the end, as of every block."""
        only = statement.handlers[0] if len(statement.handlers) == 1 else None
        plain = only and isinstance(only.type, ast.Name) and only.type.id == "OSError" and only.name is None
        if statement.orelse or statement.finalbody or not only or not plain:
            raise NotUnderstood(f"{self._machine.place(statement)}: only one `except OSError:` is understood")
        live, failed = self._body(statement.body, state)
        if not failed:
            return [], (live, state)
        when, caught = failed[-1]
        for condition, other in reversed(failed[:-1]):
            caught, when = merge(condition, other, caught), either(condition, when)
        with self._machine.under(when):
            exits, rest = self._machine._block(only.body, caught)
        if exits or rest is None:
            raise NotUnderstood(f"{self._machine.place(statement)}: a return inside")
        return [], (True, _joined(when, rest[1], state))

    def _body(self, body: list[ast.stmt], state: State):
        live, failed = True, []
        for one in body:
            if not isinstance(one, ast.Expr | ast.Assign):
                raise NotUnderstood(f"{self._machine.place(one)}: inside `try` only plain statements are understood")
            with self._machine.under(live):
                self._open.append((self._depth(), []))
                self._machine._simple(one, state)
                for condition, then in self._open.pop()[1]:
                    failed.append((both(live, condition), then))
                    live = both(live, negate(condition))
        return live, failed


def _joined(when, caught: State, state: State) -> State:
    """The handler's state where something failed. A name that only the body gave a value has none there."""
    joined = merge(when, caught, state)
    for name, value in state.names.items():
        if name not in caught.names:
            joined.names[name] = Maybe(negate(when), value)
    return joined
