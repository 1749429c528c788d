"""A port that another program of this user owns and shares: where it is met, and the cable through it.

Whoever shares a port listens on a socket of this user's folder, under a name that only the port decides. Where nobody
does, the port itself is opened, as ever.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import select
import socket
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

from bascule.errors import NO_TABLE, Problem
from bascule.speech.told import later
from bascule.table import ports
from bascule.table.cable import Cable, Line

_READ_S = 0.05
_CHUNK = 65536
# What the address of a socket has room for, on the narrowest system.
_LONGEST = 100
_PROCESS = Path("/proc/self/fd")
_PEER = struct.Struct("3i")  # process, user, group


def opened(port: str) -> Line:
    """The port through whoever shares it, else the port itself. Problem when it cannot be opened."""
    place = meeting(port)
    if place is not None and ports.ours(place):
        with contextlib.suppress(OSError):
            return Shared(port, place)
    return Cable(port)


def meeting(port: str) -> Path | None:
    """Where programs meet that share this port; None on a system that has no such sockets."""
    if not hasattr(socket, "AF_UNIX"):
        return None
    return ports.folder() / f"{hashlib.sha256(port.encode()).hexdigest()[:16]}.socket"


def sharer(port: str) -> int | None:
    """The process that shares the port, where there is one and the system tells which it is."""
    place = meeting(port)
    if sys.platform == "linux" and place is not None and ports.ours(place):
        with contextlib.suppress(OSError), contextlib.closing(Shared(port, place)) as there:
            return there.process()
    return None


@contextlib.contextmanager
def reachable(place: Path) -> Iterator[str]:
    """The address of a socket there, also where its path is longer than an address may be."""
    if len(os.fsencode(place)) < _LONGEST or not _PROCESS.exists():
        yield str(place)
        return
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        yield f"{_PROCESS}/{folder}/{place.name}"
    finally:
        os.close(folder)


class Shared:
    """The cable of a table whose port somebody else owns. OSError where nobody does."""

    def __init__(self, port: str, place: Path) -> None:
        self._port = port
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            with reachable(place) as address:
                self._socket.connect(address)
        except OSError:
            self._socket.close()
            raise

    def write(self, data: bytes) -> None:
        """Send all of `data`."""
        try:
            self._socket.sendall(data)
        except OSError as failure:
            raise self._lost() from failure

    def read(self) -> bytes:
        """What has arrived, or nothing after 50 ms."""
        try:
            if not select.select([self._socket], [], [], _READ_S)[0]:
                return b""
            data = self._socket.recv(_CHUNK)
        except (OSError, ValueError) as failure:
            raise self._lost() from failure
        if not data:
            raise self._lost()
        return data

    def process(self) -> int | None:
        """Of the program that shares the port; only Linux tells it."""
        if sys.platform != "linux":
            return None
        return int(_PEER.unpack(self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _PEER.size))[0])

    def close(self) -> None:
        """Leave; closing twice is allowed."""
        self._socket.close()

    def _lost(self) -> Problem:
        text = later("the program that shared {port} has ended, or lost the port", port=self._port)
        return Problem(NO_TABLE, "PORT_LOST", text, later("Run the command again."))
