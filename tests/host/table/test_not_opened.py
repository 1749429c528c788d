"""A port that does not open says why: not there, no serial port, not ours, in use."""

import errno
import json
import os
import socket
import termios

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


WINDOWS = "could not open port 'COM3': {}"
CONFIGURING = "Cannot configure port, something went wrong. Original message: {}"


@pytest.mark.parametrize(
    ("said", "error", "code"),
    [
        (WINDOWS, "PermissionError(13, 'Access is denied.', None, 5)", "PORT_BUSY"),
        (WINDOWS, "PermissionError(13, 'Zugriff verweigert', None, 5)", "PORT_BUSY"),
        (WINDOWS, "PermissionError(13, \"L'accès est refusé, n'est-ce pas\", None, 5)", "PORT_BUSY"),
        (WINDOWS, "PermissionError(13, 'The process cannot access the file because', None, 32)", "PORT_BUSY"),
        (WINDOWS, "OSError(16, 'The requested resource is in use.', None, 170)", "PORT_BUSY"),
        (WINDOWS, "FileNotFoundError(2, 'The system cannot find the file specified.', None, 2)", "PORT_MISSING"),
        (WINDOWS, "FileNotFoundError(2, 'The system cannot find the path specified.', None, 3)", "PORT_MISSING"),
        (WINDOWS, "OSError(22, 'The semaphore timeout period has expired.', None, 121)", "PORT_MISSING"),
        (WINDOWS, "OSError(22, 'A device which does not exist was specified.', None, 433)", "PORT_MISSING"),
        (CONFIGURING, "PermissionError(13, 'A device attached is not functioning.', None, 31)", "PORT_MISSING"),
        (CONFIGURING, "PermissionError(13, 'The device does not recognize the command.', None, 22)", "PORT_MISSING"),
        (CONFIGURING, "OSError(22, 'The parameter is incorrect.', None, 87)", "PORT_NOT_SERIAL"),
        (WINDOWS, "OSError(22, 'Something new.', None, 9999)", "PORT_MISSING"),
        (WINDOWS, "PermissionError('no number')", "PORT_BUSY"),
    ],
)
def test_the_errors_of_windows(said, error, code):
    """pyserial gives them as a text alone, and one kind of error stands for a port in use and for a dead device."""
    assert why("COM3", serial.SerialException(said.format(error))).code == code


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        # serialposix.py: the lock that another program has; TIOCEXCL; a port with a file and without a device.
        (serial.SerialException(errno.EWOULDBLOCK, "Could not exclusively lock port"), "PORT_BUSY"),
        (serial.SerialException(errno.EBUSY, "could not open port"), "PORT_BUSY"),
        (serial.SerialException(errno.ENXIO, "could not open port"), "PORT_MISSING"),
        (OSError(errno.EPIPE, "Broken pipe"), "PORT_MISSING"),
        (OSError(errno.EPROTO, "Protocol error"), "PORT_MISSING"),
        (termios.error(errno.EIO, "Input/output error"), "PORT_MISSING"),
        (termios.error(errno.EINVAL, "Invalid argument"), "PORT_NOT_SERIAL"),
        (ValueError("Failed to set custom baud rate (115200): [Errno 25]"), "BAD_PORT"),
    ],
)
def test_what_pyserial_raises_on_linux_and_macos(mocker, raised, code):
    mocker.patch("serial.serial_for_url", side_effect=raised)
    assert status("/dev/cu.usbmodem1")[1] == code


def test_what_termios_says_within_pyserials_words():
    """A port that has its file and no device: tcgetattr fails, and pyserial keeps the number in the cause alone."""

    def opened():
        try:
            raise termios.error(errno.EIO, "Input/output error")
        except termios.error as failure:
            raise serial.SerialException(f"Could not configure port: {failure}")  # noqa: B904 - as pyserial does it

    with pytest.raises(serial.SerialException) as raised:
        opened()
    assert why("/dev/ttyACM0", raised.value).code == "PORT_MISSING"


GONE = [
    serial.SerialException("read failed: [Errno 6] Device not configured"),
    serial.SerialException("write failed: [Errno 5] Input/output error"),
    serial.SerialException("device reports readiness to read but returned no data (device disconnected or ...)"),
    serial.SerialException(
        "ClearCommError failed (PermissionError(13, 'The device does not recognize ...', None, 22))"
    ),
    serial.SerialException("WriteFile failed (PermissionError(13, 'Access is denied.', None, 5))"),
    serial.PortNotOpenError(),
    OSError(errno.EIO, "Input/output error"),
    termios.error(errno.EIO, "Input/output error"),
    TypeError("argument must be an int, or have a fileno() method."),
    ValueError("filedescriptor cannot be a negative integer (-1)"),
    AttributeError("'NoneType' object has no attribute 'hEvent'"),
]


@pytest.mark.parametrize("raised", GONE, ids=repr)
@pytest.mark.parametrize("act", ["read", "write", "second read"])
def test_a_port_that_vanishes_in_the_middle_is_lost(mocker, raised, act):
    port = mocker.Mock(spec=["read", "write", "in_waiting", "close"])
    port.read.return_value = b"$"
    port.in_waiting = 0
    if act == "second read":
        port.read.side_effect = [b"$", raised]
        port.in_waiting = 1
    else:
        getattr(port, act).side_effect = raised
    port.close.side_effect = OSError(errno.EIO, "once more")
    mocker.patch("serial.serial_for_url", return_value=port)
    assert status("/dev/ttyACM0")[:3] == (NO_TABLE, "PORT_LOST", "/dev/ttyACM0 was disconnected")
    port.close.assert_called_once()
