"""Uses every part of the board in every tick, and says a checksum of all it sensed and the name of whatever failed."""

import binascii
import os
from array import array

PERIOD_MS = 20
EVERY = 5  # ticks from one stored file to the next


class Senses:
    """What a tick reads, one method for each part of the board."""

    def __init__(self, board):
        self.board = board
        self.kept = board.root + "/kept"
        self.ticks = 0
        self.drive = 0

    def imu(self):
        motion = bytearray(12)
        self.board.i2c.read_into(0x6A, 0x22, motion)
        return motion

    def clock_chip(self):
        time = bytearray(7)
        self.board.i2c.read_into(0x68, 0, time)
        return time

    def display(self):
        self.board.i2c.write(0x3C, 0x40, b"\x55")
        return b""

    def adc(self):
        raw = array("H", [0, 0, 0, 0])
        self.board.adc.read_into(raw)
        return bytes(raw)

    def inputs(self):
        bits = self.board.inputs.bits()
        self.drive = 1000 if bits & 4 else -1000 if bits & 8 else 0
        return bytes((bits & 255, bits >> 8))

    def uart(self):
        heard = bytearray(32)
        return bytes(heard[: self.board.uart.read_into(heard)])

    def clock(self):
        return b"%d" % self.board.clock.now_ms()

    def flash(self):
        """What was kept, and something new beside it that takes its place."""
        self.ticks += 1
        if self.ticks % EVERY:
            return b""
        with open(self.kept, "rb") as file:
            before = file.read()
        self.store(b"%08d" % self.ticks)
        return before

    def store(self, data):
        with open(self.kept + ".new", "wb") as file:
            file.write(data)
        os.rename(self.kept + ".new", self.kept)

    def outputs(self):
        self.board.outputs.contactor(True)
        self.board.outputs.kick()
        self.board.outputs.drive(self.drive)
        return b""

    def watchdog(self):
        self.board.watchdog.feed()
        return b""


def main(board):
    board.watchdog.start(300)
    senses = Senses(board)
    for begin in (lambda: board.i2c.write(0x6A, 0x10, b"\x48\x48"), lambda: senses.store(b"started")):
        try:
            begin()
        except OSError:
            board.uart.write(b"no\n", 3)
    parts = ("imu", "clock_chip", "display", "adc", "inputs", "uart", "clock", "flash", "outputs", "watchdog")
    due_ms = board.clock.now_ms()
    while True:
        due_ms = (due_ms + PERIOD_MS) & 0x3FFFFFFF
        board.clock.wait_until(due_ms)
        said = failed = b""
        for part in parts:
            try:
                said += getattr(senses, part)()
            except Exception as exc:  # noqa: BLE001  (whatever fails is said)
                failed += b"%s %s " % (part.encode(), type(exc).__name__.encode())
        line = b"%08x %s\n" % (binascii.crc32(said), failed[:22])
        board.uart.write(line, len(line))
