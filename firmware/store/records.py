"""What the table remembers of each person, on flash: one small file for each place."""

import struct

from firmware.screening.dose import Person
from firmware.store.slot import Slot

ID_MOST = 24
_FORMAT = "<24sHHIIIIIIIIBB"


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
        (
            who,
            person.step,
            person.done,
            person.first_day,
            person.last_day,
            person.sessions,
            person.ended_min,
            person.answered_day,
            person.answers,
            person.declared,
            person.changed_day,
            undated,
            is_open,
        ) = struct.unpack(_FORMAT, content)
        person.undated = undated != 0
        person.open = is_open != 0
        return who.rstrip(b"\0").decode(), person

    def save(self, place, who, person) -> bool:
        """Write it; False, and the record before stays, when flash refuses."""
        content = struct.pack(
            _FORMAT,
            who.encode(),
            person.step,
            person.done,
            person.first_day,
            person.last_day,
            person.sessions,
            person.ended_min,
            person.answered_day,
            person.answers,
            person.declared,
            person.changed_day,
            1 if person.undated else 0,
            1 if person.open else 0,
        )
        return self._slots[place].save(content)
