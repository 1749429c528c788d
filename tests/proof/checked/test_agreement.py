"""The translated core and the real one take a hundred thousand steps alike, and a sample of them on MicroPython too."""

import collections
import subprocess

import pytest
import z3

from firmware.safety import faults
from tests.proof import domains
from tests.proof.agree.compiled import compiled
from tests.proof.agree.draw import Draw
from tests.proof.core import any_step
from tests.proof.healthy import healthy, things
from tests.proof.source import Edit, Program
from tests.support.source import ROOT

pytestmark = [pytest.mark.proof, pytest.mark.timeout(280)]

STEPS, PARTS = 100_000, 4
SAMPLE = 3_000


class Translated:
    """The translation of one program as a function from values to values."""

    def __init__(self, program):
        core, step = any_step(program)
        keys = {name if place is None else f"{name}.{place}": key for name, place, key in core.fields()}
        self.names = list(healthy())
        symbols, self._plan = [step.now], []
        for name in self.names:
            domain = {**domains.KEPT, **domains.GIVEN}[".".join(name.split(".")[:2])]
            for symbol in _symbols(step.before.state.heap[keys[name]]):
                symbols.append(symbol)
                self._plan.append((name, _meant(symbol, domain)))
        self._run = compiled([step.after.state.heap[keys[name]] for name in self.names], symbols)

    def __call__(self, now_ms, values):
        given = [now_ms, *(values[name] if one is None else values[name] == one for name, one in self._plan)]
        return [int(value) for value in self._run(given)]


def _symbols(term):
    if term.num_args() == 0:
        return [] if z3.is_int_value(term) else [term]
    return [one for child in term.children() for one in _symbols(child)]


def _meant(symbol, domain):
    """The number that a truth stands for; None for a number, which stands for itself."""
    if not z3.is_bool(symbol):
        return None
    return int(str(symbol).rpartition(" is ")[2]) if " is " in str(symbol) else max(domain.values)


def real(program):
    """The program itself as such a function."""
    core, records = program.module("firmware.safety.core"), program.module("firmware.tick_data")
    supervisor = core.Supervisor(records.Verdict())
    objects = things(supervisor, records.Observation(), records.Request())
    plan = [(objects[name.split(".")[0]], *([*name.split(".")[1:], None])[:2], isinstance(value, bool))
            for name, value in healthy().items()]  # fmt: skip

    def run(now_ms, values):
        for (thing, field, place, is_truth), value in zip(plan, values.values(), strict=True):
            if place is None:
                setattr(thing, field, value != 0 if is_truth else value)
            else:
                getattr(thing, field)[int(place)] = value
        supervisor.step(now_ms, objects["obs"], objects["request"])
        return [int(getattr(thing, field) if place is None else getattr(thing, field)[int(place)])
                for thing, field, place, _ in plan]  # fmt: skip

    return run


@pytest.mark.parametrize("part", range(PARTS))
def test_translation_and_firmware_agree(part):
    program = Program()
    translated, run, draw = Translated(program), real(program), Draw(part)
    names = translated.names
    seen, responses = collections.Counter(), collections.Counter()
    raised = {names.index(f"checks.active.{code}"): code for code in range(1, faults.COUNT)}
    response = names.index("verdict.response")
    for number in range(STEPS // PARTS):
        now_ms, values = draw.case()
        told, left = translated(now_ms, values), run(now_ms, values)
        if told != left:
            wrong = {name: (a, b) for name, a, b in zip(names, told, left, strict=True) if a != b}
            pytest.fail(f"step {number} of part {part}: {wrong}")
        responses[left[response]] += 1
        for place, code in raised.items():
            seen[code] += left[place] and not values[names[place]]
    assert min(responses[one] for one in range(6)) > 100, responses
    assert min(seen[code] for code in raised.values()) > 10, seen


def test_a_core_that_differs_by_one_is_noticed():
    edit = Edit("firmware/safety/checks.py", "CAUGHT_MA = 6000", "CAUGHT_MA = 6001")
    translated, run, draw = Translated(Program()), real(Program((edit,))), Draw(1)
    cases = [draw.case() for _ in range(20_000)]
    assert any(translated(*case) != run(*case) for case in cases)


def test_translation_and_firmware_on_micropython_agree(micropython):
    translated, draw = Translated(Program()), Draw(99)
    cases = [draw.case() for _ in range(SAMPLE)]
    truths = {name for name, value in healthy().items() if isinstance(value, bool)}
    lines = [" ".join(name + ("?" if name in truths else "") for name in translated.names)]
    lines += [" ".join(map(str, [now_ms, *values.values()])) for now_ms, values in cases]
    program = (ROOT / "tests" / "proof" / "agree" / "program.py").read_text("utf-8")
    done = subprocess.run([micropython, "-c", program], input="\n".join(lines) + "\n", capture_output=True, text=True,
                          check=False, cwd=ROOT)  # fmt: skip
    assert not done.stderr and done.returncode == 0
    left = [[int(word) for word in line.split()] for line in done.stdout.splitlines()]
    assert left == [translated(*case) for case in cases]
