"""Frames: `$`, compact JSON, `*`, 8 lowercase hex of CRC-32, newline. Both ways; the laptop uses this file as it is."""

import binascii
import json

# A whole frame with `$`, `*`, CRC and newline.
MAX_FRAME = 512
# What is left for the JSON.
MAX_BODY = MAX_FRAME - 11

_STAR = 0x2A
_RETURN = 0x0D

# What Decoder.take found.
NOTHING = 0  # all bytes read, no line complete
FRAME = 1  # body: the JSON, its CRC right
BAD_CRC = 2  # a frame torn or damaged
OVERLONG = 3  # a frame over MAX_FRAME bytes, dropped up to its end
CONSOLE = 4  # body: bytes outside any frame (boot banner, traceback, noise), at most MAX_FRAME of them

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def quote(text: str) -> str:
    """`text` as a JSON string: control characters escaped, everything else as it is."""
    if _plain(text):
        return '"' + text + '"'
    parts = ['"']
    for char in text:
        if char in _ESCAPES:
            parts.append(_ESCAPES[char])
        elif ord(char) < 0x20:
            parts.append("\\u%04x" % ord(char))
        else:
            parts.append(char)
    parts.append('"')
    return "".join(parts)


def _plain(text):
    """Whether nothing in it needs an escape. Its bytes are looked at: the signs of a text take three times as long."""
    raw = text.encode()
    return b'"' not in raw and b"\\" not in raw and min(raw or b" ") >= 0x20


def value(one) -> str:
    """One int, str, bool or None as JSON. Anything else, and above all a float, is a ValueError."""
    if type(one) is int:
        return str(one)
    if type(one) is str:
        return quote(one)
    if one is None:
        return "null"
    if one is True or one is False:
        return "true" if one else "false"
    raise ValueError("not an int, str, bool or None")


def encode(pairs) -> bytes:
    """Pairs (key, value) as one compact JSON object in the order given; keys are plain words.

    `$` is written as an escape: it starts a frame and stands nowhere else, so a reader always finds the next one.
    """
    parts = ["{"]
    for key, one in pairs:
        parts.append('"' if len(parts) == 1 else ',"')
        parts.append(key)
        if type(one) is str and _plain(one):
            # Not joined to its quotes first: a long text is copied once.
            parts.append('":"')
            parts.append(one)
            parts.append('"')
        else:
            parts.append('":')
            parts.append(value(one))
    parts.append("}")
    text = "".join(parts)
    if "$" in text:
        text = text.replace("$", "\\u0024")
    return text.encode()


def frame(pairs) -> bytes:
    """A whole frame. ValueError when it would be over MAX_FRAME bytes."""
    body = encode(pairs)
    if len(body) > MAX_BODY:
        raise ValueError("over 512 bytes")
    return b"".join((b"$", body, b"*", crc_hex(body), b"\n"))


def crc_hex(body) -> bytes:
    """CRC-32 of `body` as it stands at the end of a frame."""
    return ("%08x" % binascii.crc32(body)).encode()


def parse(body: bytes):
    """The JSON object in a frame's body as a dict, or None. Whether its fields are right is for the caller."""
    try:
        message = json.loads(body.decode())
    except (ValueError, TypeError, RuntimeError, MemoryError):
        return None
    return message if type(message) is dict else None


class Decoder:
    """Bytes in, lines out, one at a time. Holds at most one frame; whatever breaks, the next `$` starts afresh.

    console: whether bytes outside frames are lines too. A table passes over them at once.
    """

    def __init__(self, console=True):
        self.body = b""
        self._console = console
        self._buffer = bytearray(MAX_FRAME)
        self._length = 0
        self._framed = False

    def take(self, data: bytes, at: int):
        """Read `data` from index `at` up to the end of the next line; (kind, index to go on from).

        With FRAME and CONSOLE the bytes are in `body`. A `$` ends the line before it.
        """
        while True:
            if not self._framed and not self._console:
                at = data.find(b"$", at) + 1
                if not at:
                    return NOTHING, len(data)
                self._framed = True
            end = data.find(b"\n", at)
            start = data.find(b"$", at, end if end >= 0 else len(data))
            if start >= 0:
                end = start
            if end < 0:
                self._keep(data, at, len(data))
                return NOTHING, len(data)
            self._keep(data, at, end)
            kind = self._finish()
            self._framed = start >= 0
            at = end + 1
            if kind != NOTHING:
                return kind, at

    def feed(self, data: bytes) -> list:
        """All lines that `data` completes, as (kind, body)."""
        found = []
        kind, at = self.take(data, 0)
        while kind != NOTHING:
            found.append((kind, self.body))
            kind, at = self.take(data, at)
        return found

    def _keep(self, data, at, end):
        # What does not fit is dropped; a full buffer is then over the longest frame.
        end = min(end, at + MAX_FRAME - self._length)
        self._buffer[self._length : self._length + end - at] = data[at:end]
        self._length += end - at

    def _finish(self):
        line = bytes(memoryview(self._buffer)[: self._length])
        self._length = 0
        if line and line[-1] == _RETURN:
            line = line[:-1]
        self.body = b""
        if not self._framed:
            self.body = line
            return CONSOLE if line else NOTHING
        if len(line) > MAX_FRAME - 2:
            return OVERLONG
        if len(line) < 9 or line[-9] != _STAR or line[-8:] != crc_hex(line[:-9]):
            return BAD_CRC
        self.body = line[:-9]
        return FRAME
