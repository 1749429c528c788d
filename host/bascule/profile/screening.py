"""The laptop's own screening of a profile: the same rules the table runs, on the same bytes."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any, NamedTuple

from bascule.conditions import explained
from bascule.profile import objections, reader
from bascule.profile.reader import Reason
from firmware.profile import form
from firmware.screening.rules import screen

USABLE, LOCKED, REFUSED = "usable", "locked", "refused"


class Judged(NamedTuple):
    """A verdict: `limit_deg` is 0 and `bound_by` says why not where nothing may invert."""

    verdict: str
    limit_deg: float
    bound_by: str
    caps: list[tuple[float, str]]
    reasons: list[Reason]
    session_s: int
    warnings: list[Reason]
    notes: list[str]
    blob: bytes

    @property
    def person_id(self) -> str:
        """Whose profile it is; empty for one that is refused."""
        return str(json.loads(self.blob)["id"]) if self.blob else ""

    def as_json(self) -> dict[str, Any]:
        """The facts of a verdict, the same for laptop and table."""
        return {
            "verdict": self.verdict,
            "limit_deg": self.limit_deg,
            "bound_by": self.bound_by,
            "caps": [{"limit_deg": deg, "origin": origin} for deg, origin in self.caps],
            "reasons": [{"code": code, "text": text} for code, text in self.reasons],
        }

    def as_full_json(self) -> dict[str, Any]:
        """as_json() and what the table does not say over the cable."""
        return self.as_json() | {
            "session_s": self.session_s,
            "warnings": [{"code": code, "text": text} for code, text in self.warnings],
            "notes": self.notes,
        }


def judge_file(path: Path, today: datetime.date) -> Judged:
    """The verdict on the profile file at `path`, with all its reasons at once."""
    return judge(reader.read(path), today)


def judge(read: reader.Read, today: datetime.date) -> Judged:
    """The verdict on what was read. How far a person has come by sessions only a table knows."""
    reasons = objections.to(read, today)
    if read.profile is None or reasons:
        return Judged(REFUSED, 0.0, REFUSED, [], reasons, 0, [], [], b"")
    profile = read.profile
    screened = screen(profile, today.year * 10000 + today.month * 100 + today.day)
    return Judged(
        LOCKED if screened.locked else USABLE,
        screened.limit_cdeg / 100,
        screened.bound_by,
        [(cdeg / 100, origin) for cdeg, origin in screened.caps],
        list(screened.reasons),
        screened.session_ms // 1000,
        list(screened.warnings),
        explained.notes(profile["conditions"]),
        form.to_wire(profile),
    )
