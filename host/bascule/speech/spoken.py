"""The language in which a command speaks to a person, and each sentence in it. What programs read stays English."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from typing import Any

from bascule import output
from bascule.speech import german
from bascule.speech.names import NAMES
from firmware.texts import filled
from firmware.words import german as of_table
from firmware.words.languages import ENGLISH, GERMAN, LANGUAGES

# As GNU gettext looks for it: the first that is set counts, and LANGUAGE may name several, the best one first.
_ASKED_IN = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_CATALOGUES: dict[str, dict[str, str]] = {ENGLISH: {}, GERMAN: {**dict(of_table.PAIRS), **german.SENTENCES}}


class _Speaking:
    """language: the one in force; English outside of as_asked(). missed: sentences that it does not have."""

    def __init__(self) -> None:
        self.language = ENGLISH
        self.missed: set[str] = set()


_now = _Speaking()


def asked() -> str:
    """The first language of those that are asked for in which the tool speaks; English where there is none."""
    wanted = next(filter(None, (os.environ.get(name) for name in _ASKED_IN)), "")
    for one in wanted.split(":"):
        code = one.partition(".")[0].partition("_")[0].lower()
        if code in LANGUAGES:
            return code
    return ENGLISH


@contextlib.contextmanager
def as_asked() -> Iterator[None]:
    """Speak the language that is asked for; of a sentence that it lacks a note says so at the end."""
    before, _now.language = _now.language, asked()
    _now.missed.clear()
    try:
        yield
    finally:
        if _now.missed:
            output.note(_lacks(len(_now.missed), NAMES[_now.language]))
        _now.language = before


def _lacks(count: int, name: str) -> str:
    if count == 1:
        return f"1 sentence is said in English: it has no {name} yet."
    return f"{count} sentences are said in English: they have no {name} yet."


def language() -> str:
    """The one that is spoken now."""
    return _now.language


def say(sentence: str, **gaps: Any) -> str:
    """`sentence` in the language, each {gap} filled. One that it does not have is said in English."""
    said = _found(sentence)
    return said.format(**gaps) if gaps else said


def later(sentence: str) -> str:
    """Marks a sentence that is given to say() where it is said."""
    return sentence


def text(of: Any) -> str:
    """A text of the rules (firmware/texts.py) in the language."""
    return str(filled(of, _found))


def source(named: str) -> str:
    """The sources behind a row of the rules, each in the language."""
    return "; ".join(map(_found, named.split("; ")))


def number(value: float) -> str:
    """A number as people write it: 22.5, or 22,5."""
    said = f"{value:g}"
    return said.replace(".", ",") if _now.language == GERMAN else said


def _found(sentence: str) -> str:
    if _now.language == ENGLISH or not sentence:
        return sentence
    said = _CATALOGUES[_now.language].get(sentence)
    if said is None:
        _now.missed.add(sentence)
    return sentence if said is None else said
