"""The panel's menu: choosing, questions, warnings and the confirmation."""

import pytest

from firmware.panel import menu as pages
from firmware.screening import questions
from firmware.screening.conditions import TODAY_QUESTIONS
from tests.panel.menu.menu_panel import DOWN, MINUTES, OK, QUESTIONS, UP, Panel, someone
from tests.support.profiles import TODAY


def test_h24_nothing_is_in_force_until_the_person_is_confirmed(panel):
    assert (panel.page, panel.chosen.limit_cdeg, panel.chosen.session_ms) == (pages.CHOOSE, 0, 0)
    assert panel.shown == ["Anna", "15 deg, 60 s", "OK: that is me", ""]
    panel.answer()
    assert (panel.page, panel.chosen.limit_cdeg) == (pages.CHOOSE, 0)
    panel.press(OK)
    assert (panel.page, panel.chosen.limit_cdeg, panel.chosen.session_ms) == (pages.ARMED, 1500, 60_000)
    assert panel.chosen.record.open


def test_the_questions_come_once_a_day(panel):
    panel.answer()
    panel.press(OK, OK)
    assert panel.page == pages.CHOOSE
    panel.press(OK)
    assert panel.page == pages.ARMED
    panel.press(OK)
    panel.chosen.rescreen(TODAY + 1, MINUTES + 24 * 60)
    panel.to_questions()
    assert panel.page == pages.QUESTION


@pytest.mark.parametrize("which", [0, 1, questions.ALCOHOL, 4])
def test_h28_one_yes_locks_for_the_day_and_says_why(tmp_path, which):
    panel = Panel(tmp_path, someone("Anna"))
    panel.answer(which)
    assert panel.page == pages.LOCKED
    assert [code for code, *_ in panel.chosen.screened.reasons] == ["TODAY"]
    assert TODAY_QUESTIONS[which][1] in panel.chosen.screened.reasons[0][1]
    panel.press(OK)
    assert not panel.chosen.confirmed
    again = Panel(tmp_path)
    assert again.page == pages.LOCKED
    again.chosen.rescreen(TODAY + 1, MINUTES + 24 * 60)
    again.hold(0)
    assert again.page == pages.CHOOSE


def test_ok_leaves_the_questions_unanswered(panel):
    panel.to_questions()
    panel.press(UP, OK)
    assert panel.page == pages.CHOOSE and not panel.chosen.answered and not panel.chosen.record.news
    panel.answer()
    assert not panel.chosen.screened.locked


def test_h22_simultaneous_presses_are_ignored(panel):
    panel.read()
    panel.hold(OK | DOWN)
    panel.hold(0)
    assert panel.page == pages.CHOOSE
    panel.to_questions()
    panel.read()
    panel.hold(DOWN | UP)
    panel.hold(0)
    assert panel.menu.at == 0


def test_h22_a_button_that_stays_down_is_one_press(panel):
    panel.press(OK)
    panel.read_on()
    panel.read()
    panel.hold(OK, ticks=200)
    assert (panel.page, panel.menu.at) == (pages.QUESTION, 0)
    panel.read()
    panel.hold(DOWN, ticks=200)
    assert panel.menu.at == 1


def test_h24_what_is_down_at_boot_is_no_press(tmp_path):
    Panel(tmp_path, someone("Anna"))
    panel = Panel(tmp_path, keys=OK)
    panel.hold(OK, ticks=200)
    assert panel.page == pages.CHOOSE
    panel.to_questions()
    assert panel.page == pages.QUESTION


def test_each_warning_is_read_before_the_confirmation(tmp_path):
    panel = Panel(tmp_path, someone("Anna", born=1960))
    count = len(panel.chosen.screened.warnings)
    assert count
    panel.answer()
    panel.press(OK)
    for at in range(count):
        assert (panel.page, panel.menu.at, panel.menu.part) == (pages.WARNING, at, 0)
        panel.read_on()
        assert (panel.page, panel.menu.at) == (pages.WARNING, at)
        panel.press(OK)
    assert panel.page == pages.ARMED


def test_a_warning_that_is_not_accepted_leads_back(tmp_path):
    panel = Panel(tmp_path, someone("Anna", born=1960))
    panel.answer()
    panel.press(OK, UP)
    assert panel.page == pages.CHOOSE and panel.chosen.who == "anna"


@pytest.mark.parametrize(("idle_s", "page"), [(599, pages.ARMED), (601, pages.CHOOSE)])
def test_h24_a_confirmation_ends_after_ten_idle_minutes(panel, idle_s, page):
    panel.answer()
    panel.press(OK)
    panel.hold(0, ticks=idle_s * 50)
    assert panel.page == page
    assert (panel.chosen.limit_cdeg == 0) is (page == pages.CHOOSE)
    assert panel.chosen.record.open is (page == pages.ARMED)


@pytest.mark.parametrize(
    ("quiet_s", "keys", "busy", "limit_cdeg"),
    [(599, 0, False, 1500), (601, 0, False, 0), (601, UP, False, 0), (1200, 0, True, 1500)],
    ids=["not yet", "nobody presses", "a button that stays down", "in motion or below level"],
)
def test_h24_a_confirmation_ends_after_ten_quiet_minutes_away_from_upright(panel, quiet_s, keys, busy, limit_cdeg):
    panel.answer()
    panel.press(OK)
    panel.idle = False
    panel.hold(keys, ticks=quiet_s * 50, busy=busy)
    assert panel.chosen.limit_cdeg == limit_cdeg
    assert panel.chosen.record.open and panel.page == pages.SESSION


def test_h24_a_press_away_from_upright_begins_the_ten_minutes_anew(panel):
    panel.answer()
    panel.press(OK)
    panel.idle = False
    for _ in range(3):
        panel.hold(0, ticks=590 * 50)
        panel.hold(UP)
    assert panel.chosen.limit_cdeg == 1500


def test_h24_a_confirmation_ends_with_the_session(panel):
    panel.answer()
    panel.press(OK)
    panel.idle = False
    panel.hold(0)
    assert panel.page == pages.SESSION
    panel.chosen.end(True)
    panel.idle = True
    panel.hold(0)
    assert panel.page == pages.FELT
    panel.press(OK, DOWN)
    assert panel.page == pages.LOCKED
    assert [code for code, *_ in panel.chosen.screened.reasons] == ["WAIT"]
    assert panel.chosen.limit_cdeg == 0
    panel.chosen.rescreen(TODAY, MINUTES + 31)
    panel.hold(0)
    assert panel.page == pages.CHOOSE


def test_h24_another_person_is_another_confirmation_and_other_answers(tmp_path):
    panel = Panel(tmp_path, someone("Anna", max_inversion_cdeg=1000), someone("Ben"))
    assert panel.shown == ["Ben", "15 deg, 60 s", "OK: that is me", "UP/DOWN: next person"]
    panel.answer()
    panel.press(DOWN)
    assert panel.shown[:2] == ["Anna", "10 deg, 60 s"]
    panel.to_questions()
    assert panel.page == pages.QUESTION
    panel.press(*[DOWN] * QUESTIONS, OK)
    assert panel.chosen.limit_cdeg == 1000
    panel.press(DOWN, UP)
    assert panel.chosen.who == "anna" and panel.chosen.confirmed
    panel.press(OK, UP)
    assert panel.chosen.who == "ben" and not panel.chosen.confirmed


def test_down_leads_to_the_next_person_and_up_to_the_one_before(tmp_path):
    panel = Panel(tmp_path, someone("Ben"), someone("Cleo"), someone("Anna"))
    followed = panel.chosen.people.ids
    for step, key in ((1, DOWN), (1, DOWN), (-1, UP), (-1, UP), (-1, UP)):
        wanted = followed[(followed.index(panel.chosen.who) + step) % 3]
        panel.tap(key)
        assert panel.chosen.who == wanted


def test_a_button_that_is_down_when_the_power_comes_was_not_pressed(tmp_path):
    panel = Panel(tmp_path, someone("Ben"), someone("Anna"), keys=DOWN)
    assert panel.chosen.who == "anna"
    panel.hold(0)
    panel.tap(DOWN)
    assert panel.chosen.who == "ben"
