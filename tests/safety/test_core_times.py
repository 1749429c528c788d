"""Times of drive, rest and session, to the millisecond."""

import pytest

from firmware.safety import faults
from tests.support.core.bench import Bench
from tests.support.core.causes import DOWN, UP, both, let_pass, standing, stands, tick_after
from tests.support.core.long import BELOW_CDEG, LONG_MS, jammed


@pytest.mark.parametrize("permille", [300, -300, 400, -400])
def test_h13_a_second_without_progress_is_no_stall_and_a_millisecond_more_is(permille: int):
    bench = jammed(permille)
    let_pass(bench, 1000)
    assert standing(bench) == []
    tick_after(bench, 1)
    assert standing(bench) == ["STALL"]


@pytest.mark.parametrize("permille", [299, -299])
def test_h13_the_second_begins_when_the_drive_is_strong(permille: int):
    bench = jammed(permille)
    bench.run(3)
    bench.drive(300 if permille > 0 else -300)
    let_pass(bench, 980)
    assert standing(bench) == []
    tick_after(bench, 1)
    assert standing(bench) == ["STALL"]


@pytest.mark.parametrize("sense", ["pos_cdeg", "inv_cdeg"])
@pytest.mark.parametrize("permille", [300, -300])
@pytest.mark.parametrize(("progress_cdeg", "stalls"), [(14, True), (15, False)])
def test_h13_progress_by_either_sense_begins_the_second_anew(
    sense: str, permille: int, progress_cdeg: int, stalls: bool
):
    bench = jammed(permille)
    let_pass(bench, 980)
    bench.broken["rate_cdps"] = bench.broken["pos_rate_cdps"] = 0
    bench.broken[sense] = 1000 + (progress_cdeg if permille > 0 else -progress_cdeg)
    let_pass(bench, 21)
    assert stands(bench, "STALL") is stalls
    if not stalls:
        let_pass(bench, 999)
        assert standing(bench) == []
        let_pass(bench, 20)
        assert standing(bench) == ["STALL"]


def test_h13_a_clock_that_leaps_is_no_stall():
    bench = jammed(300)
    let_pass(bench, 500)
    tick_after(bench, 2000)
    assert standing(bench) == ["OVERRUN"]


@pytest.mark.parametrize("permille", [DOWN, UP])
def test_h14_half_a_degree_backwards_is_borne_and_no_more(permille: int):
    back = -1 if permille > 0 else 1
    for cdeg, wrong in ((50, False), (51, True)):
        bench = jammed(permille)
        bench.broken.update(both(1000 + back * cdeg))
        bench.tick()
        assert stands(bench, "WRONG_WAY") is wrong


@pytest.mark.parametrize("still", ["pos_cdeg", "inv_cdeg"])
def test_h14_one_sense_alone_proves_no_wrong_way(still: str):
    bench = jammed(DOWN)
    bench.broken.update({**both(800), still: 1000})
    bench.tick()
    assert not stands(bench, "WRONG_WAY")


def test_h12_the_motor_has_140_ms_to_come_to_rest():
    bench = jammed(UP)
    bench.drive(0)
    bench.broken["current_ma"] = 301
    let_pass(bench, 140)
    tick_after(bench, 1)
    let_pass(bench, 39)
    assert standing(bench) == []
    tick_after(bench, 1)
    assert standing(bench) == ["UNCOMMANDED"]


def test_h12_what_moves_while_it_comes_to_rest_is_no_motion():
    bench = jammed(UP)
    bench.drive(0)
    bench.broken.update(both(900))
    let_pass(bench, 140)
    bench.run(1)
    assert standing(bench) == []


def test_h12_a_slow_drift_at_rest_adds_up():
    bench = jammed(0)
    bench.run(1)
    for cdeg in range(1001, 1061):
        bench.broken.update(both(cdeg))
        bench.tick()
    bench.run(1)
    assert standing(bench) == []
    bench.broken.update(both(1061))
    bench.run(0.1)
    assert standing(bench) == ["SLIPPING"]


def test_h12_what_moves_while_driven_does_not_slip():
    bench = jammed(DOWN)
    for cdeg in range(1070, 1400, 70):
        bench.broken.update(both(cdeg))
        bench.tick()
    assert standing(bench) == []


@pytest.mark.parametrize("permille", [1, -1, DOWN, UP])
def test_h12_current_while_driven_is_no_fault(permille: int):
    bench = jammed(0)
    bench.run(1)
    bench.drive(permille)
    bench.broken["current_ma"] = 5999
    bench.run(0.9)
    assert standing(bench) == []


@pytest.mark.parametrize("permille", [0, DOWN, UP])
def test_h43_only_the_way_of_the_drive_is_in_the_way(permille: int):
    bench = jammed(permille)
    bench.broken["current_ma"] = 6001
    bench.run(0.2)
    caught = {0: False, DOWN: "OBSTRUCTED", UP: "BLOCKED"}[permille]
    assert [name for name in ("OBSTRUCTED", "BLOCKED") if stands(bench, name)] == ([caught] if caught else [])


@pytest.mark.parametrize("rested_s", [0, 1])
def test_h44_motor_time_to_the_millisecond(rested_s: int):
    bench = Bench(inv_cdeg=1000, session_ms=LONG_MS, on=rested_s > 0)
    bench.jammed = True
    bench.run(rested_s)
    bench.drive(-200)
    let_pass(bench, 180_000)
    assert not stands(bench, "DUTY")
    tick_after(bench, 1)
    assert stands(bench, "DUTY")
    bench.request.drive_permille = 0
    tick_after(bench, 1)
    since_ms = bench.supervisor.checks.since_ms
    tick_after(bench, 9)
    assert since_ms[faults.DUTY] != bench.supervisor.verdict.step_ms
    tick_after(bench, 1)
    assert since_ms[faults.DUTY] == bench.supervisor.verdict.step_ms


def test_h04_session_time_to_the_millisecond():
    bench = Bench(inv_cdeg=BELOW_CDEG, session_ms=30_000)
    let_pass(bench, 30_000)
    assert not stands(bench, "SESSION_TIME")
    tick_after(bench, 1)
    assert stands(bench, "SESSION_TIME")


def test_h04_level_is_a_degree_and_takes_no_time():
    bench = Bench(inv_cdeg=100, session_ms=30_000)
    bench.run(100)
    assert standing(bench) == []


def test_h04_only_upright_begins_the_time_anew():
    for pose_cdeg, over in ((100, True), (-6899, True), (-6900, False)):
        bench = Bench(inv_cdeg=BELOW_CDEG, session_ms=30_000)
        bench.tick()
        bench.run(29.9)
        for change in (both(pose_cdeg, at_upright=pose_cdeg == -6900), both(BELOW_CDEG)):
            bench.drive(DOWN)
            bench.drive(0)
            bench.broken.update(change)
            bench.drive(0, 0.02)
        bench.broken.clear()
        bench.run(0.2)
        assert stands(bench, "SESSION_TIME") is over
