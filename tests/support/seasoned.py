"""People whom a table remembers already: most tests are not about the dose."""

from firmware.dates import DAY_MIN, minutes_of
from firmware.screening.record import PersonRecord
from firmware.store.records import Records

STEP = 9  # 60 degrees, 300 s


def season(flash, who="anna", step=STEP, answered=0):
    """Let the flash in this folder remember `who` as one who has taken so many steps; a record that is there stays.

    answered: the day, YYYYMMDD, on which they have said no to the questions of the day.
    """
    records = Records(str(flash))
    if who not in records.ids:
        person = PersonRecord()
        person.step = step
        person.answered_day = person.own_answered_day = minutes_of(answered, 0) // DAY_MIN
        assert records.save(records.ids.index(""), who, -1, person)
