"""`python -m tests.proof.play build/proof/FILE.toml`: plays what refuted a theorem.

On the firmware as it is, and with the mistake. No solver is needed: it is the firmware's own code that runs.
"""

import sys
import tomllib
from pathlib import Path

from firmware.safety import faults
from tests.proof import domains
from tests.proof.healthy import fields, healthy, put, things
from tests.proof.source import Edit, Program
from tests.proof.told import motion, parts

_KINDS = {name: bool(domain == domains.TRUTH) for name, domain in {**domains.GIVEN, **domains.KEPT}.items()}


class Ran:
    """What one program made of a script: `after` holds all fields behind each tick, `said` a sentence for each."""

    def __init__(self) -> None:
        self.after: list[dict[str, object]] = []
        self.said: list[str] = []


def play(ticks: list[dict], program: Program) -> Ran:
    """Run the ticks of a script. An error of the program ends the run and is said."""
    ran = Ran()
    core, records = program.module("firmware.safety.core"), program.module("firmware.tick_data")
    objects: dict[str, object] = {}
    for tick in ticks:
        if "remembered" in tick or not objects:
            supervisor = core.Supervisor(records.Verdict())
            objects = things(supervisor, records.Observation(), records.Request())
            _put_all(objects, {**healthy(), **tick.get("remembered", {})})
        _put_all(objects, {**{n: v for n, v in healthy().items() if _given(n)}, **tick.get("given", {})})
        try:
            verdict = supervisor.step(tick["now_ms"], objects["obs"], objects["request"])
        except Exception as failed:  # noqa: BLE001 - whatever a mistake leads to
            ran.said.append(f"ends in {type(failed).__name__}: {failed}")
            break
        ran.after.append(fields(objects))
        ran.said.append(_told(verdict))
    return ran


def _given(name: str) -> bool:
    return name.startswith(("obs.", "request."))


def _put_all(objects: dict[str, object], values: dict[str, object]) -> None:
    for name, value in values.items():
        thing, field = name.split(".")[:2]
        is_truth = _KINDS[f"{thing}.{field}"] and isinstance(healthy()[name], bool)
        put(objects, name, bool(value) if is_truth else value)


def _told(verdict) -> str:
    fault = faults.FAULTS[verdict.fault][faults.NAME] if verdict.fault < faults.COUNT else str(verdict.fault)
    response = faults.RESPONSE_NAMES[verdict.response] if verdict.response < 6 else str(verdict.response)
    flags = [name for name in ("contactor", "alarm", "held") if getattr(verdict, name)]
    return ", ".join([f"drive {verdict.drive_permille}", f"{response} for {fault}", *flags])


def said(script: dict, program: Program) -> list[str]:
    """What a program makes of the calls of a script, or of its sample."""
    if "sample" in script:
        return [motion.said(script["sample"], program)]
    return parts.said(script, program) if "call" in script else []


def main(path: str) -> int:
    """Print, tick by tick, what both say."""
    script = tomllib.loads(Path(path).read_text("utf-8"))
    edits = tuple(Edit(one["path"], one["before"], one["after"]) for one in script["edit"])
    sys.stdout.write(f"{script['says']}\nwith the mistake: {script['mistake']}\n")
    programs = Program(), Program(edits)
    for as_it_is, wrong in zip(*(said(script, program) for program in programs), strict=True):
        sys.stdout.write(f"as it is: {as_it_is}\nwith the mistake: {wrong}\n")
    sound, mistaken = (play(script.get("tick", []), program) for program in programs)
    for number, words in enumerate(mistaken.said):
        sys.stdout.write(f"tick {number + 1}: as it is: {sound.said[number]}\n        with the mistake: {words}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
