"""Who is chosen at the table, and what is in force for this person: screening result, limit and session time."""

from firmware.person import outlook
from firmware.person.bookkeeping import Bookkeeping
from firmware.person.confirmation import Confirmation
from firmware.profile import form
from firmware.screening import conditions, dose, questions
from firmware.screening.record import PersonRecord
from firmware.screening.result import judge
from firmware.screening.rules import Screened
from firmware.when import When

# Who has answered what is asked before a session, and when by the own count.
NOBODY_ASKED = ("", 0)


class Chosen:
    """The chosen person. Without a confirmation no limit is in force, whatever the screening result.

    All but the readings, begin() and expire() is to be called only upright and at rest: flash is written, a limit may
    change. place: of the person, -1 when nobody is stored. record: of the person. screened: the result. changed: counts
    results and confirmations, so that a reader sees a new one. push_reasons: why the last profile pushed was refused,
    as (code, field, text); empty after one that was stored. locks: reasons that lock everybody.
    """

    def __init__(self, people, locks=()):
        self.people = people
        self._locks = list(locks)
        self.push_reasons = []
        self.changed = 0
        self._confirmation = Confirmation()
        self._fit = NOBODY_ASKED
        self._books = Bookkeeping(people)
        self._nobody()
        self._take(people.after(-1, 1))

    @property
    def confirmed(self):
        """Whether a session has been confirmed that is not over."""
        return self._confirmation.stands

    @property
    def expired(self):
        """Whether what was confirmed is too old to begin or go further down."""
        return self.confirmed and not self._confirmation.allows

    @property
    def limit_cdeg(self):
        """The limit of the session that may begin or go further now; 0 while none may."""
        return self.screened.limit_cdeg if self._confirmation.allows else 0

    @property
    def session_ms(self):
        """Its time below level."""
        return self.screened.session_ms if self.confirmed else 0

    @property
    def goal_cdeg(self):
        """The angle at which a session counts towards the next step; 0 while none may begin."""
        return dose.angle_cdeg(self._step) if self.confirmed else 0

    @property
    def tolerated_ms(self):
        """How long it must have been held there."""
        return dose.tolerated_s(self._step) * 1000

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
    def day(self):
        """The day of the screening result, and of a confirmation, as YYYYMMDD; 0 without a date."""
        return self._books.when.day

    @property
    def asked(self):
        """What somebody at the panel may choose from as the right time, as minutes of two times; 0 for none."""
        return self._books.when.asked

    @property
    def answered(self):
        """Whether all that is asked before a session has been answered, a short while ago."""
        when, record = self._books.when, self.record
        settled = not (record.after or record.news) and dose.answered(record, when)
        fit_who, fit_min = self._fit
        return settled and fit_who == self.who and 0 <= when.own_min - fit_min <= questions.GOOD_MIN

    @property
    def first_today(self):
        """Whether the questions of the day are still to be asked."""
        return not dose.answered(self.record, self._books.when)

    @property
    def outlook(self):
        """What they are told on the first page of the day, as a text; to be read while nothing locks."""
        return outlook.text(self.screened, self.record, self._books.when)

    @property
    def asks_pain(self):
        """Whether the profile has the table ask for pain, before a session and after it."""
        return bool((self._profile or {}).get("ask_pain"))

    @property
    def _step(self):
        return dose.step_now(self.record, self._books.when)

    def push(self, blob) -> str:
        """Store `blob` and choose its person: empty when done, else an error code of the link."""
        profile, reasons = form.parse(blob)
        self.push_reasons = reasons
        if profile is None:
            return "REFUSED"
        before = self._leave()
        place, code = self.people.put(profile, blob, self._books.when)
        if code:
            self._return(before)
        else:
            self._take(place)
        return code

    def remove(self, place) -> str:
        """Take a profile away: empty when done, else an error code of the link."""
        when = self._books.when
        if place != self.place:
            return self.people.remove(place, when)
        before = self._leave()
        code = self.people.remove(place, when)
        if code:
            self._return(before)
        else:
            self._take(self.people.after(place, 1))
        return code

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
        self._books.catch_up(record, record.open)
        return self._judged(profile, record, place)

    def blob_of(self, place):
        """The profile of any place, as it was pushed; empty for none."""
        return self.blob if place == self.place else self.people.load(place)[1]

    def record_of(self, place):
        """The record of the person of any place."""
        if place == self.place or place < 0:
            return self.record
        record = self.people.record(place)
        self._books.catch_up(record, record.open)
        return record

    def rescreen(self, today, minutes, when=None):
        """Judge again when the minute is another one. A confirmation is for the day on which it was given.

        when: the same moment by both times of the table (firmware/when.py); None where they are one.
        """
        books = self._books
        when = when or When(today, minutes, minutes, minutes, minutes)
        if not when.same(books.when):
            if when.day != books.when.day and not self._confirmation.begun:
                self.take_back()
            dated = when.minutes and not books.when.minutes
            books.when = when
            if dated:
                books.catch_up_others(self.place)
            self._judge()

    def answer(self, answers, pain=0):
        """Take the answers of what is due: bit n is a yes to question n. pain: one more than theirs; 0: not asked."""
        when = self._books.when
        if when.minutes:
            self._fit = (self.who, when.own_min)
            self._books.answer(self.place, self.record, answers, pain)
            self._judge()

    def felt(self, how, dizzy, pain=0):
        """Take how they felt after the last session: what dose.felt() takes."""
        if self.record.after:
            self._books.felt(self.place, self.record, how, dizzy, pain)
            self._judge()

    def confirm(self) -> bool:
        """Let one session begin. False when the screening result, the questions or the flash do not allow it."""
        if self.screened.locked or not self.answered:
            return False
        if self._books.begin(self.place, self.record):
            self._confirmation.give()
        else:
            self._confirmation.end()
            # Until the next look, which is within a minute.
            self._bar("FLASH_FULL" if self.people.full else "NOT_KEPT")
        self.changed += 1
        return self.confirmed

    def take_back(self):
        """Take the confirmation back. A session that has not begun has cost nothing; one that has stays open, and
        counts as cut short when the person is next judged."""
        if not self.confirmed:
            return
        begun = self._confirmation.begun
        self._confirmation.end()
        if not begun:
            self._books.call_off(self.place, self.record)
        self.changed += 1

    def begin(self):
        """The table has left upright: the session has begun, and counts, however it ends."""
        self._confirmation.begin()
        self._fit = NOBODY_ASKED  # anew before the next one

    def expire(self):
        """Away from upright: the confirmation is too old to go further down. Nothing is written."""
        if self._confirmation.allows:
            self._confirmation.expire()
            self.changed += 1

    def end(self, completed):
        """The session is over; completed: it was tolerated."""
        self._confirmation.end()
        self._books.end(self.place, self.record, completed)
        self._judge()

    def _nobody(self):
        self.place, self._profile, self.blob, self.record = -1, None, b"", PersonRecord()
        self.screened = self._judged(None, self.record, -1)

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
        profile, blob, record = None, b"", PersonRecord()
        if place >= 0:
            profile, blob, _, record = self.people.load(place)
        self.place, self._profile, self.blob, self.record = place, profile, blob, record
        self._confirmation.end()
        self._judge()

    def _judge(self):
        books, record = self._books, self.record
        if self.place >= 0 and books.catch_up(record, record.open and not self.confirmed):
            books.keep(self.place, record)
        self.screened = self._judged(self._profile, record, self.place)
        if self.screened.locked and not self._confirmation.begun:
            self.take_back()
        self.changed += 1

    def _judged(self, profile, record, place):
        # Whoever has a place has a profile: this is one that cannot be read.
        if profile is None and place >= 0:
            return self._barred("PROFILE_NEWER" if self.people.newer(place) else "PROFILE_CORRUPT")
        found = judge(profile, self._books.when, record)
        return Screened(found.caps, self._locks + found.locks, 0, found.cautions) if self._locks else found

    def _bar(self, code):
        self.screened = self._barred(code)

    def _barred(self, code):
        """Locked for one reason, whatever the profile says."""
        caps = [(conditions.TABLE_RATING_CDEG, "table_rating", "")]
        return Screened(caps, self._locks + [conditions.reason(code)], 0)
