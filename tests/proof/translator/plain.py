"""What of a program has no meaning but the one that it shows: the translator takes nothing else.

A class may say what `x.a = 1` does, and a function may be one of a kind that does not run when it is called. Then the
text of who uses them says too little.
"""

import ast
import functools
import inspect
import types

from tests.proof.translator.values import NotUnderstood, Thing

_NOT_RUN = inspect.CO_GENERATOR | inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR
_LISTS = (list, bytearray)


def function(real: types.FunctionType, node: ast.FunctionDef) -> None:
    """NotUnderstood for a function that does not just take its arguments, each by its place, and run."""
    given = node.args
    if given.posonlyargs or given.vararg or given.kwarg or given.kwonlyargs or given.defaults or node.decorator_list:
        raise NotUnderstood(f"{real.__qualname__}: arguments of another kind, or a decorator")
    if real.__code__.co_flags & _NOT_RUN or real.__code__.co_freevars or real.__code__.co_cellvars:
        raise NotUnderstood(f"{real.__qualname__}: a generator, or names that it shares with another function")


@functools.cache
def of_class(of: type) -> None:
    """NotUnderstood for a class that changes what it means to make, read, write or compare its objects."""
    own = [name for name in vars(of) if name.startswith("__") and isinstance(vars(of)[name], types.FunctionType)]
    described = [name for name, one in vars(of).items() if hasattr(type(one), "__set__") and name not in _ALWAYS]
    if (
        type(of) is not type
        or of.__bases__ != (object,)
        or set(own) - {"__init__"}
        or "__new__" in vars(of)
        or described
    ):
        raise NotUnderstood(f"{of.__name__}: a class with rules of its own")


_ALWAYS = {"__dict__", "__weakref__"}  # of every class


def field(thing: Thing, name: str) -> str:
    """A field's name, where a field of that name is no more than a place for a value."""
    if thing.of in _LISTS:
        raise NotUnderstood(f"a field {name} of a list")
    if name.startswith("__"):
        raise NotUnderstood(f"{name}: Python reads such a name as another one inside a class")
    of_class(thing.of)
    return name


def local(real: types.FunctionType, name: str) -> bool:
    """Whether a name is one of the function's own, wherever in it a value is given to it."""
    return name in real.__code__.co_varnames


def is_list(value) -> bool:
    """Whether it is a list or a bytearray of the program."""
    return isinstance(value, Thing) and value.of in _LISTS
