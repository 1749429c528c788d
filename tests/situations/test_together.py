"""Situations that are played together are the same runs, step by step, as each by itself."""

import hashlib
from pathlib import Path

import pytest

from tests.situations.play import Play
from tests.situations.situation import FOLDER, Situation, load
from tests.situations.together import Together, alike, play_together

# Faults from a moment on, for a time, two at once, none; scripts that part early, late and never.
NAMES = (
    "h23_lock_opens_for_a_moment", "h06_imu_frozen_while_going_down", "h43_something_below",
    "h49_stop_head_down_then_up",
)  # fmt: skip


def digest(play: Play) -> str:
    """Of every step of the world."""
    return hashlib.sha256(repr(play._past).encode()).hexdigest()


class Told(Together):
    """Together, and each ends with what it lived through."""

    def _end(self, problems):
        super()._end([*problems, digest(self)])


@pytest.mark.long
def test_each_lives_through_the_same_as_by_itself(tmp_path: Path, monkeypatch):
    situations = [load(FOLDER / f"{name}.toml") for name in NAMES]
    assert len({alike(one) for one in situations}) == 1
    monkeypatch.setattr("tests.situations.together.Together", Told)
    told = play_together(situations, 0)
    assert len({ends[-1] for ends in told.values()}) == len(NAMES)
    for one in situations:
        by_itself = Play(one, "cpython", tmp_path / one.name)
        assert told[one.name] == [*by_itself.run(), digest(by_itself)]


@pytest.mark.long
def test_what_one_of_them_shows_wrong_is_said_of_that_one_alone():
    script = ["hold DOWN until -60"]
    right = Situation("right", {"title": "t", "hazards": [1], "script": script, "expect": ["never above -40"]})
    wrong = Situation("wrong", {"title": "t", "hazards": [1], "script": script, "expect": ["never above -65"]})
    late = Situation(
        "late", {"title": "t", "hazards": [1], "script": ["wait until below -90"], "expect": ["no motion"]}
    )
    told = play_together([right, wrong, late], 0)
    assert told["right"] == []
    assert "never above -65" in told["wrong"][0]
    assert "wait until below -90" in told["late"][0]


def test_a_copy_that_breaks_off_says_so(monkeypatch):
    script = {"a": ["hold DOWN"], "b": ["hold UP"]}
    situations = [
        Situation(name, {"title": "t", "hazards": [1], "script": script[name], "expect": ["no motion"]})
        for name in "ab"
    ]
    expected = Together._expected

    def fail_in_a_copy(play):
        if play._copied:
            raise RuntimeError("planted")
        return expected(play)

    monkeypatch.setattr(Together, "_expected", fail_in_a_copy)
    told = play_together(situations, 0)
    assert "RuntimeError: planted" in told.pop("b")[0]
    assert told == {"a": []}
