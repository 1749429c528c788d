"""What a table says by itself, one line of telemetry in units, and when it is to be asked for the rest."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from firmware.safety.faults import FAULTS, NAME

_AT_REST = ("READY", "LOCKED", "CONFIRM")


@dataclass(frozen=True, slots=True)
class Telemetry:
    """What a table said of one moment; angles past horizontal, + is head down."""

    time_s: float
    state: str
    inversion_deg: float
    limit_deg: float
    drive_percent: float
    fault: str | None

    @property
    def at_rest(self) -> bool:
        """Whether the table then has time for long questions, and answers those of a person."""
        return self.state in _AT_REST


class Due:
    """Which questions are to be asked again, each by a name of the caller's."""

    def __init__(self) -> None:
        self._next_s: dict[str, float] = {}

    def is_due(self, what: str, every_s: float) -> bool:
        """True once in every_s at most, and at once after clear()."""
        now_s = time.monotonic()
        if now_s < self._next_s.get(what, 0.0):
            return False
        self._next_s[what] = now_s + every_s
        return True

    def clear(self) -> None:
        """All of them are due."""
        self._next_s.clear()


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
