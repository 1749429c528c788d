"""The laptop's own verdict on a profile: the same rules the table runs, on the same bytes."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any, NamedTuple

from bascule.conditions import explained, meaning
from bascule.errors import BAD_INPUT, DONE, LOCKED_OUT, Problem
from bascule.profile import objections, reader
from bascule.profile.reader import Reason
from firmware.profile import form
from firmware.screening import dose
from firmware.screening.rules import screen

USABLE, LOCKED, REFUSED = "usable", "locked", "refused"
_NEW = dose.PersonRecord()
_BEGINS = (
    f"  A person new to a table begins there with {dose.allowed_cdeg(_NEW) / 100:g} deg and {dose.allowed_s(_NEW)} s; "
    "completed sessions and days raise that."
)
_HEADS = {
    LOCKED: "locked: a table with this profile does not invert",
    REFUSED: "refused: this is not a well-formed profile",
}
EXIT_CODES = {USABLE: DONE, LOCKED: LOCKED_OUT, REFUSED: BAD_INPUT}


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


def day(text: str | None) -> datetime.date:
    """The day written as YYYY-MM-DD, or today. Problem when there is no such day, or none that can be judged by."""
    hint = "Set this computer's clock, or give a day with --today." if text is None else "Write a day as 2026-11-23."
    try:
        found = datetime.date.today() if text is None else datetime.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise Problem(BAD_INPUT, "BAD_DATE", f"--today {text} is not a day", hint) from None
    if not 2000 <= found.year <= 2099:
        text = f"{found} is no day of the years 2000 to 2099, and by no other can age and clearances be judged"
        raise Problem(BAD_INPUT, "BAD_DATE", text, hint)
    return found


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


def lines(verdict: dict[str, Any]) -> list[str]:
    """A verdict in words, each with its source where it has one."""
    if verdict["verdict"] == USABLE:
        said = [f"usable: up to {verdict['limit_deg']:g} degrees past horizontal, bound by {verdict['bound_by']}"]
        for cap in verdict["caps"]:
            why = explained.cap(cap["origin"])
            said.append(f"  {cap['limit_deg']:5g} deg  {cap['origin']}" + (f": {why}" if why else ""))
        if "session_s" in verdict:
            said.append(f"  {verdict['session_s']:5g} s    head-down in one session at most")
        if "progression" not in [cap["origin"] for cap in verdict["caps"]]:
            said.append(_BEGINS)
    else:
        said = [_HEADS[verdict["verdict"]]]
        said += [f"  {one['code']}: {explained.sourced(one['text'])}" for one in verdict["reasons"]]
    said += [f"  warning {one['code']}: {explained.sourced(one['text'])}" for one in verdict.get("warnings", ())]
    said += [f"  note: {explained.sourced(text)}" for text in verdict.get("notes", ())]
    return said + [f"  {mark} {words}" for mark, words in meaning.marks(*said).items()]
