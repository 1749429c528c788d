"""A sentence in English that knows how it was put together, so that a person hears it in another language."""

from __future__ import annotations

from typing import Any


class Told(str):
    """English. `sentence`, with `gaps` in it, is what a catalogue is asked for; a gap may be Told in turn."""

    sentence: str
    gaps: dict[str, Any]

    def __new__(cls, sentence: str, **gaps: Any) -> Told:
        told = super().__new__(cls, sentence.format(**gaps) if gaps else sentence)
        told.sentence, told.gaps = sentence, gaps
        return told


class InBoth(Told):
    """English whose `other` says the same in the language that is spoken, for what no catalogue can put together."""

    other: str

    def __new__(cls, english: str, other: str) -> InBoth:
        both = super().__new__(cls, english)
        assert isinstance(both, InBoth)
        both.other = other
        return both


def later(sentence: str, **gaps: Any) -> Told:
    """A sentence that is said in the language where it is printed (spoken.said)."""
    return Told(sentence, **gaps)


def lines(*told: Told, between: str = "\n  ") -> Told:
    """One text made of several: lines, all but the first indented, where nothing else stands between them."""
    numbered = {f"line{at}": one for at, one in enumerate(told)}
    return Told(between.join(f"{{{line}}}" for line in numbered), **numbered)
