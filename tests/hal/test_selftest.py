"""The Pico's self-test: how what its checks find is told. What they touch is proved on the emulated chip."""

import builtins
import importlib
import sys
import time
from types import ModuleType, SimpleNamespace

import pytest

CHECKS = ("clock", "watchdog", "contactor", "bridge", "deadman", "adc", "volts", "imu", "rtc", "display", "program")


@pytest.fixture
def selftest(monkeypatch):
    """All checks pass but that of the flash, which is the real one."""
    machine = ModuleType("machine")
    machine.ADC = machine.freq = machine.mem32 = None
    uctypes = ModuleType("uctypes")
    uctypes.bytearray_at = None
    monkeypatch.setitem(sys.modules, "machine", machine)
    monkeypatch.setitem(sys.modules, "uctypes", uctypes)
    before = set(sys.modules)
    for name in ("sleep_ms", "ticks_diff", "ticks_ms"):
        monkeypatch.setattr(time, name, None, raising=False)
    module = importlib.import_module("hal.rp2.proof.selftest")
    for name in CHECKS:
        monkeypatch.setattr(module, "_" + name, lambda board: True)
    yield module
    for name in set(sys.modules) - before:
        if name.startswith("hal.rp2"):
            del sys.modules[name]


@pytest.mark.parametrize(("number", "told"), [(None, ()), (28, ("flash_full",)), (5, ("flash",))])
def test_h35_a_flash_without_room_is_told_as_full_and_any_other_failure_as_one(
    selftest, tmp_path, monkeypatch, number, told
):
    real = builtins.open

    def opened(path, mode="r", *more, **named):
        if number and "w" in mode and str(path).startswith(str(tmp_path)):
            raise OSError(number, "-")
        return real(path, mode, *more, **named)

    monkeypatch.setattr(builtins, "open", opened)
    clock, outputs = SimpleNamespace(now_ms=lambda: 7), SimpleNamespace(inert=lambda: None)
    assert selftest.run(SimpleNamespace(root=str(tmp_path), clock=clock, outputs=outputs)) == told


def test_several_failures_are_all_told(selftest, tmp_path, monkeypatch):
    monkeypatch.setattr(selftest, "_imu", lambda board: False)
    clock, outputs = SimpleNamespace(now_ms=lambda: 7), SimpleNamespace(inert=lambda: None)
    board = SimpleNamespace(root=str(tmp_path / "gone"), clock=clock, outputs=outputs)
    assert selftest.run(board) == ("flash", "imu")
