"""What the loop does beside its line: sessions are counted, limits loaded, and the day is looked after."""

import pytest

from firmware import housekeeping as module
from firmware.housekeeping import Housekeeping
from firmware.recovery import BareCalendar, BareChosen
from firmware.safety.limits import Limits
from firmware.status import Status
from firmware.tick_data import Observation


class Told:
    """Takes any call, and remembers it."""

    def __init__(self, **values):
        self.calls = []
        for name, value in values.items():
            setattr(self, name, value)

    def __getattr__(self, name):
        def call(*said):
            self.calls.append((name, *said))

        return call


class Chosen(BareChosen):
    """Somebody with 20 degrees and 90 s, who remembers what was asked."""

    def __init__(self):
        super().__init__([])
        self.calls = []
        self.limit_cdeg, self.session_ms, self.goal_cdeg, self.changed = 2000, 90_000, 1500, 1

    def begin(self):
        self.calls.append("begin")

    def end(self, completed):
        self.calls.append(("end", completed))

    def rescreen(self, today, minutes, when=None):
        self.calls.append(("rescreen", today))

    def expire(self):
        self.calls.append("expire")


class Calendar(BareCalendar):
    """Today is what `day` says."""

    day = 0

    def today(self, now_ms):
        return self.day


class House:
    """The housekeeping of a table that stands upright and idle, 1000 ms after its start."""

    def __init__(self):
        self.obs, self.status, self.limits = Observation(), Status(), Limits()
        self.status.upright_idle = True
        self.session, self.restarts = Told(), Told()
        self.tally = Told(away=False, tolerated=lambda least_ms: True)
        self.chosen, self.calendar = Chosen(), Calendar()
        self.kept = Housekeeping(
            0, self.obs, self.status, self.limits, self.session, self.tally, self.chosen, self.calendar, self.restarts
        )

    def away(self, inv_cdeg: int) -> None:
        self.status.upright_idle = False
        self.obs.inv_cdeg = self.obs.pos_cdeg = inv_cdeg

    @property
    def limit(self):
        return self.limits.limit_cdeg, self.limits.session_ms


@pytest.fixture
def house():
    return House()


def test_a_session_begins_once_and_ends_at_rest(house):
    house.kept.count(1000)
    assert house.chosen.calls == []
    house.tally.away = True
    house.away(-3000)
    for now_ms in (1020, 1040, 1060):
        house.kept.count(now_ms)
    assert house.chosen.calls == ["begin"]
    house.status.upright_idle = True
    house.kept.count(1080)
    assert house.chosen.calls == ["begin", ("rescreen", 0), ("end", True)] and house.tally.calls[-1] == ("close",)
    house.kept.count(1100)
    assert house.chosen.calls.count("begin") == 2, "the next one is another session"


def test_upright_and_idle_what_was_confirmed_is_loaded_whole(house):
    assert house.limit == (2000, 90_000)
    house.chosen.limit_cdeg, house.chosen.changed, house.chosen.programme = 3000, 2, (30_000, 20_000, 3)
    house.kept.step(20)
    assert house.limit == (3000, 90_000)
    assert house.session.calls[-1] == ("follow", (30_000, 20_000, 3)) and house.tally.calls[-1] == ("aim_at", 1500)


def test_nothing_is_loaded_twice(house):
    house.limits.load(100, 100)
    house.kept.step(20)
    assert house.limit == (100, 100)


@pytest.mark.parametrize("session_ms", [0, 60_000, 300_000])
@pytest.mark.parametrize("inv_cdeg", [-3000, 90, 101])
def test_away_from_upright_the_time_of_a_session_stays_what_it_was(house, inv_cdeg, session_ms):
    house.away(inv_cdeg)
    house.chosen.limit_cdeg, house.chosen.session_ms, house.chosen.changed = 1000, session_ms, 2
    house.kept.step(20)
    assert house.limits.session_ms == 90_000
    house.status.upright_idle = True
    house.chosen.changed = 3
    house.kept.step(40)
    assert house.limits.session_ms == session_ms


@pytest.mark.parametrize(("wanted_cdeg", "loaded_cdeg"), [(0, 0), (1000, 1000), (3000, 2000)])
def test_away_from_upright_a_limit_becomes_less_and_never_more(house, wanted_cdeg, loaded_cdeg):
    house.away(-3000)
    house.chosen.limit_cdeg, house.chosen.changed = wanted_cdeg, 2
    house.kept.step(20)
    assert house.limit == (loaded_cdeg, 90_000)


def test_at_level_the_limit_is_not_below_where_the_table_stands(house):
    house.away(90)
    house.chosen.limit_cdeg, house.chosen.changed = 0, 2
    house.kept.step(20)
    assert house.limit == (90, 90_000)


@pytest.mark.parametrize(("inv_cdeg", "drive_permille"), [(101, 0), (-3000, 1), (-3000, -1)])
def test_below_level_and_in_motion_it_waits(house, inv_cdeg, drive_permille):
    house.away(inv_cdeg)
    house.status.drive_permille = drive_permille
    house.chosen.limit_cdeg, house.chosen.changed = 0, 2
    house.kept.step(20)
    assert house.kept.busy() and house.limit == (2000, 90_000)
    house.away(-3000)
    house.status.drive_permille = 0
    house.kept.step(40)
    assert not house.kept.busy() and house.limit == (0, 90_000)


@pytest.mark.parametrize("field", ["limit_cdeg", "session_ms"])
def test_h40_limits_that_are_damaged_are_not_made_whole_by_lowering_them(house, field):
    house.away(-3000)
    setattr(house.limits, field, getattr(house.limits, field) ^ 1 << 12)
    house.chosen.limit_cdeg, house.chosen.changed = 1000, 2
    house.kept.step(20)
    assert house.limits.corrupt()
    house.status.upright_idle = True
    house.kept.step(40)
    assert house.limit == (1000, 90_000) and not house.limits.corrupt()


def test_once_a_second_the_day_is_looked_at(house):
    for now_ms in range(20, 2020, 20):
        house.kept.step(now_ms)
    assert house.chosen.calls == [("rescreen", 0)] * 2


@pytest.mark.parametrize(("inv_cdeg", "expires"), [(-3000, True), (101, False)])
def test_away_from_upright_another_day_ends_a_confirmation_unless_somebody_is_below_level(house, inv_cdeg, expires):
    house.away(inv_cdeg)
    house.kept.step(1000)
    assert house.chosen.calls == []
    house.calendar.day = 20261124
    house.kept.step(2000)
    assert house.chosen.calls == (["expire"] if expires else [])


def test_a_board_that_has_run_well_forgets_its_restarts(house):
    house.kept.step(module._SETTLED_MS)
    assert house.restarts.calls == []
    house.kept.step(module._SETTLED_MS + 1000)
    assert house.restarts.calls == [("clear",)]


@pytest.mark.parametrize("other", [20261122, 20261124, 0])
def test_away_from_upright_a_day_that_goes_back_or_is_lost_ends_a_confirmation_too(house, other):
    house.chosen.day = 20261123
    house.calendar.day = other
    house.away(-3000)
    house.kept.step(1000)
    assert house.chosen.calls == ["expire"]


def test_the_heap_is_swept_once_after_a_session_and_not_in_every_second_at_rest(house, mocker):
    """A sweep takes 14 ms of the tick in which somebody may press STOP."""
    sweep = mocker.patch.object(module.gc, "collect")
    for second in range(1, 6):
        house.kept.step(1000 * second)
    assert sweep.call_count == 1
    house.away(-3000)
    house.kept.step(6000)
    house.status.upright_idle = True
    house.kept.step(7000)
    house.kept.step(8000)
    assert sweep.call_count == 2


def test_away_from_rest_the_heap_is_swept_every_twenty_seconds_and_at_rest_not_by_this(house, mocker):
    """A sweep that comes when the heap is full comes on top of other work, and the period is too long."""
    sweep = mocker.patch.object(module.gc, "collect")
    assert not house.kept.sweep(25_000) and sweep.call_count == 0
    house.away(-3000)
    assert house.kept.sweep(25_020) and sweep.call_count == 1
    assert not any(house.kept.sweep(now_ms) for now_ms in range(25_040, 45_020, 20)) and sweep.call_count == 1
    assert house.kept.sweep(45_020) and sweep.call_count == 2


def test_after_days_at_rest_the_heap_is_swept_as_the_way_begins(house, mocker):
    sweep = mocker.patch.object(module.gc, "collect")
    house.away(-3000)
    assert house.kept.sweep(2**29 + 5000) and sweep.call_count == 1
