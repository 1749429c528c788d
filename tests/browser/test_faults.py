"""The fault desk: one fault of each response, told as fault, detection, response and end."""

import re

import pytest

pytestmark = pytest.mark.browser

# what is broken, when, the code, the response
CASES = [
    ("floor offset", "upright", "TIPPED", "REFUSE"),
    ("lock left switch open", "down", "ANKLE_OPEN", "RETURN"),
    ("actuator backdrive", "held", "SLIPPING", "HALT"),
    ("imu stuck", "down", "IMU_FROZEN", "CREEP_UP"),
    ("driver stuck", "held", "UNCOMMANDED", "CUT"),
]


def break_(one, words):
    one.tab.locator("#find").fill(words)
    one.tab.get_by_role("button", name=f"Break: {words}", exact=True).evaluate("it => it.click()")
    one.shows_event(f"Broken: {words}")


def broken(one, words, when, code, response):
    """Until the table is there, break it, and wait until the page tells the response."""
    one.ready()
    if when != "upright":
        one.press("down")
        one.gets_above(-50)
        if when == "held":
            one.shows(state="At the limit")
            one.let_go()
            one.shows(state="Holding here")
    break_(one, words)
    one.shows_event(f" {response}: ")
    told = one.events()
    assert any(text.startswith(code) and f" {response}: " in text for text in told), told


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[-1])
def test_a_fault_of_each_response(page, case):
    one, words = page(), case[0]
    broken(one, *case)
    told = one.events()
    assert any(re.match(rf"[A-Z_]+, \d+ ms after '{words}[^']*': ", text) for text in told), told
    one.let_go()
    one.tab.get_by_role("button", name=re.compile("^Mend: ")).click()
    one.shows_event(f"Mended: {words}")


def test_a_return_is_told_to_its_end(page):
    one = page()
    one.ready()
    one.press("down")
    one.gets_above(-40)
    one.tab.get_by_role("button", name="Left ankle lock").evaluate("it => it.click()")
    one.shows_event("The left ankle lock is open")
    one.shows_event("ANKLE_OPEN")
    one.let_go()
    one.shows_event("s after the fault was noticed")


def test_every_fault_of_the_vocabulary_is_on_the_desk(page):
    from hal.world.faults.vocabulary import VOCABULARY

    one = page()
    one.tab.locator("#find").fill(" ")
    assert one.tab.locator("#faults .one").count() == len(VOCABULARY)
    one.tab.locator("#find").fill("no such thing")
    assert one.tab.locator("#faults").inner_text() == "No fault has these words."


def test_what_the_desk_offers_as_examples_is_found(page):
    one = page()
    field = one.tab.locator("#find")
    one.tab.locator("#faults summary").first.wait_for()
    for words in (field.get_attribute("placeholder") or "").removesuffix(" ...").split(", "):
        field.fill(words)
        assert one.tab.locator("#faults .one").count() > 0, words
