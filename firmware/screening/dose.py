"""The dose: how far and how long a person's own sessions so far allow, and when the next one may begin.

Every number is an engineering proposal [D] from what makers and trials recommend: small angles first, a few degrees
at a time, a minute or two at first, two or three times a day.

Whatever waits, waits by both times of a table, and the longer wait counts: by its clock, which laptops set, and by its
own count, which none moves. `when` is a moment: minutes of the clock, and own_min of the own count (firmware/when.py).
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
    "RECORD_NEWER": "Update the table's firmware: a newer version kept this record, and this one cannot read it.",
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
        self.own_first_day = 0  # the same by the own count,
        self.own_sessions = 0  # its sessions on the day
        self.own_ended_min = 0  # of which this is a minute
        self.answered_day = 0  # when the questions of the day were answered,
        self.own_answered_day = 0  # by the own count too,
        self.answers = 0  # and a bit for each that was answered yes
        self.declared = 0  # tells one set of conditions from another
        self.changed_day = 0  # YYYYMMDD: since they last became another set, clearances from this day on count
        self.undated = False  # they became another, and that day is still to be found
        self.open = False  # a session was allowed to begin, and its end is not known yet
        self.here_day = 0  # the day on which the profile was last pushed or removed,
        self.own_here_day = 0  # by the own count too
        self.born = 0  # the year of birth tells one person from another of the same id
        self.issued_day = 0  # YYYYMMDD of the newest clearance that was ever pushed,
        self.void_day = 0  # and of those pushed before the last change
        self.dated = 0  # tells one set of days of operations from another
        self.lost = ""  # why the record is not at hand, as a code of WORDS; never stored


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
    record.step = record.done = record.first_day = record.own_first_day = 0
    if not record.answers:
        record.answered_day = record.own_answered_day = 0


def forgettable(record, when):
    """Whether nothing in a record can matter any more: no wait, no question, no clearance from before a change."""
    newest_day = max(record.here_day, record.last_day, record.answered_day)
    own_newest_day = max(record.own_here_day, record.own_ended_min // DAY_MIN, record.own_answered_day)
    past = newest_day + REMEMBER_DAYS < when.minutes // DAY_MIN
    return bool(record.here_day) and past and own_newest_day + REMEMBER_DAYS < when.own_min // DAY_MIN


def days_left(record, when):
    """Days until the next step may be taken, as far as days go."""
    if not record.first_day:
        return STEP_DAYS
    by_clock = record.first_day + STEP_DAYS - when.minutes // DAY_MIN
    return max(0, by_clock, record.own_first_day + STEP_DAYS - when.own_min // DAY_MIN)


def advance(record, when):
    """Bring the record up to `when`: the next step is taken if it is earned. True when anything changed."""
    minutes, own_min = when.minutes, when.own_min
    ahead = max(record.ended_min, max(record.first_day, record.last_day) * DAY_MIN) > minutes
    ahead = ahead or max(record.own_ended_min, record.own_first_day * DAY_MIN) > own_min
    # If a clock was put back, or the own count begins anew, nothing may wait for the time that was before.
    record.ended_min = min(record.ended_min, minutes)
    record.first_day = min(record.first_day, minutes // DAY_MIN)
    record.last_day = min(record.last_day, minutes // DAY_MIN)
    record.own_ended_min = min(record.own_ended_min, own_min)
    record.own_first_day = min(record.own_first_day, own_min // DAY_MIN)
    earned = record.step < MOST_STEP and record.done >= STEP_SESSIONS and not days_left(record, when)
    if earned:
        record.step += 1
        record.done = record.first_day = record.own_first_day = 0
    return ahead or earned


def minutes_left(record, when):
    """Minutes until the next session may begin: 0 now."""
    return max(_own_wait_min(record, when), _clock_wait_min(record, when))


def sessions_today(record, when):
    """Sessions begun on the day of `when`, by the time of which there are more."""
    return max(_sessions_today(record, when), _own_sessions_today(record, when))


def held(record, when):
    """Whether it is the own count that makes somebody wait, and by the clock it would be less."""
    longer = _own_wait_min(record, when) > _clock_wait_min(record, when)
    return longer or (_yes(record, when) and not answered(record, when))


def ended(record, when, completed):
    """Count the session that has just ended."""
    record.sessions = _sessions_today(record, when) + 1
    record.own_sessions = _own_sessions_today(record, when) + 1
    record.last_day = when.minutes // DAY_MIN
    record.ended_min = when.minutes
    record.own_ended_min = when.own_min
    record.open = False
    if completed:
        record.done = min(record.done + 1, STEP_SESSIONS)
        if not record.first_day:
            record.first_day, record.own_first_day = when.minutes // DAY_MIN, when.own_min // DAY_MIN


def answered(record, when):
    """Whether the questions of the day have been answered, on a day that it still is by both times."""
    by_clock = record.answered_day == when.minutes // DAY_MIN
    return by_clock and record.own_answered_day == when.own_min // DAY_MIN


def _yes(record, when):
    """Whether a yes to a question still stands: by either time it is the day of the answers."""
    by_own = record.own_answered_day == when.own_min // DAY_MIN
    return bool(record.answers) and (by_own or record.answered_day == when.minutes // DAY_MIN)


def _sessions_today(record, when):
    return record.sessions if record.last_day == when.minutes // DAY_MIN else 0


def _own_sessions_today(record, when):
    return record.own_sessions if record.own_ended_min // DAY_MIN == when.own_min // DAY_MIN else 0


def _clock_wait_min(record, when):
    return _wait_min(when.minutes, record.ended_min, _sessions_today(record, when))


def _own_wait_min(record, when):
    return _wait_min(when.own_min, record.own_ended_min, _own_sessions_today(record, when))


def _wait_min(minutes, ended_min, sessions):
    # Only whole minutes are known: one more makes sure of the last.
    wait_min = max(0, BETWEEN_MIN + 1 - (minutes - ended_min))
    return max(wait_min, DAY_MIN - minutes % DAY_MIN) if sessions >= DAY_SESSIONS else wait_min


def locks(record, when):
    """Why no session may begin now, as (code, text, key): a question of the day has its condition's, all else ""."""
    if record.lost:
        return [(record.lost, WORDS[record.lost], "")]
    reasons = []
    if _yes(record, when):
        for number, question in enumerate(table.TODAY_QUESTIONS):
            if record.answers & 1 << number:
                reasons.append(("TODAY", WORDS["TODAY"] % question[1:3], question[0]))
    if sessions_today(record, when) >= DAY_SESSIONS:
        reasons.append(("ENOUGH_TODAY", WORDS["ENOUGH_TODAY"] % DAY_SESSIONS, ""))
    elif minutes_left(record, when):
        reasons.append(("WAIT", WORDS["WAIT"] % (BETWEEN_MIN, minutes_left(record, when)), ""))
    return reasons
