"""The profile in force: the stored one, as screening judges it today."""

from firmware.link import profile_form
from firmware.screening import conditions
from firmware.screening.rules import Screened, screen


class InForce:
    """Holds the verdict. Locked whenever the stored profile is missing, damaged, unreadable, or locks by itself.

    screened: the verdict. changed: counts verdicts, so that a reader sees a new one. push_reasons: why the last
    profile pushed was refused, as (code, field, text); empty after one that was stored.
    """

    def __init__(self, store):
        self._store = store
        self._today = 0
        self.push_reasons = []
        self.changed = 0
        store.load()
        self.screened = self._judged()

    @property
    def blob(self):
        """The stored profile's bytes; empty when there is none."""
        return self._store.blob

    @property
    def revision(self):
        """How many profiles were stored on this table, 0 when none."""
        return self._store.revision

    def push(self, blob) -> str:
        """Store `blob` and put it in force: empty when done, else an error code of the link and nothing changed."""
        profile, reasons = profile_form.parse(blob)
        self.push_reasons = reasons
        if profile is None:
            return "REFUSED"
        screened = screen(profile, self._today)
        if not self._store.save(bytes(blob)):
            return "NOT_STORED"
        self._take(screened)
        return ""

    def rescreen(self, today):
        """Judge the stored profile again when the day is another one. Call it only where a limit may change."""
        if today != self._today:
            self._today = today
            self._take(self._judged())

    def _take(self, screened):
        self.screened = screened
        self.changed += 1

    def _judged(self):
        if not self._store.blob and not self._store.damaged:
            return screen(None, self._today)
        profile, _ = profile_form.parse(self._store.blob)
        if profile is None:
            caps = [(conditions.TABLE_RATING_CDEG, "table_rating")]
            return Screened(caps, [conditions.reason("PROFILE_CORRUPT")], 0)
        return screen(profile, self._today)
