"""`bascule doctor`, at the table: the parts of the board that failed at start-up."""

from __future__ import annotations

from bascule.doctor.finding import Finding, fine, trouble
from bascule.speech.told import later, lines

_AT_THE_PARTS = later("Switch the table off and check the wiring of these parts (docs/hardware/wiring.md).")
_ANEW = later(
    "If only `flash` failed: switch the table off, hold OK while switching it on, and let go of it within 5 s. This "
    "erases the storage that cannot be read, with everything in it. Then push the profiles again. If `flash` still "
    "fails, the flash chip cannot be written: have the board replaced."
)
_ROOM = later(
    "`flash_full` means that the table's storage is full. What it holds is whole: do not erase it. Files that are not "
    "the table's take the room, and can be removed in maintenance (docs/hardware/README.md)."
)
_VOLTS = later("`volts` means the wire from ANALOG_SELECT to the 74LVC1G3157, or the resistor there.")
_STRANGER = later(
    "`{chip}` means that a chip answers there with that id: neither an LSM6DSOX (6ch at address 6ah) nor an MPU-6050 "
    "(68h at 69h), whatever is printed on it. Fit one of these two, strapped to its address (docs/hardware/parts.md)."
)
_PROGRAM = later("`program` means that the image in flash has changed: install it again with `bascule deploy`.")


def checked(failed: tuple[str, ...]) -> Finding:
    """Trouble if there are any, with what is known of each."""
    if failed:
        told = {"program": _PROGRAM, "volts": _VOLTS, "flash": _ANEW, "flash_full": _ROOM}
        more = [words for name, words in told.items() if name in failed]
        more += [later(_STRANGER, chip=name) for name in failed if name.startswith("imu=")]
        if failed == ("flash_full",):
            return trouble("self-test", later("the table's storage is full"), _ROOM)
        return trouble(
            "self-test",
            later("failed at start-up: {parts}", parts=", ".join(failed)),
            lines(_AT_THE_PARTS, *more, between=" "),
        )
    return fine("self-test", later("every part of the board answered at start-up"))
