"""`bascule doctor`, at the table: versions, self-test, sensors, power, STOP, locks, clock and profile, as it tells."""

from __future__ import annotations

import datetime
import time
from dataclasses import dataclass

from bascule.doctor import language_check, parts_check
from bascule.doctor.finding import Finding, fine, trouble, unknown
from bascule.errors import LOCKED_OUT
from bascule.facts import Reason
from bascule.speech.spoken import as_told, fixed, number
from bascule.speech.told import InBoth, later, lines
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
_SETS = later("`bascule status` sets it to this computer's time, as every command that connects does, except this one.")
# Around midnight the two may be of different days.
_DRIFT = datetime.timedelta(minutes=2)
# What locks a person for a while though nothing is wrong.
_WAITS = ("WAIT", "ENOUGH_TODAY", "TODAY")
# What a longer wait may come from.
_CLOCKS = ("CLOCK_APART", "CLOCK_ANEW")
_RIGHT_PLACE = later("Have its mounting and its cable checked (docs/hardware/calibration.md).")


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
            return trouble(
                name,
                later("{code}: {text}", code=self.fault.code, text=as_told(self.fault.text)),
                later("See docs/safety/safe-states.md."),
            )
        return None


def checked(table: Table) -> list[Finding]:
    """All that a table of this tool's version tells, in the order in which one would mend it."""
    each = [_look(table)]
    while len(each) < _LOOKS:
        time.sleep(_APART_S)
        each.append(_look(table))
    looks = Looks(tuple(each), why.fault(table) if each[-1].faulty else None)
    parts, spoken = parts_check.checked(looks.now.selftest), language_check.checked(looks.now.panel)
    at_rest = [check(looks) for check in (_supply, _battery, _stop, _locks)]
    reasons = why.reasons(table, "lock", looks.now.lock_reasons) if looks.now.locked else ()
    found = [parts, _sensor(looks), _display(looks), spoken, *at_rest]
    found += [_clock(looks, reasons), _profile(table, looks.now, reasons)]
    return [*found, *_other(looks, found)]


def versions(table: Table) -> Finding:
    """Whether both ends are of one version. To be looked at first: another one may answer otherwise."""
    if table.read_only:
        return trouble(
            "versions", as_told(table.read_only), later("`bascule deploy` installs this tool's firmware on it.")
        )
    firmware = table.hello.firmware
    if firmware != VERSION:
        text = later(
            "the table has firmware {firmware}, but this tool is {version}", firmware=firmware, version=VERSION
        )
        return trouble("versions", text, later("`bascule deploy` installs this tool's firmware on it."))
    return fine("versions", later("firmware and tool are both {version}", version=VERSION))


def program(table: Table, built: str) -> list[Finding]:
    """Whether the table runs the program whose digest is `built`; nothing where that is empty."""
    runs = table.hello.program_sha256
    if not built:
        return []
    if not runs:
        return [
            unknown(
                "program", later("the table does not tell which program it runs: a simulated one has none in flash")
            )
        ]
    if runs != built:
        text = later("runs {runs}, but the image built here holds {built}", runs=short(runs), built=short(built))
        return [unknown("program", text, later("`bascule deploy` installs the one built here."))]
    return [fine("program", later("runs {runs}, the image built here", runs=short(runs)))]


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


def _sensor(looks: Looks) -> Finding:
    now = looks.now
    wrong = looks.faulty("sensor", *_SENSE_FAULTS)
    if wrong:
        return wrong
    inv_deg, pos_deg = now.inversion_deg, now.position_deg
    if not _LOWEST_DEG <= inv_deg <= _HIGHEST_DEG:
        return trouble(
            "sensor",
            later("{deg} degrees is an angle that no table can reach", deg=fixed(inv_deg, 2)),
            _RIGHT_PLACE,
        )
    if abs(inv_deg - pos_deg) > _APART_DEG:
        text = later(
            "the tilt sensor says {deg} degrees, but the position sensor {pos_deg}",
            deg=fixed(inv_deg, 2),
            pos_deg=fixed(pos_deg, 2),
        )
        return trouble("sensor", text, _RIGHT_PLACE)
    if len({(look.inversion_deg, look.rate_deg_per_s) for look in looks.each}) == 1:
        text = later("{deg} degrees, the same to the last digit {looks} times", deg=fixed(inv_deg, 2), looks=_LOOKS)
        return unknown("sensor", text, later("Run this again: a working sensor shows a little noise."))
    return fine("sensor", later("{deg} degrees with a little noise; the position sensor agrees", deg=fixed(inv_deg, 2)))


def _display(looks: Looks) -> Finding:
    if not looks.now.display_answers:
        return trouble(
            "display",
            later("the panel's display does not answer"),
            later("Check its cable: a session cannot be confirmed without it."),
        )
    return fine("display", later("the panel's display answers"))


def _supply(looks: Looks) -> Finding:
    wrong = looks.faulty("supply", "MAINS_LOST")
    volts = looks.now.supply_v
    if wrong or _SUPPLY_V[0] <= volts <= _SUPPLY_V[1]:
        return wrong or fine("supply", later("{volts} V at the motor's supply", volts=fixed(volts, 1)))
    return trouble(
        "supply",
        later("{volts} V at the motor's supply, which should be about 24", volts=fixed(volts, 1)),
        later("Check the supply and the fuses."),
    )


def _battery(looks: Looks) -> Finding:
    wrong = looks.faulty("battery", "BATTERY_LOW")
    volts = looks.now.battery_v
    if wrong or volts >= BATTERY_MV / 1000:
        return wrong or fine("battery", later("{volts} V", volts=fixed(volts, 1)))
    return trouble(
        "battery",
        later("{volts} V: too weak to bring a person up", volts=fixed(volts, 1)),
        later("Charge or replace it, and check its fuse."),
    )


def _stop(looks: Looks) -> Finding:
    wrong = looks.faulty("STOP", "STOP_LOOP")
    if wrong:
        return wrong
    if not looks.now.inputs & _STOP_CLOSED:
        return trouble(
            "STOP",
            later("STOP is pressed, or its wire is cut"),
            later("Twist STOP to release it; check the loop wiring at both ends."),
        )
    return fine("STOP", later("released, and its loop is closed"))


def _locks(looks: Looks) -> Finding:
    wrong = looks.faulty("ankle locks", "ANKLE_OPEN")
    if wrong:
        return wrong
    states = [later("closed") if looks.now.inputs & bit else later("open") for bit in (_LOCK_LEFT, _LOCK_RIGHT)]
    return fine(
        "ankle locks",
        later(
            "left {left}, right {right}: to test them, open and close each, and run this again",
            left=states[0],
            right=states[1],
        ),
    )


def _clock(looks: Looks, reasons: tuple[Reason, ...]) -> Finding:
    day, now = looks.now.day, datetime.datetime.now()
    if day == 0:
        told = [as_told(one.text) for one in reasons if one.code == "NO_CLOCK"]
        text = (
            later("the table has no valid date: {why}", why=told[0]) if told else later("the table has no valid date")
        )
        return trouble("clock", text, later("{sets} If that does not help, check the clock chip.", sets=_SETS))
    said = later("the table's date is {day}", day=f"{day // 10000}-{day // 100 % 100:02}-{day % 100:02}")
    if day not in [int(f"{now + apart:%Y%m%d}") for apart in (_DRIFT, -_DRIFT)]:
        return trouble(
            "clock",
            later("{table}, but this computer's is {now}", table=said, now=f"{now:%Y-%m-%d}"),
            later("Find out which one is right. {sets}", sets=_SETS),
        )
    return fine("clock", said)


def _profile(table: Table, now: Look, reasons: tuple[Reason, ...]) -> Finding:
    if now.locked:
        if reasons and reasons[0].code in _WAITS and all(one.code in _WAITS + _CLOCKS for one in reasons):
            longer = [as_told(one.text) for one in reasons[1:] if one.code in _CLOCKS]
            wait = later("a normal wait: {why}", why=as_told(reasons[0].text))
            return fine("profile", lines(wait, *longer, between=" "))
        text = later("locked: {why}", why=as_told(reasons[0].text)) if reasons else later("locked")
        if len(reasons) > 1:
            text = later("{text} (and {count} more: `bascule status`)", text=text, count=len(reasons) - 1)
        return trouble(
            "profile",
            text,
            later("`bascule profile check FILE` explains it; `bascule profile push FILE` stores a profile."),
            LOCKED_OUT,
        )
    chosen = people.chosen(table)
    if chosen is None:
        return unknown("profile", later("nobody is chosen at the panel"), later("Choose with UP and DOWN, then OK."))
    return fine(
        "profile",
        later(
            "{name}: up to {deg} degrees past horizontal",
            name=chosen.name,
            deg=InBoth(f"{chosen.limit_deg:g}", number(chosen.limit_deg)),
        ),
    )


def _other(looks: Looks, found: list[Finding]) -> list[Finding]:
    """The fault that none of the checks has named."""
    if looks.fault is None or any(looks.fault.code in one.text for one in found):
        return []
    text = later("{code}: {text}", code=looks.fault.code, text=as_told(looks.fault.text))
    return [trouble("fault", text, later("See docs/safety/safe-states.md."))]
