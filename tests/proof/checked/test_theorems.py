"""The list of theorems in docs/ is that of the code, and nothing passes for proven that was not."""

import pytest
import z3

from firmware.safety import core
from tests.proof import judge, listed, registry, theorems
from tests.proof.source import Program
from tests.proof.theorems.down import down_needs_both_locks

pytestmark = pytest.mark.proof


def test_the_list_in_the_docs_is_up_to_date():
    assert theorems.__all__
    assert listed.FILE.read_text("utf-8") == listed.text(), "run .venv/bin/python -m tests.proof --list"


def one(claim, about=registry.STEP):
    return registry.Theorem("tried", "Tried.", about, claim, ())


def test_what_is_false_is_refuted_with_a_case():
    found = judge.judge(one(lambda step: step.drive <= 0), judge.sound())
    assert found.how == judge.REFUTED and found.model is not None


def test_one_false_claim_among_true_ones_is_found():
    found = judge.judge(one(lambda step: [True, step.obs.down, True]), judge.sound())
    assert found.how == judge.REFUTED


def test_a_claim_that_is_known_to_be_false_is_refuted():
    assert judge.judge(one(lambda step: [True, False]), judge.sound()).how == judge.REFUTED


def test_a_solver_that_gives_up_has_proven_nothing(monkeypatch):
    monkeypatch.setattr(judge, "MOST_MS", 1)
    a, b, c = z3.Ints("a b c")
    cubes = z3.Implies(z3.And(a > 0, b > 0, c > 0), a * a * a + b * b * b != c * c * c)
    assert judge.ask([], cubes) == judge.UNKNOWN


def test_a_mistake_that_changes_nothing_refutes_nothing():
    assert judge.refute(one(down_needs_both_locks), Program()).how == judge.PROVEN


@pytest.mark.parametrize(("name", "words"), [("fresh", ""), ("fresh", "Words."), ("down_needs_both_locks", "Words.")])
def test_a_theorem_without_words_mistakes_or_a_name_of_its_own_is_none(name, words):
    with pytest.raises(ValueError, match="a name of its own"):
        registry.add(name, words, lambda step: True, ())


MISTAKES = (registry.mistake("tried", registry.CORE, "", ""),)


@pytest.mark.parametrize(
    "words", ["After 60 s.", "After a minute.", "Half a degree.", "Twenty new samples.", "A tenth of the drive."]
)
def test_a_number_that_is_typed_into_a_theorem_is_refused(words):
    with pytest.raises(ValueError, match="a typed number"):
        registry.add("fresh", words, lambda step: True, MISTAKES)


def test_a_number_in_a_theorem_is_the_codes(monkeypatch):
    monkeypatch.setattr(registry, "THEOREMS", [])
    monkeypatch.setattr(core, "STOP_HOLD_MS", 61_000)
    registry.add("fresh", "After {safety.STOP_HOLD_MS}.", lambda step: True, MISTAKES)
    assert registry.THEOREMS[0].words == "After 61 s."
    with pytest.raises(AttributeError):
        registry.add("other", "After {safety.NO_SUCH_MS}.", lambda step: True, MISTAKES)
