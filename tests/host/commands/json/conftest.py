"""What the tests of this folder are given."""

import json

import pytest
from click.testing import CliRunner

from bascule.cli.main import cli
from tests.support.host.table_stub import TableStub


@pytest.fixture
def offline():
    """offline(words...): exit code and the one object, of a command that needs no table."""

    def run(*words):
        ran = CliRunner().invoke(cli, [*words, "--json"])
        assert ran.stdout.count("\n") == 1
        return ran.exit_code, json.loads(ran.stdout)

    return run


@pytest.fixture
def at(patient):
    """at(table, words...): exit code and the one object, the port taken out, of a command at `table`."""

    def run(stub_of, *words):
        with TableStub(stub_of) as stub:
            ran = CliRunner().invoke(cli, [*words, "-p", stub.port, "--json"])
        assert ran.stdout.count("\n") == 1
        found = json.loads(ran.stdout)
        assert found.pop("port", stub.port) == stub.port
        return ran.exit_code, found

    return run
