"""What the supervisor allows, tick by tick: the way down, the contactor, the alarm and the creep."""

import pytest

from firmware.safety import faults
from tests.support.core.bench import Bench
from tests.support.core.causes import TABLE, force, let_pass, standing, tick_after
from tests.support.core.still import BLIND, DOUBTED, HALTED, allowed, creeping, still


def test_what_is_asked_is_allowed_when_nothing_stands():
    for permille in (1, 500, 1000, -1, -500, -1000, 0):
        assert allowed(still(), permille) == permille
    for permille in (1, 2, 1000):
        assert allowed(still(limit_cdeg=0), permille) == 0


def test_h02_at_the_limit_nothing_is_allowed_down():
    assert allowed(still(2499), 100) == 100
    assert allowed(still(2500), 100) == 0


@pytest.mark.parametrize(("limit_cdeg", "down"), [(-1, 0), (0, 0), (1, 100)])
def test_h28_any_limit_above_zero_unlocks(limit_cdeg: int, down: int):
    assert allowed(still(-6000, limit_cdeg=limit_cdeg), 100) == down


@pytest.mark.parametrize("name", [name for name, row in TABLE.items() if row[1] != "SELF"])
def test_with_any_fault_nothing_goes_down(name: str):
    assert allowed(still(0, name), 100) == 0


@pytest.mark.parametrize(
    ("change", "hazard"),
    [({"stop": True}, 49), ({"up": True}, 20), ({"down": False}, 5), ({"locks_closed": False}, 23)],
    ids=["h49_stop", "h20_up", "h05_no_down", "h23_lock"],
)
def test_each_condition_alone_forbids_the_way_down(change: dict, hazard: int):
    bench = still()
    assert allowed(bench, 100) == 100
    bench.broken.update(change)
    assert allowed(bench, 100) == 0


def test_h12_a_cut_opens_the_contactor_and_stops_both_ways():
    for permille in (100, -100):
        bench = still(1000, "STALL")
        assert allowed(bench, permille) == 0
        assert not bench.verdict.contactor and bench.verdict.alarm


def test_nobody_asks_for_the_contactor_and_it_stays_open():
    bench = still()
    bench.request.contactor = False
    bench.tick()
    assert bench.verdict.contactor is False
    bench.request.contactor = True
    bench.tick()
    assert bench.verdict.contactor is True


def test_every_other_response_leaves_the_contactor_closed():
    for name, row in TABLE.items():
        if row[1] != "SELF":
            bench = still(1000, name)
            bench.tick()
            assert bench.verdict.contactor is (row[0] != "CUT")


@pytest.mark.parametrize(
    ("name", "pose_cdeg", "alarm"),
    [
        ("DUTY", 1000, False),
        ("OVERRUN", 1000, True),
        ("STALL", 1000, True),
        ("OVER_LIMIT", -7000, False),
        ("IMU_STALE", -7000, False),
        ("STALL", -7000, True),
    ],
)
def test_h48_the_alarm_sounds_where_it_is_needed(name: str, pose_cdeg: int, alarm: bool):
    bench = still(pose_cdeg, name)
    bench.tick()
    assert bench.verdict.alarm is alarm


def test_the_first_of_two_equal_faults_is_shown_and_the_stronger_of_two():
    for names, shown in (
        (("OVERRUN", "OVER_LIMIT"), "OVER_LIMIT"),
        (("STALL", "RECOVERED"), "STALL"),
        (("OVER_LIMIT", "STALL"), "STALL"),
        (("INTERNAL", "IMU_STALE"), "IMU_STALE"),
    ):
        bench = still(1000, *names)
        bench.tick()
        assert faults.FAULTS[bench.verdict.fault][faults.NAME] == shown
        assert faults.RESPONSE_NAMES[bench.verdict.response] == TABLE[shown][0]


def test_at_upright_nothing_goes_further_up():
    """But for what tries the current sense, which is less than the screw's own friction holds."""
    assert allowed(still(-6899), -300) == -300
    assert allowed(still(-6900), -300) == allowed(still(-6900), -101) == -100
    assert allowed(still(-6900), -99) == -99


@pytest.mark.parametrize(
    ("name", "wait_ms"),
    [*((name, 10_000) for name in BLIND + DOUBTED), *((name, 30_000) for name in HALTED)],
    ids=[*(f"h05_{name}" for name in BLIND + DOUBTED), *(f"h43_{name}" for name in HALTED)],
)
def test_unasked_it_creeps_after_its_wait(name: str, wait_ms: int):
    bench = still(1000, name)
    bench.request.drive_permille = -500
    let_pass(bench, wait_ms)
    assert bench.verdict.drive_permille == 0
    tick_after(bench, 1)
    assert bench.verdict.drive_permille == -500


@pytest.mark.parametrize("name", BLIND + DOUBTED + HALTED)
def test_a_press_of_up_lets_it_creep_at_once(name: str):
    bench = still(1000, name)
    assert allowed(bench, -500) == 0
    bench.obs.up = True
    assert allowed(bench, -500) == -500
    bench.obs.up = False
    assert allowed(bench, -500) == -500
    assert allowed(bench, 500) == 0


def test_an_up_that_is_down_at_boot_is_no_press():
    bench = Bench(on=False)
    bench.obs.up = True
    bench.tick()
    bench.broken["pos_cdeg"] = 3000
    bench.tick()
    assert standing(bench) == ["OVER_LIMIT"]


@pytest.mark.parametrize("stop", [False, True])
def test_h21_at_boot_only_an_open_stop_holds(stop: bool):
    bench = Bench(on=False)
    bench.obs.down = True
    bench.obs.stop = stop
    bench.tick()
    assert bench.verdict.held is stop


@pytest.mark.parametrize(("asked", "left"), [(-799, -799), (-800, -800), (-801, -800), (-1000, -800)])
def test_the_creep_has_a_drive_of_its_own(asked: int, left: int):
    assert allowed(creeping(1000, "IMU_STALE"), asked) == left


@pytest.mark.parametrize("name", BLIND + DOUBTED + HALTED)
def test_h41_the_creep_pauses_when_it_is_fast(name: str):
    for sense in ("pos_rate_cdps", "rate_cdps"):
        bench = creeping(1000, name)
        bench.broken[sense] = -130
        assert allowed(bench, -500) == -500
        bench.broken[sense] = -131
        believed = sense == "pos_rate_cdps" or name not in BLIND
        assert allowed(bench, -500) == (0 if believed else -500)


def test_h01_a_gyro_that_reads_more_than_the_motor_can_do_does_not_stop_the_creep():
    bench = creeping(1000, "SENSES_DISAGREE")
    bench.broken["rate_cdps"] = -1000
    assert allowed(bench, -500) == 0
    bench.broken["rate_cdps"] = -1001
    assert allowed(bench, -500) == -500
    bench.broken["pos_rate_cdps"] = -131
    assert allowed(bench, -500) == 0


@pytest.mark.parametrize("name", BLIND + DOUBTED + HALTED)
@pytest.mark.parametrize(
    ("senses", "blind_below", "below"),
    [
        ({"pos_cdeg": 1, "inv_cdeg": 0}, True, True),
        ({"pos_cdeg": 0, "inv_cdeg": 1}, False, True),
        ({"pos_cdeg": 0, "inv_cdeg": 0}, False, False),
        ({"pos_cdeg": 1, "inv_cdeg": 0, "pos_ok": False}, False, False),
        ({"pos_cdeg": 1, "inv_cdeg": 1, "pos_ok": False}, False, True),
        ({"pos_cdeg": -1, "inv_cdeg": -1}, False, False),
    ],
)
def test_h42_the_creep_ends_at_level_by_the_lower_of_the_senses(
    name: str, senses: dict, blind_below: bool, below: bool
):
    bench = creeping(10, name)
    assert allowed(bench, -500) == -500
    bench.broken.update(senses)
    goes_on = blind_below if name in BLIND else below
    assert allowed(bench, -500) == (-500 if goes_on else 0)
    bench.obs.up = True
    assert allowed(bench, -500) == -500


def test_a_creep_ends_with_its_fault_and_waits_again_for_the_next():
    bench = creeping(1000, "OVERSPEED")
    assert allowed(bench, -500) == -500
    bench.supervisor.checks.active[faults.OVERSPEED] = 0
    assert allowed(bench, -500) == -500
    force(bench, "OVERSPEED")
    let_pass(bench, 30_000)
    assert bench.verdict.drive_permille == 0
    tick_after(bench, 1)
    assert bench.verdict.drive_permille == -500
