"""The errors of the link: what happened, and what to do. Table and laptop import it as it is."""

from firmware.profile.form import PLACES

_VOUCH = "If this computer's time is right, press OK at the table's panel until it asks for the time, then UP."
# By code: what happened, what to do. An error of a command carries its id; the first five may come without one.
ERRORS = {
    "BAD_CRC": ("A frame arrived damaged and was ignored.", "Send it again."),
    "OVERLONG": ("A frame was longer than 512 bytes and was ignored.", "Send shorter frames."),
    "TOO_FAST": (
        "Commands came faster than they can be answered; of those that waited only the newest was kept.",
        "Send the next command when the last is answered.",
    ),
    "BAD_JSON": ("A frame held no command in its one form and was ignored.", "Write it as docs/protocol.md says."),
    "NO_ID": ("A command has no id and was ignored.", "Give it a field i from 0 to 1073741823."),
    "UNKNOWN_COMMAND": (
        "The table does not know this command.",
        "Update the table's firmware, or use an older laptop tool.",
    ),
    "UNKNOWN_FIELD": ("The command has a field that the table does not know.", "Leave the field out."),
    "MISSING_FIELD": ("A field of the command is missing.", "Send all fields of the command."),
    "WRONG_TYPE": ("A field has the wrong type.", "Send the type given in the table of messages."),
    "OUT_OF_RANGE": ("A field is out of range.", "Keep to the range given in the table of messages."),
    "VERSION": ("The laptop and the table use different protocols.", "Update the older of the two."),
    "HELLO_FIRST": ("Changes are allowed only after a hello with the table's protocol number.", "Send hello first."),
    "NOT_UPRIGHT": (
        "The table must be upright to change profiles or language, or to read any but the chosen person's.",
        "Bring the table upright and try again.",
    ),
    "BUSY": (
        "A session is beginning. The table must be at rest to change profiles or language, or to read any but the "
        "chosen person's.",
        "Let go of the buttons and try again.",
    ),
    "OFFSET": ("This piece does not follow the last one.", "Send the profile again from its start."),
    "NOTHING_PUT": ("There is nothing to commit.", "Send the profile first."),
    "LENGTH": ("The length does not match what was sent. Nothing was stored.", "Send the profile again."),
    "DIGEST": ("The digest does not match what was sent. Nothing was stored.", "Send the profile again."),
    "REFUSED": (
        "The profile is malformed; the previous one is kept.",
        "Ask for the reasons with why, and correct the file.",
    ),
    "FULL": ("The table already holds %d people." % PLACES, "Remove one of them first."),
    "FULL_RECORDS": (
        "The table already remembers 64 people who had sessions here, and each of their records may still matter.",
        "Use an id that it knows, or wait: the record of a removed profile is deleted after half a year.",
    ),
    "NO_SUCH_PERSON": ("Nobody with this id is stored on the table.", "The command people lists who is stored."),
    "NOT_STORED": (
        "The profile could not be written; the previous one is kept.",
        "Switch the table off and on, then try again.",
    ),
    "LANGUAGE_NOT_STORED": (
        "The language could not be written; the table keeps the one before.",
        "Switch the table off and on, then try again.",
    ),
    "FLASH_FULL": (
        "The table's storage is full. Nothing was changed.",
        "Remove the files that are not the table's, as docs/hardware/README.md says. Do not erase the storage.",
    ),
    "STORED_NEWER": (
        "A newer firmware stored something that this one cannot read. Nothing was changed.",
        "Update the table's firmware. To give up a profile that it cannot read, remove it.",
    ),
    "BAD_DAY": ("This is not a valid date.", "Set this computer's clock and try again."),
    "CLOCK_BACKWARDS": (
        "The table has counted past this time. One of the two clocks is wrong, so the table has no date for now.",
        _VOUCH,
    ),
    "CLOCK_LOST": ("The table cannot check this time: its record is damaged and its clock has stopped.", _VOUCH),
    "CLOCK_LEAP": (
        "This date is more than ten years after the latest one that the table knows.",
        "Set this computer's clock and try again.",
    ),
    "CLOCK_FAILED": (
        "The table's clock does not take or keep the time, so the table has no valid date.",
        "Switch the table off and on, then try again. If that does not help, have clock chip and flash checked.",
    ),
    "PAST_END": ("There is no such entry.", "Stop at the number given by n."),
}


def sentence(code) -> str:
    """What error `code` says has happened; empty for a code that is not known here."""
    return ERRORS[code][0] if code in ERRORS else ""


def hint(code) -> str:
    """What to do about error `code`; empty for a code that is not known here."""
    return ERRORS[code][1] if code in ERRORS else ""
