"""The panel at rest: who is chosen, what is asked, what is confirmed, and how a confirmation ends."""

import pytest

from firmware.drivers import inputs
from firmware.panel import menu as pages
from firmware.panel.menu import Menu
from firmware.panel.pages import lines
from firmware.person.chosen import Chosen
from firmware.profile.form import to_wire
from firmware.screening.conditions import TODAY_QUESTIONS
from firmware.status import Status
from firmware.store.people import People
from tests.support.profiles import TODAY, profile

MINUTES = 14_140_000  # some day of 2026, in minutes since 2000
TICK_MS = 20
QUESTIONS = len(TODAY_QUESTIONS)
UP, DOWN, OK = inputs.UP, inputs.DOWN, inputs.OK


class Panel:
    """A menu with people on it, upright and idle at first."""

    def __init__(self, root, *people):
        self.chosen = Chosen(People(str(root)))
        self.chosen.rescreen(TODAY, MINUTES)
        for one in people:
            assert self.chosen.push(to_wire(one)) == ""
        self.menu = Menu(self.chosen, 0)
        self.now_ms = 0
        self.idle = True
        self.fault = False
        self.hold(0)

    def hold(self, keys, ticks=3, busy=False):
        for _ in range(ticks):
            self.now_ms += TICK_MS
            self.menu.step(self.now_ms, keys, self.idle, busy, self.fault)

    def press(self, *keys):
        for key in keys:
            self.hold(key)
            self.hold(0)

    def read_on(self):
        """Turn to the last page of the text that is shown; the words that were to be seen."""
        seen = []
        while True:
            head, *body = self.shown
            seen += " ".join(body).split()
            part, count = head.split()[-1].split("/")
            if part == count:
                return seen
            self.press(OK)

    @property
    def page(self):
        return self.menu.page

    @property
    def shown(self):
        return lines(self.menu, self.chosen, Status())


def someone(called, *declared, **changes):
    return profile(*declared, **{"id": called.lower(), "name": called, **changes})


@pytest.fixture
def panel(tmp_path):
    return Panel(tmp_path, someone("Anna"))


def test_h24_nothing_is_in_force_until_the_person_is_confirmed(panel):
    assert (panel.page, panel.chosen.limit_cdeg, panel.chosen.session_ms) == (pages.CHOOSE, 0, 0)
    assert panel.shown == ["Anna", "15 deg, 60 s", "OK: that is me", ""]
    panel.press(OK, *[DOWN] * QUESTIONS)
    assert (panel.page, panel.chosen.limit_cdeg) == (pages.CHOOSE, 0)
    panel.press(OK)
    assert (panel.page, panel.chosen.limit_cdeg, panel.chosen.session_ms) == (pages.ARMED, 1500, 60_000)
    assert panel.chosen.record.open


def test_the_questions_come_once_a_day(panel):
    panel.press(OK, *[DOWN] * QUESTIONS, OK, OK)
    assert panel.page == pages.CHOOSE
    panel.press(OK)
    assert panel.page == pages.ARMED
    panel.press(OK)
    panel.chosen.rescreen(TODAY + 1, MINUTES + 24 * 60)
    panel.press(OK)
    assert panel.page == pages.QUESTION


@pytest.mark.parametrize("which", range(QUESTIONS))
def test_h28_one_yes_locks_for_the_day_and_says_why(tmp_path, which):
    panel = Panel(tmp_path, someone("Anna"))
    panel.press(OK, *[UP if at == which else DOWN for at in range(QUESTIONS)])
    assert panel.page == pages.LOCKED
    assert [code for code, _ in panel.chosen.screened.reasons] == ["TODAY"]
    assert TODAY_QUESTIONS[which][1] in panel.chosen.screened.reasons[0][1]
    panel.press(OK)
    assert not panel.chosen.confirmed
    again = Panel(tmp_path)
    assert again.page == pages.LOCKED
    again.chosen.rescreen(TODAY + 1, MINUTES + 24 * 60)
    again.hold(0)
    assert again.page == pages.CHOOSE


def test_ok_leaves_the_questions_unanswered(panel):
    panel.press(OK, UP, OK)
    assert panel.page == pages.CHOOSE and not panel.chosen.answered
    panel.press(OK, *[DOWN] * QUESTIONS)
    assert not panel.chosen.screened.locked


def test_h22_simultaneous_presses_are_ignored(panel):
    panel.hold(OK | DOWN)
    panel.hold(0)
    assert panel.page == pages.CHOOSE
    panel.press(OK)
    panel.hold(DOWN | UP)
    panel.hold(0)
    assert panel.menu.at == 0


def test_h22_a_button_that_stays_down_is_one_press(panel):
    panel.hold(OK, ticks=200)
    assert (panel.page, panel.menu.at) == (pages.QUESTION, 0)
    panel.hold(0)
    panel.hold(DOWN, ticks=200)
    assert panel.menu.at == 1


def test_h24_what_is_down_at_boot_is_no_press(tmp_path):
    chosen = Chosen(People(str(tmp_path)))
    chosen.rescreen(TODAY, MINUTES)
    chosen.push(to_wire(someone("Anna")))
    menu = Menu(chosen, 0)
    for now_ms in range(20, 400, 20):
        menu.step(now_ms, OK, True)
    assert menu.page == pages.CHOOSE


def test_each_warning_is_read_before_the_confirmation(tmp_path):
    panel = Panel(tmp_path, someone("Anna", born=1960))
    count = len(panel.chosen.screened.warnings)
    assert count
    panel.press(OK, *[DOWN] * QUESTIONS, OK)
    for at in range(count):
        assert (panel.page, panel.menu.at, panel.menu.part) == (pages.WARNING, at, 0)
        panel.read_on()
        assert (panel.page, panel.menu.at) == (pages.WARNING, at)
        panel.press(OK)
    assert panel.page == pages.ARMED


def test_a_warning_that_is_not_accepted_leads_back(tmp_path):
    panel = Panel(tmp_path, someone("Anna", born=1960))
    panel.press(OK, *[DOWN] * QUESTIONS, OK, UP)
    assert panel.page == pages.CHOOSE and panel.chosen.who == "anna"


@pytest.mark.parametrize(("idle_s", "page"), [(599, pages.ARMED), (601, pages.CHOOSE)])
def test_h24_a_confirmation_ends_after_ten_idle_minutes(panel, idle_s, page):
    panel.press(OK, *[DOWN] * QUESTIONS, OK)
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
    panel.press(OK, *[DOWN] * QUESTIONS, OK)
    panel.idle = False
    panel.hold(keys, ticks=quiet_s * 50, busy=busy)
    assert panel.chosen.limit_cdeg == limit_cdeg
    assert panel.chosen.record.open and panel.page == pages.SESSION


def test_h24_a_press_away_from_upright_begins_the_ten_minutes_anew(panel):
    panel.press(OK, *[DOWN] * QUESTIONS, OK)
    panel.idle = False
    for _ in range(3):
        panel.hold(0, ticks=590 * 50)
        panel.hold(UP)
    assert panel.chosen.limit_cdeg == 1500


def test_h24_a_confirmation_ends_with_the_session(panel):
    panel.press(OK, *[DOWN] * QUESTIONS, OK)
    panel.idle = False
    panel.hold(0)
    assert panel.page == pages.SESSION
    panel.chosen.end(True)
    panel.idle = True
    panel.hold(0)
    assert panel.page == pages.LOCKED
    assert [code for code, _ in panel.chosen.screened.reasons] == ["WAIT"]
    assert panel.chosen.limit_cdeg == 0
    panel.chosen.rescreen(TODAY, MINUTES + 31)
    panel.hold(0)
    assert panel.page == pages.CHOOSE


def test_h24_another_person_is_another_confirmation_and_other_answers(tmp_path):
    panel = Panel(tmp_path, someone("Anna", max_inversion_cdeg=1000), someone("Ben"))
    assert panel.shown == ["Ben", "15 deg, 60 s", "OK: that is me", "UP/DOWN: next person"]
    panel.press(OK, *[DOWN] * QUESTIONS)
    panel.press(DOWN)
    assert panel.shown[:2] == ["Anna", "10 deg, 60 s"]
    panel.press(OK)
    assert panel.page == pages.QUESTION
    panel.press(*[DOWN] * QUESTIONS, OK)
    assert panel.chosen.limit_cdeg == 1000
    panel.press(DOWN, UP)
    assert panel.chosen.who == "anna" and panel.chosen.confirmed
    panel.press(OK, UP)
    assert panel.chosen.who == "ben" and not panel.chosen.confirmed


def test_h37_a_push_takes_a_confirmation_and_half_given_answers_away(panel):
    panel.press(OK, *[DOWN] * QUESTIONS, OK)
    panel.chosen.push(to_wire(someone("Anna", max_inversion_cdeg=6000)))
    assert panel.chosen.limit_cdeg == 0
    panel.hold(0)
    assert panel.page == pages.CHOOSE
    panel.chosen.push(to_wire(someone("Ben")))
    panel.press(OK, UP)
    panel.chosen.push(to_wire(someone("Cleo")))
    panel.hold(0)
    assert panel.page == pages.CHOOSE
    panel.press(OK, *[DOWN] * QUESTIONS)
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
    panel.press(OK, *[DOWN] * QUESTIONS)
    monkeypatch.setattr(panel.chosen.people, "remember", lambda place, person: False)
    panel.press(OK)
    assert panel.page == pages.CHOOSE and panel.chosen.limit_cdeg == 0 and not panel.chosen.record.open


@pytest.mark.parametrize("key", [UP, DOWN, OK])
def test_what_is_pressed_while_a_fault_is_shown_answers_nothing_behind_it(panel, key):
    panel.press(OK)
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
    panel.press(OK, *[DOWN] * QUESTIONS, OK)
    panel.fault = True
    panel.press(OK)
    assert panel.page == pages.ARMED
    panel.fault = False
    panel.hold(0)
    panel.press(OK)
    assert panel.page == pages.CHOOSE
