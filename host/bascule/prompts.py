"""Asks one question at a time: says it, reads a line, and asks again until the answer will do.

Within `remembering` a person may go back: the questions are run again, and a Memory gives all other answers.
"""

from __future__ import annotations

import contextlib
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from bascule import output
from bascule.errors import BAD_INPUT, Problem
from bascule.speech.spoken import say
from bascule.speech.told import Told, later
from bascule.speech.typed import in_english

_Taken = TypeVar("_Taken")
# Lines stay readable on a wide terminal, and alike on every one.
_WIDTH = 100
# Where an answer is typed.
PROMPT = "> "
_YES, _NO = ("yes", "y"), ("no", "n")
NONE, _WHAT = later("none"), "?"
BACK = "back"
_HELP = later(
    "Type an answer and press Enter. back returns to the question before. Ctrl-C stops, and nothing is written."
)


class NotTaken(Exception):
    """An answer will not do: why, in sentences."""

    def __init__(self, *why: str) -> None:
        super().__init__(*why)
        self.why = why


class Back(Exception):
    """An answer has been forgotten: run the questions again, which asks for that one alone."""


class Memory:
    """The answers so far, by question and by how often it was asked before in the same run."""

    def __init__(self) -> None:
        self._typed: dict[tuple[str, int], str] = {}
        self._shown: dict[tuple[str, int], str] = {}
        self.begin()

    def begin(self) -> None:
        """A new run of the questions."""
        self._asked: Counter[str] = Counter()
        self._order: list[tuple[str, int]] = []
        self._unsaid: list[str] = []

    def given(self) -> list[tuple[str, str]]:
        """Each question of this run with its answer, in order."""
        return [(key[0], self._shown[key]) for key in self._order]

    def forget(self, place: int) -> None:
        """Forget one answer of `given`, and go back to it. IndexError where there is none."""
        del self._typed[self._order[place]]
        raise Back

    def forget_from(self, question: str) -> None:
        """Forget the answer to `question` and all behind it, and go back."""
        first = [key[0] for key in self._order].index(question)
        for key in self._order[first:]:
            del self._typed[key]
        raise Back

    def hold(self, text: str) -> None:
        """Keep what is said until it is known whether the next question is answered already."""
        self._unsaid.append(text)

    def flush(self) -> None:
        """Say what was kept."""
        for text in self._unsaid:
            output.note(text)
        self._unsaid = []

    def answer(
        self, question: str, take: Callable[[str], _Taken], about: str, shown: Callable[[_Taken], str] | None
    ) -> _Taken:
        """What `take` makes of the answer remembered, or else typed now."""
        key = (about, self._asked[about])
        self._asked[about] += 1
        try:
            found = take(self._typed[key])
            self._unsaid = []
        except (KeyError, NotTaken):
            self.flush()
            typed, found = _asked(question, take, self)
            self._typed[key] = typed
        self._order.append(key)
        self._shown[key] = shown(found) if shown else self._typed[key]
        return found


_memory: Memory | None = None


@contextlib.contextmanager
def remembering(memory: Memory) -> Iterator[None]:
    """Within it `ask` remembers."""
    global _memory  # noqa: PLW0603  (one terminal, one conversation)
    memory.begin()
    _memory = memory
    try:
        yield
    finally:
        _memory = None
        memory.flush()


def tell(text: str = "", indent: str = "") -> None:
    """A paragraph for the person who answers."""
    _note(textwrap.fill(text, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False))


def _note(text: str) -> None:
    if _memory is None:
        output.note(text)
    else:
        _memory.hold(text)


def ask(
    question: str, take: Callable[[str], _Taken], about: str = "", shown: Callable[[_Taken], str] | None = None
) -> _Taken:
    """What `take` makes of the answer; NotTaken from it asks again. EOFError when no more is typed.

    about: the name under which it is remembered, where `question` is asked about several things.
    shown: the answer in a review, where what is typed tells a reader nothing.
    """
    if _memory is None:
        return _asked(question, take, None)[1]
    return _memory.answer(question, take, about or question, shown)


def _asked(question: str, take: Callable[[str], _Taken], memory: Memory | None) -> tuple[str, _Taken]:
    output.note(textwrap.fill(question, _WIDTH))
    while True:
        try:
            typed = _line()
            if memory is not None:
                _commanded(typed, memory)
            return typed, take(typed)
        except NotTaken as wrong:
            for sentence in wrong.why:
                output.note(textwrap.fill(sentence, _WIDTH, initial_indent="  ", subsequent_indent="  "))


def _commanded(typed: str, memory: Memory) -> None:
    if typed == _WHAT:
        raise NotTaken(say(_HELP))
    if in_english(typed) == BACK:
        if not memory.given():
            raise NotTaken(say("This is the first question."))
        memory.forget(-1)


def reviewed(question: str, memory: Memory) -> bool:
    """Whether all of `given` is right: yes or no. A number goes back to that answer."""
    output.note("")
    for number, (asked, typed) in enumerate(memory.given(), 1):
        short = textwrap.shorten(asked, _WIDTH - 30, placeholder=" ...")
        output.note(f"  {number:2}  {short} {typed or say('(Enter)')}")

    def take(typed: str) -> bool:
        if in_english(typed) in (*_YES, *_NO):
            return in_english(typed) in _YES
        if not typed.isdecimal():
            raise NotTaken(say("Type yes, no, or the number of an answer."))
        memory.forget(_number(typed, len(memory.given())))
        return False

    asked = say("{question} (yes, no, or the number of the answer to change)", question=question)
    return _asked(asked, take, memory)[1]


def confirmed(question: str) -> bool:
    """Yes or no."""

    def take(typed: str) -> bool:
        if in_english(typed) not in (*_YES, *_NO):
            raise NotTaken(say("Type yes or no."))
        return in_english(typed) in _YES

    return ask(say("{question} (yes, no)", question=question), take)


def agreed(question: str, yes: bool, undone: Told) -> None:
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


def askable(yes: bool, undone: Told) -> None:
    """The Problem of `agreed`, where there is nobody to ask: before anything has been begun."""
    if not yes and not output.on_terminal(sys.stdin):
        raise _unconfirmed(undone)


def _unconfirmed(undone: Told) -> Problem:
    hint = later("Answer yes, or give --yes if nobody can be asked.")
    return Problem(BAD_INPUT, "NOT_CONFIRMED", undone, hint)


def chosen(question: str, options: Sequence[str]) -> int:
    """The place of the one option chosen."""
    _list(options)
    return ask(question, lambda typed: _number(typed, len(options)), shown=lambda at: options[at])


def several(question: str, options: Mapping[str, Sequence[str]]) -> list[int]:
    """The places of the options chosen; that it is none must be typed. By option: what it means, for who asks."""

    def take(typed: str) -> list[int]:
        if in_english(typed) in (NONE, *_NO):
            return []
        if typed.startswith(_WHAT):
            raise NotTaken(*list(options.values())[_number(typed[1:].strip(), len(options))])
        numbers = typed.replace(",", " ").split()
        if not numbers:
            raise NotTaken(say("Type the numbers of all that apply, as 1 3, or none."))
        return sorted({_number(one, len(options)) for one in numbers})

    tell(question)
    _list(options)
    how = say("Type the numbers of all that apply, as 1 3, or none; ?2 explains number 2:")
    names = list(options)
    return ask(how, take, question, lambda places: ", ".join(names[at] for at in places) or say(NONE))


def _number(typed: str, most: int) -> int:
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 4 and 1 <= int(typed) <= most):
        raise NotTaken(say("'{typed}' is not a number from 1 to {most}.", typed=typed[:20], most=most))
    return int(typed) - 1


def _list(options: Iterable[str]) -> None:
    for number, option in enumerate(options, 1):
        _note(f"  {number:2}  {option}")


def _line() -> str:
    output.prompt(PROMPT)
    typed = sys.stdin.buffer.readline()
    if not typed:
        raise EOFError
    try:
        return typed.decode().strip()
    except UnicodeDecodeError:
        raise NotTaken(say("This is not UTF-8 text: type it again.")) from None
