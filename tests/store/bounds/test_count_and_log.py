"""The own count, its log, and what is said of two times, each asked alone: at the last value and past it."""

import struct
from types import SimpleNamespace

from firmware.dates import minutes_of
from firmware.screening.conditions import NO_CLOCK_WORDS, WORDS
from firmware.store import clock_notes
from firmware.store import own_count as module
from firmware.store.moment import MASK, Moment
from firmware.store.newest import Newest
from firmware.store.own_count import EARLIEST_MIN, LEAP_MIN, OwnCount
from tests.support.layouts import whole
from tests.support.profiles import TODAY

NOW = minutes_of(TODAY, 600)
CHIP = SimpleNamespace(mark=5)  # the one that the table has marked
OTHER = SimpleNamespace(mark=6)
ANY_MARK = 1 << 24  # on flash since the second layout: it must stay the number that it is


def count(root, minutes=NOW, mark=5, skew_s=0):
    """A count that stood at this when the power went."""
    log = Newest(str(root))
    log.newest_min, log.own_min, log.skew_s, log.mark = minutes, minutes, skew_s, mark
    assert log.save()
    return OwnCount(str(root), 0)


def said(log):
    return log.newest_min, log.own_min, log.skew_s, log.mark, log.newer, log.damaged


def test_a_log_says_all_that_is_known_and_nothing_of_what_cannot_be_read(tmp_path):
    log = struct.pack("<IIiI", NOW, NOW - 3, -7, 9)
    nothing = (0, 0, 0, 0)
    rows = [
        (None, (*nothing, False, False)),
        (whole(log, 2), (NOW, NOW - 3, -7, 9, False, False)),
        (whole(struct.pack("<I", NOW), 1), (NOW, NOW, 0, ANY_MARK, False, False)),
        (whole(log, 3), (*nothing, True, False)),
        (whole(log[:-1], 2), (*nothing, False, True)),
        (whole(log, 2)[:-1], (*nothing, False, True)),
        (whole(b"", 1), (*nothing, False, True)),
    ]
    path = tmp_path / "newest_minute.bin"
    for stored, expected in rows:
        if stored:
            path.write_bytes(stored)
        assert said(Newest(str(tmp_path))) == expected, stored


def test_what_a_newer_firmware_logged_is_written_over_only_where_that_is_said(tmp_path):
    path = tmp_path / "newest_minute.bin"
    newer = whole(b"of another form", 3)
    path.write_bytes(newer)
    log = Newest(str(tmp_path))
    log.newest_min = NOW
    assert not log.save() and (path.read_bytes(), log.newer) == (newer, True)
    assert log.save(True) and said(log) == said(Newest(str(tmp_path))) == (NOW, 0, 0, 0, False, False)


def test_a_count_goes_on_from_its_log_with_a_whole_minute(tmp_path):
    own = count(tmp_path)
    for now_ms, minutes in ((59_999, 0), (60_000, 1)):
        own.carry(now_ms)
        assert own.minutes == NOW + minutes


def test_a_count_is_known_from_the_first_minute_on_that_a_clock_may_say(tmp_path):
    for minutes, known_min in ((EARLIEST_MIN - 1, 0), (EARLIEST_MIN, EARLIEST_MIN), (NOW, NOW)):
        assert count(tmp_path, minutes).known_min == known_min


def test_a_count_that_begins_anew_leaves_nothing_of_before_in_its_log(tmp_path):
    own = count(tmp_path, skew_s=-7)
    own.begin_anew()
    assert own.kept.save() and said(Newest(str(tmp_path))) == (0, 1440, 0, 0, False, False)


def test_how_far_a_chip_may_have_gone_on(tmp_path):
    """Ten years while the power was off; with power two minutes, either way."""
    for skew_s in (0, 3600):
        own = count(tmp_path, skew_s=skew_s)
        rows = [(-3, False, False), (-2, True, True), (2, True, True), (3, True, False)]
        rows += [(LEAP_MIN, True, False), (LEAP_MIN + 1, False, False)]
        for ahead_min, without, with_power in rows:
            own._off = True
            assert own.gone_on(NOW + skew_s // 60 + ahead_min) is without, ahead_min
            own.powered()
            assert own.gone_on(NOW + skew_s // 60 + ahead_min) is with_power, ahead_min
            assert own.fits(NOW + skew_s // 60 + ahead_min) is with_power, ahead_min


def test_what_a_chip_counted_without_power_counts_where_it_is_ours_and_ahead(tmp_path):
    """The second turns with the chip's. With power, of another chip, and of one that is behind nothing counts."""
    rows = [
        (5, True, CHIP, NOW + 7, 20, NOW + 7, 20),
        (5, True, CHIP, NOW + 1, 59, NOW + 1, 59),
        (5, True, CHIP, NOW, 59, NOW, 0),
        (5, True, CHIP, NOW - 2, 30, NOW, 0),
        (5, False, CHIP, NOW + 2, 0, NOW, 0),
        (5, True, OTHER, NOW + 7, 0, NOW, 0),
        (0, True, SimpleNamespace(mark=0), NOW + 7, 0, NOW, 0),
        (ANY_MARK, True, OTHER, NOW + 7, 20, NOW + 7, 20),
        (ANY_MARK, False, OTHER, NOW + 7, 20, NOW, 0),
    ]
    for mark, off, chip, minutes, second, expected, begun_s in rows:
        own = count(tmp_path, mark=mark)
        if not off:
            own.powered()
        own.follow(chip, minutes, second, 0)
        own.carry((59 - begun_s) * 1000)
        assert own.minutes == expected, (mark, off, chip, minutes)
        own.carry((60 - begun_s) * 1000)
        assert own.minutes == expected + 1, (mark, off, chip, minutes)


def test_a_mark_is_the_next_number_that_is_free(tmp_path, monkeypatch):
    """Never a multiple of 7, the chip's or the one before, and of 23 bits: those above stand for no chip and any."""
    own = count(tmp_path, mark=5)
    chip = SimpleNamespace(mark=11)
    rows = [(0, 1), (7, 8), (4, 4), (5, 6), (10, 10), (11, 12), (13, 13), (14, 15), (0xFFFFFFFF, 0x7FFFFF)]
    for drawn, mark in rows:
        monkeypatch.setattr(module.binascii, "crc32", lambda _, drawn=drawn: drawn)
        assert own.new_mark(chip, NOW) == mark, drawn


def test_the_seconds_that_a_chip_is_ahead_are_rounded_up_so_that_it_never_brings_the_count_forward(tmp_path):
    rows = [(0, 0), (1, 1), (1000, 1), (1001, 2), (59_000, 59), (59_001, 60), (-1, 0), (-58_001, -58), (-59_000, -59)]
    for ahead_ms, skew_s in rows:
        own = count(tmp_path)
        last = Moment()
        last.put(TODAY, 602, 0, -ahead_ms & MASK)
        assert own.keep(NOW, last)
        assert said(Newest(str(tmp_path))) == (NOW, NOW, 120 + skew_s, 5, False, False), ahead_ms


def test_what_is_asked_of_two_times():
    """Ninety minutes apart nobody waits longer for a wrong one; a time that was refused is asked for however near."""
    rows = [
        ((NOW, NOW, NOW, 0), (0, 0)),
        ((NOW, NOW, NOW, NOW), (NOW, 0)),
        ((NOW, 0, NOW, NOW), (NOW, 0)),
        ((NOW + 90, NOW, NOW, 0), (0, 0)),
        ((NOW + 91, NOW, NOW, 0), (NOW + 91, NOW)),
        ((NOW - 91, NOW, NOW, 0), (NOW - 91, NOW)),
        ((NOW, NOW, NOW + 90, 0), (0, 0)),
        ((NOW, NOW, NOW + 91, 0), (NOW, 0)),
    ]
    for asked, expected in rows:
        assert clock_notes.asked(*asked) == expected, asked


def test_what_is_said_of_two_times_names_each_in_its_place():
    ten, earlier, later = "2026-11-23 10:00", "2026-11-23 08:29", "2026-11-23 11:31"
    rows = [
        ((NOW, NOW, NOW), None),
        ((NOW, NOW - 90, NOW + 90), None),
        ((NOW, 0, NOW), ("CLOCK_ANEW", (WORDS["CLOCK_ANEW"], ten), "")),
        ((NOW, NOW - 91, NOW), ("CLOCK_APART", (WORDS["CLOCK_APART"], ten, earlier), "")),
        ((NOW, NOW + 91, NOW), ("CLOCK_APART", (WORDS["CLOCK_APART"], ten, later), "")),
        ((NOW, NOW, NOW + 91), ("CLOCK_LATER", (WORDS["CLOCK_LATER"], later, ten), "")),
    ]
    for asked, expected in rows:
        assert clock_notes.apart(*asked) == expected, asked
    assert clock_notes.unknown(0, "") is None
    assert clock_notes.unknown(0, "BAD_DAY") == ("NO_CLOCK", NO_CLOCK_WORDS["BAD_DAY"], "")
