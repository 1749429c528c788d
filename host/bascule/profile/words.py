"""A screening result in words, each part with its source where it has one."""

from __future__ import annotations

from bascule.conditions import explained, meaning
from bascule.facts import LOCKED, REFUSED, USABLE, Cap, ScreeningResult
from firmware.screening import dose

_PROGRESSION = "progression"
_GROWS = (
    f"  It grows by at most {dose.STEP_CDEG // 100} deg and {dose.STEP_S} s at a time, each after {dose.STEP_SESSIONS} "
    f"completed sessions and {dose.STEP_DAYS} days."
)
_NOT_ALONE = "  For the first sessions, have somebody there who knows how to bring the table back."
_HEADS = {
    LOCKED: "locked: a table with this profile does not invert",
    REFUSED: "refused: this profile is malformed",
}


def _first(result: ScreeningResult) -> str:
    """What happens first, then what may be."""
    reached = [cap.limit_deg for cap in result.caps if cap.origin == _PROGRESSION]
    verb = "now" if reached and reached[0] * 100 > dose.FIRST_CDEG else "begins at"
    lasting = min(
        (cap for cap in result.caps if cap.origin != _PROGRESSION),
        key=lambda cap: cap.limit_deg,
        default=Cap(result.limit_deg, result.bound_by, ""),
    )
    most_s = min(result.session_s, dose.MOST_S)
    first = f"{verb} {result.first_limit_deg:g} degrees past horizontal for {result.first_session_s} s"
    grows = [f"{lasting.limit_deg:g} degrees"] if lasting.limit_deg > result.first_limit_deg else []
    grows += [f"{most_s} s"] if most_s > result.first_session_s else []
    ends = f"may grow to {' and '.join(grows)}" if grows else "does not grow"
    return f"{first}; {ends}, bound by {lasting.origin}"


def lines(result: ScreeningResult) -> list[str]:
    """The lines for a person."""
    if result.verdict == USABLE:
        said = [f"usable: {_first(result)}"]
        for cap in result.caps:
            why = explained.cap(cap.origin)
            said.append(f"  {cap.limit_deg:5g} deg  {cap.origin}" + (f": {why}" if why else ""))
        said.append(f"  {result.session_s:5g} s    head-down in one session at most")
        said += [_GROWS, *([_NOT_ALONE] if result.first_limit_deg * 100 <= dose.FIRST_CDEG else [])]
    else:
        said = [_HEADS[result.verdict]]
        said += [f"  {meaning.SEEK_CARE}"] if any(map(explained.urgent, result.reasons)) else []
        said += [f"  {one.code}: {explained.sourced(one.text)}" for one in explained.urgent_first(result.reasons)]
    said += [f"  warning {one.code}: {explained.sourced(one.text)}" for one in result.warnings]
    said += [f"  note: {explained.sourced(text)}" for text in result.notes]
    return said + [f"  {mark} {words}" for mark, words in meaning.marks(*said).items()]
