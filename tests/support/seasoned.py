"""People whom a table remembers already: most tests are not about the dose."""

from firmware.screening.dose import PersonRecord
from firmware.store.records import Records

STEP = 9  # 60 degrees, 300 s


def season(flash, who="anna", step=STEP):
    """Let the flash in this folder remember `who` as one who has taken so many steps; a record that is there stays."""
    records = Records(str(flash))
    if who not in records.ids:
        person = PersonRecord()
        person.step = step
        assert records.save(records.ids.index(""), who, -1, person)
