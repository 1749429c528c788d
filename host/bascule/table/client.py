"""The laptop's end of the link: says hello, sets the clock, asks, and waits for the answer that belongs to it."""

from __future__ import annotations

import datetime
import itertools
import secrets
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from bascule import output
from bascule.errors import BAD_INPUT, NO_ANSWER, REFUSED, UNEXPECTED, Problem
from bascule.speech import spoken
from bascule.speech.spoken import as_told, say
from bascule.speech.told import later
from bascule.table import hello, ports, shared, telemetry
from bascule.table.cable import Line
from bascule.table.hello import Hello
from bascule.table.telemetry import Telemetry
from firmware.link import errors, messages, wire

Message = dict[str, Any]

# A table that was plugged in a moment ago needs time to start before it answers at all.
_HELLO_S = 4.0
_HELLO_TRY_S = 0.5
_ANSWER_S = 1.5
# What changes something is written to flash before it is answered: 1.5 s for the longest profile, and several times
# that on a table that is played slower than life. Giving up too early would leave open whether it was stored.
_CHANGE_S = 10.0
# Commands that are under way at once, where several are asked: no more, or the next program would wait for the rest.
_AHEAD = 2
# Stands for an answer: the table says that a frame came damaged, so it has done nothing.
_DAMAGED: Message = {"t": "err"}
# Not to be repeated when only the answer may be lost: a second one has nothing to store.
_ONCE = ("profile.commit",)
# What a firmware that ends by mistake leaves on the line, outside any frame.
_LAST_WORDS = (b"Traceback", b"escaped:")


class Table:
    """A table on a port that has said hello."""

    def __init__(self, port: str, cable: Line) -> None:
        self.port = port
        self.hello = Hello()
        self.read_only = ""
        # Given each line of telemetry as it comes, also while an answer is awaited; without it, listen gives them.
        self.hears: Callable[[Telemetry], None] | None = None
        # Telemetry that came while an answer was awaited is kept for listen; what nobody hears is dropped.
        self._heard: deque[Message] = deque(maxlen=1000)
        self._cable = cable
        self._decoder = wire.Decoder()
        # Not 1: a late answer to the program before this one must not be taken for ours.
        self._id = secrets.randbelow(1_000_000)
        # Where the present question began: its first answer will do, though it was asked again meanwhile.
        self._since = self._id

    def ask(self, command: str, **fields: Any) -> Message:
        """The answer to `command`. Problem when the table refuses, and when it does not answer in time."""
        if self.read_only and command not in messages.READ_ONLY:
            raise Problem(REFUSED, "VERSION", as_told(self.read_only), as_told(errors.hint("VERSION")))
        longest_s = _ANSWER_S if command in messages.READ_ONLY else _CHANGE_S
        self._since = self._id + 1
        answer = self._try(command, fields, longest_s)
        if answer is _DAMAGED or (answer is None and command not in _ONCE):
            answer = self._try(command, fields, longest_s)
        if answer is None or answer is _DAMAGED:
            raise self._unsure() if command in _ONCE else self._silent()
        return _complete(_good(answer), command)

    def ask_all(self, command: str, each: Iterable[Message], seconds: float) -> Iterator[Message]:
        """The answers to a command that only reads, with each of these fields, in order as they come.

        The next is sent before the last is answered, which takes half of the time. What has not come within `seconds`
        is left out. A refusal is an answer too.
        """
        self._cable.write(b"\n")  # ends whatever half a line the table may hold
        self._since = awaited = self._id + 1
        waiting, deadline = iter(each), time.monotonic() + seconds
        while time.monotonic() < deadline:
            for fields in itertools.islice(waiting, awaited + _AHEAD - self._id - 1):
                self._id += 1
                self._cable.write(wire.frame([("i", self._id), ("c", command), *fields.items()]))
            if awaited > self._id:
                return
            for message in self._receive():
                if message.get("i") == awaited:
                    awaited += 1
                    yield message

    def greet(self, now: datetime.datetime | None) -> None:
        """Hello until the table answers, then the time if given one. A table of another protocol becomes read-only."""
        self._cable.write(b"\n")  # ends whatever half a line the table may hold
        self._since = self._id + 1
        answer = None
        end = time.monotonic() + _HELLO_S
        while answer is None or answer is _DAMAGED:
            if time.monotonic() > end:
                raise self._silent()
            answer = self._try("hello", {"p": messages.PROTOCOL}, _HELLO_TRY_S)
        if answer.get("e") == "VERSION":
            self.read_only = str(answer.get("m", "The laptop and the table use different protocols."))
            output.note(say("note: {why} The table can be read, but not changed.", why=spoken.said(self.read_only)))
            return
        self.hello = hello.of(_complete(_good(answer), "hello"))
        if now is not None:
            self._set_clock(now)

    def _set_clock(self, now: datetime.datetime) -> None:
        try:
            self.ask("clock.set", day=now.year * 10000 + now.month * 100 + now.day, min=now.hour * 60 + now.minute)
        except Problem as problem:
            if problem.exit_code != REFUSED:
                raise
            why, hint = spoken.said(problem.text), spoken.said(problem.hint)
            output.note(say("warning: the table did not accept this computer's time: {why} {hint}", why=why, hint=hint))

    def listen(self, seconds: float) -> Telemetry | None:
        """The next line of telemetry, waiting for it up to `seconds`, or None."""
        deadline = time.monotonic() + seconds
        while not self._heard and time.monotonic() < deadline:
            self._receive()
        return telemetry.of(self._heard.popleft()) if self._heard else None

    def close(self) -> None:
        """Let the port go."""
        self._cable.close()

    def _try(self, command: str, fields: Message, seconds: float) -> Message | None:
        self._id += 1
        self._cable.write(wire.frame([("i", self._id), ("c", command), *fields.items()]))
        return self._await(time.monotonic() + seconds)

    def _await(self, deadline: float) -> Message | None:
        """The answer to the present question, _DAMAGED, or None when it is late."""
        while time.monotonic() < deadline:
            for message in self._receive():
                number = message.get("i")
                if type(number) is int and self._since <= number <= self._id:
                    return message
                # That others asked too fast says nothing of this one.
                if message.get("t") == "err" and message.get("e") != "TOO_FAST":
                    return _DAMAGED
        return None

    def _receive(self) -> list[Message]:
        """What arrives in the next 50 ms at most, telemetry put aside."""
        answers: list[Message] = []
        for kind, body in self._decoder.feed(self._cable.read()):
            message = self._message(kind, body)
            if message is None:
                continue
            if message.get("t") != "tel":
                answers.append(message)
            elif self.hears is None:
                self._heard.append(message)
            else:
                self.hears(telemetry.of(message))
        return answers

    def _message(self, kind: int, body: bytes) -> Message | None:
        if kind == wire.CONSOLE and any(words in body for words in _LAST_WORDS):
            words = body.decode(errors="replace")
            output.note(say("note: the table's firmware failed; please report this: {words}", words=words))
        if kind != wire.FRAME:
            return None
        parsed: Message | None = wire.parse(body)
        return parsed

    def _unsure(self) -> Problem:
        text = later("{port} did not say in time whether it has stored the profile", port=self.port)
        return Problem(NO_ANSWER, "NO_ANSWER", text, later("`bascule profile show` says which one is in force."))

    def _silent(self) -> Problem:
        hint = later("Is this port a table? `bascule devices` lists them. If it is, switch the table off and on.")
        return Problem(NO_ANSWER, "NO_ANSWER", later("{port} did not answer in time", port=self.port), hint)


def _good(answer: Message) -> Message:
    """`answer`, unless the table refused."""
    if "e" in answer:
        code = str(answer["e"])
        exit_code = BAD_INPUT if code == "NO_SUCH_PERSON" else REFUSED
        raise Problem(
            exit_code,
            code,
            later("the table refused: {why}", why=as_told(str(answer.get("m", code)))),
            as_told(errors.hint(code)),
        )
    return answer


def _complete(answer: Message, command: str) -> Message:
    """`answer`, if it has every field that the table of messages promises for `command`."""
    for name, kind, *_ in messages.COMMANDS[command][2]:
        if type(answer.get(name)) is not (int if kind == messages.INT else str):
            text = later("the table's answer to {command} has no valid {name}", command=command, name=name)
            hint = later("The table and the laptop may have different versions: see `bascule status`.")
            raise Problem(UNEXPECTED, "BAD_ANSWER", text, hint)
    return answer


def connected(port: str | None, now: datetime.datetime | None = None) -> AbstractContextManager[Table]:
    """A table that has said hello and knows the time. `port` None: the only one found."""
    return _greeted(port, now or datetime.datetime.now())


def looked_at(port: str | None) -> AbstractContextManager[Table]:
    """A table that has said hello, and on which nothing has changed by that."""
    return _greeted(port, None)


@contextmanager
def _greeted(port: str | None, now: datetime.datetime | None) -> Iterator[Table]:
    chosen = ports.choose(port)
    table = Table(chosen, shared.opened(chosen))
    try:
        table.greet(now)
        yield table
    finally:
        table.close()
