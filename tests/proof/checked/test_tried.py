"""`try` around what may fail: translated as Python runs it, in every order of failures; anything else is refused."""

import itertools

import pytest
import z3

from tests.proof.source import Program
from tests.proof.translator import tried
from tests.proof.translator.machine import Machine
from tests.proof.translator.state import State, merge
from tests.proof.translator.values import Foreign, NotUnderstood, Thing

pytestmark = pytest.mark.proof

BODY = """\
class Box:
    def __init__(self):
        self.count = 0
        self.last = 0


def run(bus, p):
    box = Box()
    late = 0
    try:
        box.count = 1
        x = bus.read()
        box.count = 2
        late = bus.read() + x
        box.count = 3
        ok = True
    except OSError:
        ok = False
        box.last = 7
    if ok and p:
        box.last = x
    return box.count * 1000 + box.last * 100 + late * 10 + (1 if ok else 0)
"""
GIVEN = (5, 4)


class Bus:
    """What the program is run with: it gives two numbers, and fails where it is told to."""

    def __init__(self, fails):
        self.fails, self.asked = fails, 0

    def read(self):
        self.asked += 1
        if self.fails[self.asked - 1]:
            raise OSError
        return GIVEN[self.asked - 1]


def translated(body, fails=True):
    program = Program(texts={"firmware.tried": body})
    machine, given = Machine(program), iter(GIVEN)
    bus = Thing(type("Bus", (), {"read": Foreign(lambda *_: next(given), fails)}))
    return machine, machine.call(program.module("firmware.tried").run, [bus, z3.Bool("p")], State({}, {}))


def differing():
    _, term = translated(BODY)
    run, found = Program(texts={"firmware.tried": BODY}).module("firmware.tried").run, []
    for case in itertools.product((False, True), repeat=3):
        pairs = zip((z3.Bool("fails 1"), z3.Bool("fails 2"), z3.Bool("p")), map(z3.BoolVal, case), strict=True)
        if z3.simplify(z3.substitute(term, *pairs)).as_long() != run(Bus(case[:2]), case[2]):
            found.append(case)
    return found


def test_what_fails_goes_on_in_the_handler_from_where_it_failed():
    assert not differing()


def test_a_state_from_behind_the_failure_is_noticed(monkeypatch):
    monkeypatch.setattr(
        tried.Tried, "fails", lambda self, _node, state: self._open[-1][1].append((z3.Bool("fails 1"), state))
    )
    assert differing()


def test_a_handler_that_is_never_entered_is_noticed(monkeypatch):
    monkeypatch.setattr(tried, "_joined", lambda _when, _caught, state: state)
    assert differing()


def test_a_name_that_only_the_body_gave_must_not_be_used_where_it_failed():
    for body, used_right in ((BODY, True), (BODY.replace("if ok and p:", "if p:"), False)):
        machine, _ = translated(body)
        solver = z3.Solver()
        solver.add(z3.Or(*(z3.And(one.when, z3.Not(one.claim)) for one in machine.needs)))
        assert machine.needs and (solver.check() == z3.unsat) == used_right


def test_a_name_of_the_body_alone_is_dropped_by_a_rule_that_forgets_it(monkeypatch):
    monkeypatch.setattr(tried, "_joined", merge)
    with pytest.raises(NotUnderstood):
        translated(BODY)


REFUSED = {
    "outside": "x = bus.read()\nreturn x",
    "inside a condition": "try:\n    x = bus.read() if p else 0\nexcept OSError:\n    x = 1\nreturn x",
    "inside an if": "try:\n    if p:\n        x = bus.read()\nexcept OSError:\n    x = 1\nreturn 1",
    "in a function": "try:\n    x = other(bus)\nexcept OSError:\n    x = 1\nreturn x",
    "another error": "try:\n    x = bus.read()\nexcept ValueError:\n    x = 1\nreturn x",
    "any error": "try:\n    x = bus.read()\nexcept:\n    x = 1\nreturn x",
    "a named error": "try:\n    x = bus.read()\nexcept OSError as error:\n    x = 1\nreturn x",
    "else": "try:\n    x = bus.read()\nexcept OSError:\n    x = 1\nelse:\n    x = 2\nreturn x",
    "finally": "try:\n    x = bus.read()\nfinally:\n    x = 2\nreturn x",
    "a return in the handler": "try:\n    x = bus.read()\nexcept OSError:\n    return 1\nreturn x",
    "two handlers": "try:\n    x = bus.read()\nexcept OSError:\n    x = 1\nexcept KeyError:\n    x = 2\nreturn x",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_understood_is_an_error(name):
    head = "def other(bus):\n    return bus.read()\n\n\ndef run(bus, p):\n"
    with pytest.raises(NotUnderstood):
        translated(head + "".join(f"    {line}\n" for line in REFUSED[name].splitlines()))
