"""Lives of a table whose laptops tell another time than the right one."""

from tests.support.lives.rules import DAY, MINUTE
from tests.support.lives.therapist import Therapist


def a_clock_put_back_over_midnight(notes: Therapist) -> None:
    notes.wait_until(23, 40)
    notes.store("anna", "hip_labral_tear", cleared=[notes.cleared("hip_labral_tear", ago=0, lasts=0)])
    notes.off_and_on(40 * MINUTE)
    assert not notes.attempt()
    notes.tell_time(-40 * MINUTE)
    assert not notes.attempt()


def a_clock_put_back_at_the_start(notes: Therapist) -> None:
    notes.store("anna", "hip_labral_tear", cleared=[notes.cleared("hip_labral_tear", ago=0, lasts=0)])
    notes.off_and_on(42 * DAY, told_early=-42 * DAY)
    assert not notes.attempt()


def a_clock_put_back_and_right_again(notes: Therapist) -> None:
    notes.store("anna")
    assert notes.attempt()
    for ahead in (-60 * MINUTE, 0 * MINUTE, -40 * MINUTE, 0 * MINUTE):
        notes.tell_time(ahead)
        assert not notes.attempt()


def a_wait_that_a_laptop_ends(notes: Therapist) -> None:
    notes.store("anna")
    assert notes.attempt()
    for minutes in (20, 40, 60, 24 * 60):
        notes.tell_time(minutes * MINUTE)
        assert not notes.attempt()


def days_that_a_laptop_makes(notes: Therapist) -> None:
    notes.store("anna")
    for days in range(3):
        notes.tell_time(days * DAY)
        assert notes.attempt()
        notes.off_and_on(40 * MINUTE)
    notes.tell_time(3 * DAY)
    assert not notes.attempt()


def a_yes_and_the_next_day_by_a_laptop(notes: Therapist) -> None:
    notes.store("anna")
    assert not notes.attempt(unfit=True)
    notes.tell_time(DAY)
    assert not notes.attempt()


def a_clearance_that_a_laptop_brings_forward(notes: Therapist) -> None:
    notes.store("anna", "hip_labral_tear", cleared=[notes.cleared("hip_labral_tear", ago=-3)])
    notes.tell_time(4 * DAY)
    assert not notes.attempt()


def a_clearance_that_a_laptop_lets_expire(notes: Therapist) -> None:
    notes.store("anna", "hip_labral_tear", cleared=[notes.cleared("hip_labral_tear", ago=0, lasts=5)])
    for ahead in (6 * DAY, 0 * DAY):
        notes.tell_time(ahead)
        assert not notes.attempt()


OF_CLOCKS = (
    a_clock_put_back_over_midnight, a_clock_put_back_at_the_start, a_clock_put_back_and_right_again,
    a_wait_that_a_laptop_ends, days_that_a_laptop_makes, a_yes_and_the_next_day_by_a_laptop,
    a_clearance_that_a_laptop_brings_forward, a_clearance_that_a_laptop_lets_expire,
)  # fmt: skip
