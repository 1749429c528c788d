"""Whoever answers the panel for somebody reads each page, waits until a press counts, and presses once."""

import pytest

from bascule.simulator.agreeing import Agreeing
from bascule.simulator.grips import Grips
from bascule.table.panel import NEW, STANDS, Page


class Table:
    def __init__(self):
        self.world = self
        self.now_s = 0.0
        self.said = []

    def press(self, name):
        self.said.append(name)

    def release(self, name):
        self.said.append(f"-{name}")


class Panel:
    def __init__(self):
        self.table = Table()
        self.page = None
        self.agreeing = Agreeing(Grips(self.table), lambda: self.page)

    def show(self, page, shown=STANDS):
        self.page = Page(page, ("", "", "", ""), shown)

    def passes(self, seconds):
        for _ in range(round(seconds / 0.05)):
            self.table.now_s += 0.05
            self.agreeing.look()


@pytest.fixture
def panel():
    return Panel()


def test_nothing_is_pressed_before_it_is_asked_to(panel):
    panel.show("CHOOSE")
    panel.passes(3)
    assert panel.table.said == []


def test_what_was_read_before_it_was_asked_to_counts_no_longer(panel):
    panel.show("LOCKED")
    panel.agreeing.begin()
    panel.passes(3)
    assert panel.agreeing.busy
    panel.show("CHOOSE")
    panel.passes(0.1)
    assert panel.table.said == ["ok"]


def test_it_says_that_is_me_no_to_each_question_and_understood(panel):
    panel.agreeing.begin()
    for page in ("CHOOSE", "QUESTION", "QUESTION", "WARNING"):
        panel.show(page)
        panel.passes(2)
    assert panel.table.said == ["ok", "-ok", "down", "-down", "down", "-down", "ok", "-ok"]
    panel.show("ARMED")
    panel.passes(2)
    assert not panel.agreeing.busy


def test_a_page_that_has_not_stood_is_waited_for(panel):
    panel.agreeing.begin()
    panel.show("CHOOSE", NEW)
    panel.passes(5)
    assert panel.table.said == []
    panel.show("CHOOSE")
    panel.passes(0.1)
    assert panel.table.said == ["ok"]


def test_one_look_of_the_laptop_is_pressed_for_once(panel):
    panel.agreeing.begin()
    panel.show("QUESTION")
    panel.passes(5)
    assert panel.table.said == ["down", "-down"]


@pytest.mark.parametrize("page", ["LOCKED", "NONE", "SESSION"])
def test_what_nobody_can_agree_to_ends_it(panel, page):
    panel.agreeing.begin()
    panel.show(page)
    panel.passes(0.1)
    assert (panel.agreeing.busy, panel.table.said) == (False, [])


def test_a_panel_that_says_nothing_is_given_up(panel):
    panel.agreeing.begin()
    panel.passes(89)
    assert panel.agreeing.busy
    panel.passes(2)
    assert not panel.agreeing.busy


def test_the_hand_is_taken_away_in_the_middle_of_a_press(panel):
    panel.agreeing.begin()
    panel.show("CHOOSE")
    panel.passes(0.1)
    panel.agreeing.end()
    assert panel.table.said == ["ok", "-ok"]
