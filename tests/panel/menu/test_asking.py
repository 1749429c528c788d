"""What is asked before a session and after it, page by page, and what each answer does."""

import pytest

from firmware.panel import menu as pages
from firmware.profile.form import to_wire
from firmware.screening import dose, questions
from firmware.texts import english
from tests.panel.menu.menu_panel import DOWN, MINUTES, OK, QUESTIONS, UP, Panel, someone
from tests.support.profiles import TODAY


def codes(panel):
    return [code for code, *_ in panel.chosen.screened.reasons]


def away(panel, tolerated=True):
    """A session from the confirmation to upright again."""
    assert panel.page == pages.ARMED
    panel.chosen.begin()
    panel.idle = False
    panel.hold(0)
    panel.chosen.end(tolerated)
    panel.idle = True
    panel.hold(0)


def an_hour_later(panel, hours=1):
    panel.chosen.rescreen(TODAY, MINUTES + 60 * hours)
    panel.hold(0)


@pytest.fixture
def after(panel):
    """Anna has just come up from a session that was tolerated."""
    panel.answer()
    panel.press(OK)
    away(panel)
    return panel


# Before


def test_h28_before_the_second_session_of_a_day_only_what_changes_in_hours_is_asked(after):
    after.press(OK, DOWN)
    an_hour_later(after)
    asked = []
    after.press(OK)
    while after.page == pages.QUESTION:
        asked.append(after.menu.asking.numbers[after.menu.at])
        after.press(DOWN)
    assert asked == [questions.NEWS, questions.ALCOHOL, questions.MEAL]
    after.press(OK)
    assert after.page == pages.ARMED


@pytest.mark.parametrize(("minutes", "asked"), [(30, False), (31, True)])
def test_h28_answers_of_half_an_hour_ago_are_asked_anew(panel, minutes, asked):
    panel.answer()
    panel.chosen.rescreen(TODAY, MINUTES + minutes)
    panel.press(OK)
    assert panel.page == (pages.QUESTION if asked else pages.ARMED)


def test_h28_whoever_has_eaten_waits_for_two_hours_and_is_asked_again(panel):
    panel.answer(questions.MEAL)
    assert (panel.page, codes(panel)) == (pages.LOCKED, ["MEAL"])
    an_hour_later(panel)
    assert panel.page == pages.LOCKED and "60 minutes" in panel.chosen.screened.reasons[0][1]
    an_hour_later(panel, 2)
    assert panel.page == pages.CHOOSE
    panel.press(OK)
    assert panel.page == pages.QUESTION


@pytest.mark.parametrize("number", questions.BEHIND_NEWS)
def test_h28_what_is_new_locks_over_days_and_power_until_it_is_renewed_and_confirmed(tmp_path, number):
    panel = Panel(tmp_path, someone("Anna"))
    panel.answer(questions.NEWS, number)
    assert (panel.page, codes(panel)) == (pages.LOCKED, ["NEWS"])
    panel = Panel(tmp_path)
    panel.chosen.rescreen(TODAY + 3, MINUTES + 3 * 1440)
    panel.hold(0)
    assert codes(panel) == ["NEWS"]
    assert panel.chosen.push(to_wire(someone("Anna", "sciatica"))) == ""
    panel.hold(0)
    assert panel.page == pages.CHOOSE
    panel.to_questions()
    assert questions.text(panel.menu.asking.numbers[0]).startswith("Seen by a physician")
    panel.press(UP, *[DOWN] * QUESTIONS, OK)
    assert panel.page == pages.ARMED and not panel.chosen.record.news


def test_h28_a_push_that_nobody_at_the_table_confirms_leaves_it_locked(panel):
    panel.answer(questions.NEWS)
    panel.press(*[OK] * 9)
    assert panel.chosen.push(to_wire(someone("Anna"))) == ""
    panel.hold(0)
    assert not panel.chosen.confirm()
    panel.press(OK)
    assert panel.page == pages.QUESTION
    panel.press(*[DOWN] * (1 + len(questions.EACH_SESSION)))
    assert (panel.page, codes(panel)) == (pages.LOCKED, ["NEWS"])


def test_a_yes_that_is_left_for_later_is_none(panel):
    panel.to_questions()
    panel.press(UP, UP, UP, OK)
    assert (panel.page, panel.chosen.record.news) == (pages.CHOOSE, 0)


def test_the_first_page_of_the_day_says_what_happens_why_and_what_comes(panel):
    panel.press(OK)
    assert panel.page == pages.ABOUT and panel.shown[0].startswith("Anna ")
    said = " ".join(panel.read_on())
    assert said.startswith(
        "Now 15 degrees for 60 s: your sessions so far allow no more. "
        "Next: 20 degrees, after 3 more good sessions and 7 days. 15 to 30 degrees is the useful band"
    )
    assert "friction may hold all of the pull" in said and said.endswith("above all if the hip itself hurts.")
    panel.press(UP)
    assert panel.page == pages.CHOOSE and not panel.chosen.confirmed


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        (
            {"max_inversion_cdeg": 1000},
            "10 degrees for 60 s: the profile asks for no more. The angle grows no further.",
        ),
        ({"hold_cdeg": 1250}, "12.5 degrees for 60 s: the profile holds it there for now. The angle grows no further."),
    ],
)
def test_why_the_limit_is_what_it_is(tmp_path, changes, why):
    panel = Panel(tmp_path, someone("Anna", **changes))
    assert english(panel.chosen.outlook).startswith("Now " + why)


@pytest.mark.parametrize(("days", "next_step"), [(13, "35 degrees"), (14, "30 degrees"), (42, "20 degrees")])
def test_after_a_break_nobody_is_promised_the_angle_of_before_it(panel, days, next_step):
    record = panel.chosen.record
    record.step = 3
    record.last_day, record.own_ended_min = MINUTES // 1440 - days, MINUTES - 1440 * days
    panel.chosen.rescreen(TODAY, MINUTES + 1)
    said = english(panel.chosen.outlook)
    assert f"Next: {next_step}, after" in said


@pytest.mark.parametrize(("days", "words"), [(158, ""), (159, "within 21 days"), (180, "within 0 days")])
def test_a_profile_that_is_to_be_renewed_is_told_ahead_of_time(panel, days, words):
    panel.chosen.record.told_day -= days
    assert ("Renew the profile" in english(panel.chosen.outlook)) is bool(words) and words in english(
        panel.chosen.outlook
    )


# After


def test_two_presses_say_how_it_was(after):
    assert after.page == pages.FELT
    assert after.shown == ["After the session:", "UP: better", "OK: the same", "DOWN: worse"]
    after.press(UP)
    assert after.page == pages.DIZZY and after.shown[1] == "Dizzy or unwell?"
    after.press(DOWN)
    assert (after.page, codes(after)) == (pages.LOCKED, ["WAIT"])
    assert (after.chosen.record.done, after.chosen.record.after) == (1, 0)


@pytest.mark.parametrize(("felt", "dizzy", "worse"), [(DOWN, DOWN, 1), (UP, UP, 0), (OK, UP, 0), (DOWN, UP, 1)])
def test_worse_or_dizzy_does_not_count(after, felt, dizzy, worse):
    after.press(felt, dizzy)
    assert (after.chosen.record.done, after.chosen.record.worse) == (0, worse)


def test_no_session_begins_before_somebody_says_how_the_last_one_was(after):
    after.hold(0, ticks=601 * 50)
    assert after.page == pages.LOCKED, "nobody was there"
    an_hour_later(after)
    assert after.page == pages.CHOOSE
    after.chosen.answer(0)
    assert not after.chosen.confirm()
    after.press(OK)
    assert after.page == pages.FELT
    after.press(OK, OK)
    assert after.page == pages.CHOOSE and after.chosen.record.after, "left for later"
    after.press(OK, OK, DOWN)
    assert after.page == pages.CHOOSE and not after.chosen.record.after
    after.press(OK)
    assert after.page == pages.ARMED


def test_the_question_outlives_the_power(tmp_path, after):
    again = Panel(tmp_path)
    an_hour_later(again)
    assert again.page == pages.CHOOSE, "whoever switches it on may be somebody else"
    again.press(OK)
    assert again.page == pages.FELT
    again.press(DOWN, DOWN)
    assert Panel(tmp_path).chosen.record.worse == 1


def test_a_press_that_comes_too_soon_says_nothing(after):
    for key in (UP, OK, DOWN):
        after.menu.shown.restart()
        after.tap(key)
        assert after.page == pages.FELT


def test_a_session_of_another_is_not_asked_of_whoever_is_chosen_now(tmp_path):
    panel = Panel(tmp_path, someone("Ben"), someone("Anna"))
    panel.answer()
    panel.press(OK)
    away(panel)
    panel.chosen.choose(1)
    panel.hold(0)
    assert (panel.chosen.who, panel.page) == ("ben", pages.CHOOSE)


# Pain


def pain(panel):
    return panel.chosen.record.pain_before, panel.chosen.record.pain_after


def test_pain_is_asked_before_and_after_where_the_profile_has_it(tmp_path):
    panel = Panel(tmp_path, someone("Anna", ask_pain=True))
    panel.to_questions()
    panel.press(*[DOWN] * QUESTIONS)
    assert panel.page == pages.PAIN and panel.shown[2].strip() == "-"
    for key, shown in (
        (UP, "0"),
        (UP, "1"),
        (DOWN, "0"),
        (DOWN, "0"),
        *[(UP, str(at)) for at in range(1, 11)],
        (UP, "10"),
    ):
        panel.tap(key)
        assert panel.shown[2].strip() == shown
    panel.tap(OK)
    assert panel.page == pages.PAIN, "what has just changed is not agreed to"
    panel.press(OK)
    assert (panel.page, pain(panel)) == (pages.CHOOSE, (11, 0))
    panel.press(OK)
    away(panel)
    panel.press(OK, DOWN)
    assert panel.page == pages.PAIN
    panel.tap(DOWN)
    assert panel.shown[2].strip() == "10"
    panel.press(OK)
    assert (panel.page, pain(panel), panel.chosen.record.done) == (pages.LOCKED, (11, 11), 1)


def test_much_more_pain_is_worse_whatever_else_is_said(tmp_path):
    panel = Panel(tmp_path, someone("Anna", ask_pain=True))
    panel.to_questions()
    panel.press(*[DOWN] * QUESTIONS, UP, OK, OK)
    away(panel)
    panel.press(UP, DOWN, UP, UP, UP, OK)
    assert pain(panel) == (1, 3)
    assert (panel.chosen.record.worse, panel.chosen.record.done) == (1, 0)


def test_pain_without_a_number_is_left_for_later(tmp_path):
    panel = Panel(tmp_path, someone("Anna", ask_pain=True))
    panel.to_questions()
    panel.press(*[DOWN] * QUESTIONS, OK)
    assert panel.page == pages.CHOOSE and not panel.chosen.answered
    panel.chosen.record.after = dose.TOLERATED
    panel.press(OK, UP, DOWN, OK)
    assert panel.page == pages.CHOOSE and panel.chosen.record.after
