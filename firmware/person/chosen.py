"""The person at the table: chosen among those stored, judged now, and confirmed for one session or not."""

from firmware.dates import DAY_MIN, day_number, next_day
from firmware.profile import form
from firmware.screening import conditions, dose
from firmware.screening.result import judge
from firmware.screening.rules import Screened


class Chosen:
    """Holds the screening result of the chosen person. Without a confirmation no limit is in force, whatever it says.

    All but the readings and expire() is to be called only upright and at rest: flash is written, a limit may change.
    begun: set by the loop once the table has left upright; from then on the session counts, however it ends.
    place: of the person, -1 when nobody is stored. record: of the person. screened: the result. changed: counts
    results and confirmations, so that a reader sees a new one. push_reasons: why the last profile pushed was refused,
    as (code, field, text); empty after one that was stored.
    """

    def __init__(self, people):
        self.people = people
        self.push_reasons = []
        self.changed = 0
        self.confirmed = False
        self.begun = False
        self._expired = False
        self.day = 0  # the day of the result, and of a confirmation
        self._minutes = 0
        self._nobody()
        self._take(people.after(-1, 1))

    @property
    def limit_cdeg(self):
        """The limit of the session that may begin or go further now; 0 while none may."""
        return self.screened.limit_cdeg if self.confirmed and not self._expired else 0

    @property
    def session_ms(self):
        """Its time below level."""
        return self.screened.session_ms if self.confirmed else 0

    @property
    def goal_cdeg(self):
        """The angle at which a session counts towards the next step; 0 while none may begin."""
        return dose.allowed_cdeg(self.record) if self.confirmed else 0

    @property
    def tolerated_ms(self):
        """How long it must have been held there."""
        return dose.tolerated_s(self.record) * 1000

    @property
    def programme(self):
        """(down_ms, level_ms, times) of an intermittent session; all 0 for a steady one."""
        found = (self._profile or {}).get("programme") if self.confirmed else None
        return (found["down_s"] * 1000, found["level_s"] * 1000, found["times"]) if found else (0, 0, 0)

    @property
    def who(self):
        """The id of the chosen profile; "" when there is none."""
        return self.people.ids[self.place] if self.place >= 0 else ""

    @property
    def name(self):
        """What the chosen person is called; "" when there is none."""
        return self.people.names[self.place] if self.place >= 0 else ""

    @property
    def answered(self):
        """Whether the questions of the day have been answered."""
        return dose.answered(self.record, self._minutes)

    def push(self, blob) -> str:
        """Store `blob` and choose its person: empty when done, else an error code of the link."""
        profile, reasons = form.parse(blob)
        self.push_reasons = reasons
        if profile is None:
            return "REFUSED"
        before = self._leave()
        place, code = self.people.put(profile, blob, self._minutes)
        if code:
            self._return(before)
        else:
            self._take(place)
        return code

    def remove(self, place) -> str:
        """Take a profile away: empty when done, else an error code of the link."""
        if place != self.place:
            return "" if self.people.remove(place, self._minutes) else "NOT_STORED"
        before = self._leave()
        if not self.people.remove(place, self._minutes):
            self._return(before)
            return "NOT_STORED"
        self._take(self.people.after(place, 1))
        return ""

    def choose(self, step):
        """The next person, or with -1 the one before."""
        if self.place >= 0:
            place = self.people.after(self.place, step)
            self._leave()
            self._take(place)

    def screening_of(self, place) -> Screened:
        """The screening result of the person of any place, now."""
        if place == self.place:
            return self.screened
        profile, _, _, record = self.people.load(place)
        self._settle(record, record.open)
        return self._judged(profile, record)

    def blob_of(self, place):
        """The profile of any place, as it was pushed; empty for none."""
        return self.blob if place == self.place else self.people.load(place)[1]

    def record_of(self, place):
        """The record of the person of any place."""
        if place == self.place or place < 0:
            return self.record
        record = self.people.record(place)
        self._settle(record, record.open)
        return record

    def rescreen(self, today, minutes):
        """Judge again when the minute is another one. A confirmation is for the day on which it was given."""
        if (today, minutes) != (self.day, self._minutes):
            if today != self.day and not self.begun:
                self.take_back()
            dated = minutes and not self._minutes
            self.day, self._minutes = today, minutes
            if dated:
                self._settle_others()
            self._judge()

    def answer(self, answers):
        """Take the answers of the day: bit n is a yes to question n."""
        if self._minutes:
            self.record.answered_day = self._minutes // DAY_MIN
            self.record.answers = answers
            self._keep()
            self._judge()

    def confirm(self) -> bool:
        """Let one session begin. False when the result, the questions or the flash do not allow it."""
        if self.screened.locked or not self.answered:
            return False
        self.record.open = True
        self.confirmed = self._keep()
        self.record.open = self.confirmed
        self.changed += 1
        return self.confirmed

    def take_back(self):
        """Take the confirmation back. A session that has not begun has cost nothing; one that has stays open, and
        counts as cut short when the person is next judged."""
        if not self.confirmed:
            return
        begun = self.begun
        self.confirmed = self.begun = self._expired = False
        if not begun:
            self.record.open = False
            self._keep()
        self.changed += 1

    def expire(self):
        """Away from upright: the confirmation is too old to go further down. Nothing is written."""
        if self.confirmed and not self._expired:
            self._expired = True
            self.changed += 1

    def ended(self, completed):
        """The session is over; completed: it was tolerated. Without a date it stays open, and counts as cut short."""
        self.confirmed = self.begun = self._expired = False
        if self.record.open and self._minutes:
            dose.ended(self.record, self._minutes, completed)
            self._keep()
        self._judge()

    def _nobody(self):
        self.place, self._profile, self.blob, self.record = -1, None, b"", dose.PersonRecord()
        self.screened = self._judged(None, self.record)

    def _leave(self):
        """Nobody is chosen and the table is locked, until _take() or _return() has ended: whatever fails on the way
        leaves nobody under another's limits, and writes no record."""
        self.take_back()
        before = (self.place, self._profile, self.blob, self.record, self.screened)
        self._nobody()
        return before

    def _return(self, before):
        self.place, self._profile, self.blob, self.record, self.screened = before

    def _take(self, place):
        profile, blob, record = None, b"", dose.PersonRecord()
        if place >= 0:
            profile, blob, _, record = self.people.load(place)
        self.place, self._profile, self.blob, self.record = place, profile, blob, record
        self.confirmed = self.begun = self._expired = False
        self._judge()

    def _judge(self):
        if self.place >= 0 and self._settle(self.record, self.record.open and not self.confirmed):
            self._keep()
        self.screened = self._judged(self._profile, self.record)
        if self.screened.locked and not self.begun:
            self.take_back()
        self.changed += 1

    def _settle_others(self):
        """Power or a restart cuts short the session of whoever was chosen then, who may be another than now."""
        for place, who in enumerate(self.people.ids):
            if who and place != self.place:
                record = self.people.record(place)
                if self._settle(record, record.open):
                    self.people.remember(place, record)

    def _settle(self, record, cut_short):
        """Whatever waited for a date. True when the record has changed; a lost one stays what it is."""
        if record.lost or not self._minutes:
            return False
        undated = record.undated
        if undated:
            record.changed_day = self._first_to_count(record)
            record.undated = False
        if cut_short:
            dose.ended(record, self._minutes, False)
        return dose.advance(record, self._minutes) or cut_short or undated

    def _first_to_count(self, record):
        """After a change today, clearances of today count, unless one of today or of a later day was there before."""
        ahead = day_number(record.void_day) - day_number(self.day)
        return next_day(record.void_day) if 0 <= ahead <= conditions.CLEARANCE_DAYS else self.day

    def _keep(self):
        return self.place < 0 or self.people.remember(self.place, self.record)

    def _judged(self, profile, record):
        # Somebody is always chosen while anybody is stored, so this is one who cannot be read.
        if profile is None and self.place >= 0:
            caps = [(conditions.TABLE_RATING_CDEG, "table_rating")]
            return Screened(caps, [conditions.reason("PROFILE_CORRUPT")], 0)
        return judge(profile, self.day, self._minutes, record)
