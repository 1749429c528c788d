"""Signs that a word processor or another keyboard puts where a profile file needs a plain one: quotes, dashes, blanks,
digits. Each takes a line without its comment, and gives it with plain ones, or as it was.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

# By number, for many look like another: curly, low, angled, prime, CJK and full-width quotes, the ` and the accent.
_QUOTES = (
    "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u2018\u2019\u201a\u201b\u2032\u2033\u2035\u2036"
    "\u300c\u300d\u300e\u300f\u301d\u301e\u301f\uff02\uff07`\u00b4\u02ee"
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_COMMAS = "\u3001\uff0c\u060c"
_UNSEEN = ("Cf", "Cc")
_ANY_QUOTE = {*_QUOTES, '"', "'"}

PAIR = re.compile(r"^(?P<field>[^=]*?\s*=\s*)(?P<value>.*)$")
TEXTS = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'')
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DOUBLED = re.compile(r"^(?:,,|'')([^'\"]*)''$")


def outside(line: str, change: Callable[[str], str]) -> str:
    """The line with every part changed that stands in no text."""
    parts, at = [], 0
    for text in TEXTS.finditer(line):
        parts += [change(line[at : text.start()]), text[0]]
        at = text.end()
    return "".join([*parts, change(line[at:])])


def _each(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda line: outside(line, lambda part: "".join(map(change, part)))


def _blank(sign: str) -> str:
    if sign == "\t" or (sign.isascii() and sign.isprintable()):
        return sign
    kind = unicodedata.category(sign)
    return " " if kind in ("Zs", "Zl", "Zp") else "" if kind in _UNSEEN else sign


def _plain(sign: str) -> str:
    """A sign of full width, or a digit of another script, as a keyboard has it."""
    if sign.isascii() or sign in _QUOTES or sign in _DASHES:
        return sign
    plain = unicodedata.normalize("NFKC", sign)
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(digit)
    return "," if sign in _COMMAS else plain if plain.isascii() else sign


# No-break and other blanks, and what nobody sees.
blanks = _each(_blank)
widths = _each(_plain)
dashes = _each(lambda sign: "-" if sign in _DASHES else sign)


def quotes(line: str) -> str:
    """Any kind of quote around a text as a straight one. Those within it stay."""
    pair = PAIR.match(line)
    field, value = (pair["field"], pair["value"]) if pair else ("", line)
    inner = value.strip()
    doubled = _DOUBLED.match(inner)
    if doubled:
        return f'{field}"{doubled[1]}"'
    if not any(sign in _QUOTES for sign in line):
        return line
    field = "".join(map(_straight_sign, field))
    if inner[:1] == "[" and inner[-1:] == "]":
        return f"{field}[{', '.join(_straight(one) for one in inner[1:-1].split(','))}]"
    return field + (_straight(inner[:-1]) + "," if inner.endswith(",") else _straight(value))


def _straight(text: str) -> str:
    inner = text.strip()
    ends = {inner[:1], inner[-1:]}
    if len(inner) > 1 and ends & set(_QUOTES) and ends <= _ANY_QUOTE:
        plain = inner[1:-1].replace("\\", "").replace('"', "'")
        return plain if _ISO_DAY.fullmatch(plain) else f'"{plain}"'
    return outside(text, lambda part: "".join(map(_straight_sign, part)))


def _straight_sign(sign: str) -> str:
    return '"' if sign in _QUOTES else sign
