"""The trip of a profile on the laptop goes as docs/architecture.md tells it, and nothing on it is done twice."""

import ast
import collections
import re
import sys

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from tests.support.host.people_table import PeopleTable, served
from tests.support.host.persons import cleared, save
from tests.support.source import ROOT, tree

PAGE = ROOT / "docs" / "architecture.md"
HEADING = "## A profile, from file to commit"
MOST = 12


def walk(text):
    """[(file, [functions])] of the numbered list under the heading. A stop begins with functions of one file."""
    section = text.split(f"{HEADING}\n")[1].split("\n## ")[0]
    stops = []
    for item in re.split(r"^\d+\. ", section, flags=re.M)[1:]:
        named = re.match(r"(?:`[^`:]+:[^`]+`,?\s*)+:", item)
        assert named, f"a stop that names no function: {item}"
        places = [place.split(":") for place in re.findall(r"`([^`]+)`", named[0])]
        assert len({file for file, _ in places}) == 1, f"a stop of several files: {item}"
        stops.append((places[0][0], [name for _, name in places]))
    return stops


def defined(path):
    """The functions of a file, and its methods as Class.method."""
    found = set()
    for node in tree(path).body:
        found |= {node.name} if isinstance(node, ast.FunctionDef) else set()
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{one.name}" for one in node.body if isinstance(one, ast.FunctionDef)}
    return found


def missing(stops):
    """Files and functions that are named and not there."""
    there = {file: defined(ROOT / file) if (ROOT / file).exists() else set() for file, _ in stops}
    return [f"{file} {name}" for file, names in stops for name in names if name not in there[file]]


@pytest.fixture
def called(tmp_path, patient):
    """What was called in the laptop's thread while a profile was pushed, in order: (file, function)."""
    file = str(save(tmp_path / "p", cleared()))
    calls = []

    def note(frame, event, _):
        if event == "call":
            calls.append((frame.f_code.co_filename, frame.f_code.co_qualname))

    with served(PeopleTable()) as stub:
        sys.setprofile(note)
        try:
            ran = CliRunner().invoke(cli, ["profile", "push", file, "-p", stub.port])
        finally:
            sys.setprofile(None)
    assert ran.exit_code == 0, ran.output
    return [(path.removeprefix(f"{ROOT}/"), name) for path, name in calls]


def test_the_walk_has_at_most_twelve_stops_and_names_what_exists():
    stops = walk(PAGE.read_text("utf-8"))
    assert 0 < len(stops) <= MOST
    assert missing(stops) == []
    assert len({file for file, _ in stops}) == len(stops)


def test_a_stop_that_is_gone_is_noticed():
    reader = "host/bascule/profile/reader.py"
    text = f"{HEADING}\n\n1. `{reader}:read`,\n   `{reader}:reed`: x.\n2. `host/gone.py:read`: y.\n"
    assert missing(walk(text)) == [f"{reader} reed", "host/gone.py read"]


def test_a_push_calls_the_stops_in_this_order(called):
    stops = walk(PAGE.read_text("utf-8"))
    firsts = [min(called.index((file, name)) for name in names) for file, names in stops]
    assert firsts == sorted(firsts)
    assert all((file, name) in called for file, names in stops for name in names)


def test_no_other_part_of_the_tool_takes_a_hand_before_the_commit(called):
    """But for the port, and what all of the tool uses."""
    told = {file for file, _ in walk(PAGE.read_text("utf-8"))}
    before = called[: called.index(("host/bascule/table/why.py", "screening_result"))]
    others = {path for path, name in before if path.startswith("host/bascule/") and name != "<module>"} - told
    around = {
        "cli/main.py",
        "cli/group.py",
        "output.py",
        "facts.py",
        "speech/spoken.py",
        "table/ports.py",
        "table/cable.py",
        "table/shared.py",
        "table/hello.py",
    }
    assert others <= {f"host/bascule/{name}" for name in around}


def test_a_file_is_parsed_checked_written_and_screened_once(called):
    counted = collections.Counter(called)
    (parsed,) = [count for (path, name), count in counted.items() if "tomllib" in path and name == "loads"]
    once = [
        ("host/bascule/profile/reader.py", "read"),
        ("firmware/profile/form.py", "check"),
        ("firmware/profile/form.py", "to_wire"),
        ("firmware/screening/rules.py", "screen"),
    ]
    assert [parsed, *(counted[one] for one in once)] == [1] * 5
    assert counted["firmware/profile/form.py", "parse"] == 0
