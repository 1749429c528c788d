"""No theorem is true because what it speaks of never happens: each of its conditions can come true."""

import pytest
import z3

from tests.proof import judge, registry, say, theorems
from tests.proof.translator.values import unknown

pytestmark = [pytest.mark.proof, pytest.mark.timeout(280)]


def conditions(one):
    """(what is assumed, every condition that a theorem states)."""
    say.CONDITIONS.clear()
    core, _ = judge._claims(one, judge.sound())
    return core.assumed, list(say.CONDITIONS)


def impossible(one):
    """How many of them cannot come true."""
    assumed, found = conditions(one)
    solver, never = z3.Solver(), 0
    solver.set("timeout", 20_000)
    solver.add(*assumed)
    for condition in found:
        if not unknown(condition):
            continue  # about the start, of which all is known
        solver.push()
        solver.add(condition)
        never += solver.check() != z3.sat
        solver.pop()
    return never


@pytest.mark.parametrize("one", registry.THEOREMS, ids=lambda one: one.name)
def test_each_condition_of_a_theorem_can_come_true(one):
    assert theorems.__all__
    assert impossible(one) == 0


def test_a_condition_that_never_comes_true_is_noticed():
    def claim(step):
        return [say.if_then(say.all_of(step.obs.up, say.is_not(step.obs.up)), False)]

    assert impossible(registry.Theorem("tried", "Tried.", registry.STEP, claim, ())) == 1
