"""Asks the solver: is there any state and any input that breaks this claim?"""

import functools
import time
from typing import NamedTuple

import z3

from tests.proof import registry
from tests.proof.core import Core, any_step
from tests.proof.search import near
from tests.proof.source import Program
from tests.proof.translator.products import Products
from tests.proof.translator.values import unknown

# A claim that takes longer is not proven: a solver that gives up has shown nothing.
MOST_MS = 120_000

PROVEN, REFUTED, UNKNOWN = "proven", "refuted", "unknown"


class Found(NamedTuple):
    """How it ended, in which time, and what breaks it (a model and the core that it is about), if anything does."""

    how: str
    seconds: float
    model: z3.ModelRef | None = None
    core: object = None


@functools.cache
def sound() -> Program:
    """The firmware as it is."""
    return Program()


def judge(one: registry.Theorem, program: Program) -> Found:
    """Prove a theorem about a program. Only what is remembered and given is assumed."""
    began = time.monotonic()
    core, claims = _claims(one, program)
    for claim in claims:
        how, model = _asked(core.assumed, claim, core.products)
        if how != PROVEN:
            return Found(how, time.monotonic() - began, model, core)
    return Found(PROVEN, time.monotonic() - began)


def refute(one: registry.Theorem, program: Program) -> Found:
    """Find what breaks a theorem in a program with a mistake: near a healthy table if there is such a case."""
    began = time.monotonic()
    core, claims = _claims(one, program)
    if core.sample is not None:
        # A table in motion says more than an inequality of the code that is no longer true.
        how, model = _asked([], z3.Not(core.sample.breaks), core.products)
        if model is not None:
            return Found(how, time.monotonic() - began, model, core)
    for claim in claims:
        if core.steps and unknown(claim):
            # What holds in spite of the mistake is told so quickly; looking for what breaks it takes long.
            if len(claims) > 1 and _without_products(core.assumed, claim, core.products):
                continue
            if model := near(core, claim, MOST_MS // 10):
                return Found(REFUTED, time.monotonic() - began, model, core)
        how, model = _asked(core.assumed, claim, core.products)
        if how != PROVEN:
            return Found(how, time.monotonic() - began, model, core)
    return Found(PROVEN, time.monotonic() - began)


def _claims(one: registry.Theorem, program: Program):
    if one.about == registry.STEP:
        core, step = any_step(program)
        claims = one.claim(step)
    else:
        core = Core(program)
        claims = one.claim(core)
    return core, claims if isinstance(claims, list) else [claims]


def ask(assumed: list, claim) -> str:
    """Whether nothing that is assumed breaks the claim."""
    return _asked(assumed, claim, Products())[0]


def _asked(assumed: list, claim, products: Products) -> tuple[str, z3.ModelRef | None]:
    if not unknown(claim):
        return (PROVEN if claim else REFUTED), None
    if _without_products(assumed, claim, products):
        return PROVEN, None
    solver = z3.Solver()
    solver.set("timeout", MOST_MS)
    solver.add(*assumed, z3.Not(claim))
    how = _HOW[str(solver.check())]
    return how, (solver.model() if how == REFUTED else None)


def _without_products(assumed: list, claim, products: Products) -> bool:
    """Whether the claim holds even if each product of two unknowns were any number, which is decided quickly."""
    whole = z3.And(*assumed, z3.Not(claim))
    known = products.inside(whole)
    free = [z3.Const(f"product {number}", one.sort()) for number, one in enumerate(known)]
    solver = z3.Solver()
    solver.set("timeout", MOST_MS)
    solver.add(z3.substitute(whole, *zip(known, free, strict=True)))
    return solver.check() == z3.unsat


_HOW = {"unsat": PROVEN, "sat": REFUTED, "unknown": UNKNOWN}
