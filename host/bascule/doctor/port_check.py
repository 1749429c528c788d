"""`bascule doctor`, between laptop and table: rights on the port, who else has it open, ModemManager."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from bascule.doctor.finding import Finding, fine, trouble, unknown
from bascule.errors import NO_TABLE
from bascule.speech.told import later
from bascule.table import shared

RULES = Path(__file__).with_name("99-bascule.rules")
_INSTALL = later(
    "sudo cp {rules} /etc/udev/rules.d/ && sudo udevadm control --reload && sudo udevadm trigger, then plug it in "
    "again",
    rules=RULES,
)
_PROC = Path("/proc")
_UDEV = Path("/run/udev/data")
_MODEM_MANAGER = "ModemManager"


def checked(port: str) -> list[Finding]:
    """What can be seen of the port without opening it."""
    if not port.startswith("/dev/") or os.name == "nt":
        return [fine("rights", later("{port} is not a device file, so it needs no rights", port=port))]
    found = [_rights(Path(port)), _holders(port)]
    return [*found, _modem_manager(port)] if sys.platform == "linux" else found


def _rights(port: Path) -> Finding:
    if not port.exists():
        do = later("Plug the table in; `bascule devices` lists what is there.")
        return trouble("rights", later("{port} is not there", port=port), do, NO_TABLE)
    if os.access(port, os.R_OK | os.W_OK):
        return fine("rights", later("this user may read and write {port}", port=port))
    do = later("sudo usermod -a -G {group} $USER and log in again; or {install}", group=_group(port), install=_INSTALL)
    return trouble("rights", later("this user may not open {port}", port=port), do, NO_TABLE)


def _group(port: Path) -> str:
    try:
        return port.group()
    except (KeyError, OSError):
        return "dialout"


def _holders(port: str) -> Finding:
    """Linux tells of this user's processes, and of everybody's to root. Whoever shares the port is in nobody's way."""
    if not _PROC.is_dir():
        return unknown("held by", later("this platform does not say who has a port open"))
    sharer = str(shared.sharer(port))
    found = [process for process in _processes() if _has_open(process, port)]
    holders = sorted({f"{_name(process)} ({process.name})" for process in found if process.name != sharer})
    if found and not holders:
        return fine(
            "held by",
            later(
                "{port} is shared by {name} ({sharer}): other commands work beside it",
                port=port,
                name=_name(found[0]),
                sharer=sharer,
            ),
        )
    if holders:
        text = later("{port} is open in {programs}", port=port, programs=", ".join(holders))
        return trouble(
            "held by", text, later("Close that program; two on one port take each other's answers."), NO_TABLE
        )
    return fine("held by", later("no program of this user has {port} open", port=port))


def _modem_manager(port: str) -> Finding:
    """It writes AT commands to every new port unless udev tells it not to."""
    if _MODEM_MANAGER not in [_name(process) for process in _processes()]:
        return fine("modem", later("ModemManager is not running here"))
    with suppress(OSError):
        number = os.stat(port).st_rdev
        noted = (_UDEV / f"c{os.major(number)}:{os.minor(number)}").read_text("utf-8", errors="replace")
        if "E:ID_MM_DEVICE_IGNORE=1" in noted:
            return fine("modem", later("ModemManager leaves this port alone"))
    text = later("ModemManager is running and may send to the table, which ignores that but answers late")
    return trouble("modem", text, _INSTALL, NO_TABLE)


def _processes() -> list[Path]:
    with suppress(OSError):
        return [process for process in _PROC.iterdir() if process.name.isdigit() and process.name != str(os.getpid())]
    return []


def _name(process: Path) -> str:
    with suppress(OSError):
        return (process / "comm").read_text("utf-8", errors="replace").strip()
    return "?"


def _has_open(process: Path, port: str) -> bool:
    with suppress(OSError):
        for number in (process / "fd").iterdir():
            with suppress(OSError):
                if os.readlink(number) == port:
                    return True
    return False
