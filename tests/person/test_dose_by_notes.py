"""Thousands of sessions, breaks and answers, against the steps that a therapist notes by hand (tests/support/lives)."""

import datetime
import random
from types import SimpleNamespace

from firmware.dates import DAY_MIN, minutes_of
from firmware.screening import dose
from firmware.screening.record import PersonRecord
from tests.support.lives.steps import Steps

LIVES, VISITS = 150, 25
BEGAN = datetime.datetime(2026, 11, 23, 10)
# The own count begins its days at another hour than the clock.
APART_MIN = 700
DAYS = (1, 1, 1, 1, 2, 3, 5, 6, 7, 8, 13, 14, 15, 27, 28, 29, 42, 55, 56, 57)
HOW = {"better": dose.BETTER, "same": dose.SAME, "worse": dose.WORSE}


def moment(now):
    minutes = minutes_of(now.year * 10000 + now.month * 100 + now.day, now.hour * 60 + now.minute)
    return SimpleNamespace(minutes=minutes, own_min=minutes - 100 * DAY_MIN - APART_MIN)


def visit(chance, record, notes, now):
    """Somebody comes: says how the last session felt and what hurts, and has another one."""
    when = moment(now)
    dose.advance(record, when)
    notes.read((now, now), dose.step_now(record, when), record.done)
    if record.after:
        how, dizzy, hurts = (
            chance.choice([*HOW, "same", "better"]),
            chance.random() < 0.15,
            chance.choice([None, 0, 2, 4, 5]),
        )
        dose.felt(record, HOW[how], dizzy, 0 if hurts is None else hurts + 1)
        notes.said(how, dizzy, hurts, record.done)
        dose.advance(record, when)
        notes.read((now, now), dose.step_now(record, when), record.done)
    hurts = chance.choice([None, 0, 3])
    record.pain_before, record.pain_after = 0 if hurts is None else hurts + 1, 0
    notes.pain_before = hurts
    step, whole = dose.step_now(record, when), chance.random() < 0.8
    dose.ended(record, when, whole)
    notes.ended((now, now), step, 1000.0 if whole else 0.0, not whole)
    assert record.step == notes.step and record.worse == notes.worse_in_a_row


def test_whatever_somebody_does_in_months_the_notes_say_the_same():
    seen = set()
    for number in range(LIVES):
        chance, now = random.Random(number), BEGAN
        record, notes = PersonRecord(), Steps(number % 9)
        record.step = notes.step
        for _ in range(VISITS):
            visit(chance, record, notes, now)
            seen.add(notes.step)
            now += datetime.timedelta(days=chance.choice(DAYS), minutes=chance.randrange(600))
    assert len(seen) > 8, "lives that show little"
