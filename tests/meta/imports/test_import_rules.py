"""The architecture's import rules hold, and each rule catches a file that breaks it."""

import pytest

from tests.meta.imports import import_rules
from tests.support.source import ROOT, python_in, uses

# rule, file, text, the line at fault
PLANTED = [
    ("safety_is_alone", "firmware/safety/x.py", "import json", 1),
    ("safety_is_alone", "firmware/safety/x.py", "from firmware import status", 1),
    ("safety_is_alone", "firmware/safety/x.py", "def f():\n    from firmware.person import chosen", 2),
    ("safety_is_alone", "firmware/safety/x.py", "from ..control import gate", 1),
    ("screening_is_alone", "firmware/screening/x.py", "from firmware.safety import ticks", 1),
    ("firmware_knows_no_hal", "firmware/drivers/x.py", "import sys\nfrom hal.contract import HalError", 2),
    ("firmware_knows_no_hal", "firmware/drivers/x.py", "from hal import contract", 1),
    ("firmware_knows_no_hal", "firmware/main.py", "__import__('hal.sim.board')", 1),
    ("machine_only_in_hal", "firmware/drivers/x.py", "from machine import Pin", 1),
    ("machine_only_in_hal", "host/bascule/x.py", "import machine", 1),
    ("machine_only_in_hal", "firmware/drivers/x.py", "def f():\n    machine.reset()", 2),
    ("outputs_only_in_gate", "firmware/executive.py", "def f(board):\n    board.outputs.drive(0)", 2),
    ("outputs_only_in_gate", "firmware/executive.py", "def f(board):\n    board.outputs.inert()", 2),
    ("outputs_only_in_gate", "firmware/executive.py", "o = getattr(board, 'outputs')", 1),
    ("outputs_only_in_gate", "firmware/main.py", "def main(board):\n    board.outputs.drive(1)", 2),
    ("outputs_only_in_gate", "firmware/main.py", "def main(board):\n    o = board.outputs", 2),
    ("host_reads_shared_rules_only", "host/bascule/x.py", "from firmware.control.tilt import Tilt", 1),
    ("host_reads_shared_rules_only", "host/bascule/x.py", "import firmware", 1),
    ("host_reads_shared_rules_only", "host/bascule/x.py", "import_module('firmware.main')", 1),
    ("world_is_alone", "hal/world/x.py", "from firmware.safety import faults", 1),
    ("world_is_alone", "hal/world/faults/x.py", "from hal.sim import codec", 1),
    ("world_is_alone", "hal/world/x.py", "def f():\n    from hal.emulated.rig import EmulatedRig", 2),
    ("world_is_alone", "hal/world/x.py", "if TYPE_CHECKING:\n    from hal.sim.home.rig import Rig", 2),
    ("world_is_alone", "hal/world/x.py", "from hal.rp2 import pins", 1),
    ("device_hal_knows_no_firmware", "hal/sim/board.py", "from firmware import main", 1),
    ("device_hal_knows_no_firmware", "hal/contract.py", "import firmware.status", 1),
    ("device_hal_knows_no_firmware", "hal/sim/boot.py", "from firmware import executive", 1),
    ("device_side_fits_device", "firmware/link/x.py", "from dataclasses import dataclass", 1),
    ("device_side_fits_device", "firmware/link/x.py", "def f():\n    import zlib", 2),
    ("device_side_fits_device", "hal/sim/x.py", "import subprocess", 1),
    ("device_side_fits_device", "hal/sim/x.py", "def f():\n    import typing", 2),
    ("device_side_fits_device", "hal/sim/x.py", "from hal.world.clock import Clock", 1),
    ("device_side_fits_device", "hal/rp2/x.py", "def f():\n    import traceback", 2),
]  # fmt: skip

# Near misses: what a rule must leave alone.
INNOCENT = [
    ("safety_is_alone", "firmware/safety/x.py", "from firmware.safety import ticks"),
    ("firmware_knows_no_hal", "firmware/x.py", "import halt\nfrom firmware.panel import hal_words"),
    ("machine_only_in_hal", "firmware/x.py", '"""The state machine."""\nimport platform\nplatform.machine()'),
    ("outputs_only_in_gate", "firmware/control/gate.py", "def f(board):\n    board.outputs.drive(1)"),
    ("outputs_only_in_gate", "firmware/main.py", "def main(board):\n    board.outputs.inert()"),
    ("outputs_only_in_gate", "firmware/executive.py", "def build(board):\n    return Gate(board.outputs)"),
    ("host_reads_shared_rules_only", "host/bascule/x.py", "from firmware.link import wire"),
    ("world_is_alone", "hal/world/x.py", "import json\nfrom hal import contract\nfrom hal.world import clock"),
    ("device_hal_knows_no_firmware", "hal/sim/boot.py", "from firmware import main"),
    ("device_side_fits_device", "hal/sim/x.py", "import sys\ndef f():\n    import traceback"),
    ("device_side_fits_device", "hal/world/x.py", "import dataclasses"),
]  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("rule", import_rules.RULES, ids=lambda rule: rule.__name__)
def test_rule_holds(rule):
    breaches = rule(ROOT)
    assert not breaches, "\n".join(breaches)


def test_every_rule_has_a_planted_breach():
    assert {row[0] for row in PLANTED} == {rule.__name__ for rule in import_rules.RULES}


@pytest.mark.parametrize(("name", "place", "text", "line"), PLANTED)
def test_rule_catches(tmp_path, name, place, text, line):
    plant(tmp_path, place, text)
    breaches = getattr(import_rules, name)(tmp_path)
    assert [breach.split(": ")[0] for breach in breaches] == [f"{place}:{line}"]


@pytest.mark.parametrize(("name", "place", "text"), INNOCENT)
def test_rule_leaves_alone(tmp_path, name, place, text):
    plant(tmp_path, place, text)
    assert getattr(import_rules, name)(tmp_path) == []


@pytest.mark.parametrize("place", ["firmware", "firmware/safety", "host", "hal/world"])
def test_the_walk_sees_the_repository(place):
    assert any(uses(ROOT, path) for path in python_in(ROOT, place))


def plant(root, place, text):
    """Write a file into an otherwise empty repository."""
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text + "\n", "utf-8")
