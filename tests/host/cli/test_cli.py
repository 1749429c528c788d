"""The command as a person and a script meet it: usage, versions, failures in words, pipes."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from firmware.version import VERSION


@pytest.fixture
def environment():
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


COMMAND = [sys.executable, "-m", "bascule"]


def test_version(environment):
    ran = subprocess.run([*COMMAND, "--version"], env=environment, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, f"bascule {VERSION}\n", "")


@pytest.mark.parametrize(
    ("words", "more"), [(["--version"], ("click", "json")), (["--debug", "--version"], ()), (["--help"], ())]
)
def test_version_and_help_load_neither_pyserial_nor_the_simulation(environment, words, more):
    asked = "import sys; from bascule.__main__ import main\ntry: main()\nexcept SystemExit: print(sorted(sys.modules))"
    run = [sys.executable, "-c", asked, *words]
    ran = subprocess.run(run, env=environment, capture_output=True, text=True, check=True)
    loaded = ran.stdout.splitlines()[-1]
    for name in (
        "serial",
        "matplotlib",
        "greenlet",
        "hal",
        "tomllib",
        "firmware.link",
        "asyncio",
        "dataclasses",
        *more,
    ):
        assert f"'{name}'" not in loaded


@pytest.mark.parametrize("words", [["frob"], ["status", "--frob"], ["profile", "check"], ["sim", "--speed", "fast"]])
def test_wrong_usage_is_exit_code_2_in_words(words):
    ran = CliRunner().invoke(cli, words)
    assert ran.exit_code == 2
    assert ran.stderr.startswith("error USAGE: ")
    assert ran.stdout == ""


def test_wrong_usage_with_json_is_an_object_too():
    ran = CliRunner().invoke(cli, ["status", "--frob", "--json"])
    assert ran.exit_code == 2
    assert json.loads(ran.stdout)["error"]["code"] == "USAGE"


def test_no_table_is_exit_code_4_in_words_and_json():
    ran = CliRunner().invoke(cli, ["status", "--json"])
    assert ran.exit_code == 4
    assert json.loads(ran.stdout)["error"]["code"] == "NO_TABLE"
    assert ran.stderr.startswith("error NO_TABLE: no table was found\nhint: ")


def test_the_port_may_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("BASCULE_PORT", "/dev/no-such-port")
    ran = CliRunner().invoke(cli, ["status"])
    assert ran.exit_code == 4
    assert "/dev/no-such-port" in ran.stderr


def test_what_nobody_expected_is_one_sentence(mocker):
    mocker.patch("bascule.table.ports.found", side_effect=ZeroDivisionError("one by nothing"))
    ran = CliRunner().invoke(cli, ["devices", "--json"])
    assert ran.exit_code == 1
    assert json.loads(ran.stdout)["error"]["code"] == "UNEXPECTED"
    assert "one by nothing" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_debug_shows_where_it_happened(mocker):
    mocker.patch("bascule.table.ports.found", side_effect=ZeroDivisionError("one by nothing"))
    ran = CliRunner().invoke(cli, ["--debug", "devices"])
    assert ran.exit_code == 1
    assert "Traceback" in ran.stderr


def test_ctrl_c_is_exit_code_130(mocker):
    mocker.patch("bascule.table.ports.found", side_effect=KeyboardInterrupt)
    ran = CliRunner().invoke(cli, ["devices"])
    assert (ran.exit_code, ran.stdout) == (130, "")


def test_a_reader_that_goes_away_is_no_failure(environment):
    reading, writing = os.pipe()
    os.close(reading)
    words = [*COMMAND, "devices"]
    ran = subprocess.run(words, env=environment, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize("words", [["demo", "--out"], ["sim", "--state-dir"]])
def test_a_folder_that_cannot_be_is_bad_input(tmp_path, words):
    file = tmp_path / "file"
    file.write_text("")
    ran = CliRunner().invoke(cli, [*words, str(file / "folder"), "--home", "cpython"])
    assert ran.exit_code == 2
    assert ran.stderr.startswith("error NO_FOLDER: ")


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("words", [[], ["profile"], ["sim"], ["demo"], ["profile", "check"]], ids=" ".join)
def test_help(words, option):
    words = [*words, option]
    ran = CliRunner().invoke(cli, words)
    assert ran.exit_code == 0
    assert ran.stdout.startswith("Usage: ")


@pytest.mark.parametrize("words", [[], ["profile"]])
def test_no_command_shows_the_commands(words):
    ran = CliRunner().invoke(cli, words)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert ran.stderr.startswith("Usage: ")
