"""Arithmetic and comparisons: one rule for each operator, exact for every whole number."""

import ast
import operator

import z3

from tests.proof.translator.values import NotUnderstood, Thing, Xor, both, choose, negate, number, truth, unknown

_PLAIN = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
    ast.LShift: operator.lshift,
    ast.RShift: operator.rshift,
    ast.BitAnd: operator.and_,
    ast.BitOr: operator.or_,
    ast.BitXor: operator.xor,
}
_ORDER = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


def operate(op: ast.operator, a, b):
    """`a op b` of two numbers. A divisor has to be shown to be above zero by whoever asks."""
    a, b = number(a), number(b)
    if not unknown(a) and not unknown(b) and type(op) in _PLAIN:
        return _PLAIN[type(op)](a, b)
    rule = _RULES.get(type(op))
    if rule is None:
        raise NotUnderstood(f"the operator {type(op).__name__}")
    return rule(a, b)


def _times(a, b):
    """A product with a choice between known numbers is a choice between products, which stays linear."""
    for one, other in ((a, b), (b, a)):
        if z3.is_app_of(one, z3.Z3_OP_ITE) if unknown(one) else False:
            condition, yes, no = one.children()
            if _all_known(yes) and _all_known(no):
                return choose(condition, _times(_known(yes), other), _times(_known(no), other))
    return a * b


def _all_known(term) -> bool:
    return z3.is_int_value(term) or (z3.is_app_of(term, z3.Z3_OP_ITE) and all(map(_all_known, term.children()[1:])))


def _known(term):
    return term.as_long() if z3.is_int_value(term) else term


def _divide(a, b):
    # Z3 rounds down when the divisor is above zero, as Python does.
    if not unknown(b) and b <= 0:
        raise NotUnderstood(f"a division by {b}")
    return (a if unknown(a) else z3.IntVal(a)) / b


def _left(a, b):
    return _times(a, 1 << _shift(b))


def _right(a, b):
    return _divide(a, 1 << _shift(b))


def _shifted(rule):
    """A shift by one of a few known numbers is one of a few shifts."""

    def shift(a, b):
        if unknown(b) and z3.is_app_of(b, z3.Z3_OP_ITE) and _all_known(b):
            condition, yes, no = b.children()
            return choose(condition, shift(a, _known(yes)), shift(a, _known(no)))
        return rule(a, b)

    return shift


def _shift(b) -> int:
    if unknown(b) or b < 0:
        raise NotUnderstood(f"a shift by {b}")
    return b


def _and(a, b):
    """With a known mask: the sum of its runs of ones, each cut out of a; right for negative numbers too."""
    if unknown(b):
        a, b = b, a
    if unknown(b) or b < 0:
        raise NotUnderstood("& with anything but a known mask")
    whole, low = 0, 0
    while b >> low:
        if not b >> low & 1:
            low += 1
            continue
        high = low
        while b >> high & 1:
            high += 1
        whole = whole + a / (1 << low) % (1 << (high - low)) * (1 << low)
        low = high
    return whole


def _xor(a, b):
    if unknown(a) and unknown(b):
        return Xor(a, b)
    known, term = (a, b) if unknown(b) else (b, a)
    if known < 0 or known & (known + 1):
        raise NotUnderstood("^ with anything but a mask of ones")
    # The low bits change their sides, the others stay.
    return term + known - 2 * (term % (known + 1))


_RULES = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: _times,
    ast.FloorDiv: _divide,
    ast.LShift: _shifted(_left),
    ast.RShift: _shifted(_right),
    ast.BitAnd: _and,
    ast.BitXor: _xor,
}


def compare(op: ast.cmpop, a, b):
    """`a op b` as a truth. Lists and bytes are compared by whoever knows their places."""
    if type(op) not in _ORDER:
        raise NotUnderstood(f"the comparison {type(op).__name__}")
    if isinstance(a, Thing) or isinstance(b, Thing):
        raise NotUnderstood("a comparison of objects")
    if isinstance(a, Xor) or isinstance(b, Xor):
        return _compare_xor(op, a, b)
    equal = isinstance(op, ast.Eq | ast.NotEq)
    if equal and isinstance(a, bool | z3.BoolRef) and isinstance(b, bool | z3.BoolRef):
        same = _same(truth(a), truth(b))
        return same if isinstance(op, ast.Eq) else negate(same)
    return _ORDER[type(op)](number(a), number(b))


def _same(a, b):
    if not unknown(a) and not unknown(b):
        return a == b
    if not unknown(a):
        return b if a else negate(b)
    if not unknown(b):
        return a if b else negate(a)
    return a == b


def _compare_xor(op: ast.cmpop, a, b):
    """a ^ b == c says no more and no less than b == a ^ c."""
    pair, known = (a, b) if isinstance(a, Xor) else (b, a)
    if isinstance(known, Xor) or unknown(known) or not isinstance(op, ast.Eq | ast.NotEq):
        raise NotUnderstood("^ compared with anything but a known mask")
    same = pair.b == _xor(pair.a, known)
    return same if isinstance(op, ast.Eq) else negate(same)


def least(values):
    """min()."""
    return _first(ast.LtE(), values)


def most(values):
    """max()."""
    return _first(ast.GtE(), values)


def _first(op, values):
    best, *others = map(number, values)
    for value in others:
        best = choose(compare(op, best, value), best, value)
    return best


def size(value):
    """abs()."""
    value = number(value)
    return choose(compare(ast.GtE(), value, 0), value, operate(ast.Sub(), 0, value))


def among(index, count: int):
    """Whether an index is one of so many places, counted from zero."""
    index = number(index)
    return both(compare(ast.GtE(), index, 0), compare(ast.Lt(), index, count))
