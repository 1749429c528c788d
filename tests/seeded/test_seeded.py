"""Wrong supervisors, each found out by a situation or an invariant, and a sound one that holds wrong control.

`make test` takes one of each kind, `make mutants` all of them.
"""

import pytest

from tests.seeded.judge import HELD_IN, broken, unnoticed
from tests.seeded.seeds import RECKLESS, SEEDS


@pytest.mark.long
@pytest.mark.parametrize("seed", SEEDS[::12], ids=lambda seed: seed.name)
def test_it_is_caught(seed):
    assert not unnoticed(seed)


def test_there_are_enough_of_them():
    assert len({seed.name for seed in SEEDS}) == len(SEEDS) >= 20


def test_a_seed_that_does_nothing_is_not_caught():
    assert unnoticed(SEEDS[3]._replace(changes=())) == "nobody noticed"


HELD = [(name, changes, situation) for name, changes in RECKLESS for situation in HELD_IN]


@pytest.mark.long
@pytest.mark.parametrize(("name", "changes", "situation"), HELD[::12], ids=[f"{row[0]}-{row[2]}" for row in HELD[::12]])
def test_a_sound_supervisor_holds_wrong_control(name, changes, situation):
    assert not broken(changes, situation)
