"""`bascule deploy`: the firmware onto a Pico, and the table that then answers.

Nothing on the cable may replace or restart the firmware of a table in service. So an image goes only onto a Pico that
somebody has brought into BOOTSEL by hand.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bascule import output
from bascule.deploy import arrival, bootsel, uf2
from bascule.errors import BAD_INPUT, NO_TABLE, REFUSED, Problem
from bascule.prompts import agreed
from bascule.table import ports
from bascule.table.client import looked_at


def run(image: Path | None, port: str | None, yes: bool, as_json: bool) -> None:
    """Copy the image; done when the table has said hello."""
    facts = _image(uf2.read(image or uf2.default()), port, yes)
    output.facts(facts, as_json, _lines(facts))


def _several(places: list[str]) -> Problem:
    """More than one board: listed, and none is taken."""
    text = f"{len(places)} boards were found: {', '.join(places)}; nothing was written"
    return Problem(BAD_INPUT, "SEVERAL_BOARDS", text, "Unplug all but the one that is meant.")


def _in_service(port: str) -> Problem | None:
    """The refusal, if a table answers on this port."""
    try:
        with looked_at(port) as table:
            said = table.hello
    except Problem:
        return None
    text = (
        f"table {said.get('sn', '?')} on {port} is in service with firmware {said.get('fw', '?')}: "
        "nothing on the cable may replace or restart it"
    )
    return Problem(REFUSED, "IN_SERVICE", text, bootsel.HOW)


def _image(image: uf2.Image, port: str | None, yes: bool) -> dict[str, Any]:
    drives = bootsel.drives()
    if not drives:
        raise _no_drive(port)
    if len(drives) > 1:
        raise _several([str(drive) for drive in drives])
    what = f"Bascule {image.version or 'of unknown version'} will be written onto the Pico at {drives[0]}."
    undone = "nobody has confirmed that the table is empty; nothing was written"
    agreed(f"{what} Is the table empty, and its motor supply off?", yes, undone)
    before = arrival.on_usb()
    bootsel.copy(image, drives[0])
    return {
        "image": str(image.path),
        "bytes": len(image.data),
        "sha256": image.sha256,
        "version": image.version or None,
        "program_sha256": image.program,
        "drive": str(drives[0]),
        **arrival.awaited(port, before, image.version, image.program),
    }


def _no_drive(port: str | None) -> Problem:
    """Why nothing can be written, by what is there instead."""
    found = [port] if port else sorted(arrival.on_usb())
    if not found:
        simulated = " A simulated table needs no deploy: it runs this checkout's files." if ports.found() else ""
        return bootsel.unmounted() or Problem(NO_TABLE, "NO_BOARD", "no Pico was found", bootsel.HOW + simulated)
    if len(found) > 1:
        return _several(found)
    text = f"the Pico on {found[0]} is not in BOOTSEL, and no table answers on it"
    return bootsel.unmounted() or _in_service(found[0]) or Problem(NO_TABLE, "NO_BOARD", text, bootsel.HOW)


def _lines(facts: dict[str, Any]) -> list[str]:
    return [
        f"written  {facts['bytes']} bytes of {facts['image']} to {facts['drive']}",
        f"sha256   {facts['sha256']} (of what was sent: a Pico's drive cannot be read back)",
        f"answers  table {facts['serial']} on {facts['port']}, firmware {facts['firmware']}"
        + ("" if facts["version"] else " (the file did not say which it holds)"),
        f"runs     {uf2.short(facts['program_sha256'])}, as sent: the table has computed it from its own flash",
    ]
