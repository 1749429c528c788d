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
    "RECORD_LOST": "What the table counted of this person's sessions is lost. Push the profile again to begin anew.",
    "TODAY": "Today's question was answered with yes: %s %s",
    "ENOUGH_TODAY": "There are %d sessions a day at most. Come back tomorrow.",
    "WAIT": "Between two sessions lie at least %d minutes. Come back in %d minutes.",
}


class Person:
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


def allowed_cdeg(person):
    """The angle that this step allows."""
    return FIRST_CDEG + STEP_CDEG * person.step


def allowed_s(person):
    """The seconds below level that this step allows."""
    return min(MOST_S, FIRST_S + STEP_S * person.step)


def tolerated_s(person):
    """The seconds at the step's angle that make a session count towards the next one."""
    return allowed_s(person) * TOLERATED_PERCENT // 100


def begin_anew(person):
    """Another person under the same id: progress begins anew, and so do questions, unless one was answered with yes."""
    person.step = person.done = person.first_day = 0
    if not person.answers:
        person.answered_day = 0


def forgettable(person, minutes):
    """Whether nothing in a record can matter any more: no wait, no question, no clearance from before a change."""
    newest_day = max(person.here_day, person.last_day, person.answered_day)
    return newest_day + REMEMBER_DAYS < minutes // DAY_MIN if person.here_day else False


def days_left(person, minutes):
    """Days until the next step may be taken, as far as days go."""
    return max(0, person.first_day + STEP_DAYS - minutes // DAY_MIN) if person.first_day else STEP_DAYS


def settle(person, minutes):
    """Bring the record up to `minutes`: the next step is taken if it is earned. True when anything changed."""
    day = minutes // DAY_MIN
    ahead = max(person.ended_min, max(person.first_day, person.last_day) * DAY_MIN) > minutes
    # Where the clock was put back by somebody at the table, nothing may wait for a time that was wrong.
    person.ended_min = min(person.ended_min, minutes)
    person.first_day = min(person.first_day, day)
    person.last_day = min(person.last_day, day)
    earned = person.step < MOST_STEP and person.done >= STEP_SESSIONS and not days_left(person, minutes)
    if earned:
        person.step += 1
        person.done = person.first_day = 0
    return ahead or earned


def minutes_left(person, minutes):
    """Minutes until the next session may begin: 0 now."""
    # Only whole minutes are known: one more makes sure of the last.
    wait_min = max(0, BETWEEN_MIN + 1 - (minutes - person.ended_min))
    if sessions_today(person, minutes) >= DAY_SESSIONS:
        wait_min = max(wait_min, DAY_MIN - minutes % DAY_MIN)
    return wait_min


def sessions_today(person, minutes):
    """Sessions begun on the day of `minutes`."""
    return person.sessions if person.last_day == minutes // DAY_MIN else 0


def ended(person, minutes, completed):
    """Count the session that has just ended."""
    day = minutes // DAY_MIN
    person.sessions = sessions_today(person, minutes) + 1
    person.last_day = day
    person.ended_min = minutes
    person.open = False
    if completed:
        person.done = min(person.done + 1, STEP_SESSIONS)
        person.first_day = person.first_day or day


def answered(person, minutes):
    """Whether the questions of the day have been answered."""
    return person.answered_day == minutes // DAY_MIN


def locks(person, minutes):
    """Why no session may begin now, as (code, text)."""
    if person.lost:
        return [("RECORD_LOST", WORDS["RECORD_LOST"])]
    reasons = []
    if answered(person, minutes):
        for number, question in enumerate(table.TODAY_QUESTIONS):
            if person.answers & 1 << number:
                reasons.append(("TODAY", WORDS["TODAY"] % question[1:3]))
    if sessions_today(person, minutes) >= DAY_SESSIONS:
        reasons.append(("ENOUGH_TODAY", WORDS["ENOUGH_TODAY"] % DAY_SESSIONS))
    elif minutes_left(person, minutes):
        reasons.append(("WAIT", WORDS["WAIT"] % (BETWEEN_MIN, minutes_left(person, minutes))))
    return reasons
