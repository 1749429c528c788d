"""`bascule status`: one look at a table."""

from __future__ import annotations

from bascule import output
from bascule.speech.names import NAMES
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
    program = f", program {short(hello.program_sha256)}" if hello.program_sha256 else ""
    said = [
        f"table {hello.serial or '?'} on {found.port}, firmware {hello.firmware or '?'}{program}",
        f"state           {found.state}",
        f"inversion angle {found.inversion_deg:.2f} deg (+ is head down)",
        f"limit           {found.limit_deg:.2f} deg",
        f"drive           {found.drive_percent:.1f} %, {found.current_a:.2f} A, {found.supply_v:.1f} V",
    ]
    if not found.display_answers:
        said.append("display         does not answer, so no session can be confirmed: check its plug at the panel")
    wrong = language.wrong(found.panel)
    if found.panel.language != ENGLISH or wrong:
        said.append(f"language        {NAMES[found.panel.language]}{f': {wrong}' if wrong else ''}")
    if found.fault:
        said.append(f"fault           {found.fault.code}: {found.fault.text}")
    if found.locked:
        said.append("locked out:")
        said += [f"  {one.code}: {one.text}" for one in found.lock_reasons]
    return said
