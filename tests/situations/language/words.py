"""Sentences with gaps: what a line of a situation may say, and what each such sentence does."""

import re
from collections.abc import Callable
from typing import Any

from firmware.safety import faults
from firmware.states import STATE_NAMES

_NUMBER = r"-?\d+(?:\.\d+)?"
BUTTONS = ("DOWN", "UP", "OK", "STOP")
CODES = tuple(row[faults.NAME] for row in faults.FAULTS)


def _one_of(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


# gap -> (what it matches, what it becomes)
_GAPS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "n": (_NUMBER, float),
    "count": (r"\d+", int),
    "button": (_one_of(BUTTONS), str.lower),
    "side": ("left|right", str),
    "state": (_one_of(STATE_NAMES), str),
    "code": (_one_of(CODES[1:]), CODES.index),
    "response": (_one_of(faults.RESPONSE_NAMES[1:]), faults.RESPONSE_NAMES.index),
    "CODE": (r"[A-Z][A-Z_]+", str),
    "rest": (r".+", str),
}


class UnknownWords(ValueError):
    """A line that is none of the known sentences."""


class Sentences:
    """A set of sentences such as `hold {button} until {n}`, each with the function it stands for."""

    def __init__(self, what: str):
        self._what = what
        self._known: list[tuple[str, re.Pattern[str], list[str], Callable[..., Any]]] = []

    def __call__(self, form: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Decorate the function of one sentence; the gaps become its arguments, in order."""
        gaps = re.findall(r"\{(\w+)\}", form)
        parts = re.split(r"\{\w+\}", form)
        pattern = re.escape(parts[0])
        for gap, part in zip(gaps, parts[1:], strict=True):
            pattern += f"({_GAPS[gap][0]})" + re.escape(part)

        def register(function: Callable[..., Any]) -> Callable[..., Any]:
            self._known.append((form, re.compile(pattern), gaps, function))
            return function

        return register

    def read(self, line: str) -> tuple[Callable[..., Any], list[Any]]:
        """The function and arguments of a line; UnknownWords names the line and every known form."""
        for _, pattern, gaps, function in self._known:
            found = pattern.fullmatch(line.strip())
            if found:
                return function, [_GAPS[gap][1](text) for gap, text in zip(gaps, found.groups(), strict=True)]
        forms = "\n  ".join(self.forms())
        raise UnknownWords(f"{line!r} is no {self._what}. Known:\n  {forms}")

    def forms(self) -> list[str]:
        return [form for form, *_ in self._known]

    def described(self) -> list[tuple[str, str]]:
        """Each form with what its function says of it."""
        return [(form, " ".join((function.__doc__ or "").split())) for form, _, _, function in self._known]
