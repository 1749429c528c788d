"""What is confirmed is what the display has shown for a second, through the whole loop."""

import base64
import hashlib

import pytest

from firmware.link import wire
from hal.world.chips import ssd1306
from tests.loop.conftest import Run
from tests.support import glass
from tests.support.laptop import CHUNK, TODAY, Laptop, blob

SMALL, LARGE = blob(max_inversion_cdeg=1500), blob(max_inversion_cdeg=6000, session_s=600)
REMOVE = [("c", "profile.remove"), ("who", "ben")]
TOMORROW = [("c", "clock.set"), ("day", TODAY + 1), ("min", 600)]
COMMIT = [("c", "profile.commit"), ("n", len(LARGE)), ("sha", hashlib.sha256(LARGE).hexdigest())]


@pytest.fixture
def home() -> str:
    """The quicker interpreter; one test below is for the one that ships."""
    return "cpython"


def put(table: Run, profile: bytes) -> None:
    for at in range(0, len(profile), CHUNK):
        piece = base64.b64encode(profile[at : at + CHUNK]).decode()
        assert table.laptop.ask("profile.put", off=at, d=piece)["ok"] == 1


def ready(table: Run) -> None:
    """Anna has answered the questions of the day, and one OK is missing: 15 degrees, 180 s."""
    table.laptop.season("anna", answered=TODAY)
    table.laptop.push(blob(id="ben", name="Ben"))
    table.laptop.push(SMALL)
    table.laptop.answer()
    assert table.laptop.standing()["l2"] == "15 deg, 180 s"


def press_after(table: Run, command: list, lead_ms: int, hold_s: float = 0.08) -> dict:
    """A command, so long before OK; what the panel says then."""
    table.serial_in(wire.frame([("i", 777), *command]))
    table.run(lead_ms / 1000)
    table.laptop.tap("ok", hold_s)
    table.run(0.2)
    return table.laptop.ask("panel")


@pytest.mark.parametrize("home", ["micropython"])
def test_h24_a_commit_just_before_ok_arms_nothing_on_the_interpreter_that_ships(start):
    table = start(upright=False)
    ready(table)
    put(table, LARGE)
    said = press_after(table, COMMIT, 200)
    assert (said["page"], said["l2"], table.status()["lim"]) == ("CHOOSE", "60 deg, 300 s", 0)
    table.laptop.agree()
    assert table.status()["lim"] == 6000, "the same OK counts for what has been read"


@pytest.mark.parametrize("lead_ms", [0, 20, 40, 60, 80, 120, 200, 400, 700, 1000])
@pytest.mark.parametrize("command", [COMMIT, REMOVE, TOMORROW], ids=lambda command: command[0][1])
def test_h24_ok_at_most_a_second_after_a_change_arms_nothing_else_than_was_shown(start, command, lead_ms):
    table = start(upright=False)
    ready(table)
    put(table, LARGE)
    said = press_after(table, command, lead_ms)
    assert said["page"] in ("CHOOSE", "LOCKED", "ARMED")
    # In the very tick in which the command arrives, OK still agrees to what stands there.
    assert table.status()["lim"] in ((0, 1500) if lead_ms == 0 else (0,))


@pytest.mark.parametrize("hold_s", [1.0, 3.0])
def test_h24_ok_that_is_held_over_a_commit_arms_nothing(start, hold_s):
    table = start(upright=False)
    ready(table)
    put(table, LARGE)
    table.press("ok")
    table.serial_in(wire.frame([("i", 777), *COMMIT]))
    table.run(hold_s)
    table.release("ok")
    table.run(0.2)
    assert table.status()["lim"] == 0


@pytest.mark.parametrize("lead_ms", [40, 400, 900])
def test_h24_ok_just_after_another_person_was_chosen_agrees_to_nothing(start, lead_ms):
    table = start(upright=False)
    ready(table)
    table.laptop.tap("down")
    table.laptop.tap("up")
    table.run(lead_ms / 1000)
    table.laptop.tap("ok")
    assert table.status()["lim"] == 0
    table.laptop.agree()
    assert table.status()["lim"] == 1500


def test_h24_a_fault_that_clears_leaves_a_page_that_has_to_stand(start):
    table = start(upright=False)
    ready(table)
    chip = table.world.bus.chips.pop(0x6A)
    table.run(2)
    chip.reset()
    table.world.bus.chips[0x6A] = chip
    table.run(4)
    table.tap("up")
    table.run(0.5)
    assert table.status()["flt"] == 0
    table.laptop.tap("ok")
    assert table.status()["lim"] == 0
    table.laptop.agree()
    assert table.status()["lim"] == 1500


def test_h24_at_a_dark_panel_nobody_agrees_to_anything_and_the_laptop_says_why(start):
    table = start(upright=False)
    ready(table)
    display = table.world.bus.chips.pop(ssd1306.ADDRESS)
    table.laptop.tap("ok")
    assert table.status()["lim"] == 0, "in the very moment in which it is unplugged"
    for _ in range(5):
        table.run(2)
        table.laptop.tap("ok")
    said = table.laptop.ask("panel")
    assert (table.status()["lim"], table.status()["disp"], said["shown"]) == (0, 0, "dark")
    display.reset()
    table.world.bus.chips[ssd1306.ADDRESS] = display
    table.run(4)
    assert table.laptop.confirm() == "ARMED"


def test_a_session_that_was_confirmed_goes_on_without_a_display_and_everybody_comes_home(start):
    table = start(upright=False)
    ready(table)
    table.laptop.agree()
    table.world.bus.chips.pop(ssd1306.ADDRESS)
    table.down_to(14)
    table.release("down")
    table.run(0.2)
    table.tap("up")
    table.until_upright()
    table.run(1)
    assert (table.status()["st"], table.status()["flt"]) == ("LOCKED", 0)


def test_the_way_down_and_home_never_wait_for_a_page_to_stand(start):
    """DOWN at once after the confirmation, UP in the first tick of a page."""
    table = start(upright=False)
    ready(table)
    table.laptop.agree()
    table.press("down")
    table.run(1.0)
    assert table.status()["st"] == "INVERTING" and table.laptop.ask("panel")["shown"] == "new"
    table.run(1.0)
    table.release("down")
    table.tap("up")
    assert table.status()["st"] in ("RAISING", "RETURNING")


def test_a_person_reads_on_the_display_when_a_press_counts(start):
    table = start(upright=False)
    ready(table)
    table.run(0.2)
    assert glass.margin(table.world.display) == glass.BAR
    table.laptop.tap("down")
    assert glass.margin(table.world.display) == 0


@pytest.mark.parametrize(("held_s", "forgets"), [(1.5, False), (4.0, True)])
def test_h30_the_time_is_forgotten_when_ok_is_held_until_the_panel_has_asked(start, held_s, forgets):
    table = start(upright=False)
    table.power_off()
    table.press("ok")
    table.power_on()
    table.run(1.5)
    assert Laptop(table).ask("panel")["page"] == "FORGET"
    table.run(held_s - 1.5)
    table.release("ok")
    table.run(1.5)
    table.laptop = Laptop(table)
    table.laptop.ask("hello", p=1)
    assert (table.status()["day"] == 0) is forgets
    assert table.laptop.set_clock(TODAY - 3).get("e") == (None if forgets else "CLOCK_BACKWARDS")
