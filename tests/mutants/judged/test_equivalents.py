"""The list of mutants that may live: what it must look like, and when it is wrong."""

from pathlib import Path

import pytest

from tests.mutants.equivalents import Listed, complaints
from tests.mutants.folders import REVIEWED
from tests.mutants.schemata import Mutant

ROOT = Path(__file__).resolve().parents[3]

MUTANT = Mutant(0, "firmware/x.py", 7, "f", "constant", "a = 1", "a = 2", False)
ENTRY = """[[equivalent]]
file = "firmware/x.py"
function = "f"
operator = "constant"
before = "a = 1"
after = "a = 2"
reason = "Nobody reads a."
"""


def listed(folder: Path, text: str) -> dict:
    path = folder / "equivalents.toml"
    path.write_text(text, "utf-8")
    return Listed(path).reasons


def test_an_entry_that_fits_one_living_mutant_is_right(tmp_path: Path):
    found = listed(tmp_path, ENTRY)
    assert found == {MUTANT.fingerprint: "Nobody reads a."}
    assert complaints(found, [MUTANT], set()) == []


def test_an_entry_does_not_mind_the_line_and_the_number(tmp_path: Path):
    moved = MUTANT._replace(line=99, number=5)
    assert complaints(listed(tmp_path, ENTRY), [moved], set()) == []


def test_an_entry_whose_mutant_is_killed_is_wrong(tmp_path: Path):
    (complaint,) = complaints(listed(tmp_path, ENTRY), [MUTANT], {0})
    assert "was killed" in complaint


def test_an_entry_that_fits_nothing_is_wrong(tmp_path: Path):
    (complaint,) = complaints(listed(tmp_path, ENTRY), [MUTANT._replace(after="a = 3")], set())
    assert complaint == "fits no mutant: firmware/x.py, f, constant: a = 1 -> a = 2"


def test_an_entry_that_fits_two_is_wrong(tmp_path: Path):
    twins = [MUTANT, MUTANT._replace(number=1, line=8)]
    (complaint,) = complaints(listed(tmp_path, ENTRY), twins, set())
    assert complaint.startswith("fits 2 mutants")


@pytest.mark.parametrize(
    "text",
    [
        ENTRY.replace("Nobody reads a.", " "),
        ENTRY + ENTRY,
        ENTRY + ENTRY.replace("equivalent", "harmless"),
        ENTRY + "line = 7\n",
    ],
    ids=["no_reason", "twice", "of_both_kinds", "a_line_number"],
)
def test_an_entry_without_a_reason_of_its_own_is_refused(tmp_path: Path, text: str):
    with pytest.raises(ValueError, match="needs one reason"):
        listed(tmp_path, text)


def test_an_entry_that_lacks_a_key_is_refused(tmp_path: Path):
    with pytest.raises(KeyError):
        listed(tmp_path, ENTRY.replace("operator", "operation"))


def test_what_changes_something_is_told_apart_from_what_changes_nothing(tmp_path: Path):
    path = tmp_path / "equivalents.toml"
    path.write_text(ENTRY + ENTRY.replace("equivalent", "harmless").replace("a = 2", "a = 3"), "utf-8")
    both = Listed(path)
    assert both.equivalent == {MUTANT.fingerprint}
    assert both.harmless == {MUTANT._replace(after="a = 3").fingerprint}


def test_of_what_is_reviewed_few_are_equivalent_and_none_is_harmless():
    own = Listed(ROOT / "tests" / "mutants" / "equivalents.toml")
    reviewed = [one for one in own.reasons if any(folder.holds(one[0]) for folder in REVIEWED)]
    assert len(reviewed) <= 8 and not own.harmless & set(reviewed)
