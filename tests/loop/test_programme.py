"""An intermittent session through the whole loop: down and up to level while DOWN is held, and then home."""

import pytest

from tests.loop.conftest import Run

PROGRAMME = {"down_s": 10, "level_s": 12, "times": 2}


def states(table: Run, seconds: float) -> list[str]:
    """Every state in turn while time passes."""
    seen: list[str] = []
    for _ in range(round(seconds / 0.5)):
        table.run(0.5)
        state = table.status()["st"]
        if not seen or seen[-1] != state:
            seen.append(state)
    return seen


@pytest.mark.long
def test_down_and_up_while_down_is_held_and_then_home(start):
    table = start(profile={"max_inversion_cdeg": 1000, "programme": PROGRAMME})
    table.press("down")
    assert states(table, 100) == [
        "INVERTING", "AT_LIMIT", "EASING", "RESTING", "INVERTING", "AT_LIMIT", "RETURNING", "LEVEL_PAUSE",
    ]  # fmt: skip
    assert abs(table.inv_deg) < 0.5
    table.release("down")
    table.until_upright()


@pytest.mark.long
def test_letting_go_stands_still_and_holding_again_goes_on(start):
    table = start(profile={"max_inversion_cdeg": 1000, "programme": PROGRAMME})
    table.press("down")
    table.until_state("EASING", 90)
    table.release("down")
    table.run(1)
    assert table.status()["st"] == "HOLDING"
    stood_deg = table.inv_deg
    table.run(5)
    assert abs(table.inv_deg - stood_deg) < 0.1
    table.press("down")
    table.run(1)
    assert table.status()["st"] in ("INVERTING", "AT_LIMIT")
    table.release("down")
    table.tap("up")
    table.until_upright()


@pytest.mark.long
def test_h49_stop_ends_the_easing_too(start):
    table = start(profile={"max_inversion_cdeg": 1000, "programme": PROGRAMME})
    table.press("down")
    table.until_state("EASING", 90)
    table.press("stop")
    table.run(0.06)
    assert table.world.drive_permille == 0
    table.release("stop")
    table.release("down")
    table.run(0.5)
    table.tap("up")
    table.until_upright()


@pytest.mark.long
def test_a_steady_session_knows_no_programme(table):
    table.down_to(20)
    table.run(30)
    assert table.status()["st"] == "AT_LIMIT"


def test_a_programme_that_does_not_fit_locks_and_says_why(start):
    table = start(profile={"max_inversion_cdeg": 6000, "programme": {"down_s": 10, "level_s": 10, "times": 9}})
    found = [table.laptop.ask("why", who="", of="lock", at=at)["code"] for at in range(2)]
    assert found == ["PROGRAMME_TIME", "PROGRAMME_MOTOR"]


def test_a_descent_that_the_motor_could_not_end_is_not_begun(start):
    """What was moved by hand before counts: from level the table goes home, and nobody hangs half way down."""
    table = start(profile={"max_inversion_cdeg": 6000, "session_s": 300, "programme": {**PROGRAMME, "times": 2}})
    table.down_to(40)
    table.release("down")
    table.tap("up")
    table.until_state("LEVEL_PAUSE", 40)
    table.press("down")
    table.until_state("AT_LIMIT", 90)
    seen = states(table, 66)
    assert seen == ["AT_LIMIT", "EASING", "RESTING", "LEVEL_PAUSE"]
    assert table.status()["flt"] == 0
    table.release("down")
    table.until_upright()
