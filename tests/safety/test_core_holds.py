"""How a STOP holds, what ends the hold, and what a verdict carries."""

import pytest

from tests.support.core.bench import TICK_MS, Bench
from tests.support.core.causes import force, let_pass, stands, tick_after
from tests.support.core.still import allowed, held, still


def test_h49_a_hold_stops_both_ways_and_ends_with_a_press_of_up():
    bench = held()
    assert allowed(bench, 100) == 0
    bench.obs.down = True
    bench.request.drive_permille = -100
    bench.tick()
    assert bench.verdict.drive_permille == 0
    bench.obs.up = True
    bench.tick()
    assert not bench.verdict.held and bench.verdict.drive_permille == -100


@pytest.mark.parametrize(("name", "stays"), [(None, False), ("DUTY", False), ("OVERRUN", True), ("OVERSPEED", True)])
def test_h49_with_no_button_down_a_hold_ends_unless_the_table_would_go_by_itself(name: str | None, stays: bool):
    bench = held(1000, *([name] if name else []))
    bench.obs.down = False
    bench.tick(2)
    assert bench.verdict.held is stays


def test_h49_a_stop_that_stays_open_forbids_the_way_down_when_its_hold_has_ended():
    bench = still()
    bench.obs.stop = True
    bench.tick()
    bench.press_up()
    bench.tick()
    assert not bench.verdict.held
    assert allowed(bench, 100) == 0
    bench.obs.stop = False
    bench.obs.down = False
    bench.tick()
    assert allowed(bench, 100) == 100


def test_h21_a_loose_wire_ends_no_hold_but_up_does():
    bench = held()
    force(bench, "STOP_LOOP")
    bench.broken["stop_short"] = True
    bench.tick(5)
    assert bench.verdict.held
    bench.obs.up = True
    bench.tick()
    assert not bench.verdict.held


@pytest.mark.parametrize("button", ["stop", "down", "up"])
def test_h49_any_button_that_stays_down_keeps_the_hold(button: str):
    bench = still()
    bench.obs.up = button == "up"
    bench.tick()
    bench.obs.stop = True
    bench.tick()
    bench.obs.stop = button == "stop"
    bench.obs.down = button == "down"
    bench.run(1)
    assert bench.verdict.held


def test_h49_a_hold_outlives_silence_by_a_minute():
    bench = still(1000, "SILENT")
    bench.obs.down = True
    bench.tick()
    bench.obs.stop = True
    bench.tick()
    let_pass(bench, 60_000)
    assert bench.verdict.held
    tick_after(bench, 1)
    assert not bench.verdict.held


@pytest.mark.parametrize("apart_ms", [6_100, 10_000, 30_000, 59_000, 61_000, 100_000])
def test_h21_a_stop_wire_that_opens_for_ever_holds_nobody_for_longer_than_a_minute(apart_ms: int):
    """Each opening may look like a hand on STOP, and none is an answer to the buzzer."""
    bench = Bench(inv_cdeg=2000, session_ms=600_000)
    ticks = 0
    while bench.inv_cdeg > 0 and ticks < 400 * 50:
        bench.obs.stop = ticks * TICK_MS % apart_ms < 500
        bench.drive(-440 if stands(bench, "SILENT") else 0, TICK_MS / 1000)
        ticks += 1
    assert ticks * TICK_MS < 60_000 + 16_000


def test_h49_whoever_answers_the_buzzer_keeps_the_hold_of_stop():
    bench = held(1000, "SILENT")
    let_pass(bench, 59_000)
    bench.obs.ok = True
    bench.tick()
    let_pass(bench, 60_000)
    assert bench.verdict.held
    tick_after(bench, 1)
    assert not bench.verdict.held


def test_h49_a_stop_pressed_after_its_minute_is_spent_still_allows_no_way_down():
    bench = held(1000, "SILENT")
    let_pass(bench, 60_100)
    bench.obs.stop = False
    bench.tick()
    bench.obs.stop = True
    bench.tick()
    assert not bench.verdict.held and allowed(bench, 100) == 0


def test_h49_a_hold_that_has_ended_does_not_come_back_with_silence():
    bench = held(1000, "SILENT")
    bench.press_up()
    bench.obs.down = True
    bench.tick(2)
    assert not bench.verdict.held


def test_h49_without_silence_a_hold_has_no_end():
    bench = held()
    bench.obs.ok = True
    bench.run(30)
    bench.obs.ok = False
    bench.run(50)
    assert bench.verdict.held


def test_h49_a_stop_that_lasts_holds_whoever_still_holds_down_longer_than_a_minute():
    bench = held()
    let_pass(bench, 100_000)
    assert bench.verdict.held


def test_the_verdict_carries_the_tick_it_was_given_for():
    bench = still()
    bench.now_ms = 123_456
    bench.tick()
    assert bench.verdict.step_ms == 123_456


def test_no_tick_makes_a_new_name_which_would_need_memory():
    bench = Bench()
    parts = (bench.supervisor, bench.supervisor.checks, bench.supervisor.limits, bench.verdict)
    fresh = type(bench.supervisor)(type(bench.verdict)())
    names = [set(vars(part)) for part in (fresh, fresh.checks, fresh.limits, fresh.verdict)]
    bench.drive(440, 1)
    bench.obs.stop = True
    bench.tick()
    bench.press_up()
    force(bench, "OVERSPEED")
    bench.run(1)
    assert [set(vars(part)) for part in parts] == names
