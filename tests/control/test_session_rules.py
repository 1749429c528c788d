"""The session's rules as one list, in the order in which they count, held against what it wants in any order of events.

What the driven table of test_session.py never meets is met here: each bound, and every coincidence in one tick.
"""

import random

import pytest

from firmware import states
from firmware.control.budget import Budget
from firmware.control.session import Session
from firmware.safety import faults
from firmware.safety.ticks import later_ms
from firmware.tick_data import Observation, Verdict

LIMITS_CDEG = (0, 1500, 6000)


class Hands:
    def __init__(self):
        self.down = self.down_pressed = self.up_pressed = self.ignored = False

    def ignore_down(self):
        self.ignored = True


class Rules:
    """state, cap, target and contactor after each tick, and whether DOWN is ignored from now on."""

    def __init__(self, now_ms: int):
        self.state = states.BOOT
        self.target_cdeg = 0
        self.since_ms = self.now_ms = now_ms
        self.below = True
        self.downs = 0
        self.programme = (0, 0, 0)
        self.budget = Budget(now_ms)

    def step(self, now_ms: int, obs: Observation, hands: Hands, last: Verdict, limit_cdeg: int) -> tuple:
        if obs.at_upright:
            self.below, self.downs = False, 0
        elif obs.inv_cdeg > 100:
            self.below = True
        elif obs.inv_cdeg < -500 and self.state == states.BOOT:
            self.below = False
        self.budget.step(now_ms, last.drive_permille)
        lasted_ms = (now_ms - self.since_ms) % (1 << 30)
        state, ignores = self.next(lasted_ms, obs, hands, last, limit_cdeg)
        if state != self.state:
            self.state, self.since_ms = state, now_ms
        cap_cdps, target_cdeg = {
            states.INVERTING: (200, limit_cdeg - 20), states.RETURNING: (300, 0), states.EASING: (300, 0),
            states.RAISING: (200, -7150), states.FAULT: (90, -7150),
        }.get(state, (0, self.target_cdeg))  # fmt: skip
        self.target_cdeg = target_cdeg
        idle = state in (states.BOOT, states.READY, states.LOCKED)
        contactor = not idle and not (state == states.FAULT and obs.at_upright)
        return state, cap_cdps, target_cdeg, contactor, ignores

    def next(self, lasted_ms: int, obs: Observation, hands: Hands, last: Verdict, limit_cdeg: int) -> tuple[int, bool]:
        now = self.state
        boot = now == states.BOOT
        after_pause = now == states.LEVEL_PAUSE and lasted_ms >= 60_000
        up = states.RETURNING if obs.inv_cdeg > 20 else states.LEVEL_PAUSE if self.below else states.RAISING
        going = states.RAISING if after_pause else {states.RETURNING: up}.get(now, now)
        on_its_way = now in (states.RETURNING, states.LEVEL_PAUSE, states.RAISING)
        begins = limit_cdeg and obs.locks_closed and not obs.stop and last.response == faults.NONE and hands.down
        if last.response in (faults.HALT, faults.CREEP_UP, faults.CUT):
            return states.FAULT, False
        if hands.up_pressed and not obs.at_upright:
            return up, False
        if boot and lasted_ms < 600:
            return states.BOOT, False
        if obs.at_upright and not begins:
            return (states.READY if limit_cdeg else states.LOCKED), False
        if last.held:
            return states.STOPPED, False
        if after_pause:
            self.below = False
        recovering = boot and obs.inv_cdeg > 100 and lasted_ms > 10_000
        waiting = states.RETURNING if recovering else states.BOOT if boot else states.HOLDING
        if last.response == faults.RETURN:
            return (going if on_its_way else waiting if boot else up), False
        if hands.down_pressed and on_its_way and going == states.RETURNING:
            return states.HOLDING, True
        if not (hands.down and limit_cdeg):
            return (going if on_its_way else waiting), False
        return self.downwards(lasted_ms, obs, last, limit_cdeg, up)

    def downwards(self, lasted_ms: int, obs: Observation, last: Verdict, limit_cdeg: int, up: int) -> tuple[int, bool]:
        down_ms, level_ms, times = self.programme
        if times and self.state == states.AT_LIMIT and lasted_ms >= down_ms:
            self.downs += 1
            return (up, True) if self.downs >= times else (states.EASING, False)
        if self.state == states.EASING:
            return (states.EASING if obs.inv_cdeg > 20 else states.RESTING), False
        if self.state == states.RESTING and lasted_ms < level_ms:
            return states.RESTING, False
        if self.state == states.RESTING and not self.budget.covers(limit_cdeg):
            return up, True
        gap_cdeg = limit_cdeg - 20 - obs.inv_cdeg
        near = gap_cdeg <= 200 and self.state != states.HOLDING
        there = gap_cdeg <= 10 or (near and (self.state == states.AT_LIMIT or last.drive_permille == 0))
        return (states.AT_LIMIT if there else states.INVERTING), False


def one_tick(chance: random.Random, obs: Observation, hands: Hands, last: Verdict, limit_cdeg: int) -> None:
    """Something else in this tick: mostly one thing, sometimes several."""
    for _ in range(chance.choice((1, 1, 2, 5))):
        kind = chance.randrange(9)
        if kind < 3:
            around = (-7000, -501, -500, -499, 0, 19, 20, 21, 99, 100, 101)
            near_limit = (limit_cdeg - 20 - gap_cdeg for gap_cdeg in (201, 200, 199, 11, 10, 9, 0))
            obs.inv_cdeg = chance.choice((*around, *near_limit))
            obs.at_upright = obs.inv_cdeg == -7000
        elif kind == 3:
            last.response = chance.choice((0, 0, 0, *range(6)))
        elif kind == 4:
            last.held = chance.random() < 0.2
        elif kind == 5:
            obs.stop, obs.locks_closed = chance.random() < 0.2, chance.random() < 0.8
        elif kind == 6:
            last.drive_permille = chance.choice((-300, 0, 0, 300))
        else:
            hands.down = chance.random() < 0.8
    hands.down_pressed, hands.up_pressed = chance.random() < 0.1, chance.random() < 0.1


def test_in_any_order_of_events_it_wants_what_the_rules_say():
    for seed in range(300):
        wants_what_the_rules_say(seed)


def wants_what_the_rules_say(seed: int) -> None:
    chance = random.Random(seed)
    now_ms = chance.choice((1000, (1 << 30) - 500))
    session, rules = Session(now_ms), Rules(now_ms)
    assert (session.state, session.cap_cdps, session.target_cdeg, session.contactor) == (states.BOOT, 0, 0, False)
    obs, hands, last = Observation(), Hands(), Verdict()
    obs.stop, obs.locks_closed, obs.inv_cdeg = False, True, chance.choice((-7000, -3000, -501, 0, 101, 3000))
    obs.at_upright = obs.inv_cdeg == -7000
    limit_cdeg = chance.choice(LIMITS_CDEG)
    for _ in range(120):
        now_ms = later_ms(now_ms, chance.choice((1, 20, 20, 40, 299, 300, 599, 600, 9999, 10_001, 59_999, 60_000)))
        if obs.at_upright and chance.random() < 0.3:
            programme = chance.choice(((0, 0, 0), (300, 40, 1), (40, 300, 2), (300, 300, 3), (0, 0, 2)))
            limit_cdeg = chance.choice(LIMITS_CDEG)
            session.follow(programme)
            rules.programme = programme
        hands.ignored = False
        wanted = rules.step(now_ms, obs, hands, last, limit_cdeg)
        session.step(now_ms, obs, hands, last, limit_cdeg)
        assert (session.state, session.cap_cdps, session.target_cdeg, session.contactor, hands.ignored) == wanted
        one_tick(chance, obs, hands, last, limit_cdeg)


@pytest.mark.parametrize("level_ms", [0, 300])
def test_the_motors_time_ends_a_programme_at_level(level_ms: int):
    """A descent for which the motor has not rested is not begun: the table returns, and DOWN has to be pressed anew."""
    session, rules, now_ms = Session(0), Rules(0), 0
    obs, hands, last = Observation(), Hands(), Verdict()
    obs.stop, obs.locks_closed, hands.down = False, True, True
    session.follow((40, level_ms, 99))
    rules.programme = (40, level_ms, 99)
    found = set()
    for tick in range(9000):
        now_ms += 20
        # Head-down and at level by turns; the motor runs all the while.
        obs.inv_cdeg, obs.at_upright, last.drive_permille = (6000 - 20 if tick % 100 < 50 else 0), False, 300
        wanted = rules.step(now_ms, obs, hands, last, 6000)
        hands.ignored = False
        session.step(now_ms, obs, hands, last, 6000)
        assert (session.state, session.cap_cdps, session.target_cdeg, session.contactor, hands.ignored) == wanted
        found.add((session.state, hands.ignored))
        if hands.ignored:
            break
    assert (states.LEVEL_PAUSE, True) in found and (states.EASING, False) in found
