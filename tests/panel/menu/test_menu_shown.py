"""Nothing is agreed to that has not stood on the display for a second, on whatever path the page came."""

import pytest

from firmware.panel import menu as pages
from firmware.panel.menu import Menu
from firmware.panel.shown import STOOD_MS
from firmware.profile.form import to_wire
from firmware.screening import dose, questions
from tests.panel.menu.menu_panel import DOWN, MINUTES, OK, TICK_MS, UP, Panel, someone
from tests.support.profiles import TODAY

SECOND = STOOD_MS // TICK_MS  # ticks
TOO_SOON = (0, 1, SECOND // 2, SECOND - 8)


@pytest.fixture
def ready(tmp_path):
    """Anna and Ben are stored; Anna is chosen and has answered, and one OK is missing."""
    panel = Panel(tmp_path, someone("Ben"), someone("Anna"))
    panel.answer()
    panel.read()
    return panel


def pushed(panel):
    panel.chosen.push(to_wire(someone("Anna", max_inversion_cdeg=1000)))


def pushed_alike(panel):
    """A page in the same words, of a profile that nobody has seen."""
    panel.chosen.push(to_wire(someone("Anna", max_inversion_cdeg=6000)))


def removed(panel):
    panel.chosen.remove(panel.chosen.people.find("ben"))


def chosen_anew(panel):
    panel.tap(DOWN)
    panel.tap(UP)


def went_away(panel):
    panel.idle = False
    panel.hold(0)
    panel.idle = True


def fault(panel):
    panel.fault = True
    panel.hold(0, ticks=2 * SECOND)
    panel.fault = False
    panel.hold(0, ticks=1)


PATHS = [pushed, pushed_alike, removed, chosen_anew, went_away, fault]


@pytest.mark.parametrize("ticks", TOO_SOON)
@pytest.mark.parametrize("path", PATHS)
def test_h24_ok_too_soon_after_a_change_confirms_nothing(ready, path, ticks):
    path(ready)
    if ticks:
        ready.hold(0, ticks=ticks)
    ready.tap(OK)
    assert (ready.page, ready.chosen.limit_cdeg, ready.chosen.record.open) == (pages.CHOOSE, 0, False)
    ready.press(OK)
    assert ready.page == pages.ARMED and ready.chosen.limit_cdeg, "after a second the same press counts"


@pytest.mark.parametrize("path", PATHS)
def test_h24_ok_that_is_held_while_the_page_changes_has_to_be_pressed_anew(ready, path):
    ready.hold(OK, ticks=1)
    ready.chosen.take_back()
    ready.hold(OK, ticks=1)
    path(ready)
    ready.hold(OK, ticks=5 * SECOND)
    ready.hold(0)
    assert ready.page == pages.CHOOSE and ready.chosen.limit_cdeg == 0


def test_h24_a_press_that_came_too_soon_does_not_count_by_being_held(ready):
    pushed(ready)
    ready.hold(0, ticks=SECOND // 2)
    ready.hold(OK, ticks=5 * SECOND)
    assert ready.page == pages.CHOOSE
    ready.hold(0)
    ready.tap(OK)
    assert ready.page == pages.ARMED


def test_h24_midnight_asks_anew_and_starts_the_second(ready):
    ready.chosen.rescreen(TODAY + 1, MINUTES + 24 * 60)
    ready.tap(OK)
    assert ready.page == pages.CHOOSE
    ready.to_questions()
    assert ready.page == pages.QUESTION
    ready.press(DOWN, DOWN)
    ready.chosen.rescreen(TODAY + 2, MINUTES + 48 * 60)
    ready.hold(0)
    assert ready.page == pages.CHOOSE, "what was answered before midnight is no answer after it"


def test_a_minute_that_changes_no_word_takes_nothing_from_the_second(ready):
    ready.chosen.rescreen(TODAY, MINUTES + 1)
    ready.hold(0, ticks=1)
    ready.tap(OK)
    assert ready.page == pages.ARMED


@pytest.mark.parametrize("key", [UP, DOWN, OK])
@pytest.mark.parametrize("ticks", [1, SECOND // 2, SECOND - 6])  # the press before was let go within 6
def test_h28_a_question_is_not_answered_before_it_has_stood(panel, key, ticks):
    panel.to_questions()
    panel.hold(0, ticks=ticks)
    panel.tap(key)
    assert (panel.page, panel.menu.at) == (pages.QUESTION, 0)
    panel.press(DOWN)
    assert panel.menu.at == 1
    panel.tap(key)
    assert (panel.page, panel.menu.at) == (pages.QUESTION, 1)


def test_h24_a_warning_is_not_turned_nor_agreed_to_before_it_has_stood(tmp_path):
    panel = Panel(tmp_path, someone("Anna", born=1960))
    panel.answer()
    panel.press(OK)
    assert (panel.page, panel.menu.part) == (pages.WARNING, 0)
    panel.tap(OK)
    assert panel.menu.part == 0
    panel.press(OK)
    assert panel.menu.part == 1
    panel.tap(OK)
    assert panel.page == pages.WARNING
    panel.press(OK)
    assert panel.page == pages.ARMED


def test_a_page_of_a_lock_is_not_turned_before_it_has_stood(tmp_path):
    panel = Panel(tmp_path, someone("Anna", "glaucoma", "pregnancy"))
    panel.hold(0, ticks=2)
    panel.tap(OK)
    assert (panel.page, panel.menu.part) == (pages.LOCKED, 0)
    panel.press(OK)
    assert panel.menu.part == 1


def test_h24_the_clock_that_ends_a_lock_starts_the_second(ready):
    ready.press(OK)
    ready.idle = False
    ready.hold(0)
    ready.chosen.end(True)
    ready.chosen.felt(dose.SAME, False)
    ready.idle = True
    ready.read()
    assert ready.page == pages.LOCKED
    ready.chosen.rescreen(TODAY, MINUTES + 31)
    ready.tap(OK)
    assert ready.page == pages.CHOOSE and ready.chosen.limit_cdeg == 0
    ready.press(OK, *[DOWN] * len(questions.EACH_SESSION), OK)
    assert ready.page == pages.ARMED


def test_what_agrees_to_nothing_counts_at_once(ready):
    ready.press(OK)
    assert ready.page == pages.ARMED
    ready.tap(OK)
    assert ready.page == pages.CHOOSE and ready.chosen.limit_cdeg == 0
    ready.tap(DOWN)
    assert ready.chosen.who == "ben"
    ready.tap(UP)
    assert ready.chosen.who == "anna"


def test_h24_without_a_display_only_what_agrees_to_nothing_counts(ready):
    ready.glass.there = False
    ready.press(OK, OK)
    assert ready.page == pages.CHOOSE and ready.chosen.limit_cdeg == 0
    ready.tap(DOWN)
    assert ready.chosen.who == "ben"
    ready.tap(UP)
    ready.glass.there = True
    ready.press(OK)
    assert ready.page == pages.ARMED
    ready.glass.there = False
    ready.press(OK)
    assert ready.page == pages.CHOOSE, "a confirmation can be taken back at a dark panel"


def test_the_display_is_asked_once_for_each_press_that_may_count(ready):
    before = ready.glass.asked
    ready.read()
    assert ready.glass.asked == before
    ready.tap(OK)
    assert ready.glass.asked == before + 1


def test_a_confirmation_that_was_not_begun_in_time_says_so_and_what_to_press(ready):
    ready.press(OK)
    ready.idle = False
    ready.hold(0, ticks=601 * 50)
    ready.tap(UP)
    ready.idle = True
    ready.read()
    assert ready.page == pages.ARMED and ready.chosen.limit_cdeg == 0
    assert ready.shown == ["Anna", "Not begun in time", "OK: confirm anew", ""]
    ready.tap(OK)
    assert ready.page == pages.CHOOSE
    ready.press(OK)
    assert ready.shown[1:3] == ["15 deg, 60 s", "Hold DOWN to begin"] and ready.chosen.limit_cdeg == 1500


class Forgetting(Panel):
    """Switched on with OK held."""

    def __init__(self, root, display=True):
        self.forgotten = 0
        super().__init__(root, someone("Anna"))
        self.glass.there = display
        self.menu = Menu(self.chosen, self.now_ms, self.forget)
        self.menu.shown.attach(self.glass)

    def forget(self):
        self.forgotten += 1


def test_h30_ok_held_at_power_up_forgets_the_time_once_the_question_has_stood(tmp_path):
    panel = Forgetting(tmp_path)
    panel.hold(OK, ticks=SECOND)
    assert (panel.page, panel.forgotten) == (pages.FORGET, 0)
    assert panel.shown == ["Forget the time?", "Keep holding OK: yes", "Let go: no", ""]
    panel.hold(OK, ticks=4 * SECOND)
    assert (panel.page, panel.forgotten) == (pages.CHOOSE, 1)


@pytest.mark.parametrize("keys", [0, OK | UP, UP])
def test_h30_let_go_before_that_the_time_stays(tmp_path, keys):
    panel = Forgetting(tmp_path)
    panel.hold(OK, ticks=SECOND // 2)
    panel.hold(keys, ticks=1)
    assert panel.page == pages.CHOOSE
    panel.hold(OK, ticks=4 * SECOND)
    assert panel.forgotten == 0


@pytest.mark.parametrize("hidden", ["no display", "a fault", "not upright"])
def test_h30_what_nobody_could_read_forgets_nothing(tmp_path, hidden):
    panel = Forgetting(tmp_path, display=hidden != "no display")
    panel.fault = hidden == "a fault"
    panel.idle = hidden != "not upright"
    panel.hold(OK, ticks=10 * SECOND)
    assert panel.forgotten == 0


def test_h30_ok_held_from_a_start_away_from_upright_asks_nothing_later(tmp_path):
    panel = Forgetting(tmp_path)
    panel.idle = False
    panel.hold(OK, ticks=SECOND)
    panel.idle = True
    panel.hold(OK, ticks=10 * SECOND)
    assert (panel.page, panel.forgotten) == (pages.CHOOSE, 0)


@pytest.mark.parametrize("first", [OK, UP, DOWN])
@pytest.mark.parametrize("ready_to", ["confirm", "answer"])
def test_h24_a_button_beside_one_that_is_down_agrees_to_nothing(tmp_path, first, ready_to):
    panel = Panel(tmp_path, someone("Anna"))
    (panel.answer if ready_to == "confirm" else panel.to_questions)()
    if first == OK:
        panel.hold(OK, ticks=2)  # too soon to count
    elif ready_to == "confirm":
        panel.hold(first, ticks=2)
    else:
        panel.hold(first, ticks=1)  # too soon too
    panel.hold(first, ticks=2 * SECOND)
    before = panel.page, panel.menu.at
    for other in {OK, UP, DOWN} - {first}:
        panel.hold(first | other)
        panel.hold(first)
    assert (panel.page, panel.menu.at) == before and panel.chosen.limit_cdeg == 0
    panel.hold(0)
    panel.press(OK if ready_to == "confirm" else DOWN)
    assert (panel.page, panel.menu.at) != before


def test_h24_another_page_begins_with_its_first_part(tmp_path):
    panel = Panel(tmp_path, someone("Ben", "glaucoma", "pregnancy"), someone("Anna", "glaucoma", "pregnancy"))
    panel.press(OK)
    assert (panel.page, panel.menu.part) == (pages.LOCKED, 1)
    panel.tap(DOWN)
    assert (panel.chosen.who, panel.page, panel.menu.part) == ("ben", pages.LOCKED, 0)


def test_a_page_at_which_nobody_is_for_long_still_stands(ready):
    ready.hold(0, ticks=601 * 50)
    ready.tap(OK)
    assert ready.page == pages.ARMED
