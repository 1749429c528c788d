"""One name, one value: a number stands in one module, and where another must repeat it, both change together."""

import ast
import re
from collections import defaultdict

import pytest

from firmware.control import budget, session
from firmware.link import errors, messages, server, wire
from firmware.panel import menu, paper, shown
from firmware.profile import form
from firmware.safety import checks, ticks
from firmware.screening import conditions, programme
from firmware.store import records
from hal import contract
from tests.support.source import ROOT, python_in, tree

# Names that end in a unit, or in what a unit is counted by. Two modules may each have a WIDTH, but no two limits.
_WITH_UNIT = re.compile(r"[A-Z_]+_(CDEG|CDPS2?|MS|S|MIN|DAYS|MA|MV|MG2?|PERMILLE|TICKS|READS|RUN)")
# Screening stands alone, so it repeats numbers of the core and of control.
REPEATED = {
    "UPRIGHT_CDEG": (checks, programme),
    "DUTY_MS": (checks, programme),
    "REST_PER_RUN": (checks, programme),
    "WAY_UP_MS_PER_CDEG": (checks, programme),
    "INVERT_CDPS": (budget, programme),
    "RAMP_MS": (budget, programme),
    "RETURN_CDPS": (session, programme),
}
# What one rule needs under two names, or on both sides of a boundary.
ALIKE = {
    "the rate down is the same for session and budget": (session.INVERT_CDPS, budget.INVERT_CDPS),
    "an angle on the wire reaches what a profile may ask": (
        messages.COMMANDS["progress"][2][1][2][1],
        conditions.FULL_CDEG,
    ),
    "a profile may ask for all that the table can": (conditions.ANGLE_CDEG[1], conditions.FULL_CDEG),
    "whole numbers of link and ticks are small integers": (messages.MAX_INT, ticks.MASK),
    "ticks wrap where the clock does": (ticks.MASK + 1, contract.TICKS_PERIOD),
    "a profile that is put is as long as one may be": (messages.COMMANDS["profile.commit"][1][0][2][1], form.MAX_BYTES),
    "pages of the panel are those of the wire": (menu.PAGES, messages.PAGES),
    "what is shown is told in the words of the wire": (shown.WORDS, messages.SHOWN),
    "a line on the wire is as wide as the panel": (messages.COMMANDS["panel"][2][1][2][1], paper.WIDTH),
    "the queue holds two frames": (server._OUT_BYTES, 2 * wire.MAX_FRAME),
}
_NUMBER_WORDS = {"four": 4, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "sixteen": 16}
_PEOPLE = re.compile(r"(?:up to|holds|remembers) (\w+) (?:people|profiles)")


def several(root):
    """{name: modules} of the numbers with a unit that more than one module of firmware/ defines."""
    found = defaultdict(list)
    for path in python_in(root, "firmware"):
        for node in tree(path).body:
            targets = node.targets if isinstance(node, ast.Assign) else ()
            names = {name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)}
            for name in sorted(names):
                if _WITH_UNIT.fullmatch(name.lstrip("_")) or _WITH_UNIT.fullmatch(name):
                    found[name.lstrip("_")].append(path.relative_to(root).with_suffix("").as_posix().replace("/", "."))
    return {name: modules for name, modules in found.items() if len(modules) > 1}


def people_told(text):
    """The numbers of people, or of profiles, that a text speaks of."""
    words = _PEOPLE.findall(text)
    return [_NUMBER_WORDS.get(word) or int(word) for word in words if word.isdigit() or word in _NUMBER_WORDS]


def test_a_number_stands_in_one_module_or_is_known_to_be_repeated():
    assert several(ROOT) == {name: sorted(module.__name__ for module in modules) for name, modules in REPEATED.items()}


@pytest.mark.parametrize("name", REPEATED)
def test_what_is_repeated_has_one_value(name):
    first, second = (getattr(module, name) for module in REPEATED[name])
    assert first == second, (
        f"{name} is {first} in {REPEATED[name][0].__name__} and {second} in {REPEATED[name][1].__name__}"
    )


@pytest.mark.parametrize("rule", ALIKE)
def test_what_goes_together_is_alike(rule):
    first, second = ALIKE[rule]
    assert first == second, rule


def test_how_many_people_a_table_holds_is_said_alike_everywhere():
    pages = [path for path in sorted(ROOT.rglob("*.md")) if path.relative_to(ROOT).parts[0] in ("README.md", "docs")]
    told = {path: people_told(path.read_text("utf-8")) for path in pages}
    assert ROOT / "docs" / "profiles.md" in [path for path, numbers in told.items() if numbers]
    wrong = [path for path, numbers in told.items() if set(numbers) - {form.PLACES, records.KEPT}]
    assert not wrong
    assert people_told(errors.sentence("FULL")) == [form.PLACES]
    assert people_told(errors.sentence("FULL_RECORDS")) == [records.KEPT]


def test_a_number_that_is_repeated_is_caught(tmp_path):
    for folder, text in (
        ("safety", "TRIP_CDEG = 50"),
        ("control", "_TRIP_CDEG, _HIGH_MS = 60, 7"),
        ("panel", "TRIP = 5"),
    ):
        (tmp_path / "firmware" / folder).mkdir(parents=True)
        (tmp_path / "firmware" / folder / "x.py").write_text(text + "\n", "utf-8")
    assert several(tmp_path) == {"TRIP_CDEG": ["firmware.control.x", "firmware.safety.x"]}


def test_a_text_that_speaks_of_another_number_is_caught():
    assert people_told("A table holds 9 people. Up to eight; up to seven profiles, by name.") == [9, 7]
