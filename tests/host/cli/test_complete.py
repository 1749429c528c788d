"""What the shell completes: each kind of it, and that no shell waits or is written to for it."""

import os
import re
import shutil
import subprocess
import sys
import threading
from types import SimpleNamespace

import pytest
from click.shell_completion import ShellComplete

from bascule.cli import complete
from bascule.cli.main import cli
from bascule.conditions import catalogue
from bascule.table import client, ports
from firmware.screening import conditions as table
from tests.support.host.people_table import PLACES, PeopleTable, served
from tests.support.host.persons import ANNA, BEN, named
from tests.support.host.table_stub import TableStub, frame
from tests.support.source import ROOT

# What a shell may be kept waiting, and what starting the tool takes of it.
SHELL_S, START_S = 0.5, 0.15


def completed(*words):
    """{value: help} for the last of `words`, as it has been typed so far."""
    *before, typed = words
    found = ShellComplete(cli, {}, "bascule", "_BASCULE_COMPLETE").get_completions(before, typed)
    return {one.value: one.help for one in found if one.type == "plain"}


def kinds(*words):
    *before, typed = words
    return {one.type for one in ShellComplete(cli, {}, "bascule", "_BASCULE_COMPLETE").get_completions(before, typed)}


def test_commands_and_options():
    assert set(completed("s")) == {"sim", "status"}
    assert set(completed("profile", "p")) == {"progress", "push"}
    assert {"--port", "--json", "--help"} <= set(completed("status", "-"))
    assert set(completed("sim", "--home", "")) == {"micropython", "cpython", "emulated"}


def test_ports_are_those_of_the_tables_that_are_there(mocker):
    usb = SimpleNamespace(device="/dev/ttyACM0", vid=0x2E8A, pid=5, serial_number="E66")
    mocker.patch("serial.tools.list_ports.comports", return_value=[usb])
    with ports.announced("/dev/pts/77"):
        expected = {"/dev/ttyACM0": "usb E66", "/dev/pts/77": "simulated SIM-0001"}
        assert completed("status", "-p", "") == completed("profile", "push", "--port", "/dev/") == expected
        assert completed("watch", "-p", "/dev/tty") == {"/dev/ttyACM0": "usb E66"}
    mocker.patch("serial.tools.list_ports.comports", side_effect=OSError)
    assert completed("status", "-p", "") == {}


@pytest.mark.parametrize("words", [["profile", "explain"], ["profile", "new", "--condition"]], ids=" ".join)
def test_conditions_by_their_keys(words):
    assert set(completed(*words, "")) == {row[table.KEY] for row in table.CONDITIONS}
    assert completed(*words, "glauc") == {"glaucoma": catalogue.find("glaucoma").name}
    assert completed(*words, "nothing_like_it") == {}


WHO = (["profile", "show"], ["profile", "progress"], ["profile", "remove"], ["profile", "export"])


@pytest.mark.parametrize("words", WHO, ids=" ".join)
def test_people_of_the_port_that_was_named(words):
    with served(PeopleTable(ANNA, BEN)) as stub:
        assert completed(*words, "-p", stub.port, "") == {"anna": "Anna", "ben": "Ben"}
        assert completed(*words, "-p", stub.port, "b") == {"ben": "Ben"}


def test_people_of_the_only_table_or_of_the_one_in_the_environment(monkeypatch):
    with served(PeopleTable(ANNA)) as stub:
        assert completed("profile", "show", "") == {}
        with ports.announced(stub.port):
            assert completed("profile", "show", "") == {"anna": "Anna"}
            with ports.announced("/dev/pts/77"):
                assert completed("profile", "show", "") == {}
                monkeypatch.setenv("BASCULE_PORT", stub.port)
                assert completed("profile", "show", "") == {"anna": "Anna"}


def test_nothing_on_the_table_changes_and_nobody_is_greeted():
    people = PeopleTable(ANNA, BEN)
    with served(people) as stub:
        completed("profile", "remove", "-p", stub.port, "")
        heard = [one["c"] for one in stub.heard]
    # One is under way while the last is answered.
    assert heard in (["people"] * 2, ["people"] * 3)
    assert (people.day, list(people.blobs)) == (0, ["anna", "ben"])


def test_a_full_table_and_an_empty_one():
    with served(PeopleTable(*map(named, range(PLACES)))) as stub:
        assert len(completed("profile", "show", "-p", stub.port, "")) == PLACES
    with served(PeopleTable()) as stub:
        assert completed("profile", "show", "-p", stub.port, "") == {}


def test_a_name_that_a_terminal_would_obey_is_harmless():
    with served(PeopleTable(dict(ANNA, name="An\u202ena\x1b[2J\nx"))) as stub:
        assert completed("profile", "show", "-p", stub.port, "") == {"anna": "An?na?[2J?x"}


def test_export_takes_a_person_or_a_file_first_and_then_a_file():
    with served(PeopleTable(ANNA)) as stub:
        words = ["profile", "export", "-p", stub.port]
        assert (kinds(*words, ""), completed(*words, "")) == ({"file", "plain"}, {"anna": "Anna"})
        assert kinds(*words, "anna", "") == {"file"}
    assert kinds("profile", "check", "") == {"file"}


def silent(_command):
    return b"?\n"


def half(command):
    """One of two people, and then no more."""
    people = PeopleTable(ANNA, BEN)
    return people(command) if command["at"] == 0 else b"?\n"


def refusing(command):
    return frame({"i": command["i"], "e": "BUSY", "m": "A session is beginning."})


def raving(command):
    return frame({"i": command["i"], "n": "two"})


@pytest.mark.long
@pytest.mark.parametrize("answer", [silent, half, refusing, raving, lambda _: None])
def test_no_shell_waits_for_a_table_that_does_not_answer_as_it_should(answer, capsys):
    with TableStub(answer) as stub:
        assert completed("profile", "show", "-p", stub.port, "") == {}
    assert capsys.readouterr() == ("", "")


@pytest.mark.long
def test_nothing_is_waited_for_longer_than_a_shell_may_be_kept():
    assert complete._WITHIN_S + START_S <= SHELL_S
    never = threading.Event()
    try:
        assert complete._soon(lambda: [never.wait(60)]) == []
    finally:
        never.set()


def test_a_port_in_use_and_one_that_is_none(now, capsys):
    with served(PeopleTable(ANNA)) as stub, client.connected(stub.port, now):
        assert completed("profile", "show", "-p", stub.port, "") == {}
    assert completed("profile", "show", "-p", "/dev/null", "") == {}
    assert capsys.readouterr() == ("", "")


@pytest.fixture
def shell(tmp_path):
    """shell(words, typed, mode): what the tool says to a shell, by the environment that click's own scripts set."""
    here = tmp_path / "bin"
    here.mkdir()
    launcher = "import sys; sys.argv[0] = 'bascule'; from bascule.__main__ import main; main()"
    (here / "bascule").write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{launcher}" "$@"\n')
    (here / "bascule").chmod(0o755)
    path = os.pathsep.join([str(here), os.environ["PATH"]])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PATH": path}

    def run(command, **more):
        words = command if isinstance(command, list) else ["bash", "-c", command]
        ran = subprocess.run(words, env={**environment, **more}, capture_output=True, text=True, check=False)
        assert ran.stderr == ""
        return ran.stdout

    return run


def in_readme(name):
    """The line for a shell."""
    (line,) = [one for one in (ROOT / "README.md").read_text("utf-8").splitlines() if f"COMPLETE={name}_source" in one]
    return line.partition("#")[0]


@pytest.mark.long
def test_bash_as_the_readme_says(shell):
    said = shell(
        f"{in_readme('bash')}; complete -p bascule; "
        'COMP_WORDS=(bascule profile explain glauc); COMP_CWORD=3; _bascule_completion bascule; echo "${COMPREPLY[@]}"'
    )
    assert said.splitlines()[0].endswith("-F _bascule_completion bascule")
    assert said.splitlines()[1] == "glaucoma"


@pytest.mark.long
def test_each_shell_gets_people_and_keys(shell):
    """On a busy machine nothing is found in time; then it is asked again, as somebody presses the key again."""

    def asked(**words):
        return next(filter(str.strip, (shell(["bascule"], **words) for _ in range(20))), "nothing")

    with served(PeopleTable(ANNA, BEN)) as stub:
        line = f"bascule profile show -p {stub.port} a"
        words = {"COMP_WORDS": line, "COMP_CWORD": "5"}
        assert asked(_BASCULE_COMPLETE="bash_complete", **words) == "plain,anna\n"
        assert asked(_BASCULE_COMPLETE="zsh_complete", **words) == "plain\nanna\nAnna\n"
        said = asked(_BASCULE_COMPLETE="fish_complete", COMP_WORDS=line[:-1], COMP_CWORD="a")
        assert said.split() == ["plain,anna", "Anna"]
    said = shell(
        ["bascule"], _BASCULE_COMPLETE="bash_complete", COMP_WORDS="bascule profile explain glauc", COMP_CWORD="3"
    )
    assert said == "plain,glaucoma\n"


@pytest.mark.parametrize("name", ["zsh", "fish"])
def test_the_script_of_each_shell_is_made_and_where_the_shell_is_here_taken(shell, name):
    script = shell(re.search(r"_BASCULE_COMPLETE=\w+ bascule", in_readme(name))[0])
    assert "_BASCULE_COMPLETE" in script and "bascule" in script
    if shutil.which(name):
        subprocess.run([name, "-n"], input=script, text=True, check=True)
