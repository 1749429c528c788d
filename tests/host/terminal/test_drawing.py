"""What is drawn of a table and of its panel, sign by sign."""

import dataclasses
import time

import pytest

from bascule.table.panel import Page
from bascule.table.telemetry import Telemetry
from bascule.terminal import drawing, glass, view
from bascule.terminal.following import Limit, Seen
from bascule.terminal.screen import cut
from hal.world.chips.ssd1306 import HEIGHT, WIDTH

NOW = Telemetry(12.0, "INVERTING", 5.0, 15.0, 40.0, None)
PAGE = Page("SESSION", ("Anna", "going down", "5 of 15 deg", ""), "new")


def seen(**facts):
    return dataclasses.replace(Seen("/dev/t", NOW, time.monotonic(), page=PAGE), **facts)


@pytest.mark.parametrize("columns", [1, 2, 5, 10, 25, 40, 80, 200])
@pytest.mark.parametrize("deg", [-180.0, -70.0, 0.0, 14.9, 90.0, 180.0])
def test_no_angle_and_no_window_breaks_the_bar(columns, deg):
    drawn, labels = drawing.bar(columns, deg, 15.0, fine=True)
    assert drawn.count("|") == 1
    assert len(labels) <= max(columns, 3)
    assert len(drawn) == max(columns, 3)


def test_the_bar_passes_the_limit_only_beyond_it():
    short, _ = drawing.bar(80, 10.0, 15.0, fine=False)
    over, _ = drawing.bar(80, 25.0, 15.0, fine=False)
    assert short.index("|") > short.rindex("#")
    assert over.index("|") < over.rindex("#")


def test_the_bar_says_where_limit_and_level_are():
    drawn, labels = drawing.bar(80, 0.0, 60.0, fine=False)
    assert abs(labels.index("limit") + 2 - drawn.index("|")) <= 1
    assert abs(labels.index("level") + 2 - drawn.rindex("#")) <= 1
    assert "limit" not in drawing.bar(80, 0.0, None, fine=False)[1]


def test_each_dot_of_the_display_is_one_dot_of_the_drawing():
    for x, y in ((0, 0), (1, 3), (127, 63), (64, 31)):
        rows = [[(column, row) == (x, y) for column in range(WIDTH)] for row in range(HEIGHT)]
        drawn = drawing.dots(rows)
        assert (len(drawn), {len(line) for line in drawn}) == (16, {64})
        shining = [(at, line) for line, text in enumerate(drawn) for at, sign in enumerate(text) if sign != "\u2800"]
        assert shining == [(x // 2, y // 4)]
        assert (ord(drawn[y // 4][x // 2]) - 0x2800).bit_count() == 1


def test_a_dark_display_reads_as_blank():
    rows = [[False] * WIDTH for _ in range(HEIGHT)]
    assert (glass.read(rows), glass.bar(rows)) == ([""] * 4, 0)


def test_a_name_cannot_steer_the_terminal():
    assert cut("a\x1b[2Jb\x9bc\rd", 80) == "a?[2Jb?c?d"
    assert cut("日本語", 5) == "日本"


@pytest.mark.parametrize("columns", [1, 10, 24, 30, 80])
def test_no_line_is_wider_than_the_window(columns):
    shown = view.lines(seen(limit=Limit("Anna", 15.0, "progression"), trouble="The port is gone."), columns, True)
    if columns >= 21:
        assert max(map(len, shown)) <= columns
    assert any("Anna"[:columns] in line for line in shown)


def test_it_says_how_far_it_is_to_the_limit_and_when_it_is_passed():
    assert "10.00 deg to go" in "\n".join(view.lines(seen(), 80, True))
    over = seen(heard=dataclasses.replace(NOW, inversion_deg=15.5))
    assert "OVER by 0.50 deg" in "\n".join(view.lines(over, 80, True))


def test_old_data_is_told_in_words_and_first():
    assert view.lines(seen(heard_s=time.monotonic() - 1.1), 80, True)[0].startswith("NO DATA")
    assert "NO DATA" not in "\n".join(view.lines(seen(), 80, True))


def test_a_dark_display_of_the_table_is_told():
    said = "\n".join(view.lines(seen(page=dataclasses.replace(PAGE, shown="dark")), 80, True))
    assert "display does not answer" in said
