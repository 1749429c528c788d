"""Where the other programs of this user come in: each gets a seat at the hub for as long as it stays."""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Iterator

from bascule.broker.hub import Hub
from bascule.broker.seat import Seat
from bascule.errors import NO_TABLE, Problem
from bascule.speech.told import later
from bascule.table import ports, shared

_CHUNK = 65536
_BACKLOG = 8


class Door:
    """pump() now and then; it never blocks. With no listener there is no door, and nobody comes."""

    def __init__(self, hub: Hub, listener: socket.socket | None) -> None:
        self._hub = hub
        self._listener = listener
        self._inside: list[tuple[socket.socket, Seat]] = []

    def pump(self) -> None:
        """Let programs in, hear what they say, tell them what waits, and see off those that left."""
        if self._listener is None:
            return
        with contextlib.suppress(BlockingIOError):
            coming, _ = self._listener.accept()
            coming.setblocking(False)
            self._inside.append((coming, self._hub.join()))
        for one, seat in tuple(self._inside):
            if not self._exchange(one, seat):
                self._inside.remove((one, seat))
                self._hub.leave(seat)
                one.close()

    def close(self) -> None:
        """See everybody off."""
        for one, seat in self._inside:
            self._hub.leave(seat)
            one.close()
        self._inside.clear()

    def _exchange(self, one: socket.socket, seat: Seat) -> bool:
        """False when it has left."""
        try:
            with contextlib.suppress(BlockingIOError):
                if seat.unread:
                    del seat.unread[: one.send(seat.unread)]
            with contextlib.suppress(BlockingIOError):
                data = one.recv(_CHUNK)
                if not data:
                    return False
                self._hub.said(seat, data)
        except OSError:
            return False
        return True


@contextlib.contextmanager
def shared_port(hub: Hub, port: str) -> Iterator[Door]:
    """While this holds, the programs of this user that want this port come in by the door. Problem when it is shared
    already.
    """
    place = shared.meeting(port)
    if place is None:
        yield Door(hub, None)
        return
    ports.make_folder()
    with contextlib.suppress(OSError):
        shared.Shared(port, place).close()
        text = later("{port} is shared by another `bascule` already", port=port)
        raise Problem(NO_TABLE, "PORT_BUSY", text, later("End that one first; other commands work beside it."))
    place.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        with shared.reachable(place) as address:
            listener.bind(address)
        os.chmod(place, 0o600)
        listener.listen(_BACKLOG)
        listener.setblocking(False)
        door = Door(hub, listener)
        try:
            yield door
        finally:
            door.close()
            place.unlink(missing_ok=True)
