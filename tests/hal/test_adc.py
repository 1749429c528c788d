"""The Pico's analogue inputs, with the switch of docs/hardware/wiring.md behind a stand-in for MicroPython's pins."""

import importlib
import sys
import time
from types import ModuleType

import pytest

from hal import contract

POSITION_PIN, CURRENT_PIN, VOLTAGES_PIN, SELECT_PIN = 26, 27, 28, 22
READ = {"position": 1000, "current": 2000, "supply": 3000, "battery": 4000}


@pytest.fixture
def adc(monkeypatch):
    level = {SELECT_PIN: 0}

    class Pin:
        IN, OUT, PULL_DOWN = range(3)

        def __init__(self, number, mode, value):
            self._number = number
            self.init(mode, value=value)

        def init(self, mode, _pull=None, value=None):
            """As an input it is lifted by the resistor at the far end of its wire."""
            self._mode = mode
            level[self._number] = 1 if mode == self.IN else value

        def value(self, high=None):
            if high is not None and self._mode == self.OUT:
                level[self._number] = high
            return level[self._number]

    class ADC:
        def __init__(self, number):
            self._number = number

        def read_u16(self):
            voltage = "battery" if level[SELECT_PIN] else "supply"
            return READ[{POSITION_PIN: "position", CURRENT_PIN: "current", VOLTAGES_PIN: voltage}[self._number]]

    machine = ModuleType("machine")
    machine.ADC, machine.Pin = ADC, Pin
    monkeypatch.setitem(sys.modules, "machine", machine)
    monkeypatch.setattr(time, "sleep_ms", lambda _ms: None, raising=False)
    monkeypatch.delitem(sys.modules, "hal.rp2.adc", raising=False)
    yield importlib.import_module("hal.rp2.adc").Adc()
    sys.modules.pop("hal.rp2.adc", None)


def test_h16_an_empty_battery_is_never_read_as_the_supply_nor_the_other_way_round(adc):
    buf = [0] * contract.ADC_CHANNELS
    for _ in range(2):
        adc.read_into(buf)
        assert (buf[contract.SUPPLY], buf[contract.BATTERY]) == (READ["supply"], READ["battery"])
        assert (buf[contract.POSITION], buf[contract.CURRENT]) == (READ["position"], READ["current"])


def test_the_supply_is_still_read_once_the_wire_of_the_switch_has_been_proven(adc):
    """A lost mains would be read as a full battery."""
    buf = [0] * contract.ADC_CHANNELS
    assert adc.wired()
    adc.read_into(buf)
    assert (buf[contract.SUPPLY], buf[contract.BATTERY]) == (READ["supply"], READ["battery"])
