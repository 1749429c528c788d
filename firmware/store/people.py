"""Who may use this table: up to eight profiles as they were pushed, and what the table remembers of each person."""

import binascii
import gc

from firmware.dates import DAY_MIN, day_number
from firmware.profile import form
from firmware.profile.form import PLACES
from firmware.screening.conditions import ANGLE_CDEG, BORN, PACE_DAYS
from firmware.screening.dose import begin_anew, forgettable
from firmware.screening.record import PersonRecord
from firmware.store.profiles import ProfileStore
from firmware.store.records import Records, unknown
from firmware.when import UNKNOWN


class People:
    """Places 0 to 7. ids[place] is "" where there is no profile; names[place] is what the person is called.

    A record stays when its profile goes: pushing a profile again, in whatever place, never takes back what was counted.
    """

    def __init__(self, root):
        self._stores = [ProfileStore("%s/profile_%d.bin" % (root, place)) for place in range(PLACES)]
        self._records = Records(root)
        self.ids = [""] * PLACES
        self.names = [""] * PLACES
        self.revision = 0
        for place in range(PLACES):
            self._read(place)
            if self.ids[place]:
                gc.collect()  # as Records does

    @property
    def full(self):
        """Whether the last record that was to be kept found no room."""
        return self._records.full

    def find(self, who):
        """The place of profile id `who`, or -1."""
        return self.ids.index(who) if who and who in self.ids else -1

    def after(self, place, step):
        """The next place that holds a profile, in either direction: itself when there is no other, -1 for none."""
        for _ in range(PLACES):
            place = (place + step) % PLACES
            if self.ids[place]:
                return place
        return -1

    def load(self, place):
        """(profile or None when it cannot be read, its bytes, its revision, the record)."""
        store = self._stores[place]
        store.load()
        profile = form.parse(store.blob)[0] if store.blob else None
        return profile, store.blob, store.revision, self.record(place)

    def record(self, place):
        """The record of a place that holds a profile. One was written before each profile: none is a lost one, or one
        of those that a newer firmware wrote."""
        number = self._number(self.ids[place])
        if number >= 0:
            return self._records.load(number)
        record = PersonRecord()
        unknown(record)
        record.lost = "RECORD_NEWER" if self._records.newer() else "RECORD_LOST"
        return record

    def newer(self, place):
        """Whether the profile of a place is one that a newer firmware stored: it cannot be read, and is kept."""
        return self._stores[place].newer

    def put(self, profile, blob, when=UNKNOWN):
        """Store a pushed profile. (place, "") when done, else (-1, an error code of the link) and nothing changed.

        when: now, by both times (firmware/when.py).
        """
        who = profile["id"]
        place = self.find(who)
        if place < 0 and "" in self.ids:
            place = self.ids.index("")
        if place < 0:
            return -1, "FULL"
        number, record = self._remembered(who, when)
        if number < 0:
            return -1, "STORED_NEWER" if self._records.newer() else "FULL_RECORDS"
        if self._stores[place].newer:
            return -1, "STORED_NEWER"
        store = self._stores[place]
        # Where the profile before is whole it is the one that stays, whatever becomes of this one.
        before = self._records.load(number) if self.ids[place] == who and not store.damaged else None
        _note(record, profile, when)
        # The record first: if the power goes in between, the change locks; the other way round it would not.
        if not self._records.save(number, who, place, record):
            return -1, _unsaved(self._records)
        if not store.save(bytes(blob), self.revision + 1):
            if before:
                self._records.save(number, who, place, before)
            return -1, _unsaved(store)
        self._read(place)
        return place, ""

    def remove(self, place, when=UNKNOWN) -> str:
        """Take the profile away, a newer firmware's too; what was counted stays. Empty when done, else an error code of
        the link."""
        who = self.ids[place]
        number, record = self._remembered(who, when)
        if number < 0 and self._records.newer():
            return "STORED_NEWER"
        _is_here(record, when)
        if number < 0 or not self._records.save(number, who, -1, record):
            return _unsaved(self._records)
        if not self._stores[place].clear(self.revision + 1):
            return _unsaved(self._stores[place])
        self._read(place)
        return ""

    def remember(self, place, record) -> bool:
        """Keep the person's record."""
        number = self._number(self.ids[place])
        return number >= 0 and self._records.save(number, self.ids[place], place, record)

    def _number(self, who):
        return self._records.ids.index(who) if who in self._records.ids else -1

    def _remembered(self, who, when):
        """(number, record) of this id, or a new one: -1 when there is no room for it.

        A record that cannot be read may belong to anybody who has none, so it is taken for theirs. So may one of a
        newer firmware, which stays as it is: while there is one, nobody gets a new record.
        """
        records = self._records
        number = self._number(who)
        if number < 0 and "" in records.ids:
            # A free record is read once more before it is given away, so that none is overwritten unread.
            records.look(records.ids.index(""))
            number = self._number(who)
        if number >= 0:
            return number, records.load(number)
        record = PersonRecord()
        if records.newer():
            return -1, record
        if None in records.ids or who in self.ids:
            unknown(record)
        for free in (None, ""):
            if free in records.ids:
                return records.ids.index(free), record
        spare = -1
        for number, kept in enumerate(records.ids):
            if kept not in self.ids:
                old = records.load(number)
                if _unused(old):
                    return number, record
                if spare < 0 and forgettable(old, when):
                    spare = number
        return spare, record

    def _read(self, place):
        store = self._stores[place]
        store.load()
        self.ids[place] = self.names[place] = ""
        if store.damaged:
            # The profile cannot be read any more: the name is what the records know, and the table locks.
            self.ids[place] = self.names[place] = self._known_at(place)
        elif store.blob:
            who, name = form.called(store.blob)
            self.ids[place] = who or self._known_at(place)
            self.names[place] = name[:60] or self.ids[place]
        self.revision = max(self.revision, store.revision)
        store.blob = b""  # eight of them would fill the memory

    def _known_at(self, place):
        """Whose profile is stored here, by the records."""
        places = self._records.places
        return self._records.ids[places.index(place)] if place in places else "place-%d" % (place + 1)


def _unsaved(store):
    """The error code for what `store` has just failed to keep."""
    return "FLASH_FULL" if store.full else "NOT_STORED"


def _unused(record):
    """Whether the person never had a session, nor answered at the panel: then the record need not be remembered."""
    sessions = record.open or record.last_day or record.ended_min or record.step or record.done
    return not (sessions or record.answered_day or record.news or record.meal_min)


def _is_here(record, when):
    record.here_day, record.own_here_day = when.minutes // DAY_MIN, when.own_min // DAY_MIN


def _note(record, profile, when):
    """Bring a record up to a profile that is pushed now."""
    declared, dated = fingerprint(profile), dates(profile)
    # A day that is given for the first time is no change: without it no clearance has counted.
    if record.declared not in (0, declared) or record.dated not in (0, dated):
        record.undated = True
        record.void_day = record.issued_day
    record.declared, record.dated = declared, dated
    record.issued_day = max(record.issued_day, _newest_issued(profile))
    born = _within(profile, "born", BORN)
    if record.born not in (0, born):
        begin_anew(record)
    record.born = born
    record.hold_cdeg, record.pace_days = (
        _within(profile, "hold_cdeg", ANGLE_CDEG),
        _within(profile, "days_per_step", PACE_DAYS),
    )
    record.renewed = bool(record.news)
    _is_here(record, when)
    record.told_day, record.own_told_day = record.here_day, record.own_here_day


def _within(profile, name, bounds):
    """A whole number of a profile that may be of any form; 0 for what is none."""
    found = profile.get(name)
    return found if type(found) is int and bounds[0] <= found <= bounds[1] else 0


def _newest_issued(profile):
    """The last day on which any clearance of a profile was given, as YYYYMMDD; 0 for none."""
    given = profile.get("clearances")
    newest = 0
    for one in given if type(given) is list else ():
        issued = one.get("issued") if type(one) is dict else 0
        if type(issued) is int and day_number(issued):
            newest = max(newest, issued)
    return newest


def fingerprint(profile) -> int:
    """A number that changes when the declared conditions do; never 0. Their order does not count."""
    declared = profile.get("conditions")
    words = [str(one) for one in declared] if type(declared) is list else [str(declared)]
    return _number_of(words)


def dates(profile) -> int:
    """A number that changes when the days of operations and events do; 0 where none is given."""
    since = profile.get("since")
    return _number_of(["%s=%s" % (key, since[key]) for key in since]) if type(since) is dict and since else 0


def _number_of(words):
    return binascii.crc32("\n".join(sorted(words)).encode()) | 1
