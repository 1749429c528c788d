"""The telemetry line: written digit by digit into one buffer, because it is written while the motor runs.

What has not changed since the line before stands there already.
"""

import binascii

from firmware.link.messages import TELEMETRY, TEXT
from firmware.states import STATE_NAMES

_STATES = tuple([name.encode() for name in STATE_NAMES])
_LONGEST = max([len(name) for name in _STATES])
_SPACE, _MINUS, _ZERO, _QUOTE = b' -0"'
_HEX = b"0123456789abcdef"
_WRAP = 1000000


class Telemetry:
    """write() puts the status into `line`: one frame, always equally long.

    Nothing is allocated, but for the CRC where small integers have 31 bits.
    """

    def __init__(self):
        body = b'{"t":"tel"'
        self._places = {}  # by field: first and last place, least and most
        for name, kind, bounds, _ in TELEMETRY:
            body += b',"' + name.encode() + b'":'
            width = _LONGEST + 2 if kind == TEXT else max([len(str(bound)) for bound in bounds])
            self._places[name] = (len(body) + 1, len(body) + width, bounds[0], bounds[1])
            body += b" " * width
        body += b"}"
        self.line = bytearray(b"$" + body + b"*00000000\n")
        self._body = memoryview(self.line)[1 : 1 + len(body)]
        self._shown = dict.fromkeys(self._places)
        self._count = 0

    def skip(self):
        """Count a line that is left out."""
        self._count = (self._count + 1) % _WRAP

    def write(self, status):
        """One line of `status`. A number outside its range is shown as the end of the range."""
        self._number("n", self._count)
        self._number("ms", status.now_ms)
        self._state(status.state)
        self._number("inv", status.inv_cdeg)
        self._number("lim", status.limit_cdeg)
        self._number("drv", status.drive_permille)
        self._number("flt", status.fault)
        self._seal()
        self.skip()

    def _number(self, name, value):
        if value == self._shown[name]:
            return
        self._shown[name] = value
        first, at, least, most = self._places[name]
        line = self.line
        value = least if value < least else most if value > most else value
        digits = -value if value < 0 else value
        zero = _ZERO
        while True:
            tens = digits // 10
            line[at] = zero + digits - tens * 10
            at -= 1
            digits = tens
            if not digits:
                break
        if value < 0:
            line[at] = _MINUS
            at -= 1
        # What the line before had here was longer by so many.
        while at >= first and line[at] != _SPACE:
            line[at] = _SPACE
            at -= 1

    def _state(self, state):
        if state == self._shown["st"]:
            return
        self._shown["st"] = state
        at, last, _, _ = self._places["st"]
        line = self.line
        line[at] = _QUOTE
        for char in _STATES[state]:
            at += 1
            line[at] = char
        line[at + 1] = _QUOTE
        at += 2
        while at <= last:
            line[at] = _SPACE
            at += 1

    def _seal(self):
        crc = binascii.crc32(self._body)
        self._digits(-9, crc >> 16)
        self._digits(-5, crc & 0xFFFF)

    def _digits(self, at, half):
        line = self.line
        at += len(line)
        for shift in (12, 8, 4, 0):
            line[at] = _HEX[half >> shift & 15]
            at += 1
