"""The language in which a command speaks to a person, and each sentence in it. What programs read stays English."""

from __future__ import annotations

import contextlib
import functools
import os
from collections.abc import Callable, Iterator
from typing import Any

from bascule.speech import heard
from bascule.speech.names import NAMES
from bascule.speech.told import InBoth, Told
from firmware.texts import english, filled
from firmware.words.languages import ENGLISH, GERMAN, LANGUAGES

# As GNU gettext looks for it: the first that is set counts, and LANGUAGE may name several, the best one first.
_ASKED_IN = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


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
def as_asked(tell: Callable[[str], None]) -> Iterator[None]:
    """Speak the language that is asked for; `tell` is told at the end of sentences that it lacks."""
    with _speaking(asked()):
        _now.missed.clear()
        try:
            yield
        finally:
            if _now.missed:
                tell(_lacks(len(_now.missed), NAMES[_now.language]))


def in_english() -> contextlib.AbstractContextManager[None]:
    """Speak English, for what is read by a program or by whoever opens a page."""
    return _speaking(ENGLISH)


@contextlib.contextmanager
def _speaking(language: str) -> Iterator[None]:
    before, _now.language = _now.language, language
    try:
        yield
    finally:
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
    spoken = _found(sentence)
    return spoken.format(**gaps) if gaps else spoken


def said(text: str) -> str:
    """`text` in the language: one marked by later() by its sentence, any other by what it says."""
    if isinstance(text, InBoth):
        return text.other
    if isinstance(text, Told):
        sentence = text.sentence if text.sentence.startswith("{line0}") else _found(text.sentence)
        filling = {gap: said(one) if isinstance(one, Told) else one for gap, one in text.gaps.items()}
        return sentence.format(**filling) if filling else sentence
    if _now.language == ENGLISH or not text:
        return text
    catalogue, patterns = _catalogue(_now.language)
    found = catalogue.get(text) or heard.understood(text, patterns, catalogue.get)
    if found is None:
        _now.missed.add(text)
    return found or text


def as_told(text: str) -> Told:
    """`text`, whatever it is, as a sentence that can be put into others."""
    return text if isinstance(text, Told) else InBoth(text, said(text))


def text(of: Any) -> InBoth:
    """A text of the rules (firmware/texts.py), which is English to programs."""
    return InBoth(english(of), filled(of, _found))


def source(named: str) -> str:
    """The sources behind a row of the rules, each in the language."""
    return "; ".join(map(_found, named.split("; ")))


def number(value: float) -> str:
    """A number as people write it: 22.5, or 22,5."""
    return _with_comma(f"{value:g}")


def fixed(value: float, decimals: int) -> InBoth:
    """A number with so many decimals, which is English to programs."""
    written = f"{value:.{decimals}f}"
    return InBoth(written, _with_comma(written))


def _with_comma(written: str) -> str:
    return written.replace(".", ",") if _now.language == GERMAN else written


def first_letter_large(sentence: str) -> str:
    """The same as a sentence of its own. Its other letters stay: a noun of German is written large."""
    return sentence[:1].upper() + sentence[1:]


def _found(sentence: str) -> str:
    if _now.language == ENGLISH or not sentence:
        return sentence
    found = _catalogue(_now.language)[0].get(sentence)
    if found is None:
        _now.missed.add(sentence)
    return sentence if found is None else found


@functools.cache
def _catalogue(code: str) -> tuple[dict[str, str], list[heard.Pattern]]:
    """All that the language has: of the rules, of this tool, and of what it hears from elsewhere."""
    if code != GERMAN:
        return {}, []
    # Loaded only where it is spoken: English starts without it.
    from bascule.speech import german
    from firmware.words import german as of_table

    from_elsewhere = {**dict(of_table.PAIRS), **german.HEARD}
    patterns = [heard.pattern(*pair) for pair in from_elsewhere.items()]
    return {**from_elsewhere, **german.SENTENCES}, [one for one in patterns if one]
