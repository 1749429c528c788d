"""A therapist beside a table, with notes kept by hand of whom it may invert now, and how far.

What must not be is said beside it a second time (rules.py, steps.py), in plain words, and shares nothing with the
firmware: a rule that is wrong there and right here makes a test fail.
"""

import datetime
import tempfile

from hal.sim.home.table import SimTable
from tests.support.laptop import Laptop, blob
from tests.support.lives import steps
from tests.support.lives.rules import DAY, MINUTE, Rules, as_date, as_int
from tests.support.lives.told import Told
from tests.support.seasoned import season

FIRST_DAY = datetime.date(2026, 11, 23)
# Numbers of the questions, as the panel asks them.
YES = {"": (), "new": (5, 9), "ate": (3,), "renewed": (13,)}
# Whom the table remembers from before, and how many steps they have taken.
BEFORE = {"cleo": 6}
# The button for how a session felt.
FELT = {"better": "up", "same": "ok", "worse": "down"}


class Therapist(Rules):
    """The notes, and the table. Whatever moves against the notes, or stands against them, is an AssertionError."""

    def switch_on(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.table = SimTable("cpython", state_dir=self.folder.name)
        self.table.__enter__()
        self.laptop = Laptop(self.table)
        for who, step in BEFORE.items():
            season(self.table.root, who, step)
        self.table.run(3)
        self.laptop.ask("hello", p=1)
        self.real = datetime.datetime.combine(FIRST_DAY, datetime.time(10))
        self.seen_s = self.table.world.now_s
        self.known = False  # whether the table has a date that may be believed
        self.ahead = 0 * DAY  # of the table's clock, as laptops have set it
        self.moved = self.real - 3000 * DAY  # when it was last set otherwise
        self.latest = FIRST_DAY  # the latest day that the table was ever told
        self.notes: dict[str, Told] = {}
        self.stored: set[str] = set()
        self.chosen = ""
        self.tell_time()

    def switch_off(self) -> None:
        if hasattr(self, "table"):
            self.table.__exit__(None, None, None)
            self.folder.cleanup()

    def now(self) -> datetime.datetime:
        """The real time, which goes on with the world. Only it makes waits end and days pass."""
        passed_s, self.seen_s = self.table.world.now_s - self.seen_s, self.table.world.now_s
        self.real += datetime.timedelta(seconds=passed_s)
        return self.real

    def clock(self) -> datetime.datetime:
        """What the table's clock says, when it has a date."""
        return self.now() + self.ahead

    def days(self) -> tuple[datetime.date, datetime.date]:
        """Today by the real time and by the clock: what is for one day is over when both are another."""
        return self.now().date(), self.clock().date()

    def wait_until(self, hour: int, minute: int) -> None:
        """Switched off until this time of day."""
        now = self.now()
        then = now.replace(hour=hour, minute=minute, second=0)
        self.off_and_on(then - now if then > now else then + DAY - now)

    def tell_time(self, ahead: datetime.timedelta = 0 * DAY) -> None:
        """A laptop tells the time: the right one, or one so far ahead."""
        self.see_the_day()
        told = self.now() + ahead
        answer = self.laptop.ask("clock.set", day=as_int(told.date()), min=told.hour * 60 + told.minute)
        if ahead <= -DAY:
            assert answer.get("e") == "CLOCK_BACKWARDS", answer
            self.known = False
        else:
            assert answer.get("ok") == 1, answer
            self.moved = self.real if self.ahead != ahead else self.moved
            self.known, self.ahead = True, ahead
            self.see_the_day()
        self.table.run(1.5)

    def see_the_day(self) -> None:
        """The table remembers the latest day that was ever its clock's."""
        if self.known:
            self.latest = max(self.latest, *self.days())

    def store(
        self, who: str, *conditions: str, cleared=(), since=None, most_deg: float = 25.0, asks_pain: bool = False
    ) -> None:
        self.see_the_day()
        now = self.latest
        most_cdeg = round(most_deg * 100)
        declared = {"nothing_to_declare": not conditions, "conditions": list(conditions), "since": since or {}}
        declared |= {"ask_pain": True} if asks_pain else {}
        answer = self.laptop.push(
            blob(id=who, name=who, max_inversion_cdeg=most_cdeg, clearances=list(cleared), **declared)
        )
        assert answer.get("ok") == 1, answer
        self.stored.add(who)
        known = who in self.notes
        note = self.notes.setdefault(who, Told(BEFORE.get(who, 0)))
        note.asks_pain = asks_pain
        moved = note.since not in ({}, declared["since"])
        if known and (note.conditions != set(conditions) or moved):
            note.changed, note.changed_undated = (now, False) if self.known else (None, True)
            note.void_through = note.newest_clearance
        note.conditions, note.clearances, note.since = set(conditions), list(cleared), declared["since"]
        note.newest_clearance = max([note.newest_clearance, *(as_date(one["issued"]) for one in cleared)])
        note.most_deg = most_deg
        note.told, note.renewed = self.now(), note.something_new
        self.chosen = who

    def remove(self, who: str) -> None:
        assert self.laptop.ask("profile.remove", who=who)["ok"] == 1
        self.stored.discard(who)
        self.chosen = self.who_is_chosen()

    def cleared(
        self, condition: str, role: str = "orthopaedic_surgeon", ago: int = 10, lasts: int = 300, deg: int = 20
    ):
        """A clearance given so many days ago."""
        issued = self.now().date() - ago * DAY
        return {
            "condition": condition, "clinician": "A. Example", "role": role, "issued": as_int(issued),
            "expires": as_int(issued + lasts * DAY), "max_inversion_cdeg": deg * 100,
        }  # fmt: skip

    def off_and_on(self, time: datetime.timedelta, told_early: datetime.timedelta | None = None) -> None:
        """Without power for so long. told_early: half a second after the start a laptop tells a time so far ahead."""
        self.table.power_off()
        self.table.run(time.total_seconds())
        self.table.power_on()
        # The clock chip has gone on with the time that was last believed; a refused one never reached it.
        self.known = True
        self.see_the_day()
        if told_early is not None:
            self.table.run(0.5)
            self.laptop.ask("hello", p=1)
            self.tell_time(told_early)
        self.table.run(3)
        self.laptop.ask("hello", p=1)
        # Who is chosen after a start is for the panel to say.
        self.chosen = self.who_is_chosen()

    def attempt(
        self,
        unfit: bool = False,
        confirmed: bool = True,
        ending: str = "up",
        far: bool = False,
        says: str = "",
        felt: tuple[str, bool, int, int] = ("same", False, 0, 0),
    ) -> bool:
        """Answer what the panel asks, confirm or not, and hold DOWN; True when it moved.

        says: what gets a yes: "new", "ate" or "renewed". far: for as long as it goes, and there until it is a whole
        session. ending: how the session ends. felt: how the last one did, whether dizzy, pain before and after.
        """
        page = ""
        # DOWN that was held at the panel of somebody who is locked has chosen the next person.
        self.chosen = self.who_is_chosen()
        if confirmed:
            answers = ((1,) if unfit else ()) + YES[says]
            page = self.laptop.confirm(answers, FELT[felt[0]], felt[1], felt[2:])
        note = self.notes[self.chosen]
        step = self.step_now(note, felt if confirmed else None)
        self.see_the_day()
        days = self.days()
        if self.known and note.changed_undated:
            note.changed, note.changed_undated = self.latest, False
        locked = self.locked(note)
        may_wait = self.may_wait(note)
        if confirmed and not locked and note.asked != days and (not may_wait or page == "ARMED"):
            note.asked = days
            if unfit:
                note.unfit = days
        if confirmed and not locked:
            self.write_down(note, says)
        must_not = self.locked(note) or not confirmed or self.is_unfit(note, days) or note.something_new
        before_deg = self.inv_deg
        self.table.press("down")
        # The current sense is tried for half a second before anything moves.
        held_s = self.go_down(note, step) if far and not must_not else self.table.run(3) or 0.0
        reached_deg = self.inv_deg
        self.table.release("down")
        moved = abs(reached_deg - before_deg) > 0.3
        assert not (moved and must_not), f"moved, and must not: {vars(note)} on {days}: {locked}"
        assert moved or must_not or may_wait, f"did not move, and may: {page} {vars(note)} on {days}"
        if moved:
            cap_deg = self.cap_deg(note, step)
            assert reached_deg <= cap_deg + 0.5, f"went to {reached_deg}, and may to {cap_deg}: {vars(note)}"
            assert not far or reached_deg >= cap_deg - 0.7, f"went to {reached_deg} of {cap_deg}: {vars(note)}"
            self.come_home(ending)
            note.sessions.append(self.now())
            note.steps.ended((self.now(), self.clock()), step, held_s, ending != "up")
        return moved

    def step_now(self, note: Told, felt: tuple[str, bool, int, int] | None) -> int:
        """What was said of the last session is noted; the step that counts now, which the table has to know as well."""
        told = self.laptop.ask("progress", who=self.chosen)
        passed = self.laptop.passed if felt else []
        if felt and "DIZZY" in passed:
            asked = passed[passed.index("DIZZY") + 1 :][:1] == ["PAIN"]
            assert asked == note.asks_pain, f"pain after a session: {passed}"
            note.steps.said(felt[0], felt[1], felt[3] if asked else None, told["done"])
            passed = passed[passed.index("DIZZY") + 1 + asked :]
        if felt and "QUESTION" in passed:
            note.steps.pain_before = felt[2] if "PAIN" in passed else None
        if self.known:
            note.steps.read((self.now(), self.clock()), told["step"], told["done"])
        return told["step"]

    def go_down(self, note: Told, step: int) -> float:
        """As far as it goes, and there until the session is whole; the seconds near the angle of the step."""
        held_s, stood_s, before_deg, goal_deg = 0.0, 0.0, self.inv_deg, steps.deg(step) - 1.5
        needed_s = note.steps.half_s(step) + 3
        while held_s < needed_s and stood_s < (needed_s if before_deg >= goal_deg else 5):
            if held_s % 20 == 19.5:
                self.laptop.tap("ok")  # a sign of life: whoever gives none for two minutes is brought home
            self.table.run(0.5)
            stood_s = stood_s + 0.5 if abs(self.inv_deg - before_deg) < 0.05 else 0.0
            before_deg = self.inv_deg
            held_s += 0.5 if before_deg >= goal_deg else 0.0
        return held_s

    def write_down(self, note: Told, says: str) -> None:
        """What somebody has just said at the panel."""
        if says == "ate":
            note.ate = self.now()
        if note.something_new:
            note.something_new, note.renewed = says != "renewed", False
        note.something_new = note.something_new or says == "new"

    def come_home(self, ending: str) -> None:
        """End a session that has begun."""
        if ending == "power":
            self.off_and_on(5 * MINUTE)
        elif ending == "stop":
            self.laptop.tap("stop")
        elif ending == "parked":
            self.table.run(11 * 60)
            self.try_from_here()
        elif ending == "midnight":
            while self.now().hour:
                self.table.run(30)
                self.laptop.tap("ok")
            self.table.run(2)
            self.try_from_here()
        self.table.run(0.3)
        self.laptop.tap("up", 0.2)
        self.table.run_until(lambda: self.inv_deg < -68.9 and not self.table.world.contactor_closed, 150)
        self.table.run(2)

    def try_from_here(self) -> None:
        """Whoever left the table parked, or slept over midnight, has to confirm anew: it goes no further down."""
        stood_deg = self.inv_deg
        self.table.press("down")
        self.table.run(3)
        self.table.release("down")
        assert abs(self.inv_deg - stood_deg) < 0.3, "moved on an old confirmation"

    @property
    def inv_deg(self) -> float:
        return self.table.world.plant.inv_deg

    def who_is_chosen(self) -> str:
        said = [self.laptop.ask("people", at=at) for at in range(len(self.stored))]
        return next((one["id"] for one in said if one["chosen"]), "")
