"""The one form of a command, checked on its bytes (docs/protocol.md, Frames).

JSON readers are lenient, each in its own way. What is not in this form is refused on every interpreter alike.
"""

# Printable ASCII: whatever a command may say can be written with it.
_FIRST, _LAST = 0x20, 0x7E
# No command has more than five fields.
_MOST_FIELDS = 8
_MOST_DIGITS = 10
# No command takes them, and whoever sends one is told in which field.
_WORDS = {"true": True, "false": False, "null": None}
_WRONG = ()


def read(body):
    """The fields of the command in `body`, bytes, as a dict; None when it is not in the form."""
    if not body or min(body) < _FIRST or max(body) > _LAST or b"\\" in body:
        return None
    # Names and texts stand at the odd places, what is between them at the even ones.
    parts = body.decode().split('"', 4 * _MOST_FIELDS)
    last = len(parts) - 1
    if parts[0] != "{" or not last:
        return None
    found = {}
    at = 1
    while at < last:
        name, value, after = parts[at], _WRONG, parts[at + 1]
        at += 2
        if after == ":" and at < last:
            value, after = parts[at], parts[at + 1]
            at += 2
        elif after[:1] == ":":
            value, after = _plain(after[1:-1]), after[-1:]
        if value is _WRONG or name in found or len(found) == _MOST_FIELDS or after != ("," if at < last else "}"):
            return None
        found[name] = value
    return found if at > last else None


def _plain(text):
    """The whole number, or the word, that `text` is; _WRONG when it is written in any but the one way."""
    if text in _WORDS:
        return _WORDS[text]
    digits = text[1:] if text[:1] == "-" else text
    if not digits.isdigit() or len(digits) > _MOST_DIGITS or (digits[0] == "0" and text != "0"):
        return _WRONG
    return int(text)
