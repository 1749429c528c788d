"""docs/hardware agrees with the board file: every pin is on the map and in the drawing, and nothing else is."""

import re

import pytest

from docs.generator import hardware
from hal import contract
from hal.rp2 import pins


def test_the_map_is_current():
    text = hardware.PAGE.read_text("utf-8")
    assert hardware.page(text) == text, "docs/hardware/wiring.md is stale: run make docs"


def test_every_pin_is_there_once():
    named = [number for name, number in vars(pins).items() if type(number) is int]
    assert [line.gpio for line in hardware.lines()] == sorted([*named, *pins.INPUTS])
    assert len({line.gpio for line in hardware.lines()}) == len(named) + len(pins.INPUTS)


def test_inputs_stand_at_the_contracts_bits():
    by_name = {line.name: line.gpio for line in hardware.lines()}
    for name in hardware._INPUTS:
        assert by_name[name] == pins.INPUTS[getattr(contract, name)]


def test_what_moves_something_is_held_low_by_a_resistor():
    held = {line.name: line.held for line in hardware.lines()}
    for name in ("BRIDGE_ENABLE", "BRIDGE_DOWN", "BRIDGE_UP", "CONTACTOR"):
        assert "10 kOhm to ground" in held[name]


def test_a_moved_pin_makes_the_map_stale(monkeypatch):
    monkeypatch.setattr(pins, "BUZZER", 0)
    text = hardware.PAGE.read_text("utf-8")
    assert "| 0 | 1 | `BUZZER` |" in hardware.page(text) != text


def test_a_pin_that_nobody_described_is_an_error(monkeypatch):
    monkeypatch.setattr(pins, "HORN", 0, raising=False)
    with pytest.raises(KeyError):
        hardware.lines()


def test_the_drawing_names_every_pin():
    drawn = set(re.findall(r"GP(\d+) (\w+)", hardware.DRAWING.read_text("utf-8")))
    assert drawn == {(str(line.gpio), line.name) for line in hardware.lines()}
