"""One look at a table: what it does at this moment, in units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bascule.facts import INLINED, Reason
from bascule.table import language, why
from bascule.table.client import Table
from bascule.table.hello import Hello
from bascule.table.language import Language
from bascule.table.why import Fault


@dataclass(frozen=True, slots=True)
class LinkCounts:
    """What the table has counted on its cable since power-on."""

    bad_crc: Annotated[int, "Frames that came torn or damaged."]
    overlong: Annotated[int, "Frames over 512 bytes."]
    unknown: Annotated[int, "Frames in order that were no known command."]
    failed: Annotated[int, "Commands lost inside the table."]


@dataclass(frozen=True, slots=True)
class Status:
    """The facts of the moment."""

    port: Annotated[str, "Port on which the table answers."]
    hello: Annotated[Hello, INLINED]
    state: Annotated[str, "State, as in docs/safety/safe-states.md."]
    inversion_deg: Annotated[float, "Inversion angle by the tilt sensor, past horizontal: + is head down."]
    limit_deg: Annotated[float, "Limit in force, past horizontal; 0 while no session is confirmed."]
    position_deg: Annotated[float, "Inversion angle by the position sensor, past horizontal."]
    rate_deg_per_s: Annotated[float, "How fast the angle changes: + is towards head-down."]
    drive_percent: Annotated[float, "Drive of the motor, of the most it can have: + is towards head-down."]
    current_a: Annotated[float, "Current of the motor."]
    supply_v: Annotated[float, "Voltage of the motor's supply."]
    fault: Annotated[Fault | None, "The strongest active fault; null without one."]
    locked: Annotated[bool, "Whether no head-down motion is possible."]
    lock_reasons: Annotated[tuple[Reason, ...], "Why it is locked; empty when it is not."]
    revision: Annotated[int, "Counts the profiles ever stored or removed; 0 none yet."]
    up_s: Annotated[float, "Time since power-on, beginning anew after 12.4 days."]
    day: Annotated[int | None, "The table's day as YYYYMMDD; null without a valid one."]
    display_answers: Annotated[bool, "Whether the panel's display answers."]
    selftest: Annotated[tuple[str, ...], "Parts of the board that failed at start-up."]
    panel: Annotated[Language, INLINED]
    link: Annotated[LinkCounts, "What the table has counted on its cable since power-on."]
    read_only: Annotated[bool, "Whether table and laptop speak different protocols, so that nothing may be changed."]


def read(table: Table) -> Status:
    """Ask the table what it does."""
    now = table.ask("status")
    return Status(
        port=table.port,
        hello=table.hello,
        state=now["st"],
        inversion_deg=now["inv"] / 100,
        limit_deg=now["lim"] / 100,
        position_deg=now["pos"] / 100,
        rate_deg_per_s=now["rate"] / 100,
        drive_percent=now["drv"] / 10,
        current_a=now["ma"] / 1000,
        supply_v=now["mv"] / 1000,
        fault=why.fault(table) if now["flt"] else None,
        locked=bool(now["lock"]),
        lock_reasons=why.reasons(table, "lock", now["n_lock"]),
        revision=now["rev"],
        up_s=now["up_ms"] / 1000,
        day=now["day"] if now["day"] > 0 else None,
        display_answers=bool(now["disp"]),
        selftest=tuple(now["selftest"].split()),
        panel=language.of(now),
        link=LinkCounts(now["bad_crc"], now["overlong"], now["unknown"], now["failed"]),
        read_only=bool(table.read_only),
    )
