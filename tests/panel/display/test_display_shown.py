"""When a page counts as shown by a display that is painted in pieces, and the bar that says so."""

import pytest

from firmware.panel import menu as pages
from firmware.panel.pages import lines
from firmware.panel.shown import STOOD_MS
from firmware.safety import faults
from hal.world.chips import ssd1306 as chip
from tests.panel.display.display_glass import TICK_MS, Panel
from tests.panel.menu.menu_panel import DOWN, MINUTES, OK, TODAY, UP, someone, to_wire
from tests.support import glass

BARE, BARRED = 0, glass.BAR


def ticks(panel, count=1, keys=0):
    panel.run(count * TICK_MS / 1000, keys)


def until_painted(panel):
    """Let the last piece of the page be written; how many ticks it took."""
    for count in range(200):
        if glass.read(panel.chip) == glass.shown(said(panel)):
            return count
        ticks(panel)
    pytest.fail(f"{glass.read(panel.chip)} and not {said(panel)}")


def said(panel):
    return lines(panel.menu, panel.chosen, panel.status)


@pytest.fixture
def asked(panel):
    """The first question has just been written whole."""
    panel.press(OK)
    assert panel.menu.page == pages.QUESTION
    assert until_painted(panel) > 10
    return panel


@pytest.mark.parametrize(("after_ms", "counts"), [(0, 0), (STOOD_MS - 40, 0), (STOOD_MS + 40, 1)])
def test_h24_the_second_begins_with_the_last_piece(asked, after_ms, counts):
    ticks(asked, after_ms // TICK_MS)
    ticks(asked, 1, DOWN)
    assert asked.menu.at == counts


def test_h24_a_page_of_which_a_piece_is_missing_is_not_shown(panel):
    """The head of another person stands there long before the rest of the page does."""
    panel.press(OK)
    for _ in range(300):
        panel.display._stale |= 1 << 12  # it is never done
        ticks(panel)
    ticks(panel, 1, DOWN)
    assert (panel.menu.page, panel.menu.at) == (pages.QUESTION, 0)


def test_h24_the_same_words_again_have_to_stand_again(tmp_path):
    panel = Panel(tmp_path, someone("Ben"), someone("Anna"))
    panel.run(3)
    for key in (DOWN, UP):
        ticks(panel, 1, key)
        ticks(panel)
    assert panel.chosen.who == "anna" and not panel.menu.shown.enough
    ticks(panel, 1, OK)
    assert panel.menu.page == pages.CHOOSE
    panel.press(OK)
    assert panel.menu.page == pages.QUESTION


def test_a_refresh_of_what_stands_takes_nothing_from_it(panel):
    panel.run(3)
    for _ in range(3000):
        ticks(panel)
        assert panel.menu.shown.enough
    ticks(panel, 1, OK)
    assert panel.menu.page == pages.QUESTION


def test_h24_a_word_that_changes_on_the_same_page_starts_the_second_anew(panel):
    """The minutes of a wait go down by themselves."""
    panel.chosen.answer(0)
    assert panel.chosen.confirm()
    panel.chosen.end(True)
    panel.run(2)
    panel.press(OK)
    panel.run(3)
    assert (panel.menu.page, panel.menu.part, panel.menu.shown.enough) == (pages.LOCKED, 1, True)
    panel.chosen.rescreen(TODAY, MINUTES + 1)
    ticks(panel)
    assert not panel.menu.shown.enough
    ticks(panel, 1, OK)
    assert panel.menu.part == 1
    panel.press(OK)
    assert panel.menu.part == 0


def test_at_rest_each_change_is_looked_at_in_its_own_tick(tmp_path):
    panel = Panel(tmp_path, someone("Ben"), someone("Anna"))
    panel.run(3)
    for key in (DOWN, 0, UP, 0, DOWN):
        ticks(panel, 1, key)
        assert panel.display._lines == said(panel)


@pytest.mark.parametrize("seconds", [0.0, 0.5, 1.5])
def test_h24_a_display_that_is_unplugged_shows_nothing(panel, seconds):
    panel.run(3)
    panel.bus.chips.clear()
    panel.run(seconds)
    ticks(panel, 1, OK)
    assert panel.menu.page == pages.CHOOSE


def test_h24_one_that_is_plugged_in_again_has_to_be_painted_and_to_stand(panel):
    panel.run(3)
    panel.bus.chips.clear()
    panel.run(2)
    panel.chip.reset()
    panel.bus.chips[chip.ADDRESS] = panel.chip
    while not panel.status.display:
        ticks(panel)
    assert until_painted(panel) == 0
    ticks(panel, (STOOD_MS - 60) // TICK_MS)
    ticks(panel, 1, OK)
    assert panel.menu.page == pages.CHOOSE
    panel.press(OK)
    assert panel.menu.page == pages.QUESTION


def test_h24_a_display_that_refuses_every_other_write_shows_nothing(panel):
    write, count = panel.bus.write, [0]

    def every_other(addr, reg, data):
        count[0] += 1
        if addr == chip.ADDRESS and count[0] % 2:
            raise OSError
        return write(addr, reg, data)

    panel.bus.write = every_other
    for _ in range(20):
        panel.run(1)
        ticks(panel, 1, OK)
    assert panel.menu.page == pages.CHOOSE and not panel.status.display


def test_the_bar_is_there_exactly_while_a_press_counts(panel):
    panel.run(3)
    assert glass.margin(panel.chip) == BARRED
    panel.chosen.push(to_wire(someone("Anna", max_inversion_cdeg=1000)))
    ticks(panel, 4)
    assert (glass.margin(panel.chip), glass.read(panel.chip)[1]) == (BARE, "15 deg, 60 s"), "it goes before all else"
    while not panel.menu.shown.enough:
        assert glass.margin(panel.chip) == BARE
        ticks(panel)
    ticks(panel, 4)
    assert glass.margin(panel.chip) == BARRED


def test_no_bar_stands_beside_a_fault_nor_on_the_way(panel):
    panel.run(3)
    panel.status.fault = faults.STALL
    for _ in range(200):
        panel.menu.shown.restart()  # as the menu does with every tick of a fault
        ticks(panel)
    assert glass.margin(panel.chip) == BARE
    panel.status.fault = 0
    panel.run(3)
    assert glass.margin(panel.chip) == BARRED
    panel.idle = False
    panel.run(3)
    assert glass.margin(panel.chip) == BARE


@pytest.mark.parametrize("seconds", [0.04, 0.2, 0.8])
def test_h24_one_that_was_unplugged_for_a_moment_is_dark_and_shows_nothing(panel, seconds):
    """Its memory is lost, and it answers again."""
    panel.run(3)
    panel.bus.chips.clear()
    panel.run(seconds)
    panel.chip.reset()
    panel.bus.chips[chip.ADDRESS] = panel.chip
    panel.run(0.5)
    ticks(panel, 1, OK)
    assert panel.menu.page == pages.CHOOSE
    panel.run(5)
    panel.press(OK)
    assert panel.menu.page == pages.QUESTION
