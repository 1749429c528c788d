"""Folders beyond the core on a small project: a sample is drawn from what is not listed, and the share is told."""

from pathlib import Path

import pytest

from tests.mutants.folders import FOLDERS
from tests.mutants.judged.project import mutated
from tests.support.source import ROOT

pytestmark = pytest.mark.judges

SOURCE = '''"""Planted."""

STEPS = (1, 2, 3)


def within(value):
    return value < 10


def beyond(value):
    return value > 20
'''
# One mutant lives: nobody tries 21.
GOOD = """from firmware.control.planted import STEPS, beyond, within


def test_within():
    assert STEPS == (1, 2, 3)
    assert [within(value) for value in (8, 9, 10, 11)] == [True, True, False, False]


def test_beyond():
    assert [beyond(value) for value in (-1, 0, 19, 20, 22)] == [False, False, False, False, True]
"""
# `beyond` is never asked.
WEAK = GOOD.replace("    assert [beyond", "    return\n    assert [beyond")
LISTED = """[[harmless]]
file = "firmware/control/planted.py"
function = "beyond"
operator = "constant"
before = "return value > 20"
after = "return value > 21"
reason = "Nobody asks about 21."
"""


def run(folder: Path, tests: str, listed: str, *options: str) -> tuple[int, list[str]]:
    """The tool's exit code and lines, on a project with these tests."""
    files = {
        "firmware/control/__init__.py": "",
        "firmware/control/planted.py": SOURCE,
        "tests/control/test_planted.py": tests,
        "tests/mutants/equivalents.toml": listed,
    }
    return mutated(folder, files, *options)


def test_every_folder_is_there_and_has_tests_of_its_own():
    assert all((ROOT / folder.code).is_dir() and (ROOT / folder.tests).is_dir() for folder in FOLDERS)
    assert len({folder.code for folder in FOLDERS} | {folder.tests for folder in FOLDERS}) == 2 * len(FOLDERS)
    assert all(folder.files(ROOT) for folder in FOLDERS)


def test_what_lives_and_is_not_listed_fails_though_the_share_is_reached(tmp_path: Path):
    # 27 of 28 are 96.4 %: of a folder this small one is too much already.
    code, lines = run(tmp_path, GOOD, "", "--whole")
    assert code == 1
    assert lines[:3] == [
        "alive: firmware/control/planted.py:11 beyond, constant",
        "  - return value > 20",
        "  + return value > 21",
    ]


def test_the_whole_tells_the_share_and_what_is_listed(tmp_path: Path):
    code, lines = run(tmp_path, GOOD, LISTED, "--whole")
    count = int(lines[-1].split()[3])
    share = f"{int((count - 1) / count * 1000) / 10:.1f}"
    assert lines[-2:] == [
        f"firmware/control: {count - 1} of {count} killed, {share} %, 1 listed: less than 97%",
        f"mutants: {count - 1} of {count} killed",
    ]
    assert code == 1


def test_a_sample_is_drawn_from_what_is_not_listed_and_said_with_its_seed(tmp_path: Path):
    _, lines = run(tmp_path, GOOD, LISTED, "--seed", "7")
    assert lines[0] == "the samples are those of --seed 7"
    killed = lines[-1].split()[1]
    assert lines[-1] == f"mutants: {killed} of {killed} killed"
    assert f"1 listed ({killed} of {killed} drawn killed)" in lines[-2]


def test_a_sample_notices_tests_that_have_become_weak(tmp_path: Path):
    code, lines = run(tmp_path, WEAK, LISTED, "--seed", "7")
    assert code == 1
    assert any(line.startswith("alive: firmware/control/planted.py:11 beyond") for line in lines)


def test_a_mutant_with_which_a_conftest_does_not_load_is_killed(tmp_path: Path):
    files = {
        "firmware/control/__init__.py": "",
        "firmware/control/planted.py": SOURCE,
        "tests/control/conftest.py": "from firmware.control.planted import STEPS\n\nassert STEPS[0] == 1\n",
        "tests/control/test_planted.py": GOOD,
        "tests/mutants/equivalents.toml": LISTED,
    }
    _, lines = mutated(tmp_path, files, "--whole")
    assert not [line for line in lines if line.startswith(("broken", "alive"))]


def test_of_a_file_that_is_asked_about_whatever_lives_is_wrong_and_no_share_is_told(tmp_path: Path):
    code, lines = run(tmp_path, GOOD, "", "firmware/control/planted.py")
    assert code == 1 and not [line for line in lines if line.startswith("firmware/control:")]
