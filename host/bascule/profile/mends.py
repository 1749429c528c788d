"""How a line with a slip is mended: one small change each, in the order in which they are tried.

Each takes a line without its comment, and gives it as it should be, or as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bascule.profile.signs import PAIR, TEXTS, blanks, dashes, outside, quotes, widths
from bascule.speech.told import Told, later

# What is written for each field, for a line that gives no hint of what was meant.
EXAMPLES = {
    "schema": "schema = 1",
    "id": 'id = "anna"',
    "name": 'name = "Anna"',
    "angle_ref": 'angle_ref = "deg_past_horizontal"',
    "max_inversion_deg": "max_inversion_deg = 25",
    "beyond_60": "beyond_60 = true",
    "hold_deg": "hold_deg = 20",
    "days_per_step": "days_per_step = 14",
    "ask_pain": "ask_pain = true",
    "session_s": "session_s = 180",
    "born": "born = 1980",
    "height_cm": "height_cm = 170",
    "weight_kg": "weight_kg = 68",
    "programme": "programme = { down_s = 30, level_s = 30, times = 3 }",
    "nothing_to_declare": "nothing_to_declare = true",
    "conditions": 'conditions = ["sciatica"]',
    "clearances": "clearances = []",
    "condition": 'condition = "sciatica"',
    "clinician": 'clinician = "A. Example"',
    "role": 'role = "physician"',
    "issued": "issued = 2026-11-01",
    "expires": "expires = 2027-03-01",
}
# Of these fields: in what the number is, and how that may have been written behind it.
NUMBERS = {
    "schema": (later("a whole number"), ()),
    "max_inversion_deg": (later("degrees"), ("°", "deg", "degree", "degrees", "grad")),
    "hold_deg": (later("degrees"), ("°", "deg", "degree", "degrees", "grad")),
    "days_per_step": (later("days"), ("d", "day", "days", "tage")),
    "session_s": (later("seconds"), ("s", "sec", "secs", "second", "seconds", "sek", "sekunden")),
    "born": (later("a year"), ()),
    "height_cm": (later("centimetres"), ("cm", "centimetres", "centimeters", "zentimeter")),
    "weight_kg": (later("kilograms"), ("kg", "kgs", "kilo", "kilos", "kilograms", "kilogramm")),
}
DAYS = ("issued", "expires")
_BOOLEANS = ("beyond_60", "ask_pain", "nothing_to_declare")
_LISTS = ("conditions", "clearances")
_YES = ("yes", "y", "on", "true", "ja", "oui", "si", "sí", "wahr")
_NO = ("no", "n", "off", "false", "nein", "non", "falsch")
_EMPTY = ("", "none", "nothing", "nil", "null", "-", "keine")
_OPENED = ("[", "{", '"', "'")

_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_WORD = re.compile(r"[^\W\d_]")
DAY = re.compile(r"(?<![\d.])(\d{1,4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,4})(?![\d.])")
# A year among words: somebody's way to write a date.
_YEAR_AND_WORD = re.compile(r"(?=.*\b(?:19|20)\d\d\b)(?=.*[^\W\d_]{3})")


def field_of(line: str) -> str:
    """The field that a line begins with, without the table it is in; "" for none."""
    name = _NAME.match(line.strip().strip('"'))
    return name[0].rpartition(".")[2] if name else ""


def is_day(line: str) -> bool:
    """Whether its field is a day, by its name or by what stands there."""
    pair = PAIR.match(line)
    if not pair or (field_of(line) in EXAMPLES and field_of(line) not in DAYS):
        return False
    return field_of(line) in DAYS or line.strip().startswith("since.") or bool(_YEAR_AND_WORD.match(pair["value"]))


def before(lines: list[str], number: int, said: str) -> tuple[int, str, Told] | None:
    """(line, as it should be, why) where a list that is open, or a comma that is missing, shows only further on."""
    if not said.startswith(("Unclosed array", "Unclosed inline table")):
        return None
    for at in range(number, -1, -1):
        line = lines[at].rstrip()
        bare = TEXTS.sub("", line)
        goes_on = lines[number].strip()[:1] in ('"', "'") and number > at
        if goes_on and line.endswith(('"', "'")) and ("=" not in bare or bare.count("[") > bare.count("]")):
            return at, line + ",", later("has no comma behind it")
        for opening, closing in ("[]", "{}"):
            if bare.count(opening) > bare.count(closing) and (at < number or number == len(lines) - 1):
                return at, line.rstrip(",") + closing, later("does not close its {bracket}", bracket=opening)
    return None


def _value(line: str, change: Callable[[str, str], str]) -> str:
    """The line with its value changed: change(field, value without blanks around it)."""
    pair = PAIR.match(line)
    if not pair:
        return line
    value = pair["value"].strip()
    changed = change(field_of(line), value)
    return line if changed == value else pair["field"] + changed


def _assigned(line: str) -> str:
    """`name: x`, `name := x`, `name == x` and `name x` as `name = x`."""
    changed = re.sub(r'^(\s*"?[\w.-]+"?)\s*(?::=|==|=>|:)\s*(?=\S)', r"\1 = ", line)
    if changed == line and "=" not in TEXTS.sub("", line):
        changed = re.sub(r"^(\s*[a-z_0-9.-]+)\s+(?=[\"'\[\d])", r"\1 = ", line)
    return changed


def _one_word(line: str) -> str:
    """A field's name in one word, as they all are."""
    pair = PAIR.match(line)
    name = pair["field"].rstrip("= \t").strip() if pair else ""
    if not pair or not re.fullmatch(r"[A-Za-z]\w*(?:\s+\w+)+", name):
        return line
    return f"{'_'.join(name.split())} = {pair['value']}"


def _comments(line: str) -> str:
    """Without what is a comment elsewhere: // and ; and --."""
    return re.sub(r"(^|\s)(//|;|--\s|/\*).*$", "", line).rstrip()


def _boolean(line: str) -> str:
    def change(field: str, value: str) -> str:
        word = value.strip("\"'").casefold()
        if field not in _BOOLEANS and word not in ("true", "false"):
            return value
        return "true" if word in _YES else "false" if word in _NO else value

    return _value(line, change)


def _day(line: str) -> str:
    """A day as year-month-day, where its parts leave no doubt."""

    def change(one: re.Match[str]) -> str:
        first, sign, middle, last = one.groups()
        if len(first) == 4:
            year, month, day = first, middle, last
        elif len(last) == 4 and (sign == "." or int(middle) > 12 or int(first) > 12 or first == middle):
            year, month, day = (last, first, middle) if int(middle) > 12 else (last, middle, first)
        else:
            return one[0]
        return f"{year}-{int(month):02}-{int(day):02}"

    return _value(line, lambda _, value: outside(value, lambda part: DAY.sub(change, part)))


def _comma(line: str) -> str:
    """22,5 as 22.5."""
    return _value(line, lambda _, value: re.sub(r"^([+-]?\d+),(\d+)(?=\D*$)", r"\1.\2", value))


def _number(line: str) -> str:
    """.5 as 0.5; 5. as 5; 1'000, 1 000 and 007 without what a number has not."""

    def change(_: str, value: str) -> str:
        if not re.fullmatch(r"[+-]?[\d'. ]+", value):
            return value
        number = re.sub(r"(?<=\d)[' ](?=\d)", "", value)
        number = re.sub(r"^([+-]?)(?=\.)", r"\g<1>0", number).removesuffix(".")
        return re.sub(r"^([+-]?)0+(?=\d)", r"\1", number)

    return _value(line, change)


def _unit(line: str) -> str:
    """25 deg as 25, where the number is in that unit."""

    def change(field: str, value: str) -> str:
        found = re.fullmatch(r"([+-]?\d+(?:\.\d+)?)\s*([^\d\s.]+)\.?", value)
        return found[1] if found and found[2].casefold() in NUMBERS.get(field, (Told(""), ()))[1] else value

    return _value(line, change)


def _ends(line: str) -> str:
    """Without a comma or a semicolon behind it."""
    return re.sub(r"\s*[;,]+\s*$", "", line)


def _list(line: str) -> str:
    """What is a list in its brackets; an empty one as []."""

    def change(field: str, value: str) -> str:
        if field not in _LISTS:
            return value
        if value.casefold() in _EMPTY:
            return "[]"
        if value[:1] == "(" and value[-1:] == ")":
            return f"[{value[1:-1]}]"
        return value if value[:1] in "[{" else f"[{value}]"

    return _value(line, change)


def _bare(line: str) -> str:
    """Words without quotes in quotes, also in a list."""

    def quoted(word: str) -> str:
        return f'"{word}"' if word[0] not in _OPENED and "=" not in word else word

    def change(field: str, value: str) -> str:
        if value[:1] == "[":
            closed = value.endswith("]")
            items = [part.strip() for part in value[1 : -1 if closed else None].split(",")]
            inner = ", ".join(quoted(part) for part in items if part)
            return f"[{inner}]" if closed else f"[{inner},"
        if field in NUMBERS or is_day(line) or not _WORD.search(value):
            return value
        return quoted(value)

    if re.fullmatch(r"\s*[\w-]+,?\s*", line):  # one of a list that goes over several lines
        return f'  "{line.strip().rstrip(",")}",'
    return _value(line, change)


def _listed(line: str) -> str:
    """A comma between two texts of a list."""
    return re.sub(r'(?<=[^\s,\[=(])(["\'])\s+(?=["\'])', r"\1, ", line)


def _closed(line: str) -> str:
    """A text that was not closed is, in front of a bracket that closes a list."""
    for quote in ('"', "'"):
        if TEXTS.sub("", line).count(quote) % 2:
            end = re.search(r"\s*[\]},]*\s*$", line)
            at = end.start() if end and "[" in line else len(line)
            return f"{line[:at]}{quote}{line[at:]}"
    return line


def _backslashes(line: str) -> str:
    return TEXTS.sub(lambda text: text[0].replace("\\", "\\\\") if text[0][0] == '"' else text[0], line)


def _headed(line: str) -> str:
    """[since without its bracket, or [[clearances] with one too few."""
    head = re.fullmatch(r"\s*(\[{1,2})\s*([\w.]+)\s*(\]{0,2})\s*", line)
    return f"{head[1]}{head[2]}{']' * len(head[1])}" if head else line


# What is said of the line, and the change.
MENDS: tuple[tuple[Told, Callable[[str], str]], ...] = (
    (later("has a no-break space or another invisible sign"), blanks),
    (later("has full-width signs or digits of another script"), widths),
    (later("has curly or other special quotes instead of straight ones"), quotes),
    (later("has a dash that is no hyphen"), dashes),
    (later("has a comment that does not begin with #"), _comments),
    (later("needs = between field and value"), _assigned),
    (later("has blanks in the name of its field"), _one_word),
    (later("says yes or no in another word than true or false"), _boolean),
    (later("has a date that is not written as year-month-day"), _day),
    (later("has a decimal comma"), _comma),
    (later("has a number in another form"), _number),
    (later("has a unit behind its number"), _unit),
    (later("has a sign too many at its end"), _ends),
    (later("has a list without commas"), _listed),
    (later("has a list without its brackets"), _list),
    (later("has a text that is not closed"), _closed),
    (later("has text without quotes"), _bare),
    (later("has a \\ in its text"), _backslashes),
    (later("does not close its bracket"), _headed),
)
