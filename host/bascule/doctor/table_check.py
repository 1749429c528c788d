"""`bascule doctor`, at the table: versions, self-test, sensors, power, STOP, locks, clock and profile, as it tells."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable
from typing import Any, NamedTuple

from bascule.deploy import uf2
from bascule.doctor.finding import Finding, fine, trouble, unknown
from bascule.errors import LOCKED_OUT, Problem
from bascule.table import people, stored
from bascule.table.client import Table
from firmware.safety.checks import BATTERY_MV
from firmware.version import VERSION
from hal import contract

# Enough that a sensor which lives shows its noise, over ten periods of the table's loop.
_LOOKS, _APART_S = 5, 0.05
# The mechanical stops stand at -72 and 92 degrees; beyond that no table goes.
_INV_CDEG = range(-7500, 9501)
_APART_CDEG = 500
# From a 24 V supply at the low end of its tolerance to the most that the bridge bears in use (docs/hardware/parts.md).
_SUPPLY_MV = range(21000, 27501)
_STOP_CLOSED, _LOCK_LEFT, _LOCK_RIGHT = (
    1 << bit for bit in (contract.STOP_CLOSED, contract.LOCK_LEFT, contract.LOCK_RIGHT)
)
_SENSE_FAULTS = (
    "IMU_STALE", "IMU_FROZEN", "IMU_IMPLAUSIBLE", "MISMOUNTED", "SENSES_DISAGREE", "POSITION_LOST", "TIPPED",
)  # fmt: skip
_AT_THE_PARTS = "Switch it off; check what docs/hardware/wiring.md shows at these."
_ANEW = (
    "If it is `flash` alone: switch it off, hold OK while switching it on, and let go of it within 5 s. Storage that "
    "cannot be read is then made anew; all that was stored is gone, and profiles have to be pushed again. If `flash` "
    "is named even so, the flash chip cannot be written: have the board changed."
)
_VOLTS = "`volts` is the wire from ANALOG_SELECT to the 74LVC1G3157, or the resistor there."
_SETS = "`bascule status` tells it this computer's time, as every command does that connects, but for this one."
# Around midnight the two may be of different days.
_DRIFT = datetime.timedelta(minutes=2)
_PROGRAM = "`program` is the image itself, which has changed in its flash: `bascule deploy` puts it on anew."
# What locks a person for a while though nothing is wrong.
_WAITS = ("WAIT", "ENOUGH_TODAY", "TODAY")
_RIGHT_PLACE = "Have its mounting and its cable checked (docs/hardware/calibration.md)."


class Looks(NamedTuple):
    """Several looks at `status`, and the strongest fault of the last."""

    each: list[dict[str, Any]]
    fault: dict[str, str] | None

    @property
    def now(self) -> dict[str, Any]:
        """The last one."""
        return self.each[-1]

    def faulty(self, name: str, *codes: str) -> Finding | None:
        """Trouble, if the strongest fault is one of these."""
        if self.fault and self.fault["code"] in codes:
            return trouble(name, f"{self.fault['code']}: {self.fault['text']}", "See docs/safety/safe-states.md.")
        return None


def checked(table: Table) -> list[Finding]:
    """All that a table of this tool's version tells, in the order in which one would mend it."""
    each = [table.ask("status")]
    while len(each) < _LOOKS:
        time.sleep(_APART_S)
        each.append(table.ask("status"))
    looks = Looks(each, stored.fault(table) if each[-1]["flt"] else None)
    checks: tuple[Callable[[Looks], Finding], ...] = (
        _selftest, _sensor, _display, _supply, _battery, _stop, _locks, _clock,
    )  # fmt: skip
    found = [*[check(looks) for check in checks], _profile(table, looks.now)]
    return [*found, *_other(looks, found)]


def versions(table: Table) -> Finding:
    """Whether both ends are of one version. To be looked at first: another one may answer otherwise."""
    if table.read_only:
        return trouble("versions", table.read_only, "`bascule deploy` puts this tool's firmware on it.")
    firmware = table.hello["fw"]
    if firmware != VERSION:
        text = f"the table has firmware {firmware}, this tool is {VERSION}"
        return trouble("versions", text, "`bascule deploy` puts this tool's firmware on it.")
    return fine("versions", f"firmware and tool are both {VERSION}")


def program(table: Table) -> list[Finding]:
    """Whether the table runs the image that was built here; nothing where none was, or what was cannot be read."""
    path = uf2.built()
    try:
        wanted = uf2.read(path).program if path else ""
    except Problem:
        return []
    runs = table.hello.get("img", "")
    if not wanted:
        return []
    if not runs:
        return [unknown("program", "the table does not tell which program it runs: a simulated one has none in flash")]
    if runs != wanted:
        text = f"runs {uf2.short(runs)}, and the image built here holds {uf2.short(wanted)}"
        return [unknown("program", text, "`bascule deploy` puts the one built here on it.")]
    return [fine("program", f"runs {uf2.short(runs)}, the image built here")]


def _selftest(looks: Looks) -> Finding:
    failed = str(looks.now["selftest"]).split()
    if failed:
        more = [words for name, words in (("program", _PROGRAM), ("volts", _VOLTS), ("flash", _ANEW)) if name in failed]
        return trouble("self-test", f"failed at start-up: {', '.join(failed)}", " ".join([_AT_THE_PARTS, *more]))
    return fine("self-test", "every part of the board answered at start-up")


def _sensor(looks: Looks) -> Finding:
    now = looks.now
    wrong = looks.faulty("sensor", *_SENSE_FAULTS)
    if wrong:
        return wrong
    inv_deg, pos_deg = now["inv"] / 100, now["pos"] / 100
    if now["inv"] not in _INV_CDEG:
        return trouble("sensor", f"{inv_deg:.2f} degrees is where no table can be", _RIGHT_PLACE)
    if abs(now["inv"] - now["pos"]) > _APART_CDEG:
        text = f"tilt says {inv_deg:.2f} degrees and position {pos_deg:.2f}"
        return trouble("sensor", text, _RIGHT_PLACE)
    if len({(look["inv"], look["rate"]) for look in looks.each}) == 1:
        text = f"{inv_deg:.2f} degrees, the same to the last digit {_LOOKS} times"
        return unknown("sensor", text, "Run this again; a sensor that lives shows a little noise.")
    return fine("sensor", f"{inv_deg:.2f} degrees, alive; the position sensor agrees")


def _display(looks: Looks) -> Finding:
    if not looks.now["disp"]:
        return trouble(
            "display", "the panel's display does not answer", "Check its cable; nobody can confirm without it."
        )
    return fine("display", "the panel's display answers")


def _supply(looks: Looks) -> Finding:
    wrong = looks.faulty("supply", "MAINS_LOST")
    volts = looks.now["mv"] / 1000
    if wrong or looks.now["mv"] in _SUPPLY_MV:
        return wrong or fine("supply", f"{volts:.1f} V at the motor's supply")
    return trouble(
        "supply", f"{volts:.1f} V at the motor's supply, which should be about 24", "Check supply and fuses."
    )


def _battery(looks: Looks) -> Finding:
    wrong = looks.faulty("battery", "BATTERY_LOW")
    volts = looks.now["bat"] / 1000
    if wrong or looks.now["bat"] >= BATTERY_MV:
        return wrong or fine("battery", f"{volts:.1f} V")
    return trouble("battery", f"{volts:.1f} V: it could not bring anybody up", "Charge or replace it; check its fuse.")


def _stop(looks: Looks) -> Finding:
    wrong = looks.faulty("STOP", "STOP_LOOP")
    if wrong:
        return wrong
    bits = looks.now["in"]
    if not bits & _STOP_CLOSED:
        return trouble("STOP", "STOP is pressed, or its wire is cut", "Turn it free; check both ends of its loop.")
    return fine("STOP", "not pressed, and its loop is whole")


def _locks(looks: Looks) -> Finding:
    wrong = looks.faulty("ankle locks", "ANKLE_OPEN")
    if wrong:
        return wrong
    states = ["closed" if looks.now["in"] & bit else "open" for bit in (_LOCK_LEFT, _LOCK_RIGHT)]
    return fine("ankle locks", f"left {states[0]}, right {states[1]}: close and open each, and look again")


def _clock(looks: Looks) -> Finding:
    day, now = looks.now["day"], datetime.datetime.now()
    if day == 0:
        return trouble("clock", "the table has no valid date", f"{_SETS} If it stays so, check the clock chip.")
    said = f"the table's day is {day // 10000}-{day // 100 % 100:02}-{day % 100:02}"
    if day not in [int(f"{now + apart:%Y%m%d}") for apart in (_DRIFT, -_DRIFT)]:
        return trouble("clock", f"{said}, this computer's {now:%Y-%m-%d}", f"See which one is right. {_SETS}")
    return fine("clock", said)


def _profile(table: Table, now: dict[str, Any]) -> Finding:
    if now["lock"]:
        reasons = stored.reasons(table, "lock", now["n_lock"])
        if reasons and all(one["code"] in _WAITS for one in reasons):
            return fine("profile", f"a normal wait: {reasons[0]['text']}")
        more = f" (and {len(reasons) - 1} more: `bascule status`)" if len(reasons) > 1 else ""
        text = f"locked: {reasons[0]['text']}{more}" if reasons else "locked"
        return trouble(
            "profile", text, "`bascule profile check FILE` explains; `bascule profile push FILE` stores.", LOCKED_OUT
        )
    chosen = people.chosen(table)
    if chosen is None:
        return unknown("profile", "nobody is chosen at the panel", "Choose with UP and DOWN, then OK.")
    return fine("profile", f"{chosen.name}: up to {chosen.limit_deg:g} degrees past horizontal")


def _other(looks: Looks, found: list[Finding]) -> list[Finding]:
    """The fault that none of the checks has named."""
    if looks.fault is None or any(looks.fault["code"] in one.text for one in found):
        return []
    text = f"{looks.fault['code']}: {looks.fault['text']}"
    return [trouble("fault", text, "See docs/safety/safe-states.md.")]
