"""Every invariant of the world is seen to be violated, and to be content with what is just inside it.

A rule that is too wide lets a table through that hurts somebody, and every situation with it.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from hal.world import invariants
from tests.world.watched import CREEPS, CUTS, HALTS, NO_FAULT, REFUSES, RETURNS, Scene

_FINE_S = 0.01
_COARSE_S = 0.1


class Case(NamedTuple):
    """What happens, by how much it violates the rule, and by how much it just does not."""

    rule: str
    words: str
    happens: Callable[[Any], Scene]
    beyond: Any
    inside: Any


def held(scene: Scene) -> Scene:
    """DOWN is held for a while, and the table is driven down."""
    scene.press("down")
    return scene.at(-30).drives(500).go(0.1, _FINE_S)


def lets_go(hung: bool, what: Callable[[Scene], None]) -> Callable[[float], Scene]:
    """Something that allows head-down motion goes, and the drive is still there for so long."""

    def happens(seconds: float) -> Scene:
        scene = held(Scene(hung=hung))
        what(scene)
        return scene.go(seconds, _FINE_S)

    return happens


def both_locks(seconds: float) -> Scene:
    """The left ankle lock opens on the way down, 0.03 s later the right one; the drive is there for so long then."""
    scene = held(Scene())
    scene.set_switch("lock_left", False)
    scene.go(0.03, _FINE_S).set_switch("lock_right", False)
    return scene.go(seconds, _FINE_S)


def stopped(seconds: float, hung: bool = False, deg: float = -20) -> Scene:
    """STOP is pressed on the way up, and the drive is still there for so long."""
    scene = Scene(hung=hung).at(deg).drives(-500).go(0.1, _FINE_S)
    scene.press("stop")
    return scene.go(seconds, _FINE_S)


def silent_then_up(seconds: float) -> Scene:
    """STOP is in, nobody presses anything for so long, and then the table comes up."""
    scene = Scene().at(-20).go(0.1)
    scene.press("stop")
    return scene.go(seconds, _COARSE_S).drives(-500).go(0.1, _FINE_S)


def opens_again(seconds: float) -> Scene:
    """The STOP loop opens, closes and opens again half a minute later; so long after the first the table comes up."""
    scene = Scene().at(-20).go(0.1)
    for name, after_s in (("press", 1.0), ("release", 29.0), ("press", seconds - 30.0)):
        getattr(scene, name)("stop")
        scene.go(after_s, _COARSE_S)
    return scene.drives(-500).go(0.1, _FINE_S)


def opened(times: int, apart_s: float) -> Scene:
    """The STOP loop opens so often, stays open at last, and the table comes up."""
    scene = Scene().at(-20).go(0.1, _FINE_S)
    for _ in range(times):
        scene.release("stop")
        scene.go(apart_s / 2, _FINE_S)
        scene.press("stop")
        scene.go(apart_s / 2, _FINE_S)
    return scene.drives(-500).go(0.1, _FINE_S)


def up_around_stop(before: bool) -> Scene:
    """UP is pressed before STOP, or after it; then the table comes up."""
    scene = Scene().at(-20).go(0.1, _FINE_S)
    for name in ("up", "stop") if before else ("stop", "up"):
        scene.press(name)
        scene.go(0.1, _FINE_S)
    return scene.drives(-500).go(0.1, _FINE_S)


def from_beyond(back_deg: float) -> Callable[[float], Scene]:
    """The table is carried to 30 degrees with a limit of 25, comes back to back_deg, and goes down again by so much."""

    def happens(by_deg: float) -> Scene:
        scene = Scene().at(30)
        scene.judge.placed()
        return scene.go(0.02).at(back_deg).go(0.02).at(back_deg + by_deg).go(0.02)

    return happens


def fast(deg: float, **scene: bool) -> Callable[[float], Scene]:
    """The table passes there at this rate for a second."""
    return lambda rate_dps: Scene(**scene).at(deg).go(0.1).at(deg, rate_dps).go(1.0)


def fast_for(rate_dps: float, **scene: bool) -> Callable[[float], Scene]:
    """And for so long."""
    return lambda seconds: Scene(**scene).at(20).go(0.1).at(20, rate_dps).go(seconds)


def creeps(code: int, rate_dps: float, drive: int = -100, seconds: float = 1.0) -> Scene:
    """Up at this rate while this fault is told, loudly."""
    scene = Scene().at(20).says(code).sounds().go(0.1).drives(drive)
    return scene.at(20, rate_dps).go(seconds)


def hangs_there(seconds: float, contactor: bool = True, sound: bool = True, code: int = RETURNS) -> Scene:
    """Head-down with a fault for so long."""
    scene = Scene().at(20).says(code).sounds(sound)
    scene.world.wiring.contactor_closed = contactor
    return scene.go(0.1, _COARSE_S).says(None).go(seconds - 0.1, _COARSE_S)


def held_by_stop(seconds: float) -> Scene:
    """The same with STOP pressed for the first 40 s of it."""
    scene = Scene().at(20).says(RETURNS).sounds().drives(-1).go(0.1, _COARSE_S).drives(0).says(None)
    scene.press("stop")
    scene.go(40.0, _COARSE_S)
    scene.release("stop")
    return scene.go(seconds - 40.1, _COARSE_S)


def not_prompted(seconds: float) -> Scene:
    """STOP holds the person head-down after a fault, nobody presses anything, and nothing sounds."""
    scene = Scene().at(20).says(RETURNS).go(0.1, _COARSE_S).says(None)
    scene.press("stop")
    return scene.go(seconds, _COARSE_S)


def told_silently(code: int = RETURNS, deg: float = 20) -> Callable[[float], Scene]:
    return lambda seconds: Scene().at(deg).go(0.1).says(code).go(seconds)


def sounds_for(seconds: float, after_s: float = 1.0, deg: float = 20) -> Scene:
    """Nobody presses anything for a while; then a sound begins, and the wire names no fault."""
    return Scene().at(deg).says(NO_FAULT).go(after_s).sounds().go(seconds)


CASES = [
    Case("limit", "past it in a healthy run", lambda by: Scene().at(25 + by).go(0.02), 0.51, 0.49),
    Case("limit", "past it with something broken", lambda by: Scene(hung=True).at(25 + by).go(0.02), 1.01, 0.99),
    Case("limit", "past it, disturbed", lambda by: Scene(hung=True, benign=True).at(25 + by).go(0.02), 0.51, 0.49),
    Case("limit", "further from beyond it", from_beyond(30), 0.51, 0.49),
    Case("limit", "down again from beyond it", from_beyond(27), 0.51, 0.49),
    Case("rate", "down", fast(20), 3.16, 3.14),
    Case("rate", "up to level", fast(20), -4.66, -4.64),
    Case("rate", "up to upright", fast(-20), -3.16, -3.14),
    Case("rate", "up to upright with something broken", fast(-20, hung=True), -4.66, -4.64),
    Case("rate", "up to upright, disturbed", fast(-20, hung=True, benign=True), -3.16, -3.14),
    Case("rate", "down for so long", fast_for(4.0), 0.44, 0.40),
    Case("rate", "up for so long", fast_for(-5.0), 0.44, 0.40),
    Case("rate", "down for so long with something broken", fast_for(4.0, hung=True), 0.76, 0.72),
    Case("creep", "after a halt", lambda rate: creeps(HALTS, rate), -1.51, -1.49),
    Case("creep", "in a creep", lambda rate: creeps(CREEPS, rate), -1.51, -1.49),
    Case("creep", "for so long", lambda seconds: creeps(HALTS, -3.0, seconds=seconds), 0.44, 0.40),
    Case("creep", "only without a trusted angle", lambda code: creeps(code, -3.0), HALTS, RETURNS),
    Case("creep", "only by the motor", lambda drive: creeps(HALTS, -3.0, drive), -1, 0),
    Case("head-down", "after DOWN", lets_go(False, lambda scene: scene.release("down")), 0.05, 0.04),
    Case("head-down", "after DOWN, broken", lets_go(True, lambda scene: scene.release("down")), 0.07, 0.06),
    Case("head-down", "left lock", lets_go(False, lambda s: s.set_switch("lock_left", False)), 0.05, 0.04),
    Case("head-down", "right lock", lets_go(False, lambda s: s.set_switch("lock_right", False)), 0.05, 0.04),
    Case("head-down", "the other lock begins no new time", both_locks, 0.02, 0.01),
    Case("head-down", "STOP", lets_go(False, lambda scene: scene.press("stop")), 0.05, 0.04),
    Case("head-down", "DOWN never pressed", lambda drive: Scene().at(-30).drives(drive).go(0.1), 1, 0),
    Case("locked", "down", lambda limit: held(Scene(limit)), 0.0, 0.1),
    Case("locked", "upright", lambda deg: Scene(0.0).at(deg).drives(-100).go(0.1), -69.1, -68.9),
    Case("stop", "so long after", stopped, 0.05, 0.04),
    Case("stop", "so long after, broken", lambda seconds: stopped(seconds, hung=True), 0.07, 0.06),
    Case("stop", "UP before it does not count", up_around_stop, True, False),
    Case("stop", "a minute of silence ends it", silent_then_up, 59.0, 59.8),
    Case("stop", "an opening after the first holds no longer", opens_again, 59.0, 59.8),
    Case("stop", "a loose wire holds nothing", lambda times: opened(times, 1.0), 3, 4),
    Case("stop", "in so short a time", lambda apart_s: opened(4, apart_s), 3.6, 3.0),
    Case("prompt", "held by STOP", not_prompted, 30.7, 30.3),
    Case("home", "with a fault", hangs_there, 90.3, 89.9),
    Case("home", "only a fault that brings up", lambda code: hangs_there(91, code=code), RETURNS, REFUSES),
    Case("home", "cut off is not enough", lambda sound: hangs_there(91, False, sound, CUTS), False, True),
    Case("home", "a sound is not enough", lambda contactor: hangs_there(91, contactor, True, CUTS), True, False),
    Case("home", "STOP makes the clock stand", held_by_stop, 130.4, 129.8),
    Case("silent", "a fault", told_silently(), 0.34, 0.28),
    Case("silent", "only one that moves the table", lambda code: told_silently(code)(1.0), RETURNS, REFUSES),
    Case("silent", "not when upright", lambda deg: told_silently(RETURNS, deg)(1.0), -68.0, -70.0),
    Case("nameless", "a sound", sounds_for, 0.34, 0.28),
    Case("nameless", "a prompt needs no name", lambda after_s: sounds_for(1.0, after_s), 28.0, 29.8),
    Case("nameless", "a prompt is for the head-down", lambda deg: sounds_for(1.0, 40.0, deg), -10, 10),
    Case("nameless", "a fault is a name", lambda code: Scene().at(20).says(code).sounds().go(1.0), NO_FAULT, CUTS),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.words}")
def test_nobody_is_hurt_unseen_and_a_sound_table_is_not_blamed(case: Case):
    assert case.happens(case.beyond).broken == [case.rule]
    assert case.happens(case.inside).broken == []


def test_no_invariant_is_without_a_run_that_violates_it_and_one_just_inside_it():
    rules = set(re.findall(r'_broken\(\s*"([^"]+)"', Path(invariants.__file__).read_text("utf-8")))
    assert {case.rule for case in CASES} == rules


def test_a_second_harm_is_told_beside_the_first_and_each_once():
    scene = Scene().at(40, 9.0).go(1.0)
    assert scene.broken == ["limit", "rate"]
    held(scene).release("down")
    assert scene.go(1.0).broken == ["limit", "rate", "head-down"]


def test_a_violation_tells_when_what_and_which_fault_hung():
    [violation] = Scene(hung=True).at(27).go(0.02).judge.violations
    assert str(violation) == "limit at 0.02 s: 27.00 deg, 1.0 past 25.00 allowed [something since 0.00 s]"
