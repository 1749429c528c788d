"""Each construct is translated as Python runs it, a wrong rule for it is noticed, and what has no rule is refused."""

import itertools

import pytest
import z3

from tests.proof.checked.constructs import HEAD, ROWS
from tests.proof.checked.refused import REFUSED, WHOLE
from tests.proof.source import Program
from tests.proof.translator.machine import Machine
from tests.proof.translator.state import State
from tests.proof.translator.values import NotUnderstood, unknown

pytestmark = pytest.mark.proof

A, B, P, Q = z3.Int("a"), z3.Int("b"), z3.Bool("p"), z3.Bool("q")
NUMBERS = (-9, -4, -3, -1, 0, 1, 2, 3, 7, 12)
CASES = [*itertools.product(NUMBERS, (-5, 0, 2, 3), (False, True), (False, True))]


def program(body):
    return Program(texts={"firmware.tried": HEAD + "".join(f"    {line}\n" for line in body.splitlines())})


def translated(of):
    """The term that run() becomes."""
    return Machine(of).call(of.module("firmware.tried").run, [A, B, P, Q], State({}, {}))


def differing(body):
    """The cases in which Python and the translation disagree."""
    of = program(body)
    run, term = of.module("firmware.tried").run, translated(of)
    return [case for case in CASES if _worked_out(term, case) != run(*case)]


def _worked_out(term, case):
    if not unknown(term):
        return term
    a, b, p, q = case
    pairs = [(A, z3.IntVal(a)), (B, z3.IntVal(b)), (P, z3.BoolVal(p)), (Q, z3.BoolVal(q))]
    value = z3.simplify(z3.substitute(term, *pairs))
    return z3.is_true(value) if z3.is_bool(value) else value.as_long()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name.replace(" ", "_"))
def test_it_is_translated_as_python_runs_it(row):
    assert not differing(row.body)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name.replace(" ", "_"))
def test_a_wrong_rule_for_it_is_noticed(row, monkeypatch):
    row.sabotage(monkeypatch.setattr)
    assert differing(row.body)


@pytest.mark.parametrize("name", [*REFUSED, *WHOLE])
def test_what_is_not_understood_is_an_error(name):
    of = Program(texts={"firmware.tried": WHOLE[name]}) if name in WHOLE else program(REFUSED[name])
    of.module("firmware.tried")
    with pytest.raises(NotUnderstood):
        translated(of)


RENAMED = """\
def f(a):
    return a


g = f


def f(a):
    return a + 1


def run(a, b, p, q):
    return g(a)
"""


def test_a_function_is_the_one_that_its_name_meant_then():
    of = Program(texts={"firmware.tried": RENAMED})
    assert _worked_out(translated(of), CASES[0]) == of.module("firmware.tried").run(*CASES[0])


def test_a_known_number_that_is_no_small_integer_is_noted():
    of = program("x = (1 << 20) * 1024\nreturn a")
    machine = Machine(of)
    machine.call(of.module("firmware.tried").run, [A, B, P, Q], State({}, {}))
    assert [one.term for one in machine.numbers] == [1 << 30]


def test_each_byte_that_is_written_has_to_be_one():
    of = program("box.raw[:] = [0, a, 0]\nbox.raw[1] = b\nreturn 1")
    machine = Machine(of)
    machine.call(of.module("firmware.tried").run, [A, B, P, Q], State({}, {}))
    solver = z3.Solver()
    solver.add(*(one.claim for one in machine.needs), z3.Or(A < 0, A > 255, B < 0, B > 255))
    assert sum(one.claim is not True for one in machine.needs) == 2 and solver.check() == z3.unsat


def test_a_number_is_noted_with_the_condition_under_which_it_is_made():
    of = program("if p:\n    return a + b\nif q and a * 3 > 2:\n    return 1\nreturn 0")
    machine = Machine(of)
    machine.call(of.module("firmware.tried").run, [A, B, P, Q], State({}, {}))
    noted = {one.place.rpartition(": ")[2]: one.when for one in machine.numbers}
    for place, when in (("a + b", P), ("a * 3", z3.And(z3.Not(P), Q))):
        solver = z3.Solver()
        solver.add(noted[place] != when)
        assert solver.check() == z3.unsat


def test_an_index_and_a_divisor_become_needs():
    of = program("x = TABLE[a]\nreturn x // b")
    machine = Machine(of)
    machine.call(of.module("firmware.tried").run, [A, B, P, Q], State({}, {}))
    solver = z3.Solver()
    solver.add(*(one.claim for one in machine.needs), z3.Or(A < 0, A > 3, B < 1))
    assert len(machine.needs) == 2 and solver.check() == z3.unsat


def test_an_edit_that_finds_nothing_is_an_error():
    from tests.proof.source import Edit

    with pytest.raises(ValueError, match="found 0 times"):
        Program((Edit("firmware/safety/core.py", "no such text", ""),)).module("firmware.safety.core")
