"""Values of the translation: Python's own where a value is known, Z3's terms where it is not.

The known is worked out by Python itself, so that nothing is built for it. Every function here takes both.
"""

import itertools

import z3


class NotUnderstood(Exception):
    """Something that the translator has no rule for. It is never skipped."""


class Thing:
    """An object or a list of the program; its fields, or places, are kept by the State."""

    _numbers = itertools.count()

    def __init__(self, of: type):
        self.of = of
        self.number = next(Thing._numbers)


class Xor:
    """`a ^ b` of two unknown numbers: only its comparison with a mask of ones is understood."""

    def __init__(self, a, b):
        self.a, self.b = a, b


class Foreign:
    """A method of something outside the program. rule(machine, state, arguments) says what it may do and give."""

    def __init__(self, rule, fails: bool = False):
        """fails: it may raise OSError, after it has done its work or a part of it."""
        self.rule, self.fails = rule, fails


class Maybe:
    """A local name that has a value only where `bound` holds."""

    def __init__(self, bound, value):
        self.bound, self.value = bound, value


def unknown(value) -> bool:
    """True for a term of Z3."""
    return isinstance(value, z3.ExprRef)


def negate(condition):
    """not."""
    return z3.Not(condition) if unknown(condition) else not condition


def both(a, b):
    """and, of two truths."""
    if not unknown(a):
        return b if a else False
    if not unknown(b):
        return a if b else False
    return z3.And(a, b)


def either(a, b):
    """or, of two truths."""
    if not unknown(a):
        return True if a else b
    if not unknown(b):
        return True if b else a
    return z3.Or(a, b)


def truth(value):
    """What `if value:` asks: bool, or a truth of Z3."""
    if isinstance(value, z3.BoolRef):
        return value
    if isinstance(value, z3.ArithRef):
        if z3.is_app_of(value, z3.Z3_OP_ITE):
            condition, yes, no = value.children()
            if z3.is_int_value(yes) and z3.is_int_value(no):
                return choose(condition, yes.as_long() != 0, no.as_long() != 0)
        return value != 0
    if isinstance(value, int):
        return value != 0
    raise NotUnderstood(f"the truth of {value!r}")


def number(value):
    """A truth counts as 1 or 0, as in Python."""
    if isinstance(value, z3.BoolRef):
        return z3.If(value, z3.IntVal(1), z3.IntVal(0))
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int | z3.ArithRef):
        return value
    raise NotUnderstood(f"{value!r} where a number is needed")


def choose(condition, yes, no):
    """`yes if condition else no`; two values of different kinds are no value."""
    if not unknown(condition):
        return yes if condition else no
    if yes is no or (not unknown(yes) and not unknown(no) and type(yes) is type(no) and yes == no):
        return yes
    if _is_truth(yes) and _is_truth(no):
        return either(both(condition, yes), both(negate(condition), no))
    if not isinstance(yes, int | z3.ExprRef) or not isinstance(no, int | z3.ExprRef):
        raise NotUnderstood(f"either {yes!r} or {no!r}")
    return z3.If(condition, _term(number(yes)), _term(number(no)))


def _is_truth(value) -> bool:
    return isinstance(value, bool | z3.BoolRef)


def _term(value):
    return value if unknown(value) else z3.IntVal(value)
