"""The page's laptop forgets a table that is not there any more."""

import datetime

import pytest

from bascule.table.hello import Hello
from bascule.table.people import Person
from bascule.table.telemetry import Telemetry
from bascule.ui import laptop
from bascule.ui.laptop import Laptop

SAID = Telemetry(1.0, "READY", -70.0, 15.0, 0.0, None)


class Tables:
    """One table after another, each with a serial of its own."""

    def __init__(self):
        self.count = 0

    def __call__(self, _port, _line):
        self.count += 1
        self.hello = Hello(serial=f"T-{self.count}")
        return self

    def greet(self, _now):
        """Hello."""

    def ask(self, command, **_fields):
        assert command == "watch"

    def listen(self, _seconds):
        if self.count == 1:
            self.hears(SAID)


def test_nobody_sees_the_person_of_the_table_before(monkeypatch, mocker):
    tables, shown = Tables(), mocker.Mock()
    monkeypatch.setattr(laptop, "Table", tables)
    looker = Laptop(None, "port", shown, datetime.datetime.now)

    def ask(_table):
        if tables.count == 1:
            looker._fact("people", ["anna"])
            looker.page = "ANNA"
            looker.anew()
        else:
            looker._over.set()

    looker._ask = ask
    looker.run()
    first, last = (call.args[0] for call in shown.facts.call_args_list)
    assert (first["people"], first["hello"]["serial"]) == (["anna"], "T-1")
    assert set(last) == {"trouble", "hello"} and last["hello"]["serial"] == "T-2"
    assert (looker.page, looker.time_s) == (None, 0.0)


def test_what_the_table_says_is_shown_also_while_it_is_asked(monkeypatch, mocker):
    monkeypatch.setattr(laptop, "Table", Tables())
    looker = Laptop(None, "port", mocker.Mock(), datetime.datetime.now)
    looker.hears = mocker.Mock()

    def ask(table):
        looker.hears.reset_mock()
        table.hears(SAID)
        looker.hears.assert_called_once_with(SAID)
        looker._over.set()

    looker._ask = ask
    looker.run()
    assert looker._over.is_set()


@pytest.mark.parametrize("chosen", ["anna", "ben", None])
def test_the_progress_that_is_shown_is_that_of_whoever_is_chosen(monkeypatch, mocker, chosen):
    listed = [Person(name, name.title(), "usable", 15.0, name == chosen) for name in ("anna", "ben")]
    monkeypatch.setattr(laptop.people, "everyone", lambda _table: listed)
    monkeypatch.setattr(laptop.why, "screening_result", lambda _table: Hello(serial="of whoever is chosen"))
    monkeypatch.setattr(laptop.progress, "read", lambda _table, who: Hello(serial=who))
    looker = Laptop(None, "port", mocker.Mock(), datetime.datetime.now)
    looker._of_person(None)
    assert [one["chosen"] for one in looker._facts["people"]] == [chosen == "anna", chosen == "ben"]
    assert (looker._facts["progress"] or {}).get("serial") == chosen
    assert (looker._facts["verdict"] is None) is (chosen is None)
