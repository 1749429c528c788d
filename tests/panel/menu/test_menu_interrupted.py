"""The panel's menu when something comes between: a push, flash that fails, a fault."""

import pytest

from firmware.panel import menu as pages
from firmware.profile.form import to_wire
from tests.panel.menu.menu_panel import DOWN, OK, UP, Panel, someone


def test_h37_a_push_takes_a_confirmation_and_half_given_answers_away(panel):
    panel.answer()
    panel.press(OK)
    panel.chosen.push(to_wire(someone("Anna", max_inversion_cdeg=6000)))
    assert panel.chosen.limit_cdeg == 0
    panel.hold(0)
    assert panel.page == pages.CHOOSE
    panel.chosen.push(to_wire(someone("Ben")))
    panel.press(OK, UP)
    panel.chosen.push(to_wire(someone("Cleo")))
    panel.hold(0)
    assert panel.page == pages.CHOOSE
    panel.answer()
    assert not panel.chosen.screened.locked


def test_all_reasons_of_a_lock_can_be_paged_through(tmp_path):
    panel = Panel(tmp_path, someone("Anna", "glaucoma", "pregnancy"))
    assert panel.page == pages.LOCKED
    assert panel.shown[:2] == ["Anna   locked 1/2 1/3", "Glaucoma: Pressure in"]
    panel.read_on()
    assert panel.shown[0] == "Anna   locked 1/2 3/3"
    panel.press(OK)
    assert panel.shown[:2] == ["Anna   locked 2/2 1/3", "Pregnancy: Studies of"]
    panel.read_on()
    panel.press(OK)
    assert panel.shown[0] == "Anna   locked 1/2 1/3"


def test_an_empty_table_says_so(tmp_path):
    panel = Panel(tmp_path)
    assert panel.page == pages.NONE
    panel.press(OK, UP, DOWN)
    assert panel.page == pages.NONE and panel.shown[0].startswith("Nobody")


def test_flash_that_takes_no_record_lets_no_session_begin(panel, monkeypatch):
    panel.answer()
    monkeypatch.setattr(panel.chosen.people, "remember", lambda place, person: False)
    panel.press(OK)
    assert panel.page == pages.LOCKED and panel.chosen.limit_cdeg == 0 and not panel.chosen.record.open
    assert [one[0] for one in panel.chosen.screened.reasons] == ["NOT_KEPT"], "and the panel says why"


@pytest.mark.parametrize("key", [UP, DOWN, OK])
def test_what_is_pressed_while_a_fault_is_shown_answers_nothing_behind_it(panel, key):
    panel.to_questions()
    assert panel.page == pages.QUESTION
    panel.fault = True
    panel.press(key, key)
    assert (panel.page, panel.menu.at) == (pages.QUESTION, 0)
    panel.fault = False
    panel.hold(0)
    panel.press(DOWN)
    assert panel.menu.at == 1


def test_the_press_that_ends_a_fault_is_none_for_the_page_behind_it(tmp_path):
    panel = Panel(tmp_path, someone("Anna"), someone("Ben"))
    place = panel.chosen.place
    panel.fault = True
    panel.hold(0)
    panel.fault = False
    panel.hold(UP)
    panel.hold(0)
    assert panel.chosen.place == place
    panel.press(UP)
    assert panel.chosen.place != place


def test_a_confirmation_stays_behind_a_fault_and_can_be_given_up_after_it(panel):
    panel.answer()
    panel.press(OK)
    panel.fault = True
    panel.press(OK)
    assert panel.page == pages.ARMED
    panel.fault = False
    panel.hold(0)
    panel.press(OK)
    assert panel.page == pages.CHOOSE
