"""What the tests of the laptop tool share."""

import datetime
import json

import pytest
from click.testing import CliRunner

from bascule import client
from bascule.cli import cli
from firmware.link import messages
from tests.host.people_table import commands, served


@pytest.fixture
def now():
    return datetime.datetime(2026, 11, 23, 23, 59, 59)


@pytest.fixture
def today(now):
    return now.date()


@pytest.fixture(autouse=True)
def alone(tmp_path, monkeypatch, mocker):
    """No table of this machine, simulated or real, is seen by a test that does not bring its own."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.delenv("BASCULE_PORT", raising=False)
    mocker.patch("serial.tools.list_ports.comports", return_value=[])


@pytest.fixture
def for_people(monkeypatch):
    """The laptop reads of a table for several people."""
    monkeypatch.setattr(messages, "COMMANDS", commands())
    monkeypatch.setattr(messages, "READ_ONLY", [name for name, row in commands().items() if not row[0]])
    monkeypatch.setattr(client, "_ANSWER_S", 5.0)


@pytest.fixture
def tell(for_people):
    """tell(table, words...): exit code, facts and stderr of one command that talks to `table`."""

    def run(table, *words):
        with served(table) as stub:
            ran = CliRunner().invoke(cli, [*words, "-p", stub.port, "--json"])
        return ran.exit_code, json.loads(ran.stdout.splitlines()[-1]) if ran.stdout else None, ran.stderr

    return run


@pytest.fixture
def say(for_people):
    """say(table, words...): exit code and the lines for a person."""

    def run(table, *words):
        with served(table) as stub:
            ran = CliRunner().invoke(cli, [*words, "-p", stub.port])
        return ran.exit_code, (ran.stdout + ran.stderr).splitlines()

    return run
