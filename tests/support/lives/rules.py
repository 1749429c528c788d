"""Who must not be inverted now and how far another may go, said a second time, in plain words (therapist.py)."""

import datetime

from tests.support.lives import steps
from tests.support.lives.told import Told

MINUTE = datetime.timedelta(minutes=1)
DAY = datetime.timedelta(days=1)

# By hand: what each condition means.
NEVER = {"total_hip_replacement", "severe_hip_osteoarthritis", "glaucoma", "pregnancy"}
SURGEON = {"acute_hip_instability", "early_post_op_hip"}
PHYSICIAN = {"hip_labral_tear", "mild_hip_osteoarthritis", "femoroacetabular_impingement"}
HARMLESS = {"sciatica", "piriformis_syndrome"}
UNKNOWN = {"a_word_nobody_knows"}
WAIT = {"early_post_op_hip": 84 * DAY}


def as_int(day: datetime.date) -> int:
    return day.year * 10000 + day.month * 100 + day.day


def as_date(day: int) -> datetime.date:
    return datetime.datetime.strptime(str(day), "%Y%m%d").date()


class Rules:
    """What the notes and the clocks say; a Therapist has them."""

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

    def cap_deg(self, note: Told, step: int) -> float:
        """How far a person may go at this step."""
        given = [one for condition in note.conditions for one in self.counting(condition, note)]
        return min([steps.deg(step), note.most_deg] + [one["max_inversion_cdeg"] / 100 for one in given])

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
