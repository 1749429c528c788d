"""What a therapist beside a table has noted of one person (therapist.py)."""

import datetime

from tests.support.lives.steps import Steps


class Told:
    """What the therapist has seen of one person."""

    def __init__(self, step: int = 0):
        self.steps = Steps(step)
        self.asks_pain = False
        self.conditions: set[str] = set()
        self.since: dict[str, int] = {}
        self.clearances: list[dict] = []
        self.most_deg = 0.0
        self.newest_clearance = datetime.date.min
        self.changed: datetime.date | None = None
        self.void_through = datetime.date.min
        self.changed_undated = False
        self.sessions: list[datetime.datetime] = []
        self.asked: tuple[datetime.date, datetime.date] | None = None
        self.unfit: tuple[datetime.date, datetime.date] | None = None
        self.ate: datetime.datetime | None = None
        self.something_new = False
        self.renewed = False  # pushed since, which somebody at the panel is still to confirm
        self.told = datetime.datetime.min  # when the profile was last pushed
