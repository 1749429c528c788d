"""Whole firmware: what a laptop tells shortens nothing, and whoever is honest is told why they wait and what to do."""

import datetime

import pytest

from hal.world.chips import ds3231
from tests.loop.test_clock import LABRUM, power_cycle, why_locked
from tests.support.laptop import TODAY, Laptop, blob

DAY_S = 24 * 3600
FIRST = datetime.datetime(2026, 11, 23, 10)


@pytest.fixture
def home() -> str:
    """The quicker interpreter; test_what_a_laptop_tells_shortens_no_wait has a twin on the other."""
    return "cpython"


class Table:
    """A table with somebody on it, and laptops that tell what they like."""

    def __init__(self, table):
        self.table = table
        self.seen_s = table.world.now_s

    @property
    def now(self) -> datetime.datetime:
        """The real time."""
        return FIRST + datetime.timedelta(seconds=int(self.table.world.now_s))

    @property
    def laptop(self) -> Laptop:
        return self.table.laptop

    def tell(self, **ahead: float) -> str:
        """A laptop tells the real time, or one that is so far ahead; the error code, or nothing."""
        told = self.now + datetime.timedelta(**ahead)
        answer = self.laptop.ask("clock.set", day=int(f"{told:%Y%m%d}"), min=told.hour * 60 + told.minute)
        self.table.run(1.5)
        return answer.get("e", "")

    def off(self, seconds: float) -> None:
        power_cycle(self.table, seconds)
        self.laptop.ask("hello", p=1)

    def session(self) -> str:
        """A short one if the panel allows it, or the page that it shows instead."""
        page = self.laptop.confirm()
        if page == "ARMED":
            self.table.down_to(-60)
            self.table.release("down")
            self.table.run(0.2)
            self.table.tap("up")
            self.table.until_upright()
            self.table.run(1.5)
        return page

    def progress(self) -> dict:
        return self.laptop.ask("progress", who="")

    @property
    def next_min(self) -> int:
        return self.progress()["next"]

    def say(self, key: str) -> list[str]:
        """At the panel: on to the question which time is right, and this key for it; the lines of the question."""
        for _ in range(30):
            shown = self.laptop.standing()
            if shown["page"] != "TIME":
                # A lock has nothing to agree to, and still each of its pages must have been read.
                self.table.run(2.5)
                self.laptop.tap("ok")
                continue
            self.laptop.agree(key)
            self.table.run(2)
            return [shown[f"l{line}"] for line in range(1, 5)]
        raise AssertionError(shown)

    def reasons(self) -> list[tuple[str, str]]:
        count = self.table.status()["n_lock"]
        said = [self.laptop.ask("why", who="", of="lock", at=number) for number in range(count)]
        return [(one["code"], one["text"]) for one in said]


@pytest.fixture
def nobody(start):
    """A table that has been told the time, and knows nobody."""
    return Table(start(upright=False))


@pytest.fixture
def anna(nobody):
    """Anna is on it, and has not been here before."""
    nobody.laptop.push(blob())
    return nobody


@pytest.mark.long
def test_h30_what_a_laptop_tells_shortens_no_wait(anna):
    assert anna.session() == "ARMED"
    for minutes in (-60, 0, -31, 0, 29, 58, 0, 1440, 0, -1380, 0, 60 * 24 * 365 * 4, 0):
        assert anna.tell(minutes=minutes) == ""
        # Until the clock is what it was, the wait may be longer.
        assert 25 <= anna.next_min <= 1471
        assert anna.session() == "LOCKED"
    # Under power by the ticks, without it by the clock chip.
    anna.table.run(3 * 60)
    anna.off(28 * 60)
    assert anna.next_min == 0 and anna.session() == "ARMED"


@pytest.mark.long
def test_h30_a_laptop_an_hour_behind_then_right_in_micropython(tmp_path):
    from tests.loop.conftest import Run

    with Run("micropython", state_dir=tmp_path) as table:
        table.run(3)
        table.laptop = Laptop(table)
        table.laptop.hello()
        table.laptop.push(blob())
        anna = Table(table)
        assert anna.session() == "ARMED"
        for minutes in (-60, 0, 1440):
            assert anna.tell(minutes=minutes) == ""
            assert anna.next_min >= 28 and anna.session() == "LOCKED"


@pytest.mark.long
def test_h30_days_that_a_laptop_makes_are_none(anna):
    """At most three sessions, and no step, however many days are told."""
    held = 0
    for day in range(1, 10):
        assert anna.tell(days=day) == ""
        held += anna.session() == "ARMED"
        anna.off(31 * 60)
    assert held == 3
    assert (anna.progress()["step"], anna.progress()["days"], anna.progress()["today"]) == (0, 7, 3)
    assert [code for code, _ in anna.reasons()] == ["ENOUGH_TODAY", "CLOCK_APART"]


@pytest.mark.long
@pytest.mark.parametrize("ahead_min", [60, -60])
def test_summer_time_begins_and_ends_and_nobody_notices(anna, ahead_min):
    assert anna.session() == "ARMED"
    assert anna.tell(minutes=ahead_min) == ""
    assert [code for code, _ in anna.reasons()] == ["WAIT"], "it is no matter for the panel"
    anna.off(32 * 60)
    assert anna.session() == "ARMED"


@pytest.mark.long
@pytest.mark.parametrize("hours", [12, -12])
def test_after_a_flight_the_table_goes_on_and_asks_once(anna, hours):
    assert anna.session() == "ARMED"
    assert anna.tell(hours=hours) == ""
    if hours > 0:
        (wait, _), (why, said) = anna.reasons()
        assert (wait, why) == ("WAIT", "CLOCK_APART")
        assert said.startswith("The clock says 2026-11-23 22:") and "own count of minutes it is 2026-11-23 10:" in said
    else:
        assert anna.reasons()[0][0] == "WAIT" and anna.next_min == 31
    anna.off(32 * 60)
    assert anna.session() == "ARMED", "nothing was blocked"
    question = anna.say("up")
    assert question[0] == "Which time is right?" and question[2].startswith("DOWN 2026-11-23 1")
    assert anna.progress()["next"] in (0, 30, 31)
    anna.off(32 * 60)
    assert anna.reasons() == [] and anna.session() == "ARMED"


@pytest.mark.long
def test_an_empty_cell_on_a_table_that_is_unplugged_every_night(anna):
    """The own count stands still at night: one press at the panel makes up for it."""
    anna.table.world.rtc.battery_ok = False
    for day in range(4):
        assert anna.session() == "ARMED"
        anna.off(DAY_S)
        assert anna.reasons()[0][1].startswith("Connect the laptop")
        assert anna.tell() == ""
        (wait, _), (why, said) = anna.reasons()
        assert (wait, why) == ("WAIT", "CLOCK_APART") and "stopped without power" in said
        assert anna.say("up")[1].startswith(f"UP   2026-11-{24 + day} 10:")
        assert anna.reasons() == [] and anna.progress()["today"] == 0
    assert anna.progress()["days"] == 7, "none of them was long enough"


@pytest.mark.long
def test_an_empty_cell_and_nobody_who_says_the_time_costs_the_wait_again_and_a_day_at_most(anna):
    anna.table.world.rtc.battery_ok = False
    for _ in range(2):
        assert anna.session() == "ARMED"
        anna.off(DAY_S)
        assert anna.tell() == "" and anna.next_min <= 31
        anna.table.world.rtc.battery_ok = True  # only to wait without playing each second of it
        anna.off(31 * 60)
        anna.table.world.rtc.battery_ok = False
    assert anna.session() == "ARMED"
    anna.off(DAY_S)
    assert anna.tell() == "" and anna.session() == "LOCKED"
    assert [code for code, _ in anna.reasons()] == ["ENOUGH_TODAY", "CLOCK_APART"]
    assert 31 < anna.next_min <= 1440
    anna.table.world.rtc.battery_ok = True
    anna.off(anna.next_min * 60)
    assert anna.session() == "ARMED"


@pytest.mark.long
@pytest.mark.parametrize("years", [4, 9])
def test_a_wrong_laptop_is_put_right_by_the_next_one(anna, years):
    assert anna.tell(days=365 * years) == ""
    assert anna.tell() == ""
    assert anna.table.status()["day"] == TODAY and anna.reasons() == []
    assert anna.session() == "ARMED"
    anna.off(31 * 60)
    assert anna.table.status()["day"] == TODAY and anna.session() == "ARMED"


@pytest.mark.long
def test_a_clearance_that_a_wrong_laptop_has_ended_lives_when_somebody_at_the_table_says_so(nobody):
    nobody.laptop.push(blob(**LABRUM))
    assert nobody.tell(days=10) == "" and nobody.tell() == ""
    (_, _), (expired, _), (why, said) = nobody.reasons()
    assert (expired, why) == ("CLEARANCE_EXPIRED", "CLOCK_LATER")
    assert said.startswith("A laptop has told this table that it was 2026-12-03")
    nobody.off(60)
    assert [code for code, _ in nobody.reasons()][-1] == "CLOCK_LATER"
    assert nobody.say("up")[:2] == ["Is this time right?", f"{nobody.now:%Y-%m-%d %H:%M}"]
    assert nobody.reasons() == [] and nobody.session() == "ARMED"


@pytest.mark.long
def test_a_laptop_that_is_behind_locks_the_table_until_a_right_one_or_somebody_at_the_panel(anna):
    assert anna.tell(days=-30) == "CLOCK_BACKWARDS"
    ((code, said),) = anna.reasons()
    assert code == "NO_CLOCK" and said.startswith("A laptop's time was refused: it is earlier than the table's.")
    assert anna.session() == "LOCKED"
    assert anna.tell() == "" and anna.reasons() == []
    anna.tell(days=-30)
    question = anna.say("down")
    assert question[1].startswith("UP   2026-10-24") and question[2].startswith("DOWN 2026-11-23")
    assert anna.reasons() == [] and anna.table.status()["day"] == TODAY
    anna.tell(days=-30)
    anna.say("up")
    assert anna.reasons() == [] and anna.table.status()["day"] == 20261024
    assert anna.session() == "ARMED"


@pytest.mark.parametrize("day", [20000101, 19700101, 20261131])
def test_a_laptop_whose_clock_was_never_set_is_told_so(nobody, day):
    nobody.laptop.push(blob())
    nobody.table.world.rtc.battery_ok = False
    nobody.off(60)
    assert "e" in nobody.laptop.ask("clock.set", day=day, min=5)
    nobody.table.run(1.5)
    ((code, said),) = nobody.reasons()
    assert code == "NO_CLOCK" and said.startswith("A laptop's time was refused: it is no time of today.")
    assert nobody.tell() == "" and nobody.reasons() == []


@pytest.mark.long
@pytest.mark.parametrize("ahead_days", [1, 365])
def test_another_clock_chip_shortens_nothing_and_the_panel_asks(anna, ahead_days):
    assert anna.session() == "ARMED"
    table = anna.table
    table.power_off()
    wall = anna.now + datetime.timedelta(days=ahead_days)
    table.world.rtc = table.world.bus.chips[ds3231.ADDRESS] = ds3231.Ds3231(table.world.clock, wall)
    table.power_on()
    table.run(3)
    table.laptop = Laptop(table)
    table.laptop.ask("hello", p=1)
    old = ["DECLARATION_OLD"] if ahead_days > 180 else []
    assert [code for code, _ in anna.reasons()] == [*old, "WAIT", "CLOCK_APART"]
    assert 28 <= anna.next_min <= 31
    anna.say("down")
    assert table.status()["day"] == TODAY and [code for code, _ in anna.reasons()] == ["WAIT"]
    anna.off(32 * 60)
    assert anna.session() == "ARMED"


@pytest.mark.long
def test_a_new_clock_chip_is_set_by_the_next_laptop(anna):
    assert anna.session() == "ARMED"
    table = anna.table
    table.power_off()
    table.world.rtc = table.world.bus.chips[ds3231.ADDRESS] = ds3231.Ds3231(table.world.clock)
    table.run(3600)
    table.power_on()
    table.run(3)
    table.laptop = Laptop(table)
    table.laptop.ask("hello", p=1)
    assert why_locked(table) == ["NO_CLOCK"]
    assert anna.tell() == "" and [code for code, _ in anna.reasons()] == ["WAIT"]
    anna.off(31 * 60)
    assert anna.session() == "ARMED"
