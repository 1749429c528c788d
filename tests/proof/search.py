"""Looks for what breaks a claim, as near to a table that is well as it can be: a case that a person can read.

Everything is first taken as it is on a healthy table. What the solver says cannot be so is given free, until the rest
leaves a case.
"""

import z3

from tests.proof.healthy import NOW_MS, healthy

_ROUNDS = 60


def near(core, claim, most_ms: int):
    """A model that breaks the claim and is healthy in all that does not matter; None when none was found."""
    solver = z3.Solver()
    solver.set("timeout", most_ms)
    solver.add(*core.assumed, z3.Not(claim))
    wishes = {}
    for number, (name, value) in enumerate(core.symbols.items()):
        wish = z3.Bool(f"wish {number}")
        solver.add(z3.Implies(wish, _as_healthy(core, name, value)))
        wishes[wish] = name
    for _ in range(_ROUNDS):
        answer = solver.check(*wishes)
        if answer == z3.sat:
            return solver.model()
        if answer == z3.unknown:
            return None
        core_of_it = solver.unsat_core()
        if not core_of_it:
            return None
        # One at a time frees least; what was given and what is decided by it come before what is remembered.
        for wish in sorted(core_of_it, key=lambda one: _matters(wishes[one]))[: 1 + len(core_of_it) // 3]:
            del wishes[wish]
    return None


def _matters(name: str) -> int:
    """What is rather kept as it is: the order in which fields are given free."""
    thing = name.partition(".")[0]
    return {"obs": 0, "request": 0, "core": 1, "checks": 1, "verdict": 2, "limits": 3}.get(thing, 2)


def _as_healthy(core, name: str, value):
    name, _, label = name.partition("@")
    name = name.rstrip("'")
    if name == "now_ms":
        return value == NOW_MS
    if name == "obs.imu_ms":
        return value == core.times.get(label and "@" + label, NOW_MS)
    wanted = healthy().get(name)
    if wanted is None:
        return z3.BoolVal(True)
    if isinstance(value, z3.BoolRef):
        return value == z3.BoolVal(bool(wanted))
    return value == int(wanted)
