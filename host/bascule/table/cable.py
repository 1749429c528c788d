"""One serial port, and the only module that knows which library opens it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Protocol

import serial
from serial.tools import list_ports

from bascule.errors import NO_ANSWER, NO_TABLE, Problem
from bascule.speech.told import later
from bascule.table import not_opened

try:
    from termios import error as _TermiosError
except ImportError:  # Windows

    class _TermiosError(Exception):  # type: ignore[no-redef]
        """Never raised there."""


# What pyserial lets through beside OSError, of which its own errors are: termios' own, where a device goes while it is
# being set up; ValueError and TypeError of a port that was closed meanwhile; on Windows AttributeError of the same.
_FAILURES = (OSError, _TermiosError, ValueError, TypeError, AttributeError)

# USB serial ignores the rate; a UART bridge in the cable does not.
_BAUD = 115200
# Longest a read waits for the first byte: the caller's own deadline is never overrun by more.
_READ_S = 0.05
_WRITE_S = 2.0


@dataclass(frozen=True, slots=True)
class UsbPort:
    """A serial port on USB as the operating system describes it."""

    device: str
    vid: int
    pid: int
    serial: str


def usb_ports() -> list[UsbPort]:
    """The serial ports on USB; ports of other kinds carry no identity and are left out."""
    return [
        UsbPort(str(port.device), int(port.vid), int(port.pid or 0), str(port.serial_number or ""))
        for port in list_ports.comports()
        if port.vid is not None
    ]


class Line(Protocol):
    """What a table is talked to through: bytes out, bytes in after 50 ms at most. Every failure is a Problem."""

    def write(self, data: bytes) -> None: ...

    def read(self) -> bytes: ...

    def close(self) -> None: ...


class Cable:
    """An open port, exclusively ours: bytes out, bytes in. Every failure is a Problem."""

    def __init__(self, port: str) -> None:
        self.port = port
        try:
            self._serial = serial.serial_for_url(
                port, baudrate=_BAUD, timeout=_READ_S, write_timeout=_WRITE_S, exclusive=True
            )
        except (OSError, ValueError, _TermiosError) as failure:
            raise not_opened.why(port, failure) from failure

    def write(self, data: bytes) -> None:
        """Send all of `data`."""
        try:
            self._serial.write(data)
        except serial.SerialTimeoutException as failure:
            text = later("{port} takes no data: the table is not reading", port=self.port)
            raise Problem(NO_ANSWER, "NO_ANSWER", text, later("Unplug the table and plug it in again.")) from failure
        except _FAILURES as failure:
            raise self._lost() from failure

    def read(self) -> bytes:
        """What has arrived, or nothing after 50 ms."""
        try:
            first = self._serial.read(1)
            waiting = self._serial.in_waiting if first else 0
            return bytes(first + self._serial.read(waiting)) if waiting else bytes(first)
        except _FAILURES as failure:
            raise self._lost() from failure

    def close(self) -> None:
        """Let the port go; closing twice is allowed."""
        # A port that has gone may say so once more.
        with contextlib.suppress(*_FAILURES):
            self._serial.close()

    def _lost(self) -> Problem:
        text = later("{port} was disconnected", port=self.port)
        return Problem(NO_TABLE, "PORT_LOST", text, later("Check cable and power, then run the command again."))
