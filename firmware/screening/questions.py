"""What the panel asks before a session, and what follows a yes.

A question has a number, and a yes to it is that bit of the answers. Numbers below NEWS are those of
conditions.TODAY_QUESTIONS. What changes within hours is asked before every session, the rest once a day, and what is
behind "anything new or worse" only after a yes to that.
"""

from firmware.screening.conditions import TODAY_QUESTIONS

ALCOHOL = 2
MEAL = 3
NEWS = 5
RENEWED = 13
EACH_SESSION = (NEWS, ALCOHOL, MEAL)
EACH_DAY = (0, 1, 4)
BEHIND_NEWS = (6, 7, 8, 9, 10, 11, 12)
# Of the answers that stand for a day.
DAY_BITS = 0b10111
NEWS_BITS = 0b11111111 << NEWS

# What was answered before a session counts for so long [D]: as long as people wait between two sessions.
GOOD_MIN = 30

# From number NEWS on: key, question, what to do at a yes, source. The first leads to the others, and is what is left if
# none of them is it. A question fits two lines of the panel.
NEWS_QUESTIONS = (
    (
        "something_new", "Anything new or worse since last time?",
        "You said that something is new or worse. Ask a physician what it means.",
        "Teeter guide, for whatever is unexplained [F]; that it is asked each time [D]",
    ),
    (
        "new_numbness", "Numb between the legs or in a leg?",
        "Seek care now, at an emergency department: new numbness can mean that nerves are pressed.",
        "trial exclusion for increasing deficit [F]; red flag [R]",
    ),
    (
        "new_weakness", "A leg, foot or arm weaker than before?",
        "Seek care now, at an emergency department: new weakness can mean that nerves are pressed.",
        "trial exclusion for increasing deficit [F]; red flag [R]",
    ),
    (
        "new_bladder_or_bowel", "New bladder or bowel trouble?",
        "Seek care now, at an emergency department: the nerves of bladder and bowel may be pressed.",
        "trial exclusion for bladder signs [F]; red flag [R]",
    ),
    (
        "worse_pain", "Pain worse than before?",
        "Ask a physician before you go on: pain that gets worse needs a look first.",
        "a physiotherapy course, for what traction makes worse [F]",
    ),
    (
        "new_pregnancy", "Pregnant, or perhaps pregnant?",
        "Do not use the table while you are or may be pregnant.",
        "trial exclusions and retail lists, for pregnancy [F]",
    ),
    (
        "new_diagnosis", "New diagnosis, operation or injury?",
        "Ask a physician whether you may still use the table, and declare it in the profile.",
        "Teeter guide [F]",
    ),
    (
        "new_medicine", "New medicine, or more of one?",
        "Ask a physician whether you may still use the table with it.",
        "Teeter guide, for side effects of drugs [F]",
    ),
)  # fmt: skip

# Asked when the profile was pushed since: a laptop alone opens nothing.
_RENEWED = "Seen by a physician, and profile renewed?"


def text(number):
    """What the panel asks."""
    if number == RENEWED:
        return _RENEWED
    return (TODAY_QUESTIONS[number] if number < NEWS else NEWS_QUESTIONS[number - NEWS])[1]


def due(record, day_too):
    """The numbers to ask, in order; day_too: the questions of the day as well."""
    first = (RENEWED,) if record.news else ()
    return first + EACH_SESSION + (EACH_DAY if day_too else ())


def found(news):
    """The rows of what is new, by the bits of a record: of something that has a row of its own, no more than that."""
    rows = [row for at, row in enumerate(NEWS_QUESTIONS) if at and news & 1 << NEWS + at]
    return rows or [NEWS_QUESTIONS[0]]
