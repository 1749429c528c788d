"""A port that does not open says why: not there, no serial port, not ours, in use."""

import errno
import json
import os
import socket

import pytest
import serial
from click.testing import CliRunner

from bascule.cli.main import cli
from bascule.errors import BAD_INPUT, NO_TABLE
from bascule.table import client
from bascule.table.not_opened import why
from tests.support.host.table_stub import TableStub


def status(port):
    """(exit code, code, text, hint) of `bascule status` at a port that does not open."""
    ran = CliRunner().invoke(cli, ["status", "-p", port, "--json"])
    error = json.loads(ran.stdout)["error"]
    return ran.exit_code, error["code"], error["text"], error["hint"]


def test_a_port_that_is_not_there(tmp_path):
    assert status("/dev/no-such-port")[:3] == (NO_TABLE, "PORT_MISSING", "/dev/no-such-port does not exist")
    file = tmp_path / "file"
    file.write_text("")
    assert status(f"{file}/x")[1:3] == ("PORT_MISSING", f"{file}/x does not exist")


@pytest.mark.parametrize("port", ["/dev/null", "a file", "a folder"])
def test_what_is_no_serial_port(tmp_path, port):
    (tmp_path / "a file").write_text("")
    (tmp_path / "a folder").mkdir()
    place = port if port.startswith("/") else str(tmp_path / port)
    assert status(place)[:3] == (NO_TABLE, "PORT_NOT_SERIAL", f"{place} is no serial port")


def test_a_port_in_use(now):
    with TableStub(lambda _: b"") as stub, client.connected(stub.port, now):
        code, name, text, hint = status(stub.port)
    assert (code, name, text) == (NO_TABLE, "PORT_BUSY", f"{stub.port} is in use by another program")
    assert "bascule doctor" in hint


def test_a_socket_where_nobody_listens():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = f"socket://127.0.0.1:{server.getsockname()[1]}"
    assert status(port)[:3] == (NO_TABLE, "PORT_MISSING", f"nobody listens on {port}")


@pytest.mark.parametrize("port", ["foo://x", "socket://127.0.0.1", "socket://127.0.0.1:99999", "socket://"])
def test_what_is_no_name_of_a_port_is_bad_input(port):
    code, name, text, hint = status(port)
    assert (code, name) == (BAD_INPUT, "BAD_PORT")
    assert port in text and "socket://HOST:PORT" in hint


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "PORT_DENIED"), (errno.EPERM, "PORT_DENIED"), (errno.EBUSY, "PORT_BUSY"),
        (errno.ENOENT, "PORT_MISSING"), (errno.EIO, "PORT_MISSING"), (errno.ENODEV, "PORT_MISSING"),
        (errno.ENOTTY, "PORT_NOT_SERIAL"), (errno.EMFILE, "PORT_MISSING"),
    ],
)  # fmt: skip
def test_each_number_of_the_operating_system(number, code):
    problem = why("/dev/ttyACM0", serial.SerialException(number, os.strerror(number)))
    assert (problem.exit_code, problem.code) == (NO_TABLE, code)
    assert problem.text.startswith("/dev/ttyACM0 ") or problem.text.endswith(" /dev/ttyACM0")
    assert problem.hint


@pytest.mark.parametrize(
    ("error", "code"),
    [
        ("PermissionError(13, 'Access is denied.', None, 5)", "PORT_BUSY"),
        ("FileNotFoundError(2, 'The system cannot find the file specified.', None, 2)", "PORT_MISSING"),
    ],
)
def test_the_errors_of_windows(error, code):
    """pyserial gives them as a text alone."""
    assert why("COM3", serial.SerialException(f"could not open port 'COM3': {error}")).code == code
