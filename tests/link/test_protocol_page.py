"""docs/protocol.md says what the code does: its tables, its examples, its program."""

import json
import re
import sys
import types

from firmware.link import errors, messages, wire
from firmware.profile.form import MAX_BYTES
from tests.link import protocol_page
from tests.support.desk import Desk

TEXT = protocol_page.PAGE.read_text("utf-8")


def test_the_tables_are_those_of_the_code():
    assert protocol_page.page(TEXT) == TEXT, "run: python -m tests.link.protocol_page"


def test_a_changed_table_of_messages_would_be_noticed(mocker):
    mocker.patch.dict(errors.ERRORS, {"NEWS": ("Something.", "Nothing.")})
    assert "| `NEWS` | Something. | Nothing. |" in protocol_page.page(TEXT) != TEXT


def test_the_numbers_in_the_prose_are_those_of_the_code():
    assert f"Protocol number {messages.PROTOCOL}." in TEXT
    assert f"at most {wire.MAX_FRAME} bytes" in TEXT
    assert f"at most {MAX_BYTES} bytes" in TEXT
    assert f"0 to {messages.MAX_INT}." in TEXT


def test_the_exchange_goes_as_it_is_shown(tmp_path):
    desk = Desk(tmp_path)
    shown = re.findall(r"^([<>]) (\{.*\})$", TEXT, re.M)
    asked = [json.loads(body) for way, body in shown if way == ">"]
    answered = [json.loads(body) for way, body in shown if way == "<"]
    given = [desk.send(list(one.items())) for one in asked] + desk.say(b"$torn\n")
    assert [list(one) for one in given] == [list(one) for one in answered]
    assert given[1:] == answered[1:]


class Port:
    """What pyserial's port does, over a desk."""

    def __init__(self, desk):
        self.desk = desk
        self.waiting = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        """Nothing to close."""

    def write(self, data):
        self.desk.cable.inbox += data
        self.desk.step(20)
        self.waiting += self.desk.cable.outbox
        self.desk.cable.outbox = b""

    def readline(self):
        line, end, self.waiting = self.waiting.partition(b"\n")
        return line + end


def test_the_program_pushes_a_profile(tmp_path, monkeypatch, capsys):
    desk = Desk(tmp_path)
    desk.cable.outbox = b"MPY: soft reboot\r\n$torn"
    monkeypatch.setitem(sys.modules, "serial", types.SimpleNamespace(serial_for_url=lambda url, timeout: Port(desk)))
    monkeypatch.setattr(sys, "argv", ["program", "port"])
    (program,) = re.findall(r"^```python\n(.*?)^```", TEXT, re.M | re.S)
    exec(compile(program, "protocol.md", "exec"), {})  # noqa: S102 - the page's own program
    assert desk.chosen.screened.limit_cdeg == 2500
    assert "'verdict': 'usable', 'lim': 2500" in capsys.readouterr().out
