"""The motor's time as control counts it, before a descent that it would end."""

import pytest

from firmware.control.budget import Budget
from firmware.safety.checks import COUNT_MOST, DUTY_MS, GAP_MOST_MS, REST_PER_RUN, UPRIGHT_CDEG, WAY_UP_MS_PER_CDEG
from firmware.safety.ticks import later_ms


def run(budget: Budget, now_ms: int, drive_permille: int, seconds: int) -> int:
    for _ in range(seconds * 1000 // GAP_MOST_MS):
        now_ms = later_ms(now_ms, GAP_MOST_MS)
        budget.step(now_ms, drive_permille)
    return now_ms


def test_a_descent_is_begun_only_with_the_way_up_and_a_half_left():
    budget, now_ms = Budget(0), 0
    assert budget.covers(6000)
    now_ms = run(budget, now_ms, -500, 140)
    assert not budget.covers(6000) and budget.covers(0)
    run(budget, now_ms, 0, 9 * 140 + 10)
    assert budget.covers(6000)


def test_a_motor_that_has_run_for_an_hour_rests_for_its_due_and_counts_in_small_integers():
    """On a Pico a larger number is allocated, in a tick whose heap is locked: the table would restart."""
    budget = Budget(0)
    run(budget, 0, 500, 3600)
    assert all(value <= COUNT_MOST for value in vars(budget).values())


def left_for(run_ms: int, limit_cdeg: int) -> bool:
    """Whether a motor that has run for so long still has a descent in it."""
    budget, now_ms = Budget(5), 5
    while run_ms:
        step_ms = min(GAP_MOST_MS, run_ms)
        now_ms, run_ms = later_ms(now_ms, step_ms), run_ms - step_ms
        budget.step(now_ms, 300)
    return budget.covers(limit_cdeg)


@pytest.mark.parametrize("limit_cdeg", [500, 3000, 6000, 9000])
def test_the_last_millisecond_of_a_descent_that_is_covered(limit_cdeg):
    """200 s of motor, less the way down at 2 deg/s and what starting and braking add, less one and a half ways up."""
    way_up_ms = (limit_cdeg - UPRIGHT_CDEG) * WAY_UP_MS_PER_CDEG
    most_ms = DUTY_MS - limit_cdeg * 5 - 1500 - way_up_ms - way_up_ms // 2
    assert most_ms > 0
    assert left_for(most_ms, limit_cdeg) and not left_for(most_ms + 1, limit_cdeg)


def test_each_millisecond_of_motor_wants_its_rest_and_a_gap_counts_for_no_more_than_the_longest():
    budget = Budget(0)
    for now_ms, drive_permille, run_ms in (
        (1, 1, 1), (2, 1, 2), (3, -1, 3), (3 + GAP_MOST_MS, 1, 3 + GAP_MOST_MS),
        (3 + 3 * GAP_MOST_MS, 1, 3 + 2 * GAP_MOST_MS), (3 + 3 * GAP_MOST_MS - 9, 1, 3 + 2 * GAP_MOST_MS),
    ):  # fmt: skip
        budget.step(now_ms, drive_permille)
        assert budget._run_ms == run_ms * REST_PER_RUN
    before, now_ms = budget._run_ms, 3 + 3 * GAP_MOST_MS - 9
    budget.step(now_ms + 7, 0)
    assert budget._run_ms == before - 7
    for tick in range(100 * REST_PER_RUN):
        budget.step(now_ms + 7 + (tick + 1) * GAP_MOST_MS, 0)
    assert budget._run_ms == 0
