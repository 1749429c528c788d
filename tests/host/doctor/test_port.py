"""What the doctor finds between the laptop and a table."""

import os
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from bascule.broker.door import shared_port
from bascule.broker.hub import Hub
from bascule.cli.main import cli
from bascule.doctor import finding, port_check, table_check
from bascule.table.ports import _KNOWN_USB
from firmware.safety import faults
from hal.boards import PICO
from tests.host.doctor.doctor_table import ALL, anna, at, at_rest, doctor
from tests.support.host.table_stub import TableStub

PROCESSES = port_check._processes  # before the tests of this folder see none


def test_two_tables(mocker):
    vid, pid = PICO.usb
    usb = [SimpleNamespace(device=f"/dev/ttyACM{n}", vid=vid, pid=pid, serial_number="") for n in range(2)]
    mocker.patch("serial.tools.list_ports.comports", return_value=usb)
    code, found, _ = doctor()
    assert (code, found["port"]["verdict"]) == (2, "trouble")


def test_a_port_that_is_not_there():
    code, found, _ = doctor("-p", "/dev/no-such-port")
    assert (code, found["rights"]["verdict"]) == (4, "trouble")
    assert "hello" not in found


def test_a_socket_has_no_owner_and_here_no_listener():
    code, found, _ = doctor("-p", "socket://127.0.0.1:1")
    assert (code, found["rights"]["verdict"], found["hello"]["verdict"]) == (4, "ok", "trouble")


@pytest.mark.long
def test_a_silent_port(mocker):
    mocker.patch("bascule.table.client._HELLO_S", 0.2)
    with TableStub(lambda _: b"?\n") as stub:
        code, found, _ = doctor("-p", stub.port)
    assert (code, found["hello"]["verdict"]) == (6, "trouble")


def test_rights_are_looked_at(mocker):
    mocker.patch("bascule.doctor.port_check.os.access", return_value=False)
    with TableStub(lambda _: b"") as stub:
        code, found, _ = doctor("-p", stub.port)
    assert (code, found["rights"]["verdict"]) == (4, "trouble")
    assert "usermod" in found["rights"]["do"] and "99-bascule.rules" in found["rights"]["do"]


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="only Linux says who has a port open")
def test_who_holds_the_port_is_named(mocker):
    mocker.patch("bascule.doctor.port_check._processes", return_value=[Path("/proc") / str(os.getpid())])
    with TableStub(lambda _: b"") as stub:
        found = port_check._holders(stub.port)
    assert found.verdict == "trouble" and f"({os.getpid()})" in found.text


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says who shares a port")
def test_nobody_is_told_to_end_the_page_that_lets_other_commands_in(mocker):
    """`bascule ui` shares its port: beside it the doctor still looks at the table."""
    me = Path("/proc") / str(os.getpid())
    mocker.patch("bascule.doctor.port_check._processes", return_value=[me, Path("/proc/1")])
    holds = mocker.patch("bascule.doctor.port_check._has_open", side_effect=lambda process, _port: process == me)
    assert port_check._holders("port").verdict == "trouble"
    with shared_port(Hub(), "port"):
        found = port_check._holders("port")
        assert (found.verdict, f"({me.name}): other commands work beside it" in found.text) == ("ok", True)
        holds.side_effect = lambda *_: True
        found = port_check._holders("port")
        assert found.verdict == "trouble" and "(1)" in found.text and me.name not in found.text
    assert port_check._holders("port").verdict == "trouble"


def test_modem_manager_is_told_to_leave_it(tmp_path, mocker):
    process = tmp_path / "7"
    process.mkdir()
    (process / "comm").write_text("ModemManager\n")
    mocker.patch("bascule.doctor.port_check._processes", return_value=[process])
    mocker.patch("bascule.doctor.port_check._UDEV", tmp_path)
    port = "/dev/null"
    assert port_check._modem_manager(port).verdict == "trouble"
    number = os.stat(port).st_rdev
    noted = tmp_path / f"c{os.major(number)}:{os.minor(number)}"
    noted.write_text("E:ID_VENDOR=x\n")
    assert "udevadm" in port_check._modem_manager(port).do
    noted.write_text("E:ID_MM_DEVICE_IGNORE=1\n")
    assert port_check._modem_manager(port).verdict == "ok"


def test_modem_trouble_does_not_end_the_look(mocker):
    mocker.patch("bascule.doctor.port_check._modem_manager", return_value=finding.trouble("modem", "text", "do", 4))
    code, found, _ = at(anna)
    assert code == 4 and found["profile"]["verdict"] == "ok"


def test_the_rules_name_the_tables_usb_identity():
    text = port_check.RULES.read_text("ascii")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    for line in lines:
        ids = dict(re.findall(r"(idVendor|idProduct)}==\"([0-9a-f]{4})\"", line))
        assert (int(ids["idVendor"], 16), int(ids["idProduct"], 16)) in _KNOWN_USB
        assert 'ENV{ID_MM_DEVICE_IGNORE}="1"' in line
    assert 'GROUP="dialout"' in lines[0] and 'TAG+="uaccess"' in lines[0]


def test_for_a_person():
    with TableStub(at_rest) as stub:
        ran = CliRunner().invoke(cli, ["doctor", "-p", stub.port])
    assert ran.exit_code == 0
    lines = ran.stdout.splitlines()
    assert [line for line in lines if line.startswith("ok           hello        table T-1 answers")]
    assert len(lines) == len(ALL) + (os.path.isdir("/proc"))


def test_every_sense_fault_is_one_of_the_tables():
    names = {row[faults.NAME] for row in faults.FAULTS}
    assert set(table_check._SENSE_FAULTS) <= names


def test_nobody_is_told_to_close_the_program_that_asks(tmp_path, monkeypatch):
    for name in (str(os.getpid()), "7", "self", "meminfo"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(port_check, "_PROC", tmp_path)
    assert [process.name for process in PROCESSES()] == ["7"]
