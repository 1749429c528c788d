"""Programs that share one table: each asks as if it were alone, and gets the answers to its own questions.

The table answers one command at a time and knows one laptop. So the hub asks for all of them in turn under ids of its
own, lets a profile arrive in one piece, keeps telemetry on while anybody watches, and tells each program only what is
meant for it. It adds no command, and what it cannot read it passes on as it came, for the table to count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bascule.broker.seat import Asked, Seat
from firmware.link import errors, messages, wire

# Questions that the table may have before it: one that it works at, one that waits for its next tick.
_AHEAD = 2
# A question that was not answered in this time holds up nobody else. A late answer still finds its program.
_SLOW_S = 1.5
_SLOW_CHANGE_S = 10.0
_FORGET_S = 30.0
# A program that falls silent in the middle of a push gives way to the next.
_PUSH_S = 3.0
_MOST_IDS = 10_000
_PUSH = ("profile.put", "profile.commit")
_NUMBER = re.compile(rb'\{"i":(\d{1,10})(?=[,}])')
# A frame that the table counts as damaged, in place of one that was.
_TORN = b"$*\n"


@dataclass(slots=True)
class _Open:
    """A question that the table has: whose it is, under which id, since when; nobody's where the hub itself asked."""

    seat: Seat | None
    asked: Asked
    since_s: float
    holds_up: bool = True


class Hub:
    """Bytes in, bytes out. `now_s` is any clock that goes forward."""

    def __init__(self) -> None:
        self.seats: list[Seat] = []
        self._open: dict[int, _Open] = {}
        self._next = 1
        self._turn = 0
        self._pushing: Seat | None = None
        self._pushed_s = 0.0
        self._decoder = wire.Decoder()

    def join(self) -> Seat:
        """A place for one more program."""
        seat = Seat()
        self.seats.append(seat)
        return seat

    def leave(self, seat: Seat) -> None:
        """The program is gone: what it still wanted is dropped, and telemetry ends with the last that watched."""
        self.seats.remove(seat)
        for entry in self._open.values():
            if entry.seat is seat:
                entry.seat = None
        if self._pushing is seat:
            self._pushing = None
        if seat.watches and self.seats and not any(one.watches for one in self.seats):
            self.seats[0].asked.append(Asked(wire.encode([("i", 0), ("c", "watch"), ("on", 0)]), None, "watch"))

    def said(self, seat: Seat, data: bytes) -> None:
        """A program has sent this."""
        for kind, body in seat.decoder.feed(data):
            if kind == wire.FRAME:
                self._take(seat, body)
            else:
                seat.asked.append(Asked(body + b"\n" if kind == wire.CONSOLE else _TORN))

    def _take(self, seat: Seat, body: bytes) -> None:
        message = wire.parse(body) or {}
        number, command, off = message.get("i"), message.get("c"), message.get("off")
        if type(number) is not int or type(command) is not str or not 0 <= number <= messages.MAX_INT:
            seat.asked.append(Asked(b"$" + body + b"*" + wire.crc_hex(body) + b"\n"))
            return
        if command == "watch" and message.get("on") in (0, 1):
            seat.watches = message["on"] == 1
            message["on"] = int(any(one.watches for one in self.seats))
            body = wire.encode(message.items())
        if command in messages.COMMANDS and messages.COMMANDS[command][0] and not seat.greeted:
            error = [("i", number), ("e", "HELLO_FIRST"), ("m", errors.sentence("HELLO_FIRST"))]
            seat.tell(wire.frame(error))
            return
        if _renumbered(body, 0) is None:
            error = [("i", number), ("e", "WRONG_TYPE"), ("m", errors.sentence("WRONG_TYPE"))]
            seat.tell(wire.frame(error))
            return
        if command == "hello":
            seat.greeted = message.get("p") == messages.PROTOCOL
        seat.asked.append(Asked(body, number, command, off if type(off) is int else -1))

    def to_table(self, now_s: float) -> bytes:
        """What the table is to be sent now."""
        lines = bytearray()
        self._give_up(now_s)
        while sum(entry.holds_up for entry in self._open.values()) < _AHEAD:
            seat = self._whose_turn(now_s)
            if seat is None:
                break
            lines += self._sent(seat, seat.asked.popleft(), now_s)
        return bytes(lines)

    def _whose_turn(self, now_s: float) -> Seat | None:
        """The next program with a question, in turn; a push that has begun keeps other pushes waiting."""
        if self._pushing is not None and now_s - self._pushed_s > _PUSH_S:
            self._pushing = None
        for step in range(1, len(self.seats) + 1):
            at = (self._turn + step) % len(self.seats)
            seat = self.seats[at]
            waits = self._pushing not in (None, seat) and bool(seat.asked) and seat.asked[0].command in _PUSH
            if seat.asked and not waits:
                self._turn = at
                return seat
        return None

    def _sent(self, seat: Seat, asked: Asked, now_s: float) -> bytes:
        if not asked.command:
            # It cannot be told from its answer whose it is: the hub waits for none.
            return asked.line
        if asked.command in _PUSH:
            self._pushing, self._pushed_s = seat, now_s
        mine = self._next
        self._next = self._next % _MOST_IDS + 1
        body = _renumbered(asked.line, mine) or asked.line
        self._open[mine] = _Open(seat if asked.number is not None else None, asked, now_s)
        return b"$" + body + b"*" + wire.crc_hex(body) + b"\n"

    def _give_up(self, now_s: float) -> None:
        for number, entry in list(self._open.items()):
            change = entry.asked.command in messages.COMMANDS and messages.COMMANDS[entry.asked.command][0]
            if now_s - entry.since_s > (_SLOW_CHANGE_S if change else _SLOW_S):
                entry.holds_up = False
            if now_s - entry.since_s > _FORGET_S:
                del self._open[number]

    def heard(self, data: bytes) -> None:
        """The table has sent this."""
        for kind, body in self._decoder.feed(data):
            if kind == wire.FRAME:
                self._deliver(body)
            elif kind == wire.CONSOLE:
                for seat in self.seats:
                    seat.tell(body + b"\n")

    def _deliver(self, body: bytes) -> None:
        message = wire.parse(body) or {}
        if message.get("t") == "tel":
            line = b"$" + body + b"*" + wire.crc_hex(body) + b"\n"
            for seat in self.seats:
                if seat.watches:
                    seat.tell(line, telemetry=True)
            return
        number = message.get("i")
        if type(number) is not int:
            for seat in self.seats:
                seat.tell(b"$" + body + b"*" + wire.crc_hex(body) + b"\n")
            return
        entry = self._open.pop(number, None)
        if entry is None or entry.seat is None or entry.asked.number is None:
            return
        if entry.asked.command == "profile.commit" and self._pushing is entry.seat:
            self._pushing = None
        own = _renumbered(body, entry.asked.number) or body
        entry.seat.tell(b"$" + own + b"*" + wire.crc_hex(own) + b"\n")
        if entry.asked.command == "hello":
            self._greeted(entry.seat, message)

    def _greeted(self, seat: Seat, answer: dict[str, object]) -> None:
        """After a program of another protocol, the table is told ours again: else nobody could change anything."""
        others = any(one.greeted for one in self.seats if one is not seat)
        if answer.get("e") == "VERSION" and others:
            body = wire.encode([("i", 0), ("c", "hello"), ("p", messages.PROTOCOL)])
            seat.asked.appendleft(Asked(body, None, "hello"))


def _renumbered(body: bytes, number: int) -> bytes | None:
    """The same message under another id; None where it has something that no message has."""
    found = _NUMBER.match(body)
    if found:
        return b'{"i":%d' % number + body[found.end() :]
    message = wire.parse(body) or {}
    message["i"] = number
    try:
        found_body: bytes = wire.encode(message.items())
    except ValueError:
        return None
    return found_body
