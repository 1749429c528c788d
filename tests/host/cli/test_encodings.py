"""Output whose encoding lacks a sign of a name, as of a pipe on Windows or in the C locale: the rest is printed."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from tests.support.host.people_table import PeopleTable, served
from tests.support.host.persons import ANNA, save

NAMES = ("Łukasz Żółć", "Ραλλού 佳子", "Zoë 😀", "Renée")
PEOPLE = [{**ANNA, "id": f"p{number}", "name": name} for number, name in enumerate(NAMES)]
ASKED = (
    ("profile", "list"), ("profile", "show", "p0"), ("profile", "show", "p2"), ("profile", "progress", "p1"),
    ("profile", "check", "FILE"), ("profile", "push", "FILE"), ("profile", "diff", "FILE"), ("panel",),
    ("profile", "remove", "p1", "--yes"), ("profile", "show", "Łukasz"),
    ("profile", "check", "Ł.toml"),
)  # fmt: skip


def ran(words, charset, folder):
    """Exit code and bytes of stdout."""
    file = str(save(folder, {**PEOPLE[1], "weight_kg": 69}))
    table = PeopleTable(*PEOPLE)
    table.panel["l1"] = NAMES[0]
    with served(table) as stub:
        port = [] if words[1:2] == ("check",) else ["-p", stub.port]
        given = [file if word == "FILE" else word for word in words]
        done = CliRunner(charset=charset).invoke(cli, [*given, *port])
    assert b"UNEXPECTED" not in done.stderr_bytes, done.stderr_bytes
    return done.exit_code, done.stdout_bytes.replace(stub.port.encode(), b"PORT")


@pytest.mark.parametrize("charset", ["cp1252", "ascii"])
@pytest.mark.parametrize("words", ASKED, ids=" ".join)
def test_a_sign_that_the_encoding_lacks_costs_that_sign(tmp_path, charset, words):
    code, whole = ran(words, "utf-8", tmp_path)
    other, told = ran(words, charset, tmp_path)
    assert other == code
    # click itself writes UTF-8 where an encoding knows ASCII only.
    assert told == (whole if charset == "ascii" else whole.decode().encode(charset, "replace"))


@pytest.mark.parametrize("charset", ["cp1252", "ascii"])
@pytest.mark.parametrize("words", ASKED, ids=" ".join)
def test_json_loses_no_sign(tmp_path, charset, words):
    code, whole = ran((*words, "--json"), "utf-8", tmp_path)
    other, told = ran((*words, "--json"), charset, tmp_path)
    assert other == code
    assert json.loads(told.decode(charset)) == json.loads(whole)


@pytest.mark.parametrize(
    "changes",
    [
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "POSIX"},
    ],
)
def test_redirected_in_such_a_locale_it_ends_as_ever(tmp_path, changes):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **changes}
    with served(PeopleTable(*PEOPLE)) as stub, (tmp_path / "out").open("wb") as out:
        command = [sys.executable, "-m", "bascule", "profile", "list", "-p", stub.port]
        done = subprocess.run(command, env=environment, stdout=out, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "out").read_bytes().count(b"\n") >= len(PEOPLE)
