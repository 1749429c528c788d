"""One line of telemetry, in units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from firmware.safety.faults import FAULTS, NAME


@dataclass(frozen=True, slots=True)
class Telemetry:
    """What a table said of one moment; angles past horizontal, + is head down."""

    time_s: float
    state: str
    inversion_deg: float
    limit_deg: float
    drive_percent: float
    fault: str | None


def of(frame: dict[str, Any]) -> Telemetry:
    """A frame as docs/protocol.md has it."""
    return Telemetry(
        time_s=frame["ms"] / 1000,
        state=frame["st"],
        inversion_deg=frame["inv"] / 100,
        limit_deg=frame["lim"] / 100,
        drive_percent=frame["drv"] / 10,
        fault=_fault(frame["flt"]),
    )


def _fault(code: int) -> str | None:
    """Its name; a number that only a newer table knows stays a number."""
    if not code:
        return None
    return str(FAULTS[code][NAME]) if code < len(FAULTS) else str(code)
