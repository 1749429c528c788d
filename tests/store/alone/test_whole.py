"""What a store says after it has written is what it says after a start: the whole object, and nothing from before."""

import random
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firmware.dates import minutes_of
from firmware.profile.form import to_wire
from firmware.store import moment
from firmware.store.newest import Newest
from firmware.store.own_count import OwnCount
from firmware.store.people import People
from firmware.store.profiles import ProfileStore
from firmware.store.restarts import Restarts
from tests.support.profiles import TODAY, profile

NOON = minutes_of(20261123, 720)
MINUTE_MS = 60_000


def said(store):
    """All that it tells."""
    return {name: value for name, value in vars(store).items() if name != "_slot"}


def damage(path):
    path.write_bytes(path.read_bytes()[:-1] + b"\x00\x00")


@pytest.mark.parametrize("before", ["nothing", "whole", "damaged"])
def test_a_log_of_the_time_that_was_written_anew_is_whole_again(tmp_path, before):
    root = str(tmp_path)
    if before != "nothing":
        log = Newest(root)
        log.newest_min = 5
        assert log.save()
    if before == "damaged":
        damage(tmp_path / "newest_minute.bin")
    log = Newest(root)
    assert log.damaged is (before == "damaged")
    log.newest_min, log.own_min, log.skew_s, log.mark = NOON, NOON - 3, -7, 9
    assert log.save()
    assert said(log) == said(Newest(root))


@pytest.mark.parametrize("damaged", [False, True])
def test_a_profile_that_has_become_unreadable_is_not_the_one_that_was_read_before(tmp_path, damaged):
    """Nobody trains by limits that are not stored."""
    path = tmp_path / "profile_0.bin"
    store = ProfileStore(str(path))
    assert store.save(b"{}", 4)
    store.load()
    assert (store.blob, store.revision, store.damaged) == (b"{}", 4, False)
    if damaged:
        damage(path)
    else:
        path.unlink()
    store.load()
    assert (store.blob, store.revision, store.damaged) == (b"", 0, damaged)
    fresh = ProfileStore(str(path))
    fresh.load()
    assert said(store) == said(fresh)


def test_a_place_is_empty_before_it_is_looked_at_as_where_nothing_is_stored(tmp_path):
    store = ProfileStore(str(tmp_path / "profile_0.bin"))
    before = said(store)
    store.load()
    assert before == said(store) == {"blob": b"", "revision": 0, "damaged": False, "newer": False}


@pytest.mark.parametrize("count", [0, 1, 3])
def test_the_restarts_that_are_told_are_those_that_are_stored(tmp_path, count):
    for _ in range(count):
        Restarts(str(tmp_path), False)
    kept = Restarts(str(tmp_path), False)
    assert kept.count == count + 1
    kept.clear()
    assert Restarts(str(tmp_path), False).count == 1


def test_eight_people_leave_the_room_for_a_push(tmp_path):
    """Of what is stored only names stay in memory."""
    people = People(str(tmp_path))
    for number in range(8):
        declared = profile(id=f"p{number}")
        assert people.put(declared, to_wire(declared)) == (number, "")
    for one in (people, People(str(tmp_path))):
        assert [store.blob for store in one._stores] == [b""] * 8


STEPS = st.lists(st.integers(0, 5 * 24 * 3600 * 1000), min_size=1, max_size=6)


@settings(max_examples=30)
@given(st.integers(0, moment.MASK), st.integers(0, 1439), st.integers(0, 59), STEPS)
def test_no_second_is_lost_however_often_the_time_is_looked_at(start_ms, minute, second, steps):
    """A clock that loses part of a minute in each look would shorten no wait, and make all of them longer."""
    day, count = moment.Moment(), moment.Count()
    day.put(TODAY, minute, second, start_ms)
    count.put(NOON, second, start_ms)
    passed_ms = second * 1000
    for step in steps:
        now_ms = (start_ms + passed_ms + step - second * 1000) & moment.MASK
        passed_ms += step
        day.carry(now_ms)
        count.carry(now_ms)
        assert day.minutes() == minutes_of(TODAY, minute) + passed_ms // MINUTE_MS
        assert day.minute < 1440
        assert count.minutes == NOON + passed_ms // MINUTE_MS
        assert day.second(now_ms) == passed_ms // 1000 % 60


@pytest.mark.parametrize("seed", range(40))
def test_with_no_power_cut_does_the_own_count_run_ahead_of_the_time(tmp_path, seed):
    """Many cuts of the power must not shorten a wait: chip and count are known to different parts of a second."""
    drawn = random.Random(seed)
    into_ms, chip_ahead_ms = drawn.randrange(MINUTE_MS), drawn.randint(-2 * MINUTE_MS, 2 * MINUTE_MS)
    root = str(tmp_path)
    own = OwnCount(root, 0)
    true_ms = NOON * MINUTE_MS + into_ms  # what has passed, by which nothing may be earlier
    own.put(NOON, 0, -into_ms & moment.MASK)
    own.kept.mark = 5
    for off_ms in [drawn.randrange(60_000, 200_000) for _ in range(3)]:
        # The table is on for a while, keeps both times, and the power goes; the chip runs on.
        last = moment.Moment()
        chip_ms = true_ms + chip_ahead_ms
        last.put(TODAY, 0, 0, -(chip_ms % MINUTE_MS) & moment.MASK)
        last.minutes = lambda found=chip_ms: found // MINUTE_MS
        assert own.keep(NOON, last)
        true_ms += off_ms
        own = OwnCount(root, 0)
        chip_s = (true_ms + chip_ahead_ms) // 1000
        own.follow(SimpleNamespace(mark=5), chip_s // 60, chip_s % 60, 0)
        left_ms = (-own._count.since_ms) & moment.MASK
        assert own.minutes * MINUTE_MS + left_ms <= true_ms
