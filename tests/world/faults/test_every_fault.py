"""Every fault of the vocabulary changes what is sensed or done, and only for as long as it hangs.

A fault that does nothing makes every situation pass that names it, and what it stands for is never tried.
"""

import datetime
import functools
import re
import tempfile
from pathlib import Path

import pytest

from hal import contract
from hal.sim.home.rig import Rig
from hal.world.faults.fault import Fault
from hal.world.faults.vocabulary import ADC, BITS, PARTS
from tests.world.faults.fault_bench import Bench
from tests.world.faults.fault_rig import ALL

# What happens once, and what a belt has lost: there is nothing to lift.
OVER_AT_ONCE = {
    ("", "overrun"), ("", "stall"), ("", "reset"), ("", "brownout"), ("", "clock_jump"), ("rtc", "clock_jump"),
    ("", "flash_torn"), ("belt", "slip"),
}  # fmt: skip
_WALL = datetime.datetime(2026, 11, 23, 10, 0)
_NAMED = {"stop": "STOP_CLOSED", "mirror": "CONTACTOR_CLOSED"}  # the others bear the contract's own names


def life(fault: Fault | None) -> tuple[bytes, tuple[int, ...]]:
    """All that a board senses and does while everything at the table happens once, with this fault from early on."""
    with tempfile.TemporaryDirectory() as folder:
        options = {"program": "tests.world.programs.all_senses", "start_deg": 7.0, "wall": _WALL}
        with Rig("cpython", state_dir=Path(folder), **options) as rig:
            rig.run(0.5)
            parts = (rig.world.bus, rig.world.analog, rig.world.wiring, rig.world)
            before = [vars(part).keys() for part in parts]
            undo = rig.break_(fault) if fault else lambda: None
            everything(rig)
            undo()
            rig.run(0.1)
            assert [vars(part).keys() for part in parts] == before, f"{fault} left something"
            return rig.trace.state_and_drive_bytes(), tuple(rig.boots)


def everything(rig: Rig) -> None:
    """Down past 10 degrees and up, each button and switch, the laptop, each angle switch, and the power."""
    rig.serial_in(b"once")
    for button, seconds in (("down", 1.1), ("up", 0.3), ("ok", 0.06), ("stop", 0.06)):
        rig.press(button)
        rig.run(seconds)
        rig.release(button)
        rig.run(0.1)
    for switch in ("lock_left", "lock_right", "mains"):
        rig.set_switch(switch, False)
        rig.run(0.06)
        rig.set_switch(switch, True)
    for deg in (0, -70, 91.5):
        rig.world.plant.place(deg)
        rig.serial_in(b"and again")
        rig.run(0.06)
    rig.power_off()
    rig.run(0.1)
    rig.power_on()
    rig.run(0.5)


@functools.cache
def lived(fault: Fault | None) -> tuple[bytes, tuple[int, ...]]:
    return life(fault)


@pytest.mark.parametrize("fault", ALL, ids=str)
def test_a_fault_is_never_one_in_name_only(fault):
    assert life(fault) != lived(None)


def test_without_a_fault_two_lives_are_the_same():
    assert life(None) == lived(None)


def state(bench: Bench) -> str:
    """Everything of the world that a fault may change; what a chip forgets without supply is not given back."""
    world = bench.world
    parts = (
        world.plant,
        world.person,
        world.analog,
        world.bridge,
        world.wiring,
        world.switches,
        world.cable,
        world.clock,
    )
    hooked = [vars(part).keys() for part in (world, world.bus, world.rtc)]
    shown = repr([vars(part) for part in parts]), hooked, world.bus.held_clocks, world.rtc.battery_ok, bench.upsets
    text = f"{shown} {sorted(path.name for path in bench.folder.iterdir())} {len(bench._each)}"
    return re.sub(r"\d+\.\d+(e-\d+)?", lambda number: f"{float(number[0]):.9g}", text)


@pytest.mark.parametrize("fault", [fault for fault in ALL if (fault.target, fault.name) not in OVER_AT_ONCE], ids=str)
def test_what_is_mended_leaves_nothing_behind(tmp_path, fault):
    """A battery that stays weak, or a laptop that stays asleep, would be blamed on whatever comes next."""
    (tmp_path / "kept").write_bytes(b"something")
    bench = Bench(tmp_path)
    bench.world.wiring.contactor_closed = bench.world.wiring.coil = True
    before = state(bench)
    undo = bench.break_(fault)
    undo()
    assert state(bench) == before


@pytest.mark.parametrize("seconds", [0.4, 2.0])
def test_a_fault_for_a_time_hangs_for_that_time(rig, seconds):
    rig.plan(lambda: True, Fault("off", "position"), seconds)
    rig.run(0.02)
    began_s = rig.hung[0][0]
    gone_s = began_s + rig.run_until(lambda: rig.world.analog.sample(0)[contract.POSITION] > 0, 10.0)
    assert gone_s - began_s == pytest.approx(seconds, abs=0.03)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize(("name", "error"), [("exception", "RuntimeError"), ("oom", "MemoryError")])
def test_the_call_that_fails_is_the_one_that_is_named_and_fails_as_it_says(tmp_path, part, name, error):
    """The program names whatever has failed; of the bus it tries the tilt sensor first."""
    with Rig("cpython", state_dir=tmp_path, program="tests.world.programs.all_senses") as rig:
        rig.run(0.4)
        rig.serial_out()
        rig.break_(Fault(name, part))
        rig.run(0.1)
        failed = {tuple(line.decode().split()[1:3]) for line in rig.serial_out().splitlines()}
    assert failed - {()} == {("imu" if part == "i2c" else part, error)}


@pytest.mark.parametrize("target", BITS)
@pytest.mark.parametrize(("name", "level"), [("switch_open", False), ("switch_closed", True)])
def test_a_broken_switch_is_the_one_that_is_named_and_reads_as_it_says(rig, target, name, level):
    mask = 1 << getattr(contract, _NAMED.get(target, target.upper()))
    before = rig.world.input_bits()
    expected = before | mask if level else before & ~mask
    if (target, level) == ("stop", True):
        # What is closed for good is a loop whose two wires touch.
        expected = before & ~mask | 1 << contract.STOP_SHORT
    undo = rig.break_(Fault(name, target))
    assert rig.world.input_bits() == expected
    undo()
    assert rig.world.input_bits() == before


@pytest.mark.parametrize("target", ADC)
def test_a_broken_wire_is_the_one_that_is_named(rig, target):
    before = list(rig.world.analog.sample(0))
    rig.break_(Fault("off", target))
    before[getattr(contract, target.upper())] = 0
    assert list(rig.world.analog.sample(0)) == before
