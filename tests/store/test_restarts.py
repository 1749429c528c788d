"""Restarts are counted over restarts, and a count that cannot be read is the most there is."""

import pytest

from firmware.store.restarts import Restarts


def restarted(root, by_power=False):
    return Restarts(str(root), by_power).count


def test_each_restart_counts_until_power_or_a_good_run(tmp_path):
    assert [restarted(tmp_path) for _ in range(3)] == [1, 2, 3]
    assert restarted(tmp_path, by_power=True) == 0
    assert restarted(tmp_path) == 1
    Restarts(str(tmp_path), False).clear()
    assert restarted(tmp_path) == 1


@pytest.mark.parametrize("at", range(14))
def test_h18_a_damaged_count_is_many(tmp_path, at):
    for _ in range(6):
        restarted(tmp_path)
    path = tmp_path / "restarts.bin"
    broken = bytearray(path.read_bytes())
    broken[at] ^= 1
    path.write_bytes(broken)
    assert restarted(tmp_path) == 255
    assert restarted(tmp_path) == 255
    assert restarted(tmp_path, by_power=True) == 0
    assert restarted(tmp_path) == 1


def test_nothing_stored_is_no_restart(tmp_path):
    assert restarted(tmp_path, by_power=True) == 0
    assert not list(tmp_path.iterdir())


def test_the_count_has_an_end(tmp_path):
    for _ in range(256):
        count = restarted(tmp_path)
    assert count == 255
