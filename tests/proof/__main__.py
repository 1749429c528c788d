"""`make proof`: proves every theorem about the firmware, and refutes each of them with a planted mistake.

What refutes one is written to build/proof, as a script to be read and played (tests/proof/play.py). Exits 1 when a
theorem does not hold, when a mistake refutes nothing, or when the solver gives up.
"""

import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from tests.proof import registry
from tests.proof.source import ROOT, Program

PROCESSES = 2
LEAST = 60
OUT = ROOT / "build" / "proof"


def _start() -> None:
    if hasattr(os, "nice"):
        os.nice(5)


def task(number: int, mistake: int | None) -> tuple[int, int | None, str, str, float]:
    """One theorem, or one of its mistakes: (both numbers, how it ended, what to print, seconds)."""
    from tests.proof import judge, theorems  # noqa: F401 - registers them

    one = registry.THEOREMS[number]
    began = time.monotonic()
    try:
        if mistake is None:
            found = judge.judge(one, judge.sound())
            said = _written(one, registry.Mistake("none", ()), found, judge.sound(), "0") if found.model else ""
            return number, mistake, found.how, said, time.monotonic() - began
        how, said = _refuted(one, mistake)
        return number, mistake, how, said, time.monotonic() - began
    except Exception as failed:  # noqa: BLE001 - whatever it is, this theorem is not proven
        return number, mistake, "failed", f"{type(failed).__name__}: {failed}", time.monotonic() - began


def _refuted(one: registry.Theorem, mistake: int) -> tuple[str, str]:
    from tests.proof import judge

    wrong = one.mistakes[mistake]
    program = Program(wrong.edits)
    found = judge.refute(one, program)
    if found.model is None:
        return found.how, "" if found.how != judge.REFUTED else "the start itself, or any input"
    return found.how, _written(one, wrong, found, program, str(mistake + 1))


def _written(one: registry.Theorem, wrong: registry.Mistake, found, program: Program, name: str) -> str:
    """Write what breaks a theorem, after the program itself has been run on it; the file's path."""
    from tests.proof import script

    ticks, told = script.checked(found.core, found.model, program), script.told(found.core, found.model, program)
    beside = {} if told else script.beside(found.core, found.model)
    path = OUT / f"{one.name}-{name}.toml"
    path.write_text(script.text(one, wrong, ticks, beside, told), "utf-8")
    return path.relative_to(ROOT).as_posix()


def _all(only: list[str]) -> Iterator[tuple[int, int | None]]:
    for number, one in enumerate(registry.THEOREMS):
        if all(word in one.name for word in only):
            yield number, None
            for mistake in range(len(one.mistakes)):
                yield number, mistake


class _Told:
    """Lines as they come; for a person who watches, how far it is."""

    def __init__(self, count: int):
        self._count, self._done, self._watched = count, 0, sys.stdout.isatty()

    def tell(self, line: str) -> None:
        self._done += 1
        if self._watched:
            sys.stdout.write("\r\x1b[K")
        if line:
            sys.stdout.write(line + "\n")
        if self._watched and self._done < self._count:
            sys.stdout.write(f"{self._done} of {self._count}")
        sys.stdout.flush()


def main(only: list[str]) -> int:
    """Prove all, or those with these words in their names."""
    from tests.proof import judge, listed, theorems  # noqa: F401 - registers them

    if only == ["--list"]:
        return listed.write()
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.glob("*.toml"):
        old.unlink()
    # What looks at several ticks takes longest: first, so that both processes end together.
    tasks = sorted(_all(only), key=lambda one: registry.THEOREMS[one[0]].about != registry.TICKS_ON)
    ended: dict[tuple[int, int | None], str] = {}
    told = _Told(len(tasks))
    began = time.monotonic()
    with ProcessPoolExecutor(PROCESSES, initializer=_start) as pool:
        for done in as_completed([pool.submit(task, *one) for one in tasks]):
            number, mistake, how, said, seconds = done.result()
            ended[number, mistake] = how
            told.tell(_line(registry.THEOREMS[number], mistake, how, said, seconds))
    wanted = {None: judge.PROVEN}
    short = [key for key, how in ended.items() if how != wanted.get(key[1], judge.REFUTED)]
    proven = sum(1 for (_, mistake), how in ended.items() if mistake is None and how == judge.PROVEN)
    planted = [how for (_, mistake), how in ended.items() if mistake is not None]
    unknown = sum(1 for how in ended.values() if how in (judge.UNKNOWN, "failed"))
    sys.stdout.write(f"what refuted them: {Path('build', 'proof')}; {time.monotonic() - began:.0f} s\n")
    sys.stdout.write(
        f"proof: {proven} theorems proven, {planted.count(judge.REFUTED)} of {len(planted)} planted mistakes refuted, "
        f"{unknown} unknown\n"
    )
    return 1 if short or (not only and proven < LEAST) else 0


def _line(one: registry.Theorem, mistake: int | None, how: str, said: str, seconds: float) -> str:
    if mistake is None:
        return f"{how:8} {one.name}: {one.words}  ({seconds:.1f} s)" + (f"\n{said}" if said else "")
    return f"{how:8} {one.name} by: {one.mistakes[mistake].words}: {said}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
