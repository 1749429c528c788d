"""A first session in the browser, as a person has it who reads nothing: clicks, one held button, and the keyboard."""

import re

import pytest

pytestmark = pytest.mark.browser

AT_LIMIT = "At the limit"


def test_three_clicks_and_one_held_button_lead_to_the_limit(page):
    anna = page()
    anna.ready()
    anna.click("Close this guide")
    anna.press("down")
    anna.shows(state=AT_LIMIT)
    assert 14.5 <= anna.angle() <= 15.0
    anna.let_go()
    anna.shows(state="Holding here")
    anna.tap("up")
    anna.shows(state="Pausing at level")
    anna.shows(state="Locked: it does not go head-down", why="minutes")


def test_the_panel_can_be_answered_by_hand_once_the_bar_is_there(page):
    anna = page()
    anna.click("Push Anna")
    asked = 0
    while "Hold DOWN to begin" not in anna.says():
        is_question = "UP: yes" in anna.says()
        asked += is_question
        anna.answers("down" if is_question else "ok")
    assert asked == 6
    anna.shows(state="Ready: hold DOWN to go head-down")


def test_the_keyboard_alone_will_do(page):
    anna = page()
    for name in ("Push Anna", "Confirm for me"):
        anna.tab.get_by_role("button", name=name).focus()
        anna.tab.keyboard.press("Enter")
    anna.shows(state="Ready: hold DOWN to go head-down")
    anna.plays(5)
    anna.tab.locator("#speed").evaluate("one => one.blur()")
    anna.tab.keyboard.down("d")
    anna.gets_above(-68)
    anna.tab.keyboard.up("d")
    anna.shows(state="Holding here")
    anna.tab.locator("[data-button=down]").focus()
    before = anna.angle()
    anna.tab.keyboard.down(" ")
    anna.gets_above(before + 1)
    anna.tab.keyboard.up(" ")
    anna.shows(state="Holding here")


def test_letters_that_are_typed_into_a_field_press_nothing(page):
    anna = page()
    anna.ready()
    anna.tab.locator("#find").press_sequentially("stuck down")
    anna.tab.locator("#letters").uncheck()
    anna.tab.keyboard.press("u")
    anna.click("Pause")
    anna.tab.get_by_role("button", name="Go on").wait_for()
    assert not [
        text for text in anna.events() if re.match(r"(DOWN|UP|OK|STOP) is", text) and "OK is pressed" not in text
    ]


def test_stop_latches_and_up_comes_up_all_the_same(page):
    anna = page()
    anna.ready()
    anna.press("down")
    anna.gets_above(-40)
    anna.tab.keyboard.press("s")
    anna.shows(state="Stopped by STOP: UP brings it up")
    anna.let_go()
    stop = anna.tab.locator("#stop")
    assert stop.get_attribute("aria-pressed") == "true"
    anna.tap("up")
    anna.shows_event("Coming up to upright")
    stop.click()
    anna.shows_event("STOP is turned free")


def test_a_hip_replacement_locks_and_the_reason_can_be_read(page):
    ben = page()
    ben.click("Ben, hip replacement")
    ben.shows(state="Locked: it does not go head-down", why="hip")
    reasons = ben.tab.locator("#reasons")
    reasons.get_by_text("Locked: the table does not go head-down").wait_for()
    assert "hip" in reasons.inner_text().lower()
    ben.press("down")
    ben.shows_event("DOWN is pressed")
    ben.let_go()
    ben.shows_event("DOWN is let go")
    assert ben.angle() == pytest.approx(-70.0, abs=0.1)


def test_a_file_of_ones_own_is_pushed_or_refused_with_its_reasons(page, tmp_path):
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    bad.write_text("schema = 1\n", "utf-8")
    from bascule.commands.page_push import _EXAMPLES

    good.write_bytes((_EXAMPLES / "anna.toml").read_bytes())
    own = page()
    told = own.tab.locator("#pushed")
    own.tab.locator("#file").set_input_files(str(bad))
    told.filter(has_text="refused: this profile is malformed").wait_for()
    own.tab.locator("#file").set_input_files(str(good))
    told.filter(has_text="The table says: up to 15 degrees.").wait_for()


def test_a_new_table_knows_nobody_and_begins_upright(page):
    anna = page()
    anna.ready()
    anna.press("down")
    anna.shows(state="Going head-down")
    anna.let_go()
    anna.click("New table")
    anna.shows(state="Locked: it does not go head-down", why="Push a profile")
    assert anna.angle() == pytest.approx(-70.0, abs=0.1)
    anna.ready()


def test_paused_time_stands_still_and_goes_on(page):
    anna = page()
    anna.ready()
    anna.press("down")
    anna.shows(state="Going head-down")
    anna.tab.get_by_role("button", name="Pause").evaluate("one => one.click()")
    anna.tab.get_by_role("button", name="Go on").wait_for()
    before = anna.angle()
    anna.tab.wait_for_timeout(700)
    assert anna.angle() == before
    anna.tab.get_by_role("button", name="Go on").evaluate("one => one.click()")
    anna.shows(state=AT_LIMIT)
    anna.let_go()


def test_a_button_that_is_held_stays_where_it_is(page):
    anna = page()
    anna.ready()
    anna.tab.locator("#glass-hint").filter(has_text="a press counts now").wait_for()
    down = anna.tab.locator("[data-button=down]")
    before = down.evaluate("one => one.offsetTop")
    anna.press("down")
    anna.shows(state="Going head-down")
    anna.tab.locator("#glass-hint").filter(has_not_text="a press counts now").wait_for()
    assert down.evaluate("one => one.offsetTop") == before
    anna.let_go()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_guide_says_what_comes_after_its_last_step(page, width):
    anna = page(viewport={"width": width, "height": 844})
    anna.ready()
    anna.press("down")
    anna.shows(state=AT_LIMIT)
    anna.let_go()
    anna.tap("up")
    anna.shows(state="Locked: it does not go head-down")
    anna.tab.locator("#steps").get_by_text("That was a first session.").wait_for()


def test_what_was_said_of_a_push_is_gone_with_its_table(page):
    anna = page()
    anna.ready()
    told = anna.tab.locator("#pushed")
    told.filter(has_text="Anna: stored as revision 1.").wait_for()
    anna.click("New table")
    anna.shows(state="Locked: it does not go head-down", why="Push a profile")
    told.filter(has_not_text="Anna").wait_for(state="attached")


def test_a_speed_that_is_chosen_while_time_stands_still_begins_with_go_on(page):
    one = page()
    one.shows(state="Locked: it does not go head-down")
    one.click("Pause")
    link = one.tab.locator("#link")
    link.filter(has_text="paused").wait_for()
    one.plays(5)
    one.tab.wait_for_timeout(700)
    assert link.inner_text() == "paused"
    one.click("Go on")
    link.filter(has_text="live").wait_for()
    assert one.tab.locator("#speed").input_value() == "5"
