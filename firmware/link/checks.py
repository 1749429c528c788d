"""Whether a command says what the table of messages says it must: its fields, their kinds and their bounds."""

import binascii

from firmware.link.messages import BASE64, CHOICE, COMMANDS, INT, MAX_INT, TEXT

_HEX = "0123456789abcdef"


class Refusal(Exception):
    """A command is answered with an error: its code, the field it is about, and what to add to the sentence."""

    def __init__(self, code, field="", detail=""):
        super().__init__(code)
        self.code = code
        self.field = field
        self.detail = detail


def has_id(message) -> bool:
    """Whether an answer to `message` can be told from others."""
    return type(message.get("i")) is int and 0 <= message["i"] <= MAX_INT


def check(message):
    """Raise a Refusal for the first thing in `message`, a dict, that is not as its command has it."""
    name = message.get("c")
    if name is None:
        raise Refusal("MISSING_FIELD", "c")
    if type(name) is not str or name not in COMMANDS:
        raise Refusal("UNKNOWN_COMMAND", "c")
    fields = COMMANDS[name][1]
    known = ["i", "c"] + [field[0] for field in fields]
    extra = sorted([str(key) for key in message if key not in known])
    if extra:
        raise Refusal("UNKNOWN_FIELD", extra[0][:40])
    for field, kind, bounds, _ in fields:
        if field not in message:
            raise Refusal("MISSING_FIELD", field)
        _check_value(field, kind, bounds, message[field])


def raw(text):
    """The bytes that `text` is the base64 of; None unless it is written the one standard way."""
    try:
        data = binascii.a2b_base64(text.encode())
    except ValueError:
        return None
    return data if binascii.b2a_base64(data)[:-1] == text.encode() else None


def _check_value(field, kind, bounds, value):
    if kind == INT:
        if type(value) is not int:
            raise Refusal("WRONG_TYPE", field, "It must be a whole number.")
        if not bounds[0] <= value <= bounds[1]:
            raise Refusal("OUT_OF_RANGE", field, "It must be from %d to %d." % bounds)
        return
    if type(value) is not str:
        raise Refusal("WRONG_TYPE", field, "It must be text.")
    if kind == CHOICE:
        if value not in bounds:
            raise Refusal("OUT_OF_RANGE", field, "It must be one of " + ", ".join(bounds) + ".")
    elif kind == BASE64:
        data = raw(value)
        if data is None or not bounds[0] <= len(data) <= bounds[1]:
            raise Refusal("OUT_OF_RANGE", field, "It must be base64 of %d to %d bytes." % bounds)
    elif kind == TEXT:
        if not bounds[0] <= len(value) <= bounds[1]:
            raise Refusal("OUT_OF_RANGE", field, "It must have %d to %d characters." % bounds)
    elif len(value) != 64 or not all(char in _HEX for char in value):
        raise Refusal("OUT_OF_RANGE", field, "It must be 64 lowercase hex digits.")
