"""Asks one question at a time: says it, reads a line, and asks again until the answer will do."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from bascule import output
from bascule.errors import BAD_INPUT, Problem

_Taken = TypeVar("_Taken")
# Lines stay readable on a wide terminal, and alike on every one.
_WIDTH = 100
# Where an answer is typed.
PROMPT = "> "
_YES, _NO = ("yes", "y"), ("no", "n")
NONE, _WHAT = "none", "?"


class NotTaken(Exception):
    """An answer will not do: why, in sentences."""

    def __init__(self, *why: str) -> None:
        super().__init__(*why)
        self.why = why


def say(text: str = "", indent: str = "") -> None:
    """A paragraph for the person who answers."""
    output.note(textwrap.fill(text, _WIDTH, initial_indent=indent, subsequent_indent=indent))


def ask(question: str, take: Callable[[str], _Taken]) -> _Taken:
    """What `take` makes of the answer; NotTaken from it asks again. EOFError when no more is typed."""
    say(question)
    while True:
        try:
            return take(_line())
        except NotTaken as wrong:
            for sentence in wrong.why:
                say(sentence, indent="  ")


def confirmed(question: str) -> bool:
    """Yes or no."""

    def take(typed: str) -> bool:
        if typed.casefold() not in (*_YES, *_NO):
            raise NotTaken("Type yes or no.")
        return typed.casefold() in _YES

    return ask(f"{question} (yes, no)", take)


def agreed(question: str, yes: bool, undone: str) -> None:
    """Somebody has said yes to what cannot be undone; `yes` is that answer given beforehand. Problem else.

    undone: what has not been confirmed, and so not been done.
    """
    askable(yes, undone)
    try:
        if yes or confirmed(question):
            return
    except EOFError:
        pass
    raise _unconfirmed(undone)


def askable(yes: bool, undone: str) -> None:
    """The Problem of `agreed`, where there is nobody to ask: before anything has been begun."""
    if not yes and not output.on_terminal(sys.stdin):
        raise _unconfirmed(undone)


def _unconfirmed(undone: str) -> Problem:
    return Problem(BAD_INPUT, "NOT_CONFIRMED", undone, "Answer yes, or give --yes if nobody can be asked.")


def chosen(question: str, options: Sequence[str]) -> int:
    """The place of the one option chosen."""
    _list(options)
    return ask(question, lambda typed: _number(typed, len(options)))


def several(question: str, options: Mapping[str, Sequence[str]]) -> list[int]:
    """The places of the options chosen; that it is none must be typed. By option: what it means, for who asks."""

    def take(typed: str) -> list[int]:
        if typed.casefold() == NONE:
            return []
        if typed.startswith(_WHAT):
            raise NotTaken(*list(options.values())[_number(typed[1:].strip(), len(options))])
        numbers = typed.replace(",", " ").split()
        if not numbers:
            raise NotTaken(f"Type the numbers of all that apply, as 1 3, or {NONE}.")
        return sorted({_number(one, len(options)) for one in numbers})

    say(question)
    _list(options)
    return ask(f"Type the numbers of all that apply, as 1 3, or {NONE}; {_WHAT}2 explains number 2:", take)


def _number(typed: str, most: int) -> int:
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 4 and 1 <= int(typed) <= most):
        raise NotTaken(f"'{typed[:20]}' is not a number from 1 to {most}.")
    return int(typed) - 1


def _list(options: Iterable[str]) -> None:
    for number, option in enumerate(options, 1):
        output.note(f"  {number:2}  {option}")


def _line() -> str:
    output.prompt(PROMPT)
    typed = sys.stdin.buffer.readline()
    if not typed:
        raise EOFError
    try:
        return typed.decode().strip()
    except UnicodeDecodeError:
        raise NotTaken("This is not UTF-8 text: type it again.") from None
