"""The panel's display: what is painted, and what a tick of it costs."""

import subprocess
from pathlib import Path

import pytest

from firmware import states
from firmware.panel import font
from firmware.panel import menu as pages
from firmware.panel.pages import lines
from firmware.safety import faults
from firmware.screening import questions
from hal import contract
from hal.world.chips import ssd1306 as chip
from tests.panel.display.display_glass import TICK_MS, Panel
from tests.panel.menu.menu_panel import DOWN, OK, UP, someone
from tests.support import glass


def test_every_page_is_read_as_its_lines_say(tmp_path):
    panel = Panel(
        tmp_path, someone("Anna", born=1960, name="Zoë 我 ~^`"), someone("Ben", "glaucoma", "pregnancy"), answered=0
    )
    seen = {panel.menu.page}
    for key in [0, *[OK] * 6, UP, OK]:
        panel.press(*([key] if key else []))
        seen.add(panel.menu.page)
        assert not panel.reads(), panel.menu.page
    panel.chosen._profile["ask_pain"] = True
    for _ in range(40):
        page = panel.menu.page
        if page == pages.ARMED:
            break
        key = DOWN if page in (pages.QUESTION, pages.DIZZY) or (page == pages.PAIN and not panel.menu.at) else OK
        panel.press(*([key] if key else []))
        seen.add(panel.menu.page)
        assert not panel.reads(), panel.menu.page
    panel.idle = False
    panel.run(0.1)
    panel.chosen.end(True)
    panel.idle = True
    panel.run(0.1)
    for key in (0, OK, UP, UP):
        panel.press(*([key] if key else []))
        seen.add(panel.menu.page)
        assert not panel.reads(), panel.menu.page
    panel.idle = False
    for panel.status.inv_cdeg in (-6998, -5, 0, 1234, 9000):
        assert not panel.reads()
    assert glass.read(panel.chip)[:3] == ["        Press UP", "   90   deg below", "        level"]
    assert seen | {panel.menu.page, pages.NONE, pages.TIME, pages.FORGET} == set(pages.PAGES), seen


def test_the_question_whether_to_forget_the_time_is_read(panel):
    panel.menu._forget = panel.chosen.take_back
    panel.run(1.5, OK)
    assert panel.menu.page == pages.FORGET
    assert glass.read(panel.chip) == ["Forget the time?", "Keep holding OK: yes", "Let go: no", ""]


@pytest.mark.long
def test_an_empty_table_and_every_fault_are_read(tmp_path):
    panel = Panel(tmp_path)
    assert not panel.reads() and glass.read(panel.chip)[0].startswith("Nobody")
    for panel.status.fault in range(1, faults.COUNT):
        assert not panel.reads()
        assert glass.read(panel.chip)[0].split()[:2] == ["!", faults.FAULTS[panel.status.fault][faults.NAME]]


def test_every_sign_of_the_font_differs_from_every_other():
    signs = {bytes(font.SIGNS[at : at + 5]) for at in range(0, len(font.SIGNS), 5)}
    assert len(font.SIGNS) == 103 * 5 and len(signs) == 103
    assert all(column < 128 for column in font.SIGNS)


def test_it_stays_dark_until_all_of_it_is_painted(panel):
    panel.run(0.5)
    assert not any(map(any, panel.chip.rows())) and not panel.status.display
    panel.run(1.0)
    assert any(map(any, panel.chip.rows())) and panel.status.display


def test_a_tick_makes_at_most_one_transfer_and_it_takes_less_than_a_millisecond(panel):
    took_us = []
    write = panel.bus.write

    def timed(addr, reg, data):
        took_us.append(contract.COST_I2C_US + contract.COST_I2C_BYTE_US * (len(data) + 2))
        return write(addr, reg, data)

    panel.bus.write = timed
    panel.press(OK, *[DOWN] * len(questions.EACH_SESSION), OK)
    assert panel.menu.page == pages.ARMED
    panel.run(60)
    assert max(panel.transfers) == 1 and max(took_us) < 1000


def test_on_the_way_only_what_changed_is_painted_and_at_most_twice_a_second(panel):
    panel.idle = False
    panel.run(3)
    panel.transfers.clear()
    panel.run(20)
    assert sum(panel.transfers) == 0
    for step in range(100):
        panel.status.inv_cdeg = 1000 + step * 10
        panel.run(0.1)
    # Ten new digits of three pieces, and twenty looks at the bar with one; each piece has two halves.
    assert 60 <= sum(panel.transfers) <= 104
    assert not panel.reads()


def test_nothing_is_allocated_while_nothing_changes(micropython):
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [micropython, "-m", "tests.support.quiet"], cwd=root, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("50 0 True\n", "")


@pytest.mark.parametrize(("idle", "seconds"), [(True, 0.4), (False, 0.7)])
def test_the_head_of_a_new_page_comes_first(panel, idle, seconds):
    panel.run(3)
    panel.idle = idle
    panel.run(2.5)
    panel.status.fault = faults.IMU_STALE
    panel.run(seconds)
    assert glass.read(panel.chip)[0].split() == ["!", "IMU_STALE", "1/2"]


def test_without_a_display_it_is_tried_every_three_seconds_and_found_when_it_comes(panel):
    chips = dict(panel.bus.chips)
    panel.bus.chips.clear()
    panel.run(30.0)
    assert sum(panel.transfers) in (10, 11) and not panel.status.display
    panel.bus.chips.update(chips)
    panel.run(4.5)
    assert panel.status.display and not panel.reads()


def test_one_that_was_unplugged_is_set_up_again(panel):
    panel.run(3)
    panel.bus.chips.clear()
    panel.status.fault = faults.STALL
    panel.run(1)
    assert not panel.status.display
    panel.chip.reset()
    panel.bus.chips[chip.ADDRESS] = panel.chip
    panel.run(4.5)
    assert panel.status.display and not panel.reads()


@pytest.mark.long
def test_a_line_that_changes_at_any_moment_of_the_painting_is_read_whole_in_the_end(tmp_path):
    """Half of a sign may be painted then, and the dots of one may be ready to be sent."""
    panel = Panel(tmp_path, someone("Anna"), someone("Ben"))
    for ticks in range(1, 60):
        panel.chosen.choose(1)
        panel.run(ticks * TICK_MS / 1000)
        panel.chosen.choose(1)
        assert not panel.reads()


def test_on_the_way_a_state_that_changes_at_any_moment_of_the_painting_is_read_whole_in_the_end(panel):
    panel.idle = False
    for ticks in range(1, 30):
        panel.status.state = states.RETURNING
        panel.run(ticks * TICK_MS / 1000)
        panel.status.state = states.INVERTING
        assert not panel.reads()


def test_one_that_is_lost_between_two_halves_of_a_piece_is_painted_whole(panel):
    panel.run(3)
    for ticks in range(50):
        panel.run(0.98 + ticks * TICK_MS / 1000)
        panel.bus.chips.clear()
        panel.run(0.04)
        panel.chip.reset()
        panel.bus.chips[chip.ADDRESS] = panel.chip
        panel.run(0.1)
        assert not panel.status.display
        while not panel.status.display:
            panel.run(TICK_MS / 1000)
        assert glass.read(panel.chip) == glass.shown(lines(panel.menu, panel.chosen, panel.status))
