"""Runs on MicroPython and on CPython alike: takes lines of work from standard input, writes what came of each.

`profile DAY HEX`: form and verdict of the bytes. `frames HEX`: what a decoder finds. `command HEX`: what a command in
these bytes says, or why it is refused. `talk ROOT HEX`: a server's every word to what it hears. `still`: a watched
server under a locked heap.
"""

import binascii
import sys

from firmware.link import checks, command_form, wire
from firmware.link.server import Server
from firmware.panel.menu import Menu
from firmware.person.chosen import Chosen
from firmware.profile import canonical, form
from firmware.screening.rules import screen
from firmware.status import Status
from firmware.store.calendar import Calendar
from firmware.store.people import People


class Cable:
    """Hears `data`, keeps what is said, takes 50 bytes at a time."""

    def __init__(self, data):
        self.data = data
        self.said = b""

    def read_into(self, buf):
        n = min(len(buf), len(self.data))
        buf[:n] = self.data[:n]
        self.data = self.data[n:]
        return n

    def write(self, buf, n):
        n = min(n, 50)
        self.said += bytes(buf[:n])
        return n


class Quiet:
    """Hears nothing and takes everything, without allocating."""

    def __init__(self):
        self.taken = 0

    def read_into(self, buf):
        return 0

    def write(self, buf, n):
        self.taken += n
        return n


def judged(day, blob):
    """Everything that form and screening say of `blob`."""
    profile, reasons = form.parse(blob)
    lines = [wire.encode([("code", code), ("field", field), ("text", text)]) for code, field, text in reasons]
    if profile is not None:
        screened = screen(profile, day, changed_day=20261102)
        lines.append(canonical.write(profile))
        lines.append(
            wire.encode([("limit", screened.limit_cdeg), ("by", screened.bound_by), ("ms", screened.session_ms)])
        )
        lines += [wire.encode([("cap", origin), ("cdeg", cdeg), ("key", key)]) for cdeg, origin, key in screened.caps]
        for told in (screened.reasons, screened.warnings):
            lines += [wire.encode([("code", code), ("text", text), ("key", key)]) for code, text, key in told]
    return b"|".join(lines)


def decoded(data):
    """What a decoder finds in `data`."""
    decoder = wire.Decoder()
    found = []
    for at in range(0, len(data), 64):
        found += decoder.feed(data[at : at + 64])
    return b"|".join([b"%d:" % kind + body for kind, body in found])


def commanded(body):
    """What a command says, as its fields in order, or why it is refused."""
    found = command_form.read(body)
    if found is None:
        return b"out of form"
    try:
        checks.check(found)
    except checks.Refusal as refusal:
        return wire.encode([("e", refusal.code), ("f", refusal.field), ("m", refusal.detail)])[1:]
    return wire.encode([(name, found[name]) for name in sorted(found)])


class Rtc:
    """A clock chip that keeps what it is set to."""

    def __init__(self):
        self.day = self.minute = self.second = self.mark = 0

    def read(self):
        return self.day > 0

    def set(self, day, minute, mark=0):
        self.day, self.minute, self.mark = day, minute, mark


def made(root, cable):
    """A status and a server over `cable`, upright and at rest."""
    status = Status()
    status.upright_idle = True
    chosen = Chosen(People(root))
    return status, Server(cable, status, chosen, Menu(chosen, 0), Calendar(root, Rtc(), 0), "T-1")


def talked(root, data):
    """Every word of a server that hears `data`."""
    cable = Cable(data)
    status, server = made(root, cable)
    now_ms = 2**30 - 2000
    for _ in range(len(data) // 8 + 400):
        status.now_ms = now_ms
        server.step(now_ms)
        now_ms = (now_ms + 20) % 2**30
    return cable.said


def still(root):
    """Bytes of telemetry written while nothing could be allocated."""
    cable = Quiet()
    status, server = made(root, cable)
    server.step(0)
    watch = Cable(wire.frame([("i", 1), ("c", "watch"), ("on", 1)]))
    server._uart = watch
    for now_ms in range(0, 200, 20):
        server.step(now_ms)
    server._uart = cable
    lock()
    for now_ms in range(200, 10200, 20):
        status.now_ms = now_ms
        status.inv_cdeg = now_ms - 5000
        server.step(now_ms)
    unlock()
    return b"%d" % cable.taken


try:
    from micropython import heap_lock as lock
    from micropython import heap_unlock as unlock
except ImportError:

    def lock():
        """CPython has no such lock."""

    unlock = lock


def main():
    """One line of work, one line of answer in hex."""
    for line in sys.stdin:
        words = line.split()
        if words[0] == "profile":
            answer = judged(int(words[1]), binascii.unhexlify(words[2]))
        elif words[0] == "frames":
            answer = decoded(binascii.unhexlify(words[1]))
        elif words[0] == "command":
            answer = commanded(binascii.unhexlify(words[1]))
        elif words[0] == "talk":
            answer = talked(words[1], binascii.unhexlify(words[2]))
        else:
            answer = still(words[1])
        sys.stdout.write(binascii.hexlify(answer).decode() + "\n")


main()
