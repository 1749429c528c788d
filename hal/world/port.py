"""The laptop's end of the cable as something pyserial can open: a pty, or a TCP socket where there is none."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import time
from collections.abc import Callable
from typing import Protocol

from hal.world.table import WorldTable

_CHUNK = 4096
# A laptop that has the port open and does not read: beyond this the board's own buffer fills.
_UNREAD_LIMIT = 16384
_SLICE_S = 0.02
# Further behind the wall clock than this (a suspended laptop), pace starts counting anew.
_GIVE_UP_S = 1.0


class Line(Protocol):
    """The other end of a port: a table's own cable, or a place at a hub that several programs share."""

    def serial_in(self, data: bytes) -> None: ...

    def serial_out(self) -> bytes: ...

    def laptop_reads(self, reads: bool) -> None: ...


class Port(Protocol):
    """name is what pyserial's serial_for_url opens."""

    name: str

    def pump(self, table: Line) -> None:
        """Move waiting bytes both ways; never blocks."""

    def close(self) -> None: ...


class PtyPort:
    """A raw pseudo-terminal; the laptop may close and open it as often as it likes."""

    def __init__(self) -> None:
        import pty
        import tty

        self._master, slave = pty.openpty()
        self.name = os.ttyname(slave)
        tty.setraw(slave)
        # From here on the master reports a hang-up whenever no program has the port open.
        os.close(slave)
        os.set_blocking(self._master, False)
        self._poll = select.poll()
        self._poll.register(self._master, select.POLLIN)
        self._unread = bytearray()

    def pump(self, table: Line) -> None:
        events = self._poll.poll(0)
        if events and events[0][1] & select.POLLIN:
            with contextlib.suppress(OSError):
                table.serial_in(os.read(self._master, _CHUNK))
        self._unread += table.serial_out()
        if events and events[0][1] & select.POLLHUP:
            # What a board says to a closed port is lost, as it is on USB.
            self._unread.clear()
        elif self._unread:
            with contextlib.suppress(BlockingIOError):
                del self._unread[: os.write(self._master, self._unread)]
        table.laptop_reads(len(self._unread) < _UNREAD_LIMIT)

    def close(self) -> None:
        os.close(self._master)


class SocketPort:
    """A listening TCP socket on this machine, one laptop at a time."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.setblocking(False)
        self.name = f"socket://127.0.0.1:{self._listener.getsockname()[1]}"
        self._laptop: socket.socket | None = None
        self._unread = bytearray()

    def pump(self, table: Line) -> None:
        self._unread += table.serial_out()
        if self._laptop is None:
            with contextlib.suppress(BlockingIOError):
                self._laptop, _ = self._listener.accept()
                self._laptop.setblocking(False)
                self._laptop.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._laptop is None:
            self._unread.clear()
        else:
            try:
                self._exchange(self._laptop, table)
            except BlockingIOError:
                pass
            except OSError:
                self._hang_up()
        table.laptop_reads(len(self._unread) < _UNREAD_LIMIT)

    def close(self) -> None:
        self._hang_up()
        self._listener.close()

    def _exchange(self, laptop: socket.socket, table: Line) -> None:
        if self._unread:
            with contextlib.suppress(BlockingIOError):
                del self._unread[: laptop.send(self._unread)]
        data = laptop.recv(_CHUNK)
        if data:
            table.serial_in(data)
        else:
            self._hang_up()

    def _hang_up(self) -> None:
        if self._laptop is not None:
            self._laptop.close()
            self._laptop = None
        self._unread.clear()


def open_port() -> Port:
    """A pty where the platform has them, else a socket."""
    try:
        return PtyPort()
    except (ImportError, OSError):
        return SocketPort()


def pace(table: WorldTable, port: Port, keep_going: Callable[[], bool], speed: float = 1.0) -> None:
    """Run the table against the wall clock, speed virtual seconds per second, while keep_going() holds."""
    world = table.world
    wall, virtual = time.monotonic(), world.now_s
    while keep_going():
        table.run(_SLICE_S)
        port.pump(table)
        ahead_s = (world.now_s - virtual) / speed - (time.monotonic() - wall)
        if ahead_s > 0.0:
            time.sleep(ahead_s)
        elif ahead_s < -_GIVE_UP_S:
            wall, virtual = time.monotonic(), world.now_s
