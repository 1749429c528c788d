"""Each exit code is in README.md and in the help, in the same words, and each kind of failure has one."""

import ast
import re

from click.testing import CliRunner

from bascule import errors
from bascule.cli.main import cli
from tests.support.host.people_table import PeopleTable
from tests.support.host.persons import ANNA, BEN
from tests.support.source import ROOT, python_in, tree

_ROW = re.compile(r"^\| (\d+) \| (.*) \|$", re.MULTILINE)


def constants():
    """The exit codes as errors.py names them."""
    return {name: value for name, value in vars(errors).items() if name.isupper() and type(value) is int}


def test_the_readme_has_each_exit_code_in_the_words_of_the_help():
    rows = {int(code): words for code, words in _ROW.findall((ROOT / "README.md").read_text("utf-8"))}
    assert rows == errors.EXIT_CODES
    assert sorted(rows) == sorted(constants().values())
    told = " ".join(CliRunner().invoke(cli, ["--help"]).stdout.split())
    for code, words in rows.items():
        assert f" {code} {words}" in told


def problems():
    """(exit code's name, code, line) of each Problem that the tool makes with both written out."""
    for path in python_in(ROOT, "host"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem":
                exit_code, code = node.args[:2]
                if isinstance(code, ast.Constant):
                    name = exit_code.attr if isinstance(exit_code, ast.Attribute) else exit_code.id
                    yield name, code.value, f"{path.name}:{node.lineno}"


def test_a_kind_of_failure_has_one_exit_code():
    found = {}
    for name, code, line in problems():
        assert name in constants(), line
        assert found.setdefault(code, name) == name, f"{code} is {found[code]} elsewhere, and {name} in {line}"
    assert len(found) > 35


def test_a_person_whom_the_table_has_not_is_bad_input_whoever_finds_out(tell, monkeypatch):
    assert tell(PeopleTable(ANNA), "profile", "show", "bon")[0] == errors.BAD_INPUT
    table = PeopleTable(ANNA, BEN)

    def gone(command, _who):
        return {"e": "NO_SUCH_PERSON", "m": "Nobody of that id is stored."}

    monkeypatch.setattr(table, "_profile_get", gone)
    code, found, _ = tell(table, "profile", "show", "ben")
    assert (code, found["error"]["code"]) == (errors.BAD_INPUT, "NO_SUCH_PERSON")


def test_what_the_table_refuses_is_5(tell, monkeypatch):
    table = PeopleTable(ANNA)
    monkeypatch.setattr(table, "_profile_get", lambda command, _: {"e": "NOT_UPRIGHT", "m": "Only upright."})
    code, found, _ = tell(table, "profile", "show")
    assert (code, found["error"]["code"]) == (errors.REFUSED, "NOT_UPRIGHT")
