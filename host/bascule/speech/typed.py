"""What somebody types in the language that is spoken, where an English word is asked for."""

from __future__ import annotations

import re
import unicodedata

from bascule.speech.spoken import language
from firmware.words.languages import GERMAN

# By language: a word, and the English one that it stands for. English is understood beside each.
WORDS = {
    GERMAN: {
        "ja": "yes",
        "j": "yes",
        "nein": "no",
        "zurück": "back",
        "zurueck": "back",
        "keine": "none",
        "keins": "none",
        "keines": "none",
        "nichts": "none",
        "ende": "end",
        "nochmal": "again",
        "noch einmal": "again",
        "nichts anzugeben": "nothing to declare",
    }
}
_COMMA = re.compile(r"([+-]?[0-9]+),([0-9]+)")
_DAY = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


def in_english(typed: str) -> str:
    """The English word that was meant, in small letters; else what was typed."""
    words = unicodedata.normalize("NFC", " ".join(typed.split())).casefold()
    return WORDS.get(language(), {}).get(words, words)


def plain(typed: str) -> str:
    """A number with a point and a day as year-month-day, as a file has them."""
    if language() != GERMAN:
        return typed
    day = _DAY.fullmatch(typed.strip())
    if day:
        return f"{day[3]}-{day[2]:0>2}-{day[1]:0>2}"
    number = _COMMA.fullmatch(typed.strip())
    return f"{number[1]}.{number[2]}" if number else typed
