"""What the tests beside it share."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from firmware.dates import day_number, minutes_of, next_day
from firmware.person.chosen import Chosen
from firmware.profile.form import to_wire
from firmware.screening.rules import screen
from firmware.store.people import People
from tests.support.profiles import TODAY, clearance, profile, profiles
from tests.support.seasoned import season

KEY = "acute_hip_instability"


UNDATED = -1


ANNA = profile("sciatica", max_inversion_cdeg=2500)


CLEARED = profile(KEY, clearances=[clearance(KEY, max_inversion_cdeg=1500)])


def start(root, today=TODAY):
    """A table that remembers Anna as one who may have 60 degrees by her sessions."""
    season(root)
    chosen = Chosen(People(str(root)))
    day(chosen, today)
    return chosen


def day(chosen, today):
    chosen.rescreen(today, minutes_of(today, 600))


def codes(chosen):
    return [code for code, *_ in chosen.screened.reasons]


def limit(chosen):
    return chosen.screened.limit_cdeg


BOB = profile("glaucoma", id="bob", name="Bob")


def confirmed(root):
    """A table on which Anna has confirmed a session."""
    chosen = start(root)
    assert chosen.push(to_wire(ANNA)) == ""
    chosen.answer(0)
    assert chosen.confirm()
    return chosen


PROGRAMME = {"down_s": 20, "level_s": 50, "times": 3}
CLEO = profile("sciatica", id="cleo", name="Cleo", max_inversion_cdeg=2500, programme=PROGRAMME, ask_pain=True)
NOON = minutes_of(TODAY, 600)


def several(root):
    """A table with Anna, Bob and Cleo, who is the chosen one."""
    chosen = start(root)
    for one in (ANNA, BOB, CLEO):
        assert chosen.push(to_wire(one)) == ""
    return chosen


def start_again(root):
    chosen = Chosen(People(str(root)))
    day(chosen, TODAY)
    return chosen


class Pushes(RuleBasedStateMachine):
    """Any order of pushes, days, damage and restarts: the result is always that of the last profile stored whole."""

    def __init__(self, root):
        super().__init__()
        self.root = root
        self.today = TODAY
        self.stored = None
        self.commits = 0
        self.changed_day = 0
        self.issued_day = self.void_day = 0
        self.most_cdeg = 6000
        self.told = 0
        self.chosen = start(self.root)

    @rule(declared=profiles())
    def push(self, declared):
        assert self.chosen.push(to_wire(declared)) == ""
        if self.stored and self.changed(declared):
            self.changed_day = UNDATED
            self.void_day = self.issued_day
        if self.stored and self.stored["born"] != declared["born"]:
            self.most_cdeg = 1500
        self.issued_day = max([self.issued_day] + [one["issued"] for one in declared["clearances"]])
        self.stored = declared
        self.told = day_number(self.today)
        self.commits += 1

    def changed(self, declared):
        before = self.stored
        moved = before["since"] not in ({}, declared["since"])
        return moved or set(before["conditions"]) != set(declared["conditions"])

    @rule(declared=profiles(), odd=st.sampled_from([0, 9100, "x", True]))
    def push_malformed(self, declared, odd):
        assert self.chosen.push(to_wire({**declared, "max_inversion_cdeg": odd})) == "REFUSED"

    @rule(today=st.sampled_from([0, 20260801, TODAY, 20270301, 20271231]))
    def another_day(self, today):
        self.today = today
        day(self.chosen, today)

    @rule(size=st.integers(0, 200))
    def restart_after_a_torn_write(self, size):
        (self.root / "profile_0.bin.new").write_bytes(b"BSCL\x01" + b"x" * size)
        self.chosen = start(self.root, self.today)

    @invariant()
    def the_last_one_stored_is_in_force(self):
        if self.today and self.changed_day:
            first = self.today
            if 0 <= day_number(self.void_day) - day_number(first) <= 180:
                first = next_day(self.void_day)
            # A later one was told by a clock that was ahead, and that the table now takes for wrong.
            if self.changed_day == UNDATED or self.changed_day > first:
                self.changed_day = first
        if self.today:
            # One that was pushed without a date, or by a clock that was ahead, is of the first day that is known.
            self.told = min(self.told or day_number(self.today), day_number(self.today))
        too_old = bool(self.today) and day_number(self.today) - self.told > 180
        expected = screen(self.stored, self.today, 0 if self.changed_day == UNDATED else self.changed_day)
        screened = self.chosen.screened
        old = [code for code in codes(self.chosen) if code == "DECLARATION_OLD"]
        assert len(old) == (self.stored is not None and too_old)
        assert (screened.limit_cdeg, screened.reasons[: len(screened.reasons) - len(old)]) == (
            0 if old else min(expected.limit_cdeg, self.most_cdeg),
            expected.reasons,
        )
        assert self.chosen.people.revision == self.commits
