"""The one way to write a value as JSON: keys sorted, no spaces, whole numbers only, raw UTF-8.

In CPython: json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False). JSON readers are lenient,
each in its own way; bytes that do not come out again as they went in are refused, so all readers see the same or none.
"""

import json

from firmware.link.wire import quote, value

# A profile needs three.
_MAX_DEPTH = 4


def read(data):
    """The value written in `data`. ValueError when `data` is not in canonical form."""
    data = bytes(data)
    try:
        found = json.loads(data.decode())
        same = write(found) == data
    except (TypeError, RuntimeError, MemoryError) as failure:
        raise ValueError("not JSON") from failure
    if not same:
        raise ValueError("not canonical")
    return found


def write(one) -> bytes:
    """`one` in canonical form. ValueError unless it is made of dict, list, int, str, bool and None, not too deep."""
    return _written(one, 0).encode()


def _written(one, depth) -> str:
    if depth > _MAX_DEPTH:
        raise ValueError("nested too deeply")
    if type(one) is dict:
        return "{" + ",".join([_text(key) + ":" + _written(one[key], depth + 1) for key in sorted(one)]) + "}"
    if type(one) is list:
        return "[" + ",".join([_written(item, depth + 1) for item in one]) + "]"
    return _text(one) if type(one) is str else value(one)


def _text(text) -> str:
    """`text` quoted. ValueError unless it is proper UTF-8, which MicroPython's decode() does not make sure of."""
    if type(text) is not str:
        raise ValueError("not text")
    size = len(text.encode())
    if size != len(text):
        for char in text:
            code = ord(char)
            if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
                raise ValueError("not a character")
            size -= 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4
        if size != 0:
            raise ValueError("not proper UTF-8")
    return quote(text)
