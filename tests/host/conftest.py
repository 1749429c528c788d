"""What the tests of the laptop tool share."""

import datetime
import json
import tempfile

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from bascule.table import client
from tests.support.host.people_table import served


@pytest.fixture
def now():
    return datetime.datetime(2026, 11, 23, 23, 59, 59)


@pytest.fixture
def today(now):
    return now.date()


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory):
    return tmp_path_factory.mktemp("elsewhere")


@pytest.fixture(autouse=True)
def alone(elsewhere, monkeypatch):
    """No table of this machine, simulated or real, is seen by a test that does not bring its own."""
    monkeypatch.setenv("TMPDIR", tempfile.mkdtemp(dir=elsewhere))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.delenv("BASCULE_PORT", raising=False)
    monkeypatch.setattr("serial.tools.list_ports.comports", list)


@pytest.fixture
def patient(monkeypatch):
    """The laptop waits long enough for a table that answers on a busy machine."""
    monkeypatch.setattr(client, "_ANSWER_S", 5.0)


@pytest.fixture
def tell(patient):
    """tell(table, words...): exit code, facts and stderr of one command that talks to `table`."""

    def run(table, *words):
        with served(table) as stub:
            ran = CliRunner().invoke(cli, [*words, "-p", stub.port, "--json"])
        return ran.exit_code, json.loads(ran.stdout.splitlines()[-1]) if ran.stdout else None, ran.stderr

    return run


@pytest.fixture
def say(patient):
    """say(table, words...): exit code and the lines for a person."""

    def run(table, *words):
        with served(table) as stub:
            ran = CliRunner().invoke(cli, [*words, "-p", stub.port])
        return ran.exit_code, (ran.stdout + ran.stderr).splitlines()

    return run
