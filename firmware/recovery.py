"""Stands in for people, chosen person and calendar when the board is not well: locked, and able to say so and return.

Nothing that is stored is read or written: it may be what made the board restart. Each class stands for one real one and
has its methods, properties and attributes.
"""

from firmware.screening.conditions import TABLE_RATING_CDEG
from firmware.screening.record import PersonRecord
from firmware.screening.rules import Screened
from firmware.when import NOBODY, UNKNOWN


class BarePeople:
    """Stands for store.people.People: nobody is stored, and nothing can be."""

    def __init__(self):
        self.full = False
        self.ids = []
        self.names = []
        self.revision = 0

    def find(self, who):
        """Nobody is found."""
        return -1

    def after(self, place, step):
        """There is no next one."""
        return -1

    def load(self, place):
        """No profile is read."""
        return None, b"", 0, PersonRecord()

    def record(self, place):
        """Nothing is remembered."""
        return PersonRecord()

    def put(self, profile, blob, when=UNKNOWN):
        """Nothing is stored."""
        return -1, "NOT_STORED"

    def remove(self, place, when=UNKNOWN):
        """Nothing is taken away."""
        return "NOT_STORED"

    def newer(self, place):
        """Nothing is known of what is stored."""
        return False

    def remember(self, place, record):
        """Nothing is kept."""
        return False


class BareChosen:
    """Stands for person.chosen.Chosen: nobody is chosen, and the table is locked for `reasons`.

    code: why nothing is stored, as an error of the link.
    """

    def __init__(self, reasons, code=""):
        self._code = code or "NOT_STORED"
        self.people = BarePeople()
        self.push_reasons = []
        self.changed = 0
        self.place = -1
        self.record = PersonRecord()
        self.blob = b""
        self.screened = Screened([(TABLE_RATING_CDEG, "table_rating", "")], reasons, 0)
        self.who = self.name = ""
        self.confirmed = self.expired = self.answered = self.first_today = self.asks_pain = False
        self.day = 0
        self.outlook = ""
        self.asked = NOBODY
        self.limit_cdeg = self.session_ms = self.goal_cdeg = self.tolerated_ms = 0
        self.programme = (0, 0, 0)

    def push(self, blob):
        """Nothing is stored."""
        return self._code

    def remove(self, place):
        """Nothing is taken away."""
        return self._code

    def choose(self, step):
        """Nobody can be chosen."""

    def screening_of(self, place):
        """The same for all."""
        return self.screened

    def blob_of(self, place):
        """Nothing is read."""
        return self.blob

    def record_of(self, place):
        """Nothing is remembered."""
        return self.record

    def rescreen(self, today, minutes, when=None):
        """There is nobody to screen."""

    def answer(self, answers, pain=0):
        """Nobody is asked."""

    def felt(self, how, dizzy, pain=0):
        """Nobody is asked."""

    def confirm(self):
        """Nothing can be confirmed."""
        return False

    def take_back(self):
        """Nothing was confirmed."""

    def begin(self):
        """Nothing was confirmed."""

    def expire(self):
        """Nothing was confirmed."""

    def end(self, completed):
        """Nothing is counted."""


class BareCalendar:
    """Stands for store.calendar.Calendar: no time is valid, and the clock chip is left alone.

    code: why no time is kept, as an error of the link; empty where a told one is only passed over.
    """

    def __init__(self, code=""):
        self._code = code
        self.newer = False

    def today(self, now_ms):
        """No valid date."""
        return 0

    def minutes(self, now_ms):
        """No valid time."""
        return 0

    def when(self, now_ms):
        """No valid time by any of the two."""
        return UNKNOWN

    def tend(self, now_ms, at_rest):
        """The clock chip is left alone."""

    def set(self, day, minute, now_ms):
        """No time is kept."""
        return self._code

    def refused(self, code):
        """No time is taken anyway."""

    def vouch(self, for_own, now_ms):
        """Nothing is asked."""

    def note(self, now_ms):
        """Nothing is kept."""

    def forget(self):
        """Nothing was kept."""
