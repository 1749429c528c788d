"""The packages of the laptop tool import each other as designed, and each rule catches a file that breaks it."""

import pytest

from tests.meta.imports import tool_rules
from tests.support.source import ROOT, python_in

_SURFACE = {"host/bascule/table/__init__.py": '"""The cable. Others use `client`."""'}

# rule, file, text, the line at fault
PLANTED = [
    ("cli_imports_commands", "cli/x.py", "def f():\n    from bascule.table.client import connected", 2),
    ("cli_imports_commands", "cli/x.py", "from bascule.conditions import catalogue", 1),
    ("commands_import_the_rest", "commands/x.py", "from bascule.cli.options import PORT", 1),
    ("profile_imports_conditions", "profile/x.py", "from bascule.table import people", 1),
    ("conditions_stand_alone", "conditions/x.py", "from bascule.profile import reader", 1),
    ("table_knows_no_profile", "table/x.py", "from bascule.profile.file_form import visible", 1),
    ("table_knows_no_profile", "table/x.py", "import bascule.conditions.catalogue", 1),
    ("interview_imports_profile_and_conditions", "interview/x.py", "from bascule.commands.profile import check", 1),
    ("sheet_imports_profile_and_conditions", "sheet/x.py", "from bascule.table import people", 1),
    ("doctor_imports_table", "doctor/x.py", "import os\nfrom bascule.deploy import uf2", 2),
    ("deploy_imports_table", "deploy/x.py", "from bascule.doctor import finding", 1),
    ("broker_imports_table", "broker/x.py", "from bascule.ui import shown", 1),
    ("ui_imports_table", "ui/x.py", "from bascule.simulator import life", 1),
    ("terminal_imports_table", "terminal/x.py", "from bascule.ui import shown", 1),
    ("simulator_imports_what_shares_a_table", "simulator/x.py", "from bascule.profile import reader", 1),
    ("speech_stands_alone", "speech/x.py", "import os\nfrom bascule.errors import Problem", 2),
    ("root_imports_no_package", "x.py", "from bascule.table import ports", 1),
    ("private_names_stay_inside", "commands/x.py", "from bascule.table.client import _ANSWER_S", 1),
    ("private_names_stay_inside", "commands/x.py", "from bascule.table import client\nclient._complete()", 2),
    ("private_names_stay_inside", "commands/x.py", "from bascule import output\noutput._failed()", 2),
    ("surfaces_are_told", "commands/x.py", "from bascule.table import client, ports", 1),
]  # fmt: skip

# Near misses: what a rule must leave alone.
INNOCENT = [
    ("cli_imports_commands", "cli/x.py", "from bascule import output\nfrom bascule.commands import table"),
    ("commands_import_the_rest", "commands/x.py", "from bascule.table import ports\nfrom bascule.commands import y"),
    ("profile_imports_conditions", "profile/x.py", "from bascule.conditions import catalogue"),
    ("conditions_stand_alone", "conditions/x.py", "from firmware.screening import conditions"),
    ("table_knows_no_profile", "table/x.py", "from bascule.errors import Problem\nfrom firmware.profile import form"),
    ("interview_imports_profile_and_conditions", "interview/x.py", "from bascule.profile import reader"),
    ("sheet_imports_profile_and_conditions", "sheet/x.py", "from bascule.profile import measures"),
    ("doctor_imports_table", "doctor/x.py", "from bascule.table import ports"),
    ("deploy_imports_table", "deploy/x.py", "from bascule.table_files import folder"),
    ("broker_imports_table", "broker/x.py", "from bascule.table import ports"),
    ("ui_imports_table", "ui/x.py", "from bascule.table import panel\nfrom bascule.facts import as_json"),
    ("terminal_imports_table", "terminal/x.py", "from bascule.table import panel"),
    ("simulator_imports_what_shares_a_table", "simulator/x.py", "from bascule.ui import shown"),
    ("speech_stands_alone", "speech/x.py", "from bascule.speech import german"),
    ("root_imports_no_package", "x.py", "from bascule.speech.told import later"),
    ("root_imports_no_package", "x.py", "from bascule.tables import y\nfrom bascule.errors import Problem"),
    ("root_imports_no_package", "__main__.py", "from bascule.cli.main import main"),
    ("private_names_stay_inside", "table/x.py", "from bascule.table import client\nclient._complete()"),
    ("private_names_stay_inside", "commands/x.py", "from bascule.table import client\nclient.__doc__, self._mine"),
    ("surfaces_are_told", "commands/x.py", "from bascule.table.client import connected"),
]  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("rule", tool_rules.RULES, ids=lambda rule: rule.__name__)
def test_rule_holds(rule):
    breaches = rule(ROOT)
    assert not breaches, "\n".join(breaches)


def test_every_rule_has_a_planted_breach_and_a_near_miss():
    names = {rule.__name__ for rule in tool_rules.RULES}
    assert {row[0] for row in PLANTED} == names == {row[0] for row in INNOCENT}


def test_every_package_of_the_tool_has_its_place_in_the_rules():
    tool = ROOT / "host" / "bascule"
    assert sorted(tool_rules._PACKAGES) == sorted(place.parent.name for place in tool.glob("*/__init__.py"))


@pytest.mark.parametrize(("name", "place", "text", "line"), PLANTED)
def test_rule_catches(tmp_path, name, place, text, line):
    plant(tmp_path, place, text)
    breaches = getattr(tool_rules, name)(tmp_path)
    assert [breach.split(": ")[0] for breach in breaches] == [f"host/bascule/{place}:{line}"]


@pytest.mark.parametrize(("name", "place", "text"), INNOCENT)
def test_rule_leaves_alone(tmp_path, name, place, text):
    plant(tmp_path, place, text)
    assert getattr(tool_rules, name)(tmp_path) == []


def test_a_name_that_nobody_imports_is_no_surface(tmp_path):
    plant(tmp_path, "commands/x.py", "")
    assert tool_rules.surfaces_are_told(tmp_path) == [
        "host/bascule/table/__init__.py:1: names client: no other package imports it"
    ]


def test_the_walk_sees_the_tool():
    assert len(python_in(ROOT, "host/bascule")) > 50


def plant(root, place, text):
    """Write a file into a tool that has nothing else but one surface."""
    for path, said in {**_SURFACE, f"host/bascule/{place}": text}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(said + "\n", "utf-8")
