"""A button is pressed while anybody holds it, and a hand that is far away has to say so again and again."""

import time

import pytest

from bascule.simulator.grips import LEASE_S, Grips, Hand


class Pressed:
    def __init__(self):
        self.down = set()

    def press(self, name):
        self.down.add(name)

    def release(self, name):
        self.down.discard(name)


@pytest.fixture
def table():
    return Pressed()


@pytest.fixture
def grips(table):
    return Grips(table)


def test_it_is_pressed_until_the_last_hand_lets_go(table, grips):
    grips.hold("down", "page 1")
    grips.hold("down", "page 2")
    grips.let_go("down", "page 1")
    assert (table.down, grips.held()) == ({"down"}, ["down"])
    grips.let_go("down", "page 2")
    assert (table.down, grips.held()) == (set(), [])


def test_a_hand_that_is_gone_holds_nothing(table, grips):
    grips.hold("down", "page 1")
    grips.hold("up", "page 1")
    grips.hold("up", "terminal")
    assert grips.gone("page 1") == ["down", "up"]
    assert table.down == {"up"}
    assert grips.gone("page 1") == []


def test_what_is_not_said_again_in_time_is_let_go(table, grips, monkeypatch):
    now_s = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now_s[0])
    grips.hold("down", "page 1", leased=True)
    grips.hold("ok", "terminal")
    now_s[0] += LEASE_S - 0.01
    assert (grips.expire(), table.down) == ([], {"down", "ok"})
    grips.still("down", "page 1")
    now_s[0] += LEASE_S - 0.01
    grips.expire()
    assert table.down == {"down", "ok"}
    now_s[0] += 0.02
    assert (grips.expire(), table.down) == (["down"], {"ok"})


def test_a_hand_that_comes_back_too_late_presses_nothing_until_it_presses_anew(table, grips, monkeypatch):
    now_s = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now_s[0])
    grips.hold("down", "page 1", leased=True)
    now_s[0] += LEASE_S + 0.01
    assert grips.expire() == ["down"]
    for holder in ("page 1", "page 2"):
        grips.still("down", holder)
        assert table.down == set()
    grips.hold("down", "page 1", leased=True)
    assert table.down == {"down"}
    grips.hold("ok", "terminal")
    grips.still("ok", "terminal")
    now_s[0] += LEASE_S + 0.01
    assert (grips.expire(), table.down) == (["down"], {"ok"})


def test_stop_is_one_mushroom_for_all(table, grips):
    Hand(grips, "terminal").press("stop")
    assert (table.down, grips.stopped) == ({"stop"}, True)
    grips.stop(False)
    assert (table.down, grips.stopped) == (set(), False)


def test_what_is_no_button_is_an_error(grips):
    with pytest.raises(KeyError):
        grips.hold("stop", "page 1")
