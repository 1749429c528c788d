"""A counterexample about a part of control: the objects as they were, the calls, and what a program makes of them."""

import importlib
import json

import z3

from tests.proof.source import PACKAGE, Program
from tests.proof.translator.values import Thing, unknown


class Differ(Exception):
    """The translation and Python disagree about a call: then no theorem is worth anything."""


def described(part, model: z3.ModelRef) -> dict:
    """Objects and calls of a part, with the model's values; {} for one that other theorems stand in for."""
    if part.machine.instead or not part.calls or not part.played:
        return {}
    names = _names(part)
    objects = [
        {
            "name": names[number],
            "of": f"{of.__module__}.{of.__name__}",
            "fields": _fields(part.state, number, names, model),
        }
        for number, of in ((thing.number, thing.of) for thing, _ in part.made.values())
    ]
    calls = [
        {"of": names[one.thing.number] if one.thing else one.of, "method": one.method,
         "arguments": [_value(given, part.state, names, model) for given in one.arguments]}
        for one in part.calls
    ]  # fmt: skip
    return {"object": objects, "call": calls}


def checked(part, model: z3.ModelRef, program: Program) -> dict:
    """The same, after the program itself has been run on it. Differ when it does otherwise than the translation."""
    script, names = described(part, model), _names(part)
    for number, one in enumerate(part.calls if script else ()):
        try:
            _, real = run(script, number, program)
        except (IndexError, ZeroDivisionError):
            continue  # what the translation says as a need that is not met
        for name, fields in real.items():
            thing = next((key for key, value in names.items() if value == name), None)
            told = _fields(one.after, thing, names, model) if thing is not None else {}
            wrong = [f"{name}.{f}: {told[f]} translated, {fields[f]} run" for f in told if told[f] != fields.get(f)]
            if wrong:
                raise Differ("; ".join(wrong))
    return script


def text(script: dict) -> list[str]:
    """As lines of TOML."""
    lines = []
    for one in script.get("object", ()):
        lines += [
            "",
            "[[object]]",
            f"name = {json.dumps(one['name'])}",
            f"of = {json.dumps(one['of'])}",
            "[object.fields]",
        ]
        lines += [f"{name} = {json.dumps(value)}" for name, value in one["fields"].items()]
    for one in script.get("call", ()):
        lines += ["", "[[call]]", *(f"{key} = {json.dumps(value)}" for key, value in one.items())]
    return lines


def said(script: dict, program: Program) -> list[str]:
    """What a program makes of each call: what it gives, and each field that it changes."""
    found = []
    before = {one["name"]: one["fields"] for one in script.get("object", ())}
    for number, call in enumerate(script["call"]):
        try:
            given, after = run(script, number, program)
        except Exception as failed:  # noqa: BLE001 - whatever a mistake leads to
            found.append(f"{call['of']}.{call['method']} ends in {type(failed).__name__}: {failed}")
            continue
        changed = [
            f"{name}.{field} {before.get(name, {}).get(field, 'new')} -> {value}"
            for name, fields in after.items()
            for field, value in fields.items()
            if before.get(name, {}).get(field, None) != value
        ]
        gives = "" if given is None else f" gives {given}"
        found.append(f"{call['of']}.{call['method']}{gives}: " + (", ".join(changed) or "nothing changes"))
    return found


def run(script: dict, number: int, program: Program):
    """(what one call gives, {object: its fields after it}), on objects made for this call alone."""
    call, objects = script["call"][number], {}
    for one in script.get("object", ()):
        objects[one["name"]] = object.__new__(_found(one["of"], program))
    for one in script.get("object", ()):
        for field, value in one["fields"].items():
            setattr(objects[one["name"]], field, _meant(value, objects))
    arguments = [_meant(value, objects) for value in call["arguments"]]
    if call["of"] in objects:
        given = getattr(objects[call["of"]], call["method"])(*arguments)
    else:
        given = _found(call["of"], program)(*arguments)
    if not isinstance(given, int | None):
        objects, given = {"new": given}, None
    names = {id(thing): name for name, thing in objects.items()}
    return given, {name: {f: _shown(v, names) for f, v in vars(thing).items()} for name, thing in objects.items()}


def _found(path: str, program: Program):
    module, _, name = path.rpartition(".")
    if not module.startswith(PACKAGE):  # what stands in for something outside the program
        return getattr(importlib.import_module(module), name)
    return getattr(program.module(module), name)


def _meant(value, objects: dict):
    if isinstance(value, list):
        return [_meant(one, objects) for one in value]
    return objects[value[1:]] if isinstance(value, str) else value


def _shown(value, names: dict):
    if isinstance(value, list | tuple | bytearray):
        return [_shown(one, names) for one in value]
    return value if isinstance(value, int) else f"@{names.get(id(value), type(value).__name__)}"


def _names(part) -> dict[int, str]:
    return {thing.number: name for name, (thing, _) in part.made.items()}


def _fields(state, number: int, names: dict, model) -> dict:
    return {
        field: _value(value, state, names, model)
        for (owner, field), value in state.heap.items()
        if owner == number and field != "len"
    }


def _value(value, state, names: dict, model):
    if isinstance(value, Thing) and value.number in names:
        return f"@{names[value.number]}"
    if isinstance(value, Thing):
        return [_value(one, state, names, model) for one in state.values(value)]
    if isinstance(value, tuple):
        return [_value(one, state, names, model) for one in value]
    if not unknown(value):
        return value
    known = model.eval(value, model_completion=True)
    return z3.is_true(known) if z3.is_bool(value) else known.as_long()
