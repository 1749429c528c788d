"""Theorems and the mistakes that must refute them, as they are written down. Nothing here needs the solver."""

import re
from collections.abc import Callable
from typing import NamedTuple

from docs.generator.numbers import filled
from tests.proof.source import Edit

CORE, CHECKS = "firmware/safety/core.py", "firmware/safety/checks.py"
ENVELOPE, FAULTS = "firmware/safety/envelope.py", "firmware/safety/faults.py"
LIMITS, TICKS = "firmware/safety/limits.py", "firmware/safety/ticks.py"


class Mistake(NamedTuple):
    """What somebody may have got wrong, in words, and how the file would then read."""

    words: str
    edits: tuple[Edit, ...]


class Theorem(NamedTuple):
    """words: what it says. claim: a function that gives claims, each to be proven. about: which model of."""

    name: str
    words: str
    about: str
    claim: Callable
    mistakes: tuple[Mistake, ...]


THEOREMS: list[Theorem] = []

# A number in a sentence is the code's, as {source.NAME}. What would be typed: a digit, or a count of a unit. These are
# no numbers of the code: how long the proofs themselves look, and the width of a Pico's small integers.
_COUNTS = "a|an|half an?|one|two|three|four|five|six|eight|nine|ten|twelve|twenty|thirty|sixty|hundred|thousand"
_UNITS = "minutes?|seconds?|hours?|days?|degrees?|permille|percent|volts?|new samples"
_TYPED = re.compile(rf"\d|\b(?:{_COUNTS}|fifth of|tenth of)(?: a| an)? (?:{_UNITS}|the drive)\b", re.IGNORECASE)
_NO_NUMBERS = re.compile(r"\{[^}]*\}|up to five days|the 31 bits")

# What a claim is a function of.
STEP = "one tick of the core, from any state, with any input"
TICKS_ON = "some ticks of the core, one after another or side by side, from any state"
PART = "one part of control, from any state, with any input"
REAL = "the table's motion, in real numbers"


def mistake(words: str, path: str, before: str, after: str) -> Mistake:
    """One text of one file replaced."""
    return Mistake(words, (Edit(path, before, after),))


def theorem(*mistakes: Mistake, about: str = STEP) -> Callable[[Callable], Callable]:
    """Register a function: its name, and its docstring as what it says."""

    def register(claim: Callable) -> Callable:
        add(claim.__name__, " ".join((claim.__doc__ or "").split()), claim, mistakes, about)
        return claim

    return register


def add(name: str, words: str, claim: Callable, mistakes: tuple[Mistake, ...], about: str = STEP) -> None:
    """Register a theorem, its words filled with the code's numbers. ValueError for one that no mistake refutes, that
    says nothing, whose name is taken, or that says a number of its own."""
    if not words or not mistakes or name in {one.name for one in THEOREMS}:
        raise ValueError(f"{name}: a theorem has a name of its own, a sentence, and at least one mistake")
    if typed := _TYPED.search(_NO_NUMBERS.sub("", words)):
        raise ValueError(f"{name}: a typed number in its words: {typed[0]}")
    THEOREMS.append(Theorem(name, filled(words), about, claim, mistakes))
