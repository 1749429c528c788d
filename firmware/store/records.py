"""What the table remembers of each person, on flash: one small file for each place."""

import struct

from firmware.screening.dose import Person
from firmware.store.slot import Slot

# The id, then the numbers and the flags of a Person in this order.
_FORMAT = "<24sHHIIIIIIIIBB"
_NUMBERS = (
    "step", "done", "first_day", "last_day", "sessions", "ended_min", "answered_day", "answers", "declared",
    "changed_day",
)  # fmt: skip
_FLAGS = ("undated", "open")


class Records:
    """load() and save() by place number. A record that cannot be read is one whose last session and changes are not
    known: it counts as a session that has just been cut short, and as conditions that have just changed."""

    def __init__(self, root, places):
        self._slots = [Slot(root + "/person_%d.bin" % place) for place in range(places)]

    def load(self, place):
        """(id, Person); an empty id when there is none yet, None when it was there and cannot be read."""
        content, damaged = self._slots[place].load()
        person = Person()
        if content is None or len(content) != struct.calcsize(_FORMAT):
            if content is None and not damaged:
                return "", person
            person.open = True
            person.undated = True
            return None, person
        kept = struct.unpack(_FORMAT, content)
        for at, name in enumerate(_NUMBERS + _FLAGS):
            value = kept[1 + at]
            setattr(person, name, value != 0 if name in _FLAGS else value)
        return kept[0].rstrip(b"\0").decode(), person

    def save(self, place, who, person) -> bool:
        """Write it; False, and the record before stays, when flash refuses."""
        kept = [int(getattr(person, name)) for name in _NUMBERS + _FLAGS]
        content = struct.pack(_FORMAT, who.encode(), *kept)
        return self._slots[place].save(content)
