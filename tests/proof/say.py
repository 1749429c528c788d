"""The few words that theorems are written in."""

import functools
from typing import Any, NamedTuple

from firmware.safety.ticks import HALF, MASK
from tests.proof.translator.values import both, choose, either, negate, truth

__all__ = ["all_of", "any_of", "choose", "if_then", "in_groups", "is_not", "passed_ms", "pressed"]


def all_of(*claims):
    """Every one of them."""
    return functools.reduce(both, map(truth, claims), True)


def any_of(*claims):
    """At least one of them."""
    return functools.reduce(either, map(truth, claims), False)


def is_not(claim):
    """The contrary."""
    return negate(truth(claim))


class Said(NamedTuple):
    """One if_then(): its condition, what it claims there, and both as one claim."""

    condition: Any
    claim: Any
    whole: Any


SAID: list[Said] = []  # since it was last emptied: a test asks whether each condition can come true


def if_then(condition, claim):
    """Where the condition holds, so does the claim."""
    SAID.append(Said(truth(condition), truth(claim), any_of(is_not(condition), claim)))
    return SAID[-1].whole


def in_groups(claims, size=16):
    """Many small claims as fewer: so many are asked at once."""
    return [all_of(*claims[begin : begin + size]) for begin in range(0, len(claims), size)]


def passed_ms(now, since):
    """Time from one tick reading to another, by the clock that wraps: right for what is nearer than six days."""
    return (now - since + HALF) % (MASK + 1) - HALF


def pressed(step):
    """UP goes down in this tick."""
    return all_of(step.obs.up, is_not(step.before.core._up_was))
