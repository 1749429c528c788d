"""What the panel says, in the language that was chosen for the table."""

import gc

from firmware.texts import filled
from firmware.words.languages import ENGLISH, GERMAN

# More of them than this tell nobody more.
_MOST_MISSED = 99


class Catalogue:
    """language: the one in force, of words/languages.py. kept: where it stays on flash (store.language.Language); None:
    nowhere, and it stays English. missed: sentences that were asked for since it is in force, and that it does not
    have: they are said in English. lost: the language that was chosen cannot be read, and English stands in for it."""

    def __init__(self, kept=None):
        self._kept = kept
        language = ENGLISH if kept is None else kept.language
        pairs = _pairs(language)
        self.lost = kept is not None and (kept.lost or pairs is None)
        self._speak(language if pairs is not None else ENGLISH, pairs or ())

    def choose(self, language) -> str:
        """Keep it and speak it from now on: empty when done, else an error code of the link. Writes flash."""
        pairs = _pairs(language)
        if pairs is None or self._kept is None or not self._kept.keep(language):
            return "FLASH_FULL" if self._kept is not None and self._kept.full else "LANGUAGE_NOT_STORED"
        self.lost = False
        self._speak(language, pairs)
        return ""

    def say(self, text):
        """`text` (firmware/texts.py) in the language in force."""
        return filled(text, self._found)

    def _speak(self, language, pairs):
        self.language = language
        self._pairs = pairs
        self.missed = []

    def _found(self, sentence):
        pairs = self._pairs
        if not pairs or not sentence:
            return sentence
        low, high = 0, len(pairs)
        while low < high:
            middle = (low + high) >> 1
            if pairs[middle][0] < sentence:
                low = middle + 1
            else:
                high = middle
        if low < len(pairs) and pairs[low][0] == sentence:
            return pairs[low][1]
        if sentence not in self.missed and len(self.missed) < _MOST_MISSED:
            self.missed.append(sentence)
        return sentence


def _pairs(language):
    """None where there is no room for it: where this program is not frozen, a language takes heap."""
    if language != GERMAN:
        return ()
    try:
        gc.collect()  # it takes its room in large pieces
        from firmware.words import german
    except MemoryError:
        return None
    return german.PAIRS
