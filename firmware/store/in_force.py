"""The person at the table: chosen among those stored, judged now, and confirmed for one session or not."""

from firmware.dates import DAY_MIN, day_number, next_day
from firmware.profile import form
from firmware.screening import conditions, dose
from firmware.screening.result import judge
from firmware.screening.rules import Screened


class InForce:
    """Holds the verdict on the chosen person. Without a confirmation no limit is in force, whatever the verdict.

    All but the readings and expire() is to be called only upright and at rest: flash is written, a limit may change.
    begun: set by the loop once the table has left upright; from then on the session counts, however it ends.
    chosen: the person's place, -1 when nobody is stored. person: the record. screened: the verdict. changed: counts
    verdicts and confirmations, so that a reader sees a new one. push_reasons: why the last profile pushed was refused,
    as (code, field, text); empty after one that was stored.
    """

    def __init__(self, people):
        self.people = people
        self.push_reasons = []
        self.changed = 0
        self.armed = False
        self.begun = False
        self._expired = False
        self.day = 0  # the day of the verdict, and of a confirmation
        self._minutes = 0
        self._nobody()
        self._take(people.after(-1, 1))

    @property
    def limit_cdeg(self):
        """The limit of the session that may begin or go further now; 0 while none may."""
        return self.screened.limit_cdeg if self.armed and not self._expired else 0

    @property
    def session_ms(self):
        """Its time below level."""
        return self.screened.session_ms if self.armed else 0

    @property
    def goal_cdeg(self):
        """The angle at which a session counts towards the next step; 0 while none may begin."""
        return dose.allowed_cdeg(self.person) if self.armed else 0

    @property
    def tolerated_ms(self):
        """How long it must have been held there."""
        return dose.tolerated_s(self.person) * 1000

    @property
    def programme(self):
        """(down_ms, level_ms, times) of an intermittent session; all 0 for a steady one."""
        found = (self._profile or {}).get("programme") if self.armed else None
        return (found["down_s"] * 1000, found["level_s"] * 1000, found["times"]) if found else (0, 0, 0)

    @property
    def who(self):
        """The id of the chosen profile; "" when there is none."""
        return self.people.ids[self.chosen] if self.chosen >= 0 else ""

    @property
    def name(self):
        """What the chosen person is called; "" when there is none."""
        return self.people.names[self.chosen] if self.chosen >= 0 else ""

    @property
    def answered(self):
        """Whether the questions of the day have been answered."""
        return dose.answered(self.person, self._minutes)

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
        if place != self.chosen:
            return "" if self.people.remove(place, self._minutes) else "NOT_STORED"
        before = self._leave()
        if not self.people.remove(place, self._minutes):
            self._return(before)
            return "NOT_STORED"
        self._take(self.people.after(place, 1))
        return ""

    def choose(self, step):
        """The next person, or with -1 the one before."""
        if self.chosen >= 0:
            place = self.people.after(self.chosen, step)
            self._leave()
            self._take(place)

    def verdict_on(self, place) -> Screened:
        """The verdict on the person of any place, now."""
        if place == self.chosen:
            return self.screened
        profile, _, _, person = self.people.load(place)
        self._settle(person, person.open)
        return self._judged(profile, person)

    def blob_of(self, place):
        """The profile of any place, as it was pushed; empty for none."""
        return self.blob if place == self.chosen else self.people.load(place)[1]

    def record_of(self, place):
        """The record of the person of any place."""
        if place == self.chosen or place < 0:
            return self.person
        person = self.people.record(place)
        self._settle(person, person.open)
        return person

    def rescreen(self, today, minutes):
        """Judge again when the minute is another one. A confirmation is for the day on which it was given."""
        if (today, minutes) != (self.day, self._minutes):
            if today != self.day and not self.begun:
                self.disarm()
            dated = minutes and not self._minutes
            self.day, self._minutes = today, minutes
            if dated:
                self._settle_others()
            self._judge()

    def answer(self, answers):
        """Take the answers of the day: bit n is a yes to question n."""
        if self._minutes:
            self.person.answered_day = self._minutes // DAY_MIN
            self.person.answers = answers
            self._keep()
            self._judge()

    def arm(self) -> bool:
        """Let one session begin. False when the verdict, the questions or the flash do not allow it."""
        if self.screened.locked or not self.answered:
            return False
        self.person.open = True
        self.armed = self._keep()
        self.person.open = self.armed
        self.changed += 1
        return self.armed

    def disarm(self):
        """Take the confirmation back. A session that has not begun has cost nothing; one that has stays open, and
        counts as cut short when the person is next judged."""
        if not self.armed:
            return
        begun = self.begun
        self.armed = self.begun = self._expired = False
        if not begun:
            self.person.open = False
            self._keep()
        self.changed += 1

    def expire(self):
        """Away from upright: the confirmation is too old to go further down. Nothing is written."""
        if self.armed and not self._expired:
            self._expired = True
            self.changed += 1

    def ended(self, completed):
        """The session is over; completed: it was tolerated. Without a date it stays open, and counts as cut short."""
        self.armed = self.begun = self._expired = False
        if self.person.open and self._minutes:
            dose.ended(self.person, self._minutes, completed)
            self._keep()
        self._judge()

    def _nobody(self):
        self.chosen, self._profile, self.blob, self.person = -1, None, b"", dose.PersonRecord()
        self.screened = self._judged(None, self.person)

    def _leave(self):
        """Nobody is chosen and the table is locked, until _take() or _return() has ended: whatever fails on the way
        leaves nobody under another's verdict, and writes no record."""
        self.disarm()
        before = (self.chosen, self._profile, self.blob, self.person, self.screened)
        self._nobody()
        return before

    def _return(self, before):
        self.chosen, self._profile, self.blob, self.person, self.screened = before

    def _take(self, place):
        profile, blob, person = None, b"", dose.PersonRecord()
        if place >= 0:
            profile, blob, _, person = self.people.load(place)
        self.chosen, self._profile, self.blob, self.person = place, profile, blob, person
        self.armed = self.begun = self._expired = False
        self._judge()

    def _judge(self):
        if self.chosen >= 0 and self._settle(self.person, self.person.open and not self.armed):
            self._keep()
        self.screened = self._judged(self._profile, self.person)
        if self.screened.locked and not self.begun:
            self.disarm()
        self.changed += 1

    def _settle_others(self):
        """Power or a restart cuts short the session of whoever was chosen then, who may be another than now."""
        for place, who in enumerate(self.people.ids):
            if who and place != self.chosen:
                person = self.people.record(place)
                if self._settle(person, person.open):
                    self.people.remember(place, person)

    def _settle(self, person, cut_short):
        """Whatever waited for a date. True when the record has changed; a lost one stays what it is."""
        if person.lost or not self._minutes:
            return False
        undated = person.undated
        if undated:
            person.changed_day = self._first_to_count(person)
            person.undated = False
        if cut_short:
            dose.ended(person, self._minutes, False)
        return dose.advance(person, self._minutes) or cut_short or undated

    def _first_to_count(self, person):
        """After a change today, clearances of today count, unless one of today or of a later day was there before."""
        ahead = day_number(person.void_day) - day_number(self.day)
        return next_day(person.void_day) if 0 <= ahead <= conditions.CLEARANCE_DAYS else self.day

    def _keep(self):
        return self.chosen < 0 or self.people.remember(self.chosen, self.person)

    def _judged(self, profile, person):
        # Somebody is always chosen while anybody is stored, so this is one who cannot be read.
        if profile is None and self.chosen >= 0:
            caps = [(conditions.TABLE_RATING_CDEG, "table_rating")]
            return Screened(caps, [conditions.reason("PROFILE_CORRUPT")], 0)
        return judge(profile, self.day, self._minutes, person)
