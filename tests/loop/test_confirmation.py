"""How long a confirmation holds, and what a session that was begun with it costs, through the whole loop."""

import base64
import hashlib

import pytest

from firmware.link import wire
from tests.loop.conftest import Run
from tests.loop.test_people import locks, new
from tests.support.laptop import TODAY, blob

LATE = {"day": TODAY, "min": 1438}


def nudged(table: Run) -> None:
    """Confirmed, and brought down by some degrees."""
    new(table)
    assert table.laptop.confirm() == "ARMED"
    table.press("down")
    table.run(2.5)
    table.release("down")
    table.run(1)
    assert -69 < table.inv_deg < -60


def stands(table: Run) -> None:
    """DOWN moves nothing, and UP does."""
    stood_deg = table.inv_deg
    table.press("down")
    table.run(4)
    assert abs(table.inv_deg - stood_deg) < 0.1
    assert table.status()["st"] == "HOLDING"
    table.release("down")
    table.run(0.2)
    table.tap("up")
    table.until_upright()
    table.run(1)


@pytest.mark.long
def test_h24_parked_head_up_for_ten_minutes_the_confirmation_is_over(start):
    table = start(upright=False)
    nudged(table)
    table.run(9.8 * 60)
    assert table.status()["lim"] == 1500
    table.run(20)
    assert table.status()["lim"] == 0
    stands(table)
    assert locks(table) == ["WAIT"]


@pytest.mark.long
def test_h29_parked_head_up_over_midnight_the_confirmation_is_over(start):
    table = start(upright=False)
    assert table.laptop.ask("clock.set", **LATE)["ok"] == 1
    nudged(table)
    for _ in range(3):
        table.run(50)
        table.laptop.tap("ok")
    assert table.status()["lim"] == 0
    stands(table)


@pytest.mark.long
def test_h29_whoever_is_below_level_at_midnight_stays_and_comes_up_as_ever(start):
    table = start(profile={"session_s": 600})
    table.laptop.tap("ok")
    assert table.laptop.ask("clock.set", day=TODAY, min=1438)["ok"] == 1
    table.run(1.5)
    assert table.laptop.confirm() == "ARMED"
    table.down_to(20)
    table.run(90)
    table.release("down")
    assert table.status()["flt"] == 0
    table.run(20)
    table.laptop.tap("ok")
    table.run(20)
    assert (table.status()["lim"], table.status()["flt"], table.status()["st"]) == (2500, 0, "HOLDING")
    table.tap("up")
    table.run(25)
    assert table.status()["st"] == "LEVEL_PAUSE"
    assert table.status()["lim"] <= 100
    table.until_upright()
    table.run(2)
    progress = table.laptop.ask("progress", who="")
    assert (progress["today"], table.status()["flt"]) == (1, 0)


def test_h24_another_day_told_by_a_laptop_takes_a_confirmation_back(start):
    table = start(upright=False)
    new(table)
    assert table.laptop.confirm() == "ARMED"
    assert table.laptop.ask("clock.set", day=TODAY + 1, min=600)["ok"] == 1
    table.run(0.2)
    table.press("down")
    table.run(4)
    assert table.inv_deg < -69.5
    table.release("down")
    assert table.laptop.ask("panel")["page"] == "CHOOSE"
    table.laptop.tap("ok")
    assert table.laptop.ask("panel")["page"] == "ABOUT", "the first page of another day"
    assert table.laptop.ask("progress", who="")["today"] == 0


@pytest.mark.parametrize("delay_ms", [0, 20])
@pytest.mark.parametrize("command", ["profile.commit", "profile.remove"])
def test_h24_a_command_at_the_very_end_of_a_session_takes_nothing_from_it(start, command, delay_ms):
    table = start(upright=False)
    new(table)
    profile = blob(name="Anne")
    for at in range(0, len(profile), 240):
        piece = base64.b64encode(profile[at : at + 240]).decode()
        assert table.laptop.ask("profile.put", off=at, d=piece)["ok"] == 1
    assert table.laptop.confirm() == "ARMED"
    table.press("down")
    table.run(3)
    table.release("down")
    table.tap("up")
    table.run_until(lambda: table.inv_deg < -68, 20)
    table.run(delay_ms / 1000)
    fields = [("who", "anna")]
    if command == "profile.commit":
        fields = [("n", len(profile)), ("sha", hashlib.sha256(profile).hexdigest())]
    for number in range(25):
        table.serial_in(wire.frame([("i", 5000 + number), ("c", command), *fields]))
        table.run(0.12)
    assert table.laptop.ask("people", at=0).get("name") == ("Anne" if command == "profile.commit" else None)
    new(table)
    assert table.laptop.ask("progress", who="anna")["today"] == 1
    assert locks(table) == ["WAIT"]


def test_a_confirmation_that_a_removal_takes_back_costs_nothing(start):
    table = start(upright=False)
    new(table)
    assert table.laptop.confirm() == "ARMED"
    assert table.laptop.ask("profile.remove", who="anna")["ok"] == 1
    new(table)
    assert (locks(table), table.laptop.ask("progress", who="")["today"]) == ([], 0)
