"""The one table of messages: commands, answers, telemetry. Table and laptop import it as it is."""

from firmware.profile.form import PLACES
from firmware.words.languages import LANGUAGES

PROTOCOL = 1
PIECE = 240  # the raw bytes of a profile that one profile.put carries, and one profile.get returns
# Ids run from 0 to this; no integer on the wire leaves the 31 bits that the RP2040 counts in without allocating.
MAX_INT = 0x3FFFFFFF
TELEMETRY_MS = 100  # between two lines of telemetry

# Kinds of field and what `bounds` means for each.
INT = "int"  # (least, most)
TEXT = "text"  # (shortest, longest) in characters
CHOICE = "choice"  # the words allowed
BASE64 = "base64"  # (fewest, most) raw bytes
SHA256 = "sha256"  # 64 lowercase hex digits; no bounds

WHY_LISTS = ("lock", "push", "fault", "cap", "warning")
VERDICTS = ("usable", "locked")
PAGES = (
    "NONE", "LOCKED", "CHOOSE", "ABOUT", "QUESTION", "FELT", "DIZZY", "PAIN", "WARNING", "ARMED", "SESSION", "TIME",
    "FORGET",
)  # fmt: skip
SHOWN = ("dark", "new", "stands")

_REVISION = ("rev", INT, (0, MAX_INT), "counts every profile stored or removed so far, 0: none yet")
_UP = ("up_ms", INT, (0, MAX_INT), "milliseconds since power-on, wrapping after 12.4 days")
_LIMIT = ("lim", INT, (0, 9000), "limit in force in centidegrees, 0 while no session is confirmed")
_ALLOWED = ("lim", INT, (0, 9000), "limit of the verdict in centidegrees, 0 when locked")
_WHO = ("who", TEXT, (0, 24), "id of the profile; empty for the person chosen at the panel")
_COUNT = (0, 999)
_LANGUAGE = ("lang", CHOICE, LANGUAGES, "language of the panel")

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
            ("img", TEXT, (0, 64), "SHA-256 in hex of the running program, taken at start-up; empty: not known"),
        ),
        "Opens the exchange. If the protocol numbers differ, the table answers VERSION and stays read-only.",
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
            ("in", INT, (0, 4095), "the digital inputs, one bit each, as in hal/README.md"),
            ("flt", INT, _COUNT, "code of the strongest active fault, 0 none"),
            ("resp", INT, _COUNT, "code of the response in force, 0 none"),
            ("lock", INT, (0, 1), "1 when locked"),
            ("n_lock", INT, _COUNT, "number of reasons of the lock; read them with why"),
            _REVISION,
            ("bad_crc", INT, (0, MAX_INT), "damaged frames since power-on"),
            ("overlong", INT, (0, MAX_INT), "frames over 512 bytes since power-on"),
            ("unknown", INT, (0, MAX_INT), "undamaged frames without a known command, since power-on"),
            ("failed", INT, (0, MAX_INT), "commands lost inside the table since power-on"),
            ("disp", INT, (0, 1), "1 when the panel's display answers"),
            ("selftest", TEXT, (0, 120), "parts that failed at start-up, separated by spaces; empty: none"),
            _UP,
            ("day", INT, (0, 20991231), "today's date by the table's clock as YYYYMMDD, 0: no valid date"),
            _LANGUAGE,
            ("lang_lost", INT, (0, 1), "1 when the language that was chosen cannot be read, and English stands in"),
            ("gaps", INT, (0, 99), "sentences that the language does not have, shown in English since it is in force"),
        ),
        "What the table is doing now.",
    ),
    "watch": (
        False,
        (("on", INT, (0, 1), "1 starts, 0 stops"),),
        (),
        "Starts or stops telemetry, ten lines a second. Lines are skipped if the laptop does not read them in time.",
    ),
    "clock.set": (
        True,
        (
            ("day", INT, (20260101, 20991231), "today as YYYYMMDD"),
            ("min", INT, (0, 1439), "minute of the day, in the laptop's own time"),
        ),
        (("day", INT, (0, 20991231), "the table's day from now on"),),
        "Sets the table's clock, but shortens no wait: those run on the table's own count too. A time over 23 hours "
        "before that count is refused, and leaves the table without a date.",
    ),
    "language.set": (
        True,
        (("to", CHOICE, LANGUAGES, "the language that the panel is to speak"),),
        (_LANGUAGE,),
        "Changes the language of the panel and keeps it. What the panel shows begins anew: its first page, its second.",
    ),
    "profile.put": (
        True,
        (
            ("off", INT, (0, 4095), "where this piece goes: 0 to start again, else directly behind the last piece"),
            ("d", BASE64, (1, PIECE), "the piece"),
        ),
        (("off", INT, (0, 4096), "where the next piece goes"),),
        "Sends the next piece of a profile. Nothing is stored before profile.commit.",
    ),
    "profile.commit": (
        True,
        (
            ("n", INT, (1, 4096), "length of the whole profile in bytes"),
            ("sha", SHA256, None, "SHA-256 of the whole profile"),
        ),
        (_REVISION, ("verdict", CHOICE, VERDICTS, "the table's own verdict")),
        "Stores the profile that was sent and puts it in force. If it is malformed, it is refused and the previous one "
        "is kept. If it may not be used, it is stored and locks the table.",
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
        "Removes a profile from the table. The record of the person's sessions is kept.",
    ),
    "people": (
        False,
        (("at", INT, (0, PLACES - 1), "which one, from 0"),),
        (
            ("n", INT, (0, PLACES), "how many there are"),
            ("id", TEXT, (1, 24), "id of the profile"),
            ("name", TEXT, (1, 60), "name of the person"),
            ("verdict", CHOICE, VERDICTS, "usable or locked, now"),
            _ALLOWED,
            ("chosen", INT, (0, 1), "1 for the person chosen at the panel"),
        ),
        "The people stored on this table, one at a time.",
    ),
    "progress": (
        False,
        (_WHO,),
        (
            ("step", INT, (0, 99), "steps taken so far"),
            ("cap", INT, (0, 9000), "angle that this step allows, centidegrees"),
            ("s", INT, (0, 600), "seconds below level that it allows in one session"),
            ("done", INT, (0, 99), "completed sessions that count towards the next step"),
            ("need", INT, (0, 99), "how many of them the next step needs"),
            ("days", INT, (0, 99), "days left until the next step is possible"),
            ("today", INT, (0, 255), "sessions begun today"),
            ("most", INT, (0, 99), "most sessions allowed in a day"),
            ("next", INT, (0, 9999), "minutes until the next session may begin"),
            ("hold", INT, (0, 9000), "angle at which the profile holds the steps, centidegrees; 0: it does not"),
            ("worse", INT, (0, 99), "sessions in a row after which the person felt worse"),
            ("before", INT, (0, 11), "pain, 0 to 10, before the last session, and one more; 0: none was said"),
            ("after", INT, (0, 11), "the same after it"),
        ),
        "The table's record of a person's sessions.",
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
            ("shown", CHOICE, SHOWN, "on the display: not at all, not for a second yet, or long enough to agree to"),
        ),
        "What the panel shows. Only its buttons choose or confirm a person; no command does.",
    ),
    "profile.verdict": (
        False,
        (_WHO,),
        (
            ("verdict", CHOICE, VERDICTS, "usable or locked"),
            _ALLOWED,
            ("by", TEXT, (1, 60), "origin of the lowest cap, which sets the limit; lockout when locked"),
            ("n_caps", INT, _COUNT, "number of caps; read them with why"),
            ("n_reasons", INT, _COUNT, "number of reasons of the lock; read them with why"),
            ("n_warnings", INT, _COUNT, "number of warnings shown at the panel; read them with why"),
            ("s", INT, (0, 600), "seconds below level that it allows in one session, 0 when locked"),
        ),
        "The table's verdict on a stored profile, as of now.",
    ),
    "why": (
        False,
        (
            _WHO,
            ("of", CHOICE, WHY_LISTS, "lock, cap, warning: of the verdict. push: of the last push. fault: in force"),
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
        "Reasons and caps, one at a time.",
    ),
}

READ_ONLY = tuple([name for name in COMMANDS if not COMMANDS[name][0]])

# The telemetry line: {"t":"tel", ...} with spaces between, so that every line is equally long.
TELEMETRY = (
    ("n", INT, (0, 999999), "counts lines, wrapping; a gap means skipped lines"),
    ("ms", INT, (0, MAX_INT), "the table's clock in milliseconds, wrapping"),
    ("st", TEXT, (1, 12), "state"),
    ("inv", INT, (-18000, 18000), "inversion angle, centidegrees"),
    _LIMIT,
    ("drv", INT, (-1000, 1000), "drive in permille"),
    ("flt", INT, _COUNT, "code of the strongest active fault, 0 none"),
)
