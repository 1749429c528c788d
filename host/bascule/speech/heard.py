"""Understands an English sentence that comes from elsewhere, as over the cable: which it is, and what is in its gaps.

A gap {like_this} takes any words; one that is named in SENTENCES takes a sentence in turn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

# The gaps that hold a sentence, which must be known.
SENTENCES = ("what", "write", "why", "kind", "other_kind")
# The one of the rules that holds any words, which are a sentence if they are known.
_ANY = "s"
# The one that holds the name of a field: a word, or what it is called in a question.
_PLACE = "place"
# Of the letters between its gaps, so many must stand in a sentence that any words may be put into.
_LEAST_LETTERS = 5
_PARTS = re.compile(r"\{(\w+)\}|%[0-9]*([sdx])")
_MOST_WAYS = 2000

# A sentence in the language, or None.
Find = Callable[[str], str | None]


class Pattern(NamedTuple):
    """What stands between the gaps, the gaps, and the same sentence in the language."""

    between: list[str]
    gaps: list[str]
    said: str


def pattern(sentence: str, said: str) -> Pattern | None:
    """None of a sentence that has no gap, or too little beside its gaps to be known by."""
    found = list(_PARTS.finditer(sentence))
    ends = [0, *(one.end() for one in found)]
    between = [sentence[end:begin] for end, begin in zip(ends, [*(one.start() for one in found), None], strict=True)]
    gaps = [one[1] or one[2] for one in found]
    few = sum(map(str.isalpha, "".join(between))) < _LEAST_LETTERS
    if few:  # then it is known by what is in its gaps
        gaps = [SENTENCES[0] if gap == _ANY else gap for gap in gaps]
    known = not few or not set(gaps).isdisjoint(SENTENCES)
    return Pattern(between, gaps, said) if gaps and known else None


def understood(text: str, patterns: Iterable[Pattern], find: Find) -> str | None:
    """`text` in the language, as the pattern has it in which most is understood; None where none fits."""
    best, most = None, -1
    for one in patterns:
        if not all(piece in text for piece in one.between):
            continue
        for number, contents in enumerate(_ways(one, 0, text, find)):
            known = [_known(gap, said, patterns, find) for gap, said in zip(one.gaps, contents, strict=True)]
            count = sum(map(len, one.between)) + sum(a is not None for a in known)
            whole = all(a is not None for gap, a in zip(one.gaps, known, strict=True) if gap in SENTENCES)
            if whole and count > most:
                best, most = _filled(one, [a or b for a, b in zip(known, contents, strict=True)]), count
            if number > _MOST_WAYS:
                break
    return best


def _ways(one: Pattern, at: int, text: str, find: Find) -> Iterator[tuple[str, ...]]:
    """Every way in which the gaps from `at` on may have been filled."""
    if not text.startswith(one.between[at]):
        return
    text = text[len(one.between[at]) :]
    if at == len(one.gaps):
        if not text:
            yield ()
        return
    behind = one.between[at + 1]
    last = at + 1 == len(one.gaps)
    ends = [len(text) - len(behind)] if last else [found.start() for found in re.finditer(re.escape(behind), text)]
    for end in ends:
        if end > 0 and _may_be(one.gaps[at], text[:end], find):
            yield from ((text[:end], *rest) for rest in _ways(one, at + 1, text[end:], find))


def _may_be(gap: str, said: str, find: Find) -> bool:
    if gap == _PLACE:
        return " " not in said or find(said) is not None
    return said.isdecimal() if gap == "d" else True


def _known(gap: str, said: str, patterns: Iterable[Pattern], find: Find) -> str | None:
    if gap in SENTENCES:
        return find(said) or understood(said, patterns, find)
    return find(said) if gap in (_PLACE, _ANY) else None


def _filled(one: Pattern, contents: list[str]) -> str:
    """In the language gaps stand in the same order if they have no names."""
    left = dict(zip(one.gaps, contents, strict=True))
    unnamed = iter(contents)
    return _PARTS.sub(lambda gap: left[gap[1]] if gap[1] else next(unnamed), one.said)
