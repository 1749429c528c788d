"""A counterexample as a script: what differs from a table that is well, tick by tick, and what the core makes of it."""

import json

import z3

from tests.proof.healthy import healthy
from tests.proof.play import play, said
from tests.proof.registry import Mistake, Theorem
from tests.proof.source import Program
from tests.proof.told import motion, parts
from tests.proof.translator.values import unknown


class Differ(Exception):
    """The translation and Python disagree about a tick: then no theorem is worth anything."""


def ticks(core, model: z3.ModelRef) -> list[dict]:
    """The ticks of a model, each with what it is given, and with what is remembered where it does not follow on."""
    found, after = [], None
    for step in core.steps:
        before = _values(core, step.before.state, model)
        tick: dict = {"now_ms": _value(step.now, model)}
        if after is None or any(before[name] != value for name, value in after.items()):
            tick["remembered"] = _differing({n: v for n, v in before.items() if not _given(n)})
        tick["given"] = _differing({n: v for n, v in before.items() if _given(n)})
        after = {n: v for n, v in _values(core, step.after.state, model).items() if not _given(n)}
        found.append(tick)
    return found


def checked(core, model: z3.ModelRef, program: Program) -> list[dict]:
    """The same, after the program itself has been run on it. Differ when it does otherwise than the translation."""
    script = ticks(core, model)
    ran = play(script, program)
    for step, real in zip(core.steps, ran.after, strict=False):
        told = {n: v for n, v in _values(core, step.after.state, model).items() if not _given(n)}
        wrong = [f"{n}: {told[n]} translated, {int(real[n])} run" for n in told if told[n] != int(real[n])]
        if wrong:
            raise Differ("; ".join(wrong))
    return script


def told(core, model: z3.ModelRef, program: Program) -> dict:
    """What is played that is no tick of the core: calls of parts of control, or a sample of a table in motion."""
    if core.sample is not None and z3.is_true(model.eval(core.sample.breaks)):
        return {"sample": motion.described(core.sample, model)}
    scripts = [parts.checked(part, model, program) for part in core.parts]
    return next((script for script in scripts if script), {})


def text(one: Theorem, mistake: Mistake, script: list[dict], beside: dict, told: dict) -> str:
    """The script as TOML, with what both programs say as comments; told: calls of parts, or a sample."""
    sound, mistaken = play(script, Program()), play(script, Program(mistake.edits))
    lines = [f"theorem = {_quoted(one.name)}", f"says = {_quoted(one.words)}", f"mistake = {_quoted(mistake.words)}"]
    for edit in mistake.edits:
        lines += ["", "[[edit]]", *(f"{key} = {_quoted(value)}" for key, value in edit._asdict().items())]
    lines += parts.text(told) + motion.text(told.get("sample", {}))
    if told:
        for who, edits in (("as it is", ()), ("with the mistake", mistake.edits)):
            lines += [f"# {who}: {words}" for words in said(told, Program(edits))]
    if beside:
        lines += ["", "[beside]", *(f"{_quoted(name)} = {value}" for name, value in beside.items())]
    lines += script and [
        "",
        "# A table that is well, 10 degrees head-down with DOWN held and a limit of 25, but for what stands here.",
    ]
    for number, tick in enumerate(script):
        lines += ["", "[[tick]]", f"now_ms = {tick['now_ms']}"]
        for part in ("remembered", "given"):
            if part in tick:
                lines += [f"[tick.{part}]", *(f"{_quoted(name)} = {value}" for name, value in tick[part].items())]
        for who, ran in (("as it is", sound), ("with the mistake", mistaken)):
            if number < len(ran.said):
                lines.append(f"# {who}: {ran.said[number]}")
    return "\n".join([*lines, ""])


def beside(core, model: z3.ModelRef) -> dict[str, int | float]:
    """What a theorem keeps beside the core, as the model has it."""
    known = {str(one) for value in core.symbols.values() for one in _names_in(value)} if core.steps else set()
    return {str(one): _value(one(), model) for one in model.decls()
            if str(one) not in known and not str(one).startswith("wish ") and one.arity() == 0}  # fmt: skip


def _names_in(term):
    if not unknown(term):
        return []
    if term.num_args() == 0:
        return [term]
    return [name for child in term.children() for name in _names_in(child)]


def _values(core, state, model) -> dict[str, int]:
    return {
        name if place is None else f"{name}.{place}": _value(state.heap[key], model)
        for name, place, key in core.fields()
    }


def _value(term, model) -> int | float:
    if not unknown(term):
        return int(term)
    value = model.eval(term, model_completion=True)
    if isinstance(value, z3.BoolRef):
        return int(z3.is_true(value))
    if z3.is_int(value):
        return value.as_long()
    return round(float(value.approx(9).as_fraction() if z3.is_algebraic_value(value) else value.as_fraction()), 3)


def _differing(values: dict[str, int]) -> dict[str, int]:
    return {name: value for name, value in values.items() if value != int(healthy()[name])}


def _given(name: str) -> bool:
    return name.startswith(("obs.", "request."))


def _quoted(words: str) -> str:
    return json.dumps(words)
