"""What the tests beside it share."""

import datetime

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from firmware.screening.record import PersonRecord
from tests.support.lives.sequences_of_clocks import OF_CLOCKS
from tests.support.lives.therapist import DAY, HARMLESS, MINUTE, PHYSICIAN, SURGEON, UNKNOWN, Therapist, as_int

HOUR = 60 * MINUTE
RIGHT = (0 * DAY,)
# What a laptop may be ahead, or behind, without being refused: by little, by an hour, by a flight.
STEPS = (20 * MINUTE, -40 * MINUTE, HOUR, -HOUR, 12 * HOUR, -12 * HOUR, -23 * HOUR)


LIVES = 5  # `make fuzz` takes 200, and longer ones


PEOPLE = ("anna", "ben", "cleo")


CLEARABLE = sorted(SURGEON | PHYSICIAN)


# What can be cleared and what harms nobody comes more often: a table that is always locked shows little.
EVERY = [*CLEARABLE, *CLEARABLE, *sorted(HARMLESS), *sorted(HARMLESS), "total_hip_replacement", "glaucoma", *UNKNOWN]


clearance = st.fixed_dictionaries(
    {
        "role": st.sampled_from(["orthopaedic_surgeon", "orthopaedic_surgeon", "physician"]),
        "ago": st.sampled_from([10, 10, 10, 0, 179, 180, 181, -3, 400]),
        "lasts": st.sampled_from([300, 300, 300, 5, 0]),
        "deg": st.sampled_from([20, 20, 3]),
    }
)


given = st.fixed_dictionaries({condition: st.none() | clearance | clearance for condition in CLEARABLE})


class Anybody(Therapist, RuleBasedStateMachine):
    """Generated lives of a table."""

    @initialize()
    def begin(self) -> None:
        self.switch_on()

    def teardown(self) -> None:
        self.switch_off()

    @rule(ahead=st.sampled_from([*RIGHT * 6, *(HOUR * 24 * days for days in (1, 5, 3600, -1)), *STEPS]))
    def say_time(self, ahead: datetime.timedelta) -> None:
        self.tell_time(ahead)

    @precondition(lambda self: self.chosen)
    @rule(ahead=st.lists(st.sampled_from([*STEPS, 24 * HOUR]), min_size=1, max_size=3))
    def say_times_and_try(self, ahead: list[datetime.timedelta]) -> None:
        """Somebody who has just been down, and a laptop that says one time after another."""
        self.attempt()
        for one in [*ahead, *RIGHT]:
            self.tell_time(one)
        self.attempt()

    @rule(
        who=st.sampled_from(PEOPLE),
        conditions=st.lists(st.sampled_from(EVERY), max_size=3, unique=True),
        given=given,
        operated=st.sampled_from([None, 200, 95, 80]),
        most_deg=st.sampled_from([25, 25, 2]),
        far=st.sampled_from([False, False, False, True]),
    )
    def push(self, who, conditions, given, operated, most_deg, far) -> None:
        cleared = [self.cleared(key, **one) for key, one in given.items() if one and key in conditions]
        since = {}
        if operated and "early_post_op_hip" in conditions:
            since = {"early_post_op_hip": as_int(self.now().date() - operated * DAY)}
        self.store(who, *conditions, cleared=cleared, since=since, most_deg=most_deg)
        self.attempt(far=far)

    @precondition(lambda self: self.chosen)
    @rule(condition=st.sampled_from(sorted(HARMLESS)))
    def declare_one_more_or_less(self, condition: str) -> None:
        """The same person with the same clearances, and another set of conditions."""
        note = self.notes[self.chosen]
        declared = sorted(note.conditions ^ {condition})
        self.store(self.chosen, *declared, cleared=note.clearances, since=note.since, most_deg=note.most_deg)
        self.attempt()

    @precondition(lambda self: self.chosen)
    @rule()
    def remove_and_push_again(self) -> None:
        who = self.chosen
        note = self.notes[who]
        self.remove(who)
        self.store(who, *sorted(note.conditions), cleared=note.clearances, since=note.since, most_deg=note.most_deg)
        self.attempt()

    @rule(minutes=st.sampled_from([1, 40, 24 * 60, 9 * 24 * 60]), early=st.sampled_from([None, None, 0, -9]))
    def switch_off_and_on(self, minutes: int, early: int | None) -> None:
        self.off_and_on(minutes * MINUTE, None if early is None else early * DAY)

    @precondition(lambda self: self.stored)
    @rule(key=st.sampled_from(["up", "down"]))
    def choose(self, key: str) -> None:
        if self.laptop.ask("panel")["page"] in ("CHOOSE", "LOCKED"):
            self.laptop.tap(key)
            self.chosen = self.who_is_chosen()

    @precondition(lambda self: self.stored)
    @rule(
        unfit=st.sampled_from([False, False, False, True]),
        confirmed=st.sampled_from([True, True, True, False]),
        ending=st.sampled_from(["up", "up", "stop", "power"]),
        says=st.sampled_from(["", "", "", "new", "ate", "renewed"]),
    )
    def try_to_go_down(self, unfit: bool, confirmed: bool, ending: str, says: str) -> None:
        self.attempt(unfit, confirmed, ending, says=says)


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
    *OF_CLOCKS,
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
