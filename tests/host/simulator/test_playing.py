"""The situations of the page: each plays to its end on the firmware, and what its title promises is what happens."""

import pytest

from bascule.simulator.situations import BREAK, FAULT, SITUATIONS
from firmware.safety import faults
from hal.world.faults.fault import parse
from tests.host.simulator.test_page import plays  # noqa: F401  (the table with its page)

NAMES = {row[faults.NAME] for row in faults.FAULTS}


def test_every_fault_of_a_situation_is_one_that_can_be_broken_and_named():
    steps = [step for one in SITUATIONS for step in one.steps]
    for words in (which for what, which in steps if what == BREAK):
        assert parse(words)
    assert {which for what, which in steps if what == FAULT} <= NAMES | {""}


# They play in real time, if at twenty times its speed: one of them here, the others where the page is tried.
@pytest.mark.long
@pytest.mark.parametrize(
    "one",
    [pytest.param(one, id=one.key, marks=[pytest.mark.browser] if one.key != "stop" else []) for one in SITUATIONS],
)
def test_a_situation_plays_to_its_end(plays, one):  # noqa: F811
    def plan(ask, until):
        until(lambda message: message["k"] == "all")
        ask("play", speed=20.0, paused=False)
        ask("situation", key=one.key)
        end = until(
            lambda message: (
                message["k"] == "event" and message["event"]["text"].startswith((f"{one.title}: ", "Not played"))
            )
        )
        assert end["event"]["text"] == f"{one.title}: the end."

    plays(plan)
