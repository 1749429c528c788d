"""People whom a table remembers already: most tests are not about the dose."""

from firmware.screening.dose import Person
from firmware.store.people import PLACES
from firmware.store.records import Records

STEP = 9  # 60 degrees, 300 s


def season(flash, who="anna", step=STEP):
    """Let the flash in this folder remember `who` as one who has taken so many steps; a record that is there stays."""
    records = Records(str(flash), PLACES)
    known = [records.load(place)[0] for place in range(PLACES)]
    if who not in known:
        person = Person()
        person.step = step
        assert records.save(known.index(""), who, person)
