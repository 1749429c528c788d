"""A new table in place of the old: nobody's hand is on it, nothing of it is broken, and it has said nothing yet."""

import pytest

from bascule.broker.hub import Hub
from bascule.simulator.breaking import Breaking
from bascule.simulator.life import Life
from bascule.simulator.stage import Stage
from bascule.table.telemetry import Telemetry
from bascule.ui.shown import Shown
from hal.world.faults.desk import Desk


class Table(Desk):
    """A world without a board, and the buttons that were pressed on it."""

    interpreter = "no"
    powered = True


@pytest.fixture
def life(mocker):
    return Life(Table(), mocker.Mock(), 1.0, Hub(), mocker.Mock())


def test_no_hand_of_the_old_table_holds_a_button_of_the_new_one(life):
    life.grips.hold("down", "page 1")
    life.grips.stop(True)
    before = life.table.world.switches.held
    new = Table()
    life.renew(new)
    assert (life.grips.held(), life.grips.stopped) == ([], False)
    life.grips.hold("down", "page 2")
    life.grips.let_go("down", "page 2")
    assert new.world.switches.held == Table().world.switches.held != before


def test_nothing_of_the_old_table_is_broken_on_the_new_one(life):
    breaking = Breaking(life, Shown({}))
    breaking.hang(1, "mains off")
    assert [words for _, words in breaking.listed()] == ["mains off"]
    life.renew(Table())
    breaking.forget()
    assert breaking.listed() == []


def test_no_situation_goes_on_by_what_the_old_table_said(life):
    stage = Stage(life, Shown({}), lambda: None)
    stage.renew = Table
    stage.heard(Telemetry(1.0, "CONFIRM", -70.0, 15.0, 0.0, "STALL"))
    assert (stage.state, stage.fault) == ("CONFIRM", "STALL")
    stage.do("renew", "")
    assert (stage.state, stage.fault) == ("", None)


def test_a_hand_that_is_gone_is_gone_from_the_new_table_too(life):
    stage = Stage(life, Shown({}), lambda: None)
    stage.do("hold", "down")
    assert life.grips.held() == ["down"]
    stage.do("hands off", "")
    assert life.grips.held() == []
