"""Since when a page has stood on the display: the second, what starts it anew, and a display that is lost."""

import pytest

from firmware.panel.shown import STOOD_MS, Shown

WRAP = 1 << 30


class Chip:
    """Answers until it is unplugged."""

    there = True

    def light(self):
        if not self.there:
            raise OSError


@pytest.fixture
def shown():
    found = Shown()
    found.attach(Chip())
    found.look(7)
    return found


def stand(shown, now_ms=0, ms=STOOD_MS):
    for passed_ms in range(0, ms + 1, 20):
        shown.painted((now_ms + passed_ms) % WRAP)


@pytest.mark.parametrize(("ms", "agrees"), [(0, False), (STOOD_MS - 20, False), (STOOD_MS, True), (5 * STOOD_MS, True)])
def test_it_is_agreed_to_after_a_second(shown, ms, agrees):
    stand(shown, ms=ms)
    assert shown.stands(7) is shown.agrees(7) is agrees


def test_the_second_may_pass_where_the_clock_wraps(shown):
    stand(shown, now_ms=WRAP - 500)
    assert shown.agrees(7)


def test_whatever_changes_starts_the_second_anew_when_it_is_painted(shown):
    stand(shown)
    shown.restart()
    assert not shown.agrees(7)
    stand(shown, now_ms=3000, ms=STOOD_MS - 20)
    assert not shown.agrees(7)
    shown.painted(4000)
    assert shown.agrees(7)


def test_a_result_that_nobody_has_looked_at_is_not_agreed_to(shown):
    stand(shown)
    assert not shown.stands(8) and not shown.agrees(8)
    shown.look(8)
    assert shown.agrees(8)


@pytest.mark.parametrize("leap_ms", [-3_600_000, -40])
def test_a_clock_that_leaps_back_starts_the_second_anew(shown, leap_ms):
    stand(shown, now_ms=10_000_000, ms=500)
    stand(shown, now_ms=10_000_000 + leap_ms, ms=STOOD_MS - 20)
    assert not shown.agrees(7)
    stand(shown, now_ms=10_001_000 + leap_ms, ms=40)
    assert shown.agrees(7)


def test_a_page_that_has_stood_for_months_still_stands(shown):
    stand(shown)
    for now_ms in range(0, 3 * WRAP, WRAP // 7):
        shown.painted(now_ms % WRAP)
        assert shown.agrees(7)


def test_without_a_display_nothing_is_agreed_to():
    shown = Shown()
    shown.look(7)
    stand(shown)
    assert not shown.agrees(7)


def test_a_display_that_does_not_answer_in_the_tick_of_the_press_has_shown_nothing(shown):
    stand(shown)
    shown._chip.there = False
    assert not shown.agrees(7)
    shown._chip.there = True
    assert not shown.agrees(7), "back again, it has to stand again"
    stand(shown, now_ms=2000)
    assert shown.agrees(7)
