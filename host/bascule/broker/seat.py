"""A program's place at a hub: what it said that the table has not been asked yet, and what waits for it to read."""

from __future__ import annotations

import queue
import threading
from collections import deque
from dataclasses import dataclass, field

from firmware.link import wire

# A program that reads no more loses telemetry beyond this, and everything beyond four times as much.
_UNREAD_BYTES = 16384
_READ_S = 0.05


@dataclass(slots=True)
class Asked:
    """A line on its way to the table; `number` is the program's own id, None where it gave none that can be read."""

    line: bytes
    number: int | None = None
    command: str = ""
    off: int = -1


@dataclass(eq=False, slots=True)
class Seat:
    """`asked` waits for the table, `unread` for the program. Only the hub's own thread touches it."""

    asked: deque[Asked] = field(default_factory=deque)
    unread: bytearray = field(default_factory=bytearray)
    decoder: wire.Decoder = field(default_factory=wire.Decoder)
    watches: bool = False
    # Said hello with the table's protocol number: before that it may change nothing.
    greeted: bool = False

    def tell(self, line: bytes, telemetry: bool = False) -> None:
        """A line for the program to read."""
        if len(self.unread) < (_UNREAD_BYTES if telemetry else 4 * _UNREAD_BYTES):
            self.unread += line

    def take(self) -> bytes:
        """What waits for the program, which has it from now on."""
        data = bytes(self.unread)
        self.unread.clear()
        return data


class Thread:
    """The cable of a program in another thread of this process: `bascule.table.client.Table` is opened on it."""

    def __init__(self) -> None:
        self.said: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._heard = bytearray()
        self._news = threading.Condition()

    def serial_in(self) -> bytes:
        """What the program has sent since the last call; for the hub's thread."""
        data = b""
        while not self.said.empty():
            data += self.said.get()
        return data

    def hear(self, data: bytes) -> None:
        """What the hub has for the program; for the hub's thread."""
        with self._news:
            self._heard += data
            self._news.notify()

    def write(self, data: bytes) -> None:
        """Send `data` to the table."""
        self.said.put(data)

    def read(self) -> bytes:
        """What has arrived, or nothing after 50 ms."""
        with self._news:
            if not self._heard:
                self._news.wait(_READ_S)
            data = bytes(self._heard)
            self._heard.clear()
            return data

    def close(self) -> None:
        """Nothing to let go of."""
