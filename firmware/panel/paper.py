"""Text as the panel shows it: its own signs, words whole on lines of 21, and lines on pages of three."""

from firmware.panel import font

WIDTH = 21
ROWS = 3  # below the head line
NOBODY = "Nobody"
TENTHS, WHOLE = "%d.%d", "%d"
# Names that are equal up to so many characters look the same at a glance.
_ALIKE = 16

# What stands for the Latin letters from U+00C0 on.
_LATIN = (
    "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"
    "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs"
)


def plain(text):
    """`text` in signs that the panel has: other letters without their marks, ? for what it has no sign for."""
    if _is_ascii(text):
        return text
    rest = text
    # A text of a language is looked through at once: sign by sign it would take several times as long.
    for letter in font.LETTERS:
        rest = rest.replace(letter, "")
    return text if _is_ascii(rest) else "".join([_sign(ord(char)) for char in text])


def _is_ascii(text):
    """Whether it has printable signs of ASCII only."""
    raw = text.encode()
    return not raw or (min(raw) >= 0x20 and max(raw) < 0x7F)


def laid(text):
    """`text` in lines, at least one. A word goes whole on one line; one that is longer than a line goes on below."""
    lines, line = [], ""
    for word in plain(text).split():
        if line and len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line = word
        else:
            line = line + " " + word if line else word
        while len(line) > WIDTH:
            # A condition's key is best cut between its words.
            cut = line.rfind("_", 0, WIDTH) + 1 or WIDTH
            lines.append(line[:cut])
            line = line[cut:]
    lines.append(line)
    return lines


def count(lines):
    """How many pages the lines of a text take."""
    return (len(lines) + ROWS - 1) // ROWS


def head(left, right):
    """A line with `right` at its end, whole, and of `left` what fits before it."""
    left = left[: WIDTH - len(right) - 1]
    return left + " " * (WIDTH - len(left) - len(right)) + right


def degrees(cdeg):
    """An angle in degrees, with its tenth where it has one: a text of firmware/texts.py."""
    return (TENTHS, cdeg // 100, cdeg // 10 % 10) if cdeg % 100 else (WHOLE, cdeg // 100)


class Names:
    """name_of, worked out once as long as the people stay the same: it costs a millisecond for each of them."""

    def __init__(self):
        self._found = {}
        self._revision = -1

    def of(self, people, place, room=WIDTH):
        """What name_of gives."""
        if people.revision != self._revision:
            self._revision = people.revision
            self._found.clear()
        key = place * (WIDTH + 1) + room
        if key not in self._found:
            self._found[key] = name_of(people, place, room)
        return self._found[key]


def name_of(people, place, room=WIDTH):
    """What the person of `place`, from 0, is called in `room` signs; by number of the list where another's name looks
    the same.

    A name without one sign that the panel has is shown by its id.
    """
    name = _called(people, place)[:room]
    others = [at for at, who in enumerate(people.ids) if who and at != place]
    if any([_called(people, at)[: min(room, _ALIKE)] == name[:_ALIKE] for at in others]):
        mark = " #%d" % (len([at for at in others if at < place]) + 1)
        return name[: room - len(mark)] + mark
    return name


def _called(people, place):
    name = " ".join(plain(people.names[place]).split())
    return name if name.replace("?", "").strip() else people.ids[place]


def _sign(code):
    if 0x20 <= code < 0x7F or chr(code) in font.LETTERS:
        return chr(code)
    if 0x300 <= code < 0x370:
        return ""  # a mark of the letter before it
    return _LATIN[code - 0xC0] if 0xC0 <= code < 0xC0 + len(_LATIN) else "?"
