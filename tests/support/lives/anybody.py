"""Generated lives of a table, whatever somebody may do there in any order."""

import datetime

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from tests.support.lives.rules import DAY, HARMLESS, MINUTE, PHYSICIAN, SURGEON, UNKNOWN, as_int
from tests.support.lives.therapist import Therapist

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


# How the last session felt, whether dizzy, and pain before and after.
felt = st.tuples(
    st.sampled_from(["same", "better", "worse"]),
    st.sampled_from([False, False, True]),
    st.sampled_from([0, 3]),
    st.sampled_from([0, 2, 4, 5]),
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
        most_deg=st.sampled_from([25, 60, 2]),
        far=st.sampled_from([False, False, False, True]),
        asks_pain=st.sampled_from([False, False, True]),
    )
    def push(self, who, conditions, given, operated, most_deg, far, asks_pain) -> None:
        cleared = [self.cleared(key, **one) for key, one in given.items() if one and key in conditions]
        since = {}
        if operated and "early_post_op_hip" in conditions:
            since = {"early_post_op_hip": as_int(self.now().date() - operated * DAY)}
        self.store(who, *conditions, cleared=cleared, since=since, most_deg=most_deg, asks_pain=asks_pain)
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

    @rule(days=st.sampled_from([6, 7, 8, 13, 14, 15, 27, 28, 30, 55, 56, 57]))
    def stay_away(self, days: int) -> None:
        """Weeks without a session, after which steps may have gone back."""
        self.off_and_on(days * DAY)

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
        felt=felt,
    )
    def try_to_go_down(self, unfit, confirmed, ending, says, felt) -> None:
        self.attempt(unfit, confirmed, ending, says=says, felt=felt)

    @precondition(lambda self: self.stored)
    @rule(felts=st.lists(felt, min_size=1, max_size=2))
    def go_as_far_as_it_goes_for_days(self, felts) -> None:
        """A session a day, whole ones, and how each felt."""
        for felt in felts:
            self.attempt(far=True, felt=felt)
            self.off_and_on(DAY)
