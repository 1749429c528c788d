"""What the tests beside it share."""

import datetime

from firmware.dates import minutes_of
from firmware.safety.ticks import later_ms
from firmware.store.calendar import Calendar
from tests.support.profiles import TODAY, as_int
from tests.support.rtc import Bench

DAY_S = 24 * 3600


TEN = 600  # ten in the morning, in minutes


SET = datetime.datetime(2026, 11, 23, 10)


NOW = minutes_of(TODAY, TEN)


class Table:
    """A calendar on its chip, with ticks and chip on one clock. Files stay under root."""

    def __init__(self, root, wall=None, start_ms=0):
        self.root = root
        self.bench = Bench(wall)
        self._start_ms = start_ms
        self.start()

    def start(self):
        self.calendar = Calendar(str(self.root), self.bench.driver, self.now_ms)

    @property
    def now_ms(self):
        return later_ms(self._start_ms, self.bench.clock.now_us // 1000 % 2**29)

    def tend(self, count=1, at_rest=True):
        for _ in range(count):
            self.bench.after(1)
            self.calendar.tend(self.now_ms, at_rest)
        return self

    def told(self, day, minute=TEN):
        """What the laptop hears, the table being at rest."""
        code = self.calendar.set(day, minute, self.now_ms)
        self.calendar.tend(self.now_ms, True)
        return code

    def cycle(self, seconds=1.0, battery=True):
        self.bench.cycle(seconds, battery)
        self.start()
        return self

    def set_back(self, wall):
        """Somebody sets the chip itself."""
        self.bench.driver.set(as_int(wall.date()), wall.hour * 60 + wall.minute)

    @property
    def today(self):
        return self.calendar.today(self.now_ms)

    @property
    def minutes(self):
        return self.calendar.minutes(self.now_ms)

    @property
    def when(self):
        return self.calendar.when(self.now_ms)

    @property
    def own_min(self):
        return self.when.own_min


def saved(root):
    path = root / "newest_minute.bin"
    return path.stat().st_mtime_ns if path.exists() else None
