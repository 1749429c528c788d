"""`bascule deploy`: the firmware onto a Pico, and the table that then answers.

Nothing on the cable may replace or restart the firmware of a table in service. So an image goes only onto a Pico that
somebody has brought into BOOTSEL by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from bascule import output
from bascule.deploy import arrival, bootsel, uf2
from bascule.deploy.arrival import Arrival
from bascule.errors import BAD_INPUT, NO_TABLE, REFUSED, Problem
from bascule.facts import INLINED
from bascule.prompts import agreed
from bascule.speech.spoken import say
from bascule.speech.told import later
from bascule.table import ports
from bascule.table.client import looked_at
from bascule.table.hello import short
from hal.boards import Board


@dataclass(frozen=True, slots=True)
class Deployed:
    """An image that was written, and the table that then answered."""

    image: Annotated[str, "Path of the image."]
    bytes: Annotated[int, "Its size.", "bytes"]
    sha256: Annotated[str, "SHA-256 of the file in hex."]
    version: Annotated[str | None, "The version it holds; null where nothing beside the file tells."]
    program_sha256: Annotated[str, "SHA-256 of the program in it."]
    drive: Annotated[str, "The drive it was written to."]
    arrival: Annotated[Arrival, INLINED]


def run(image: Path | None, port: str | None, yes: bool, as_json: bool) -> None:
    """Copy the image; done when the table has said hello."""
    found = _image(uf2.read(image or uf2.default()), port, yes)
    output.facts(found, as_json, _lines(found))


def _several(places: list[str]) -> Problem:
    """More than one board: listed, and none is taken."""
    text = later(
        "{count} boards were found: {listed}; nothing was written", count=len(places), listed=", ".join(places)
    )
    return Problem(BAD_INPUT, "SEVERAL_BOARDS", text, later("Unplug all but the one that you mean."))


def _in_service(port: str) -> Problem | None:
    """The refusal, if a table answers on this port."""
    try:
        with looked_at(port) as table:
            said = table.hello
    except Problem:
        return None
    text = later(
        "table {serial} on {port} is in service with firmware {firmware}: it cannot be replaced or restarted over the "
        "cable",
        serial=said.serial or "?",
        port=port,
        firmware=said.firmware or "?",
    )
    return Problem(REFUSED, "IN_SERVICE", text, bootsel.HOW)


def _image(image: uf2.Image, port: str | None, yes: bool) -> Deployed:
    drives = bootsel.drives(image.board)
    if not drives:
        raise _no_drive(image.board, port)
    if len(drives) > 1:
        raise _several([str(drive) for drive in drives])
    version = image.version or say("of unknown version")
    what = say("Bascule {version} will be written onto the Pico at {drive}.", version=version, drive=drives[0])
    undone = later("nobody has confirmed that the table is empty; nothing was written")
    agreed(f"{what} {say('Is the table empty and its motor supply off?')}", yes, undone)
    before = arrival.on_usb()
    bootsel.copy(image, drives[0])
    return Deployed(
        image=str(image.path),
        bytes=len(image.data),
        sha256=image.sha256,
        version=image.version or None,
        program_sha256=image.program,
        drive=str(drives[0]),
        arrival=arrival.awaited(port, before, image.version, image.program),
    )


def _no_drive(board: Board, port: str | None) -> Problem:
    """Why nothing can be written, by what is there instead."""
    found = [port] if port else sorted(arrival.on_usb())
    if not found:
        simulated = later("{how} A simulated table needs no deploy: it runs this checkout's files.", how=bootsel.HOW)
        hint = simulated if ports.found() else bootsel.HOW
        return bootsel.unmounted(board) or Problem(NO_TABLE, "NO_BOARD", later("no Pico was found"), hint)
    if len(found) > 1:
        return _several(found)
    text = later("the Pico on {found} is not in BOOTSEL, and no table answers on it", found=found[0])
    return bootsel.unmounted(board) or _in_service(found[0]) or Problem(NO_TABLE, "NO_BOARD", text, bootsel.HOW)


def _lines(found: Deployed) -> list[str]:
    table = found.arrival
    return [
        say("written  {count} bytes of {path} to {drive}", count=found.bytes, path=found.image, drive=found.drive),
        say("sha256   {digest} (of what was sent: a Pico's drive cannot be read back)", digest=found.sha256),
        say(
            "answers  table {serial} on {port}, firmware {firmware}",
            serial=table.serial,
            port=table.port,
            firmware=table.firmware,
        )
        + ("" if found.version else say(" (the file did not say which it holds)")),
        say(
            "runs     {program}, as sent: the table has computed it from its own flash",
            program=short(found.program_sha256),
        ),
    ]
