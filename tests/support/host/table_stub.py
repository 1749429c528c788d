"""A table's end of a pty with answers that a test writes down: for what a good table never does."""

import json
import os
import pty
import select
import threading
import tty
import zlib

HELLO = {"p": 1, "fw": "0.1.0", "sn": "T-1", "rev": 3, "up_ms": 1000, "img": ""}


def frame(message):
    """One frame as docs/protocol.md has it, built without the product's own code."""
    body = json.dumps(message, separators=(",", ":")).encode()
    return b"$%s*%08x\n" % (body, zlib.crc32(body))


class TableStub:
    """Answers by `answer(command) -> bytes`; None hangs up. hello and clock.set are answered unless it does so."""

    def __init__(self, answer):
        self.heard = []
        self._answer = answer
        self._master, slave = pty.openpty()
        tty.setraw(slave)
        self.port = os.ttyname(slave)
        self._slave = slave
        self._over, self._end = os.pipe()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        os.write(self._end, b".")
        self._thread.join()
        self._hang_up()
        os.close(self._over)
        os.close(self._end)

    def _hang_up(self):
        if self._master >= 0:
            os.close(self._master)
            os.close(self._slave)
            self._master = -1

    def _serve(self):
        waiting = b""
        while self._over not in select.select([self._master, self._over], [], [])[0]:
            waiting += os.read(self._master, 4096)
            *lines, waiting = waiting.split(b"\n")
            for line in lines:
                if line.startswith(b"$") and not self._obey(json.loads(line[1:-9])):
                    self._hang_up()
                    return

    def _obey(self, command):
        self.heard.append(command)
        said = self._answer(command)
        if said == b"" and command["c"] == "hello":
            said = frame({"i": command["i"], **HELLO})
        if said == b"" and command["c"] == "clock.set":
            said = frame({"i": command["i"], "day": command["day"]})
        if said:
            os.write(self._master, said)
        return said is not None
