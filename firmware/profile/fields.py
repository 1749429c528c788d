"""One table of a profile under inspection: what each of its fields must be, and what to say if it is not."""

from firmware.dates import day_number
from firmware.screening.conditions import ANGLE_CDEG

# Entries in a list: more than any person declares, few enough that every reason fits the table's memory.
MAX_ITEMS = 32
KEY_SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789_"
# The most unknown fields that are named one by one.
MOST_NAMED = 10
# Ends of ranges: controls, separators but the space, what only directs or joins other signs, and letters without a
# shape. A name with one of them may look like another name, like none, or turn the line it stands in around.
UNSEEN = (
    0x0, 0x1F, 0x7F, 0xA0, 0xAD, 0xAD, 0x34F, 0x34F, 0x600, 0x605, 0x61C, 0x61C, 0x6DD, 0x6DD, 0x70F, 0x70F,
    0x890, 0x891, 0x8E2, 0x8E2, 0x115F, 0x1160, 0x1680, 0x1680, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x2000, 0x200F,
    0x2028, 0x202F, 0x205F, 0x206F, 0x2800, 0x2800, 0x3000, 0x3000, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF,
    0xFFA0, 0xFFA0, 0xFFF0, 0xFFFB, 0x110BD, 0x110BD, 0x110CD, 0x110CD, 0x13430, 0x1343F, 0x1BCA0, 0x1BCA3,
    0x1D173, 0x1D17A, 0xE0000, 0xE0FFF,
)  # fmt: skip

_KINDS = {
    str: "text", bool: "true or false", list: "a list", dict: "a table", int: "a whole number", float: "a fraction",
}  # fmt: skip

# What to write, by field of the file.
WRITE = {
    "schema": "write schema = 1",
    "id": "write 1 to 24 characters out of a-z 0-9 _ -, as id = 'anna'",
    "name": "write 1 to 60 visible characters, as name = 'Anna'",
    "angle_ref": "write angle_ref = 'deg_past_horizontal': 0 is lying flat, 90 is upside down",
    "max_inversion_deg": "write degrees past horizontal, as max_inversion_deg = 25",
    "beyond_60": "write beyond_60 = true if you want more than 60 degrees, or else a smaller max_inversion_deg",
    "hold_deg": "write the angle that the steps do not pass for now, as hold_deg = 20",
    "days_per_step": "write the days that each step takes, 7 or more, as days_per_step = 14",
    "ask_pain": "write ask_pain = true to be asked for pain, 0 to 10, before and after each session",
    "session_s": "write the longest time head-down in one session in seconds, as session_s = 180",
    "born": "write the year of birth, as born = 1980",
    "height_cm": "write the height in centimetres, as height_cm = 170",
    "weight_kg": "write the weight in kilograms, as weight_kg = 68",
    "programme": "write an intermittent session as programme = { down_s = 30, level_s = 30, times = 3 }",
    "down_s": "write the seconds at the limit each time, as down_s = 30",
    "level_s": "write the seconds at level in between, as level_s = 30",
    "times": "write how many times the table goes down, as times = 3",
    "nothing_to_declare": "write true if there is no condition at all, otherwise false",
    "conditions": "write their names, as conditions = ['sciatica'], or [] together with nothing_to_declare = true",
    "since": "write the date of the operation or event under a line [since], as early_post_op_hip = 2026-09-01",
    "clearances": "write each clearance under its own line [[clearances]]",
    "condition": "write the name of the cleared condition, as in conditions",
    "clinician": "write who gave the clearance in 1 to 60 visible characters, as clinician = 'A. Example'",
    "role": "write role = 'physician' or role = 'orthopaedic_surgeon'",
    "issued": "write the date on which it was given, as issued = 2026-11-01",
    "expires": "write the last date on which it is valid, as expires = 2027-03-01",
}


class Fields:
    """The fields of one table. What is wrong with them goes into `reasons`, as (code, field of the file, text)."""

    def __init__(self, fields, where, reasons):
        self.reasons = reasons
        self._fields = fields
        self._where = where

    def say(self, code, name, text, at=None):
        """One reason about field `name`, or about its item `at`: a number in a list, a key in a table."""
        field = self._where + name
        if at is not None:
            field += "[%d]" % at if type(at) is int else "." + clipped(at)
        self.reasons.append((code, field, field + " " + text + ": " + WRITE[name] + "."))

    def value(self, name, kind, wire="", called=""):
        """The value of field `name` when it is there and of `kind`; None, and a reason, when not.

        `wire` and `called` are given where the file has another name and another word for it.
        """
        wire = wire or name
        if wire not in self._fields:
            self.say("MISSING_FIELD", name, "is missing")
            return None
        found = self._fields[wire]
        if type(found) is not kind:
            words = (called or _KINDS[kind], _KINDS.get(type(found), "something else"))
            self.say("WRONG_TYPE", name, "must be %s, not %s" % words)
            return None
        return found

    def known(self, names):
        """Fields outside `names` are refused, each by its name; of very many, the rest by their number."""
        extra = sorted([clipped(key) for key in self._fields if key not in names])
        for key in extra[:MOST_NAMED]:
            field = self._where + key
            text = field + " is not a known field: take it out, or check its spelling."
            self.reasons.append(("UNKNOWN_FIELD", field, text))
        if len(extra) > MOST_NAMED:
            whole = self._where.rstrip(".")
            text = "%s has %d more unknown fields: take them out."
            self.reasons.append(("UNKNOWN_FIELD", whole, text % (whole or "The profile", len(extra) - MOST_NAMED)))

    def days(self, name, keys):
        """A table of dates by key, each key among `keys`; None for `keys`: any."""
        found = self.value(name, dict)
        if found is not None and len(found) > MAX_ITEMS:
            self._too_many(name, found)
        for key in sorted(found or (), key=str)[:MAX_ITEMS]:
            day = found[key]
            if keys is not None and key not in keys:
                self.say("UNDECLARED", name, "is not among the declared conditions", key)
            elif type(day) is not int:
                self.say("WRONG_TYPE", name, "must be a date, not " + _KINDS.get(type(day), "something else"), key)
            elif day_number(day) == 0:
                self.say("BAD_DATE", name, "must be a date in the years 2000 to 2099, not " + _number(day), key)

    def items(self, name):
        """A list, or None. It should have at most MAX_ITEMS; further entries are not looked at."""
        found = self.value(name, list)
        if found is not None and len(found) > MAX_ITEMS:
            self._too_many(name, found)
        return found

    def _too_many(self, name, found):
        text = "has %d entries, but may have only %d; the rest were not checked"
        self.say("TOO_MANY", name, text % (len(found), MAX_ITEMS))

    def choice(self, name, options, kind):
        """One of a few values."""
        found = self.value(name, kind)
        if found is not None and found not in options:
            self.say("WRONG_VALUE", name, "is not a known value")

    def signs(self, name, signs, longest):
        """A short word of plain signs."""
        found = self.value(name, str)
        if found is not None and not made_of(found, signs, longest):
            self.say("WRONG_VALUE", name, "is too long or has other characters")

    def words(self, name):
        """1 to 60 characters of any script that can be seen, not only spaces."""
        found = self.value(name, str)
        if found is None:
            return
        if not found.strip(" ") or len(found) > 60:
            self.say("WRONG_VALUE", name, "is empty or too long")
        unseen = [char for char in found if _is_unseen(ord(char))]
        if unseen:
            self.say("WRONG_VALUE", name, "has an invisible character, U+%04X" % ord(unseen[0]))

    def whole(self, name, bounds):
        """A whole number within bounds, both included."""
        found = self.value(name, int)
        if found is not None and not bounds[0] <= found <= bounds[1]:
            self.say("OUT_OF_RANGE", name, "must be from %d to %d, not %s" % (bounds + (_number(found),)))

    def angle(self, name="max_inversion_deg"):
        """A field in degrees, which travels in centidegrees under the name that says so."""
        found = self.value(name, int, name[:-3] + "cdeg", "a number")
        if found is not None and not ANGLE_CDEG[0] <= found <= ANGLE_CDEG[1]:
            words = (ANGLE_CDEG[0] // 100, ANGLE_CDEG[1] // 100, _degrees(found))
            self.say("OUT_OF_RANGE", name, "must be from %d to %d, not %s" % words)

    def day(self, name) -> int:
        """The day number of a date, or 0."""
        found = self.value(name, int)
        number = day_number(found)
        if found is not None and number == 0:
            self.say("BAD_DATE", name, "must be a date in the years 2000 to 2099")
        return number


def made_of(text, signs, longest) -> bool:
    """Whether `text` is text of 1 to `longest` characters, all among `signs`."""
    return type(text) is str and 1 <= len(text) <= longest and all(char in signs for char in text)


def _is_unseen(code):
    if 0x20 <= code < 0x7F:
        return False
    return any([UNSEEN[at] <= code <= UNSEEN[at + 1] for at in range(0, len(UNSEEN), 2)])


def _number(value):
    return str(value)[:12]


def _degrees(cdeg):
    sign = "-" if cdeg < 0 else ""
    return _number("%s%d.%02d" % (sign, abs(cdeg) // 100, abs(cdeg) % 100))


def clipped(key):
    """Any name of a field, made safe to show anywhere."""
    return "".join([char if " " <= char <= "~" and char not in '"\\$' else "?" for char in str(key)[:40]])
