"""Every wrong supervisor is found out by a situation or an invariant, and a sound one holds wrong control."""

import pytest

from tests.seeded.seeds import RECKLESS, SEEDS
from tests.situations.run import play
from tests.situations.situation import FOLDER, load


def problems(monkeypatch, changes, situation):
    """What the situation finds on CPython with these changes."""
    for change in changes:
        change(monkeypatch.setattr)
    return play(load(FOLDER / f"{situation}.toml"), "cpython")


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_it_is_caught(seed, monkeypatch):
    found = problems(monkeypatch, seed.changes, seed.situation)
    assert any(seed.caught_by in problem for problem in found), found or "nobody noticed"


def test_there_are_enough_of_them():
    assert len({seed.name for seed in SEEDS}) == len(SEEDS) >= 20


@pytest.mark.parametrize("situation", ["h49_stop_on_the_way_back", "h17_restart_watchdog_at_20"])
@pytest.mark.parametrize(("name", "changes"), RECKLESS, ids=[name for name, _ in RECKLESS])
def test_a_sound_supervisor_holds_wrong_control(name, changes, situation, monkeypatch):
    broken = [problem for problem in problems(monkeypatch, changes, situation) if "invariant" in problem]
    assert not broken, broken
