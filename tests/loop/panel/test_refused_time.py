"""What a table says after a laptop's time was refused, through the whole loop."""

import pytest

from tests.support.laptop import TODAY, Laptop, blob


@pytest.fixture
def home() -> str:
    """The quicker interpreter: what is refused is the calendar's own test."""
    return "cpython"


@pytest.mark.parametrize("told", [{"day": TODAY - 1, "min": 600}, {"day": 20260101, "min": 0}])
def test_after_a_time_that_was_refused_the_lock_says_so_and_what_to_do(start, told):
    table = start(upright=False)
    table.laptop.push(blob())
    assert table.laptop.ask("clock.set", **told)["e"] == "CLOCK_BACKWARDS"
    lock = table.laptop.ask("why", who="", of="lock", at=0)
    assert (
        lock["code"] == "NO_CLOCK"
        and lock["text"].startswith("A laptop's time was refused")
        and "Set the laptop's clock" in lock["text"]
    )
    assert table.laptop.ask("panel")["l2"] == "A laptop's time was"
    table.laptop.set_clock(TODAY)
    table.run(0.2)
    assert table.laptop.ask("panel")["page"] == "CHOOSE"
    table.world.rtc.battery_ok = False
    table.power_off()
    table.run(10)
    table.power_on()
    table.run(3)
    lock = Laptop(table).ask("why", who="", of="lock", at=0)
    assert lock["text"].startswith("Connect the laptop"), "nobody has refused anything since"
