"""Which condition some words mean: known for certain, a question, or not known here.

A question is only ever asked. What is guessed by spelling or from a part of the words never leads to a row that lets a
person invert; such a row must be meant in full.
"""

from __future__ import annotations

import difflib
import functools
import unicodedata
from dataclasses import dataclass

from bascule.conditions import catalogue
from bascule.conditions.catalogue import Condition
from bascule.conditions.lay_words import WORDS
from firmware.screening import conditions as table

# For whatever has no name here.
OTHER = "other_condition"

_STRICTEST_FIRST = (table.ABSOLUTE, table.UNTIL_CLEARED, table.TODAY, table.CAPPED, table.WARN, table.NOTE)
_LETS_INVERT = (table.CAPPED, table.WARN, table.NOTE)
_SMALL = frozenset(
    (
        "a", "am", "an", "and", "are", "at", "been", "by", "for", "from", "got", "had", "has", "have", "i", "im", "in",
        "is", "it", "me", "my", "of", "on", "or", "the", "to", "was", "with",
    )
)  # fmt: skip
_BRITISH = (("ae", "e"), ("oe", "e"), ("our", "or"), ("disk", "disc"))
# How near a spelling must be to be asked about, and to be taken for a row that lets a person invert: 1 is the same.
# Each word of several must be somewhat near too, and what is shorter than so many letters has no near spelling.
_NEAR, _VERY_NEAR, _EACH = 0.8, 0.88, 0.7
_SHORTEST = 5
# Of a longer text, a word that stands alone in the table says something only from so many letters on, and so does the
# beginning of a word.
_TELLING, _BEGINNING = 4, 4
# Longer texts are cut: no condition is called so.
_LONGEST = 200

_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """What some words mean. certain: they are known for the one condition there is. Otherwise each of `conditions` may
    be meant, the strictest first, and the person has to say; none: not known here, and a matter for a physician."""

    certain: bool
    conditions: tuple[Condition, ...]


def meant(words: str) -> Meant:
    """What `words` mean: a key, a name, what people call it, a misspelling, or a sentence with one of these in it.

    Nobody types a key with its underscores who does not mean it; a name may be what people call something worse, too.
    """
    typed = catalogue.find(words.strip().casefold())
    if typed is not None and "_" in typed.key:
        return Meant(True, (typed,))
    parts = _parts(words[:_LONGEST])
    known = {*_own().get(_any_order(parts), ()), *_lay().get(_any_order(parts), ())}
    if known:
        return Meant(len(known) == 1, _strictest_first(known))
    if not parts:
        return Meant(False, ())
    guessed = _contained(parts) | _begun(parts)
    if sum(map(len, parts)) >= _SHORTEST:
        guessed |= _spelled(parts)
    return Meant(False, _strictest_first(guessed | {OTHER}) if guessed else ())


def _contained(parts: _Words) -> set[str]:
    """Of the names and words that `parts` has in it, the conditions, unless each of them lets a person invert."""
    having = set(parts)
    found: set[str] = set()
    for names in (_own(), _lay()):
        for phrase, keys in names.items():
            telling = len(phrase) > 1 or len(phrase[0]) >= _TELLING
            if telling and having.issuperset(phrase) and not all(map(_lets_invert, keys)):
                found |= set(keys)
    return found


def _begun(parts: _Words) -> set[str]:
    """The conditions whose key and name have each of `parts`, or a word that begins so."""
    return {
        one.key
        for one in catalogue.known()
        if not _lets_invert(one.key) and all(any(_begins(word, part) for word in _all_words(one)) for part in parts)
    }


def _begins(word: str, part: str) -> bool:
    return word.startswith(part) if len(part) >= _BEGINNING else word == part


def _spelled(parts: _Words) -> set[str]:
    """The conditions with a key, a name or a lay word that is spelled nearly as `parts` are."""
    found: set[str] = set()
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(" ".join(parts))
    for phrase, keys in _spellings().items():
        least = _VERY_NEAR if all(map(_lets_invert, keys)) else _NEAR
        matcher.set_seq1(" ".join(phrase))
        near = matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least and matcher.ratio() >= least
        if near and _word_by_word(parts, phrase):
            found |= set(keys)
    return found


def _word_by_word(parts: _Words, phrase: _Words) -> bool:
    """Whether it is near in each word, too; words that are joined or parted, as in pace maker, count as one."""
    if len(parts) != len(phrase):
        return True
    return all(difflib.SequenceMatcher(None, *pair).ratio() >= _EACH for pair in zip(parts, phrase, strict=True))


@functools.cache
def _own() -> dict[_Words, tuple[str, ...]]:
    """By the words of a key or a name: the condition."""
    return {_any_order(_parts(text)): (one.key,) for one in catalogue.known() for text in (one.key, one.name)}


@functools.cache
def _lay() -> dict[_Words, tuple[str, ...]]:
    """By what people call it: the conditions."""
    found: dict[_Words, tuple[str, ...]] = {}
    for words, keys in WORDS:
        for phrase in words.split(", "):
            wanted = _any_order(_parts(phrase))
            found[wanted] = tuple(dict.fromkeys((*found.get(wanted, ()), *keys)))
    return found


@functools.cache
def _spellings() -> dict[_Words, tuple[str, ...]]:
    """Every key, name and lay word in the order in which it is written, without small words."""
    phrases = [_parts(phrase) for words, _ in WORDS for phrase in words.split(", ")]
    found = {phrase: _lay()[_any_order(phrase)] for phrase in phrases}
    for one in catalogue.known():
        for phrase in map(_parts, (one.key, one.name)):
            found[phrase] = (one.key, *found.get(phrase, _lay().get(_any_order(phrase), ())))
    return found


def _parts(text: str) -> _Words:
    """The words of a text in one spelling: no case, accents, apostrophes, plurals or small words."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("'", "").replace("\u2019", ""))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = "".join(sign if sign.isalnum() else " " for sign in plain).split()
    return tuple(_singular(word) for word in words if word not in _SMALL)


def _singular(word: str) -> str:
    for british, american in _BRITISH:
        word = word.replace(british, american)
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _any_order(parts: _Words) -> _Words:
    return tuple(sorted(set(parts)))


@functools.cache
def _all_words(one: Condition) -> _Words:
    return _parts(one.key) + _parts(one.name)


def _lets_invert(key: str) -> bool:
    one = catalogue.find(key)
    return one is None or one.category in _LETS_INVERT


def _strictest_first(keys: set[str] | tuple[str, ...]) -> tuple[Condition, ...]:
    order = [one for one in catalogue.known() if one.key in keys]
    return tuple(sorted(order, key=lambda one: _STRICTEST_FIRST.index(one.category)))
