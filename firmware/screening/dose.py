"""The dose: how far and how long a person's own sessions so far allow, and when the next one may begin.

Every number is an engineering proposal [D] from what makers and trials recommend: small angles first, a few degrees
at a time, a minute or two at first, two or three times a day.

Whatever waits, waits by both times of a table, and the longer wait counts: by its clock, which laptops set, and by its
own count, which none moves. `when` is a moment: minutes of the clock, and own_min of the own count (firmware/when.py).
"""

from firmware.dates import DAY_MIN
from firmware.screening import conditions as table
from firmware.screening import questions

FIRST_CDEG = 1500
STEP_CDEG = 500
FIRST_S = 60
STEP_S = 30
MOST_S = 300
STEP_SESSIONS = 3  # completed ones, for the next step,
STEP_DAYS = 7  # and so many days from the first of them on
DAY_SESSIONS = 3
BETWEEN_MIN = 30
MEAL_MIN = 120  # "wait after eating" in a maker's manual [F]; two hours [D]
# A session counts when this share of the step's time was spent at the step's angle.
TOLERATED_PERCENT = 50
MOST_STEP = 15  # past it both angle and time are at their ends
# After a break of so many days the step goes back by one for each, and to the first one after the long one.
BREAK_DAYS = 14
LONG_BREAK_DAYS = 56
# After so many sessions in a row that were followed by worse, the step goes back by one.
WORSE_SESSIONS = 2
# So much more pain, of 10, is worse, whatever else is said: the least difference that people feel as one [R].
WORSE_PAIN = 2
# A declaration says how a person was on the day it was pushed, as a clearance does.
DECLARED_DAYS = table.CLEARANCE_DAYS

# A clearance from before a change lives no longer than this, and with it ends the last use of a record.
REMEMBER_DAYS = table.CLEARANCE_DAYS

# record.after: how the last session ended, until somebody has said how they felt.
CUT_SHORT = 1
TOLERATED = 2
# How they felt.
BETTER, SAME, WORSE = range(3)

WORDS = {
    "RECORD_LOST": "Push the profile again to start from the beginning: the record of this person's sessions is lost.",
    "RECORD_NEWER": "Update the table's firmware: a newer version kept this record, and this one cannot read it.",
    "TODAY": "You answered yes today: %s %s",
    "NEWS": "%s Locked until the profile is renewed: go through it, push it again, and confirm it here.",
    "DECLARATION_OLD": (
        "Go through the profile and push it again: it is more than %d days old, and much may have changed since."
    ),
    "MEAL": "%s Come back in %d minutes.",
    "ENOUGH_TODAY": "Come back tomorrow. At most %d sessions a day are allowed.",
    "WAIT": "Wait at least %d minutes between sessions. Come back in %d minutes.",
}


def angle_cdeg(step):
    """The angle of a step."""
    return FIRST_CDEG + STEP_CDEG * step


def time_s(step):
    """The seconds below level of a step."""
    return min(MOST_S, FIRST_S + STEP_S * step)


def tolerated_s(step):
    """The seconds at the step's angle that make a session count towards the next one."""
    return time_s(step) * TOLERATED_PERCENT // 100


def step_now(record, when):
    """The step that counts now: lower after a break, and never past what the profile holds."""
    return min(record.step - _back(record, when), held_step(record.hold_cdeg))


def held_step(hold_cdeg):
    """The last step that a profile allows which holds the angle there; 0: it holds none."""
    return max(0, (hold_cdeg - FIRST_CDEG) // STEP_CDEG) if hold_cdeg else MOST_STEP


def _back(record, when):
    """Steps lost by a break that goes on now. By either time: a break that looks longer takes more."""
    if not record.last_day:
        return 0
    by_clock, own = when.minutes // DAY_MIN - record.last_day, when.own_min // DAY_MIN
    days = max(by_clock, own - record.own_ended_min // DAY_MIN)
    return record.step if days >= LONG_BREAK_DAYS else max(0, min(record.step, days // BREAK_DAYS))


def begin_anew(record):
    """Another person under the same id: progress begins anew, and so do questions, unless one was answered with yes."""
    record.step = record.worse = record.after = record.pain_before = record.pain_after = 0
    _hold(record)
    if not record.answers:
        record.answered_day = record.own_answered_day = 0


def _hold(record):
    """The next step takes all of its sessions and days again."""
    record.done = record.first_day = record.own_first_day = 0


# What may not lie ahead of now: by the clock and by the own count, in minutes and in days.
_MINUTES, _OWN_MINUTES = ("ended_min", "meal_min"), ("own_ended_min", "own_meal_min")
_NOT_AHEAD = (_MINUTES, _OWN_MINUTES, ("first_day", "last_day", "told_day"), ("own_first_day", "own_told_day"))


def forgettable(record, when):
    """Whether nothing in a record can matter any more: no wait, no question, no clearance from before a change."""
    if record.news:
        return False
    newest_day = max(record.here_day, record.last_day, record.answered_day)
    own_newest_day = max(record.own_here_day, record.own_ended_min // DAY_MIN, record.own_answered_day)
    past = newest_day + REMEMBER_DAYS < when.minutes // DAY_MIN
    return bool(record.here_day) and past and own_newest_day + REMEMBER_DAYS < when.own_min // DAY_MIN


def days_left(record, when):
    """Days until the next step may be taken, as far as days go."""
    needed = max(STEP_DAYS, record.pace_days)
    if not record.first_day:
        return needed
    by_clock = record.first_day + needed - when.minutes // DAY_MIN
    return max(0, by_clock, record.own_first_day + needed - when.own_min // DAY_MIN)


def advance(record, when):
    """Bring the record up to `when`: the next step is taken if it is earned. True when anything changed."""
    now = (when.minutes, when.own_min, when.minutes // DAY_MIN, when.own_min // DAY_MIN)
    ahead = [_no_later(record, *one) for one in zip(now, _NOT_AHEAD)]
    room = record.step < min(MOST_STEP, held_step(record.hold_cdeg))
    earned = room and record.done >= STEP_SESSIONS and not days_left(record, when)
    if earned:
        record.step += 1
        _hold(record)
    return any(ahead) or earned


def _no_later(record, now, names):
    """If a clock was put back, or the own count begins anew, nothing may wait for the time that was before. Whether
    anything was later."""
    later = False
    for name in names:
        if getattr(record, name) > now:
            setattr(record, name, now)
            later = True
    return later


def minutes_left(record, when):
    """Minutes until the next session may begin: 0 now."""
    return max(_own_wait_min(record, when), _clock_wait_min(record, when))


def sessions_today(record, when):
    """Sessions begun on the day of `when`, by the time of which there are more."""
    return max(_sessions_today(record, when), _own_sessions_today(record, when))


def held(record, when):
    """Whether it is the own count that makes somebody wait, and by the clock it would be less."""
    longer = _own_wait_min(record, when) > _clock_wait_min(record, when)
    meal = meal_left_min(record, when) and when.minutes - record.meal_min >= MEAL_MIN
    return longer or bool(meal) or (_yes(record, when) and not answered(record, when))


def ended(record, when, completed):
    """Count the session that has just ended. Whether it counts towards the next step, felt() decides."""
    step = step_now(record, when)
    # One of which nobody said how it felt holds the step, as a worse one does.
    if step != record.step or record.after:
        _hold(record)
    record.step = step
    record.sessions = _sessions_today(record, when) + 1
    record.own_sessions = _own_sessions_today(record, when) + 1
    record.last_day = when.minutes // DAY_MIN
    record.ended_min = when.minutes
    record.own_ended_min = when.own_min
    record.open = False
    record.after = TOLERATED if completed else CUT_SHORT


def felt(record, how, dizzy, pain_after=0):
    """How they felt after the last session: BETTER, SAME or WORSE, and dizzy or not; pain_after: as in a record.

    Worse or dizzy holds the step, and worse twice in a row takes one back. Else the session counts if it was tolerated.
    """
    tolerated, record.after = record.after == TOLERATED, 0
    record.pain_after = pain_after
    # None said is 0, which is never more than anything.
    if how == WORSE or (record.pain_before and pain_after - record.pain_before >= WORSE_PAIN):
        _hold(record)
        record.worse += 1
        if record.worse >= WORSE_SESSIONS:
            record.worse = 0
            record.step = max(0, min(record.step, held_step(record.hold_cdeg)) - 1)
        return
    if dizzy:
        _hold(record)
        return
    record.worse = 0
    if tolerated:
        record.done = min(record.done + 1, STEP_SESSIONS)
        if not record.first_day:
            record.first_day, record.own_first_day = record.last_day, record.own_ended_min // DAY_MIN


def take(record, when, answers):
    """Take the answers of questions.due(): bit n is a yes to question n."""
    if not answered(record, when):
        record.answered_day, record.own_answered_day = when.minutes // DAY_MIN, when.own_min // DAY_MIN
        record.answers = 0
    record.answers |= answers & questions.DAY_BITS
    if answers & 1 << questions.MEAL:
        record.meal_min, record.own_meal_min = when.minutes, when.own_min
    if record.news:
        record.news = 0 if answers & 1 << questions.RENEWED else record.news
        record.renewed = False
    record.news |= answers & questions.NEWS_BITS


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
    """Why no session may begin now, as (code, text of firmware/texts.py, key): a question of the day has its
    condition's key, all else ""."""
    if record.lost:
        return [(record.lost, WORDS[record.lost], "")]
    reasons: list = []
    if record.news and not record.renewed:
        for row in questions.found(record.news):
            reasons.append(("NEWS", (WORDS["NEWS"], (row[2],)), row[0]))
    if declared_days(record, when) > DECLARED_DAYS:
        reasons.append(("DECLARATION_OLD", (WORDS["DECLARATION_OLD"], DECLARED_DAYS), ""))
    if _yes(record, when):
        for number, question in enumerate(table.TODAY_QUESTIONS):
            if record.answers & 1 << number:
                reasons.append(("TODAY", (WORDS["TODAY"], (question[1],), (question[2],)), question[0]))
    if meal_left_min(record, when):
        row = table.TODAY_QUESTIONS[questions.MEAL]
        reasons.append(("MEAL", (WORDS["MEAL"], (row[2],), meal_left_min(record, when)), row[0]))
    if sessions_today(record, when) >= DAY_SESSIONS:
        reasons.append(("ENOUGH_TODAY", (WORDS["ENOUGH_TODAY"], DAY_SESSIONS), ""))
    elif minutes_left(record, when):
        reasons.append(("WAIT", (WORDS["WAIT"], BETWEEN_MIN, minutes_left(record, when)), ""))
    return reasons


def declared_days(record, when):
    """Days since the profile was last pushed, by the time of which they are more."""
    by_clock = when.minutes // DAY_MIN - record.told_day
    return max(by_clock, when.own_min // DAY_MIN - record.own_told_day) if record.told_day else 0


def meal_left_min(record, when):
    """Minutes that a meal is still to be waited for: 0 for none. A wait by whichever time is longer."""
    if not record.meal_min:
        return 0
    return max(0, MEAL_MIN - min(when.minutes - record.meal_min, when.own_min - record.own_meal_min))
