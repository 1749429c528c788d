"""What the panel says while the table moves: in words, with one number, and never more than fits beside it."""

from itertools import product

import pytest

from firmware import states
from firmware.control.session import PAUSE_MS
from firmware.panel import moving
from firmware.status import Status
from firmware.tick_data import Observation, Verdict

SAID = moving.Said(str)


def status(inv_cdeg=0, limit_cdeg=1500, state=states.INVERTING):
    found = Status()
    found.state, found.inv_cdeg, found.limit_cdeg = state, inv_cdeg, limit_cdeg
    return found


def said(found):
    return " ".join(" ".join(moving.lines(found, SAID)[:3]).split())


@pytest.mark.parametrize(
    ("inv_cdeg", "words"),
    [
        (-6730, "Going down 67 deg above level"),
        (-7400, "Going down 74 deg above level"),
        (-51, "Going down 1 deg above level"),
        (-50, "Going down 0 of 15 deg below level"),
        (0, "Going down 0 of 15 deg below level"),
        (149, "Going down 1 of 15 deg below level"),
        (150, "Going down 2 of 15 deg below level"),
        (1480, "Going down 15 of 15 deg below level"),
        (9049, "Going down 90 of 15 deg below level"),
        (12000, "Going down 99 of 15 deg below level"),
    ],
)
def test_an_angle_is_told_from_level_in_whole_degrees_and_never_with_a_minus(inv_cdeg, words):
    assert said(status(inv_cdeg)) == words


def test_a_limit_has_its_half_degree_and_none_is_told_where_there_is_none():
    assert said(status(400, 2250)) == "Going down 4 of 22.5 deg below level"
    assert said(status(400, 0, states.RETURNING)) == "Coming up 4 deg below level"


INVERTED_CDEG = (-7000, -1000, 0, 4567, 9000)
LIMITS_CDEG = (0, 1500, 8950)


def test_every_state_fits_beside_the_number():
    for case in product(INVERTED_CDEG, LIMITS_CDEG, range(len(states.STATE_NAMES))):
        lines = moving.lines(status(*case), SAID)
        assert len(lines) == 4 and all(len(line) <= 21 for line in lines), case
        head, number, where, bar = lines
        assert [line[: moving.PLACES].strip() for line in (head, where)] == ["", ""] and set(bar) <= {"=", "-"}
        assert number[: moving.PLACES].strip().isdigit() and len(number[3:5]) == 2 and number[5:8] == "   ", case


def test_the_pause_at_level_counts_down_and_is_followed_by_the_angle():
    found = status(3, 1500, states.LEVEL_PAUSE)
    found.now_ms = found.state_ms = (1 << 30) - 1500  # the clock wraps meanwhile
    seen = []
    for _ in range(62):
        seen.append(said(found))
        found.now_ms = (found.now_ms + 1000) & 0x3FFFFFFF
    wanted = [f"Level pause {left} seconds to go" for left in range(PAUSE_MS // 1000, 0, -1)]
    assert seen == [*wanted, *["Level pause 0 of 15 deg below level"] * 2]


def test_a_state_counts_from_the_tick_in_which_it_became_another():
    found = Status()
    for tick, (state, away, told, since) in enumerate([
        (states.RETURNING, True, states.RETURNING, 0),
        (states.LEVEL_PAUSE, True, states.LEVEL_PAUSE, 1),
        (states.LEVEL_PAUSE, True, states.LEVEL_PAUSE, 1),
        (states.RAISING, True, states.RAISING, 3),
        (states.READY, True, states.RAISING, 3),
        (states.READY, False, states.READY, 5),
    ]):  # fmt: skip
        found.update(100 + tick, Observation(), Verdict(), 0, 1500, False, state, away)
        assert (found.state, found.state_ms) == (told, 100 + since)


@pytest.mark.parametrize("limit_cdeg", [0, 100, 1500, 6000, 9000])
def test_the_bar_grows_with_the_angle_is_empty_upright_and_full_at_the_limit(limit_cdeg):
    filled = [moving.columns(inv_cdeg, limit_cdeg) for inv_cdeg in range(-7300, 9100)]
    assert filled == sorted(filled) and (filled[0], filled[-1]) == (0, moving.ABOVE + moving.BELOW)
    assert filled[300] == 0 and filled[302] == 1
    assert moving.columns(0, limit_cdeg) == moving.ABOVE, "level is always in one place"
    assert moving.columns(max(limit_cdeg - 30, 1), limit_cdeg) == moving.ABOVE + moving.BELOW or limit_cdeg < 1500
    assert moving.lines(status(-7000), SAID)[3] == "-" * 21 and moving.lines(status(1480), SAID)[3] == "=" * 21


@pytest.mark.parametrize("limit_cdeg", [0, 1500, 6000])
def test_two_angles_read_alike_exactly_if_they_look_alike(limit_cdeg):
    def seen(inv_cdeg):
        found = status(inv_cdeg, limit_cdeg)
        return moving.reading(found), (moving.lines(found, SAID), moving.columns(inv_cdeg, limit_cdeg))

    for inv_cdeg in [*range(-7100, -6900), *range(-210, 210), *range(1300, 1600)]:
        (before, looked), (after, looks) = seen(inv_cdeg), seen(inv_cdeg + 1)
        assert (before == after) is (looked == looks)


def test_each_second_of_the_pause_reads_as_another():
    found = status(3, 1500, states.LEVEL_PAUSE)
    readings = set()
    for found.now_ms in range(0, PAUSE_MS + 1000, 20):
        readings.add((moving.reading(found), said(found)))
    assert len(readings) == len({reading for reading, _ in readings}) == 61
