"""The large number and the bar: as dots on the glass, while they change, and what that costs."""

import sys

import pytest

from firmware import states
from firmware.panel import font, large
from firmware.panel.pages import lines
from tests.panel.display.display_glass import TICK_MS, Panel
from tests.panel.menu.menu_panel import someone
from tests.support import glass


@pytest.fixture
def away(panel):
    """The table is away from upright, with 60 degrees allowed."""
    panel.idle = False
    panel.status.state, panel.status.limit_cdeg = states.INVERTING, 6000
    panel.run(3)
    return panel


def drawn(digit):
    """The dots of a large digit, page after page."""
    found = b""
    for page in range(6):
        dots = bytearray(24)
        large.draw(dots, chr(digit) * 4, page)
        found += bytes(dots)
    return found


DIGITS = {bytes(144): "", **{drawn(digit): str(digit) for digit in range(10)}}


def number(panel):
    """What is read of the large number; None where it is none. From the chip's memory, because that is quick."""
    memory = panel.chip.memory
    places = [b"".join(memory[at : at + 24] for at in range(left, 6 * 128, 128)) for left in (0, 24)]
    seen = "".join(DIGITS.get(place, "?") for place in places)
    return int(seen) if seen.isdigit() else None


def test_a_digit_is_its_sign_of_the_font_four_times_as_wide_and_six_times_as_high():
    for digit in range(10):
        dots = drawn(digit)
        sign = font.SIGNS[(16 + digit) * 5 : (17 + digit) * 5]
        for y in range(48):
            for x in range(24):
                inside = 3 <= y < 45 and x < 20
                assert dots[y // 8 * 24 + x] >> y % 8 & 1 == (inside and sign[x // 4] >> (y - 3) // 6 & 1)


@pytest.mark.parametrize("inv_cdeg", [-6980, -900, -60, 0, 449, 1500, 5980])
def test_number_words_and_bar_are_read_as_their_lines_say(away, inv_cdeg):
    away.status.inv_cdeg = inv_cdeg
    assert not away.reads()
    assert int(glass.read(away.chip)[1][:8]) == number(away) == abs((inv_cdeg + 50) // 100)


def test_the_pause_counts_down_on_the_glass(away):
    away.status.state, away.status.inv_cdeg, away.status.state_ms = states.LEVEL_PAUSE, 4, away.now_ms
    seen = []
    for _ in range(580):
        away.status.now_ms = away.now_ms
        away.run(0.1)
        seen.append(number(away))
    read = [one for one in seen if one is not None and 0 < one < 60]  # not the angle before it
    assert read == sorted(read, reverse=True) and set(read) == set(range(min(read), 60)) and min(read) <= 4


def test_after_the_page_nothing_of_it_is_left(away):
    away.idle = True
    away.run(0.1)
    assert not away.reads()


@pytest.mark.parametrize("step", [1, -1])
def test_no_number_is_shown_that_never_was_while_another_is_painted(tmp_path, step):
    """At each tick of a change from one degree to the next: the old one, the new one, or none that can be read."""
    panel = Panel(tmp_path, someone("Anna"))
    panel.idle = False
    panel.status.state, panel.status.limit_cdeg = states.INVERTING, 9000
    panel.run(3)
    for deg in range(1, 90)[::step]:
        panel.status.inv_cdeg = deg * 100
        panel.run(1.2)
        assert number(panel) == deg
        panel.status.inv_cdeg += step * 100
        for _ in range(60):
            panel.run(TICK_MS / 1000)
            assert number(panel) in (None, deg, deg + step)
        assert number(panel) == abs(deg + step)


def test_a_table_that_goes_at_its_quickest_is_followed(away):
    """Three degrees a second: what is read is at most three degrees behind, and is read half of the time."""
    away.status.inv_cdeg = 6000
    away.run(3)
    read = []
    for tick in range(1000):
        away.status.inv_cdeg = 6000 - 6 * tick
        away.run(TICK_MS / 1000)
        if number(away) is not None:
            read.append(number(away) - away.status.inv_cdeg / 100)
    assert len(read) > 400 and min(read) > -0.6 and max(read) < 3.1


def test_a_tick_draws_and_sends_one_piece_at_most(away, monkeypatch):
    ticks = []
    draw = large.draw
    monkeypatch.setattr(large, "draw", lambda *what: (ticks.append(len(away.transfers)), draw(*what)))
    away.transfers.clear()
    for tick in range(500):
        away.status.inv_cdeg = 12 * tick
        away.run(TICK_MS / 1000)
    assert max(away.transfers) == 1 and len(ticks) == len(set(ticks)) > 100


def test_no_step_on_the_way_runs_more_than_a_few_statements(away):
    """A tick of the chip has room for about 400. A call counts as two."""
    count, most = 0, 0

    def line(_frame, event, _arg):
        nonlocal count
        count += event == "line"
        return line

    def call(frame, _event, _arg):
        nonlocal count
        if "firmware" not in frame.f_code.co_filename:
            return None
        count += 2
        return line

    before = sys.gettrace()
    for tick in range(600):
        away.status.inv_cdeg = 12 * tick - 600
        away.now_ms += TICK_MS
        count = 0
        sys.settrace(call)
        away.display.step(away.now_ms)
        sys.settrace(before)
        most = max(most, count)
    assert 50 < most <= 160


def test_lines_for_the_laptop_are_those_on_the_glass_in_plain_signs(away):
    away.status.inv_cdeg = 1234
    assert all(" " <= sign <= "~" for line in lines(away.menu, away.chosen, away.status) for sign in line)
    assert not away.reads()
