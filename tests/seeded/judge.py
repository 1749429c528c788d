"""Whether a seed is found out, and whether a sound supervisor holds reckless control: each a play on CPython."""

import pytest

from tests.seeded.changes import Change, Seed
from tests.situations.run import play
from tests.situations.situation import FOLDER, load

HELD_IN = ("h49_stop_on_the_way_back", "h17_restart_watchdog_at_20")


def problems(changes: tuple[Change, ...], situation: str) -> list[str]:
    """What the situation finds with these changes."""
    with pytest.MonkeyPatch.context() as patch:
        for change in changes:
            change(patch.setattr)
        return play(load(FOLDER / f"{situation}.toml"), "cpython")


def unnoticed(seed: Seed) -> str:
    """ "" when the seed is found out as it must be, or what was found instead."""
    found = problems(seed.changes, seed.situation)
    return "" if any(seed.caught_by in problem for problem in found) else f"{found or 'nobody noticed'}"


def broken(changes: tuple[Change, ...], situation: str) -> str:
    """The invariants that reckless control has broken, "" when none."""
    return "; ".join(problem for problem in problems(changes, situation) if "invariant" in problem)
