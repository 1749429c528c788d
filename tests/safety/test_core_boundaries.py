"""Every fault at the edges of its time: causes, holds and how it ends."""

import pytest

from firmware.safety import faults
from tests.support.core.bench import Bench
from tests.support.core.causes import CAUSES, TABLE, Cause, force, let_pass, named, standing, stands, tick_after


@pytest.mark.parametrize("cause", CAUSES, ids=named)
def test_a_cause_must_last_for_exactly_its_time(cause: Cause):
    bench = cause.ready()
    bench.broken.update(cause.change)
    let_pass(bench, cause.hold_ms - 1)
    assert standing(bench) == []
    tick_after(bench, 1)
    assert standing(bench) == [cause.name]
    assert bench.verdict.fault == getattr(faults, cause.name)
    assert faults.RESPONSE_NAMES[bench.verdict.response] == cause.response


@pytest.mark.parametrize(
    "cause", [cause for cause in CAUSES if not cause.permille and cause.name != "SLIPPING"], ids=named
)
def test_a_cause_that_is_there_at_power_on_must_last_as_long(cause: Cause):
    bench = Bench(inv_cdeg=cause.pose_cdeg, now_ms=500_000, on=False)
    bench.broken.update(cause.change)
    bench.tick()
    extra_ms = 160 if cause.name in ("UNCOMMANDED", "CURRENT_SENSE") else 0  # the motor may still be coming to rest
    let_pass(bench, cause.hold_ms + extra_ms - 1)
    assert not stands(bench, cause.name)
    tick_after(bench, 21)
    assert stands(bench, cause.name)


@pytest.mark.parametrize("cause", CAUSES, ids=named)
def test_a_cause_that_pauses_starts_anew(cause: Cause):
    bench = cause.ready()
    bench.broken.update(cause.change)
    let_pass(bench, cause.hold_ms - 1)
    bench.broken.clear()
    bench.obs.down = cause.permille > 0
    bench.obs.accel_mg[:] = [0, 0, 1000]
    bench.tick()
    bench.broken.update(cause.change)
    let_pass(bench, cause.hold_ms - 1)
    assert standing(bench) == []


def test_every_fault_stands_in_the_table_of_this_test():
    assert [row[faults.NAME] for row in faults.FAULTS] == ["NONE", *TABLE]
    assert faults.FAULTS[0] == ("NONE", faults.NONE, 0, faults.SELF, "", "")
    assert list(range(6)) == [faults.NONE, faults.REFUSE, faults.RETURN, faults.HALT, faults.CREEP_UP, faults.CUT]
    assert list(range(4)) == [faults.SELF, faults.UPRIGHT, faults.ACK, faults.POWER]


@pytest.mark.parametrize("name", TABLE)
def test_a_fault_waits_only_where_its_cause_must_last(name: str):
    assert (faults.HOLD_MS[getattr(faults, name)] != 0) is TABLE[name][2]


@pytest.mark.parametrize("name", [name for name, row in TABLE.items() if row[1] != "SELF"])
def test_a_fault_that_stays_has_its_response(name: str):
    bench = Bench(inv_cdeg=1000)
    bench.tick(2)
    force(bench, name)
    bench.tick()
    assert faults.RESPONSE_NAMES[bench.verdict.response] == TABLE[name][0]
    assert bench.verdict.fault == getattr(faults, name)


@pytest.mark.parametrize("name", TABLE)
def test_how_a_fault_ends(name: str):
    ends = TABLE[name][1]
    away, upright = Bench(inv_cdeg=1000), Bench()
    for bench in (away, upright):
        bench.tick(2)
        force(bench, name)
        bench.tick()
    assert stands(away, name) is (ends != "SELF")
    assert stands(upright, name) is (ends in ("ACK", "POWER"))
    for bench in (away, upright):
        bench.press_up()
        bench.tick()
    assert stands(away, name) is (ends != "SELF")
    assert stands(upright, name) is (ends == "POWER")


def test_a_fault_that_ends_upright_ends_there_even_while_up_is_pressed():
    bench = Bench(inv_cdeg=1000)
    bench.tick(2)
    force(bench, "OVERRUN")
    bench.tick()
    bench.broken["at_upright"] = True
    bench.obs.up = True
    bench.tick()
    assert standing(bench) == []


@pytest.mark.parametrize(
    "cause", [one for one in CAUSES if one.name in ("IMU_STALE", "OVERSPEED", "MAINS_LOST")], ids=named
)
def test_a_fault_is_not_cleared_in_the_first_tick_in_which_its_cause_is_back(cause: Cause):
    bench = Bench()
    bench.tick(2)
    force(bench, cause.name)
    bench.broken.update(cause.change)
    bench.obs.up = True
    bench.tick()
    assert stands(bench, cause.name)
    bench.broken.clear()
    bench.obs.up = False
    bench.tick()
    bench.obs.up = True
    bench.tick()
    assert not stands(bench, cause.name)
