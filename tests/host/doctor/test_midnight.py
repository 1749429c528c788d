"""The two clocks may be of different days around midnight."""

import datetime
from types import SimpleNamespace

import pytest

from bascule.doctor import table_check


@pytest.mark.parametrize(
    ("now", "day", "verdict"),
    [
        ("2026-11-23 23:59:00", 20261124, "ok"),
        ("2026-11-24 00:01:00", 20261123, "ok"),
        ("2026-11-23 23:57:00", 20261124, "trouble"),
        ("2026-11-24 00:03:00", 20261123, "trouble"),
        ("2026-11-23 12:00:00", 20261123, "ok"),
    ],
)
def test_a_clock_that_is_right_is_not_called_wrong_around_midnight(monkeypatch, now, day, verdict):
    class Wall(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls.fromisoformat(now)

    monkeypatch.setattr(table_check, "datetime", SimpleNamespace(datetime=Wall))
    looks = SimpleNamespace(now=SimpleNamespace(day=day))
    assert table_check._clock(looks, ()).verdict == verdict
