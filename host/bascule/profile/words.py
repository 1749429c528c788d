"""A screening result in words, each part with its source where it has one."""

from __future__ import annotations

from bascule.conditions import explained, meaning
from bascule.facts import LOCKED, REFUSED, USABLE, ScreeningResult
from firmware.screening import dose

_NEW = dose.PersonRecord()
_BEGINS = (
    f"  A person new to a table begins with {dose.allowed_cdeg(_NEW) / 100:g} deg and {dose.allowed_s(_NEW)} s; "
    "both grow with completed sessions and days."
)
_HEADS = {
    LOCKED: "locked: a table with this profile does not invert",
    REFUSED: "refused: this profile is malformed",
}


def lines(result: ScreeningResult) -> list[str]:
    """The lines for a person."""
    if result.verdict == USABLE:
        said = [f"usable: up to {result.limit_deg:g} degrees past horizontal, bound by {result.bound_by}"]
        for cap in result.caps:
            why = explained.cap(cap.origin)
            said.append(f"  {cap.limit_deg:5g} deg  {cap.origin}" + (f": {why}" if why else ""))
        said.append(f"  {result.session_s:5g} s    head-down in one session at most")
        if "progression" not in [cap.origin for cap in result.caps]:
            said.append(_BEGINS)
    else:
        said = [_HEADS[result.verdict]]
        said += [f"  {one.code}: {explained.sourced(one.text)}" for one in result.reasons]
    said += [f"  warning {one.code}: {explained.sourced(one.text)}" for one in result.warnings]
    said += [f"  note: {explained.sourced(text)}" for text in result.notes]
    return said + [f"  {mark} {words}" for mark, words in meaning.marks(*said).items()]
