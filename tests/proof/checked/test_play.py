"""What refutes a theorem can be played: the firmware's own code does something else with the mistake."""

import tomllib

import pytest

from tests.proof import __main__ as made
from tests.proof import play, registry, theorems
from tests.proof.source import Edit, Program
from tests.proof.told import parts

pytestmark = pytest.mark.proof

NAMES = (
    "down_needs_down_held", "what_is_refused_begins_from_rest", "a_way_up_that_has_begun_goes_on",
    "the_tally_has_an_end", "limit_holds_with_the_tilt_sensor_wrong",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_counterexample_is_played_otherwise_with_the_mistake(name, tmp_path, monkeypatch, capsys):
    assert theorems.__all__
    number = next(n for n, one in enumerate(registry.THEOREMS) if one.name == name)
    monkeypatch.setattr(made, "OUT", made.ROOT / "build" / "played")
    made.OUT.mkdir(parents=True, exist_ok=True)
    *_, how, path, _ = made.task(number, 0)
    assert how == "refuted"
    assert play.main(str(made.ROOT / path)) == 0
    told = capsys.readouterr().out.splitlines()
    as_it_is = [line.partition("as it is: ")[2] for line in told if "as it is: " in line]
    wrong = [line.partition("with the mistake: ")[2] for line in told[2:] if "with the mistake: " in line]
    assert as_it_is and len(as_it_is) == len(wrong) and as_it_is != wrong


def test_a_translation_that_differs_from_the_program_is_noticed():
    """A counterexample whose program is another one than was translated."""
    from tests.proof import judge, script

    one = next(one for one in registry.THEOREMS if one.name == "a_drive_down_grows_slowly")
    found = judge.refute(one, Program(one.mistakes[0].edits))
    other = Program((Edit("firmware/control/motion.py", "_SLOWEST_CDPS = 25", "_SLOWEST_CDPS = 24"),))
    with pytest.raises(parts.Differ):
        script.told(found.core, found.model, other)


def test_every_file_is_toml_that_is_read_back(tmp_path):
    script = {"object": [{"name": "a", "of": "m.A", "fields": {"x": 1, "y": True, "z": [1, 2], "w": "@b"}}],
              "call": [{"of": "a", "method": "go", "arguments": [1, "@b", False]}]}  # fmt: skip
    assert tomllib.loads("\n".join(parts.text(script))) == script
