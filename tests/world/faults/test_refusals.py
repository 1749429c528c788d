"""A fault that a home cannot give is refused there, and nothing of it is left; the world's own hang in every home."""

import importlib
import sys
from types import ModuleType

import pytest

from hal import contract
from hal.world.errors import FaultError
from hal.world.faults.desk import Desk
from hal.world.faults.fault import Fault
from hal.world.faults.vocabulary import PARTS, VOCABULARY
from tests.support.host import pico

OF_A_HOME = {
    ("imu", "slow"), ("", "overrun"), ("", "stall"), ("", "reset"), ("", "brownout"), ("", "clock_jump"),
    ("", "flash_torn"), ("", "flash_worn"), ("flash", "off"),
    *((part, name) for part in PARTS for name in ("exception", "oom")),
}  # fmt: skip


class Homeless(Desk):
    """The world and the desk, and nothing that runs a firmware."""

    interpreter = "homeless"


@pytest.fixture
def emulated(tmp_path, monkeypatch):
    """The rig of the emulated chip without power: what its emulator and its files are made of need not be installed."""
    littlefs = ModuleType("littlefs")
    littlefs.LittleFS = littlefs.LittleFSError = None
    monkeypatch.setitem(sys.modules, "littlefs", littlefs)
    for name in ("rig", "table", "files"):
        monkeypatch.delitem(sys.modules, f"hal.emulated.{name}", raising=False)
    image = tmp_path / "image.uf2"
    image.write_bytes(pico.plain([pico.MARKS]))
    yield importlib.import_module("hal.emulated.rig").EmulatedRig(image, tmp_path / "flash")
    for name in ("rig", "table", "files"):
        sys.modules.pop(f"hal.emulated.{name}", None)


def refused(rig):
    """Which faults are refused, with everything of the world as it was after each."""
    found = set()
    for target, name in VOCABULARY:
        world = rig.world
        world.imu.write(0x10, b"\x48\x48")  # settings that a chip without supply forgets
        parts = (world, world.bus, world.imu, world.rtc, world.display, world.wiring, world.cable, world.clock)
        before = [repr(vars(part)) for part in parts]
        try:
            rig.break_(Fault(name, target))()
        except FaultError:
            found.add((target, name))
            assert [repr(vars(part)) for part in parts] == before, f"{target} {name} was refused and left something"
    assert len(rig.hung) == len(VOCABULARY) - len(found)
    return found


def test_a_table_without_a_home_takes_the_faults_of_the_world_and_refuses_the_others():
    assert refused(Homeless()) == OF_A_HOME


def test_the_emulated_chip_is_restarted_by_its_watchdog_and_refuses_what_no_chip_can(emulated):
    assert refused(emulated) == OF_A_HOME - {("", "reset")}
    with pytest.raises(FaultError, match="restarted by its watchdog"):
        emulated.break_(Fault("reset", "", contract.POWER_ON))
    with pytest.raises(FaultError, match="cannot be told to take more"):
        emulated.break_(Fault("stall"))


def test_a_refusal_says_which_table_and_what():
    with pytest.raises(FaultError, match="the homeless table cannot be made to raise an error in a call"):
        Homeless().break_(Fault("oom", "i2c"))
