"""Situations that play themselves: told from the fault over its detection and response to the end."""

import re

import pytest

pytestmark = pytest.mark.browser


def test_a_situation_is_told_as_fault_detection_response_and_end(page):
    one = page()
    one.click("Play: An ankle lock opens")
    one.tab.locator("#playing").get_by_text("Playing: An ankle lock opens").wait_for()
    one.shows_event("The left ankle lock is open")
    one.shows_event("RETURN: ")
    one.shows_event("s after the fault was noticed")
    one.shows_event("An ankle lock opens: the end.")
    told = one.events()
    assert any(re.match(r"ANKLE_OPEN, \d+ ms after 'The left ankle lock is open': ", text) for text in told), told
    assert one.tab.locator("#playing").is_hidden()


def test_a_hand_takes_over_and_what_was_held_is_let_go(page):
    one = page()
    one.click("Play: STOP on the way down")
    one.shows(state="Going head-down")
    one.click("Take over")
    one.shows(state="Holding here")
    assert one.angle() < 15.0
