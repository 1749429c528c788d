"""The dose: how far and how long a person's own sessions so far allow, and when the next one may begin.

Every number is an engineering proposal [D] from what makers and trials recommend: small angles first, a few degrees
at a time, a minute or two at first, two or three times a day.
"""

from firmware.dates import DAY_MIN
from firmware.screening import conditions as table

FIRST_CDEG = 1500
STEP_CDEG = 500
FIRST_S = 60
STEP_S = 30
MOST_S = 300
STEP_SESSIONS = 3  # completed ones, for the next step,
STEP_DAYS = 7  # and so many days from the first of them on
DAY_SESSIONS = 3
BETWEEN_MIN = 30
# A session counts when this share of the step's time was spent at the step's angle.
TOLERATED_PERCENT = 50
MOST_STEP = 15  # past it both angle and time are at their ends

# A clearance from before a change lives no longer than this, and with it ends the last use of a record.
REMEMBER_DAYS = table.CLEARANCE_DAYS

WORDS = {
    "RECORD_LOST": "Push the profile again to start from the beginning: the record of this person's sessions is lost.",
    "TODAY": "You answered yes today: %s %s",
    "ENOUGH_TODAY": "Come back tomorrow. At most %d sessions a day are allowed.",
    "WAIT": "Wait at least %d minutes between sessions. Come back in %d minutes.",
}


class PersonRecord:
    """What a table remembers of one person. Minutes and days count from 2000-01-01; 0 is never."""

    def __init__(self):
        self.step = 0
        self.done = 0  # completed sessions at this step,
        self.first_day = 0  # and when the first of them was
        self.last_day = 0  # of the last session,
        self.sessions = 0  # how many there were on it,
        self.ended_min = 0  # and when it ended
        self.answered_day = 0  # when the questions of the day were answered,
        self.answers = 0  # and a bit for each that was answered yes
        self.declared = 0  # tells one set of conditions from another
        self.changed_day = 0  # YYYYMMDD: since they last became another set, clearances from this day on count
        self.undated = False  # they became another, and that day is still to be found
        self.open = False  # a session was allowed to begin, and its end is not known yet
        self.here_day = 0  # the day on which the profile was last pushed or removed
        self.born = 0  # the year of birth tells one person from another of the same id
        self.issued_day = 0  # YYYYMMDD of the newest clearance that was ever pushed,
        self.void_day = 0  # and of those pushed before the last change
        self.dated = 0  # tells one set of days of operations from another
        self.lost = False  # the record is gone; never stored


def allowed_cdeg(record):
    """The angle that this step allows."""
    return FIRST_CDEG + STEP_CDEG * record.step


def allowed_s(record):
    """The seconds below level that this step allows."""
    return min(MOST_S, FIRST_S + STEP_S * record.step)


def tolerated_s(record):
    """The seconds at the step's angle that make a session count towards the next one."""
    return allowed_s(record) * TOLERATED_PERCENT // 100


def begin_anew(record):
    """Another person under the same id: progress begins anew, and so do questions, unless one was answered with yes."""
    record.step = record.done = record.first_day = 0
    if not record.answers:
        record.answered_day = 0


def forgettable(record, minutes):
    """Whether nothing in a record can matter any more: no wait, no question, no clearance from before a change."""
    newest_day = max(record.here_day, record.last_day, record.answered_day)
    return newest_day + REMEMBER_DAYS < minutes // DAY_MIN if record.here_day else False


def days_left(record, minutes):
    """Days until the next step may be taken, as far as days go."""
    return max(0, record.first_day + STEP_DAYS - minutes // DAY_MIN) if record.first_day else STEP_DAYS


def advance(record, minutes):
    """Bring the record up to `minutes`: the next step is taken if it is earned. True when anything changed."""
    day = minutes // DAY_MIN
    ahead = max(record.ended_min, max(record.first_day, record.last_day) * DAY_MIN) > minutes
    # If somebody at the table has put the clock back, nothing may wait for the time that was wrong.
    record.ended_min = min(record.ended_min, minutes)
    record.first_day = min(record.first_day, day)
    record.last_day = min(record.last_day, day)
    earned = record.step < MOST_STEP and record.done >= STEP_SESSIONS and not days_left(record, minutes)
    if earned:
        record.step += 1
        record.done = record.first_day = 0
    return ahead or earned


def minutes_left(record, minutes):
    """Minutes until the next session may begin: 0 now."""
    # Only whole minutes are known: one more makes sure of the last.
    wait_min = max(0, BETWEEN_MIN + 1 - (minutes - record.ended_min))
    if sessions_today(record, minutes) >= DAY_SESSIONS:
        wait_min = max(wait_min, DAY_MIN - minutes % DAY_MIN)
    return wait_min


def sessions_today(record, minutes):
    """Sessions begun on the day of `minutes`."""
    return record.sessions if record.last_day == minutes // DAY_MIN else 0


def ended(record, minutes, completed):
    """Count the session that has just ended."""
    day = minutes // DAY_MIN
    record.sessions = sessions_today(record, minutes) + 1
    record.last_day = day
    record.ended_min = minutes
    record.open = False
    if completed:
        record.done = min(record.done + 1, STEP_SESSIONS)
        record.first_day = record.first_day or day


def answered(record, minutes):
    """Whether the questions of the day have been answered."""
    return record.answered_day == minutes // DAY_MIN


def locks(record, minutes):
    """Why no session may begin now, as (code, text)."""
    if record.lost:
        return [("RECORD_LOST", WORDS["RECORD_LOST"])]
    reasons = []
    if answered(record, minutes):
        for number, question in enumerate(table.TODAY_QUESTIONS):
            if record.answers & 1 << number:
                reasons.append(("TODAY", WORDS["TODAY"] % question[1:3]))
    if sessions_today(record, minutes) >= DAY_SESSIONS:
        reasons.append(("ENOUGH_TODAY", WORDS["ENOUGH_TODAY"] % DAY_SESSIONS))
    elif minutes_left(record, minutes):
        reasons.append(("WAIT", WORDS["WAIT"] % (BETWEEN_MIN, minutes_left(record, minutes))))
    return reasons
