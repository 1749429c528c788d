"""What the table remembers of each person, on flash: one small file for each id that was ever pushed."""

import gc
import struct

from firmware.screening.record import PersonRecord
from firmware.store.slot import NEWER, Slot

# Far more than share a table in half a year, which is how long a record may matter (dose.forgettable).
KEPT = 64
# After each of them, a collection made the start of a full table half a second longer.
_SWEPT_AFTER = 8
# The id, the place of its profile and one more (0: none is stored), then the numbers and the flags of a PersonRecord.
_OLD_FORMAT = "<24sBHHIIIIIIIIIHIIIBB"
_OWN_FORMAT = "<IIIII"
_FELT_FORMAT = "<BBHBIIIIHBBB"
_FORMAT = _OLD_FORMAT + _OWN_FORMAT[1:] + _FELT_FORMAT[1:]
_FIELDS = (
    "step", "done", "first_day", "last_day", "sessions", "ended_min", "answered_day", "answers", "declared",
    "changed_day", "here_day", "born", "issued_day", "void_day", "dated", "undated", "open",
    "own_first_day", "own_sessions", "own_ended_min", "own_answered_day", "own_here_day",
    "after", "worse", "news", "renewed", "told_day", "own_told_day", "meal_min", "own_meal_min",
    "hold_cdeg", "pace_days", "pain_before", "pain_after",
)  # fmt: skip
_FLAGS = ("undated", "open", "renewed")


def _by_own_count(content):
    """Layout 1 knew only the clock, with which the own count begins (newest.py)."""
    if len(content) != struct.calcsize(_OLD_FORMAT):
        return b""
    kept = struct.unpack(_OLD_FORMAT, content)
    first_day, sessions, ended_min, answered_day, here_day = kept[4], kept[6], kept[7], kept[8], kept[12]
    return content + struct.pack(_OWN_FORMAT, first_day, sessions, ended_min, answered_day, here_day)


def _by_how_it_felt(content):
    """Layout 2 knew no age of a declaration: it is as old as the last push."""
    if len(content) != struct.calcsize(_OLD_FORMAT) + struct.calcsize(_OWN_FORMAT):
        return b""
    kept = struct.unpack(_OLD_FORMAT + _OWN_FORMAT[1:], content)
    here_day, own_here_day = kept[12], kept[-1]
    return content + struct.pack(_FELT_FORMAT, 0, 0, 0, 0, here_day, own_here_day, 0, 0, 0, 0, 0, 0)


# One for each layout before today's, as Slot takes them. A field is added at the end, as docs/decisions/0018 tells.
_STEPS = (_by_own_count, _by_how_it_felt)


class Records:
    """load() and save() by number, 0 to KEPT - 1. ids: whose each is; "" for a free one, None for one that cannot be
    read, NEWER for one that only a newer firmware can. places: where each one's profile is stored, -1 for nowhere.
    full: the last save() found no room.

    A record that cannot be read is one whose last session and changes are not known: it counts as a session that has
    just been cut short, and as conditions that have just changed. One of a newer firmware is never written over.
    """

    def __init__(self, root):
        self._root = root
        self.ids = [""] * KEPT
        self.places = [-1] * KEPT
        self.full = False
        found = 0
        for number in range(KEPT):
            self.look(number)
            if self.ids[number]:
                found += 1
                if found % _SWEPT_AFTER == 0:
                    # Otherwise what the readings leave on the heap would break up the room for a profile in one piece.
                    gc.collect()

    def look(self, number):
        """Read whose a record is."""
        self.ids[number], self.places[number], _ = self._kept(number)

    def newer(self):
        """Whether there is any that only a newer firmware can read."""
        return NEWER in self.ids

    def load(self, number):
        """The PersonRecord of that number."""
        who, _, kept = self._kept(number)
        record = PersonRecord()
        if kept:
            for at, name in enumerate(_FIELDS):
                value = kept[2 + at]
                setattr(record, name, value != 0 if name in _FLAGS else value)
        elif who != "":
            unknown(record)
        return record

    def save(self, number, who, place, record) -> bool:
        """Write it. False if flash refuses; the previous record is then kept."""
        kept = [int(getattr(record, name)) for name in _FIELDS]
        slot = self._slot(number)
        saved = slot.save(struct.pack(_FORMAT, who.encode(), place + 1, *kept))
        self.full = slot.full
        if not saved:
            return False
        self.ids[number], self.places[number] = who, place
        return True

    def _slot(self, number):
        return Slot("%s/person_%d.bin" % (self._root, number), _STEPS)

    def _kept(self, number):
        """Whose it is, the place of the profile, and all that is stored; None for what cannot be read. At start-up each
        one is looked at, and to make a record of it would take longer than to read it."""
        content, wrong = self._slot(number).load()
        if content is None or len(content) != struct.calcsize(_FORMAT):
            if content is None and not wrong:
                return "", -1, None
            return NEWER if wrong == NEWER else None, -1, None
        kept = struct.unpack(_FORMAT, content)
        return kept[0].rstrip(b"\0").decode(), kept[1] - 1, kept


def unknown(record):
    """It is no longer known when this person's last session was, or whether the conditions have changed."""
    record.open = True
    record.undated = True
