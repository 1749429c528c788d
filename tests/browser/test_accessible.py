"""axe finds nothing to object to, and nothing is cut off: each main state, on a desk and a phone, light and dark."""

import pytest

from tests.browser.looking import ALL, look, looked_at
from tests.browser.test_faults import CASES, broken

pytestmark = pytest.mark.browser


def test_from_a_new_table_to_the_limit(page):
    one = page()
    one.shows(state="Locked: it does not go head-down")
    found = looked_at(one, "locked")
    one.click("Push Anna")
    one.shows(state="Waiting for somebody at the panel")
    one.tab.locator("#pushed").filter(has_text="up to 15 degrees").wait_for()
    found += looked_at(one, "choice")
    one.answers("ok")
    found += looked_at(one, "about")
    while "Today 1" not in one.says():
        one.answers("ok")
    found += looked_at(one, "question")
    one.click("Confirm for me")
    one.shows(state="Ready: hold DOWN to go head-down")
    found += looked_at(one, "ready")
    one.press("down")
    one.gets_above(-40)
    found += looked_at(one, "going down")
    one.let_go()
    one.press("down")
    one.shows(state="At the limit")
    found += looked_at(one, "limit", ALL)
    one.let_go()
    assert not found, found


def test_on_the_way_up_and_without_news(page, sim):
    one = page()
    one.ready()
    one.press("down")
    one.gets_above(5)
    one.let_go()
    one.shows(state="Holding here")
    one.plays(2)
    one.tap("up")
    one.shows(state="Coming up to level")
    found = looked_at(one, "returning")
    one.shows(state="Pausing at level")
    found += looked_at(one, "pause")
    one.tab.locator("#stop").click()
    one.shows(state="Stopped by STOP: UP brings it up")
    found += looked_at(one, "stop")
    assert sim.end() == (0, "")
    one.tab.locator("#stale").filter(has_text="No news").wait_for()
    found += look(one, "stale")
    one.tab.close()
    # The browser itself reports each try to find the program again.
    one.wrong.clear()
    assert not found, found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[-1])
def test_a_fault_of_each_response(page, case):
    one = page()
    broken(one, *case)
    found = looked_at(one, f"fault {case[-1]}")
    one.let_go()
    assert not found, found


def test_a_situation_that_plays(page):
    one = page()
    one.click("Play: The tilt sensor freezes")
    one.shows_event("IMU_FROZEN")
    one.tab.locator("#playing").get_by_text("Playing: The tilt sensor freezes").wait_for()
    found = looked_at(one, "situation", ALL)
    one.click("Take over")
    assert not found, found


def test_the_profile_editor(page):
    one = page()
    one.click("Open the questions")
    one.tab.locator("#editor-find").fill("hip")
    one.tab.locator("input[value=early_post_op_hip]").check()
    one.tab.locator("#verdict").get_by_text("Locked: ").wait_for()
    found = looked_at(one, "editor", ALL)
    assert not found, found
