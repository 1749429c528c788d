"""The language of the table, on flash."""

from firmware.store.slot import Slot
from firmware.words.languages import ENGLISH, LANGUAGES

# One for each layout before today's, as Slot takes them.
_STEPS = ()


class Language:
    """language: of words/languages.py, English where none was ever chosen. lost: one was chosen, and what was stored is
    damaged, of a newer firmware, or a language that is not known here: English stands in for it.

    full: the last keep() found no room.
    """

    def __init__(self, root):
        self._slot = Slot(root + "/language.bin", _STEPS)
        content, wrong = self._slot.load()
        known = [one for one in LANGUAGES if content == one.encode()]
        self.language = known[0] if known else ENGLISH
        self.lost = not known and (content is not None or wrong != 0)

    @property
    def full(self):
        """The last keep() found no room."""
        return self._slot.full

    def keep(self, language) -> bool:
        """Write it, one of words/languages.py, in place of whatever is there, also of what a newer firmware wrote.

        False when flash refuses, and the one before is then kept. What is there already is not written again.
        """
        if self.lost or language != self.language:
            if not self._slot.save(language.encode(), over_newer=True):
                return False
            self.language = language
            self.lost = False
        return True
