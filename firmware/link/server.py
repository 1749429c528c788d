"""The serial server: bytes in, at most one command a step, bytes out as the port takes them. Never waits."""

from firmware.link import command_form, errors, messages, wire
from firmware.link.answers import Answers
from firmware.link.checks import Refusal, has_id
from firmware.link.telemetry import Telemetry
from firmware.safety.ticks import MASK, elapsed_ms

_READ_BYTES = 64
# Room for an answer behind one that the laptop has not read yet.
_OUT_BYTES = 2 * wire.MAX_FRAME
# Each line that is no command costs as much as a short one. Where more come at once, no laptop speaks.
_MOST_LOST = 4
# One error a second tells a person what is wrong; more would only fill the cable.
_ERROR_MS = 1000
_DOLLAR = b"$"


class Server:
    """step() once per tick, after the gate.

    A laptop that does not read delays nothing: first telemetry is skipped, then of its commands only the newest waits
    for room to answer it. Of what is no frame little is looked at, and at most one error a second says so. `serial` is
    the table's.
    """

    def __init__(self, uart, status, chosen, menu, calendar, serial):
        self._uart = uart
        self._status = status
        self._answers = Answers(status, chosen, menu, calendar, serial)
        self._decoder = wire.Decoder(False)
        self._telemetry = Telemetry()
        self._start_ms = -1
        self._told_ms = 0
        self._error_ms = -1
        self._chunk = bytearray(_READ_BYTES)
        self._chunk_view = memoryview(self._chunk)
        self._data = b""
        self._at = 0
        self._waiting = None
        self._passed_over = False
        self._out = bytearray(_OUT_BYTES)
        self._out_view = memoryview(self._out)
        self._length = 0

    def step(self, now_ms):
        """Read at most 64 bytes, answer at most one command, write what the port takes."""
        if self._start_ms < 0:
            self._start_ms = self._told_ms = now_ms
        self._receive(now_ms)
        self._send()
        if elapsed_ms(now_ms, self._told_ms) >= messages.TELEMETRY_MS:
            self._told_ms = now_ms
            if self._answers.watched:
                self._tell()

    def _room(self):
        """Whether an answer fits, however long."""
        return self._length <= _OUT_BYTES - wire.MAX_FRAME

    def _receive(self, now_ms):
        """What cannot be answered is read too, or a flood would outlast itself."""
        if self._waiting is not None and self._room():
            body, self._waiting = self._waiting, None
            self._handle(command_form.read(body), now_ms)
            return
        if self._passed_over and self._complain("TOO_FAST", now_ms):
            self._passed_over = False
            return
        if self._at >= len(self._data):
            count = self._uart.read_into(self._chunk)
            if not count:
                return
            self._data = bytes(self._chunk_view[:count])
            self._at = 0
        lost = 0
        while self._at < len(self._data):
            kind, self._at = self._decoder.take(self._data, self._at)
            if kind == wire.NOTHING:
                return
            # Asked anew for each line: an error may have taken the room.
            if kind == wire.FRAME and self._room():
                if self._handle(command_form.read(self._decoder.body), now_ms):
                    return
            else:
                self._lost(kind, now_ms)
            lost += 1
            if lost == _MOST_LOST:
                self._pass_over()

    def _lost(self, kind, now_ms):
        """A line that is not answered now: none of a frame, or a command for whose answer there is no room."""
        if kind == wire.OVERLONG:
            self._answers.overlong += 1
            self._complain("OVERLONG", now_ms)
        elif kind == wire.BAD_CRC:
            self._answers.bad_crc += 1
            self._complain("BAD_CRC", now_ms)
        elif kind == wire.FRAME:
            self._passed_over = self._passed_over or self._waiting is not None
            self._waiting = self._decoder.body

    def _pass_over(self):
        """Go on with the last frame that begins in what was read: those before it count as damaged."""
        newest = self._data.rfind(_DOLLAR, self._at)
        if newest > self._at:
            self._passed_over = self._passed_over or not self._room()
            self._answers.bad_crc += self._data.count(_DOLLAR, self._at, newest)
            self._at = newest

    def _complain(self, code, now_ms):
        """Tell of something that cannot be answered by an id. Whether it was: not within a second of another, and not
        where an answer would not fit."""
        if not self._room() or (self._error_ms >= 0 and 0 <= elapsed_ms(now_ms, self._error_ms) < _ERROR_MS):
            return False
        self._error_ms = now_ms
        self._reply([("t", "err"), ("e", code), ("m", errors.sentence(code))])
        return True

    def _handle(self, message, now_ms):
        """Answer a command. False for what is none: it is passed over as quickly as what is damaged."""
        answers = self._answers
        if message is None or not has_id(message):
            answers.unknown += 1
            self._complain("BAD_JSON" if message is None else "NO_ID", now_ms)
            return False
        head = [("i", message["i"])]
        try:
            pairs = answers.answer(message, now_ms, (now_ms - self._start_ms) & MASK)
        except Refusal as refusal:
            answers.unknown += refusal.code == "UNKNOWN_COMMAND"
            text = errors.sentence(refusal.code)
            error = [("e", refusal.code), ("m", text + " " + refusal.detail if refusal.detail else text)]
            self._reply(head + error + ([("f", refusal.field)] if refusal.field else []))
        else:
            self._reply(head + [("ok", 1)] + pairs)
        return True

    def _reply(self, pairs):
        self._queue(wire.frame(pairs))

    def _tell(self):
        """Telemetry goes only into an empty queue: a line that the laptop does not read in time is lost.

        It is sent from the next tick on, because writing it and sending it are each enough work for one tick.
        """
        telemetry = self._telemetry
        if self._length:
            telemetry.skip()
            return
        telemetry.write(self._status)
        self._queue(telemetry.line)

    def _queue(self, line):
        end = self._length + len(line)
        self._out[self._length : end] = line
        self._length = end

    def _send(self):
        if not self._length:
            return
        taken = self._uart.write(self._out, self._length)
        self._length -= taken
        if taken and self._length:
            self._out[: self._length] = self._out_view[taken : taken + self._length]
