"""No sequence of pushes, clocks, clearances, answers and restarts lets the table move head-down where it must not.

What must not be is said here a second time, in plain words and by hand, and shares nothing with the firmware: a rule
that is wrong there and right here makes this test fail.
"""

import datetime
import tempfile

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from hal.sim.world.table import SimTable
from tests.laptop import Laptop, blob

FIRST_DAY = datetime.date(2026, 11, 23)
PEOPLE = ("anna", "ben")

# By hand: what each condition means.
NEVER = {"total_hip_replacement", "severe_hip_osteoarthritis", "glaucoma", "pregnancy"}
SURGEON = {"acute_hip_instability"}
PHYSICIAN = {"hip_labral_tear", "mild_hip_osteoarthritis", "femoroacetabular_impingement"}
HARMLESS = {"sciatica", "piriformis_syndrome"}
UNKNOWN = {"a_word_nobody_knows"}
CLEARABLE = sorted(SURGEON | PHYSICIAN)
# What can be cleared and what harms nobody comes more often: a table that is always locked shows little.
EVERY = [*CLEARABLE, *CLEARABLE, *sorted(HARMLESS), *sorted(HARMLESS), "total_hip_replacement", "glaucoma", *UNKNOWN]


def as_int(day: datetime.date) -> int:
    return day.year * 10000 + day.month * 100 + day.day


class Told:
    """What a therapist who stands beside the table has seen of one person."""

    def __init__(self):
        self.conditions: set[str] = set()
        self.clearances: list[dict] = []
        self.changed: datetime.date | None = None
        self.changed_undated = False
        self.sessions: list[datetime.datetime] = []
        self.asked: datetime.date | None = None
        self.unfit: datetime.date | None = None


clearance = st.fixed_dictionaries(
    {
        "role": st.sampled_from(["orthopaedic_surgeon", "orthopaedic_surgeon", "physician"]),
        "ago": st.sampled_from([10, 10, 10, 0, 179, 180, 181, -3, 400]),
        "lasts": st.sampled_from([300, 300, 300, 5, 0]),
    }
)
given = st.fixed_dictionaries({condition: st.none() | clearance | clearance for condition in CLEARABLE})


class Anybody(RuleBasedStateMachine):
    """The therapist's notes, and the table."""

    @initialize()
    def switch_on(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.table = SimTable("cpython", state_dir=self.folder.name)
        self.table.__enter__()
        self.laptop = Laptop(self.table)
        self.table.run(3)
        self.laptop.ask("hello", p=1)
        self.real = datetime.datetime.combine(FIRST_DAY, datetime.time(10))
        self.seen_s = self.table.world.now_s
        self.known = False  # whether the table has a date that may be believed
        self.newest = FIRST_DAY - datetime.timedelta(days=3000)
        self.notes: dict[str, Told] = {}
        self.chosen = ""
        self.say_day(0)

    def teardown(self) -> None:
        if hasattr(self, "table"):
            self.table.__exit__(None, None, None)
            self.folder.cleanup()

    def now(self) -> datetime.datetime:
        """The real time, which goes on with the world."""
        passed_s, self.seen_s = self.table.world.now_s - self.seen_s, self.table.world.now_s
        self.real += datetime.timedelta(seconds=passed_s)
        return self.real

    @rule(days=st.sampled_from([0, 0, 0, 0, 0, 0, 5, -1]))
    def say_day(self, days: int) -> None:
        """A laptop tells the time: the right one, one before, or one ahead; one ahead becomes the truth here."""
        told = self.now() + datetime.timedelta(days=days)
        answer = self.laptop.ask("clock.set", day=as_int(told.date()), min=told.hour * 60 + told.minute)
        if told.date() < self.newest:
            assert answer["e"] == "CLOCK_BACKWARDS"
            self.known = False
        else:
            assert answer.get("ok") == 1, answer
            self.known = True
            self.newest = told.date()
            self.real = told
        self.table.run(1.5)

    @rule(
        who=st.sampled_from(PEOPLE),
        conditions=st.lists(st.sampled_from(EVERY), max_size=3, unique=True),
        given=given,
    )
    def push(self, who: str, conditions: list[str], given: dict[str, dict | None]) -> None:
        now = self.now().date()
        cleared = []
        for condition, one in given.items():
            if one and condition in conditions:
                issued = now - datetime.timedelta(days=one["ago"])
                cleared.append({
                    "condition": condition, "clinician": "A. Example", "role": one["role"],
                    "issued": as_int(issued), "expires": as_int(issued + datetime.timedelta(days=one["lasts"])),
                    "max_inversion_cdeg": 2000,
                })  # fmt: skip
        self.store(who, conditions, cleared)
        self.attempt(unfit=False, confirmed=True)

    @precondition(lambda self: self.chosen)
    @rule(condition=st.sampled_from(sorted(HARMLESS)))
    def declare_one_more_or_less(self, condition: str) -> None:
        """The same person with the same clearances, and another set of conditions."""
        note = self.notes[self.chosen]
        self.store(self.chosen, sorted(note.conditions ^ {condition}), note.clearances)
        self.attempt(unfit=False, confirmed=True)

    def store(self, who: str, conditions: list[str], cleared: list[dict]) -> None:
        now = self.now().date()
        answer = self.laptop.push(
            blob(id=who, name=who, nothing_to_declare=not conditions, conditions=conditions, clearances=cleared)
        )
        assert answer.get("ok") == 1, answer
        known = who in self.notes
        note = self.notes.setdefault(who, Told())
        if known and note.conditions != set(conditions):
            note.changed, note.changed_undated = (now, False) if self.known else (None, True)
        note.conditions, note.clearances = set(conditions), cleared
        self.chosen = who

    @rule(minutes=st.sampled_from([1, 40, 24 * 60, 9 * 24 * 60]))
    def switch_off_and_on(self, minutes: int) -> None:
        self.table.power_off()
        self.table.run(minutes * 60)
        self.table.power_on()
        self.table.run(3)
        self.laptop.ask("hello", p=1)
        # Who is chosen after a start is for the panel to say.
        self.chosen = self.who_is_chosen()
        # The clock chip has gone on with the time that was last believed; a refused one never reached it.
        self.known = True
        self.newest = max(self.newest, self.now().date())

    @precondition(lambda self: self.notes)
    @rule(key=st.sampled_from(["up", "down"]))
    def choose(self, key: str) -> None:
        if self.laptop.ask("panel")["page"] in ("CHOOSE", "LOCKED"):
            self.laptop.tap(key)
            self.chosen = self.who_is_chosen()

    @precondition(lambda self: self.notes)
    @rule(unfit=st.sampled_from([False, False, False, True]), confirmed=st.sampled_from([True, True, True, False]))
    def try_to_go_down(self, unfit: bool, confirmed: bool) -> None:
        self.attempt(unfit, confirmed)

    def attempt(self, unfit: bool, confirmed: bool) -> None:
        """Answer what the panel asks, confirm or not, and hold DOWN."""
        page = ""
        # DOWN that was held at the panel of somebody who is locked has chosen the next person.
        self.chosen = self.who_is_chosen()
        if confirmed:
            page = self.laptop.confirm(yes=(1,) if unfit else ())
        note = self.notes[self.chosen]
        now = self.now()
        if self.known and note.changed_undated:
            note.changed, note.changed_undated = now.date(), False
        locked = self.locked(note, now)
        if confirmed and not locked and note.asked != now.date():
            note.asked = now.date()
            if unfit:
                note.unfit = now.date()
        must_not = locked or not confirmed or note.unfit == now.date()
        before_deg = self.table.world.plant.inv_deg
        self.table.press("down")
        self.table.run(2)
        self.table.release("down")
        moved = abs(self.table.world.plant.inv_deg - before_deg) > 0.3
        assert not (moved and must_not), f"moved, and must not: {vars(note)} on {now}: {locked}"
        assert moved or must_not, f"did not move, and may: {page} {vars(note)} on {now}"
        if moved:
            self.laptop.tap("up", 0.2)
            self.table.run_until(lambda: self.table.world.plant.inv_deg < -68.9, 60)
            self.table.run(2)
            note.sessions.append(self.now())

    def who_is_chosen(self) -> str:
        said = [self.laptop.ask("people", at=at) for at in range(len(self.notes))]
        return next((one["id"] for one in said if one["chosen"]), "")

    def locked(self, note: Told, now: datetime.datetime) -> str:
        """Why this person must not be inverted now; empty when nothing speaks against it."""
        if not self.known:
            return "nobody knows what day it is"
        for condition in sorted(note.conditions):
            if condition in NEVER:
                return f"{condition} rules it out for good"
            if condition in UNKNOWN:
                return f"nobody here knows what {condition} is"
            if condition in SURGEON | PHYSICIAN and not any(
                self.counts(one, condition, note, now.date()) for one in note.clearances
            ):
                return f"{condition} has not been cleared"
        today = [at for at in note.sessions if at.date() == now.date()]
        if len(today) >= 3:
            return "three sessions were today"
        if note.sessions and now - note.sessions[-1] < datetime.timedelta(minutes=30):
            return "the last session was just now"
        return ""

    def counts(self, one: dict, condition: str, note: Told, today: datetime.date) -> bool:
        """Whether a clearance is for this, by the right person, in time, and not from before a change."""
        issued = datetime.datetime.strptime(str(one["issued"]), "%Y%m%d").date()
        expires = datetime.datetime.strptime(str(one["expires"]), "%Y%m%d").date()
        return (
            one["condition"] == condition
            and (condition not in SURGEON or one["role"] == "orthopaedic_surgeon")
            and issued <= today <= expires
            and (today - issued).days <= 180
            and (note.changed is None or issued >= note.changed)
        )


def test_h28_nobody_who_must_not_is_ever_moved_head_down():
    run_state_machine_as_test(
        Anybody, settings=settings(max_examples=40, stateful_step_count=15, deadline=None, derandomize=True)
    )


def cleared_by_anybody(row, one, day, since, changed_day):
    """A rule that lets every clearance count."""
    return []


def always(value):
    return lambda *_: value


@pytest.mark.parametrize(
    ("broken", "by"),
    [
        ("firmware.screening.rules._void", cleared_by_anybody),
        ("firmware.screening.dose.locks", always([])),
        ("firmware.store.calendar.Calendar._leaps", always(True)),
        ("firmware.store.in_force.InForce.limit_cdeg", 6000),
        ("firmware.store.people.fingerprint", always(1)),
    ],
)
def test_the_therapist_notices(monkeypatch, broken, by):
    """Each of these makes the table move where it must not, or stand where it need not."""
    monkeypatch.setattr(broken, by)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(
            Anybody,
            settings=settings(
                max_examples=60, stateful_step_count=20, deadline=None, derandomize=True, phases=[Phase.generate]
            ),
        )
