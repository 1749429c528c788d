"""The one table of messages: commands, answers, telemetry, errors. Table and laptop import it as it is."""

from firmware.profile.form import PLACES

PROTOCOL = 1

# The raw bytes of a profile that one profile.put carries, and one profile.get returns.
PIECE = 240
# Ids run from 0 to this; no integer on the wire leaves the 31 bits that the RP2040 counts in without allocating.
MAX_INT = 0x3FFFFFFF
# Between two lines of telemetry.
TELEMETRY_MS = 100

# Kinds of field and what `bounds` means for each.
INT = "int"  # (least, most)
TEXT = "text"  # (shortest, longest) in characters
CHOICE = "choice"  # the words allowed
BASE64 = "base64"  # (fewest, most) raw bytes
SHA256 = "sha256"  # 64 lowercase hex digits; no bounds

WHY_LISTS = ("lock", "push", "fault", "cap", "warning")
VERDICTS = ("usable", "locked")
PAGES = ("NONE", "LOCKED", "CHOOSE", "QUESTION", "WARNING", "ARMED", "SESSION")

_REVISION = ("rev", INT, (0, MAX_INT), "counts the profiles ever stored or removed, 0 none yet")
_UP = ("up_ms", INT, (0, MAX_INT), "milliseconds since power-on, wrapping after 12.4 days")
_LIMIT = ("lim", INT, (0, 9000), "limit in force in centidegrees, 0 while no session is confirmed")
_ALLOWED = ("lim", INT, (0, 9000), "limit of the verdict in centidegrees, 0 when locked")
_WHO = ("who", TEXT, (0, 24), "id of the profile; empty for the person chosen at the panel")
_COUNT = (0, 999)

# By name: changes something on the table (and needs a hello first), fields, fields of the answer, what it does.
# A field: name, kind, bounds, meaning. Every field is required and no other is allowed.
COMMANDS = {
    "hello": (
        False,
        (("p", INT, (0, MAX_INT), "protocol number of the laptop"),),
        (
            ("p", INT, (0, MAX_INT), "protocol number of the table"),
            ("fw", TEXT, (1, 16), "firmware version"),
            ("sn", TEXT, (1, 32), "serial of the table"),
            _REVISION,
            _UP,
            ("img", TEXT, (0, 64), "SHA-256 in hex of the program that runs, taken at its start; empty: not known"),
        ),
        "Opens the exchange. With another protocol number the table answers VERSION and stays read-only.",
    ),
    "status": (
        False,
        (),
        (
            ("st", TEXT, (1, 12), "state"),
            ("inv", INT, (-18000, 18000), "inversion angle by the tilt sensor, centidegrees"),
            _LIMIT,
            ("pos", INT, (-18000, 18000), "inversion angle by the position sensor, centidegrees"),
            ("rate", INT, (-99999, 99999), "centidegrees per second, + is head-down"),
            ("drv", INT, (-1000, 1000), "drive in permille, + is head-down"),
            ("ma", INT, (0, 99999), "motor current, milliamperes"),
            ("mv", INT, (0, 99999), "supply, millivolts"),
            ("bat", INT, (0, 99999), "battery, millivolts"),
            ("in", INT, (0, 4095), "the digital inputs, a bit each, as in hal/README.md"),
            ("flt", INT, _COUNT, "code of the strongest active fault, 0 none"),
            ("resp", INT, _COUNT, "code of the response in force, 0 none"),
            ("lock", INT, (0, 1), "1 when locked"),
            ("n_lock", INT, _COUNT, "reasons of the lock: read them with why"),
            _REVISION,
            ("bad_crc", INT, (0, MAX_INT), "frames torn or damaged since power-on"),
            ("overlong", INT, (0, MAX_INT), "frames over 512 bytes since power-on"),
            ("unknown", INT, (0, MAX_INT), "frames in order that were no known command, since power-on"),
            ("failed", INT, (0, MAX_INT), "commands lost inside the table since power-on"),
            ("disp", INT, (0, 1), "1 when the panel's display answers"),
            (
                "selftest",
                TEXT,
                (0, 120),
                "parts of the board that failed at start-up, a space between; empty: none",
            ),
            _UP,
            ("day", INT, (0, 20991231), "the table's day as YYYYMMDD, 0 without a valid one"),
        ),
        "What the table is doing now.",
    ),
    "watch": (
        False,
        (("on", INT, (0, 1), "1 starts, 0 stops"),),
        (),
        "Starts or stops telemetry, ten lines a second. Lines are left out when the laptop does not read them.",
    ),
    "clock.set": (
        True,
        (
            ("day", INT, (20260101, 20991231), "today as YYYYMMDD"),
            ("min", INT, (0, 1439), "minute of the day, in the laptop's own time"),
        ),
        (("day", INT, (0, 20991231), "the table's day from now on"),),
        "Sets the table's clock. A time over an hour before the newest one it knows, or a day, leaves it without.",
    ),
    "profile.put": (
        True,
        (
            ("off", INT, (0, 4095), "where this piece goes: 0 starts afresh, else right behind the last one"),
            ("d", BASE64, (1, PIECE), "the piece"),
        ),
        (("off", INT, (0, 4096), "where the next piece goes"),),
        "Brings the next piece of a profile. Nothing is stored yet.",
    ),
    "profile.commit": (
        True,
        (
            ("n", INT, (1, 4096), "length of the whole profile in bytes"),
            ("sha", SHA256, None, "SHA-256 of the whole profile"),
        ),
        (
            _REVISION,
            ("verdict", CHOICE, VERDICTS, "the table's own verdict"),
        ),
        "Stores the profile that was put and puts it in force. A profile that is not in form is refused, and the one "
        "before stays; one that may not be used is stored and locks.",
    ),
    "profile.get": (
        False,
        (_WHO, ("off", INT, (0, 4095), "where to read")),
        (
            ("n", INT, (0, 4096), "length of the whole profile in bytes"),
            ("d", BASE64, (0, PIECE), "the piece at off; empty at and past the end"),
            _REVISION,
        ),
        "Reads a stored profile back, byte for byte as it was pushed.",
    ),
    "profile.remove": (
        True,
        (_WHO,),
        (_REVISION,),
        "Takes a profile off the table. What was counted of the person's sessions stays.",
    ),
    "people": (
        False,
        (("at", INT, (0, PLACES - 1), "which one, from 0"),),
        (
            ("n", INT, (0, PLACES), "how many there are"),
            ("id", TEXT, (1, 24), "id of the profile"),
            ("name", TEXT, (1, 60), "what the person is called"),
            ("verdict", CHOICE, VERDICTS, "usable or locked, now"),
            _ALLOWED,
            ("chosen", INT, (0, 1), "1 for the person chosen at the panel"),
        ),
        "Who is stored on this table, one by one.",
    ),
    "progress": (
        False,
        (_WHO,),
        (
            ("step", INT, (0, 99), "steps taken so far"),
            ("cap", INT, (0, 9000), "angle that this step allows, centidegrees"),
            ("s", INT, (0, 600), "seconds below level that it allows in one session"),
            ("done", INT, (0, 99), "sessions completed at this step, as far as they count"),
            ("need", INT, (0, 99), "how many the next step takes"),
            ("days", INT, (0, 99), "days that the next step still takes"),
            ("today", INT, (0, 255), "sessions begun today"),
            ("most", INT, (0, 99), "sessions that a day may have"),
            ("next", INT, (0, 9999), "minutes until the next session may begin"),
        ),
        "What the table remembers of a person's sessions.",
    ),
    "panel": (
        False,
        (),
        (
            ("page", CHOICE, PAGES, "what is shown"),
            ("l1", TEXT, (0, 21), "first line"),
            ("l2", TEXT, (0, 21), "second line"),
            ("l3", TEXT, (0, 21), "third line"),
            ("l4", TEXT, (0, 21), "fourth line"),
        ),
        "What the panel shows. No command chooses or confirms anybody: only its buttons do.",
    ),
    "profile.verdict": (
        False,
        (_WHO,),
        (
            ("verdict", CHOICE, VERDICTS, "usable or locked"),
            _ALLOWED,
            ("by", TEXT, (1, 60), "origin of the cap that binds; lockout when locked"),
            ("n_caps", INT, _COUNT, "caps: read them with why"),
            ("n_reasons", INT, _COUNT, "reasons of the lock: read them with why"),
            ("n_warnings", INT, _COUNT, "warnings to be read at the panel: read them with why"),
            ("s", INT, (0, 600), "seconds below level that it allows in one session, 0 when locked"),
        ),
        "What the table makes of a stored profile now.",
    ),
    "why": (
        False,
        (
            _WHO,
            (
                "of",
                CHOICE,
                WHY_LISTS,
                "lock, cap, warning: of the verdict. push: of the last push. fault: in force",
            ),
            ("at", INT, _COUNT, "which one, from 0"),
        ),
        (
            ("n", INT, _COUNT, "how many there are"),
            ("code", TEXT, (1, 24), "short name of the reason"),
            ("field", TEXT, (0, 80), "field of the profile file, for push; else empty"),
            ("text", TEXT, (1, 400), "the reason in words; for a cap its origin"),
            ("cdeg", INT, (0, 9000), "the cap in centidegrees; 0 for the other lists"),
            ("key", TEXT, (0, 40), "key of the condition that it speaks of, for lock, cap, warning; empty: of none"),
        ),
        "Reasons and caps, one by one.",
    ),
}

READ_ONLY = tuple([name for name in COMMANDS if not COMMANDS[name][0]])

# The telemetry line: {"t":"tel", ...} with spaces between, so that every line is equally long.
TELEMETRY = (
    ("n", INT, (0, 999999), "counts lines, wrapping: a gap is a line left out"),
    ("ms", INT, (0, MAX_INT), "the table's clock in milliseconds, wrapping"),
    ("st", TEXT, (1, 12), "state"),
    ("inv", INT, (-18000, 18000), "inversion angle, centidegrees"),
    _LIMIT,
    ("drv", INT, (-1000, 1000), "drive in permille"),
    ("flt", INT, _COUNT, "code of the strongest active fault, 0 none"),
)

# By code: what happened, what to do. An error of a command carries its id; the first four may come without one.
ERRORS = {
    "BAD_CRC": ("A frame came torn or damaged and was ignored.", "Send it again."),
    "OVERLONG": ("A frame was over 512 bytes and was ignored.", "Send shorter ones."),
    "BAD_JSON": ("A frame holds no JSON object and was ignored.", "Write one JSON object in each frame."),
    "NO_ID": ("A command has no id and was ignored.", "Give it a field i from 0 to 1073741823."),
    "UNKNOWN_COMMAND": (
        "The table knows no such command.",
        "Update the table's firmware, or use an older laptop tool.",
    ),
    "UNKNOWN_FIELD": ("The command has no such field.", "Leave the field out."),
    "MISSING_FIELD": ("The command lacks a field.", "Send all its fields."),
    "WRONG_TYPE": ("A field is of the wrong type.", "Send what the table of messages says."),
    "OUT_OF_RANGE": ("A field is out of its range.", "Keep to the range in the table of messages."),
    "VERSION": ("Laptop and table speak different protocols.", "Update the older of the two."),
    "HELLO_FIRST": ("Nothing may be changed before a hello with the table's protocol number.", "Say hello first."),
    "NOT_UPRIGHT": (
        "A profile is taken, and one that is not chosen read, only upright.",
        "Bring the table upright and try again.",
    ),
    "BUSY": (
        "A profile is taken, and one that is not chosen read, only at rest, and a session is beginning.",
        "Let go of the buttons and try again.",
    ),
    "OFFSET": ("The piece does not follow the last one.", "Put the profile again, from its start."),
    "NOTHING_PUT": ("There is nothing to commit.", "Put the profile first."),
    "LENGTH": ("The length does not match what was put, and nothing was stored.", "Put the profile again."),
    "DIGEST": ("The digest does not match what was put, and nothing was stored.", "Put the profile again."),
    "REFUSED": ("The profile is not in form, and the one before stays.", "Ask why of push, and correct the file."),
    "FULL": ("The table holds %d people already." % PLACES, "Remove one of them first."),
    "FULL_RECORDS": (
        "The table remembers 64 people, and what it remembers of each may still matter.",
        "Use an id that it knows, or wait: a person's record is given up half a year after the profile was removed.",
    ),
    "NO_SUCH_PERSON": ("Nobody of that id is stored on this table.", "Ask people who there is."),
    "NOT_STORED": ("The profile could not be written, and the one before stays.", "Switch the table off and on."),
    "STORED_NEWER": (
        "A newer firmware has stored what this one cannot read, and nothing was changed.",
        "Update the table's firmware. A profile that it cannot read may be removed, if it is to be given up.",
    ),
    "BAD_DAY": ("This is no day of the calendar.", "Set this computer's clock and try again."),
    "CLOCK_BACKWARDS": (
        "The table has logged a later time. One of the two clocks is wrong, and for now the table has no date.",
        "If this computer's time is right, switch the table off, hold OK while switching it on, and connect again.",
    ),
    "CLOCK_LEAP": (
        "The day is over ten years past the newest one that the table knows.",
        "Set this computer's clock and try again.",
    ),
    "CLOCK_FAILED": (
        "The table's clock does not take or keep the time, so it has no valid date.",
        "Switch the table off and on and try again; if it stays so, the clock chip or the flash needs service.",
    ),
    "PAST_END": ("There is no such entry.", "Stop at the number that n says."),
}


def sentence(code) -> str:
    """What error `code` says has happened; empty for a code that is not known here."""
    return ERRORS[code][0] if code in ERRORS else ""


def hint(code) -> str:
    """What to do about error `code`; empty for a code that is not known here."""
    return ERRORS[code][1] if code in ERRORS else ""
