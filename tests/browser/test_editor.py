"""The profile editor: from the first answer to the table's verdict."""

import datetime

import pytest

pytestmark = pytest.mark.browser

ABOUT = {
    "name": "Cara",
    "born": "1986",
    "height_cm": "172",
    "weight_kg": "68",
    "max_inversion_deg": "40",
    "session_s": "120",
}


def opened(page, **options):
    one = page(**options)
    one.click("Open the questions")
    one.tab.locator("#answers input[name=name]").wait_for()
    return one


def fill(one, **fields):
    for name, value in fields.items():
        one.tab.locator(f"#editor-about input[name={name}]").fill(value)


def declare(one, words, name):
    one.tab.locator("#editor-find").fill(words)
    one.tab.get_by_role("checkbox", name=name).first.check()


def verdict(one, text):
    one.tab.locator("#verdict").get_by_text(text).first.wait_for()


def test_from_the_questions_to_a_push_with_both_verdicts(page):
    one = opened(page)
    fill(one, **ABOUT)
    verdict(one, "Up to 40°, set by the profile")
    push = one.tab.get_by_role("button", name="Push it to the table")
    assert push.is_disabled()
    verdict(one, "Still open: the conditions")
    one.tab.get_by_label("Nothing to declare").check()
    verdict(one, "Up to 40°")
    push.click()
    verdict(one, "What the table says")
    verdict(one, "The table says: up to 15 degrees.")
    one.shows(state="Waiting for somebody at the panel")
    one.shows_event("The laptop pushed Cara's profile")


def test_the_questions_are_in_view_once_they_are_open(page):
    one = opened(page)
    field = one.tab.locator("#answers input[name=session_s]")
    assert field.evaluate("one => one.getBoundingClientRect().bottom < innerHeight")


def test_each_answer_changes_the_limit_and_the_reasons(page):
    one = opened(page)
    verdict(one, "Up to 60°")
    fill(one, max_inversion_deg="30")
    verdict(one, "Up to 30°, set by the profile")
    declare(one, "total hip", "Total hip replacement")
    verdict(one, "Locked: the table does not go head-down")
    verdict(one, "Why it is locked")
    one.tab.get_by_role("checkbox", name="Total hip replacement").first.uncheck()
    verdict(one, "Up to 30°")
    fill(one, born="19a0")
    verdict(one, "born must be a whole number")


def test_what_a_therapist_asked_for_is_in_the_file(page):
    one = opened(page)
    fill(one, **ABOUT)
    one.tab.get_by_label("Nothing to declare").check()
    verdict(one, "Up to 40°, set by the profile")
    one.tab.locator("#editor-slower input[name=hold_deg]").fill("20")
    verdict(one, "Up to 20°, set by the hold in the profile")
    one.tab.locator("#editor-slower input[name=days_per_step]").fill("14")
    one.tab.get_by_label("The table asks for pain").check()
    one.tab.wait_for_function("() => document.querySelector('#verdict a').href.includes('ask_pain')")
    file = one.tab.locator("#verdict a").get_attribute("href")
    assert "hold_deg" in file and "days_per_step" in file


def test_a_clearance_can_be_filled_in_and_frees_what_it_is_for(page):
    from bascule.conditions import catalogue

    today = datetime.date.today()
    cleared = next(one for one in catalogue.known() if one.clearable and not one.wait_days)
    one = opened(page)
    one.tab.locator("#editor-find").fill(cleared.name)
    one.tab.locator(f"input[value={cleared.key}]").check()
    verdict(one, "Locked: the table does not go head-down")
    group = one.tab.locator(f"fieldset[data-condition={cleared.key}]")
    group.locator("[name=clinician]").fill("Dr. A. Example")
    group.locator("[name=role]").select_option("orthopaedic_surgeon")
    group.locator("[name=issued]").fill(str(today))
    group.locator("[name=expires]").fill(str(today + datetime.timedelta(days=90)))
    group.locator("[name=max_inversion_deg]").fill("12")
    verdict(one, "Up to 12°")
    one.tab.locator(f"input[value={cleared.key}]").uncheck()
    assert group.count() == 0


def test_every_condition_that_the_table_knows_is_asked(page):
    from bascule.conditions import catalogue

    one = opened(page)
    keys = one.tab.locator("input[name=condition]").evaluate_all("all => all.map(one => one.value)")
    assert sorted(keys) == sorted(known.key for known in catalogue.known() if not known.asked_each_day)
    daily = one.tab.locator("#editor-daily").inner_text()
    assert all(known.name in daily for known in catalogue.known() if known.asked_each_day)
