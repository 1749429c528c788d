"""`bascule status`: one look at a table."""

from __future__ import annotations

from bascule import output
from bascule.speech.names import NAMES
from bascule.speech.spoken import fixed, said, say
from bascule.table import language, status
from bascule.table.client import connected
from bascule.table.hello import short
from bascule.table.status import Status
from firmware.words.languages import ENGLISH


def run(port: str | None, as_json: bool) -> None:
    """Look, and say what was seen."""
    with connected(port) as table:
        found = status.read(table)
    output.facts(found, as_json, lines(found))


def lines(found: Status) -> list[str]:
    """The same for a person."""
    hello = found.hello
    who = say(
        "table {serial} on {port}, firmware {firmware}",
        serial=hello.serial or "?",
        port=found.port,
        firmware=hello.firmware or "?",
    )
    program = say(", program {program}", program=short(hello.program_sha256)) if hello.program_sha256 else ""
    angle, limit = said(fixed(found.inversion_deg, 2)), said(fixed(found.limit_deg, 2))
    drive = (fixed(found.drive_percent, 1), fixed(found.current_a, 2), fixed(found.supply_v, 1))
    rows = [
        (say("state"), found.state),
        (say("inversion angle"), say("{deg} deg (+ is head down)", deg=angle)),
        (say("limit"), say("{deg} deg", deg=limit)),
        (say("drive"), "{} %, {} A, {} V".format(*map(said, drive))),
    ]
    if not found.display_answers:
        dark = say("does not answer, so no session can be confirmed: check its plug at the panel")
        rows.append((say("display"), dark))
    wrong = language.wrong(found.panel)
    if found.panel.language != ENGLISH or wrong:
        rows.append((say("language"), say(NAMES[found.panel.language]) + (f": {said(wrong)}" if wrong else "")))
    if found.fault:
        rows.append((say("fault"), f"{found.fault.code}: {said(found.fault.text)}"))
    told = [who + program, *(f"{name:<15} {value}" for name, value in rows)]
    if found.locked:
        told.append(say("locked out:"))
        told += [f"  {one.code}: {said(one.text)}" for one in found.lock_reasons]
    return told
