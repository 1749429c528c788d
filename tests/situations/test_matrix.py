"""The pairwise matrix has every fault name in every phase, every target, both homes. One fault of each phase runs here.

CI runs all of it, and `make matrix` every fault and target in every phase.
"""

import pytest

from hal.sim.home.table import INTERPRETERS
from hal.world.faults.vocabulary import VOCABULARY
from tests.situations import phases
from tests.situations.matrix import every_case, pairwise, run_alone, run_share


def test_pairwise_has_every_pair():
    cases = pairwise()
    names = {name for _, name in VOCABULARY}
    assert {(case.fault.name, case.phase) for case in cases} == {(n, p) for n in names for p in phases.PHASES}
    assert {(case.fault.target, case.fault.name) for case in cases} == set(VOCABULARY)
    assert {(case.fault.name, case.home) for case in cases} == {(n, h) for n in names for h in INTERPRETERS}
    assert {(case.phase, case.home) for case in cases} == {(p, h) for p in phases.PHASES for h in INTERPRETERS}


def test_the_whole_is_every_fault_in_every_phase_in_both_homes():
    cases = every_case()
    assert len(set(cases)) == len(cases) == len(VOCABULARY) * len(phases.PHASES) * len(INTERPRETERS)


@pytest.mark.long
def test_the_invariants_hold():
    cases = []
    for at, phase in enumerate(phases.PHASES):
        # One on MicroPython; those on CPython share the way.
        home = INTERPRETERS[phase != phases.BOOT]
        here = [case for case in pairwise() if (case.phase, case.home) == (phase, home)]
        cases.append(here[at * len(here) // len(phases.PHASES)])
    violated = [f"{case}: {text}" for case, text in run_share(cases) if text]
    assert not violated, "\n".join(violated)


@pytest.mark.long
def test_a_violation_is_seen_and_can_be_run_again(monkeypatch):
    """The same case, from a snapshot and alone, with invariants that allow nothing."""
    monkeypatch.setattr("hal.world.invariants.DOWN_DPS", 0.0)
    case = next(case for case in every_case() if case.phase == phases.INVERTING and case.home == "cpython")
    [(_, copied)] = run_share([case])
    assert "rate at" in copied and "rate at" in run_alone(case)
