"""A screening result in words, each part with its source where it has one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bascule.conditions import explained, meaning
from bascule.facts import LOCKED, REFUSED, USABLE, Cap, ScreeningResult
from bascule.speech.spoken import number, say
from bascule.speech.told import later
from firmware.screening import advice, dose

_PROGRESSION, HOLD = "progression", "hold"
_NOT_ALONE = later("For the first sessions, have somebody there who knows how to bring the table back.")
# What a verdict is called in a line, by the name that programs read.
VERDICTS = {USABLE: later("usable"), LOCKED: later("locked"), REFUSED: later("refused")}
_HEADS = {
    LOCKED: later("locked: a table with this profile does not invert"),
    REFUSED: later("refused: this profile is malformed"),
}


def last_step(result: ScreeningResult) -> int:
    """The last step that counts: a profile that holds the angle holds the time of that step too."""
    held = [round(cap.limit_deg * 100) for cap in result.caps if cap.origin == HOLD]
    step: int = dose.held_step(held[0] if held else 0)
    return step


def _first(result: ScreeningResult) -> str:
    """What happens first, then what may be."""
    reached = [cap.limit_deg for cap in result.caps if cap.origin == _PROGRESSION]
    lasting = min(
        (cap for cap in result.caps if cap.origin != _PROGRESSION),
        key=lambda cap: cap.limit_deg,
        default=Cap(result.limit_deg, result.bound_by, ""),
    )
    most_s = min(result.session_s, dose.time_s(last_step(result)))
    now = {"deg": number(result.first_limit_deg), "seconds": result.first_session_s}
    if reached and reached[0] * 100 > dose.FIRST_CDEG:
        first = say("usable: now {deg} degrees past horizontal for {seconds} s", **now)
    else:
        first = say("usable: begins at {deg} degrees past horizontal for {seconds} s", **now)
    grows = [say("{deg} degrees", deg=number(lasting.limit_deg))] if lasting.limit_deg > result.first_limit_deg else []
    grows += [f"{most_s} s"] if most_s > result.first_session_s else []
    ends = say("may grow to {most}", most=say(" and ").join(grows)) if grows else say("does not grow")
    return say("{first}; {ends}, bound by {origin}", first=first, ends=ends, origin=lasting.origin)


def lines(result: ScreeningResult, profile: Mapping[str, Any] | None = None) -> list[str]:
    """The lines for a person. profile: its fields, of which the pace is told; without them it is the ordinary one."""
    if result.verdict == USABLE:
        said = [_first(result)]
        for cap in result.caps:
            why = explained.cap(cap.origin)
            bound = say("{deg} deg  {origin}", deg=f"{number(cap.limit_deg):>5}", origin=cap.origin)
            said.append(f"  {bound}" + (f": {why}" if why else ""))
        said.append("  " + say("{seconds} s    head-down in one session at most", seconds=f"{result.session_s:5g}"))
        grows = say(
            "It grows by at most {deg} deg and {seconds} s at a time, each after {count} completed sessions and {days} "
            "days.",
            deg=dose.STEP_CDEG // 100,
            seconds=dose.STEP_S,
            count=dose.STEP_SESSIONS,
            days=(profile or {}).get("days_per_step", dose.STEP_DAYS),
        )
        said.append(f"  {grows}")
        said += [f"  {say(_NOT_ALONE)}"] if result.first_limit_deg * 100 <= dose.FIRST_CDEG else []
        said += [f"  {say(text)}" for text in (advice.USEFUL, advice.HIP)]
    else:
        said = [say(_HEADS[result.verdict])]
        said += [f"  {say(meaning.SEEK_CARE)}"] if any(map(explained.urgent, result.reasons)) else []
        said += [f"  {one.code}: {explained.sourced(one.text)}" for one in explained.urgent_first(result.reasons)]
    for one in result.warnings:
        said.append("  " + say("warning {code}: {text}", code=one.code, text=explained.sourced(one.text)))
    said += ["  " + say("note: {text}", text=explained.sourced(text)) for text in result.notes]
    return said + [f"  {mark} {words}" for mark, words in meaning.marks(*said).items()]
