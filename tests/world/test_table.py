"""The whole simulated table in both homes, with programs of a few lines in place of the firmware."""

import gc
import hashlib
import os
import threading

import pytest

from hal.sim.home.table import SimTable
from hal.world.electrics.cable import Cable
from hal.world.errors import FirmwareCrash, WorldHang, WorldTimeout
from hal.world.mechanics.person import Person


def program(name):
    return f"tests.world.programs.{name}"


@pytest.fixture
def table_of(home, tmp_path):
    """Makes a table with a program; its home is the parameter."""

    def make(name, **options):
        return SimTable(home, state_dir=tmp_path, program=program(name), **options)

    return make


def test_held_button_drives_and_release_stops(table_of):
    with table_of("mover", start_deg=-20.0) as table:
        table.run(1.0)
        assert table.world.plant.inv_deg == pytest.approx(-20.0)
        table.press("down")
        waited_s = table.run_until(lambda: table.world.plant.inv_deg > 0.0, 10.0)
        assert 3.0 < waited_s < 7.0 and table.world.drive_permille == 1000 and table.world.contactor_closed
        table.release("down")
        table.run(1.0)
        assert table.world.plant.speed_mps == 0.0 and not table.world.contactor_closed


def scenario(home, tmp_path, **options):
    with SimTable(home, state_dir=tmp_path, program=program("mover"), **options) as table:
        table.run(0.5)
        for name in ("down", "up"):
            table.press(name)
            table.run(3.0)
            table.release(name)
            table.run(0.31)
        return table.trace.state_and_drive_bytes(), [row._replace(now_ms=0) for row in table.trace]


@pytest.mark.usefixtures("micropython")
def test_both_homes_make_the_same_trace(tmp_path):
    assert scenario("micropython", tmp_path) == scenario("cpython", tmp_path)


def test_run_is_the_same_every_time_and_differs_by_seed(tmp_path):
    first, again, other = (scenario("cpython", tmp_path, seed=seed)[0] for seed in (1, 1, 2))
    assert first == again and hashlib.sha256(first).digest() != hashlib.sha256(other).digest()


def test_wrap_of_the_device_clock_changes_nothing_else(tmp_path):
    assert scenario("cpython", tmp_path)[1] == scenario("cpython", tmp_path, start_ms=2**30 - 3000)[1]


def test_run_lasts_exactly_as_long_as_asked(table_of):
    with table_of("mover") as table:
        table.run(0.123)
        table.run(1.0)
        assert table.world.now_s == pytest.approx(1.123, abs=0.002)


def test_run_until_says_how_long_and_gives_up_in_time(table_of):
    with table_of("mover") as table:
        assert table.run_until(lambda: table.world.now_s > 0.9, 5.0) == pytest.approx(0.9, abs=0.03)
        with pytest.raises(WorldTimeout, match="Row"):
            table.run_until(lambda: False, 0.5)
        assert table.world.now_s == pytest.approx(1.42, abs=0.03)


def test_one_read_a_tick_needs_no_exchange_of_its_own(table_of):
    with table_of("mover") as table:
        table.run(1.0)
        before, rows = table._guard.trades, len(table.trace)
        table.run(2.0)
        assert table._guard.trades - before == len(table.trace) - rows == 100


def test_imu_answers_again_after_it_was_gone(table_of):
    with table_of("imu_reader") as table:
        table.run(0.5)
        assert set(table.serial_out()[5:].decode()) == {"y"}
        imu = table.world.bus.chips.pop(0x6A)
        table.run(0.5)
        assert set(table.serial_out()[2:].decode()) == {"E"}
        table.world.bus.chips[0x6A] = imu
        table.run(0.5)
        assert set(table.serial_out()[2:].decode()) == {"y"}


def test_imu_keeps_its_settings_over_a_reset_and_loses_them_with_its_power(table_of):
    with table_of("imu_reader") as table:
        table.run(0.5)
        table.world.reset_board()
        table.run(0.2)
        assert b"C" not in table.serial_out()
        table.world.power_board()
        table.run(0.2)
        assert table.serial_out().endswith(b"CCC")


def test_allocation_in_the_tick_is_caught_where_there_is_a_heap_to_lock(table_of, home):
    with table_of("allocator") as table:
        if home == "micropython":
            with pytest.raises(FirmwareCrash, match="MemoryError"):
                table.run(1.0)
        else:
            table.run(1.0)


def test_allocation_outside_the_tick_is_allowed(table_of):
    with table_of("spare_allocator") as table:
        table.run(1.0)
        assert len(table.trace) > 30


def test_small_heap_is_really_small(tmp_path, micropython):
    with pytest.raises(FirmwareCrash, match="MemoryError"):
        SimTable(state_dir=tmp_path, program=program("mover"), heap="8k").__enter__()


def test_end_of_main_is_told_with_its_traceback_and_the_board_is_off(table_of):
    with table_of("raiser") as table:
        with pytest.raises(FirmwareCrash, match="tenth tick"):
            table.run(5.0)
        assert table.world.now_s == pytest.approx(0.52, abs=0.03)
        table.run(1.0)
        assert table.boots == [1]


def test_program_that_is_not_there_is_told(table_of):
    with table_of("nowhere") as table, pytest.raises(FirmwareCrash, match="nowhere"):
        table.run(1.0)


@pytest.mark.long
def test_tick_that_never_waits_fails_with_the_trace(table_of):
    with table_of("hanger", hang_s=0.3) as table:
        with pytest.raises(WorldHang, match="Row"):
            table.run(5.0)
        assert table.world.now_s == pytest.approx(0.5, abs=0.03)


@pytest.mark.long
def test_hang_in_this_process_shows_where(tmp_path):
    hanger = SimTable("cpython", state_dir=tmp_path, program=program("hanger"), hang_s=0.3)
    with hanger as table, pytest.raises(WorldHang, match=r"hanger\.py"):
        table.run(5.0)


def test_unfed_watchdog_restarts_the_board_with_outputs_off(table_of):
    with table_of("starver") as table:
        table.run_until(lambda: table.world.plant.rate_dps > 0.5, 2.0)
        assert table.world.buzzer and table.world.contactor_closed
        table.run_until(lambda: len(table.boots) == 2, 2.0)
        assert table.world.drive_permille == 0 and not table.world.buzzer
        table.run(0.25)
        assert table.world.plant.speed_mps == 0.0 and not table.world.contactor_closed
        table.run(0.1)
        assert table.boots == [1, 2] and table.serial_out() == b"12"


def test_power_off_stops_everything_and_power_on_starts_again(table_of):
    with table_of("mover", start_deg=0.0) as table:
        table.press("down")
        table.run(2.0)
        rows, deg = len(table.trace), table.world.plant.inv_deg
        table.power_off()
        table.run(1.0)
        assert len(table.trace) == rows and table.world.plant.inv_deg - deg < 0.5
        assert not table.world.contactor_closed
        with pytest.raises(WorldTimeout):
            table.run_until(lambda: len(table.trace) > rows, 0.5)
        table.power_on()
        table.run_until(lambda: table.world.plant.inv_deg > deg + 2.0, 5.0)
        assert table.boots == [1, 1]


def test_cable_carries_both_ways_in_order(table_of):
    with table_of("echo") as table:
        sent = bytes(range(256)) * 3
        table.serial_in(sent[:100])
        table.run(1.0)
        table.serial_in(sent[100:])
        table.run(1.0)
        assert table.serial_out() == sent


def test_laptop_that_stops_reading_costs_no_tick_and_no_byte(table_of):
    with table_of("echo") as table:
        table.run(0.5)
        table.world.cable.reading = False
        sent = bytes(range(256)) * 4
        table.serial_in(sent)
        rows = len(table.trace)
        table.run(2.0)
        assert len(table.trace) == rows + 100 and table.serial_out() == b""
        table.world.cable.reading = True
        table.run(1.0)
        assert table.serial_out() == sent


@pytest.mark.parametrize("awake", [True, False])
@pytest.mark.parametrize("plugged", [True, False])
@pytest.mark.parametrize("sleeps_last", [True, False])
def test_a_laptop_is_heard_only_awake_and_plugged_in(awake, plugged, sleeps_last):
    """Whichever of the two came last."""
    cable = Cable()
    cable.set_awake(not awake)
    cable.set_plugged(not plugged)
    changes = [lambda: cable.set_awake(awake), lambda: cable.set_plugged(plugged)]
    for change in changes[::-1] if sleeps_last else changes:
        change()
    cable.send(b"hello")
    cable.accept(b"said")
    both = awake and plugged
    assert (cable.alive, cable.head(5)) == (both, b"hello" if both else b"")
    assert (cable.carry(), cable.take()) == ((0, b"said") if both else (4, b""))


def test_locks_and_mains_are_switches(table_of):
    with table_of("mover") as table:
        table.set_switch("lock_left", False)
        table.set_switch("mains", False)
        table.run(0.5)
        assert table.trace.tail(1)[0].bits & 0b100_0110_0000 == 0b1000000
        assert not table.world.analog.mains


def test_nothing_is_left_behind(table_of):
    if hasattr(os, "sched_getaffinity"):
        before = os.sched_getaffinity(0)
    threads = threading.active_count()
    fds = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
    with table_of("starver") as table:
        table.run(2.0)
    assert threading.active_count() == threads and gc.isenabled()
    if fds:
        assert len(os.listdir("/proc/self/fd")) == fds
    if hasattr(os, "sched_getaffinity"):
        assert os.sched_getaffinity(0) == before


def test_person_is_the_plants(table_of):
    heavy = Person(mass_kg=120.0)
    with table_of("mover", person=heavy) as table:
        assert table.world.plant.person is heavy


def test_unknown_interpreter_is_refused(tmp_path):
    with pytest.raises(ValueError, match="micropython, cpython"):
        SimTable("pypy", state_dir=tmp_path)
