"""A server on a desk: real store, real clock chip, a status that a test writes, a cable that a test squeezes."""

import base64
import hashlib

from firmware.link import wire
from firmware.link.server import Server
from firmware.panel.menu import Menu
from firmware.person.chosen import Chosen
from firmware.profile.form import to_wire
from firmware.states import READY
from firmware.status import Status
from firmware.store.calendar import Calendar
from firmware.store.language import Language
from firmware.store.people import People
from firmware.words.catalogue import Catalogue
from tests.support.rtc import Bench
from tests.support.seasoned import season

TICK_MS = 20
MINUTE = 600


class Cable:
    """Bytes both ways. `space` is how many bytes the port still takes: None for any number."""

    def __init__(self):
        self.inbox = b""
        self.outbox = b""
        self.space = None
        self.reads = []

    def read_into(self, buf):
        piece = self.inbox[: len(buf)]
        self.inbox = self.inbox[len(piece) :]
        buf[: len(piece)] = piece
        self.reads.append(len(piece))
        return len(piece)

    def write(self, buf, n):
        taken = n if self.space is None else min(n, self.space)
        self.outbox += bytes(buf[:taken])
        if self.space is not None:
            self.space -= taken
        return taken


class Desk:
    """Upright and idle, powered on at `now_ms`, with the files under `root`."""

    def __init__(self, root, now_ms=0):
        self.now_ms = now_ms
        self.lines = []
        self.cable = Cable()
        self.status = Status()
        self.status.state = READY
        self.status.upright_idle = True
        self.rtc = Bench()
        self.calendar = Calendar(str(root), self.rtc.driver, now_ms)
        season(root)
        self.chosen = Chosen(People(str(root)))
        self.menu = Menu(self.chosen, now_ms, words=Catalogue(Language(str(root))))
        self.server = Server(self.cable, self.status, self.chosen, self.menu, self.calendar, "T-1")
        self._decoder = wire.Decoder()
        self._number = 0

    def step(self, count=1):
        """Let ticks pass."""
        for _ in range(count):
            self.status.now_ms = self.now_ms
            self.server.step(self.now_ms)
            self.now_ms = (self.now_ms + TICK_MS) % 2**30
            self.rtc.after(TICK_MS / 1000)

    def heard(self):
        """Messages since the last call; anything that is not a good frame fails the test."""
        found = self._decoder.feed(self.cable.outbox)
        self.cable.outbox = b""
        assert all(kind == wire.FRAME for kind, _ in found), found
        return [wire.parse(body) for _, body in found]

    def say(self, data, steps=None):
        """Send raw bytes; what is heard until they are read and 2 ticks more have passed."""
        self.cable.inbox += data
        self.step(steps or len(data) // 64 + data.count(b"\n") + data.count(b"$") + 3)
        return self.heard()

    def send(self, pairs):
        """Send one frame of `pairs`; the one message that answers it. Telemetry goes to `lines`."""
        heard = self.say(wire.frame(pairs))
        self.lines += [message for message in heard if message.get("t") == "tel"]
        (answer,) = [message for message in heard if message.get("t") != "tel"]
        return answer

    def ask(self, command, **fields):
        """The answer to a command, without its id and ok."""
        self._number += 1
        answer = self.send([("i", self._number), ("c", command), *fields.items()])
        assert answer.pop("i") == self._number
        assert answer.pop("ok", None) == (None if "e" in answer else 1)
        return answer

    def refused(self, command, **fields):
        """(code, field, sentence) of a command that is refused."""
        answer = self.ask(command, **fields)
        return answer["e"], answer.get("f", ""), answer["m"]

    def hello(self, day=0):
        """Hello, and the date unless 0."""
        self.ask("hello", p=1)
        if day:
            assert self.ask("clock.set", day=day, min=MINUTE) == {"day": day}

    def put(self, blob):
        """Put all of `blob`."""
        for at in range(0, len(blob), 240):
            piece = blob[at : at + 240]
            answer = self.ask("profile.put", off=at, d=base64.b64encode(piece).decode())
            assert answer == {"off": at + len(piece)}

    def commit(self, blob):
        """The answer to the commit of `blob`."""
        return self.ask("profile.commit", n=len(blob), sha=hashlib.sha256(blob).hexdigest())

    def push(self, profile):
        """Put and commit a profile; the answer to the commit."""
        blob = to_wire(profile)
        self.put(blob)
        return self.commit(blob)

    def why(self, of):
        """All entries of a list, as (code, field, text, cdeg, key)."""
        found, count = [], 1
        while len(found) < count:
            answer = self.ask("why", who="", of=of, at=len(found))
            if answer.get("e") == "PAST_END":
                return found
            count = answer["n"]
            found.append(tuple(answer[name] for name in ("code", "field", "text", "cdeg", "key")))
        return found
