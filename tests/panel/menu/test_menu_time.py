"""The page on which somebody says which of the table's two times is right: offered, and never in the way."""

import pytest

from firmware.panel import menu as pages
from firmware.when import When
from tests.panel.menu.menu_panel import DOWN, MINUTES, OK, TODAY, UP, Panel, someone

OWN = MINUTES - 700
TWO = ["Which time is right?", "UP   2026-11-23 10:40", "DOWN 2026-11-22 23:00", "OK: do not know"]
ONE = ["Is this time right?", "2026-11-23 10:40", "UP: yes", "OK: do not know"]


class Timed(Panel):
    """A panel of a table whose two times may differ; said: what was vouched for."""

    def __init__(self, root, *people):
        super().__init__(root, *people)
        self.said: list[bool] = []
        self.menu._vouch = lambda for_own, _: self.said.append(for_own)

    def ask(self, told: int = MINUTES, own: int = OWN) -> None:
        when = When(TODAY, MINUTES, MINUTES, MINUTES, MINUTES, (told, own))
        self.chosen.rescreen(TODAY, MINUTES, when)

    def to_the_question(self) -> None:
        """From a lock past its last reason."""
        for _ in range(20):
            if self.page == pages.TIME:
                return
            self.press(OK)
        raise AssertionError(self.shown)


@pytest.fixture
def timed(tmp_path):
    return Timed(tmp_path, someone("Anna", "glaucoma", "pregnancy"))


@pytest.mark.parametrize(("own", "lines"), [(OWN, TWO), (0, ONE)])
def test_h30_a_lock_leads_to_the_question_and_back(timed, own, lines):
    timed.ask(own=own)
    timed.to_the_question()
    assert timed.shown == lines
    timed.press(OK)
    assert (timed.page, timed.menu.at, timed.said) == (pages.LOCKED, 0, [])


@pytest.mark.parametrize(("key", "own", "said"), [(UP, OWN, [False]), (DOWN, OWN, [True]), (UP, 0, [False])])
def test_h30_a_press_says_which_is_right(timed, key, own, said):
    timed.ask(own=own)
    timed.to_the_question()
    timed.press(key)
    assert timed.said == said and timed.page == pages.LOCKED


def test_with_one_time_down_says_nothing(timed):
    timed.ask(own=0)
    timed.to_the_question()
    timed.press(DOWN)
    assert timed.said == [] and timed.page == pages.TIME


@pytest.mark.parametrize("key", [UP, DOWN])
def test_h30_a_time_that_has_not_stood_for_a_second_is_not_vouched_for(timed, key):
    timed.ask()
    timed.to_the_question()
    timed.tap(key)
    timed.read()
    timed.ask(told=MINUTES + 1440)
    timed.tap(key)
    assert timed.said == [] and timed.page == pages.TIME
    timed.press(key)
    assert len(timed.said) == 1


def test_the_question_goes_when_there_is_nothing_to_ask_any_more(timed):
    timed.ask()
    timed.to_the_question()
    timed.chosen.rescreen(TODAY, MINUTES + 1)
    timed.hold(0)
    assert timed.page == pages.LOCKED


def test_a_lock_without_two_times_has_no_question(timed):
    seen = set()
    for _ in range(20):
        timed.press(OK)
        seen.add(timed.page)
    assert seen == {pages.LOCKED}


@pytest.mark.parametrize("key", [OK, UP, DOWN])
def test_who_may_begin_is_asked_once_after_the_questions_of_the_day(tmp_path, key):
    timed = Timed(tmp_path, someone("Anna"))
    timed.ask()
    timed.answer()
    assert timed.page == pages.TIME
    timed.press(key)
    assert timed.page == pages.CHOOSE and len(timed.said) == (key != OK)
    timed.press(OK)
    assert timed.page == pages.ARMED


def test_a_yes_to_a_question_is_told_before_any_time_is_asked(tmp_path):
    timed = Timed(tmp_path, someone("Anna"))
    timed.ask()
    timed.answer(0)
    assert timed.page == pages.LOCKED
