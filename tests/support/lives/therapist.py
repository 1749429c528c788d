"""A therapist beside a table, with notes kept by hand of whom it may invert now, and how far.

What must not be is said here a second time, in plain words, and shares nothing with the firmware: a rule that is wrong
there and right here makes a test fail.
"""

import datetime
import tempfile

from hal.sim.home.table import SimTable
from tests.support.laptop import Laptop, blob
from tests.support.lives.told import Told

FIRST_DAY = datetime.date(2026, 11, 23)
MINUTE = datetime.timedelta(minutes=1)
DAY = datetime.timedelta(days=1)

# By hand: what each condition means.
NEVER = {"total_hip_replacement", "severe_hip_osteoarthritis", "glaucoma", "pregnancy"}
SURGEON = {"acute_hip_instability", "early_post_op_hip"}
PHYSICIAN = {"hip_labral_tear", "mild_hip_osteoarthritis", "femoroacetabular_impingement"}
HARMLESS = {"sciatica", "piriformis_syndrome"}
UNKNOWN = {"a_word_nobody_knows"}
WAIT = {"early_post_op_hip": 84 * DAY}
# Numbers of the questions, as the panel asks them.
YES = {"": (), "new": (5, 9), "ate": (3,), "renewed": (13,)}


def as_int(day: datetime.date) -> int:
    return day.year * 10000 + day.month * 100 + day.day


def as_date(day: int) -> datetime.date:
    return datetime.datetime.strptime(str(day), "%Y%m%d").date()


class Therapist:
    """The notes, and the table. Whatever moves against the notes, or stands against them, is an AssertionError."""

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

    def store(self, who: str, *conditions: str, cleared=(), since=None, most_deg: float = 25.0) -> None:
        self.see_the_day()
        now = self.latest
        most_cdeg = round(most_deg * 100)
        declared = {"nothing_to_declare": not conditions, "conditions": list(conditions), "since": since or {}}
        answer = self.laptop.push(
            blob(id=who, name=who, max_inversion_cdeg=most_cdeg, clearances=list(cleared), **declared)
        )
        assert answer.get("ok") == 1, answer
        self.stored.add(who)
        known = who in self.notes
        note = self.notes.setdefault(who, Told())
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
        self, unfit: bool = False, confirmed: bool = True, ending: str = "up", far: bool = False, says: str = ""
    ) -> bool:
        """Answer what the panel asks, confirm or not, and hold DOWN; True when it moved.

        says: what gets a yes: "new", "ate" or "renewed". far: for as long as it goes. ending: how the session ends.
        """
        page = ""
        # DOWN that was held at the panel of somebody who is locked has chosen the next person.
        self.chosen = self.who_is_chosen()
        if confirmed:
            page = self.laptop.confirm(yes=((1,) if unfit else ()) + YES[says])
        note = self.notes[self.chosen]
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
        self.table.run(59 if far and not must_not else 3)
        reached_deg = self.inv_deg
        self.table.release("down")
        moved = abs(reached_deg - before_deg) > 0.3
        assert not (moved and must_not), f"moved, and must not: {vars(note)} on {days}: {locked}"
        assert moved or must_not or may_wait, f"did not move, and may: {page} {vars(note)} on {days}"
        if moved:
            cap_deg = self.cap_deg(note)
            assert reached_deg <= cap_deg + 0.5, f"went to {reached_deg}, and may to {cap_deg}: {vars(note)}"
            assert not far or reached_deg >= cap_deg - 0.7, f"went to {reached_deg} of {cap_deg}: {vars(note)}"
            self.come_home(ending)
            note.sessions.append(self.now())
        return moved

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

    def locked(self, note: Told) -> str:
        """Why this person must not be inverted now; empty when nothing speaks against it."""
        if not self.known:
            return "nobody knows what day it is"
        for condition in sorted(note.conditions):
            if condition in NEVER:
                return f"{condition} rules it out for good"
            if condition in UNKNOWN:
                return f"nobody here knows what {condition} is"
            if condition in SURGEON | PHYSICIAN and not self.counting(condition, note):
                return f"{condition} has not been cleared"
        now = self.now()
        if note.something_new and not note.renewed:
            return "something is new, and the profile has not been renewed since"
        if (now.date() - note.told.date()).days > 180:
            return "the declaration is too old"
        if note.ate and now - note.ate < 120 * MINUTE:
            return "that was just after a meal"
        today = [at for at in note.sessions if at.date() == now.date()]
        if len(today) >= 3:
            return "three sessions were today"
        if note.sessions and now - note.sessions[-1] < 30 * MINUTE:
            return "the last session was just now"
        return ""

    def may_wait(self, note: Told) -> bool:
        """Whether the table may let somebody wait longer, because the clock was set since, at most until tomorrow."""
        waits = bool(note.sessions or note.ate) and self.now() - self.moved < DAY + 31 * MINUTE
        return waits or (self.clock().date() - note.told.date()).days > 180

    def is_unfit(self, note: Told, days: tuple[datetime.date, datetime.date]) -> bool:
        """Whether a yes still stands: it was said on this day, by the real time or by the clock."""
        return note.unfit is not None and (note.unfit[0] == days[0] or note.unfit[1] == days[1])

    def cap_deg(self, note: Told) -> float:
        """How far a person may go who has completed no session yet."""
        given = [one for condition in note.conditions for one in self.counting(condition, note)]
        return min([15.0, note.most_deg] + [one["max_inversion_cdeg"] / 100 for one in given])

    def counting(self, condition: str, note: Told) -> list[dict]:
        """The clearances that are for this, by the right person, in time, and not from before a change or a wait."""
        return [one for one in note.clearances if self._counts(one, condition, note)]

    def _counts(self, one: dict, condition: str, note: Told) -> bool:
        issued = as_date(one["issued"])
        since = note.since.get(condition)
        waited = condition not in WAIT or (since is not None and issued >= as_date(since) + WAIT[condition])
        new = note.changed is None or (issued >= note.changed and issued > note.void_through)
        return (
            one["condition"] == condition
            and (condition not in SURGEON or one["role"] == "orthopaedic_surgeon")
            and issued <= min(self.days())
            and self.latest <= as_date(one["expires"])
            and (self.latest - issued).days <= 180
            and waited
            and new
        )
