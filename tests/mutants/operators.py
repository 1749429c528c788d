"""What a mutant may change: for one syntax node, every replacement, each with the name of its operator.

Left out, because no behaviour hangs on them: texts, docstrings, annotations and imports.
"""

import ast
import copy

# For each comparison the swaps that no weaker test can kill: whoever kills these kills every other swap too.
_COMPARISONS = {
    ast.Lt: (ast.LtE, ast.NotEq),
    ast.Gt: (ast.GtE, ast.NotEq),
    ast.LtE: (ast.Lt, ast.Eq),
    ast.GtE: (ast.Gt, ast.Eq),
    ast.Eq: (ast.LtE, ast.GtE),
    ast.NotEq: (ast.Lt, ast.Gt),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_OPPOSITES = {ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,)}
_ARITHMETIC = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.FloorDiv, ast.Add),
    ast.FloorDiv: (ast.Mult, ast.Mod),
    ast.Mod: (ast.FloorDiv, ast.Mult),
    ast.LShift: (ast.RShift,),
    ast.RShift: (ast.LShift,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd, ast.BitXor),
    ast.BitXor: (ast.BitAnd, ast.BitOr),
}
_TWINS = {"min": "max", "max": "min", "any": "all", "all": "any"}
_CHECK = "judge"  # the call that raises a fault in the supervisor; deleting one is deleting a check


def replacements(node):
    """Yield (operator, node to put in its place) for every mutant of this node itself; its children have their own."""
    make = _MAKERS.get(type(node))
    return make(node) if make else ()


def _but(node, **fields):
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def _without(items, at):
    return [*items[:at], *items[at + 1 :]]


def _truths():
    return ast.Constant(True), ast.Constant(False)


def _negated(node):
    return ast.UnaryOp(ast.Not(), node)


def _is_code(node):
    """A named constant: what is compared with one for equality has no order that a fault could follow."""
    return getattr(node, "attr", getattr(node, "id", "")).isupper()


def _compare(node):
    for at, op in enumerate(node.ops):
        swaps = _COMPARISONS[type(op)]
        if type(op) in _OPPOSITES and (_is_code(node.comparators[at]) or _is_code(node.left)):
            swaps = _OPPOSITES[type(op)]
        for swap in swaps:
            yield "comparison", _but(node, ops=[*node.ops[:at], swap(), *node.ops[at + 1 :]])
    for truth in _truths():
        yield "comparison", truth


def _constant(node):
    value = node.value
    if value is True or value is False:
        yield "constant", ast.Constant(not value)
    elif type(value) is int:
        for other in sorted({value - 1, value + 1, 0} - {value}):
            yield "constant", ast.Constant(other)


def _binary(node):
    for swap in _ARITHMETIC.get(type(node.op), ()):
        yield "arithmetic", _but(node, op=swap())


def _augmented(node):
    yield from _binary(node)
    yield "arithmetic", ast.Assign([node.target], node.value)
    yield "statement deleted", ast.Pass()


def _boolean(node):
    yield "logic", _but(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
    for at, operand in enumerate(node.values):
        rest = _without(node.values, at)
        yield "operand dropped", rest[0] if len(rest) == 1 else _but(node, values=rest)
        if not isinstance(operand, ast.Compare):
            yield "logic", _but(node, values=[*node.values[:at], _negated(operand), *node.values[at + 1 :]])


def _unary(node):
    yield "logic" if isinstance(node.op, ast.Not) else "arithmetic", node.operand


def _choice(node):
    for test in (*_truths(), _negated(node.test)):
        yield "condition", _but(node, test=test)


def _while(node):
    yield "condition", _but(node, test=ast.Constant(False))


def _filter(node):
    for at in range(len(node.ifs)):
        for truth in _truths():
            yield "condition", _but(node, ifs=[*node.ifs[:at], truth, *node.ifs[at + 1 :]])


def _for(node):
    yield "loop skipped", _but(node, iter=ast.Tuple([], ast.Load()))


def _call(node):
    name = getattr(node.func, "id", "")
    if name in _TWINS:
        yield "call", _but(node, func=ast.Name(_TWINS[name], ast.Load()))
    if len(node.args) + len(node.keywords) > 1:
        for at in range(len(node.args)):
            yield "argument dropped", _but(node, args=_without(node.args, at))
    for at in range(len(node.keywords)):
        yield "argument dropped", _but(node, keywords=_without(node.keywords, at))


def _expression(node):
    if isinstance(node.value, ast.Constant):
        return
    called = node.value.func if isinstance(node.value, ast.Call) else node.value
    name = getattr(called, "attr", getattr(called, "id", ""))
    yield "check deleted" if name.strip("_") == _CHECK else "statement deleted", ast.Pass()


def _assignment(node):
    yield "statement deleted", ast.Pass()
    targets = getattr(node, "targets", ())
    if len(targets) > 1:
        for at in range(len(targets)):
            yield "statement deleted", _but(node, targets=_without(targets, at))


def _return(node):
    yield "statement deleted", ast.Pass()
    for value in (0, 1):
        # False for 0 is no change that a caller could see.
        if node.value is not None and getattr(node.value, "value", None) != value:
            yield "return", ast.Return(ast.Constant(value))


def _row(node):
    """A name of a table's row: the number it stands for, one more and one less."""
    for at, item in enumerate(node.elts):
        if isinstance(item, ast.Name) and item.id.isupper() and isinstance(node.ctx, ast.Load):
            for op in (ast.Add(), ast.Sub()):
                moved = ast.BinOp(item, op, ast.Constant(1))
                yield "name in a table", _but(node, elts=[*node.elts[:at], moved, *node.elts[at + 1 :]])


def _deletable(_):
    yield "statement deleted", ast.Pass()


_MAKERS = {
    ast.Compare: _compare,
    ast.Constant: _constant,
    ast.BinOp: _binary,
    ast.AugAssign: _augmented,
    ast.BoolOp: _boolean,
    ast.UnaryOp: _unary,
    ast.If: _choice,
    ast.IfExp: _choice,
    ast.While: _while,
    ast.comprehension: _filter,
    ast.For: _for,
    ast.Call: _call,
    ast.Expr: _expression,
    ast.Assign: _assignment,
    ast.AnnAssign: _assignment,
    ast.Return: _return,
    ast.Tuple: _row,
    ast.List: _row,
    ast.Raise: _deletable,
    ast.Continue: _deletable,
    ast.Break: _deletable,
    ast.Assert: _deletable,
}
