"""Since when the page has stood on the panel's display: a press agrees to nothing that was not shown.

The display tells what it has painted, the menu when the page becomes another one, and whoever takes a press that agrees
to something asks agrees(). Without a display that answers, nothing is shown and nothing can be agreed to. What moves a
table, brings it up or takes a confirmation back does not ask.
"""

from firmware.safety.ticks import elapsed_ms

# Long enough to see that the page is another one, and for a press that was meant for the page before to be over.
STOOD_MS = 1000

DARK = "dark"  # the display does not answer
NEW = "new"
STANDS = "stands"
WORDS = (DARK, NEW, STANDS)


class Shown:
    """enough: all of the page has been on the glass, unchanged, for STOOD_MS."""

    def __init__(self):
        self.enough = False
        self._chip = None
        self._whole = False
        self._since_ms = 0
        self._changed = -1

    def attach(self, chip):
        """Take the driver of the display: light() raises OSError when it does not answer."""
        self._chip = chip

    def look(self, changed):
        """The display has read the lines; changed: of the chosen person then."""
        self._changed = changed

    def restart(self):
        """The page says something else, or is off the glass: its second begins when all of it is painted."""
        self.enough = self._whole = False

    def painted(self, now_ms):
        """All that the page says is on the glass. To be called again and again, as long as that is so."""
        if self.enough:
            return
        since_ms = elapsed_ms(now_ms, self._since_ms)
        if not self._whole or since_ms < 0:  # the clock has leapt
            self._whole = True
            self._since_ms = now_ms
        elif since_ms >= STOOD_MS:
            self.enough = True

    def stands(self, changed):
        """Whether a press may agree to the page; changed: of the chosen person now."""
        return self.enough and changed == self._changed

    def agrees(self, changed):
        """The same for a press that has come: the display must answer in this very tick. One transfer, at rest only."""
        chip = self._chip
        if chip is None or not self.stands(changed):
            return False
        try:
            chip.light()
        except OSError:
            self.restart()
            return False
        return True
