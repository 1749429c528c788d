"""What is shown on the emulated chip: each case begins at a stage of one session and ends in an assertion or not."""

from collections.abc import Callable
from typing import NamedTuple

from tests.emulated.bench import Bench

# In the order in which one session comes to them.
OFF, BOOTED, CONFIRMED, HEAD_DOWN = "off", "booted", "confirmed", "head-down"
STAGES = (OFF, BOOTED, CONFIRMED, HEAD_DOWN)


class Case(NamedTuple):
    """core: also in the short run. Its function gets a table of its own and returns figures in words, or nothing."""

    words: str
    stage: str
    core: bool
    run: Callable[[Bench], str | None]


CASES: list[Case] = []


def case(words: str, stage: str, core: bool = False) -> Callable[[Callable[[Bench], str | None]], None]:
    """Register a function under a sentence that holds when it returns."""

    def register(function: Callable[[Bench], str | None]) -> None:
        assert stage in STAGES and words not in [each.words for each in CASES]
        CASES.append(Case(words, stage, core, function))

    return register
