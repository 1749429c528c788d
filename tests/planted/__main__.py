"""`make planted`: each mistake is made in a copy of the project, and the test that should notice it must fail.

    python -m tests.planted                 every mistake
    python -m tests.planted --sample 30     some of them, others each day
    python -m tests.planted --find NAME     which test notices: the nearest are asked first, then all

Exits 1 when a mistake passes its test, 2 when the tests fail without any.
"""

import argparse
import datetime
import random
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from tests.planted.judge import Copy, Judged
from tests.planted.mistakes import Mistake, complaints, nearest, read

COPIES = 2
ROOT = Path.cwd()


def _judge(mistakes: list[Mistake], find: bool) -> Iterator[tuple[Mistake, Judged]]:
    """Each mistake and how it was judged, in the order of the list, as they end."""
    with tempfile.TemporaryDirectory(prefix="planted-") as scratch, ThreadPoolExecutor(COPIES) as pool:
        free: SimpleQueue[Copy] = SimpleQueue()
        for number in range(COPIES):
            free.put(Copy(ROOT, Path(scratch) / str(number), number))

        def one(mistake: Mistake) -> Judged:
            copy = free.get()
            try:
                with copy.holding(mistake):
                    return _search(copy, mistake.file) if find else copy.ask(mistake.test)
            finally:
                free.put(copy)

        yield from zip(mistakes, pool.map(one, mistakes), strict=True)


def _search(copy: Copy, file: str) -> Judged:
    judged = copy.ask(nearest(ROOT, file))
    return judged if judged.by or judged.trouble else copy.ask("tests")


def _sound(mistakes: list[Mistake]) -> Judged:
    """How the tests end where nothing is planted."""
    with tempfile.TemporaryDirectory(prefix="planted-") as scratch:
        return Copy(ROOT, Path(scratch) / "sound").ask(*sorted({mistake.test for mistake in mistakes}))


def main(arguments: list[str]) -> int:
    """Judge, print one line for each mistake and the count at the end."""
    parser = argparse.ArgumentParser(prog="python -m tests.planted")
    parser.add_argument("--sample", type=int, metavar="N")
    parser.add_argument("--find", nargs="+", metavar="NAME")
    asked = parser.parse_args(arguments)
    mistakes, find = read(), bool(asked.find)
    if find:
        mistakes = [one for one in mistakes if any(word in one.name for word in asked.find)]
    elif asked.sample:
        drawn = random.Random(datetime.date.today().isoformat())
        mistakes = sorted(drawn.sample(mistakes, asked.sample))
    if wrong := complaints(mistakes, ROOT) if not find else []:
        sys.stdout.write("\n".join([*wrong, "planted: none judged, the list is not in order"]) + "\n")
        return 2
    if not find and (sound := _sound(mistakes)).by + sound.trouble:
        sys.stdout.write(f"planted: none judged, without any mistake: {sound.by or sound.trouble}\n")
        return 2
    noticed = 0
    for one, judged in _judge(mistakes, find):
        noticed += bool(judged.by)
        end = f"noticed by {judged.by}" if judged.by else f"NOT NOTICED: {judged.trouble or 'every test passes'}"
        sys.stdout.write(f"{one.name} ({one.file}): {one.wrong}\n    {judged.seconds:.0f} s: {end}\n")
        sys.stdout.flush()
    sys.stdout.write(f"planted: {noticed} of {len(mistakes)} noticed by make test\n")
    return 0 if noticed == len(mistakes) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
