"""Who may use this table: up to eight profiles as they were pushed, and what the table remembers of each person."""

import binascii

from firmware.link import profile_form
from firmware.screening.dose import Person
from firmware.store.profiles import ProfileStore
from firmware.store.records import Records

PLACES = 8


class People:
    """Places 0 to 7. ids[place] is "" where there is no profile; names[place] is what the person is called.

    A record stays when its profile goes: pushing a profile again never takes back what was counted.
    """

    def __init__(self, root):
        self._stores = [ProfileStore("%s/profile_%d.bin" % (root, place)) for place in range(PLACES)]
        self._records = Records(root, PLACES)
        self.ids = [""] * PLACES
        self.names = [""] * PLACES
        self.revision = 0
        for place in range(PLACES):
            self._read(place)

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
        """(profile or None when it cannot be read, its bytes, its revision, the Person)."""
        store = self._stores[place]
        store.load()
        profile = profile_form.parse(store.blob)[0] if store.blob else None
        return profile, store.blob, store.revision, self._records.load(place)[1]

    def put(self, profile, blob):
        """Store a pushed profile. (place, "") when done, else (-1, an error code of the link) and nothing changed."""
        who = profile["id"]
        place = self.find(who)
        if place < 0:
            place = self._free(who)
        if place < 0:
            return -1, "FULL"
        known, person = self._records.load(place)
        if known not in (who, None):
            person = Person()
        now = fingerprint(profile)
        if person.declared not in (0, now):
            person.undated = True
        person.declared = now
        # The record first: a change that is remembered without its profile locks, the other way round would not.
        if not self._records.save(place, who, person):
            return -1, "NOT_STORED"
        if not self._stores[place].save(bytes(blob), self.revision + 1):
            return -1, "NOT_STORED"
        self._read(place)
        return place, ""

    def remove(self, place) -> bool:
        """Take the profile away; what was counted stays."""
        if not self._stores[place].save(b"", self.revision + 1):
            return False
        self._read(place)
        return True

    def remember(self, place, person) -> bool:
        """Keep the person's record."""
        return self._records.save(place, self.ids[place], person)

    def _free(self, who):
        """A place for a new id: its own of before, else one that nobody had, else one whose profile was removed."""
        known = [self._records.load(place)[0] for place in range(PLACES)]
        free = [place for place in range(PLACES) if not self.ids[place]]
        for wanted in (who, ""):
            for place in free:
                if known[place] == wanted:
                    return place
        return free[0] if free else -1

    def _read(self, place):
        store = self._stores[place]
        store.load()
        self.ids[place] = self.names[place] = ""
        if store.damaged:
            # Somebody is stored here who cannot be told any more: a name that says so, and a lock.
            self.ids[place] = self._records.load(place)[0] or "place-%d" % (place + 1)
            self.names[place] = self.ids[place]
        elif store.blob:
            profile, _ = profile_form.parse(store.blob)
            self.ids[place] = profile["id"] if profile else self._records.load(place)[0] or "place-%d" % (place + 1)
            name = profile.get("name") if profile else None
            self.names[place] = name[:60] if type(name) is str and name else self.ids[place]
        self.revision = max(self.revision, store.revision)
        store.blob = b""  # eight of them would fill the memory


def fingerprint(profile) -> int:
    """A number that changes when the declared conditions do; never 0. Their order does not count."""
    declared = profile.get("conditions")
    words = sorted([str(one) for one in declared]) if type(declared) is list else [str(declared)]
    return binascii.crc32("\n".join(words).encode()) | 1
