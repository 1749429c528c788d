"""The clock chip in the closed loop: who knows the day, when, and what it costs."""

import datetime

import pytest

from hal.sim.home.table import SimTable
from hal.world.chips import ds3231
from tests.support.laptop import TODAY, Laptop, blob


@pytest.fixture
def home() -> str:
    """The interpreter that ships: days pass here, and tests/store has the calendar in every detail."""
    return "micropython"


DAY_S = 24 * 3600
LABRUM = {
    "nothing_to_declare": False,
    "conditions": ["hip_labral_tear"],
    "clearances": [
        {
            "condition": "hip_labral_tear",
            "clinician": "A. Example",
            "role": "physician",
            "issued": TODAY - 1,
            "expires": TODAY + 2,
            "max_inversion_cdeg": 1500,
        }
    ],
}


def power_cycle(table, seconds):
    """Off for so long, and on again without a laptop; a session that was confirmed is given up first."""
    if table.status()["st"] == "READY":
        table.tap("ok")
        table.run(0.2)
    table.power_off()
    table.run(seconds)
    table.power_on()
    table.run(3)
    table.laptop = Laptop(table)


def why_locked(table):
    count = table.status()["n_lock"]
    return [table.laptop.ask("why", who="", of="lock", at=at)["code"] for at in range(count)]


def test_after_two_days_without_power_the_table_knows_the_day_and_after_three_too(start):
    table = start(profile=LABRUM)
    assert table.status()["lim"] == 1500
    power_cycle(table, 2 * DAY_S)
    assert why_locked(table) == []
    power_cycle(table, DAY_S)
    assert why_locked(table) == ["NOT_CLEARED", "CLEARANCE_EXPIRED"]


@pytest.mark.long
def test_a_battery_that_ran_out_locks_what_needs_a_date_until_a_laptop_connects(start):
    table = start(profile=LABRUM)
    table.world.rtc.battery_ok = False
    power_cycle(table, 2 * DAY_S)
    assert why_locked(table) == ["NOT_CLEARED", "NO_CLOCK"]
    table.press("down")
    table.run(3)
    assert abs(table.inv_deg + 70) < 0.1
    table.release("down")
    table.laptop.hello(TODAY + 2)
    assert why_locked(table) == []


@pytest.mark.long
def test_without_a_clock_chip_the_table_is_locked(start):
    table = start()
    table.world.bus.chips.pop(ds3231.ADDRESS)
    power_cycle(table, 1)
    assert why_locked(table) == ["NO_CLOCK"]
    assert table.laptop.confirm() == "LOCKED"


def test_a_chip_that_was_set_elsewhere_needs_no_laptop(home, tmp_path):
    with SimTable(home, state_dir=tmp_path, wall=datetime.datetime(2026, 11, 23, 10)) as table:
        table.run(3)
        laptop = Laptop(table)
        laptop.ask("hello", p=1)
        assert laptop.push(blob(**LABRUM))["verdict"] == "usable"


@pytest.mark.long
def test_midnight_passes_at_rest_and_the_clearance_with_it(start):
    table = start(profile=LABRUM)
    assert table.laptop.ask("clock.set", day=TODAY + 2, min=1438)["day"] == TODAY + 2
    table.run(110)
    assert why_locked(table) == []
    table.run(12)
    assert why_locked(table) == ["NOT_CLEARED", "CLEARANCE_EXPIRED"]


@pytest.fixture
def transfers(table):
    """How many transfers with the clock chip there were: grows by itself."""
    seen = []
    bus = table.world.bus
    read, write = bus.read, bus.write

    def reading(addr, reg, n):
        if addr == ds3231.ADDRESS:
            seen.append(reg)
        return read(addr, reg, n)

    def writing(addr, reg, data):
        if addr == ds3231.ADDRESS:
            seen.append(reg)
        return write(addr, reg, data)

    bus.read, bus.write = reading, writing
    return seen


@pytest.mark.long
def test_the_chip_is_read_about_once_a_second_at_rest_and_never_on_the_way(table, transfers):
    table.run(20)
    # The world fetches ahead what was read last, so that each reading is seen twice.
    assert 36 <= len(transfers) <= 44
    table.down_to(-60)
    transfers.clear()
    table.down_to(15)
    table.release("down")
    table.laptop.ask("clock.set", day=TODAY, min=700)
    table.run(5)
    table.tap("up")
    table.run(15)
    assert transfers == []
    table.until_upright()
    table.run(3)
    assert {0x00, 0x0E} <= set(transfers)


@pytest.mark.long
def test_two_wrong_times_of_a_laptop_restart_nothing(start):
    table = start()
    began = table.laptop.ask("status")["up_ms"]
    assert table.laptop.set_clock(TODAY - 2)["e"] == "CLOCK_BACKWARDS"
    assert table.laptop.ask("clock.set", day=20270230, min=600)["e"] == "BAD_DAY"
    table.run(5)
    said = table.laptop.ask("status")
    assert said["up_ms"] > began and (said["st"], said["failed"], said["flt"]) == ("LOCKED", 0, 0)
