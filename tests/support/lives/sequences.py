"""Lives of a table, each about one rule, as test_oracle plays them."""

from firmware.screening.record import PersonRecord
from tests.support.lives.rules import DAY, MINUTE
from tests.support.lives.sequences_of_clocks import OF_CLOCKS
from tests.support.lives.sequences_of_steps import OF_STEPS
from tests.support.lives.therapist import Therapist


def other_conditions(notes: Therapist) -> None:
    torn = [notes.cleared("hip_labral_tear")]
    notes.store("anna", "hip_labral_tear", cleared=torn)
    assert notes.attempt()
    notes.off_and_on(40 * MINUTE)
    notes.store("anna", "hip_labral_tear", "sciatica", cleared=torn)
    assert not notes.attempt()


def other_conditions_on_the_day_of_the_clearance(notes: Therapist) -> None:
    torn = [notes.cleared("hip_labral_tear", ago=0)]
    notes.store("anna", "hip_labral_tear", cleared=torn)
    notes.store("anna", "hip_labral_tear", "sciatica", cleared=torn)
    assert not notes.attempt()
    notes.off_and_on(DAY)
    notes.store("anna", "hip_labral_tear", "sciatica", cleared=[notes.cleared("hip_labral_tear", ago=0)])
    assert notes.attempt()


def another_day_of_the_operation(notes: Therapist) -> None:
    operated = [notes.cleared("early_post_op_hip")]
    for since in (20260920, 20260601):
        notes.store("anna", "early_post_op_hip", cleared=operated, since={"early_post_op_hip": since})
        assert not notes.attempt()


def too_soon_after_the_operation(notes: Therapist) -> None:
    operated = [notes.cleared("early_post_op_hip")]
    notes.store("anna", "early_post_op_hip", cleared=operated, since={"early_post_op_hip": 20260825})
    assert not notes.attempt()


def by_the_wrong_role(notes: Therapist) -> None:
    notes.store("anna", "acute_hip_instability", cleared=[notes.cleared("acute_hip_instability", role="physician")])
    assert not notes.attempt()


def parked(notes: Therapist) -> None:
    notes.store("anna")
    assert notes.attempt(ending="parked")


def parked_over_midnight(notes: Therapist) -> None:
    notes.wait_until(23, 57)
    notes.store("anna")
    assert notes.attempt(ending="midnight")


def confirmed_on_another_day(notes: Therapist) -> None:
    notes.store("anna")
    assert notes.laptop.confirm() == "ARMED"
    notes.tell_time(DAY)
    assert not notes.attempt(confirmed=False)


def removed_and_others_pushed(notes: Therapist) -> None:
    notes.store("anna")
    assert notes.attempt()
    for number in range(7):
        notes.store(f"p{number}")
    notes.remove("anna")
    notes.store("zoe")
    notes.remove("zoe")
    notes.store("anna")
    assert not notes.attempt()


def a_yes_and_removed(notes: Therapist) -> None:
    notes.store("anna")
    assert not notes.attempt(unfit=True)
    notes.remove("anna")
    notes.store("anna")
    assert not notes.attempt()


def something_new(notes: Therapist) -> None:
    notes.store("anna")
    assert not notes.attempt(says="new")
    notes.off_and_on(2 * DAY)
    assert not notes.attempt()
    notes.store("anna")
    assert not notes.attempt(), "a push alone is no confirmation"
    assert not notes.attempt(says="renewed"), "what was denied locks until the next push"
    notes.store("anna")
    assert notes.attempt(says="renewed")


def a_meal(notes: Therapist) -> None:
    notes.store("anna")
    assert not notes.attempt(says="ate")
    notes.off_and_on(115 * MINUTE)
    assert not notes.attempt()
    notes.off_and_on(6 * MINUTE)
    assert notes.attempt()


def a_declaration_grows_old(notes: Therapist) -> None:
    notes.store("anna")
    notes.off_and_on(180 * DAY)
    assert notes.attempt()
    notes.off_and_on(DAY)
    assert not notes.attempt()
    notes.store("anna")
    assert notes.attempt()


def power_lost_in_a_session(notes: Therapist) -> None:
    notes.store("anna")
    assert notes.attempt(ending="power")
    assert not notes.attempt()


def power_lost_in_the_session_of_another(notes: Therapist) -> None:
    notes.store("anna")
    notes.store("ben")
    assert notes.attempt(ending="power")
    notes.off_and_on(20 * MINUTE)
    notes.store("ben")
    assert not notes.attempt()
    notes.off_and_on(12 * MINUTE)
    notes.store("ben")
    assert notes.attempt()


def four_sessions_a_day(notes: Therapist) -> None:
    notes.store("anna")
    for ending in ("up", "stop", "power"):
        assert notes.attempt(ending=ending)
        notes.off_and_on(31 * MINUTE)
    assert not notes.attempt()


def as_far_as_allowed(notes: Therapist) -> None:
    notes.store("anna", most_deg=3)
    assert notes.attempt(far=True)
    notes.store("ben", most_deg=60)
    assert notes.attempt(far=True)
    notes.store("cleo", "hip_labral_tear", cleared=[notes.cleared("hip_labral_tear", deg=2)])
    assert notes.attempt(far=True)


SEQUENCES = (
    *OF_CLOCKS, *OF_STEPS,
    other_conditions, other_conditions_on_the_day_of_the_clearance, another_day_of_the_operation,
    too_soon_after_the_operation, by_the_wrong_role, parked, parked_over_midnight, confirmed_on_another_day,
    removed_and_others_pushed, a_yes_and_removed, power_lost_in_a_session, power_lost_in_the_session_of_another,
    four_sessions_a_day, as_far_as_allowed, something_new, a_meal, a_declaration_grows_old,
)  # fmt: skip


def through(sequence) -> None:
    notes = Therapist()
    try:
        notes.switch_on()
        sequence(notes)
    finally:
        notes.switch_off()


def always(value):
    return lambda *_: value


def forgetful(people, who, minutes):
    return 0, PersonRecord()
