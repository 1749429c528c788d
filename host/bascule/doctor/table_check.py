"""`bascule doctor`, at the table: versions, self-test, sensors, power, STOP, locks, clock and profile, as it tells."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable
from dataclasses import dataclass

from bascule.doctor import language_check
from bascule.doctor.finding import Finding, fine, trouble, unknown
from bascule.errors import LOCKED_OUT
from bascule.facts import Reason
from bascule.table import language, people, why
from bascule.table.client import Table
from bascule.table.hello import short
from bascule.table.language import Language
from bascule.table.why import Fault
from firmware.safety.checks import BATTERY_MV
from firmware.version import VERSION
from hal import contract

# Enough that a sensor which lives shows its noise, over ten periods of the table's loop.
_LOOKS, _APART_S = 5, 0.05
# The mechanical stops stand at -72 and 92 degrees; beyond that no table goes.
_LOWEST_DEG, _HIGHEST_DEG = -75.0, 95.0
_APART_DEG = 5.0
# From a 24 V supply at the low end of its tolerance to the most that the bridge bears in use (docs/hardware/parts.md).
_SUPPLY_V = (21.0, 27.5)
_STOP_CLOSED, _LOCK_LEFT, _LOCK_RIGHT = (
    1 << bit for bit in (contract.STOP_CLOSED, contract.LOCK_LEFT, contract.LOCK_RIGHT)
)
_SENSE_FAULTS = (
    "IMU_STALE", "IMU_FROZEN", "IMU_IMPLAUSIBLE", "MISMOUNTED", "SENSES_DISAGREE", "POSITION_LOST", "TIPPED",
)  # fmt: skip
_AT_THE_PARTS = "Switch the table off and check the wiring of these parts (docs/hardware/wiring.md)."
_ANEW = (
    "If only `flash` failed: switch the table off, hold OK while switching it on, and let go of it within 5 s. This "
    "erases the storage that cannot be read, with everything in it. Then push the profiles again. If `flash` still "
    "fails, the flash chip cannot be written: have the board replaced."
)
_ROOM = (
    "`flash_full` means that the table's storage is full. What it holds is whole: do not erase it. Files that are not "
    "the table's take the room, and can be removed in maintenance (docs/hardware/README.md)."
)
_VOLTS = "`volts` means the wire from ANALOG_SELECT to the 74LVC1G3157, or the resistor there."
_STRANGER = (
    "`{}` means that a chip answers there with that id: neither an LSM6DSOX (6ch at address 6ah) nor an MPU-6050 (68h "
    "at 69h), whatever is printed on it. Fit one of these two, strapped to its address (docs/hardware/parts.md)."
)
_SETS = "`bascule status` sets it to this computer's time, as every command that connects does, except this one."
# Around midnight the two may be of different days.
_DRIFT = datetime.timedelta(minutes=2)
_PROGRAM = "`program` means that the image in flash has changed: install it again with `bascule deploy`."
# What locks a person for a while though nothing is wrong.
_WAITS = ("WAIT", "ENOUGH_TODAY", "TODAY")
# What a longer wait may come from.
_CLOCKS = ("CLOCK_APART", "CLOCK_ANEW")
_RIGHT_PLACE = "Have its mounting and its cable checked (docs/hardware/calibration.md)."


@dataclass(frozen=True, slots=True)
class Look:
    """What a table said of one moment; angles past horizontal. `inputs`: a bit each, as in hal/README.md.

    `day` is YYYYMMDD; 0 is none, and less is a table that does not tell it.
    """

    inversion_deg: float
    position_deg: float
    rate_deg_per_s: float
    supply_v: float
    battery_v: float
    inputs: int
    display_answers: bool
    panel: Language
    selftest: tuple[str, ...]
    day: int
    faulty: bool
    locked: bool
    lock_reasons: int


@dataclass(frozen=True, slots=True)
class Looks:
    """Several looks at a table, and the strongest fault of the last."""

    each: tuple[Look, ...]
    fault: Fault | None

    @property
    def now(self) -> Look:
        """The last one."""
        return self.each[-1]

    def faulty(self, name: str, *codes: str) -> Finding | None:
        """Trouble, if the strongest fault is one of these."""
        if self.fault and self.fault.code in codes:
            return trouble(name, f"{self.fault.code}: {self.fault.text}", "See docs/safety/safe-states.md.")
        return None


def checked(table: Table) -> list[Finding]:
    """All that a table of this tool's version tells, in the order in which one would mend it."""
    each = [_look(table)]
    while len(each) < _LOOKS:
        time.sleep(_APART_S)
        each.append(_look(table))
    looks = Looks(tuple(each), why.fault(table) if each[-1].faulty else None)
    checks: tuple[Callable[[Looks], Finding], ...] = (
        _selftest, _sensor, _display, _language, _supply, _battery, _stop, _locks,
    )  # fmt: skip
    reasons = why.reasons(table, "lock", looks.now.lock_reasons) if looks.now.locked else ()
    found = [*[check(looks) for check in checks], _clock(looks, reasons), _profile(table, looks.now, reasons)]
    return [*found, *_other(looks, found)]


def versions(table: Table) -> Finding:
    """Whether both ends are of one version. To be looked at first: another one may answer otherwise."""
    if table.read_only:
        return trouble("versions", table.read_only, "`bascule deploy` installs this tool's firmware on it.")
    firmware = table.hello.firmware
    if firmware != VERSION:
        text = f"the table has firmware {firmware}, but this tool is {VERSION}"
        return trouble("versions", text, "`bascule deploy` installs this tool's firmware on it.")
    return fine("versions", f"firmware and tool are both {VERSION}")


def program(table: Table, built: str) -> list[Finding]:
    """Whether the table runs the program whose digest is `built`; nothing where that is empty."""
    runs = table.hello.program_sha256
    if not built:
        return []
    if not runs:
        return [unknown("program", "the table does not tell which program it runs: a simulated one has none in flash")]
    if runs != built:
        text = f"runs {short(runs)}, but the image built here holds {short(built)}"
        return [unknown("program", text, "`bascule deploy` installs the one built here.")]
    return [fine("program", f"runs {short(runs)}, the image built here")]


def _look(table: Table) -> Look:
    now = table.ask("status")
    return Look(
        inversion_deg=now["inv"] / 100,
        position_deg=now["pos"] / 100,
        rate_deg_per_s=now["rate"] / 100,
        supply_v=now["mv"] / 1000,
        battery_v=now["bat"] / 1000,
        inputs=now["in"],
        display_answers=bool(now["disp"]),
        panel=language.of(now),
        selftest=tuple(now["selftest"].split()),
        day=now["day"],
        faulty=bool(now["flt"]),
        locked=bool(now["lock"]),
        lock_reasons=now["n_lock"],
    )


def _selftest(looks: Looks) -> Finding:
    failed = looks.now.selftest
    if failed:
        told = {"program": _PROGRAM, "volts": _VOLTS, "flash": _ANEW, "flash_full": _ROOM}
        more = [words for name, words in told.items() if name in failed]
        more += [_STRANGER.format(name) for name in failed if name.startswith("imu=")]
        if failed == ("flash_full",):
            return trouble("self-test", "the table's storage is full", _ROOM)
        return trouble("self-test", f"failed at start-up: {', '.join(failed)}", " ".join([_AT_THE_PARTS, *more]))
    return fine("self-test", "every part of the board answered at start-up")


def _sensor(looks: Looks) -> Finding:
    now = looks.now
    wrong = looks.faulty("sensor", *_SENSE_FAULTS)
    if wrong:
        return wrong
    inv_deg, pos_deg = now.inversion_deg, now.position_deg
    if not _LOWEST_DEG <= inv_deg <= _HIGHEST_DEG:
        return trouble("sensor", f"{inv_deg:.2f} degrees is an angle that no table can reach", _RIGHT_PLACE)
    if abs(inv_deg - pos_deg) > _APART_DEG:
        text = f"the tilt sensor says {inv_deg:.2f} degrees, but the position sensor {pos_deg:.2f}"
        return trouble("sensor", text, _RIGHT_PLACE)
    if len({(look.inversion_deg, look.rate_deg_per_s) for look in looks.each}) == 1:
        text = f"{inv_deg:.2f} degrees, the same to the last digit {_LOOKS} times"
        return unknown("sensor", text, "Run this again: a working sensor shows a little noise.")
    return fine("sensor", f"{inv_deg:.2f} degrees with a little noise; the position sensor agrees")


def _display(looks: Looks) -> Finding:
    if not looks.now.display_answers:
        return trouble(
            "display",
            "the panel's display does not answer",
            "Check its cable: a session cannot be confirmed without it.",
        )
    return fine("display", "the panel's display answers")


def _language(looks: Looks) -> Finding:
    return language_check.checked(looks.now.panel)


def _supply(looks: Looks) -> Finding:
    wrong = looks.faulty("supply", "MAINS_LOST")
    volts = looks.now.supply_v
    if wrong or _SUPPLY_V[0] <= volts <= _SUPPLY_V[1]:
        return wrong or fine("supply", f"{volts:.1f} V at the motor's supply")
    return trouble(
        "supply", f"{volts:.1f} V at the motor's supply, which should be about 24", "Check the supply and the fuses."
    )


def _battery(looks: Looks) -> Finding:
    wrong = looks.faulty("battery", "BATTERY_LOW")
    volts = looks.now.battery_v
    if wrong or volts >= BATTERY_MV / 1000:
        return wrong or fine("battery", f"{volts:.1f} V")
    return trouble(
        "battery", f"{volts:.1f} V: too weak to bring a person up", "Charge or replace it, and check its fuse."
    )


def _stop(looks: Looks) -> Finding:
    wrong = looks.faulty("STOP", "STOP_LOOP")
    if wrong:
        return wrong
    if not looks.now.inputs & _STOP_CLOSED:
        return trouble(
            "STOP",
            "STOP is pressed, or its wire is cut",
            "Twist STOP to release it; check the loop wiring at both ends.",
        )
    return fine("STOP", "released, and its loop is closed")


def _locks(looks: Looks) -> Finding:
    wrong = looks.faulty("ankle locks", "ANKLE_OPEN")
    if wrong:
        return wrong
    states = ["closed" if looks.now.inputs & bit else "open" for bit in (_LOCK_LEFT, _LOCK_RIGHT)]
    return fine(
        "ankle locks", f"left {states[0]}, right {states[1]}: to test them, open and close each, and run this again"
    )


def _clock(looks: Looks, reasons: tuple[Reason, ...]) -> Finding:
    day, now = looks.now.day, datetime.datetime.now()
    if day == 0:
        told = next((f": {one.text}" for one in reasons if one.code == "NO_CLOCK"), "")
        text = f"the table has no valid date{told}"
        return trouble("clock", text, f"{_SETS} If that does not help, check the clock chip.")
    said = f"the table's date is {day // 10000}-{day // 100 % 100:02}-{day % 100:02}"
    if day not in [int(f"{now + apart:%Y%m%d}") for apart in (_DRIFT, -_DRIFT)]:
        return trouble(
            "clock", f"{said}, but this computer's is {now:%Y-%m-%d}", f"Find out which one is right. {_SETS}"
        )
    return fine("clock", said)


def _profile(table: Table, now: Look, reasons: tuple[Reason, ...]) -> Finding:
    if now.locked:
        if reasons and reasons[0].code in _WAITS and all(one.code in _WAITS + _CLOCKS for one in reasons):
            longer = [one.text for one in reasons[1:] if one.code in _CLOCKS]
            return fine("profile", " ".join([f"a normal wait: {reasons[0].text}", *longer]))
        more = f" (and {len(reasons) - 1} more: `bascule status`)" if len(reasons) > 1 else ""
        text = f"locked: {reasons[0].text}{more}" if reasons else "locked"
        return trouble(
            "profile",
            text,
            "`bascule profile check FILE` explains it; `bascule profile push FILE` stores a profile.",
            LOCKED_OUT,
        )
    chosen = people.chosen(table)
    if chosen is None:
        return unknown("profile", "nobody is chosen at the panel", "Choose with UP and DOWN, then OK.")
    return fine("profile", f"{chosen.name}: up to {chosen.limit_deg:g} degrees past horizontal")


def _other(looks: Looks, found: list[Finding]) -> list[Finding]:
    """The fault that none of the checks has named."""
    if looks.fault is None or any(looks.fault.code in one.text for one in found):
        return []
    text = f"{looks.fault.code}: {looks.fault.text}"
    return [trouble("fault", text, "See docs/safety/safe-states.md.")]
