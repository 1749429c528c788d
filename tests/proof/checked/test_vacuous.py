"""No theorem is true because what it speaks of never happens: each of its conditions can come true.

It can together with all that is assumed, the invariants among it, and with the conditions that it stands inside of.
"""

import pytest
import z3

from tests.proof import judge, registry, say, theorems
from tests.proof.core import any_step
from tests.proof.say import all_of, if_then, is_not
from tests.proof.translator.values import unknown

pytestmark = [pytest.mark.proof, pytest.mark.timeout(280)]


def said_by(one):
    """(what is assumed, every if_then() of a theorem)."""
    say.SAID.clear()
    core, _ = judge._claims(one, judge.sound())
    return core.assumed, list(say.SAID)


def together(said):
    """Each condition with those that it stands inside of."""
    inside = {}
    whole = {}
    for number, one in enumerate(said):
        # What stands inside is said before.
        for other in _within(one.claim, whole):
            inside.setdefault(other, number)
        if unknown(one.whole):
            whole.setdefault(one.whole.get_id(), number)
    for number in range(len(said)):
        chain, at = [said[number].condition], number
        while at in inside:
            at = inside[at]
            chain.append(said[at].condition)
        yield all_of(*chain)


def _within(claim, whole):
    """The numbers of those that a claim is made of."""
    seen, waiting, found = set(), [claim] if unknown(claim) else [], []
    while waiting:
        term = waiting.pop()
        if term.get_id() in whole:
            found.append(whole[term.get_id()])
        elif term.get_id() not in seen and (z3.is_and(term) or z3.is_or(term)):
            seen.add(term.get_id())
            waiting += term.children()
    return found


def _solver(assumed, most_ms=20_000):
    solver = z3.Solver()
    solver.set("timeout", most_ms)
    solver.add(*assumed)
    return solver


def _comes_true(solver, assumed, conditions):
    """Asked of a solver that knows the assumptions; where that takes long, of a fresh one, which tries other ways."""
    solver.push()
    solver.add(conditions)
    answer = solver.check()
    solver.pop()
    return (_solver([*assumed, conditions], judge.MOST_MS).check() if answer == z3.unknown else answer) == z3.sat


def impossible(one):
    """How many of its conditions cannot come true; all of it counts as one if what it assumes cannot."""
    assumed, said = said_by(one)
    if _solver(assumed, judge.MOST_MS).check() != z3.sat:
        return 1
    solver, never = _solver(assumed), 0
    asked = set()
    for conditions in together(said):
        if not unknown(conditions):
            # Of the start all is known: what an invariant says of it may well be about what is not so there.
            never += not conditions and not one.name.startswith("kept_")
            continue
        if conditions.get_id() in asked:
            continue
        asked.add(conditions.get_id())
        never += not _comes_true(solver, assumed, conditions)
    return never


@pytest.mark.parametrize("one", registry.THEOREMS, ids=lambda one: one.name)
def test_each_condition_of_a_theorem_can_come_true(one):
    assert theorems.__all__
    assert impossible(one) == 0


def test_no_theorem_about_one_tick_assumes_more_than_all_of_them_do():
    core, _ = any_step(judge.sound())
    assumed = list(core.assumed)
    for one in registry.THEOREMS:
        if one.about == registry.STEP:
            judge._claims(one, judge.sound())
    assert core.assumed == assumed


def tried(claim, about=registry.STEP):
    return registry.Theorem("tried", "Tried.", about, claim, ())


def test_a_condition_that_never_comes_true_is_noticed():
    assert impossible(tried(lambda step: [if_then(all_of(step.obs.up, is_not(step.obs.up)), False)])) == 1


def test_conditions_that_come_true_only_one_without_the_other_are_noticed():
    def claim(step):
        return all_of(step.obs.ok, if_then(step.obs.up, all_of(step.obs.down, if_then(is_not(step.obs.up), False))))

    assert impossible(tried(claim)) == 1


def test_a_condition_against_an_invariant_is_noticed():
    def claim(step):
        return if_then(all_of(step.before.core._creeping, step.before.verdict.response == 0), False)

    assert impossible(tried(claim)) == 1


def test_a_condition_against_what_the_theorem_itself_assumes_is_noticed():
    def claim(core):
        step = core.step(core.kept())
        core.assumed.append(step.obs.pos_cdeg > 0)
        return if_then(step.obs.pos_cdeg < 0, step.drive > 0)

    assert impossible(tried(claim, registry.TICKS_ON)) == 1


def test_assumptions_that_contradict_themselves_are_noticed():
    """From what contradicts itself everything could be proven, also without any condition."""

    def claim(core):
        step = core.step(core.kept())
        core.assumed += [step.before.core._creeping, step.before.verdict.response == 0]
        return step.drive > 0

    assert impossible(tried(claim, registry.TICKS_ON)) == 1


def test_what_is_known_never_to_come_true_is_noticed():
    assert impossible(tried(lambda step: if_then(False, step.obs.up))) == 1
