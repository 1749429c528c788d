"""Lives of a table whose people come for weeks, stay away, and say how it felt."""

from tests.support.lives.rules import DAY
from tests.support.lives.therapist import Therapist

SAME, BETTER = ("same", False, 0, 0), ("better", False, 0, 0)
WORSE, DIZZY, MORE_PAIN = ("worse", False, 0, 0), ("same", True, 0, 0), ("better", False, 2, 4)


def a_day_later(notes: Therapist, *felts, far: bool = False) -> None:
    """A session each day, which begins with how the last one felt. The notes hold the table to what counts by that."""
    for felt in felts:
        assert notes.attempt(far=far, felt=felt)
        notes.off_and_on(DAY)


def is_at(notes: Therapist, step: int, good: int = 0) -> bool:
    now = notes.notes[notes.chosen].steps
    return (now.step, now.good) == (step, good)


def a_step_after_three_sessions_and_a_week(notes: Therapist) -> None:
    notes.store("anna")
    a_day_later(notes, SAME, SAME, BETTER, far=True)
    a_day_later(notes, SAME)
    assert is_at(notes, 0, 3)
    notes.off_and_on(DAY)
    a_day_later(notes, SAME)
    assert is_at(notes, 0, 3)
    notes.off_and_on(3 * DAY)
    assert notes.attempt(felt=SAME) and is_at(notes, 1)


def worse_or_dizzy_holds_the_step(notes: Therapist) -> None:
    notes.store("anna")
    for felt in (WORSE, DIZZY):
        a_day_later(notes, SAME, far=True)
        a_day_later(notes, SAME)
        assert is_at(notes, 0, 1)
        a_day_later(notes, felt)
        assert is_at(notes, 0, 0)


def worse_twice_takes_a_step_back(notes: Therapist) -> None:
    """A dizzy session between does not end the row, and a good one does."""
    notes.store("cleo")
    a_day_later(notes, SAME, WORSE, DIZZY, WORSE)
    assert is_at(notes, 5)
    a_day_later(notes, WORSE, BETTER, WORSE)
    assert is_at(notes, 5)


def more_pain_is_worse(notes: Therapist) -> None:
    notes.store("cleo", asks_pain=True)
    a_day_later(notes, MORE_PAIN, MORE_PAIN, ("better", False, 2, 3), MORE_PAIN)
    assert is_at(notes, 6)
    a_day_later(notes, MORE_PAIN)
    assert is_at(notes, 5)


def a_break_of_weeks(notes: Therapist) -> None:
    """A step back for each two weeks, which the next session writes down, and as far as that on the table."""
    notes.store("cleo", most_deg=60)
    for days, step in ((13, 6), (16, 6), (29, 5), (1, 3)):
        assert notes.attempt() and is_at(notes, step), vars(notes.notes["cleo"].steps)
        notes.off_and_on(days * DAY)
    notes.off_and_on(16 * DAY)
    assert notes.attempt(far=True) and is_at(notes, 2)


def a_break_of_two_months(notes: Therapist) -> None:
    notes.store("cleo", most_deg=60)
    assert notes.attempt()
    notes.off_and_on(54 * DAY)
    assert notes.step_now(notes.notes["cleo"], None) == 3
    notes.off_and_on(3 * DAY)
    assert notes.attempt(far=True) and is_at(notes, 0)


def a_break_that_is_only_looked_at(notes: Therapist) -> None:
    """It is worked out anew each time, so it is the same when the table was switched on in the midst of it."""
    notes.store("cleo")
    assert notes.attempt()
    for _ in range(3):
        notes.off_and_on(10 * DAY)
        notes.step_now(notes.notes["cleo"], None)
    assert notes.attempt() and is_at(notes, 4)


def nobody_says_how_it_felt(notes: Therapist) -> None:
    notes.store("anna")
    assert notes.attempt()
    notes.off_and_on(DAY)
    assert not notes.attempt(confirmed=False)
    assert notes.attempt()


OF_STEPS = (
    a_step_after_three_sessions_and_a_week, worse_or_dizzy_holds_the_step, worse_twice_takes_a_step_back,
    more_pain_is_worse, a_break_of_weeks, a_break_of_two_months, a_break_that_is_only_looked_at,
    nobody_says_how_it_felt,
)  # fmt: skip
