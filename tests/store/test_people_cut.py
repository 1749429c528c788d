"""Power lost between two files that belong together: the profile of a person and the record of what was changed."""

import pytest

from firmware.profile.form import to_wire
from firmware.store.people import People
from tests.support.profiles import profile


def anna(*conditions: str) -> dict:
    return {**profile(*conditions), "id": "anna", "name": "Anna"}


class PowerCut(Exception):
    """The power goes before this is written."""


def cut(*_said):
    raise PowerCut


@pytest.mark.parametrize("part", ["record", "profile"])
def test_h31_a_cut_never_leaves_a_changed_profile_whose_change_nobody_remembers(tmp_path, monkeypatch, part):
    people = People(str(tmp_path))
    people.put(anna(), to_wire(anna()))
    written = people._records if part == "record" else people._stores[0]
    monkeypatch.setattr(type(written), "save", cut)
    with pytest.raises(PowerCut):
        people.put(anna("glaucoma"), to_wire(anna("glaucoma")))
    assert People(str(tmp_path)).load(0)[0] == anna()
